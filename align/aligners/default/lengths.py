"""How the lengths of the two sides of a bead fit, for what is usual in these documents."""

from typing import NamedTuple

import numpy as np

from align.aligners.default.columns import Columns, gather
from align.lattice.arrays import Doubles, Lattice
from align.lattice.features import USUAL_SIZE
from align.lattice.pruning import Blocks
from align.lattice.ratio import ADDED_SIZE

_ASSUMED_SPREAD, _ASSUMED_WEIGHT = 0.3, 300.0  # of log length ratios in right beads, and how many bytes it counts for
_LONG = 200.0  # bytes from which a longer bead tells no more about the ratio of lengths
# What lies beyond these is an outlier, and should not decide by how far it lies out.
_MOST_SQUARE, _MOST_LONGER, _MOST_BY_SPREAD, _MOST_BY_SIZE = 3.0, 1.5, 5.0, 8.0
_VARIANCE, _LEAST_VARIANCE = 3.4, 50.0  # of a byte of text, near that of Gale and Church, and of the shortest bead


class Lengths(NamedTuple):
    """How the log ratio of the sizes of target and source is spread: around what, and how widely."""

    usual: float
    spread: float


def usual_lengths(lattice: Lattice, blocks: Blocks, shares: Doubles) -> Lengths:
    """Return the usual log ratio of the sides of blocks, and its spread.

    They are those of the beads that the first pass believes in: where much was dropped, the lengths of the whole
    documents say little.

    Args:
        lattice: has the sizes, scaled so that both sides have the same sum.
        blocks: int64 (k, 4).
        shares: float64 (k,), their probabilities in the first pass.
    """
    first, second = _sizes(lattice, blocks)
    ratios, weights = np.log(second / first), shares * np.minimum(np.sqrt(first * second), _LONG)
    total = weights.sum()
    usual = (weights @ ratios) / (total + _LONG)
    variance = (weights @ (ratios - usual) ** 2 + _ASSUMED_WEIGHT * _ASSUMED_SPREAD**2) / (total + _ASSUMED_WEIGHT)
    return Lengths(float(usual), float(np.sqrt(variance)))


def _sizes(lattice: Lattice, blocks: Blocks) -> tuple[Doubles, Doubles]:
    """Return the sizes of the sides of blocks, float64 (k,)."""
    source, target = lattice.source.sizes, lattice.target.sizes
    first: Doubles = source[blocks[:, 1]] - source[blocks[:, 0]] + ADDED_SIZE
    second: Doubles = target[blocks[:, 3]] - target[blocks[:, 2]] + ADDED_SIZE
    return first, second


def describe_lengths(lattice: Lattice, blocks: Blocks, lengths: Lengths) -> Columns:
    """Return how the lengths of the sides of blocks fit.

    `deviation_by_size` is the measure of Gale and Church 1993, whose variance grows with the length; `longer` is that
    of the side with more segments.

    Args:
        lattice: has the sizes, scaled so that both sides have the same sum.
        blocks: int64 (k, 4).
        lengths: what is usual of all blocks.
    """
    first, second = _sizes(lattice, blocks)
    off, scale = np.log(second / first) - lengths.usual, np.exp(0.5 * lengths.usual)
    first, second = first * scale, second / scale  # each goes half the way, as neither is the original
    more = np.sign(blocks[:, 3] - blocks[:, 2] - blocks[:, 1] + blocks[:, 0])
    size, apart = np.log(np.minimum(first, second) / USUAL_SIZE), np.abs(off)
    by_size = np.abs(second - first) / np.sqrt(_VARIANCE * (first + second) + _LEAST_VARIANCE)
    pairs = {
        "deviation": apart,
        "deviation_squared": np.minimum(off**2, _MOST_SQUARE),
        "longer": np.minimum(np.maximum(off * more, -_MOST_LONGER), _MOST_LONGER),
        "deviation_by_spread": np.minimum(apart / lengths.spread, _MOST_BY_SPREAD),
        "deviation_by_size": np.minimum(by_size, _MOST_BY_SIZE),
        "size": size,
        "small": np.minimum(size, 0.0),
    }
    return gather(pairs, len(blocks))
