"""What the second pass goes by: features of the candidates that the first pass left open, and of null segments.

The first pass sees sentence vectors only, and sees all candidates. The few that it leaves open are described by all
that is known: what the first pass made of them, which words have a counterpart, lengths relative to those of the beads
that seem right in this pair, punctuation, paragraphs, and whether a segment's closest counterpart lies elsewhere. None
of it tells source from target, so that swapped documents give the mirror.
"""

import numpy as np
from numba import njit
from numpy.typing import NDArray

from align.coverage import WORD_FEATURES
from align.marks import KIND, NAMES, Marks
from align.pruning import Blocks
from align.score import FEATURES, SIDE, Doubles, Ints, Lattice, bead_features, fill_around

LENGTHS = ("deviation", "deviation_squared", "longer", "deviation_by_spread", "deviation_by_size", "size", "small")
_SHARED = ("question", "exclamation", "quote", "digit")
_SPOKEN = (KIND["quote"], KIND["dash"])  # what speech begins with
_SHARED_KINDS = tuple(KIND[name] for name in _SHARED)
_QUESTION, _DIGIT = KIND["question"], KIND["digit"]
_FINAL = tuple(KIND[name] for name in ("question", "exclamation", "stop", "quote", "ellipsis", "colon"))
SHAPES = ("is_1_1", "is_1_2", "is_1_3", "is_1_n", "is_2_2", "is_n_m")
PARAGRAPHS = ("both_begin", "one_begins", "both_finish", "one_finishes", "one_broken", "both_broken")
CANDIDATE_FEATURES = (
    *FEATURES[1:], "first_score", "first_share", *WORD_FEATURES, *LENGTHS,
    *(f"unlike_{name}" for name in NAMES), *(f"both_{name}" for name in _SHARED),
    "both_spoken", "one_spoken", "same_end", "one_ends", "one_asks", "elsewhere_more", "elsewhere_less",
    *PARAGRAPHS, *SHAPES, "null_odds", "compound_odds", "level", "spread", "floor",
)  # fmt: skip
NULL_FEATURES = ("best", "close", "size", "first_odds", "null_odds", "relative", "level", "digits")
CLOSE = 0.35  # cosine above the floor from which a segment's best counterpart speaks against a null twice
_SCORE_UNIT = 4.0
_LEAST_SHARE = 1e-5
_USUAL = 80.0  # bytes of a sentence
_ASSUMED_SPREAD, _ASSUMED_WEIGHT = 0.3, 300.0  # of log length ratios in right beads, and how many bytes it counts for
_LONG = 200.0  # bytes from which a longer bead tells no more about the ratio of lengths


def bead_block_features(lattice: Lattice, blocks: Blocks) -> Doubles:
    """Return the first-pass features of blocks: float64 (k, F), in the order of `align.score.FEATURES`."""
    return _bead_block_features(lattice, blocks)


def describe_lengths(lattice: Lattice, blocks: Blocks, shares: Doubles) -> tuple[Doubles, float]:
    """Return how the lengths of the sides of blocks fit, float64 (k, 7), and the spread of their log ratio.

    Ratio and spread are those of the beads that the first pass believes in: where much was dropped, the lengths of the
    whole documents say little. `deviation_by_size` is the measure of Gale and Church 1993, whose variance grows with
    the length; `longer` is that of the side with more segments.
    """
    return _describe_lengths(lattice.source_sizes, lattice.target_sizes, blocks, shares)


