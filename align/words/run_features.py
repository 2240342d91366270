"""What is known of runs of words without a counterpart: how long, how clear, how much else is missing.

Also whether the bead would be of the usual length without the run, and how much of the other side is closest to it.
"""

from typing import NamedTuple

import numpy as np

from align.lattice.arrays import Doubles, Flags, Floats, Longs
from align.words.describe import COLUMN, Described
from align.words.vectors import SideWords

_FAINT = 0.1  # mass that keeps runs of words which hardly say anything from weighing much
BOUND = 4.0  # log odds of a word, at most
EASE = 1.5  # is added to the log odds, so that a run goes on over a word in doubt
_EDGE = ("opens_here", "closes_here", "whole_clauses", "whole_segment", "at_start", "at_end")
_INSIDE = (
    "best",
    "carried",
    "closeness",
    "bigram",
    "trigram",
    "weight",
    "capital",
    "digit",
    "whole",
    "apart",
    "rivalry",
)
_OUTSIDE = ("best", "carried", "trigram")
_BEAD = (
    "surplus",
    "size_surplus",
    "cosine",
    "words",
    "other_words",
    "segments",
    "other_segments",
    "usual_carried",
    "usual_best",
    "bead_carried",
    "bead_best",
    "other_carried",
    "other_best",
    "unspaced",
    "other_unspaced",
)
RUN_FEATURES = (
    "length",
    "share",
    "sum",
    "mean",
    "least",
    "mean_outside",
    "rest",
    "other_sum",
    "second",
    "surplus_without",
    "relief",
    "mates",
    "mates_by_mass",
    "other_mean",
    "likely",
    "outside",
    "outside_best",
    *_EDGE,
    *(f"in_{name}" for name in _INSIDE),
    *(f"out_{name}" for name in _OUTSIDE),
    *_BEAD,
)
_AT = {name: number for number, name in enumerate(RUN_FEATURES)}
_IN, _OUT, _OF_BEAD = ([COLUMN[name] for name in names] for names in (_INSIDE, _OUTSIDE, _BEAD))
_IN_AT = slice(_AT[f"in_{_INSIDE[0]}"], _AT[f"out_{_OUTSIDE[0]}"])
_OUT_AT = slice(_IN_AT.stop, _AT[_BEAD[0]])


class Side(NamedTuple):
    """One side of some beads.

    Attributes:
        words: those of the document.
        rows: what is known of those in the beads.
        held: float64 (r,), log odds that a word has no counterpart, within `BOUND`.
        spans: int64 (n, 3), bead, first row and end of each run.
    """

    words: SideWords
    rows: Described
    held: Doubles
    spans: Longs


def describe_runs(own: Side, other: Side) -> Doubles:
    """Return what is known of the runs of one side: float64 (n, F), in the order of `RUN_FEATURES`.

    Args:
        own: the side that has them.
        other: the other one.
    """
    rows = own.rows
    bead, first, end = own.spans.T
    start, stop = rows.starts[bead], rows.starts[bead + 1]
    sizes = own.words.sizes[rows.words]
    features = np.zeros((len(own.spans), len(RUN_FEATURES)))

    def put(name: str, values: Doubles | Flags) -> None:
        features[:, _AT[name]] = values

    length, whole = _sums(sizes, first, end), _sums(sizes, start, stop)
    held, count = _sums(own.held, first, end), end - first
    total, others = held + EASE * count, stop - start - count
    rest = _sums(own.held, start, stop) - held
    put("length", np.log(length))
    put("share", length / whole)
    put("sum", total)
    put("mean", held / count)
    put("least", np.minimum.reduceat(np.append(own.held, np.inf), np.stack((first, end), axis=1).ravel())[::2])
    put("mean_outside", np.where(others > 0, rest / np.maximum(others, 1), -BOUND))
    put("rest", np.log((whole - length + 1.0) / (np.exp(rows.features[first, COLUMN["other_words"]]) + 1.0)))
    put("other_sum", np.log1p(_best_sums(other)[bead]))
    put("second", np.log1p(_best_sums(own)[bead] - total))
    surplus = _surplus(rows, first)
    without = surplus + np.log((whole - length + 1.0) / (whole + 1.0))
    put("surplus_without", without)
    put("relief", np.abs(without) - np.abs(surplus))
    _put_mates(features, own, other)
    put("likely", _sums((own.held > 0.0).astype(np.float64), first, end) / count)
    clauses, segments = np.zeros((2, len(rows.words) + 1), dtype=bool)
    clauses[rows.clauses], segments[rows.segments] = True, True
    opens, closes = clauses[first], clauses[end]
    put("opens_here", opens)
    put("closes_here", closes)
    put("whole_clauses", opens & closes)
    put("whole_segment", segments[first] & segments[end] & (others > 0))
    put("at_start", first == start)
    put("at_end", end == stop)
    _put_means(features, own)
    features[:, _AT[_BEAD[0]] :] = rows.features[first][:, _OF_BEAD]
    put("size_surplus", surplus)
    return features


