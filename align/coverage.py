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
from numba import njit
from numpy.typing import NDArray

from align.encoding.tokens import Words
from align.score import Doubles, Floats

Longs = NDArray[np.int64]
WORD_FEATURES = (
    "least_covered", "well_covered", "better_outside", "covered_mass", "uncovered_mass", "outside_mass",
    "edge_share", "edge_use", "edge_idle",
)  # fmt: skip
WELL = 0.5  # similarity from which on a word counts as covered well
POORLY = 0.35  # and below which it has no counterpart
IDLE = 0.1  # a segment at the edge of a bead that covers less than this share of its own weight is of no use there


class Side(NamedTuple):
    """Words of one document: their weights, where each segment starts, and the weight of a usual segment."""

    weights: Floats
    starts: Longs
    usual: float


def cover(words: Words, counts: tuple[int, int], blocks: Longs) -> Doubles:
    """Return the features of blocks: float64 (k, F), in the order of `WORD_FEATURES`.

    Args:
        words: of all source segments, then of all target segments.
        counts: how many segments the sides have.
        blocks: int64 (k, 4), first and end of the source segments, first and end of the target segments.
    """
    n, m = counts
    source, target = _side(words, 0, n), _side(words, n, n + m)
    keys = _needed(blocks, n, m)
    offsets = _offsets(keys, source.starts, target.starts)
    best = _match(words, n, m, keys, offsets)
    return _cover(blocks, source, target, keys, offsets, best)


def _side(words: Words, first: int, end: int) -> Side:
    """Return the side of the texts from first to end."""
    starts = words.starts[first : end + 1]
    weights = words.weights[words.tokens[starts[0] : starts[-1]]]
    return Side(weights, starts - starts[0], float(weights.sum(dtype=np.float64)) / max(1, end - first) + 1e-6)


@njit(cache=True)
def _needed(blocks: Longs, n: int, m: int) -> Longs:
    """Return the keys of all pairs of segments in the blocks and just around them."""
    seen = set()
    for k in range(len(blocks)):
        for i in range(max(0, blocks[k, 0] - 1), min(n, blocks[k, 1] + 1)):
            for j in range(max(0, blocks[k, 2] - 1), min(m, blocks[k, 3] + 1)):
                seen.add(i * m + j)
    keys = np.empty(len(seen), dtype=np.int64)
    for place, key in enumerate(seen):
        keys[place] = key
    keys.sort()
    return keys


@njit(cache=True)
def _offsets(keys: Longs, source_starts: Longs, target_starts: Longs) -> Longs:
    """Return where each pair of segments begins in `best`, and the end: int64 (p + 1,)."""
    offsets, m = np.zeros(len(keys) + 1, dtype=np.int64), len(target_starts) - 1
    for k in range(len(keys)):
        i, j = keys[k] // m, keys[k] % m
        offsets[k + 1] = offsets[k] + source_starts[i + 1] - source_starts[i] + target_starts[j + 1] - target_starts[j]
    return offsets


@njit(cache=True, fastmath=True)
def _match(words: Words, n: int, m: int, keys: Longs, offsets: Longs) -> Floats:
    """Return how similar the most similar words are, in all pairs of segments; see `best` above.

    Four source words are compared with two target words at a time, so that a number once read is used more than once;
    the last words of a segment that are too few for that are compared again.
    """
    best = np.zeros(offsets[-1], dtype=np.float32)
    for k in range(len(keys)):
        i, j = keys[k] // m, n + keys[k] % m
        source = words.tokens[words.starts[i] : words.starts[i + 1]]
        target = words.tokens[words.starts[j] : words.starts[j + 1]]
        of_source = best[offsets[k] : offsets[k] + len(source)]
        of_target = best[offsets[k] + len(source) : offsets[k + 1]]
        last, end = len(source) - 1, len(target) - 1
        for x0 in range(0, len(source), 4):
            x1, x2, x3 = min(x0 + 1, last), min(x0 + 2, last), min(x0 + 3, last)
            s0, s1 = words.vectors[source[x0]], words.vectors[source[x1]]
            s2, s3 = words.vectors[source[x2]], words.vectors[source[x3]]
            for y0 in range(0, len(target), 2):
                y1 = min(y0 + 1, end)
                t0, t1 = words.vectors[target[y0]], words.vectors[target[y1]]
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
    return best


