"""The ladder of Vecalign (Thompson and Koehn 2019): `[0, 1]:[2]:0.73`, a line a bead, null beads included.

Vecalign's third field is a cost, where lower is better (`align.exchange.vecalign_cost`); ours is the probability of the
bead. Segments are numbered over the whole document, page furniture included; with `--segmented` the numbers are those
of the lines of the file, as Vecalign has them: a blank line has a null bead of its own, or is within a bead that goes
on behind it. A rung out of order is a move; the bead of one with a gap on a side, such as `[0, 2]:[1]`, goes on behind
it. A third field may be missing.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from align.bitext import Span
from align.exchange.lines import parse_lines, probability_of, segments_needed
from align.exchange.streams import reading, writing
from align.exchange.unit import Side, Unit

_LINE = re.compile(r"\[([0-9, ]*)\]:\[([0-9, ]*)\](?::([0-9.eE+-]+))?", re.ASCII)


def write(units: Iterable[Unit], path: Path) -> int:
    """Write one line a bead."""
    return write_ladder(units, path, lambda unit: None if unit.probability is None else f"{unit.probability:.4f}")


def read(path: Path) -> Iterator[Unit]:
    """Yield the beads of a ladder, without texts."""
    wanted = "[0, 1]:[2]:0.73, neighbours on each side, or several runs, and a probability (no cost) from 0 to 1"
    with reading(path) as stream:
        yield from parse_lines(stream, _parse, wanted=wanted, name=str(path))


def write_ladder(units: Iterable[Unit], path: Path, third: Callable[[Unit], str | None]) -> int:
    """Write a ladder and return how many lines it has.

    Args:
        units: two sides each, with the numbers of their segments.
        path: of the file.
        third: the third field of a unit; None for none.

    Raises:
        InputError: a unit does not tell its segments, or the file cannot be written.
    """
    count = 0
    with writing(path) as stream:
        for unit in units:
            count += 1
            if len(unit.sides) != 2 or not any(side.segments for side in unit.sides):
                raise segments_needed(unit, path)
            fields = [str(_numbers(side)) for side in unit.sides]
            told = third(unit)
            stream.write(":".join(fields if told is None else [*fields, told]) + "\n")
    return count


def parse_rung(line: str) -> tuple[tuple[Side, Side], str]:
    """Return both sides of a line and its third field, empty where there is none.

    Raises:
        ValueError: it is no line of a ladder.
    """
    found = _LINE.fullmatch(line.strip())
    if found is None:
        raise ValueError
    return (_side(found[1]), _side(found[2])), found[3] or ""


def _parse(number: int, line: str) -> Unit:
    sides, third = parse_rung(line)
    return Unit(sides, probability=probability_of(third), line=number)


def _numbers(side: Side) -> list[int]:
    runs = (*side.continued, side.segments) if side.segments else side.continued
    return sorted(number for span in runs for number in range(span.start, span.stop))


def _side(text: str) -> Side:
    """Return the side of some numbers: one run of neighbours, or several with gaps between."""
    if not text.strip():
        return Side("", segments=None)
    runs: list[Span] = []
    for number in map(int, text.split(",")):
        if runs and runs[-1].stop == number:
            runs[-1] = Span(runs[-1].start, number + 1)
        elif runs and number <= runs[-1].stop:
            raise ValueError
        else:
            runs.append(Span(number, number + 1))
    return Side("", segments=runs[0], continued=tuple(runs[1:]))
