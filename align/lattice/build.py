"""From two sets of vectors to the lattice that the dynamic programme searches."""

from math import log
from typing import Any

import numpy as np
from numpy.typing import NDArray

from align.lattice.arrays import Closest, Doubles, Floats, Ints, Lattice, Longs, Products, Side
from align.lattice.features import NEIGHBOURS, SIDE
from align.lattice.kernel import exact, fast, inlined
from align.lattice.ratio import ADDED_SIZE, size_ratio

LEVEL, LEVEL_WEIGHT = 0.55, 3.0  # usual height of good pairs above the floor, and how many pairs it counts for
FLOOR, FLOOR_WEIGHT = 0.1, 30.0  # usual mean cosine of random pairs, and how many random pairs it counts for
_SHORTEST = np.float32(1e-6)  # length of a vector that counts as this long, so that zeros have a direction of no weight
_NO_BLOCK = 1e6  # stands where there is no block: one by the shortest length
_SMALL = 20_000  # up to this many dot products BLAS would spend more time on waking its threads


def build_lattice(
    source: Floats, target: Floats, sizes: tuple[Ints, Ints], reach: tuple[Ints, Ints], band: Ints, ratio: float
) -> Lattice:
    """Return the lattice of two documents.

    Args:
        source: float32 (n, d), vectors whose sums are the vectors of several segments.
        target: float32 (m, d).
        sizes: int32 (n,) and (m,), UTF-8 bytes of each segment.
        reach: int32 (n + 1,) and (m + 1,), how many segments before a place a bead that ends there may take.
        band: int32 (n + 1, 2), the half-open range of target places at each source place.
        ratio: usual logarithm of the size of a target text over that of the same text in the source.
    """
    products = _products(source, target, band)
    units = block_units(source), block_units(target)
    closest = _find_closest(products, *units)
    floor = _floor(products, *units)
    scale = np.exp(-0.5 * size_ratio(*closest, sizes, floor, ratio))
    return Lattice(
        products=products,
        source=_side(closest[0], units[0], sizes[0] / scale, reach[0], len(target)),
        target=_side(closest[1], units[1], sizes[1] * scale, reach[1], len(source)),
        floor=floor,
        level=_level(*closest, floor),
    )


def part_lattice(
    source: Floats, target: Floats, sizes: tuple[Doubles, Doubles], reach: tuple[Ints, Ints], band: Ints
) -> Lattice:
    """Return the lattice of parts of segments, of which it is known how long they are for each other.

    Args:
        source: float32 (n, d), vectors of the parts of source segments.
        target: float32 (m, d).
        sizes: float64 (n,) and (m,), scaled as those of the segments are.
        reach: int32 (n + 1,) and (m + 1,), as for `build_lattice`.
        band: int32 (n + 1, 2), likewise.
    """
    products = _products(source, target, band)
    units = block_units(source), block_units(target)
    closest = _find_closest(products, *units)
    floor = _floor(products, *units)
    return Lattice(
        products=products,
        source=_side(closest[0], units[0], sizes[0], reach[0], len(target)),
        target=_side(closest[1], units[1], sizes[1], reach[1], len(source)),
        floor=floor,
        level=_level(*closest, floor),
    )


def _side(closest: Closest, units: Floats, sizes: Doubles, reach: Ints, others: int) -> Side:
    """Return a side; `sizes` are those of its single segments, and the other side has so many."""
    nearness = np.empty(len(closest.cosines), dtype=np.float32)
    _fill_nearness(closest.cosines, min(NEIGHBOURS, others), nearness)
    sums = running(sizes)
    return Side(closest, units, sums, block_logs(sums), block_means(nearness), reach)


def _find_closest(products: Products, source_units: Floats, target_units: Floats) -> tuple[Closest, Closest]:
    """Return what is closest to each source and to each target segment."""
    source, target = _no_closest(len(source_units) - 1), _no_closest(len(target_units) - 1)
    _fill_closest(products, source_units, target_units, source, target)
    return source, target


def _no_closest(count: int) -> Closest:
    """Return room for what is closest to that many segments."""
    return Closest(np.zeros(count, dtype=np.int32), np.full((count, NEIGHBOURS), -1.0, dtype=np.float32))


@fast
def _fill_closest(
    products: Products, source_units: Floats, target_units: Floats, source: Closest, target: Closest
) -> None:
    """Fill in what is closest to each source and to each target segment."""
    for i in range(source_units.shape[0] - 1):
        one = source_units[i + 1, 1]
        for j in range(products.first[i], products.end[i]):
            value = products.values[products.rows[i] + j] * one * target_units[j + 1, 1]
            if value > source.cosines[i, NEIGHBOURS - 1]:
                _insert(source, i, j, value)
            if value > target.cosines[j, NEIGHBOURS - 1]:
                _insert(target, j, i, value)


@inlined
def _insert(closest: Closest, place: int, number: int, value: float) -> None:
    """Put a cosine among the highest of a segment; of equal ones the first stays first."""
    cosines = closest.cosines
    if value > cosines[place, 0]:
        closest.number[place] = number
    k = NEIGHBOURS - 1
    while k > 0 and cosines[place, k - 1] < value:
        cosines[place, k] = cosines[place, k - 1]
        k -= 1
    cosines[place, k] = value