@njit(cache=True)
def describe_marks(source: Marks, target: Marks, blocks: Blocks) -> Doubles:
    """Return how the marks of both sides agree: float64 (k, 20)."""
    kinds, shared = len(NAMES), len(_SHARED_KINDS)
    out = np.zeros((len(blocks), kinds + shared + 5))
    counts = np.empty((2, kinds))
    for k in range(len(blocks)):
        i, i_end, j, j_end = blocks[k]
        phi = out[k]
        for kind in range(kinds):
            counts[0, kind] = min(source.counts[i:i_end, kind].sum(), 6.0)
            counts[1, kind] = min(target.counts[j:j_end, kind].sum(), 6.0)
            phi[kind] = abs(counts[0, kind] - counts[1, kind])
        for place in range(shared):
            kind = _SHARED_KINDS[place]
            phi[kinds + place] = min(counts[0, kind], counts[1, kind], 3.0)
        spoken = source.first[i] in _SPOKEN, target.first[j] in _SPOKEN
        ends = source.last[i_end - 1], target.last[j_end - 1]
        phi[kinds + shared] = spoken[0] and spoken[1]
        phi[kinds + shared + 1] = spoken[0] != spoken[1]
        phi[kinds + shared + 2] = ends[0] == ends[1]
        phi[kinds + shared + 3] = (ends[0] in _FINAL) != (ends[1] in _FINAL)
        phi[kinds + shared + 4] = (ends[0] == _QUESTION) != (ends[1] == _QUESTION)
    return out


@njit(cache=True)
def describe_paragraphs(source: NDArray[np.bool_], target: NDArray[np.bool_], blocks: Blocks) -> Doubles:
    """Return how blocks lie among paragraphs: float64 (k, 6), in the order of `PARAGRAPHS`.

    Args:
        source: bool (n + 1,), where source paragraphs begin; nowhere where a side has none.
        target: bool (m + 1,), the same for the target.
        blocks: int64 (k, 4).
    """
    out = np.zeros((len(blocks), len(PARAGRAPHS)))
    for k in range(len(blocks)):
        i, i_end, j, j_end = blocks[k]
        phi = out[k]
        phi[0], phi[1] = source[i] and target[j], source[i] != target[j]
        phi[2], phi[3] = source[i_end] and target[j_end], source[i_end] != target[j_end]
        broken = source[i + 1 : i_end].any(), target[j + 1 : j_end].any()
        phi[4], phi[5] = broken[0] != broken[1], broken[0] and broken[1]
    return out


@njit(cache=True)
def describe_shapes(blocks: Blocks) -> Doubles:
    """Return which shape each block has: float64 (k, 6), in the order of `SHAPES`."""
    out = np.zeros((len(blocks), len(SHAPES)))
    for k in range(len(blocks)):
        sides = blocks[k, 1] - blocks[k, 0], blocks[k, 3] - blocks[k, 2]
        low, high = min(sides), max(sides)
        if low == 1:
            out[k, min(high, 4) - 1] = 1.0
        elif high == 2:
            out[k, 4] = 1.0
        elif high > 2:
            out[k, 5] = 1.0
    return out


def describe_elsewhere(source: Doubles, target: Doubles) -> Doubles:
    """Return what `elsewhere` says of the two sides of blocks, the larger first: float64 (k, 2)."""
    return np.column_stack([np.maximum(source, target), np.minimum(source, target)])


@njit(cache=True)
def elsewhere(numbers: Ints, heights: Doubles, own: Blocks, other: Blocks) -> Doubles:
    """Return how high the closest counterparts of the segments of blocks are that lie outside of them: float64 (k,).

    Args:
        numbers: int32 (n,), the closest counterpart of each segment of one side.
        heights: float64 (n,), its cosine above the floor.
        own: int64 (k, 2), first and end of the segments of that side.
        other: int64 (k, 2), of the other side.
    """
    out = np.zeros(len(own))
    for k in range(len(own)):
        for segment in range(own[k, 0], own[k, 1]):
            if not other[k, 0] <= numbers[segment] < other[k, 1]:
                out[k] += max(0.0, heights[segment])
    return out


def describe_first(scores: NDArray[np.float32], shares: Doubles) -> Doubles:
    """Return what the first pass made of candidates: float64 (k, 2)."""
    return np.column_stack([scores / _SCORE_UNIT, np.log(np.maximum(shares, _LEAST_SHARE))])


