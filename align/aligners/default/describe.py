"""What the second pass goes by: features of the candidates that the first pass left open, and of null segments.

The first pass sees sentence vectors only, and sees all candidates. The few that it leaves open are described by all
that is known: what the first pass made of them, which words have a counterpart, lengths relative to those of the beads
that seem right in this pair, punctuation, paragraphs, and whether a segment's closest counterpart lies elsewhere. None
of it tells source from target, so that swapped documents give the mirror.
"""

from math import log
from typing import NamedTuple

import numpy as np

from align.aligners.default.clauses import CLAUSE_FEATURES
from align.aligners.default.columns import Columns
from align.aligners.default.marks import KIND, NAMES, Marks
from align.aligners.default.word_cover import WORD_FEATURES
from align.lattice.arrays import Doubles, Flags, Floats, Ints, Lattice, Longs
from align.lattice.candidates import Workspace, workspace
from align.lattice.features import FEATURES, bead_features, fill_around
from align.lattice.kernel import exact, fast
from align.lattice.pruning import Blocks

_SPOKEN = ("quote", "dash")  # what speech begins with
_FINAL = ("question", "exclamation", "stop", "quote", "ellipsis", "colon")
_SHARED = ("question", "exclamation", "quote", "digit")  # what both sides may have
_KINDS, _QUESTION, _DIGIT = len(NAMES), KIND["question"], KIND["digit"]
_UNLIKE, _BOTH = tuple(f"unlike_{name}" for name in NAMES), tuple(f"both_{name}" for name in _SHARED)
_PARAGRAPH_FEATURES = ("both_begin", "one_begins", "both_finish", "one_finishes", "one_broken", "both_broken")
_SHAPE_FEATURES = ("is_1_1", "is_1_2", "is_1_3", "is_1_n", "is_2_2", "is_n_m")
CANDIDATE_FEATURES = (
    *FEATURES[1:], "first_score", "first_share", *WORD_FEATURES, *CLAUSE_FEATURES,
    "deviation", "deviation_squared", "longer", "deviation_by_spread", "deviation_by_size", "size", "small",
    *_UNLIKE, *_BOTH, "both_spoken", "one_spoken", "same_end", "one_ends", "one_asks",
    "elsewhere_more", "elsewhere_less",
    *_PARAGRAPH_FEATURES, *_SHAPE_FEATURES,
    "null_odds_more", "null_odds_less", "compound_odds", "level", "spread", "floor",
)  # fmt: skip
COUNTERPART_FEATURES = (*CANDIDATE_FEATURES, "odds")
NULL_FEATURES = ("best", "close", "size", "first_odds", "null_odds", "other_null_odds", "relative", "level", "digits")
CLOSE = 0.35  # cosine above the floor from which a segment's best counterpart speaks against a null twice
SCORE_UNIT = 4.0  # of the first pass, so that its score is as large as other features
_LEAST_SHARE, _LEAST_NULL_SHARE = 1e-5, 1e-4  # smaller shares of the first pass say no more: it is not that sure
_LEAST_ODDS = 1e-3  # share, and one less that, beyond which a bead is not surer
_MOST_MARKS, _MOST_SHARED = 6.0, 3.0  # of a kind on a side; and that both sides have


class _MarkColumns(NamedTuple):
    """The columns of what beads begin and end with, behind those of the counts."""

    both_spoken: int
    one_spoken: int
    same_end: int
    one_ends: int
    one_asks: int


_MARK_FEATURES = (*_UNLIKE, *_BOTH, *_MarkColumns._fields)
_AT = _MarkColumns(*map(_MARK_FEATURES.index, _MarkColumns._fields))
# By kind: the column of the marks that both sides have, -1 for none; and whether speech begins and a sentence ends so.
_BOTH_AT = np.array([_MARK_FEATURES.index(f"both_{name}") if name in _SHARED else -1 for name in NAMES])
_IS_SPOKEN, _IS_FINAL = (np.isin([*NAMES, ""], names) for names in (_SPOKEN, _FINAL))


