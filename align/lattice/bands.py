"""Which cells of the lattice are worth a look.

1. The outer band: sums of vectors are vectors of longer passages, so a first alignment of passages of several segments
   costs a hundredth of the cells. It is everything near its best path; short documents get all cells.
2. The narrow band: the best path by the cosines of single segments alone, where a pair counts as far as it is closer
   than chance and skipping is free. What lies on a path that is hardly worse stays, and all between in its row.
"""

from typing import NamedTuple

import numpy as np

from align.lattice.arrays import Floats, Ints, Lattice, Longs, Products
from align.lattice.kernel import exact, fast, inlined

ALL_CELLS = 700_000  # up to this many cells every cell is searched
PASSAGE = 8  # segments in a passage
RADIUS = 5  # passages on either side of the path
# Of 65,424 beads of development gold, whole and with up to 60 % dropped, the narrow band lacked none at slacks of 2 and
# more, 19 at 1.5 and 163 at 1 (height .4; lower heights were alike). It has .08 of all cells at 2, .067 at 1.5, .052 at
# 1. The slack is a little above what was needed there.
HEIGHT = 0.35  # of a pair's cosine, relative to that of good pairs, which counts for nothing
SLACK = 2.5  # how much less than the best path another may collect, in good pairs
WIDER = 1  # cells on either side of what is within the slack
_SHORTEST = 1e-6  # length of the vector of a passage at least: of none, nothing is said
_GRAIN = 1024  # gains are whole numbers of this part, so that sums over long documents stay exact


class Gains(NamedTuple):
    """What the gain of a pair of segments is reckoned from: (cosine - base) * scale, where that is above nothing."""

    products: Products
    source_units: Floats
    target_units: Floats
    base: np.float32
    scale: np.float32


def full_band(n: int, m: int) -> Ints:
    """Return the band of all cells: int32 (n + 1, 2).

    Args:
        n: source segments.
        m: target segments.

    >>> full_band(1, 2).tolist()
    [[0, 3], [0, 3]]
    """
    band = np.zeros((n + 1, 2), dtype=np.int32)
    band[:, 1] = m + 1
    return band


def find_band(source: Floats, target: Floats) -> Ints:
    """Return the half-open range of target places to search at each source place: int32 (n + 1, 2).

    Args:
        source: float32 (n, d), vectors of the source segments.
        target: float32 (m, d).
    """
    n, m = len(source), len(target)
    if n * m <= ALL_CELLS:
        return full_band(n, m)
    near = _passages(source) @ _passages(target).T
    return _around(_path(near - (near.mean() + near.std())), n, m)


def narrow_band(lattice: Lattice, outer: Ints) -> Ints:
    """Return the part of a band that lies near the best paths through single segments: int32 (n + 1, 2).

    The best path itself, source nulls before target nulls, lies in it, so that every cell can be reached and left.

    Args:
        lattice: what the cosines are taken from.
        outer: int32 (n + 1, 2), the band that it was built for.
    """
    low, high = _rows_within(lattice, outer, int(SLACK * _GRAIN))
    low = np.maximum(np.minimum.accumulate(low[::-1])[::-1] - WIDER, outer[:, 0])
    high = np.minimum(np.maximum.accumulate(high) + WIDER, outer[:, 1] - 1)
    return np.stack([low, high + 1], axis=1).astype(np.int32)


def _rows_within(lattice: Lattice, outer: Ints, slack: int) -> tuple[Ints, Ints]:
    """Return the first and the last cell of each row through which a path goes that is within the slack of the best."""
    cells = np.zeros(len(outer) + 1, dtype=np.int64)
    np.cumsum(outer[:, 1] - outer[:, 0], out=cells[1:])
    front = np.zeros(cells[-1], dtype=np.int32)
    gain, back = np.zeros(outer[-1, 1], dtype=np.int32), np.zeros((2, outer[-1, 1] + 1), dtype=np.int32)
    low, high = outer[:, 1].copy(), outer[:, 0].copy()
    base, scale = np.float32(lattice.floor + HEIGHT * lattice.level), np.float32(_GRAIN / lattice.level)
    gains = Gains(lattice.products, lattice.source.units, lattice.target.units, base, scale)
    _collect(gains, outer, cells, gain, front)
    _reach(gains, outer, cells, gain, front, int(front[-1]) - slack, back, low, high)
    return low, high


@fast
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


@fast
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


def _passages(vectors: Floats) -> Floats:
    """Return unit vectors of passages: float32 (ceil(n / PASSAGE), d)."""
    sums = np.add.reduceat(vectors, np.arange(0, len(vectors), PASSAGE), axis=0)
    unit: Floats = sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), _SHORTEST)
    return unit


def _path(gain: Floats) -> Ints:
    """Return the cells (k, 2) of the path through passages that collects the largest gain; skipping is free."""
    n, m = gain.shape
    cells = np.empty((n + m + 1, 2), dtype=np.int32)
    count = _trace(gain, np.zeros((n + 1, m + 1), dtype=np.float32), cells)
    return cells[:count]


@exact
def _trace(gain: Floats, best: Floats, cells: Ints) -> int:
    """Put the cells of the path into `cells` and return their number; `best` is filled on the way."""
    n, m = gain.shape
    for i in range(1, n + 1):
        for j in range(1, m + 1):
            best[i, j] = max(best[i - 1, j], best[i, j - 1], best[i - 1, j - 1] + gain[i - 1, j - 1])
    i, j, k = n, m, 0
    while i > 0 or j > 0:
        cells[k, 0], cells[k, 1] = i, j
        k += 1
        if i > 0 and j > 0 and best[i, j] == best[i - 1, j - 1] + gain[i - 1, j - 1]:
            i, j = i - 1, j - 1
        elif j == 0 or (i > 0 and best[i, j] == best[i - 1, j]):
            i -= 1
        else:
            j -= 1
    cells[k, 0], cells[k, 1] = 0, 0
    return k + 1


def _around(cells: Ints, n: int, m: int) -> Ints:
    """Return the band around a path of passages; its ends never go back, so that every cell can be reached and left."""
    low, high = np.full(n + 1, m, dtype=np.int64), np.zeros(n + 1, dtype=np.int64)
    for passage, other in cells:
        start, stop = max(0, (passage - 1 - RADIUS) * PASSAGE), min(n, (passage + RADIUS) * PASSAGE)
        low[start : stop + 1] = np.minimum(low[start : stop + 1], max(0, (other - 1 - RADIUS) * PASSAGE))
        high[start : stop + 1] = np.maximum(high[start : stop + 1], min(m, (other + RADIUS) * PASSAGE))
    low, high = np.minimum.accumulate(low[::-1])[::-1], np.maximum.accumulate(high)
    low[0], high[n] = 0, m
    return np.stack([low, high + 1], axis=1).astype(np.int32)
