"""From the rows of a file to the beads and moves of an alignment; what is wrong is told with the line it stands in."""

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from align.bitext import Bead, Move, Span
from align.errors import InputError

_FARTHEST = 1e-9  # from 0 and 1: the log odds of a probability are those of one that is at least as far
_SHOWN = 60  # characters of a wrong row in a message


@dataclass(frozen=True, slots=True)
class Moved:
    """The move that the bead of a row belongs to: its number, probability, and score where the file tells it."""

    number: int
    probability: float
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """What a file tells of a bead.

    Attributes:
        line: number of its line, from 1.
        source: half-open segments; None for none, wherever that is.
        target: the same.
        probability: 0 to 1.
        score: None where the file does not tell it.
        move: what it belongs to; None for none.
    """

    line: int
    source: Span | None
    target: Span | None
    probability: float
    score: float | None = None
    move: Moved | None = None


def parse_rows(
    lines: Iterable[str], parse: Callable[[int, str], Row], *, wanted: str, name: str, first: int = 1
) -> Iterator[Row]:
    """Yield the row of each line that is not blank.

    Args:
        lines: with or without their ends.
        parse: number of a line and its text to the row; raises ValueError, KeyError or TypeError for what is none.
        wanted: what a line should look like, for the message.
        name: of the file, for the message.
        first: number of the first line.

    Raises:
        InputError: for a line that is no row.
    """
    for number, line in enumerate(lines, first):
        text = line.rstrip("\r\n")
        if not text.strip():
            continue
        try:
            yield parse(number, text)
        except (ValueError, KeyError, TypeError):
            shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
            raise InputError(f"{name}:{number}: expected {wanted}, found {shown!r}") from None


def make_beads(rows: Iterable[Row], sources: int, targets: int, *, name: str) -> Iterator[Bead]:
    """Yield the beads of rows.

    Args:
        rows: of a file, in order.
        sources: segments of the source.
        targets: segments of the target.
        name: of the file, for the message.

    Raises:
        InputError: the beads do not cover both documents exactly once, in order.
    """
    i = j = line = 0
    for row in rows:
        line = row.line
        source = Span(i, i) if row.source is None else row.source
        target = Span(j, j) if row.target is None else row.target
        for side, span, place, count in (("source", source, i, sources), ("target", target, j, targets)):
            if span.start != place:
                raise InputError(f"{name}:{line}: expected a bead from {side} segment {place}, found {span.start}")
            if span.stop > count:
                last = span.stop - 1
                raise InputError(f"{name}:{line}: expected {side} segments up to {count - 1}, found {last}")
        if not source and not target:
            raise InputError(f"{name}:{line}: expected segments on one side at least, found none")
        yield Bead(source, target, row.probability if row.score is None else row.score, row.probability)
        i, j = source.stop, target.stop
    if (i, j) != (sources, targets):
        wanted = f"{sources} source and {targets} target segments"
        raise InputError(f"{name}:{line}: expected beads over {wanted}, found {i} and {j}; is it of these documents?")


def make_moves(rows: Iterable[Row]) -> Iterator[Move]:
    """Yield the moves, in the order of the source: each goes from the first to the last row with its number.

    Raises:
        ValueError: a move has rows on one side only.
    """
    parts: dict[int, list[Row]] = {}
    for row in rows:
        if row.move is not None:
            parts.setdefault(row.move.number, []).append(row)
    moves = [_move(members) for members in parts.values()]
    yield from sorted(moves, key=lambda move: move.source)


def _move(rows: list[Row]) -> Move:
    sources, targets = [row.source for row in rows if row.source], [row.target for row in rows if row.target]
    told = rows[0].move
    if not sources or not targets or told is None:
        raise ValueError(f"expected rows of both sides with the number of a move, found line {rows[0].line} only")
    held = min(max(told.probability, _FARTHEST), 1.0 - _FARTHEST)
    return Move(
        Span(sources[0].start, sources[-1].stop),
        Span(targets[0].start, targets[-1].stop),
        math.log(held / (1.0 - held)) if told.score is None else told.score,
        told.probability,
    )
