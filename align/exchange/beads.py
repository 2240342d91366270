"""From the units of a file to the beads and moves of an alignment; what is wrong is told with the line it stands in."""

import math
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from align.bitext import Bead, Move, Span
from align.errors import InputError
from align.exchange.unit import EMPTY, Moved, Side, Unit

_FARTHEST = 1e-9  # from 0 and 1: the log odds of a probability are those of one that is at least as far
_SURE = 1.0  # the probability of a bead of which none is told


def part_moves(units: Sequence[Unit]) -> list[Unit]:
    """Return the units in order: what has moved, with both sides, is a unit without target, and one without source.

    Moves are those that tell so, and those that are left out of the longest sequence that ascends on both sides.

    Args:
        units: with the numbers of their segments, in the order of the source.
    """
    whole = [unit for unit in units if _span(unit, 0, EMPTY) and _span(unit, 1, EMPTY)]
    told = [unit for unit in whole if unit.move is not None]
    untold = [unit for unit in whole if unit.move is None]
    ascending = _ascending([_span(unit, 1, EMPTY).start for unit in untold])
    moved = told + [unit for number, unit in enumerate(untold) if number not in ascending]
    if not moved:
        return list(units)
    free = 1 + max((unit.move.number for unit in units if unit.move is not None), default=-1)
    numbers = {
        id(unit): unit.move or Moved(free + k, _SURE if unit.probability is None else unit.probability)
        for k, unit in enumerate(moved)
    }
    arrived = sorted(moved, key=lambda unit: _span(unit, 1, EMPTY).start)
    return list(_in_order(units, numbers, arrived))


def _in_order(units: Iterable[Unit], moves: Mapping[int, Moved], arrived: list[Unit]) -> Iterator[Unit]:
    """Yield the units, those that moved by halves: the source where it stands, the target where its place is.

    Args:
        units: in the order of the source.
        moves: the move of each unit that is one, by the unit's identity.
        arrived: the units that moved, in the order of the target; they are taken from the list.
    """
    place = 0
    for unit in units:
        target = EMPTY if id(unit) in moves else _span(unit, 1, EMPTY)
        while target and arrived and _span(arrived[0], 1, EMPTY).start == place < target.start:
            other = arrived.pop(0)
            place = _span(other, 1, EMPTY).stop
            yield replace(other, sides=(Side(""), *other.sides[1:]), move=moves[id(other)])
        if id(unit) in moves:
            yield replace(unit, sides=(unit.sides[0], Side("")), move=moves[id(unit)])
        else:
            yield unit
            place = target.stop if target else place
    for other in arrived:
        yield replace(other, sides=(Side(""), *other.sides[1:]), move=moves[id(other)])


def _ascending(starts: Sequence[int]) -> set[int]:
    """Return the numbers of the longest sequence that ascends (Schensted 1961)."""
    tails: list[int] = []  # numbers; of each length the sequence with the lowest end
    before: list[int] = []
    for number, start in enumerate(starts):
        length = bisect_left(tails, start, key=starts.__getitem__)
        before.append(tails[length - 1] if length else -1)
        if length == len(tails) or start < starts[tails[length]]:
            tails[length : length + 1] = [number]
    chain, number = set(), tails[-1] if tails else -1
    while number >= 0:
        chain.add(number)
        number = before[number]
    return chain


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
