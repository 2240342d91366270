"""Beads that go on behind something, from the units of a file: the half that is null gets a unit of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from align.bitext import Continuation, Span
from align.exchange.unit import EMPTY, Side, Unit


def settled(units: Sequence[Unit]) -> list[Unit]:
    """Return the units of a ladder, of which one that goes on stays where it crosses the fewest others.

    Args:
        units: with the numbers of their segments; of one with a gap the first run is that in `segments`.
    """
    starts = [(unit, (_start(unit, 0), _start(unit, 1))) for unit in units if all(side.segments for side in unit.sides)]
    found: list[Unit] = []
    late: list[Unit] = []  # which come after units that stand in their gap
    for unit in units:
        if not any(side.continued for side in unit.sides):
            found.append(unit)
            continue
        others = [start for other, start in starts if other is not unit]
        orders = (replace(unit, sides=sides) for sides in product(*map(_ways, unit.sides)))
        best = min(orders, key=lambda order: _crossed(order, others))
        (found if _start(best, 0) <= _start(unit, 0) else late).append(best)
    for unit in late:
        before = [k for k, other in enumerate(found) if other.sides[0].segments and _start(other, 0) < _start(unit, 0)]
        found.insert(before[-1] + 1 if before else 0, unit)
    return found


def _ways(side: Side) -> tuple[Side, ...]:
    """Return a side, and with the other run as the one that is not null."""
    return (side, replace(side, segments=side.continued, continued=side.segments)) if side.continued else (side,)


def _crossed(unit: Unit, others: Sequence[tuple[int, int]]) -> int:
    i, j = _start(unit, 0), _start(unit, 1)
    return sum((first < i) != (second < j) for first, second in others)


def _start(unit: Unit, side: int) -> int:
    return (unit.sides[side].segments or EMPTY).start


def part_continued(units: Sequence[Unit]) -> list[Unit]:
    """Return the units with one more for each half that a unit goes on with, where it stands; that has one side only.

    Args:
        units: in order on both sides but for these halves.
    """
    waiting = [
        {side.continued.start: side for unit in units for side in unit.sides[number : number + 1] if side.continued}
        for number in (0, 1)
    ]
    return list(_with_halves(units, waiting)) if any(waiting) else list(units)


def _with_halves(units: Sequence[Unit], waiting: list[dict[int, Side]]) -> Iterator[Unit]:
    places = [0, 0]
    for unit in (*units, None):
        for number in (0, 1):
            while (side := waiting[number].pop(places[number], None)) is not None and side.continued:
                half = Side("", segments=side.continued)
                yield Unit((Side(""), half) if number else (half, Side("")), line=unit.line if unit else 0)
                places[number] = side.continued.stop
        if unit is not None:
            # What is empty has its place behind the halves that stand before it.
            yield replace(
                unit, sides=tuple(side if side.segments else replace(side, segments=None) for side in unit.sides)
            )
            for number, side in enumerate(unit.sides[:2]):
                places[number] = side.segments.stop if side.segments else places[number]


def make_continuations(units: Sequence[Unit]) -> tuple[Continuation, ...]:
    """Return the continuations of units, in the order of the source."""
    found = []
    for unit in units:
        spans = [side.segments or EMPTY for side in unit.sides]
        for number, side in enumerate(unit.sides[:2]):
            if side.continued:
                pair: tuple[Span, Span] = (spans[0], side.continued) if number else (side.continued, spans[1])
                found.append(Continuation(*pair))
    return tuple(sorted(found, key=lambda each: (each.source, each.target)))