@njit(cache=True)
def describe_nulls(
    heights: Doubles, sizes: Doubles, shares: Doubles, marks: Marks, null_odds: float, level: float
) -> Doubles:
    """Return the features of the segments of one side as nulls: float64 (n, 8), in the order of `NULL_FEATURES`.

    Args:
        heights: float64 (n,), cosine of each segment's best counterpart above the floor.
        sizes: float64 (n,), logarithm of each segment's size.
        shares: float64 (n,), probabilities of the first pass that they are null.
        marks: of the segments.
        null_odds: log odds of a null segment in the pair.
        level: how far above the floor the cosine of good pairs is in these documents.
    """
    out = np.empty((len(heights), len(NULL_FEATURES)))
    for place in range(len(heights)):
        held = min(max(shares[place], 1e-4), 1.0 - 1e-4)
        height, phi = heights[place], out[place]
        phi[0], phi[1], phi[2] = height, max(0.0, height - CLOSE), sizes[place]
        phi[3], phi[4] = np.log(held / (1.0 - held)), null_odds
        phi[5], phi[6], phi[7] = height / level, level, min(marks.counts[place, _DIGIT], 3.0)
    return out


@njit(cache=True)
def _describe_lengths(source: Doubles, target: Doubles, blocks: Blocks, shares: Doubles) -> tuple[Doubles, float]:
    """Do what `describe_lengths` says, from the running sums of the sizes of both sides."""
    ratios, weights = np.empty(len(blocks)), np.empty(len(blocks))
    for k in range(len(blocks)):
        first, second = _sizes(source, target, blocks[k])
        ratios[k], weights[k] = np.log(second / first), shares[k] * min(np.sqrt(first * second), _LONG)
    usual = (weights * ratios).sum() / (weights.sum() + _LONG)
    off = ratios - usual
    variance = ((weights * off**2).sum() + _ASSUMED_WEIGHT * _ASSUMED_SPREAD**2) / (weights.sum() + _ASSUMED_WEIGHT)
    spread, scale = np.sqrt(variance), np.exp(0.5 * usual)
    out = np.empty((len(blocks), len(LENGTHS)))
    for k in range(len(blocks)):
        first, second = _sizes(source, target, blocks[k])
        first, second = first * scale, second / scale
        more = np.sign(blocks[k, 3] - blocks[k, 2] - blocks[k, 1] + blocks[k, 0])
        size = np.log(min(first, second) / _USUAL)
        out[k, 0], out[k, 1] = abs(off[k]), min(off[k] ** 2, 3.0)
        out[k, 2] = min(max(off[k] * more, -1.5), 1.5)
        out[k, 3] = min(abs(off[k]) / spread, 5.0)
        out[k, 4] = min(abs(second - first) / np.sqrt(3.4 * (first + second) + 50.0), 8.0)
        out[k, 5], out[k, 6] = size, min(size, 0.0)
    return out, spread


@njit(cache=True)
def _sizes(source: Doubles, target: Doubles, block: NDArray[np.int64]) -> tuple[float, float]:
    """Return the bytes of the two sides of a block, and 4 more."""
    return source[block[1]] - source[block[0]] + 4.0, target[block[3]] - target[block[2]] + 4.0


@njit(cache=True)
def _bead_block_features(lattice: Lattice, blocks: Blocks) -> Doubles:
    out = np.zeros((len(blocks), len(FEATURES)))
    boxes = np.zeros((SIDE + 2, SIDE + 2))
    right, below = np.zeros(SIDE + 1), np.zeros(SIDE + 1)
    for k in range(len(blocks)):
        i, j = blocks[k, 1], blocks[k, 3]
        fill_around(lattice, i, j, boxes, right, below)
        bead_features(lattice, i, j, i - blocks[k, 0], j - blocks[k, 2], boxes, right, below, out[k])
    return out