@njit(cache=True, fastmath=True)
def _cover(blocks: Longs, source: Side, target: Side, keys: Longs, offsets: Longs, best: Floats) -> Doubles:
    """Return the features of all blocks."""
    n, m = len(source.starts) - 1, len(target.starts) - 1
    features = np.zeros((len(blocks), len(WORD_FEATURES)))
    room = 1
    for k in range(len(blocks)):
        room = max(room, source.starts[blocks[k, 1]] - source.starts[blocks[k, 0]])
        room = max(room, target.starts[blocks[k, 3]] - target.starts[blocks[k, 2]])
    inside, outside, without = np.zeros(room), np.zeros(room), np.zeros(room)
    for k in range(len(blocks)):
        i0, i1, j0, j1 = blocks[k]
        phi = features[k]
        edges = np.ones(2)
        phi[0] = 1.0
        for of_source in (True, False):
            _fill(inside, source, target, keys, offsets, best, (i0, i1, j0, j1), of_source)
            if of_source:
                around = (i0, i1, j0 - 1, j0), (i0, i1, j1, j1 + 1)
                own, first, end = source, i0, i1
            else:
                around = (i0 - 1, i0, j0, j1), (i1, i1 + 1, j0, j1)
                own, first, end = target, j0, j1
            outside[:] = 0.0
            for block in around:
                if block[0] >= 0 and block[1] <= n and block[2] >= 0 and block[3] <= m:
                    _fill(without, source, target, keys, offsets, best, block, of_source)
                    outside = np.maximum(outside, without)
            start, stop = own.starts[first], own.starts[end]
            _weigh(phi, own.weights[start:stop], own.usual, inside, outside)
            other, a, b = (target, j0, j1) if of_source else (source, i0, i1)
            if b - a > 1:
                for edge in (a, b - 1):
                    low, high = (a + 1, b) if edge == a else (a, b - 1)
                    block = (i0, i1, low, high) if of_source else (low, high, j0, j1)
                    _fill(without, source, target, keys, offsets, best, block, of_source)
                    weights = other.weights[other.starts[edge] : other.starts[edge + 1]]
                    _weigh_edge(edges, own.weights[start:stop], weights, inside, without)
        if i1 - i0 + j1 - j0 > 2:
            phi[6], phi[7], phi[8] = edges[0], edges[1], max(0.0, IDLE - edges[1])
    return features


@njit(cache=True, fastmath=True)
def _fill(
    values: Doubles,
    source: Side,
    target: Side,
    keys: Longs,
    offsets: Longs,
    best: Floats,
    block: tuple[int, int, int, int],
    of_source: bool,
) -> None:
    """Put how well the words of one side of a block are covered by the other side into `values`."""
    i0, i1, j0, j1 = block
    m = len(target.starts) - 1
    values[:] = 0.0
    for i in range(i0, i1):
        length = source.starts[i + 1] - source.starts[i]
        k = np.searchsorted(keys, i * m + j0)
        for j in range(j0, j1):
            if of_source:
                place, start, count = source.starts[i] - source.starts[i0], offsets[k], length
            else:
                place, start = target.starts[j] - target.starts[j0], offsets[k] + length
                count = target.starts[j + 1] - target.starts[j]
            for x in range(count):
                values[place + x] = max(values[place + x], best[start + x])
            k += 1


@njit(cache=True, fastmath=True)
def _weigh(phi: Doubles, weights: Floats, usual: float, inside: Doubles, outside: Doubles) -> None:
    """Take one side of a block into the first six features."""
    total, covered, well, poorly, better = 1e-6, 0.0, 0.0, 0.0, 0.0
    for x in range(len(weights)):
        weight, here = weights[x], inside[x]
        total += weight
        covered += weight * here
        well += weight * max(0.0, here - WELL)
        better += weight * max(0.0, outside[x] - here)
        if here < POORLY:
            poorly += weight
    phi[0] = min(phi[0], covered / total)
    phi[1] += 0.5 * well / total
    phi[2] += 0.5 * better / total
    phi[3] += covered / usual
    phi[4] += poorly / usual
    phi[5] += better / usual


@njit(cache=True, fastmath=True)
def _weigh_edge(edges: Doubles, weights: Floats, of_edge: Floats, inside: Doubles, without: Doubles) -> None:
    """Lower `edges` to what a segment at an edge of the bead adds to the other side's cover.

    That is as a share of the other side's weight, and of its own.
    """
    total, own, added = 1e-6, 1e-6, 0.0
    for x in range(len(weights)):
        total += weights[x]
        added += weights[x] * (inside[x] - without[x])
    for x in range(len(of_edge)):
        own += of_edge[x]
    edges[0] = min(edges[0], added / total)
    edges[1] = min(edges[1], added / own)
