"""How long a text is in the target for its length in the source, told from pairs of segments and not from the wholes.

Of two complete versions the lengths of the documents tell it, too. Of a brief and its article they say nothing but how
short the brief is, and with them every right pair would look ten times too long.
"""

import numpy as np

from align.lattice.arrays import Closest, Doubles, Ints

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
    number = source.number
    heights = source.cosines[:, 0] - np.float32(floor)
    mutual = (target.number[number] == np.arange(len(number))) & (heights > HEIGHT)
    first, second = sizes[0][mutual].astype(np.float64), sizes[1][number[mutual]].astype(np.float64)
    ratios = np.concatenate((np.log((second + ADDED_SIZE) / (first + ADDED_SIZE)), [usual]))
    weights = np.concatenate((heights[mutual] * np.minimum(np.sqrt(first * second), LONG) / LONG, [WEIGHT]))
    middle = 0.5 * (_weighted_median(ratios, weights) - _weighted_median(-ratios, weights))
    held = np.minimum(np.maximum(ratios, middle - SPREAD), middle + SPREAD)
    return float(held @ weights / weights.sum())


def _weighted_median(values: Doubles, weights: Doubles) -> float:
    """Return the smallest value that has half of the weights up to it."""
    order = np.argsort(values, kind="stable")
    sums = np.cumsum(weights[order])
    return float(values[order][np.searchsorted(sums, 0.5 * sums[-1])])
