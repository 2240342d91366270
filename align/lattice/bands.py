"""The narrow band: which cells of the lattice are worth a look, within the band that `align.lattice.outer` finds.

It is found by the best path by the cosines of single segments alone, where a pair counts as far as it is closer than
chance and skipping is free. What lies on a path that is hardly worse stays, and all between in its row.
"""

from typing import NamedTuple

import numpy as np

from align.lattice.arrays import Floats, Ints, Lattice, Longs, Products
from align.lattice.kernel import exact, inlined, inlined_exact

# Of 65,424 beads of development gold, whole and with up to 60 % dropped, the narrow band lacked none at slacks of 2 and
# more, 19 at 1.5 and 163 at 1 (height .4; lower heights were alike). It has .08 of all cells at 2, .067 at 1.5, .052 at
# 1. The slack is a little above what was needed there.
HEIGHT = 0.35  # of a pair's cosine, relative to that of good pairs, which counts for nothing
SLACK = 2.5  # how much less than the best path another may collect, in good pairs
WIDER = 1  # cells on either side of what is within the slack
_GRAIN = 1024  # gains are whole numbers of this part, so that sums over long documents stay exact


class Gains(NamedTuple):
    """What the gain of a pair of segments is reckoned from: (cosine - base) * scale, where that is above nothing."""

    products: Products
    source_units: Floats
    target_units: Floats
    base: np.float32
    scale: np.float32


def narrow_band(lattice: Lattice, outer: Ints) -> Ints:
    """Return the part of a band that lies near the best paths through single segments: int32 (n + 1, 2).

    The best path itself, source nulls before target nulls, lies in it, so that every cell can be reached and left.

    Args:
        lattice: what the cosines are taken from.
        outer: int32 (n + 1, 2), the band that it was built for.
    """
    rows, columns = len(outer), int(outer[-1, 1])
    band, numbers = np.empty_like(outer), np.empty((3, columns + 1), dtype=np.int32)
    ends, cells = np.empty((2, rows), dtype=np.int32), np.empty(rows + 1, dtype=np.int64)
    front = np.zeros(_count_cells(outer, cells), dtype=np.int32)
    base, scale = np.float32(lattice.floor + HEIGHT * lattice.level), np.float32(_GRAIN / lattice.level)
    gains = Gains(lattice.products, lattice.source.units, lattice.target.units, base, scale)
    # Gains beyond what whole numbers hold may leave a row without a cell.
    return band if _narrow(gains, outer, cells, int(SLACK * _GRAIN), front, numbers, ends, band) else outer


@exact
def _count_cells(outer: Ints, cells: Longs) -> int:
    """Fill in how many cells are before each row of a band, int64 (n + 2,), and return how many it has."""
    cells[0] = 0
    for i in range(outer.shape[0]):
        cells[i + 1] = cells[i] + outer[i, 1] - outer[i, 0]
    return int(cells[outer.shape[0]])


@exact
def _narrow(
    gains: Gains, outer: Ints, cells: Longs, slack: int, front: Ints, numbers: Ints, ends: Ints, band: Ints
) -> bool:
    """Fill in the narrow band; return whether every row has some of it.

    Args:
        gains: what pairs of segments collect.
        outer: int32 (n + 1, 2), the band that is searched.
        cells: int64 (n + 2,), how many cells are before each row.
        slack: how much less than the best path another may collect.
        front: int32 (cells,), zeros.
        numbers: int32 (3, m + 2), room.
        ends: int32 (2, n + 1), room for the first and the last cell of each row.
        band: int32 (n + 1, 2), to write to.
    """
    for i in range(outer.shape[0]):
        ends[0, i], ends[1, i] = outer[i, 1], outer[i, 0]
    _collect(gains, outer, cells, numbers[2], front)
    least = front[front.shape[0] - 1] - slack
    _reach(gains, outer, cells, numbers[2], front, least, numbers[:2], ends[0], ends[1])
    return _widen(outer, ends[0], ends[1], band)


@inlined_exact
def _widen(outer: Ints, low: Ints, high: Ints, band: Ints) -> bool:
    """Fill in the band around the first and the last cell of each row; return whether every row has some."""
    rows = low.shape[0]
    least, most = low[rows - 1], high[0]
    for i in range(rows):
        if low[i] > high[i]:
            return False
        most = max(most, high[i])
        band[i, 1] = min(most + WIDER, outer[i, 1] - 1) + 1
    for i in range(rows - 1, -1, -1):
        least = min(least, low[i])
        band[i, 0] = max(least - WIDER, outer[i, 0])
    return True


@inlined
def _collect(gains: Gains, outer: Ints, cells: Longs, gain: Ints, front: Ints) -> None:
    """Put the most that a path to each cell collects into `front`, int32 (cells,)."""
    n, m = outer.shape[0] - 1, outer[-1, 1] - 1
    for i in range(1, n + 1):
        start, stop = int(outer[i, 0]), int(outer[i, 1])
        first, end = int(outer[i - 1, 0]), int(outer[i - 1, 1])
        here, before = cells[i] - start, cells[i - 1] - first
        _fill_gains(gains, i - 1, first, min(end, m), gain)
        for j in range(start, end):
            front[here + j] = front[before + j]
        for j in range(max(start, first + 1), min(stop, end + 1)):
            front[here + j] = max(front[here + j], front[before + j - 1] + gain[j - 1])
        most = front[here + start]
        for j in range(start + 1, stop):
            most = max(most, front[here + j])
            front[here + j] = most


@inlined
def _reach(
    gains: Gains,
    outer: Ints,
    cells: Longs,
    gain: Ints,
    front: Ints,
    least: int,
    back: Ints,
    low: Ints,
    high: Ints,
) -> None:
    """Put the first and the last cell of each row from which a path collects at least that much into low and high."""
    n, m = outer.shape[0] - 1, outer[-1, 1] - 1
    for i in range(n, -1, -1):
        start, stop = int(outer[i, 0]), int(outer[i, 1])
        own, after = i % 2, (i + 1) % 2
        for j in range(start, stop):
            back[own, j] = 0
        if i < n:
            first, end = int(outer[i + 1, 0]), int(outer[i + 1, 1])
            _fill_gains(gains, i, start, min(stop, m), gain)
            for j in range(max(start, first), min(stop, end)):
                back[own, j] = back[after, j]
            for j in range(max(start, first - 1), min(stop, end - 1)):
                back[own, j] = max(back[own, j], back[after, j + 1] + gain[j])
            for j in range(stop - 2, start - 1, -1):
                back[own, j] = max(back[own, j], back[own, j + 1])
        for j in range(start, stop):
            if front[cells[i] + j - start] + back[own, j] >= least:
                low[i], high[i] = min(low[i], j), j


@inlined
def _fill_gains(gains: Gains, i: int, start: int, stop: int, gain: Ints) -> None:
    """Put what source segment i collects with each target segment from start to stop into gain."""
    values, row, one = gains.products.values, gains.products.rows[i], gains.source_units[i + 1, 1]
    for j in range(start, stop):
        cosine = values[row + j] * one * gains.target_units[j + 1, 1]
        gain[j] = np.int32(max(cosine - gains.base, np.float32(0.0)) * gains.scale)
