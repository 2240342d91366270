"""What the second pass goes by: features of the candidates that the first pass left open, and of null segments.

The first pass sees sentence vectors only, and sees all candidates. The few that it leaves open are described by all
that is known: what the first pass made of them, which words have a counterpart, lengths relative to those of the beads
that seem right in this pair, punctuation, paragraphs, and whether a segment's closest counterpart lies elsewhere. None
of it tells source from target, so that swapped documents give the mirror.
"""

import numpy as np

from align.aligners.default.marks import KIND, NAMES, Marks
from align.aligners.default.word_cover import WORD_FEATURES
from align.lattice.arrays import Doubles, Flags, Floats, Ints, Lattice
from align.lattice.candidates import Workspace, workspace
from align.lattice.features import FEATURES, USUAL_SIZE, bead_features, fill_around
from align.lattice.kernel import exact, fast
from align.lattice.pruning import Blocks

LENGTHS = ("deviation", "deviation_squared", "longer", "deviation_by_spread", "deviation_by_size", "size", "small")
_SHARED = ("question", "exclamation", "quote", "digit")
_QUESTION, _DIGIT = KIND["question"], KIND["digit"]
_SPOKEN = ("quote", "dash")  # what speech begins with
_FINAL = ("question", "exclamation", "stop", "quote", "ellipsis", "colon")
_KINDS = len(NAMES)
_IS_SHARED, _IS_SPOKEN, _IS_FINAL = (np.isin([*NAMES, ""], names) for names in (_SHARED, _SPOKEN, _FINAL))
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
SCORE_UNIT = 4.0  # of the first pass, so that its score is as large as other features
_LEAST_SHARE = 1e-5
_ASSUMED_SPREAD, _ASSUMED_WEIGHT = 0.3, 300.0  # of log length ratios in right beads, and how many bytes it counts for
_LONG = 200.0  # bytes from which a longer bead tells no more about the ratio of lengths


def bead_block_features(lattice: Lattice, blocks: Blocks) -> Doubles:
    """Return the first-pass features of blocks: float64 (k, F), in the order of `align.lattice.features.FEATURES`."""
    out = np.zeros((len(blocks), len(FEATURES)))
    _fill_features(lattice, blocks, workspace(), out)
    return out


@fast
def _fill_features(lattice: Lattice, blocks: Blocks, work: Workspace, out: Doubles) -> None:
    """Fill in what `bead_block_features` returns."""
    boxes, right, below, phi = work
    for k in range(blocks.shape[0]):
        i, j = blocks[k, 1], blocks[k, 3]
        fill_around(lattice, i, j, boxes, right, below)
        bead_features(lattice, i, j, i - blocks[k, 0], j - blocks[k, 2], boxes, right, below, phi)
        for number in range(len(FEATURES)):
            out[k, number] = phi[number]


def describe_lengths(lattice: Lattice, blocks: Blocks, shares: Doubles) -> tuple[Doubles, float]:
    """Return how the lengths of the sides of blocks fit, float64 (k, 7), and the spread of their log ratio.

    Ratio and spread are those of the beads that the first pass believes in: where much was dropped, the lengths of the
    whole documents say little. `deviation_by_size` is the measure of Gale and Church 1993, whose variance grows with
    the length; `longer` is that of the side with more segments.
    """
    source, target = lattice.source.sizes, lattice.target.sizes
    first = source[blocks[:, 1]] - source[blocks[:, 0]] + 4.0
    second = target[blocks[:, 3]] - target[blocks[:, 2]] + 4.0
    ratios, weights = np.log(second / first), shares * np.minimum(np.sqrt(first * second), _LONG)
    total = weights.sum()
    usual = (weights @ ratios) / (total + _LONG)
    off = ratios - usual
    variance = (weights @ off**2 + _ASSUMED_WEIGHT * _ASSUMED_SPREAD**2) / (total + _ASSUMED_WEIGHT)
    spread, scale = float(np.sqrt(variance)), np.exp(0.5 * usual)
    first, second = first * scale, second / scale
    more = np.sign(blocks[:, 3] - blocks[:, 2] - blocks[:, 1] + blocks[:, 0])
    size, apart = np.log(np.minimum(first, second) / USUAL_SIZE), np.abs(off)
    out = np.empty((len(blocks), len(LENGTHS)))
    out[:, 0], out[:, 1] = apart, np.minimum(off**2, 3.0)
    out[:, 2] = np.minimum(np.maximum(off * more, -1.5), 1.5)
    out[:, 3] = np.minimum(apart / spread, 5.0)
    out[:, 4] = np.minimum(np.abs(second - first) / np.sqrt(3.4 * (first + second) + 50.0), 8.0)
    out[:, 5], out[:, 6] = size, np.minimum(size, 0.0)
    return out, spread


