"""What the words of a candidate bead say: which have a counterpart inside of it, and which a better one outside.

The vector of a sentence tells what it is about; that a clause is missing hardly turns it. So for the few candidates
that sentence vectors leave open, each word is compared with each word of the other side. It is covered as far as its
most similar word is similar to it. Greedy matching of static vectors is as in Jalili Sabet et al. 2020 (SimAlign),
doi:10.18653/v1/2020.findings-emnlp.147; weights by length of the vector, so that "the" counts for little.

How similar words are is worked out by `align.aligners.default.word_pairs`. The side of a block is what belongs to the
source or the target.
"""

from typing import NamedTuple

import numpy as np

from align.aligners.default.columns import Columns
from align.aligners.default.word_pairs import Pairs, match_words
from align.encoding.static.words import Words
from align.lattice.arrays import Doubles, Floats, Longs
from align.lattice.kernel import exact, fast, inlined

WELL = 0.5  # similarity from which on a word counts as covered well
POORLY = 0.35  # and below which it has no counterpart
IDLE = 0.1  # a segment at the edge of a bead that covers less than this share of its own weight is of no use there
_INSIDE, _OUTSIDE, _WITHOUT = range(3)  # room for the cover by parts of the other side, see `_part`
_AFTER = 2
_NOTHING = 1e-6  # is added to weights that are divided by, since a segment may have no word


class WordFeatures(NamedTuple):
    """The features of a block by name, here with the column of each.

    Attributes:
        least_covered: share of the weight of a side that the other covers, of the side where it is less.
        well_covered: what the cover exceeds `WELL` by, as a share, mean of both sides.
        better_outside: what just beside the block covers more, as a share, mean of both sides.
        covered_mass: weight that is covered, in usual segments, sum of both sides.
        uncovered_mass: weight of the words that are covered poorly, the same way.
        outside_mass: weight that is covered more just beside the block, the same way.
        edge_share: what the least useful segment at an edge adds to the cover of the other side, as a share of that; of
            1-1, as the two below, 0.
        edge_use: the same as a share of its own weight.
        edge_idle: what that falls short of `IDLE` by.
    """

    least_covered: int
    well_covered: int
    better_outside: int
    covered_mass: int
    uncovered_mass: int
    outside_mass: int
    edge_share: int
    edge_use: int
    edge_idle: int


WORD_FEATURES = WordFeatures._fields
AT = WordFeatures(*range(len(WORD_FEATURES)))


class SideWords(NamedTuple):
    """Words of one document.

    Attributes:
        weights: float32 (w,), of the words there.
        starts: int64 (n + 1,), where the words of each segment start.
        usual: weight of a usual segment.
    """

    weights: Floats
    starts: Longs
    usual: float


def cover(words: Words, counts: tuple[int, int], blocks: Longs) -> Columns:
    """Return what words say of blocks.

    Args:
        words: of all source segments, then of all target segments.
        counts: how many segments the sides have.
        blocks: int64 (k, 4), first and end of the source segments, first and end of the target segments.
    """
    n, m = counts
    said = words.weights[words.tokens] * words.counts
    source, target = _side(words.starts, said, 0, n), _side(words.starts, said, n, n + m)
    pairs = match_words(words, (n, m), blocks)
    return Columns(WORD_FEATURES, _cover(blocks, source, target, pairs))


def _side(starts: Longs, said: Floats, first: int, end: int) -> SideWords:
    """Return the side of the texts from first to end, of all of which it is known how much each of their words says."""
    begin, stop = int(starts[first]), int(starts[end])
    weights, own = said[begin:stop], starts[first : end + 1]
    usual = float(weights.sum(dtype=np.float64)) / max(1, end - first) + _NOTHING
    return SideWords(weights, own - begin if begin else own, usual)


def _cover(blocks: Longs, source: SideWords, target: SideWords, pairs: Pairs) -> Doubles:
    """Return the features of all blocks."""
    features = np.zeros((len(blocks), len(WORD_FEATURES)))
    room = np.empty((3, _most_words(blocks, source.starts, target.starts)))
    _fill_features(blocks, source, target, pairs, room, np.empty(2), features)
    return features


@exact
def _most_words(blocks: Longs, source_starts: Longs, target_starts: Longs) -> int:
    """Return how many words the longest side of some blocks has, 1 at least."""
    most = 1
    for k in range(blocks.shape[0]):
        most = max(most, source_starts[blocks[k, 1]] - source_starts[blocks[k, 0]])
        most = max(most, target_starts[blocks[k, 3]] - target_starts[blocks[k, 2]])
    return int(most)


