"""What the products of single segments tell of a pair: lengths, the closest segments, hubs, floor and level."""

from math import log
from typing import NamedTuple

import numpy as np

from align.lattice.arrays import Closest, Doubles, Floats, Products
from align.lattice.features import NEIGHBOURS, SIDE
from align.lattice.kernel import exact, inlined, inlined_exact
from align.lattice.ratio import ADDED_SIZE

LEVEL, LEVEL_WEIGHT = 0.55, 3.0  # usual height of good pairs above the floor, and how many pairs it counts for
FLOOR, FLOOR_WEIGHT = 0.1, 30.0  # usual mean cosine of random pairs, and how many random pairs it counts for
_SHORTEST = np.float32(1e-6)  # length of a vector that counts as this long, so that zeros have a direction of no weight
_NO_BLOCK = 1e6  # stands where there is no block: one by the shortest length


class MeasuredSide(NamedTuple):
    """What is measured of the n segments of a side; `align.lattice.arrays.Side` tells of the parts."""

    closest: Closest
    units: Floats
    hubs: Floats


class Measured(NamedTuple):
    """What is measured of two sides, and floor and level of the pair."""

    source: MeasuredSide
    target: MeasuredSide
    floor: float
    level: float


def measure(products: Products, source: Floats, target: Floats) -> Measured:
    """Return what products and vectors tell.

    Args:
        products: in and around the band.
        source: float32 (n, d), vectors of the source segments.
        target: float32 (m, d).
    """
    n, m, d = len(source), len(target), source.shape[1]
    sides = _room(n), _room(m)
    heights = np.empty(n, dtype=np.float32)
    floor, count = _measure(products, source, target, *sides, np.empty(d, dtype=np.float32), heights)
    total = float(heights[:count].sum(dtype=np.float64))
    return Measured(*sides, floor, (total + LEVEL * LEVEL_WEIGHT) / (count + LEVEL_WEIGHT))


def _room(count: int) -> MeasuredSide:
    """Return room for what is measured of that many segments."""
    closest = Closest(np.zeros(count, dtype=np.int32), np.empty((count, NEIGHBOURS), dtype=np.float32))
    units = np.empty((count + 1, SIDE + 2), dtype=np.float32)
    return MeasuredSide(closest, units, np.empty((count + 1, SIDE + 1), dtype=np.float32))


@exact
def _measure(
    products: Products,
    vectors: Floats,
    target_vectors: Floats,
    source: MeasuredSide,
    target: MeasuredSide,
    block: Floats,
    heights: Floats,
) -> tuple[float, int]:
    """Fill in both sides; return the floor, and of how many pairs that are closest to each other there are heights.

    Args:
        products: in and around the band.
        vectors: float32 (n, d), of the source.
        target_vectors: float32 (m, d).
        source: room.
        target: room.
        block: float32 (d,), room for one vector.
        heights: float32 (n,), room for how far these pairs are above the floor.
    """
    n, m = vectors.shape[0], target_vectors.shape[0]
    _fill_units(vectors, block, source.units)
    _fill_units(target_vectors, block, target.units)
    _find_closest(products, source, target)
    floor = _floor(products, source.units, target.units)
    _fill_hubs(source, min(NEIGHBOURS, m))
    _fill_hubs(target, min(NEIGHBOURS, n))
    count, highest = 0, source.closest.cosines
    for i in range(n):
        if highest[i, 0] >= target.closest.cosines[source.closest.number[i], 0]:
            heights[count] = max(highest[i, 0] - np.float32(floor), np.float32(0.0))
            count += 1
    return floor, count


@inlined
def _fill_units(vectors: Floats, block: Floats, out: Floats) -> None:
    """Fill in one by the length of the vector of the a segments that end at i, float32 (n + 1, SIDE + 2) at [i, a]."""
    n, d = vectors.shape
    for i in range(n + 1):
        for a in range(SIDE + 2):
            out[i, a] = np.float32(_NO_BLOCK)
    for i in range(1, n + 1):
        for x in range(d):
            block[x] = 0.0
        for a in range(1, min(SIDE + 1, i) + 1):
            square = np.float32(0.0)
            for x in range(d):
                block[x] += vectors[i - a, x]
                square += block[x] * block[x]
            out[i, a] = np.float32(1.0) / max(np.sqrt(square), _SHORTEST)