def describe_marks(source: Marks, target: Marks, blocks: Blocks) -> Doubles:
    """Return how the marks of both sides agree: float64 (k, 20)."""
    out = np.empty((len(blocks), _KINDS + len(_SHARED) + 5))
    _fill_marks(source, target, blocks, (_IS_SHARED, _IS_SPOKEN, _IS_FINAL), out)
    return out


@exact
def _fill_marks(source: Marks, target: Marks, blocks: Blocks, flags: tuple[Flags, Flags, Flags], out: Doubles) -> None:
    """Fill in what `describe_marks` returns."""
    is_shared, is_spoken, is_final = flags
    for k in range(blocks.shape[0]):
        i, i_end, j, j_end = blocks[k, 0], blocks[k, 1], blocks[k, 2], blocks[k, 3]
        place = _KINDS
        for kind in range(_KINDS):
            one = other = 0.0
            for segment in range(i, i_end):
                one += source.counts[segment, kind]
            for segment in range(j, j_end):
                other += target.counts[segment, kind]
            one, other = min(one, 6.0), min(other, 6.0)
            out[k, kind] = abs(one - other)
            if is_shared[kind]:
                out[k, place] = min(one, other, 3.0)
                place += 1
        speaks, answers = is_spoken[source.first[i]], is_spoken[target.first[j]]
        end, other_end = source.last[i_end - 1], target.last[j_end - 1]
        out[k, place], out[k, place + 1] = speaks and answers, speaks != answers
        out[k, place + 2], out[k, place + 3] = end == other_end, is_final[end] != is_final[other_end]
        out[k, place + 4] = (end == _QUESTION) != (other_end == _QUESTION)


def describe_paragraphs(source: Flags, target: Flags, blocks: Blocks) -> Doubles:
    """Return how blocks lie among paragraphs: float64 (k, 6), in the order of `PARAGRAPHS`.

    Args:
        source: bool (n + 1,), where source paragraphs begin; nowhere where a side has none.
        target: bool (m + 1,), the same for the target.
        blocks: int64 (k, 4).
    """
    out = np.empty((len(blocks), len(PARAGRAPHS)))
    i, i_end, j, j_end = blocks.T
    numbers, others = np.cumsum(source), np.cumsum(target)
    broken, other_broken = numbers[i_end - 1] > numbers[i], others[j_end - 1] > others[j]
    for place, one, other in ((0, source[i], target[j]), (2, source[i_end], target[j_end])):
        out[:, place], out[:, place + 1] = one & other, one != other
    out[:, 4], out[:, 5] = broken != other_broken, broken & other_broken
    return out


def describe_shapes(blocks: Blocks) -> Doubles:
    """Return which shape each block has: float64 (k, 6), in the order of `SHAPES`."""
    a, b = blocks[:, 1] - blocks[:, 0], blocks[:, 3] - blocks[:, 2]
    low, high = np.minimum(a, b), np.maximum(a, b)
    number = np.where(low == 1, np.minimum(high, 4) - 1, np.where(high == 2, 4, 5))
    return np.eye(len(SHAPES))[number]


def describe_elsewhere(source: Doubles, target: Doubles) -> Doubles:
    """Return what `elsewhere` says of the two sides of blocks, the larger first: float64 (k, 2)."""
    return np.column_stack([np.maximum(source, target), np.minimum(source, target)])


def elsewhere(numbers: Ints, heights: Doubles, own: Blocks, other: Blocks) -> Doubles:
    """Return how high the closest counterparts of the segments of blocks are that lie outside of them: float64 (k,).

    Args:
        numbers: int32 (n,), the closest counterpart of each segment of one side.
        heights: float64 (n,), its cosine above the floor.
        own: int64 (k, 2), first and end of the segments of that side.
        other: int64 (k, 2), of the other side.
    """
    out = np.zeros(len(own))
    _fill_elsewhere(numbers, heights, own, other, out)
    return out


@exact
def _fill_elsewhere(numbers: Ints, heights: Doubles, own: Blocks, other: Blocks, out: Doubles) -> None:
    """Fill in what `elsewhere` returns."""
    for k in range(own.shape[0]):
        for segment in range(own[k, 0], own[k, 1]):
            if numbers[segment] < other[k, 0] or numbers[segment] >= other[k, 1]:
                out[k] += max(0.0, heights[segment])


def describe_first(scores: Floats, shares: Doubles) -> Doubles:
    """Return what the first pass made of candidates: float64 (k, 2)."""
    return np.column_stack([scores / SCORE_UNIT, np.log(np.maximum(shares, _LEAST_SHARE))])


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
    held = np.minimum(np.maximum(shares, 1e-4), 1.0 - 1e-4)
    out[:, 0], out[:, 1], out[:, 2] = heights, np.maximum(0.0, heights - CLOSE), sizes
    out[:, 3], out[:, 4] = np.log(held / (1.0 - held)), null_odds
    out[:, 5], out[:, 6], out[:, 7] = heights / level, level, np.minimum(marks.counts[:, _DIGIT], 3.0)
    return out
