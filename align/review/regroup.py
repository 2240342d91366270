"""Corrections that group the segments of neighbouring beads anew: each says over which region, and in which shapes.

Nothing is changed here. What cannot be done is an OptionError that says what can. It names no bead by its number: the
screen counts from 1, a script from 0.
"""

from dataclasses import dataclass
from typing import Literal

from align.bitext import Bead, Span
from align.errors import OptionError
from align.review.action import Side
from align.review.structure import Region, Shape, Structure, region_of

Neighbour = Literal["next", "previous"]
End = Literal["first", "last"]
Way = Literal["up", "down"]


@dataclass(frozen=True, slots=True)
class Regrouping:
    """New beads over a region: their shapes in order."""

    region: Region
    shapes: tuple[Shape, ...]


def bead_at(structure: Structure, number: int) -> Bead:
    """Return a bead.

    Args:
        structure: whose bead.
        number: from 0.

    Raises:
        OptionError: there is no such bead.
    """
    if not 0 <= number < len(structure.beads):
        raise OptionError(f"expected a bead from 0 to {len(structure.beads) - 1}, found {number}")
    return structure.beads[number]


def merge(structure: Structure, bead: int, neighbour: Neighbour) -> Regrouping:
    """Make one bead of a bead and its neighbour.

    Args:
        structure: as it stands.
        bead: number of the bead.
        neighbour: which side of it.
    """
    bead_at(structure, bead)
    first, last = _with_neighbour(structure, bead, neighbour)
    region = structure.region(first, last)
    return Regrouping(region, ((len(region.source), len(region.target)),))


def split(structure: Structure, bead: int, sources: int, targets: int) -> Regrouping:
    """Make two beads of one.

    Args:
        structure: as it stands.
        bead: number of the bead.
        sources: how many of its source segments go into the first one; all, if it has fewer.
        targets: the same for the target.
    """
    found = bead_at(structure, bead)
    n, m = len(found.source), len(found.target)
    first = min(sources, n), min(targets, m)
    second = n - first[0], m - first[1]
    if min(sources, targets) < 0 or not any(first) or not any(second):
        raise OptionError(
            f"expected a place inside a bead that is {n}-{m}, found {sources}:{targets}; both parts need a segment"
        )
    return Regrouping(region_of(found), (first, second))


def shift(structure: Structure, bead: int, end: End, way: Way, side: Side | None = None) -> Regrouping:
    """Move the first segment of a bead to the bead before it, or the last one to the bead after it.

    Args:
        structure: as it stands.
        bead: number of the bead; without any other segment it is gone.
        end: which of its segments; where it has one only, that is the first and the last.
        way: to which neighbour; the first segment goes up and the last one down, as segments keep their order.
        side: of which text; the one with more segments if None, and the target if both have as many.
    """
    found = bead_at(structure, bead)
    chosen: Side = side or ("source" if len(found.source) > len(found.target) else "target")
    count = len(found.source if chosen == "source" else found.target)
    if not count:
        raise OptionError(f"expected a bead with {chosen} segments, found one that is {found.shape}")
    if count > 1 and (end, way) not in (("first", "up"), ("last", "down")):
        raise OptionError(f"expected first up or last down, found {end} {way}; segments keep their order")
    first, last = _with_neighbour(structure, bead, "previous" if way == "up" else "next")
    step = (1, 0) if chosen == "source" else (0, 1)
    sign = 1 if way == "up" else -1
    shapes = [(len(each.source), len(each.target)) for each in structure.beads[first : last + 1]]
    moved = (
        (shapes[0][0] + sign * step[0], shapes[0][1] + sign * step[1]),
        (shapes[1][0] - sign * step[0], shapes[1][1] - sign * step[1]),
    )
    return Regrouping(structure.region(first, last), tuple(shape for shape in moved if any(shape)))


def unlink(structure: Structure, bead: int) -> Regrouping:
    """Make null beads of all segments of a bead, those of the source first.

    Args:
        structure: as it stands.
        bead: number of a bead with both sides.
    """
    found = bead_at(structure, bead)
    if not (found.source and found.target):
        raise OptionError(f"expected a bead with both sides, found one that is {found.shape}")
    return Regrouping(region_of(found), ((1, 0),) * len(found.source) + ((0, 1),) * len(found.target))


def free(structure: Structure, segments: Span, side: Side) -> Regrouping:
    """Make one null bead of some segments of a bead; what is before them keeps the other side, or else what follows.

    Args:
        structure: as it stands.
        segments: of one side, all in one bead, or whole null beads next to each other.
        side: of which text.
    """
    inside = [k for k, bead in enumerate(structure.beads) if _within(getattr(bead, side), segments)]
    region = structure.region(inside[0], inside[-1])
    other = len(region.target if side == "source" else region.source)
    own: Span = region.source if side == "source" else region.target
    if len(inside) > 1 and other:
        raise OptionError(
            f"expected {side} segments of one bead, found those of beads {inside[0]} to {inside[-1]}; merge them first"
        )
    before, after = segments.start - own.start, own.stop - segments.stop
    parts = [(before, other if before else 0), (len(segments), 0), (after, 0 if before else other)]
    if not before and not after:
        parts = [(len(segments), 0), (0, other)]
    shapes = [part if side == "source" else (part[1], part[0]) for part in parts if any(part)]
    return Regrouping(region, tuple(shapes))


def _within(own: Span, segments: Span) -> bool:
    return max(own.start, segments.start) < min(own.stop, segments.stop)


def _with_neighbour(structure: Structure, bead: int, neighbour: Neighbour) -> tuple[int, int]:
    """Return the numbers of a bead and its neighbour in order."""
    first, last = (bead, bead + 1) if neighbour == "next" else (bead - 1, bead)
    if first < 0 or last >= len(structure.beads):
        which = "last" if neighbour == "next" else "first"
        raise OptionError(f"expected a bead with a {neighbour} one, found the {which} one")
    return first, last
