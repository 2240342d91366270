"""From two sets of vectors to the lattice that the dynamic programme searches."""

from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray

from align.score import SIDE, Doubles, Floats, Ints, Lattice

NEIGHBOURS = 4  # in the hubness of a segment, as in Artetxe and Schwenk 2019, doi:10.18653/v1/P19-1309
LEVEL, LEVEL_WEIGHT = 0.55, 3.0  # usual height of good pairs above the floor, and how many pairs it counts for
FLOOR, FLOOR_WEIGHT = 0.1, 30.0  # usual mean cosine of random pairs, and how many random pairs it counts for
_ROWS_AT_ONCE = 256


def build_lattice(
    source: Floats, target: Floats, sizes: tuple[Ints, Ints], reach: tuple[Ints, Ints], band: Ints
) -> Lattice:
    """Return the lattice of two documents.

    Args:
        source: float32 (n, d), vectors whose sums are the vectors of several segments.
        target: float32 (m, d).
        sizes: int32 (n,) and (m,), UTF-8 bytes of each segment.
        reach: int32 (n + 1,) and (m + 1,), how many segments before a place a bead that ends there may take.
        band: int32 (n + 1, 2), the half-open range of target places at each source place.
    """
    gram, shift = _gram(source, target, band)
    source_norms, target_norms = block_norms(source), block_norms(target)
    columns = shift[:, None] + np.arange(gram.shape[1])
    cosines = gram / (source_norms[1:, 1, None] * target_norms[1:, 1][columns])
    floor = (float(cosines.sum(dtype=np.float64)) + FLOOR * FLOOR_WEIGHT) / (cosines.size + FLOOR_WEIGHT)
    source_hub, target_hub = _hubs(cosines, shift, len(target))
    scale = (sizes[0].sum() + 40.0) / (sizes[1].sum() + 40.0)
    return Lattice(
        gram=gram,
        shift=shift,
        source_norms=source_norms,
        target_norms=target_norms,
        source_sizes=running(sizes[0].astype(np.float64)),
        target_sizes=running(sizes[1] * scale),
        source_hub=running(source_hub).astype(np.float32),
        target_hub=running(target_hub).astype(np.float32),
        source_reach=reach[0],
        target_reach=reach[1],
        floor=floor,
        level=_level(cosines, columns, len(target), floor),
    )


def _level(cosines: Floats, columns: NDArray[Any], m: int, floor: float) -> float:
    """Return the mean height above the floor of pairs that are each other's nearest neighbours."""
    best = cosines.argmax(axis=1)
    rows = np.arange(len(cosines))
    highest = np.full(m, -1.0, dtype=np.float32)
    np.maximum.at(highest, columns, cosines)
    mutual = cosines[rows, best] >= highest[columns[rows, best]]
    heights = np.maximum(cosines[rows, best][mutual] - floor, 0.0)
    return (float(heights.sum(dtype=np.float64)) + LEVEL * LEVEL_WEIGHT) / (len(heights) + LEVEL_WEIGHT)


def block_norms(vectors: Floats) -> Floats:
    """Return the lengths of the vectors of the a segments that end at place i: float32 (n + 1, SIDE + 2) at [i, a]."""
    n = len(vectors)
    out = np.full((n + 1, SIDE + 2), 1e-6, dtype=np.float32)
    block = np.zeros_like(vectors)
    for a in range(1, min(SIDE + 1, n) + 1):
        block[a - 1 :] += vectors[: n - a + 1]
        out[a:, a] = np.linalg.norm(block[a - 1 :], axis=1)
    return np.maximum(out, np.float32(1e-6))


def running(values: NDArray[Any]) -> Doubles:
    """Return running sums with a zero before the first value.

    >>> running(np.array([2, 3])).tolist()
    [0.0, 2.0, 5.0]
    """
    return np.concatenate(([0.0], np.cumsum(values, dtype=np.float64)))


def _gram(source: Floats, target: Floats, band: Ints) -> tuple[Floats, Ints]:
    """Return the dot products in and just around the band, float32 (n, w), and each row's first column, int32 (n,)."""
    n, m = len(source), len(target)
    start = np.maximum(band[:-1, 0] - SIDE - 1, 0)
    stop = np.minimum(band[np.minimum(np.arange(n) + SIDE + 1, n), 1], m)
    width = int((stop - start).max())
    shift = np.minimum(start, m - width).astype(np.int32)
    if width == m:
        return source @ target.T, shift
    gram = np.empty((n, width), dtype=np.float32)
    for row in range(0, n, _ROWS_AT_ONCE):
        rows = slice(row, min(row + _ROWS_AT_ONCE, n))
        first = int(shift[rows][0])
        products = source[rows] @ target[first : int(shift[rows][-1]) + width].T
        for k, begin in enumerate(shift[rows] - first):
            gram[row + k] = products[k, begin : begin + width]
    return gram, shift


@njit(cache=True)
def _hubs(cosines: Floats, shift: Ints, m: int) -> tuple[Floats, Floats]:
    """Return the mean cosine of every source and every target segment with its nearest neighbours."""
    n, width = cosines.shape
    source = np.full((n, NEIGHBOURS), -1.0, dtype=np.float32)
    target = np.full((m, NEIGHBOURS), -1.0, dtype=np.float32)
    for i in range(n):
        for k in range(width):
            value = cosines[i, k]
            for nearest in (source[i], target[shift[i] + k]):
                if value > nearest[NEIGHBOURS - 1]:
                    place = NEIGHBOURS - 1
                    while place > 0 and nearest[place - 1] < value:
                        nearest[place] = nearest[place - 1]
                        place -= 1
                    nearest[place] = value
    return _mean_of_known(source, min(NEIGHBOURS, width)), _mean_of_known(target, min(NEIGHBOURS, n))


@njit(cache=True)
def _mean_of_known(nearest: Floats, count: int) -> Floats:
    """Return the mean of the first values of each row that were filled."""
    means = np.zeros(len(nearest), dtype=np.float32)
    for i in range(len(nearest)):
        known = 0
        for k in range(count):
            if nearest[i, k] > -1.0:
                means[i] += nearest[i, k]
                known += 1
        if known > 0:
            means[i] /= known
    return means
