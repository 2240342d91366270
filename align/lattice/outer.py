"""The outer band: a first alignment of passages, so that the lattice of sentences has few cells.

Sums of vectors are vectors of longer passages. Passages of several sentences are aligned by what their cosines exceed
those of random ones by; skipping is free. Everything near the best path is in the band. A very long document has as
many passages as a long one has sentences; they are aligned only near a path through passages of passages, and so on,
so that memory and time grow with the length and not with its square.
"""

import numpy as np

from align.lattice.arrays import Floats, Ints, Longs
from align.lattice.kernel import exact, fast

ALL_CELLS = 700_000  # up to this many cells every cell is searched
PASSAGE = 8  # segments in a passage
RADIUS = 5  # passages on either side of the path
_ALL_PASSAGES = 4_000_000  # cells of passages, up to which all are searched
_COARSER = 4  # passages in a passage of the next level
_SHORTEST = 1e-6  # length of the vector of a passage at least: of none, nothing is said
_NOWHERE = np.float32(-1e30)


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
    return _around(_path(_sums(source, PASSAGE), _sums(target, PASSAGE)), n, m, PASSAGE)


def _sums(vectors: Floats, size: int) -> Floats:
    """Return the vectors of passages of so many: float32 (ceil(n / size), d)."""
    sums: Floats = np.add.reduceat(vectors, np.arange(0, len(vectors), size), axis=0)
    return sums


def _path(source: Floats, target: Floats) -> Ints:
    """Return the cells (k, 2), last first, of the path through passages, float32 (n, d), (m, d), that collects most."""
    n, m = len(source), len(target)
    if n * m <= _ALL_PASSAGES:
        band = full_band(n, m)
    else:
        band = _around(_path(_sums(source, _COARSER), _sums(target, _COARSER)), n, m, _COARSER)
    starts = np.concatenate(([0], np.cumsum(band[:, 1] - band[:, 0], dtype=np.int64)))
    sides, gain = (_units(source), _units(target)), np.zeros(starts[-1], dtype=np.float32)
    least = _usual(*sides)
    if n * m <= _ALL_PASSAGES:
        gain.reshape(n + 1, m + 1)[1:, 1:] = sides[0] @ sides[1].T - np.float32(least)
    else:
        _fill_gain(*sides, least, band, starts, gain)
    best, cells = np.empty_like(gain), np.empty((n + m + 1, 2), dtype=np.int32)
    _fill_best(gain, band, starts, best)
    return cells[: _trace(gain, band, starts, best, cells)]


def _units(vectors: Floats) -> Floats:
    """Return vectors of length 1, of those that have one."""
    units: Floats = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), _SHORTEST)
    return units


def _usual(source: Floats, target: Floats) -> float:
    """Return the mean of the cosines of all pairs and their standard deviation, added up.

    The sum of all products is the product of the sums, and the sum of their squares that of two d by d matrices.
    """
    count = len(source) * len(target)
    mean = float(source.sum(axis=0, dtype=np.float64) @ target.sum(axis=0, dtype=np.float64)) / count
    square = float(np.einsum("xy,xy->", source.T @ source, target.T @ target, dtype=np.float64)) / count
    return mean + float(np.sqrt(max(square - mean * mean, 0.0)))


@fast
def _fill_gain(source: Floats, target: Floats, least: float, band: Ints, starts: Longs, gain: Floats) -> None:
    """Put the cosine of the passages before each cell, less the least that counts, into `gain`."""
    for i in range(1, band.shape[0]):
        for j in range(max(band[i, 0], 1), band[i, 1]):
            total = np.float32(0.0)
            for x in range(source.shape[1]):
                total += source[i - 1, x] * target[j - 1, x]
            gain[starts[i] + j - band[i, 0]] = total - np.float32(least)


@exact
def _fill_best(gain: Floats, band: Ints, starts: Longs, best: Floats) -> None:
    """Put the most that a path to each cell collects into `best`."""
    for i in range(band.shape[0]):
        for j in range(band[i, 0], band[i, 1]):
            cell, most = starts[i] + j - band[i, 0], _NOWHERE
            if i == 0 and j == 0:
                most = np.float32(0.0)
            if i > 0 and band[i - 1, 0] <= j < band[i - 1, 1]:
                most = max(most, best[starts[i - 1] + j - band[i - 1, 0]])
            if j > band[i, 0]:
                most = max(most, best[cell - 1])
            if i > 0 and band[i - 1, 0] < j <= band[i - 1, 1]:
                most = max(most, best[starts[i - 1] + j - 1 - band[i - 1, 0]] + gain[cell])
            best[cell] = most


@exact
def _trace(gain: Floats, band: Ints, starts: Longs, best: Floats, cells: Ints) -> int:
    """Put the cells of the path, last first, into `cells` and return their number."""
    i, j, k = band.shape[0] - 1, int(band[band.shape[0] - 1, 1]) - 1, 0
    while i > 0 or j > 0:  # either falls with each step
        cells[k, 0], cells[k, 1] = i, j
        k += 1
        cell, above = starts[i] + j - band[i, 0], starts[max(i - 1, 0)] + j - band[max(i - 1, 0), 0]
        is_above = i > 0 and band[i - 1, 0] <= j < band[i - 1, 1]
        is_before = i > 0 and band[i - 1, 0] < j <= band[i - 1, 1]
        if is_before and best[cell] == best[above - 1] + gain[cell]:
            i, j = i - 1, j - 1
        elif is_above and (j == band[i, 0] or best[cell] == best[above]):
            i -= 1
        elif j > band[i, 0]:
            j -= 1
        else:
            return k  # a band that nothing leads through, which `_around` never makes
    cells[k, 0], cells[k, 1] = 0, 0
    return k + 1


def _around(cells: Ints, n: int, m: int, size: int) -> Ints:
    """Return the band around a path of passages; its ends never go back, so that every cell can be reached and left."""
    low, high = np.full(n + 1, m, dtype=np.int64), np.zeros(n + 1, dtype=np.int64)
    for passage, other in cells:
        start, stop = max(0, (passage - 1 - RADIUS) * size), min(n, (passage + RADIUS) * size)
        low[start : stop + 1] = np.minimum(low[start : stop + 1], max(0, (other - 1 - RADIUS) * size))
        high[start : stop + 1] = np.maximum(high[start : stop + 1], min(m, (other + RADIUS) * size))
    low, high = np.minimum.accumulate(low[::-1])[::-1], np.maximum.accumulate(high)
    low[0], high[n] = 0, m
    return np.stack([low, high + 1], axis=1).astype(np.int32)
