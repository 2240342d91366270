"""What probable blocks of parts say of the segments that the parts belong to: how much of each lies in which other.

A part of the source that corresponds to some parts of the target lies in their segments, in each as far as the parts
there weigh. So each part of a block spreads its weight, times the probability of the block, over the segments of the
other side.
"""

from typing import NamedTuple

import numpy as np

from align.lattice.arrays import Doubles, Longs
from align.lattice.kernel import exact, inlined, inlined_exact
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


class _Rows(NamedTuple):
    """Room for all of a spread but its values."""

    rows: Longs
    first: Longs
    end: Longs
    weights: Doubles


def spread_blocks(blocks: Blocks, shares: Doubles, source: Parts, target: Parts) -> tuple[Spread, Spread]:
    """Return how much of the source segments lies where in the target, and the reverse.

    Args:
        blocks: int64 (k, 4), first and end of the parts of the source, first and end of those of the target.
        shares: float64 (k,), probabilities of the blocks.
        source: parts of the source.
        target: parts of the target.
    """
    rows = _room(source.number), _room(target.number)
    counts = _find_rows(blocks, source, target, *rows)
    spreads = (
        Spread(np.zeros(counts[0]), *rows[0]),
        Spread(np.zeros(counts[1]), *rows[1]),
    )
    _fill_spreads(blocks, shares, source, target, *spreads)
    return spreads


def _room(count: int) -> _Rows:
    """Return room for what is known of so many segments."""
    numbers = np.empty((3, count), dtype=np.int64)
    return _Rows(numbers[0], numbers[1], numbers[2], np.empty(count))


@exact
def _find_rows(blocks: Blocks, source: Parts, target: Parts, source_rows: _Rows, target_rows: _Rows) -> tuple[int, int]:
    """Fill in which other segments each segment has some block with; return how many values the spreads have."""
    return (
        _find_rows_of(blocks, 0, source, target, source_rows),
        _find_rows_of(blocks, 2, target, source, target_rows),
    )


@inlined_exact
def _find_rows_of(blocks: Blocks, side: int, own: Parts, other: Parts, found: _Rows) -> int:
    """Fill in the rows of one side, whose parts stand in the columns of the blocks from `side` on."""
    there, count = 2 - side, 0
    for s in range(own.number):
        found.first[s], found.end[s], found.weights[s] = other.number, 0, 0.0
    for x in range(own.segments.shape[0]):
        found.weights[own.segments[x]] += own.weights[x]
    for k in range(blocks.shape[0]):
        low, high = other.segments[blocks[k, there]], other.segments[blocks[k, there + 1] - 1] + 1
        for s in range(own.segments[blocks[k, side]], own.segments[blocks[k, side + 1] - 1] + 1):
            found.first[s], found.end[s] = min(found.first[s], low), max(found.end[s], high)
    for s in range(own.number):
        found.first[s] = min(found.first[s], found.end[s])
        found.rows[s] = count - found.first[s]
        count += found.end[s] - found.first[s]
    return int(count)


@exact
def _fill_spreads(
    blocks: Blocks, shares: Doubles, source: Parts, target: Parts, of_source: Spread, of_target: Spread
) -> None:
    """Fill in the values of both spreads, which are zeros."""
    _fill_spread(blocks, 0, shares, source, target, of_source)
    _fill_spread(blocks, 2, shares, target, source, of_target)


@inlined_exact
def _fill_spread(blocks: Blocks, side: int, shares: Doubles, own: Parts, other: Parts, spread: Spread) -> None:
    """Fill in the values of the spread of one side, whose parts stand in the columns of the blocks from `side` on."""
    there = 2 - side
    for k in range(blocks.shape[0]):
        total = _NOTHING
        for y in range(blocks[k, there], blocks[k, there + 1]):
            total += other.weights[y]
        for y in range(blocks[k, there], blocks[k, there + 1]):
            part = shares[k] * other.weights[y] / total
            for x in range(blocks[k, side], blocks[k, side + 1]):
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
