"""From the units of a file to the beads and moves of an alignment; what is wrong is told with the line it stands in."""

import math
from collections.abc import Iterable, Iterator

from align.bitext import Bead, Move, Span
from align.errors import InputError
from align.exchange.unit import EMPTY, Unit

_FARTHEST = 1e-9  # from 0 and 1: the log odds of a probability are those of one that is at least as far
_SURE = 1.0  # the probability of a bead of which none is told


def make_beads(units: Iterable[Unit], sources: int, targets: int, *, name: str) -> Iterator[Bead]:
    """Yield the beads of units that tell the numbers of their segments.

    Args:
        units: of a file, in order.
        sources: segments of the source.
        targets: segments of the target.
        name: of the file, for the message.

    Raises:
        InputError: the beads do not cover both documents exactly once, in order.
    """
    i = j = line = 0
    for unit in units:
        line = unit.line
        source = _span(unit, 0, Span(i, i))
        target = _span(unit, 1, Span(j, j))
        for side, span, place, count in (("source", source, i, sources), ("target", target, j, targets)):
            if span.start != place:
                raise InputError(f"{name}:{line}: expected a bead from {side} segment {place}, found {span.start}")
            if span.stop > count:
                last = span.stop - 1
                raise InputError(f"{name}:{line}: expected {side} segments up to {count - 1}, found {last}")
        if not source and not target:
            raise InputError(f"{name}:{line}: expected numbers of segments on one side at least, found none")
        probability = _SURE if unit.probability is None else unit.probability
        yield Bead(source, target, probability if unit.score is None else unit.score, probability)
        i, j = source.stop, target.stop
    if (i, j) != (sources, targets):
        wanted = f"{sources} source and {targets} target segments"
        raise InputError(f"{name}:{line}: expected beads over {wanted}, found {i} and {j}; is it of these documents?")


def make_moves(units: Iterable[Unit]) -> Iterator[Move]:
    """Yield the moves, in the order of the source: each goes from the first to the last unit with its number.

    Raises:
        ValueError: a move has units on one side only.
    """
    parts: dict[int, list[Unit]] = {}
    for unit in units:
        if unit.move is not None:
            parts.setdefault(unit.move.number, []).append(unit)
    moves = [_move(members) for members in parts.values()]
    yield from sorted(moves, key=lambda move: move.source)


def _move(units: list[Unit]) -> Move:
    sources = [span for span in (_span(unit, 0, EMPTY) for unit in units) if span]
    targets = [span for span in (_span(unit, 1, EMPTY) for unit in units) if span]
    told = units[0].move
    if not sources or not targets or told is None:
        raise ValueError(f"expected rows of both sides with the number of a move, found line {units[0].line} only")
    held = min(max(told.probability, _FARTHEST), 1.0 - _FARTHEST)
    return Move(
        Span(sources[0].start, sources[-1].stop),
        Span(targets[0].start, targets[-1].stop),
        math.log(held / (1.0 - held)) if told.score is None else told.score,
        told.probability,
    )


def _span(unit: Unit, side: int, untold: Span) -> Span:
    """Return the segments of a side, or `untold` where there is no such side or it does not tell."""
    told = unit.sides[side].segments if side < len(unit.sides) else None
    return untold if told is None else told
