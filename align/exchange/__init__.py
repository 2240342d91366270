"""Units in exchange formats, out and in. One table; a format is a module with `write` and `read`.

A unit (`align.exchange.unit`) is what all of them hold, more or less of it: docs/exchange.md has a table of what each
keeps. Beads become units by `units_of`, and units that tell the numbers of their segments become beads again.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from align.bitext import Alignment, Comparison, Document
from align.errors import InputError, OptionError
from align.exchange.beads import make_beads, make_moves, part_moves
from align.exchange.continued import make_continuations, part_continued, settled
from align.exchange.numbering import Numbering
from align.exchange.streams import STANDARD
from align.exchange.unit import Side, Unit, units_of
from align.plugins import load_member

__all__ = [
    "ENDINGS",
    "FORMATS",
    "LADDERS",
    "Format",
    "Side",
    "Unit",
    "format_of",
    "load_format",
    "read_beads",
    "read_units",
    "units_of",
    "write_beads",
    "write_comparison",
    "write_units",
]

FORMATS: dict[str, str] = {
    "vecalign": "align.exchange.vecalign",
    "vecalign-cost": "align.exchange.vecalign_cost",
    "hunalign": "align.exchange.hunalign",
    "tsv": "align.exchange.tsv",
    "jsonl": "align.exchange.jsonl",
    "tmx": "align.exchange.tmx",
    "moses": "align.exchange.moses",
    "parquet": "align.exchange.parquet",
}
ENDINGS: dict[str, str] = {
    ".vecalign": "vecalign",
    ".vecalign-cost": "vecalign-cost",
    ".hunalign": "hunalign",
    ".ladder": "hunalign",
    ".tsv": "tsv",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".tmx": "tmx",
    ".moses": "moses",
    ".parquet": "parquet",
}
LADDERS = frozenset({"vecalign", "vecalign-cost", "hunalign"})  # which have numbers and no texts
MEMORIES = frozenset({"tmx", "moses"})  # which have no null beads, so that of these nothing may be one for its order


class Format(Protocol):
    """A way to keep units in a file; both ways go unit by unit, so that a file may be larger than the memory."""

    def write(self, units: Iterable[Unit], path: Path) -> int:
        """Write the units that the format can hold, in order, and return how many these were.

        A format that holds translations only (TMX, Moses) leaves out units of which a side has no text.

        Args:
            units: any number of them.
            path: of the file, which is replaced whole or, with an error, stays as it was; `-` is standard output.

        Raises:
            InputError: the file cannot be written, or a unit lacks what the format cannot do without.
        """
        ...

    def read(self, path: Path) -> Iterator[Unit]:
        """Yield the units of a file in order.

        Args:
            path: of the file; `-` is standard input.

        Raises:
            InputError: for what is no unit; the message names the file and, where there are lines, the line.
        """
        ...


def load_format(name: str) -> Format:
    """Return the format of a name.

    Raises:
        OptionError: for a name that is not in the table.
    """
    found: Format = load_member(FORMATS, name, kind="format")
    return found


def format_of(path: Path, name: str | None = None) -> str:
    """Return the name of the format of a file.

    Args:
        path: of the file, whose ending tells it.
        name: of a format, which wins over the ending.

    Raises:
        OptionError: for an ending that tells no format.

    >>> format_of(Path("memory.TMX")), format_of(Path("pairs.txt"), "tsv")
    ('tmx', 'tsv')
    """
    found = name or ENDINGS.get(path.suffix.lower())
    if found is None:
        endings = ", ".join(ENDINGS)
        raise OptionError(f"{path}: expected an ending that tells the format ({endings}), found none; name the format")
    return found


def read_units(path: Path, name: str | None = None) -> Iterator[Unit]:
    """Yield the units of a file.

    Args:
        path: of the file; of Moses' pair of files what stands before the languages (`corpus` of `corpus.en`).
        name: of a format in `FORMATS`; the ending of the file tells it if None.

    Raises:
        OptionError: for an unknown format.
        InputError: the file cannot be read as one of this format.
    """
    return load_format(format_of(path, name)).read(path)


def write_units(units: Iterable[Unit], path: Path, name: str | None = None) -> int:
    """Write units to a file, which is replaced whole or not at all, and return how many the format could hold.

    Args:
        units: any number of them.
        path: of the file; of Moses' pair of files what stands before the languages.
        name: of a format in `FORMATS`; the ending of the file tells it if None.

    Raises:
        OptionError: for an unknown format.
        InputError: the file cannot be written, or a unit lacks what the format cannot do without.
    """
    return load_format(format_of(path, name)).write(units, path)


def write_comparison(
    comparison: Comparison,
    name: str,
    output: Path | None,
    *,
    chosen: Callable[[Unit], bool] = lambda _: True,
    in_order: bool = False,
) -> int:
    """Write the beads of a comparison and return how many the format could hold.

    Args:
        comparison: whose beads, with fates and verdict.
        name: of a format in `FORMATS`.
        output: the file; standard output for none (or `-`).
        chosen: which units to write.
        in_order: whether what moved is null beads on both sides, and what a bead goes on with is some; between
            hunalign's rungs it always is, and in TMX and Moses, which have no null beads, never.

    Raises:
        OptionError: for an unknown format.
        InputError: if the file cannot be written.
    """
    told = units_of(comparison, blank_lines=name in LADDERS, in_order=in_order and name not in MEMORIES)
    units = (unit for unit in told if chosen(unit))
    return write_units(units, STANDARD if output is None else output, name)


def write_beads(alignment: Alignment, name: str, output: Path | None, *, in_order: bool = False) -> None:
    """Write the beads to a file, which is replaced whole, or to standard output when there is none (or it is `-`).

    Args:
        alignment: whose beads; it is compared for their fates.
        name: of a format in `FORMATS`.
        output: the file.
        in_order: as in `write_comparison`.

    Raises:
        OptionError: for an unknown format.
        InputError: if the file cannot be written.
    """
    load_format(name)
    from align.comparison import comparison_of

    write_comparison(comparison_of(alignment), name, output, in_order=in_order)


def read_beads(path: Path, name: str, source: Document, target: Document) -> Alignment:
    """Return the alignment whose beads a file tells; a format without scores gives each bead its probability as one.

    Of a text with one segment a line the numbers are those of its lines, and beads of blank lines are passed over.
    Beads out of order are moves, and one with a gap on a side goes on behind it.

    Args:
        path: a file as `write_beads` writes it, or as a person or another aligner does.
        name: of a format in `FORMATS`; a bead of one that tells no probability has 1.
        source: the document whose segments are numbered in the file.
        target: the same.

    Raises:
        OptionError: for an unknown format.
        InputError: the file cannot be read, or its beads do not cover both documents exactly once.
    """
    read = list(_of_segments(load_format(name).read(path), source, target, str(path)))
    units = part_continued(part_moves(settled(read) if name in LADDERS else read))
    beads = tuple(make_beads(units, len(source.segments), len(target.segments), name=str(path)))
    digest = sha256(path.read_bytes()).hexdigest()[:8]
    try:
        return Alignment(
            source,
            target,
            beads,
            f"beads of {path.name} ({digest})",
            moves=tuple(make_moves(units)),
            continuations=make_continuations(units),
        )
    except ValueError as error:
        raise InputError(f"{path}: {error}") from None


def _of_segments(units: Iterable[Unit], source: Document, target: Document, name: str) -> Iterator[Unit]:
    """Yield the units with the numbers of segments in them, whatever the file counts."""
    numberings = Numbering(source), Numbering(target)
    for unit in units:
        meant = [
            None if side.segments is None else numbering.meant(side.segments, side=which, place=f"{name}:{unit.line}")
            for side, numbering, which in zip(unit.sides, numberings, ("source", "target"), strict=False)
        ]
        if any(meant) or not any(side.segments for side in unit.sides):
            further = [
                [numbering.meant(run, side=which, place=f"{name}:{unit.line}") for run in side.continued]
                for side, numbering, which in zip(unit.sides, numberings, ("source", "target"), strict=False)
            ]
            sides = (
                replace(side, segments=span, continued=tuple(filter(None, rest)))
                for side, span, rest in zip(unit.sides, meant, further, strict=False)
            )
            yield replace(unit, sides=tuple(sides))
