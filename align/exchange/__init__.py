"""Beads in exchange formats, out and in. One table; a format is a module with `write`, and `read` where it can."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Protocol, TextIO, runtime_checkable

from align.bitext import Alignment, Document
from align.errors import InputError, OptionError
from align.exchange.numbering import Numbering
from align.exchange.rows import Row, make_beads, make_moves
from align.files import replacing_text
from align.plugins import load_member

FORMATS: dict[str, str] = {
    "vecalign": "align.exchange.vecalign",
    "tsv": "align.exchange.tsv",
    "jsonl": "align.exchange.jsonl",
}


class Format(Protocol):
    """A way to write beads."""

    def write(self, alignment: Alignment, stream: TextIO) -> None:
        """Write every bead, null beads included, in order; no text breaks a row into two lines.

        Args:
            alignment: whose beads.
            stream: that is open for writing text, and stays open.
        """
        ...


@runtime_checkable
class Readable(Protocol):
    """A format that gives back what it wrote, as far as it told it."""

    def read(self, stream: TextIO, name: str) -> Iterator[Row]:
        """Yield the beads of a file in order.

        Args:
            stream: that is open for reading text, from its beginning.
            name: of the file, for messages.

        Raises:
            InputError: for what is no bead; the message names the file and the line.
        """
        ...


def load_format(name: str) -> Format:
    """Return the format of a name.

    Raises:
        OptionError: for a name that is not in the table.
    """
    found: Format = load_member(FORMATS, name, kind="format")
    return found


def write_beads(alignment: Alignment, name: str, output: Path | None) -> None:
    """Write the beads to a file, which is replaced whole, or to standard output when there is none (or it is `-`).

    Args:
        alignment: whose beads.
        name: of a format in `FORMATS`.
        output: the file.

    Raises:
        OptionError: for an unknown format.
        InputError: if the file cannot be written.
    """
    chosen = load_format(name)
    if output is None or output == Path("-"):
        chosen.write(alignment, sys.stdout)
        return
    try:
        with replacing_text(output) as stream:
            chosen.write(alignment, stream)
    except OSError as error:
        raise InputError(f"{output}: expected a file to write to, found: {error.strerror}") from error


def read_beads(path: Path, name: str, source: Document, target: Document) -> Alignment:
    """Return the alignment whose beads a file tells; a format without scores gives each bead its probability as one.

    Of a text with one segment a line the numbers are those of its lines, and rows of blank lines are passed over.

    Args:
        path: a file as `write_beads` writes it, or as a person or another aligner does.
        name: of a format in `FORMATS`.
        source: the document whose segments are numbered in the file.
        target: the same.

    Raises:
        OptionError: for an unknown format, or one that cannot be read.
        InputError: the file cannot be read, or its beads do not cover both documents exactly once.
    """
    chosen = load_format(name)
    if not isinstance(chosen, Readable):
        raise OptionError(f"expected a format that can be read, found {name!r}, which is only written")
    try:
        with path.open(encoding="utf-8-sig", errors="surrogatepass") as stream:
            rows = list(_of_segments(chosen.read(stream, str(path)), source, target, str(path)))
        digest = sha256(path.read_bytes()).hexdigest()[:8]
    except UnicodeDecodeError:
        raise InputError(f"{path}: expected UTF-8, found other bytes; save it as UTF-8") from None
    except OSError as error:
        raise InputError(f"{path}: expected a readable file, found: {error.strerror}; check the path") from None
    beads = tuple(make_beads(rows, len(source.segments), len(target.segments), name=str(path)))
    try:
        return Alignment(source, target, beads, f"beads of {path.name} ({digest})", moves=tuple(make_moves(rows)))
    except ValueError as error:
        raise InputError(f"{path}: {error}") from None


def _of_segments(rows: Iterable[Row], source: Document, target: Document, name: str) -> Iterator[Row]:
    """Yield the rows with the numbers of segments in them, whatever the file counts."""
    numberings = Numbering(source), Numbering(target)
    for row in rows:
        told = row.source, row.target
        of_source, of_target = (
            None if numbers is None else numbering.meant(numbers, side=side, place=f"{name}:{row.line}")
            for numbers, numbering, side in zip(told, numberings, ("source", "target"), strict=True)
        )
        if of_source or of_target or not any(told):
            yield replace(row, source=of_source, target=of_target)
