"""What stands around the words of a text: means over windows, and what is in all of a segment or a bead."""

import numpy as np

from align.lattice.arrays import Doubles, Floats, Ints, Longs
from align.lattice.kernel import exact, fast, inlined
from align.words.columns import AT, COLUMN, REACHES

_SPREAD = (AT.carried, AT.best, AT.trigram)  # `align.words.columns.SPREAD`
_WINDOWS, _OUTSIDE, _WIDE = COLUMN["carried_1"], COLUMN["outside_3"], 3
_WHOLE, _OF_CLAUSE, _CLAUSE_WORDS = COLUMN["whole"], COLUMN["clause_carried"], COLUMN["clause_words"]
_OF_SEGMENT, OF_BEAD = COLUMN["segment_carried"], COLUMN["bead_carried"]
_LEAST = 1e-9  # mass, so that words which say nothing have a mean


@fast
def fill_around(features: Doubles, masses: Floats, segments: Longs, clauses: Longs) -> None:
    """Fill in the means, by mass, of the words around each within its segment, of its clause and of its segment.

    Args:
        features: float64 (r, F), of the words, to be filled.
        masses: float32 (r,).
        segments: int64 (s + 1,), where the words of each segment start.
        clauses: int64 (c + 1,), the same of each clause.
    """
    for part in range(segments.shape[0] - 1):
        first, end = segments[part], segments[part + 1]
        for x in range(first, end):
            for n in range(3):
                for m in range(3):
                    features[x, _WINDOWS + 3 * n + m] = _mean(features, masses, first, end, x, REACHES[m], _SPREAD[n])
            features[x, _OUTSIDE] = _mean(features, masses, first, end, x, _WIDE, AT.outside)
        _spread_means(features, masses, first, end, _OF_SEGMENT)
    for part in range(clauses.shape[0] - 1):
        first, end = clauses[part], clauses[part + 1]
        _spread_means(features, masses, first, end, _OF_CLAUSE)
        for x in range(first, end):
            features[x, _CLAUSE_WORDS] = np.log(end - first)


@inlined
def _mean(features: Doubles, masses: Floats, first: int, end: int, place: int, reach: int, column: int) -> float:
    """Return the mean of a column in a window around a word."""
    total, mass = 0.0, _LEAST
    for z in range(max(first, place - reach), min(end, place + reach + 1)):
        total += features[z, column] * masses[z]
        mass += masses[z]
    return total / mass


@inlined
def _spread_means(features: Doubles, masses: Floats, first: int, end: int, column: int) -> None:
    """Give words the means of what is carried and what is best, in a column and the next one."""
    carried, best, mass = 0.0, 0.0, _LEAST
    for x in range(first, end):
        carried += features[x, AT.carried] * masses[x]
        best += features[x, AT.best] * masses[x]
        mass += masses[x]
    for x in range(first, end):
        features[x, column], features[x, column + 1] = carried / mass, best / mass


@fast
def fill_totals(features: Doubles, masses: Floats, sizes: Doubles, starts: Longs, totals: Doubles) -> None:
    """Fill in what is known of the words of each bead together.

    Args:
        features: float64 (r, F), of the words.
        masses: float32 (r,).
        sizes: float64 (r,), how many words of a language with spaces each says as much as.
        starts: int64 (k + 1,), where those of each bead start.
        totals: float64 (k, 4), to be filled: mass, size, and the means of what is carried and what is best.
    """
    for k in range(starts.shape[0] - 1):
        mass, size, carried, best = 0.0, 0.0, 0.0, 0.0
        for x in range(starts[k], starts[k + 1]):
            mass += masses[x]
            size += sizes[x]
            carried += features[x, AT.carried] * masses[x]
            best += features[x, AT.best] * masses[x]
        totals[k, 0], totals[k, 1] = mass, size
        totals[k, 2], totals[k, 3] = carried / (mass + _LEAST), best / (mass + _LEAST)


@exact
def spread_beads(told: Doubles, starts: Longs, features: Doubles) -> None:
    """Give each word what is known of its bead.

    Args:
        told: float64 (k, n), of each bead.
        starts: int64 (k + 1,), where the words of each start.
        features: float64 (r, F), of which the columns from `OF_BEAD` on are filled.
    """
    for k in range(starts.shape[0] - 1):
        for x in range(starts[k], starts[k + 1]):
            for column in range(told.shape[1]):
                features[x, OF_BEAD + column] = told[k, column]


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
    cosines: Doubles,
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
        left: float64 (r, F), features of the source words, to be filled.
        right: the same of the target.
        cosines: float64 (k,), to be filled.
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
        cosines[k] = product / np.sqrt(first * second)
        for side in range(2):
            forms, starts, out = (source, rows, left) if side == 0 else (target, columns, right)
            length = np.sqrt(second if side == 0 else first)
            for x in range(starts[k], starts[k + 1]):
                unit, total = units[forms[x]], 0.0
                for d in range(sums.shape[1]):
                    total += unit[d] * sums[1 - side, d]
                out[x, _WHOLE] = total / length