@fast
def _floor(products: Products, source_units: Floats, target_units: Floats) -> float:
    """Return the mean cosine, drawn towards the usual one."""
    total, count = FLOOR * FLOOR_WEIGHT, FLOOR_WEIGHT
    for i in range(source_units.shape[0] - 1):
        row = 0.0
        for j in range(products.first[i], products.end[i]):
            row += products.values[products.rows[i] + j] * target_units[j + 1, 1]
        total += row * source_units[i + 1, 1]
        count += products.end[i] - products.first[i]
    return total / count


def _level(source: Closest, target: Closest, floor: float) -> float:
    """Return the mean height above the floor of pairs that are each other's nearest neighbours."""
    highest = source.cosines[:, 0]
    mutual = highest >= target.cosines[source.number, 0]
    heights = np.maximum(highest[mutual] - floor, 0.0)
    return (float(heights.sum(dtype=np.float64)) + LEVEL * LEVEL_WEIGHT) / (len(heights) + LEVEL_WEIGHT)


def block_units(vectors: Floats) -> Floats:
    """Return one by the length of the vector of the a segments that end at i: float32 (n + 1, SIDE + 2) at [i, a]."""
    n, d = vectors.shape
    out = np.full((n + 1, SIDE + 2), _NO_BLOCK, dtype=np.float32)
    _fill_units(vectors, np.empty(d, dtype=np.float32), out)
    return out


@fast
def _fill_units(vectors: Floats, block: Floats, out: Floats) -> None:
    """Fill in what `block_units` returns; `block` has room for one vector."""
    n, d = vectors.shape
    for i in range(1, n + 1):
        for x in range(d):
            block[x] = 0.0
        for a in range(1, min(SIDE + 1, i) + 1):
            square = np.float32(0.0)
            for x in range(d):
                block[x] += vectors[i - a, x]
                square += block[x] * block[x]
            out[i, a] = np.float32(1.0) / max(np.sqrt(square), _SHORTEST)


def block_logs(sums: Doubles) -> Floats:
    """Return the logarithm of the size of the a segments that end at i, and some bytes: float32 (n + 1, SIDE + 1)."""
    out = np.zeros((len(sums), SIDE + 1), dtype=np.float32)
    _fill_logs(sums, out)
    return out


@exact
def _fill_logs(sums: Doubles, out: Floats) -> None:
    """Fill in what `block_logs` returns."""
    for i in range(sums.shape[0]):
        for a in range(min(SIDE, i) + 1):
            out[i, a] = log(sums[i] - sums[i - a] + ADDED_SIZE)


def block_means(values: Floats) -> Floats:
    """Return the mean of the values of the a segments that end at i: float32 (n + 1, SIDE + 1)."""
    out = np.zeros((len(values) + 1, SIDE + 1), dtype=np.float32)
    _fill_means(values, out)
    return out


@exact
def _fill_means(values: Floats, out: Floats) -> None:
    """Fill in what `block_means` returns."""
    for i in range(1, out.shape[0]):
        total = 0.0
        for a in range(1, min(SIDE, i) + 1):
            total += values[i - a]
            out[i, a] = total / a


def running(values: NDArray[Any]) -> Doubles:
    """Return running sums with a zero before the first value.

    >>> running(np.array([2, 3])).tolist()
    [0.0, 2.0, 5.0]
    """
    return np.concatenate(([0.0], np.cumsum(values, dtype=np.float64)))


def _products(source: Floats, target: Floats, band: Ints) -> Products:
    """Return the dot products in and just around the band."""
    n, m = len(source), len(target)
    first = np.maximum(band[:-1, 0] - SIDE - 1, 0).astype(np.int32)
    end = np.minimum(band[np.minimum(np.arange(n) + SIDE + 1, n), 1], m).astype(np.int32)
    starts = np.concatenate(([0], np.cumsum(end - first))).astype(np.int64)
    if starts[-1] == n * m > _SMALL:
        values = (source @ target.T).ravel()
    else:
        values = np.empty(starts[-1], dtype=np.float32)
        _multiply(source, target, first, end, starts, values)
    return Products(values, starts[:-1] - first.astype(np.int64), first, end)


@fast
def _multiply(source: Floats, target: Floats, first: Ints, end: Ints, starts: Longs, values: Floats) -> None:
    """Fill in the dot products of each source segment with the target segments from first to end, row after row."""
    for i in range(source.shape[0]):
        for j in range(first[i], end[i]):
            total = np.float32(0.0)
            for x in range(source.shape[1]):
                total += source[i, x] * target[j, x]
            values[starts[i] + j - first[i]] = total


@exact
def _fill_nearness(cosines: Floats, count: int, out: Floats) -> None:
    """Fill in the mean of the first values of each row that were filled."""
    for i in range(cosines.shape[0]):
        total, known = np.float32(0.0), 0
        for k in range(count):
            if cosines[i, k] > -1.0:
                total += cosines[i, k]
                known += 1
        out[i] = float(total) / max(known, 1)