@inlined
def _find_closest(products: Products, source: MeasuredSide, target: MeasuredSide) -> None:
    """Fill in what is closest to each source and to each target segment."""
    for side in (source, target):
        for place in range(side.closest.cosines.shape[0]):
            for k in range(NEIGHBOURS):
                side.closest.cosines[place, k] = np.float32(-1.0)
    for i in range(source.closest.cosines.shape[0]):
        one = source.units[i + 1, 1]
        for j in range(products.first[i], products.end[i]):
            value = products.values[products.rows[i] + j] * one * target.units[j + 1, 1]
            if value > source.closest.cosines[i, NEIGHBOURS - 1]:
                _insert(source.closest, i, j, value)
            if value > target.closest.cosines[j, NEIGHBOURS - 1]:
                _insert(target.closest, j, i, value)


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


@inlined
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


@inlined_exact
def _fill_hubs(side: MeasuredSide, count: int) -> None:
    """Fill in the hubs, from the mean of the first values of each row of cosines that were filled."""
    cosines, hubs = side.closest.cosines, side.hubs
    for a in range(SIDE + 1):
        hubs[0, a] = np.float32(0.0)
    for i in range(cosines.shape[0]):
        total, known = np.float32(0.0), 0
        for k in range(count):
            if cosines[i, k] > -1.0:
                total += cosines[i, k]
                known += 1
        hubs[i + 1, 1] = np.float32(float(total) / max(known, 1))
    _fill_means(hubs)


@inlined_exact
def _fill_means(out: Floats) -> None:
    """Fill in the means of the a values up to i at [i, a], float32 (n + 1, SIDE + 1), from those at [i, 1]."""
    for i in range(1, out.shape[0]):
        total = 0.0
        for a in range(1, min(SIDE, i) + 1):
            total += out[i - a + 1, 1]
            if a > 1:
                out[i, a] = total / a
        out[i, 0] = np.float32(0.0)
        for a in range(i + 1, SIDE + 1):
            out[i, a] = np.float32(0.0)


def block_means(values: Floats) -> Floats:
    """Return the mean of the values of the a segments that end at i: float32 (n + 1, SIDE + 1)."""
    out = np.zeros((len(values) + 1, SIDE + 1), dtype=np.float32)
    out[1:, 1] = values
    _fill_block_means(out)
    return out


@exact
def _fill_block_means(out: Floats) -> None:
    """Fill in what `block_means` returns."""
    _fill_means(out)


def block_sizes(sizes: Doubles) -> tuple[Doubles, Floats]:
    """Return running sums of the sizes of single segments, and the logarithm of the size of the a that end at i.

    Returns:
        float64 (n + 1,), the first of which is 0, and float32 (n + 1, SIDE + 1) at [i, a], of some bytes more.

    >>> block_sizes(np.array([2.0, 3.0]))[0].tolist()
    [0.0, 2.0, 5.0]
    """
    sums, logs = np.empty(len(sizes) + 1), np.empty((len(sizes) + 1, SIDE + 1), dtype=np.float32)
    _fill_sizes(sizes, sums, logs)
    return sums, logs


@exact
def _fill_sizes(sizes: Doubles, sums: Doubles, out: Floats) -> None:
    """Fill in what `block_sizes` returns."""
    total = 0.0
    sums[0] = 0.0
    for i in range(sizes.shape[0]):
        total += sizes[i]
        sums[i + 1] = total
    for i in range(sums.shape[0]):
        for a in range(SIDE + 1):
            out[i, a] = log(sums[i] - sums[i - a] + ADDED_SIZE) if a <= i else 0.0