@fast
def _fill_features(
    blocks: Longs, source: SideWords, target: SideWords, pairs: Pairs, room: Doubles, edges: Doubles, features: Doubles
) -> None:
    """Fill in the features of all blocks; there is room for the words of one side of a block, three times."""
    for k in range(blocks.shape[0]):
        edges[0] = edges[1] = features[k, AT.least_covered] = 1.0
        for side in range(2):
            of_source = side == 0
            own, first, end = (
                (source, blocks[k, 0], blocks[k, 1]) if of_source else (target, blocks[k, 2], blocks[k, 3])
            )
            other, a, b = (target, blocks[k, 2], blocks[k, 3]) if of_source else (source, blocks[k, 0], blocks[k, 1])
            start, count = own.starts[first], own.starts[end] - own.starts[first]
            for part in range(5 if b - a > 1 else 3):
                place, low, high = _part(part, a, b)
                if part != _AFTER:
                    for x in range(count):
                        room[place, x] = 0.0
                if low >= 0 and high < other.starts.shape[0]:
                    i0, i1, j0, j1 = (first, end, low, high) if of_source else (low, high, first, end)
                    _fill(room[place], source, target, pairs, i0, i1, j0, j1, of_source)
                if part == _AFTER:
                    _weigh(features, k, own, start, count, room)
                elif part > _AFTER:
                    _weigh_edge(edges, own, start, count, other, a if low > a else b - 1, room)
        if blocks[k, 1] - blocks[k, 0] + blocks[k, 3] - blocks[k, 2] > 2:
            features[k, AT.edge_share], features[k, AT.edge_use] = edges[0], edges[1]
            features[k, AT.edge_idle] = max(0.0, IDLE - edges[1])


@inlined
def _part(part: int, a: int, b: int) -> tuple[int, int, int]:
    """Return the room for the cover by a part, and the part of the other side, from a to b, or what is around it.

    The parts are the block itself, what lies just before it and just after it, and the block without either edge.
    """
    if part == 0:
        return _INSIDE, a, b
    if part == 1:
        return _OUTSIDE, a - 1, a
    if part == _AFTER:
        return _OUTSIDE, b, b + 1
    return _WITHOUT, a + (part == 3), b - (part == 4)


@inlined
def _fill(
    values: Doubles,
    source: SideWords,
    target: SideWords,
    pairs: Pairs,
    i0: int,
    i1: int,
    j0: int,
    j1: int,
    of_source: bool,
) -> None:
    """Raise `values` to how well the words of one side of a block are covered by the other side."""
    keys, offsets, best = pairs
    m = target.starts.shape[0] - 1
    for i in range(i0, i1):
        length = source.starts[i + 1] - source.starts[i]
        k, end = 0, keys.shape[0]
        while k < end:
            middle = (k + end) // 2
            if keys[middle] < i * m + j0:
                k = middle + 1
            else:
                end = middle
        for j in range(j0, j1):
            place, start, count = source.starts[i] - source.starts[i0], offsets[k], length
            if not of_source:
                place, start = target.starts[j] - target.starts[j0], offsets[k] + length
                count = target.starts[j + 1] - target.starts[j]
            for x in range(count):
                values[place + x] = max(values[place + x], best[start + x])
            k += 1


@inlined
def _weigh(features: Doubles, k: int, own: SideWords, start: int, count: int, room: Doubles) -> None:
    """Take one side of block k into the features of both sides; half a share each makes a mean."""
    total, covered, well, poorly, better = _NOTHING, 0.0, 0.0, 0.0, 0.0
    for x in range(count):
        weight, here = own.weights[start + x], room[_INSIDE, x]
        total += weight
        covered += weight * here
        well += weight * max(0.0, here - WELL)
        better += weight * max(0.0, room[_OUTSIDE, x] - here)
        if here < POORLY:
            poorly += weight
    features[k, AT.least_covered] = min(features[k, AT.least_covered], covered / total)
    features[k, AT.well_covered] += 0.5 * well / total
    features[k, AT.better_outside] += 0.5 * better / total
    features[k, AT.covered_mass] += covered / own.usual
    features[k, AT.uncovered_mass] += poorly / own.usual
    features[k, AT.outside_mass] += better / own.usual


@inlined
def _weigh_edge(
    edges: Doubles, own: SideWords, start: int, count: int, other: SideWords, edge: int, room: Doubles
) -> None:
    """Lower `edges` to what a segment at an edge of the bead adds to the other side's cover.

    That is as a share of the other side's weight, and of its own.
    """
    total, of_edge, added = _NOTHING, _NOTHING, 0.0
    for x in range(count):
        total += own.weights[start + x]
        added += own.weights[start + x] * (room[_INSIDE, x] - room[_WITHOUT, x])
    for x in range(other.starts[edge], other.starts[edge + 1]):
        of_edge += other.weights[x]
    edges[0] = min(edges[0], added / total)
    edges[1] = min(edges[1], added / of_edge)
