"""What probable blocks of parts say of the segments that the parts belong to: how much of each lies in which other.

A part of the source that corresponds to some parts of the target lies in their segments, in each as far as the parts
there weigh. So each part of a block spreads its weight, times the probability of the block, over the segments of the
other side.
"""

from typing import NamedTuple

import numpy as np

from align.lattice.arrays import Doubles, Longs
from align.lattice.kernel import exact, inlined
from align.lattice.pruning import Blocks

_NOTHING = 1e-9  # is added to weights that are divided by


class Spread(NamedTuple):
    """How much of each segment of one side lies in which segment of the other.

    Attributes:
        values: float64 (k,), weights, row after row; of segment s in the other segment t it is at rows[s] + t.
        rows: int64 (n,).
        first: int64 (n,), the first other segment of each row.
        end: int64 (n,), the end of the row.
        weights: float64 (n,), of the segments; what a row lacks lies nowhere.
    """

    values: Doubles
    rows: Longs
    first: Longs
    end: Longs
    weights: Doubles


class Parts(NamedTuple):
    """The parts of the segments of one side.

    Attributes:
        segments: int64 (c,), the segment that each belongs to; never falling within a block.
        weights: float64 (c,), how much each says.
        number: of segments on that side.
    """

    segments: Longs
    weights: Doubles
    number: int


def spread_blocks(blocks: Blocks, shares: Doubles, own: Parts, other: Parts) -> Spread:
    """Return how much of the segments of one side lies where on the other.

    Args:
        blocks: int64 (k, 4), first and end of the parts of the one side, first and end of those of the other.
        shares: float64 (k,), probabilities of the blocks.
        own: parts of the one side.
        other: parts of the other.
    """
    first, end = np.full(own.number, other.number, dtype=np.int64), np.zeros(own.number, dtype=np.int64)
    _find_rows(blocks, own.segments, other.segments, first, end)
    first = np.minimum(first, end)
    starts = np.concatenate(([0], np.cumsum(end - first)))
    weights: Doubles = np.bincount(own.segments, weights=own.weights, minlength=own.number).astype(np.float64)
    spread = Spread(np.zeros(starts[-1]), starts[:-1] - first, first, end, weights)
    _fill_spread(blocks, shares, own, other, spread)
    return spread


@exact
def _find_rows(blocks: Blocks, own: Longs, other: Longs, first: Longs, end: Longs) -> None:
    """Fill in which other segments each segment has some block with."""
    for k in range(blocks.shape[0]):
        low, high = other[blocks[k, 2]], other[blocks[k, 3] - 1] + 1
        for s in range(own[blocks[k, 0]], own[blocks[k, 1] - 1] + 1):
            first[s], end[s] = min(first[s], low), max(end[s], high)


@exact
def _fill_spread(blocks: Blocks, shares: Doubles, own: Parts, other: Parts, spread: Spread) -> None:
    """Fill in the values of a spread."""
    for k in range(blocks.shape[0]):
        total = _NOTHING
        for y in range(blocks[k, 2], blocks[k, 3]):
            total += other.weights[y]
        for y in range(blocks[k, 2], blocks[k, 3]):
            part = shares[k] * other.weights[y] / total
            for x in range(blocks[k, 0], blocks[k, 1]):
                spread.values[spread.rows[own.segments[x]] + other.segments[y]] += part * own.weights[x]


@inlined
def lies_in(spread: Spread, segment: int, first: int, end: int) -> tuple[float, float, float]:
    """Return how much of a segment lies before, in and after some segments of the other side.

    Args:
        spread: of the segment's side.
        segment: its number.
        first: of the other segments.
        end: of these, half-open.
    """
    before = inside = after = 0.0
    for t in range(spread.first[segment], spread.end[segment]):
        value = spread.values[spread.rows[segment] + t]
        if t < first:
            before += value
        elif t < end:
            inside += value
        else:
            after += value
    return before, inside, after
