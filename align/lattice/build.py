"""From two sets of vectors to the lattice that the dynamic programme searches."""

import numpy as np

from align.lattice.arrays import Doubles, Floats, Ints, Lattice, Longs, Products, Side
from align.lattice.features import SIDE
from align.lattice.kernel import exact, fast
from align.lattice.measure import Measured, MeasuredSide, block_sizes, measure
from align.lattice.ratio import size_ratio

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
    measured = measure(products, source, target)
    closest = measured.source.closest, measured.target.closest
    scale = np.exp(-0.5 * size_ratio(*closest, sizes, measured.floor, ratio))
    return _lattice(products, measured, (sizes[0] / scale, sizes[1] * scale), reach)


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
    return _lattice(products, measure(products, source, target), sizes, reach)


def _lattice(
    products: Products, measured: Measured, sizes: tuple[Doubles, Doubles], reach: tuple[Ints, Ints]
) -> Lattice:
    """Return a lattice of what was measured; `sizes` are those of the single segments of both sides."""
    source, target, floor, level = measured
    return Lattice(products, _side(source, sizes[0], reach[0]), _side(target, sizes[1], reach[1]), floor, level)


def _side(measured: MeasuredSide, sizes: Doubles, reach: Ints) -> Side:
    """Return a side; `sizes` are those of its single segments."""
    return Side(measured.closest, measured.units, *block_sizes(sizes), measured.hubs, reach)


def _products(source: Floats, target: Floats, band: Ints) -> Products:
    """Return the dot products in and just around the band."""
    n, m = len(source), len(target)
    places, rows = np.empty((2, n), dtype=np.int32), np.empty(n, dtype=np.int64)
    count = _fill_rows(band, m, places, rows)
    products = Products(np.empty(0 if count == n * m > _SMALL else count, dtype=np.float32), rows, places[0], places[1])
    if count == n * m > _SMALL:
        return products._replace(values=(source @ target.T).ravel())
    _multiply(source, target, products)
    return products


@exact
def _fill_rows(band: Ints, m: int, places: Ints, rows: Longs) -> int:
    """Fill in where rows of products begin and end, for m target segments, and return how many products there are.

    Args:
        band: int32 (n + 1, 2).
        m: target segments.
        places: int32 (2, n), for the first target segment of each row and the end of it.
        rows: int64 (n,), as in `Products`.
    """
    n, count = rows.shape[0], 0
    for i in range(n):
        first, end = max(band[i, 0] - SIDE - 1, 0), min(band[min(i + SIDE + 1, n), 1], m)
        places[0, i], places[1, i], rows[i] = first, end, count - first
        count += end - first
    return count


@fast
def _multiply(source: Floats, target: Floats, products: Products) -> None:
    """Fill in the dot products of each source segment with the target segments from first to end, row after row."""
    for i in range(source.shape[0]):
        for j in range(products.first[i], products.end[i]):
            total = np.float32(0.0)
            for x in range(source.shape[1]):
                total += source[i, x] * target[j, x]
            products.values[products.rows[i] + j] = total
