"""How long a text is in the target for its length in the source, told from pairs of segments and not from the wholes.

Of two complete versions the lengths of the documents tell it, too. Of a brief and its article they say nothing but how
short the brief is, and with them every right pair would look ten times too long.
"""

from math import log, sqrt

import numpy as np

from align.lattice.arrays import Closest, Doubles, Ints, Longs
from align.lattice.kernel import exact, inlined_exact

ADDED_SIZE = 4.0  # bytes that every block gets on top, so that lengths of tiny ones differ less
HEIGHT = 0.2  # cosine above the floor of pairs that are taken into account
LONG = 200.0  # bytes from which a longer pair does not count for more
WEIGHT = 0.5  # of the usual ratio, in long pairs of a cosine 1 above the floor
SPREAD = 0.7  # from the middle ratio; what lies beyond is an outlier


def size_ratio(source: Closest, target: Closest, sizes: tuple[Ints, Ints], floor: float, usual: float) -> float:
    """Return the logarithm of the size of the target over that of the source where they say the same.

    Args:
        source: the closest target segments of the source segments.
        target: the closest source segments of the target segments.
        sizes: int32 (n,) and (m,), UTF-8 bytes of each segment.
        floor: mean cosine of random pairs.
        usual: the logarithm to take where no pair tells it, and to draw it to where few do.
    """
    ratios, weights = np.empty((2, len(source.number) + 1))
    count = _fill_ratios(source, target, sizes[0], sizes[1], floor, ratios, weights)
    ratios[count], weights[count] = usual, WEIGHT
    ratios, weights = ratios[: count + 1], weights[: count + 1]
    orders = ratios.argsort(kind="stable"), (-ratios).argsort(kind="stable")
    _hold(ratios, weights, orders)
    return float(ratios @ weights / weights.sum())


@exact
def _fill_ratios(
    source: Closest,
    target: Closest,
    source_sizes: Ints,
    target_sizes: Ints,
    floor: float,
    ratios: Doubles,
    weights: Doubles,
) -> int:
    """Fill in the ratio of each pair that tells it, and what it counts for; return how many there are."""
    count = 0
    for i in range(source.number.shape[0]):
        j = source.number[i]
        height = source.cosines[i, 0] - np.float32(floor)
        if target.number[j] == i and height > np.float32(HEIGHT):
            first, second = float(source_sizes[i]), float(target_sizes[j])
            ratios[count] = log((second + ADDED_SIZE) / (first + ADDED_SIZE))
            weights[count] = float(height) * min(sqrt(first * second), LONG) / LONG
            count += 1
    return count


@exact
def _hold(ratios: Doubles, weights: Doubles, orders: tuple[Longs, Longs]) -> None:
    """Bring ratios to within the spread around their weighted median.

    Args:
        ratios: float64 (k,).
        weights: float64 (k,).
        orders: int64 (k,), of rising and of falling ratios.
    """
    middle = 0.5 * (ratios[_half(weights, orders[0])] + ratios[_half(weights, orders[1])])
    for k in range(ratios.shape[0]):
        ratios[k] = min(max(ratios[k], middle - SPREAD), middle + SPREAD)


@inlined_exact
def _half(weights: Doubles, order: Longs) -> int:
    """Return the first number in an order up to which half of the weights lie."""
    total = sum_before = 0.0
    for number in order:
        total += weights[number]
    for number in order:
        sum_before += weights[number]
        if sum_before >= 0.5 * total:
            return int(number)
    return int(order[0])
