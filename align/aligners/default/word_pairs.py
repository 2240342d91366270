"""How similar the words of two segments are, for those pairs of segments that some candidate bead needs."""

from typing import NamedTuple

import numpy as np

from align.encoding.static.words import Words
from align.lattice.arrays import Flags, Floats, Longs
from align.lattice.kernel import exact, fast

_FEW_CELLS = 1 << 16  # pairs of segments, up to which there is a flag for each


class Pairs(NamedTuple):
    """The most similar words in pairs of segments.

    Attributes:
        keys: int64 (p,), rising: the pairs, i * m + j for source segment i and target segment j of m.
        offsets: int64 (p + 1,), where each pair begins in `best`, and the end.
        best: float32, for each pair the similarity of each source word with its most similar target word there, then
            the same of each target word; 0 at least.
    """

    keys: Longs
    offsets: Longs
    best: Floats


def match_words(words: Words, counts: tuple[int, int], blocks: Longs) -> Pairs:
    """Return how similar the most similar words are, in all pairs of segments in the blocks and just beside them.

    Args:
        words: of all source segments, then of all target segments.
        counts: how many segments the sides have.
        blocks: int64 (k, 4), first and end of the source segments, first and end of the target segments.
    """
    n, m = counts
    keys = _needed(blocks, n, m)
    offsets = np.empty(len(keys) + 1, dtype=np.int64)
    best = np.zeros(_fill_offsets(keys, words.starts, n, m, offsets), dtype=np.float32)
    _fill_best(words, n, m, keys, offsets, best)
    return Pairs(keys, offsets, best)


def _needed(blocks: Longs, n: int, m: int) -> Longs:
    """Return the keys of all pairs of segments in the blocks and just beside them.

    What is beside a block on both sides is of no use to it, and with those corners a third more pairs were compared.
    """
    if n * m <= _FEW_CELLS:
        keys = np.empty(n * m, dtype=np.int64)
        return keys[: _collect_needed(blocks, np.zeros((n, m), dtype=np.bool_), keys)]
    around = blocks[:, 1::2] - blocks[:, ::2] + 2
    keys = np.empty(int((around[:, 0] * around[:, 1]).sum()), dtype=np.int64)
    count = _list_needed(blocks, n, m, keys)
    keys = np.sort(keys[:count])
    fresh = np.empty(count, dtype=np.bool_)
    fresh[:1] = True
    np.not_equal(keys[1:], keys[:-1], out=fresh[1:])
    return keys[fresh]


@exact
def _collect_needed(blocks: Longs, needed: Flags, keys: Longs) -> int:
    """Put these keys into `keys` by way of a flag for each pair, bool (n, m), and return their number."""
    n, m = needed.shape
    for k in range(blocks.shape[0]):
        for i in range(max(0, blocks[k, 0] - 1), min(n, blocks[k, 1] + 1)):
            beside = 1 if blocks[k, 0] <= i < blocks[k, 1] else 0
            for j in range(max(0, blocks[k, 2] - beside), min(m, blocks[k, 3] + beside)):
                needed[i, j] = True
    count = 0
    for i in range(n):
        for j in range(m):
            if needed[i, j]:
                keys[count] = i * m + j
                count += 1
    return count


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


@exact
def _fill_offsets(keys: Longs, starts: Longs, n: int, m: int, offsets: Longs) -> int:
    """Fill in where each pair of segments begins in `best`, and the end, which is returned.

    Args:
        keys: int64 (p,), of the pairs.
        starts: int64 (n + m + 1,), where the words of source and then of target segments start.
        n: source segments.
        m: target segments.
        offsets: int64 (p + 1,).
    """
    total = 0
    for k in range(keys.shape[0]):
        offsets[k] = total
        i = keys[k] // m
        j = n + keys[k] - i * m
        total += starts[i + 1] - starts[i] + starts[j + 1] - starts[j]
    offsets[keys.shape[0]] = total
    return int(total)


@fast
def _fill_best(words: Words, n: int, m: int, keys: Longs, offsets: Longs, best: Floats) -> None:
    """Fill in how similar the most similar words are; see `Pairs`.

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
