"""The lattice of parts of segments, of some of the segments only: which cells are searched, how far blocks may reach.

Segments that are left out are walls: before and behind them a path goes through one cell, and no block reaches over it.
"""

from typing import NamedTuple

import numpy as np

from align.lattice.arrays import Ints, Longs
from align.lattice.kernel import exact


class Chosen(NamedTuple):
    """Some segments of one side with their parts.

    Attributes:
        segments: int64 (k,), which ones, rising.
        starts: int64 (k + 1,), where the parts of each start; the last number is that of all parts.
        walls: int64 (w,), for each segment that is left out, rising, the parts before it.
    """

    segments: Longs
    starts: Longs
    walls: Longs


def part_reach(chosen: Chosen, reach: Ints, longest: int) -> Ints:
    """Return how many parts before each place a block may take: int32 (c + 1,).

    That is no more than the segments of a bead may have, and nothing beyond a wall.

    Args:
        chosen: the segments with their c parts.
        reach: int32 (n + 1,), how many segments before a place a bead may take.
        longest: how many parts a side of a block may have.
    """
    out = np.zeros(int(chosen.starts[-1]) + 1, dtype=np.int32)
    _fill_reach(chosen, reach, longest, out)
    return out


@exact
def _fill_reach(chosen: Chosen, reach: Ints, longest: int, out: Ints) -> None:
    """Fill in what `part_reach` returns."""
    segments, starts, walls = chosen
    begun = behind = wall = 0
    for place in range(1, out.shape[0]):
        while begun < segments.shape[0] and starts[begun] < place:
            begun += 1
        while behind < walls.shape[0] and walls[behind] < place:
            wall = walls[behind]
            behind += 1
        furthest = starts[max(begun - reach[segments[begun - 1] + 1], 0)]
        out[place] = min(place - max(furthest, wall), longest)


def part_band(band: Ints, source: Chosen, target: Chosen, wider: int) -> Ints:
    """Return the half-open range of places between target parts to search at each place between source parts.

    It goes from the first to the last target place that the band has before or behind the segment of a part.

    Args:
        band: int32 (n + 1, 2), of segments.
        source: the chosen source segments, with c parts.
        target: the chosen target segments; as many are left out as of the source, and they face each other.
        wider: segments more on either side, as what crosses an end of a segment may be any part of it.

    Returns:
        int32 (c + 1, 2).
    """
    out = np.empty((int(source.starts[-1]) + 1, 2), dtype=np.int32)
    _fill_band(band, source, target, wider, out)
    return out


@exact
def _fill_band(band: Ints, source: Chosen, target: Chosen, wider: int, out: Ints) -> None:
    """Fill in what `part_band` returns."""
    n, rows, last = band.shape[0] - 1, out.shape[0] - 1, target.starts[target.starts.shape[0] - 1]
    begins = ends = passed = met = first = end = 0  # each only goes up with the places
    for place in range(rows + 1):
        while begins < source.segments.shape[0] and source.starts[begins + 1] <= place:
            begins += 1
        while ends < source.segments.shape[0] and source.starts[ends] < place:
            ends += 1
        before = source.segments[begins] if begins < source.segments.shape[0] else n
        behind = source.segments[ends - 1] + 1 if ends else 0
        while first < target.segments.shape[0] and target.segments[first] < band[min(before, behind), 0] - wider:
            first += 1
        while end < target.segments.shape[0] and target.segments[end] < band[max(before, behind), 1] - 1 + wider:
            end += 1
        while passed < source.walls.shape[0] and source.walls[passed] <= place:
            passed += 1
        while met < source.walls.shape[0] and source.walls[met] < place:
            met += 1
        out[place, 0] = max(target.starts[first], target.walls[passed - 1] if passed else 0)
        out[place, 1] = min(target.starts[end], target.walls[met] if met < target.walls.shape[0] else last) + 1
    out[0, 0], out[rows, 1] = 0, last + 1
