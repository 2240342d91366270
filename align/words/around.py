"""What stands around the words of a text: means over windows, and what is in all of a segment."""

import numpy as np

from align.lattice.arrays import Doubles, Floats, Ints, Longs
from align.lattice.kernel import fast


@fast
def fill_windows(values: Doubles, masses: Floats, starts: Longs, reach: int, out: Doubles) -> None:
    """Fill in the mean of values, by mass, of the words around each, within its part of the text.

    Args:
        values: float64 (k,).
        masses: float32 (k,).
        starts: int64 (p + 1,), where each part begins.
        reach: words on either side.
        out: float64 (k,), to be filled.
    """
    for part in range(starts.shape[0] - 1):
        first, end = starts[part], starts[part + 1]
        for x in range(first, end):
            total, mass = 0.0, 1e-9
            for z in range(max(first, x - reach), min(end, x + reach + 1)):
                total += values[z] * masses[z]
                mass += masses[z]
            out[x] = total / mass


@fast
def fill_products(units: Floats, weights: Floats, forms: Ints, first: int, end: int, products: Floats) -> None:
    """Fill in the dot products of words with the next one and the one after it.

    Args:
        units: float32 (t, d), vectors of the distinct words, of length 1.
        weights: float32 (t,), the lengths that they had.
        forms: int32 (k,), the distinct words as they come.
        first: the first word.
        end: the end of the words.
        products: float32 (k, 2), to be filled.
    """
    for x in range(first, end):
        for ahead in range(1, 3):
            if x + ahead < end:
                one, other = units[forms[x]], units[forms[x + ahead]]
                total = np.float32(0.0)
                for d in range(one.shape[0]):
                    total += one[d] * other[d]
                products[x, ahead - 1] = total * weights[forms[x]] * weights[forms[x + ahead]]


@fast
def fill_whole(
    units: Floats,
    weights: Floats,
    source: Ints,
    target: Ints,
    rows: Longs,
    columns: Longs,
    sums: Doubles,
    left: Doubles,
    right: Doubles,
) -> None:
    """Fill in the cosine of each word with the other side of its bead as a whole, and that of the two sides.

    Args:
        units: float32 (t, d), vectors of the distinct words, of length 1.
        weights: float32 (t,), the lengths that they had.
        source: int32 (r,), the distinct source words of the beads.
        target: the same of the target.
        rows: int64 (k + 1,), where those of each bead start.
        columns: the same of the target.
        sums: float64 (2, d), room.
        left: float64 (r, 2), to be filled.
        right: the same of the target.
    """
    for k in range(rows.shape[0] - 1):
        for side in range(2):
            forms, starts = (source, rows) if side == 0 else (target, columns)
            for d in range(sums.shape[1]):
                sums[side, d] = 0.0
            for x in range(starts[k], starts[k + 1]):
                unit, weight = units[forms[x]], weights[forms[x]]
                for d in range(sums.shape[1]):
                    sums[side, d] += unit[d] * weight
        first, second, product = 1e-12, 1e-12, 0.0
        for d in range(sums.shape[1]):
            first += sums[0, d] * sums[0, d]
            second += sums[1, d] * sums[1, d]
            product += sums[0, d] * sums[1, d]
        for side in range(2):
            forms, starts, out = (source, rows, left) if side == 0 else (target, columns, right)
            length = np.sqrt(second if side == 0 else first)
            for x in range(starts[k], starts[k + 1]):
                unit, total = units[forms[x]], 0.0
                for d in range(sums.shape[1]):
                    total += unit[d] * sums[1 - side, d]
                out[x, 0] = total / length
                out[x, 1] = product / np.sqrt(first * second)
