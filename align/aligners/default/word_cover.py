"""What the words of a candidate bead say: which have a counterpart inside of it, and which a better one outside.

The vector of a sentence tells what it is about; that a clause is missing hardly turns it. So for the few candidates
that sentence vectors leave open, each word is compared with each word of the other side. It is covered as far as its
most similar word is similar to it. Greedy matching of static vectors is as in Jalili Sabet et al. 2020 (SimAlign),
doi:10.18653/v1/2020.findings-emnlp.147; weights by length of the vector, so that "the" counts for little.

The names used throughout:
    keys: int64 (p,), in order: the pairs of segments that some candidate needs, i * m + j.
    best: float32, for each of these pairs the similarity of each source word with its most similar target word there,
    then the same of each target word; pair k begins at offsets[k].
    side: what belongs to the source or the target: weights of its words float32, and int64 (n + 1,) where the words of
    each segment start.
"""

from typing import NamedTuple

import numpy as np

from align.aligners.default.columns import Columns
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
    """Words of one document: their weights there, where each segment starts, and the weight of a usual segment."""

    weights: Floats
    starts: Longs
    usual: float


class Pairs(NamedTuple):
    """What is known of pairs of segments; see the module for the arrays."""

    keys: Longs
    offsets: Longs
    best: Floats


def cover(words: Words, counts: tuple[int, int], blocks: Longs) -> Columns:
    """Return what words say of blocks.

    Args:
        words: of all source segments, then of all target segments.
        counts: how many segments the sides have.
        blocks: int64 (k, 4), first and end of the source segments, first and end of the target segments.
    """
    n, m = counts
    source, target = _side(words, 0, n), _side(words, n, n + m)
    keys = _needed(blocks, n, m)
    offsets = _offsets(keys, source.starts, target.starts)
    pairs = Pairs(keys, offsets, _match(words, n, m, keys, offsets))
    return Columns(WORD_FEATURES, _cover(blocks, source, target, pairs))


def _side(words: Words, first: int, end: int) -> SideWords:
    """Return the side of the texts from first to end."""
    starts = words.starts[first : end + 1]
    weights = words.weights[words.tokens[starts[0] : starts[-1]]] * words.counts[starts[0] : starts[-1]]
    return SideWords(weights, starts - starts[0], float(weights.sum(dtype=np.float64)) / max(1, end - first) + _NOTHING)


def _needed(blocks: Longs, n: int, m: int) -> Longs:
    """Return the keys of all pairs of segments in the blocks and just beside them.

    What is beside a block on both sides is of no use to it, and with those corners a third more pairs were compared.
    """
    around = blocks[:, 1::2] - blocks[:, ::2] + 2
    keys = np.empty(int((around[:, 0] * around[:, 1]).sum()), dtype=np.int64)
    count = _list_needed(blocks, n, m, keys)
    keys = np.sort(keys[:count])
    fresh = np.empty(count, dtype=np.bool_)
    fresh[:1] = True
    np.not_equal(keys[1:], keys[:-1], out=fresh[1:])
    return keys[fresh]


@exact
def _list_needed(blocks: Longs, n: int, m: int, keys: Longs) -> int:
    """Put these keys into `keys`, some more than once, and return their number."""
    count = 0
    for k in range(blocks.shape[0]):
        for i in range(max(0, blocks[k, 0] - 1), min(n, blocks[k, 1] + 1)):
            beside = 1 if blocks[k, 0] <= i < blocks[k, 1] else 0
            for j in range(max(0, blocks[k, 2] - beside), min(m, blocks[k, 3] + beside)):
                keys[count] = i * m + j
                count += 1
    return count


def _offsets(keys: Longs, source_starts: Longs, target_starts: Longs) -> Longs:
    """Return where each pair of segments begins in `best`, and the end: int64 (p + 1,)."""
    i, j = np.divmod(keys, max(1, len(target_starts) - 1))
    offsets = np.zeros(len(keys) + 1, dtype=np.int64)
    np.cumsum(np.diff(source_starts)[i] + np.diff(target_starts)[j], out=offsets[1:])
    return offsets


def _match(words: Words, n: int, m: int, keys: Longs, offsets: Longs) -> Floats:
    """Return how similar the most similar words are, in all pairs of segments; see `best` above."""
    best = np.zeros(offsets[-1], dtype=np.float32)
    _fill_best(words, n, m, keys, offsets, best)
    return best


@fast
def _fill_best(words: Words, n: int, m: int, keys: Longs, offsets: Longs, best: Floats) -> None:
    """Fill in what `_match` returns.

    Four source words are compared with two target words at a time, so that a number once read is used more than once;
    the last words of a segment that are too few for that are compared again.
    """
    vectors, tokens = words.vectors, words.tokens
    for k in range(keys.shape[0]):
        i = keys[k] // m
        j = n + keys[k] - i * m
        source, target = tokens[words.starts[i] : words.starts[i + 1]], tokens[words.starts[j] : words.starts[j + 1]]
        last, end = source.shape[0] - 1, target.shape[0] - 1
        of_source, of_target = best[offsets[k] : offsets[k] + last + 1], best[offsets[k] + last + 1 : offsets[k + 1]]
        for x0 in range(0, last + 1, 4):
            x1, x2, x3 = min(x0 + 1, last), min(x0 + 2, last), min(x0 + 3, last)
            s0, s1, s2, s3 = vectors[source[x0]], vectors[source[x1]], vectors[source[x2]], vectors[source[x3]]
            for y0 in range(0, end + 1, 2):
                y1 = min(y0 + 1, end)
                t0, t1 = vectors[target[y0]], vectors[target[y1]]
                a0 = a1 = a2 = a3 = b0 = b1 = b2 = b3 = np.float32(0.0)
                for d in range(s0.shape[0]):
                    a0, b0 = a0 + s0[d] * t0[d], b0 + s0[d] * t1[d]
                    a1, b1 = a1 + s1[d] * t0[d], b1 + s1[d] * t1[d]
                    a2, b2 = a2 + s2[d] * t0[d], b2 + s2[d] * t1[d]
                    a3, b3 = a3 + s3[d] * t0[d], b3 + s3[d] * t1[d]
                of_source[x0], of_source[x1] = max(of_source[x0], a0, b0), max(of_source[x1], a1, b1)
                of_source[x2], of_source[x3] = max(of_source[x2], a2, b2), max(of_source[x3], a3, b3)
                of_target[y0] = max(of_target[y0], a0, a1, a2, a3)
                of_target[y1] = max(of_target[y1], b0, b1, b2, b3)


def _cover(blocks: Longs, source: SideWords, target: SideWords, pairs: Pairs) -> Doubles:
    """Return the features of all blocks."""
    features = np.zeros((len(blocks), len(WORD_FEATURES)))
    features[:, AT.least_covered] = 1.0
    room = max(_most_words(source, blocks[:, :2]), _most_words(target, blocks[:, 2:]))
    _fill_features(blocks, source, target, pairs, np.empty((3, room)), np.empty(2), features)
    return features


def _most_words(side: SideWords, spans: Longs) -> int:
    """Return how many words the longest of some spans of segments has, 1 at least."""
    return int((side.starts[spans[:, 1]] - side.starts[spans[:, 0]]).max(initial=1))


@fast
def _fill_features(
    blocks: Longs, source: SideWords, target: SideWords, pairs: Pairs, room: Doubles, edges: Doubles, features: Doubles
) -> None:
    """Fill in the features of all blocks; there is room for the words of one side of a block, three times."""
    for k in range(blocks.shape[0]):
        edges[0] = edges[1] = 1.0
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