def bead_block_features(lattice: Lattice, blocks: Blocks) -> Doubles:
    """Return the first-pass features of blocks: float64 (k, F), in the order of `align.lattice.features.FEATURES`.

    Args:
        lattice: what the features are worked out from.
        blocks: int64 (k, 4), within the band of the lattice, with at least one segment on each side.
    """
    out = np.zeros((len(blocks), len(FEATURES)))
    _fill_features(lattice, blocks, workspace(), out)
    return out


def describe_beads(lattice: Lattice, blocks: Blocks) -> Columns:
    """Return the first-pass features of blocks but the first one, which is the same for all.

    Args:
        lattice: as for `bead_block_features`.
        blocks: int64 (k, 4), likewise.
    """
    return Columns(FEATURES[1:], bead_block_features(lattice, blocks)[:, 1:])


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


def describe_marks(source: Marks, target: Marks, blocks: Blocks) -> Columns:
    """Return how the marks of both sides agree.

    Args:
        source: marks of the n source segments.
        target: marks of the m target segments.
        blocks: int64 (k, 4), with at least one segment on each side.
    """
    out = np.empty((len(blocks), len(_MARK_FEATURES)))
    _fill_marks(source, target, blocks, _BOTH_AT, (_IS_SPOKEN, _IS_FINAL), out)
    return Columns(_MARK_FEATURES, out)


@exact
def _fill_marks(
    source: Marks, target: Marks, blocks: Blocks, both_at: Longs, flags: tuple[Flags, Flags], out: Doubles
) -> None:
    """Fill in what `describe_marks` returns."""
    is_spoken, is_final = flags
    for k in range(blocks.shape[0]):
        i, i_end, j, j_end = blocks[k, 0], blocks[k, 1], blocks[k, 2], blocks[k, 3]
        for kind in range(_KINDS):
            one = other = 0.0
            for segment in range(i, i_end):
                one += source.counts[segment, kind]
            for segment in range(j, j_end):
                other += target.counts[segment, kind]
            one, other = min(one, _MOST_MARKS), min(other, _MOST_MARKS)
            out[k, kind] = abs(one - other)
            if both_at[kind] >= 0:
                out[k, both_at[kind]] = min(one, other, _MOST_SHARED)
        speaks, answers = is_spoken[source.first[i]], is_spoken[target.first[j]]
        end, other_end = source.last[i_end - 1], target.last[j_end - 1]
        out[k, _AT.both_spoken], out[k, _AT.one_spoken] = speaks and answers, speaks != answers
        out[k, _AT.same_end] = end == other_end
        out[k, _AT.one_ends] = is_final[end] != is_final[other_end]
        out[k, _AT.one_asks] = (end == _QUESTION) != (other_end == _QUESTION)


def describe_paragraphs(source: Flags, target: Flags, blocks: Blocks) -> Columns:
    """Return how blocks lie among paragraphs.

    Args:
        source: bool (n + 1,), where source paragraphs begin; nowhere where a side has none.
        target: bool (m + 1,), the same for the target.
        blocks: int64 (k, 4).
    """
    out = np.empty((len(blocks), len(_PARAGRAPH_FEATURES)))
    _fill_paragraphs(source, target, blocks, out)
    return Columns(_PARAGRAPH_FEATURES, out)


@exact
def _fill_paragraphs(source: Flags, target: Flags, blocks: Blocks, out: Doubles) -> None:
    """Fill in what `describe_paragraphs` returns."""
    for k in range(blocks.shape[0]):
        i, i_end, j, j_end = blocks[k, 0], blocks[k, 1], blocks[k, 2], blocks[k, 3]
        broken = other_broken = False
        for segment in range(i + 1, i_end):
            broken = broken or source[segment]
        for segment in range(j + 1, j_end):
            other_broken = other_broken or target[segment]
        out[k, 0], out[k, 1] = source[i] and target[j], source[i] != target[j]
        out[k, 2], out[k, 3] = source[i_end] and target[j_end], source[i_end] != target[j_end]
        out[k, 4], out[k, 5] = broken != other_broken, broken and other_broken


