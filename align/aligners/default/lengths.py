"""How the lengths of the two sides of a bead fit, for what is usual in these documents."""

from math import log, sqrt
from typing import NamedTuple

import numpy as np

from align.aligners.default.columns import Columns
from align.lattice.arrays import Doubles, Lattice
from align.lattice.features import USUAL_SIZE
from align.lattice.kernel import exact
from align.lattice.pruning import Blocks
from align.lattice.ratio import ADDED_SIZE

_ASSUMED_SPREAD, _ASSUMED_WEIGHT = 0.3, 300.0  # of log length ratios in right beads, and how many bytes it counts for
_LONG = 200.0  # bytes from which a longer bead tells no more about the ratio of lengths
# What lies beyond these is an outlier, and should not decide by how far it lies out.
_MOST_SQUARE, _MOST_LONGER, _MOST_BY_SPREAD, _MOST_BY_SIZE = 3.0, 1.5, 5.0, 8.0
_VARIANCE, _LEAST_VARIANCE = 3.4, 50.0  # of a byte of text, near that of Gale and Church, and of the shortest bead
_FEATURES = (
    "deviation", "deviation_squared", "longer", "deviation_by_spread", "deviation_by_size", "size", "small",
)  # fmt: skip


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
    ratios, weights = np.empty((2, len(blocks)))
    _fill_ratios(lattice.source.sizes, lattice.target.sizes, blocks, shares, ratios, weights)
    total = float(weights.sum())
    usual = float(weights @ ratios) / (total + _LONG)
    ratios -= usual
    ratios *= ratios
    variance = (float(weights @ ratios) + _ASSUMED_WEIGHT * _ASSUMED_SPREAD**2) / (total + _ASSUMED_WEIGHT)
    return Lengths(usual, sqrt(variance))


@exact
def _fill_ratios(
    source: Doubles, target: Doubles, blocks: Blocks, shares: Doubles, ratios: Doubles, weights: Doubles
) -> None:
    """Fill in the log ratio of the sides of each block, and what it counts for, from running sums of sizes."""
    for k in range(blocks.shape[0]):
        first = source[blocks[k, 1]] - source[blocks[k, 0]] + ADDED_SIZE
        second = target[blocks[k, 3]] - target[blocks[k, 2]] + ADDED_SIZE
        ratios[k] = log(second / first)
        weights[k] = shares[k] * min(sqrt(first * second), _LONG)


def describe_lengths(lattice: Lattice, blocks: Blocks, lengths: Lengths) -> Columns:
    """Return how the lengths of the sides of blocks fit.

    `deviation_by_size` is the measure of Gale and Church 1993, whose variance grows with the length; `longer` is that
    of the side with more segments.

    Args:
        lattice: has the sizes, scaled so that both sides have the same sum.
        blocks: int64 (k, 4).
        lengths: what is usual of all blocks.
    """
    out = np.empty((len(blocks), len(_FEATURES)))
    half = float(np.exp(0.5 * lengths.usual))  # each goes half the way, as neither is the original
    _fill(lattice.source.sizes, lattice.target.sizes, blocks, lengths, half, out)
    return Columns(_FEATURES, out)


@exact
def _fill(source: Doubles, target: Doubles, blocks: Blocks, lengths: Lengths, half: float, out: Doubles) -> None:
    """Fill in what `describe_lengths` returns, from running sums of sizes."""
    for k in range(blocks.shape[0]):
        first = source[blocks[k, 1]] - source[blocks[k, 0]] + ADDED_SIZE
        second = target[blocks[k, 3]] - target[blocks[k, 2]] + ADDED_SIZE
        off = log(second / first) - lengths.usual
        first, second = first * half, second / half
        more = blocks[k, 3] - blocks[k, 2] - blocks[k, 1] + blocks[k, 0]
        longer = off if more > 0 else -off if more < 0 else off * 0.0
        size = log(min(first, second) / USUAL_SIZE)
        by_size = abs(second - first) / sqrt(_VARIANCE * (first + second) + _LEAST_VARIANCE)
        out[k, 0], out[k, 1] = abs(off), min(off * off, _MOST_SQUARE)
        out[k, 2] = min(max(longer, -_MOST_LONGER), _MOST_LONGER)
        out[k, 3], out[k, 4] = min(abs(off) / lengths.spread, _MOST_BY_SPREAD), min(by_size, _MOST_BY_SIZE)
        out[k, 5], out[k, 6] = size, min(size, 0.0)
