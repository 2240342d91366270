"""Which cells of the lattice are worth a look in long documents.

Sums of vectors are vectors of longer passages, so a first alignment of passages of several segments costs a hundredth
of the cells. The band is everything near its best path; short documents get all cells.
"""

import numpy as np
from numba import njit

from align.score import Floats, Ints

ALL_CELLS = 700_000  # up to this many cells every cell is searched
PASSAGE = 8  # segments in a passage
RADIUS = 5  # passages on either side of the path


def full_band(n: int, m: int) -> Ints:
    """Return the band of all cells: int32 (n + 1, 2).

    >>> full_band(1, 2).tolist()
    [[0, 3], [0, 3]]
    """
    return np.tile(np.array([[0, m + 1]], dtype=np.int32), (n + 1, 1))


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


def _passages(vectors: Floats) -> Floats:
    """Return unit vectors of passages: float32 (ceil(n / PASSAGE), d)."""
    sums = np.add.reduceat(vectors, np.arange(0, len(vectors), PASSAGE), axis=0)
    unit: Floats = sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-6)
    return unit


@njit(cache=True)
def _path(gain: Floats) -> Ints:
    """Return the cells (k, 2) of the path through passages that collects the largest gain; skipping is free."""
    n, m = gain.shape
    best = np.zeros((n + 1, m + 1), dtype=np.float32)
    for i in range(1, n + 1):
        for j in range(1, m + 1):
            best[i, j] = max(best[i - 1, j], best[i, j - 1], best[i - 1, j - 1] + gain[i - 1, j - 1])
    cells = np.empty((n + m + 1, 2), dtype=np.int32)
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
    return cells[: k + 1]


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
