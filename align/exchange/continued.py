"""Beads that go on behind something, from the units of a file: the parts that are null get units of their own."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from align.bitext import Continuation, Span
from align.exchange.unit import EMPTY, Side, Unit


def settled(units: Sequence[Unit]) -> list[Unit]:
    """Return the units of a ladder, of which one that goes on stays where it crosses the fewest others.

    Args:
        units: with the numbers of their segments; of one with gaps the first run is that in `segments`.
    """
    starts = [(unit, (_start(unit, 0), _start(unit, 1))) for unit in units if all(side.segments for side in unit.sides)]
    found = [unit for unit in units if not any(side.continued for side in unit.sides)]
    for unit in units:
        if any(side.continued for side in unit.sides):
            others = [start for other, start in starts if other is not unit]
            orders = (replace(unit, sides=sides) for sides in product(*map(_ways, unit.sides)))
            best = min(orders, key=lambda order: _crossed(order, others))
            found.insert(_place(found, best), best)
    return found


def _place(units: Sequence[Unit], unit: Unit) -> int:
    """Return the number of the first unit that stands behind another one, by its source if it has one."""
    starts = ((_start(other, side), _start(unit, side)) for other in units for side in (not other.sides[0].segments,))
    return next((k for k, (other, own) in enumerate(starts) if other > own), len(units))


def _ways(side: Side) -> tuple[Side, ...]:
    """Return a side with each of its runs as the one that is not null, the first one first."""
    if side.segments is None or not side.continued:
        return (side,)
    runs = (side.segments, *side.continued)
    return tuple(
        replace(side, segments=run, continued=tuple(other for other in runs if other is not run)) for run in runs
    )


def _crossed(unit: Unit, others: Sequence[tuple[int, int]]) -> int:
    i, j = _start(unit, 0), _start(unit, 1)
    return sum((first < i) != (second < j) for first, second in others)


def _start(unit: Unit, side: int) -> int:
    return (unit.sides[side].segments or EMPTY).start


def part_continued(units: Sequence[Unit]) -> list[Unit]:
    """Return the units with one more for each part that a unit goes on with, where it stands; that has one side only.

    Args:
        units: in order on both sides but for these parts.
    """
    waiting = [
        {run.start: run for unit in units for side in unit.sides[number : number + 1] for run in side.continued}
        for number in (0, 1)
    ]
    return list(_with_parts(units, waiting)) if any(waiting) else list(units)


def _with_parts(units: Sequence[Unit], waiting: list[dict[int, Span]]) -> Iterator[Unit]:
    places = [0, 0]
    for unit in (*units, None):
        for number in (0, 1):
            while (run := waiting[number].pop(places[number], None)) is not None:
                part = Side("", segments=run)
                yield Unit((Side(""), part) if number else (part, Side("")), line=unit.line if unit else 0)
                places[number] = run.stop
        if unit is not None:
            # What is empty has its place behind the parts that stand before it.
            yield replace(
                unit, sides=tuple(side if side.segments else replace(side, segments=None) for side in unit.sides)
            )
            for number, side in enumerate(unit.sides[:2]):
                places[number] = side.segments.stop if side.segments else places[number]


def make_continuations(units: Sequence[Unit]) -> tuple[Continuation, ...]:
    """Return the continuations of units, in the order of the source: of those that go on, and of parts that tell so."""
    found = []
    for unit, number, run in (*_runs(units), *_parts(units)):
        spans = [side.segments or EMPTY for side in unit.sides]
        found.append(Continuation(*((spans[0], run) if number else (run, spans[1]))))
    return tuple(sorted(found, key=lambda each: (each.source, each.target)))


def _runs(units: Sequence[Unit]) -> Iterator[tuple[Unit, int, Span]]:
    """Yield each run that a unit goes on with, and on which side."""
    for unit in units:
        for number, side in enumerate(unit.sides[:2]):
            yield from ((unit, number, run) for run in side.continued)


def _parts(units: Sequence[Unit]) -> Iterator[tuple[Unit, int, Span]]:
    """Yield the unit that goes on with units of their own, the side and these, those that follow each other as one."""
    whole = {unit.id: unit for unit in units if unit.id and all(side.segments for side in unit.sides)}
    runs: list[tuple[Unit, int, Span]] = []
    for unit in units:
        if unit.continues not in whole:
            continue
        owner = whole[unit.continues]
        for number, side in enumerate(unit.sides[:2]):
            if not side.segments:
                continue
            last = next((k for k, run in enumerate(runs) if run[0] is owner and run[1] == number), None)
            if last is not None and runs[last][2].stop == side.segments.start:
                runs[last] = owner, number, Span(runs[last][2].start, side.segments.stop)
            else:
                runs.insert(0, (owner, number, side.segments))
    yield from runs
