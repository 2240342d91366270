"""What clauses say of candidate beads: whether parts of their sentences lie elsewhere.

Content that crosses a full stop ("…, he said, smiling", which begins the next sentence of the translation) hardly turns
the vector of a sentence, but it is a clause. So the first pass is run once more over the clauses of both sides as if
they were sentences, near what it has left open, and the probability of each block of clauses is spread over the
sentences that they belong to. A candidate is described by how much of its sides lies in each other, how much beside
them, and what its sentences at the edges have to do with it. None of it tells source from target.
"""

from typing import NamedTuple

import numpy as np

from align.aligners.default.columns import Columns, gather
from align.lattice.arrays import Doubles
from align.lattice.kernel import exact, inlined, inlined_exact
from align.lattice.pruning import Blocks
from align.lattice.spread import Spread, lies_in

_NOTHING = 1e-6


class ClauseFeatures(NamedTuple):
    """The features of a block by name, here with the column of each.

    Attributes:
        clause_least_inside: share of the weight of a side that lies in the other, of the side where it is less.
        clause_most_inside: the same of the side where it is more.
        clause_leak: what lies beside the other side, before or after it: the greatest of four, in usual segments.
        clause_leaks: the sum of the four.
        clause_leak_share: the greatest of the four as a share of its side.
        clause_lost: what lies nowhere, in usual segments, sum of both sides.
        clause_neighbour: share of a segment just before or after a side that lies in the other: the greatest of four.
        clause_edge: share of a segment at an edge that does not lie in the other side: the greatest; of 1-1 0.
        clause_cut: what crosses the cut into two beads that the least of it crosses, as a share, mean of both sides; of
            1-n 0.
    """

    clause_least_inside: int
    clause_most_inside: int
    clause_leak: int
    clause_leaks: int
    clause_leak_share: int
    clause_lost: int
    clause_neighbour: int
    clause_edge: int
    clause_cut: int


CLAUSE_FEATURES = ClauseFeatures._fields
AT = ClauseFeatures(*range(len(CLAUSE_FEATURES)))


class ClauseShares(NamedTuple):
    """How much of each source sentence lies in which target sentence, and the reverse."""

    source: Spread
    target: Spread


def describe_clauses(shares: ClauseShares | None, blocks: Blocks) -> Columns:
    """Return what clauses say of blocks; NaN where they are not known.

    Args:
        shares: how much of each sentence lies in which other.
        blocks: int64 (k, 4), first and end of the source sentences, first and end of the target sentences.
    """
    if shares is None:
        return gather(dict.fromkeys(CLAUSE_FEATURES, np.nan), len(blocks))
    out = np.empty((len(blocks), len(CLAUSE_FEATURES)))
    usual = [float(side.weights.sum()) / len(side.weights) + _NOTHING for side in shares]
    _describe(shares, blocks, usual[0], usual[1], out)
    return Columns(CLAUSE_FEATURES, out)


@exact
def _describe(shares: ClauseShares, blocks: Blocks, source_usual: float, target_usual: float, out: Doubles) -> None:
    """Fill in the features of blocks, from what the segments of both sides usually weigh."""
    for k in range(out.shape[0]):
        for x in range(out.shape[1]):
            out[k, x] = 0.0
        out[k, AT.clause_least_inside] = 1.0
    _describe_side(shares.source, blocks, 0, source_usual, out)
    _describe_side(shares.target, blocks, 2, target_usual, out)


@inlined_exact
def _describe_side(own: Spread, blocks: Blocks, side: int, usual: float, out: Doubles) -> None:
    """Take one side of all blocks, which stands in their columns from `side` on, into the features of both."""
    for k in range(blocks.shape[0]):
        first, end = blocks[k, side], blocks[k, side + 1]
        other_first, other_end = blocks[k, 2 - side], blocks[k, 3 - side]
        total, inside, before, after, edge = _NOTHING, 0.0, 0.0, 0.0, 1.0
        for s in range(first, end):
            left, within, right = lies_in(own, s, other_first, other_end)
            total, inside, before, after = total + own.weights[s], inside + within, before + left, after + right
            if s == first or s == end - 1:
                edge = min(edge, within / (own.weights[s] + _NOTHING))
        leak = max(before, after)
        out[k, AT.clause_least_inside] = min(out[k, AT.clause_least_inside], inside / total)
        out[k, AT.clause_most_inside] = max(out[k, AT.clause_most_inside], inside / total)
        out[k, AT.clause_leak] = max(out[k, AT.clause_leak], leak / usual)
        out[k, AT.clause_leaks] += (before + after) / usual
        out[k, AT.clause_leak_share] = max(out[k, AT.clause_leak_share], leak / total)
        out[k, AT.clause_lost] += (total - inside - before - after) / usual
        neighbour = max(_share(own, first - 1, other_first, other_end), _share(own, end, other_first, other_end))
        out[k, AT.clause_neighbour] = max(out[k, AT.clause_neighbour], neighbour)
        if end - first > 1:
            out[k, AT.clause_edge] = max(out[k, AT.clause_edge], 1.0 - edge)
            if other_end - other_first > 1:
                out[k, AT.clause_cut] += 0.5 * _least_crossing(own, first, end, other_first, other_end) / total


@inlined
def _share(own: Spread, segment: int, first: int, end: int) -> float:
    """Return how much of a segment lies in the other segments from first to end, as a share; of none 0."""
    if segment < 0 or segment >= own.weights.shape[0]:
        return 0.0
    inside = lies_in(own, segment, first, end)[1]
    return inside / float(own.weights[segment] + _NOTHING)


@inlined
def _least_crossing(own: Spread, first: int, end: int, other_first: int, other_end: int) -> float:
    """Return how much of the segments of one side crosses the cut of a block into two that the least of it crosses."""
    least = 1e9
    for middle in range(first + 1, end):
        for other_middle in range(other_first + 1, other_end):
            crosses = 0.0
            for s in range(first, end):
                if s < middle:
                    crosses += lies_in(own, s, other_middle, other_end)[1]
                else:
                    crosses += lies_in(own, s, other_first, other_middle)[1]
            least = min(least, crosses)
    return least