def _surplus(rows: Described, first: Longs) -> Doubles:
    """Return how much longer the bead is than the other side leads one to expect, as a logarithm.

    In two texts of a few sentences nobody knows what is usual; words are counted so that most languages take as many.
    """
    surplus, own, other = (rows.features[first, COLUMN[name]] for name in ("size_surplus", "words", "other_words"))
    known: Doubles = np.where(np.isnan(surplus), own - other, surplus)
    return known


def _put_mates(features: Doubles, own: Side, other: Side) -> None:
    """Fill in how much of the other side is closest to words of a run, and how well that side is covered at all."""
    theirs = other.rows
    bead, first, end = own.spans.T
    lows, highs = theirs.starts[bead], theirs.starts[bead + 1]
    counts = highs - lows
    # One row for each word of the other side of each run's bead.
    words = np.arange(counts.sum()) + np.repeat(lows - np.concatenate(([0], np.cumsum(counts)[:-1])), counts)
    mates = theirs.mates[words]
    inside = (mates >= np.repeat(first, counts)) & (mates < np.repeat(end, counts))
    near = theirs.masses[words] * theirs.features[words, COLUMN["best"]] * inside
    sums = np.bincount(np.repeat(np.arange(len(bead)), counts), near, minlength=len(bead))
    features[:, _AT["mates"]] = sums / (_sums(theirs.masses, lows, highs) + 1e-6)
    features[:, _AT["mates_by_mass"]] = sums / (_sums(own.rows.masses, first, end) + _FAINT)
    features[:, _AT["other_mean"]] = _sums(other.held, lows, highs) / np.maximum(counts, 1)


def _put_means(features: Doubles, own: Side) -> None:
    """Fill in the means of words in a run and around it, by mass."""
    rows = own.rows
    bead, first, end = own.spans.T
    start, stop = rows.starts[bead], rows.starts[bead + 1]
    masses = rows.masses.astype(np.float64) + 1e-6
    values = rows.features[:, [*_IN, COLUMN["outside"]]] * masses[:, None]
    inside = _sums(values, first, end) / _sums(masses, first, end)[:, None]
    features[:, _IN_AT] = inside[:, :-1]
    features[:, _AT["outside"]] = inside[:, -1]
    features[:, _AT["outside_best"]] = inside[:, -1] + inside[:, _INSIDE.index("best")]
    values = rows.features[:, _OUT] * masses[:, None]
    around = _sums(values, start, first) + _sums(values, end, stop)
    beside = _sums(masses, start, first) + _sums(masses, end, stop)
    features[:, _OUT_AT] = np.where(beside[:, None] > 0.0, around / np.maximum(beside, 1e-9)[:, None], np.nan)


def _sums(values: Doubles | Floats, first: Longs, end: Longs) -> Doubles:
    """Return the sums over half-open ranges of rows; what is not known in one of them touches no other one."""
    if not len(first):
        return np.zeros((0, *values.shape[1:]))
    padded = np.concatenate((values, np.zeros_like(values[:1])))
    sums = np.add.reduceat(padded, np.stack((first, end), axis=1).ravel())[::2].astype(np.float64)
    sums[first >= end] = 0.0
    return sums


def _best_sums(side: Side) -> Doubles:
    """Return the greatest sum of a run of each bead: float64 (k,)."""
    bead, first, end = side.spans.T
    sums = np.zeros(len(side.rows.starts) - 1)
    np.maximum.at(sums, bead, _sums(side.held, first, end) + EASE * (end - first))
    return sums