def describe_shapes(blocks: Blocks) -> Columns:
    """Return which shape each block has."""
    out = np.zeros((len(blocks), len(_SHAPE_FEATURES)))
    _fill_shapes(blocks, out)
    return Columns(_SHAPE_FEATURES, out)


@exact
def _fill_shapes(blocks: Blocks, out: Doubles) -> None:
    """Fill in what `describe_shapes` returns."""
    for k in range(blocks.shape[0]):
        a, b = blocks[k, 1] - blocks[k, 0], blocks[k, 3] - blocks[k, 2]
        low, high = min(a, b), max(a, b)
        if low == 1:
            out[k, min(high, 4) - 1] = 1.0
        elif low > 1:
            out[k, 4 if high == 2 else 5] = 1.0


def describe_elsewhere(source: Doubles, target: Doubles) -> Columns:
    """Return what `elsewhere` says of the two sides of blocks, so that it does not matter which one is the source.

    Args:
        source: float64 (k,), what it says of the source segments of each block.
        target: float64 (k,), the same of the target segments.
    """
    out = np.empty((len(source), 2))
    np.maximum(source, target, out=out[:, 0])
    np.minimum(source, target, out=out[:, 1])
    return Columns(("elsewhere_more", "elsewhere_less"), out)


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


def describe_first(scores: Floats, shares: Doubles) -> Columns:
    """Return what the first pass made of candidates.

    Args:
        scores: float32 (k,), their log weights there.
        shares: float64 (k,), their probabilities there.
    """
    out = np.empty((len(shares), 2))
    out[:, 0] = scores / SCORE_UNIT
    out[:, 1] = np.log(np.maximum(shares, _LEAST_SHARE))
    return Columns(("first_score", "first_share"), out)


def describe_counterparts(features: Doubles, shares: Doubles) -> Doubles:
    """Return what tells whether the sides of beads correspond at all: float64 (k, F + 1), as `COUNTERPART_FEATURES`.

    Args:
        features: float64 (k, F), of the beads, in the order of `CANDIDATE_FEATURES`.
        shares: float64 (k,), their probabilities in the second pass.
    """
    held = np.minimum(np.maximum(shares, _LEAST_ODDS), 1.0 - _LEAST_ODDS)
    out = np.empty((len(features), features.shape[1] + 1))
    out[:, :-1] = features
    out[:, -1] = np.log(held / (1.0 - held))
    return out


def describe_nulls(
    heights: Doubles, sizes: Doubles, shares: Doubles, marks: Marks, null_odds: tuple[float, float], level: float
) -> Columns:
    """Return the features of the segments of one side as nulls.

    Args:
        heights: float64 (n,), cosine of each segment's best counterpart above the floor.
        sizes: float64 (n,), logarithm of each segment's size.
        shares: float64 (n,), probabilities of the first pass that they are null.
        marks: of the segments.
        null_odds: log odds of a null segment on this side and on the other.
        level: how far above the floor the cosine of good pairs is in these documents.
    """
    out = np.empty((len(heights), len(NULL_FEATURES)))
    _fill_nulls(heights, sizes, shares, marks, null_odds, level, out)
    return Columns(NULL_FEATURES, out)


@exact
def _fill_nulls(
    heights: Doubles,
    sizes: Doubles,
    shares: Doubles,
    marks: Marks,
    null_odds: tuple[float, float],
    level: float,
    out: Doubles,
) -> None:
    """Fill in what `describe_nulls` returns."""
    for k in range(out.shape[0]):
        held = min(max(shares[k], _LEAST_NULL_SHARE), 1.0 - _LEAST_NULL_SHARE)
        out[k, 0], out[k, 1], out[k, 2] = heights[k], max(0.0, heights[k] - CLOSE), sizes[k]
        out[k, 3], out[k, 4], out[k, 5] = log(held / (1.0 - held)), null_odds[0], null_odds[1]
        out[k, 6], out[k, 7] = heights[k] / level, level
        out[k, 8] = min(marks.counts[k, _DIGIT], _MOST_SHARED)
