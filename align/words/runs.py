"""Runs of words without a counterpart, and what is known of each: how long, how clear, how much else is missing.

A run is the part of a bead's side that has the greatest sum of log odds, each held between bounds so that no single
word decides; a second one is looked for outside of it.
"""

from typing import NamedTuple

import numpy as np

from align.lattice.arrays import Doubles, Flags, Longs
from align.lattice.kernel import exact, inlined
from align.words.describe import COLUMN, Described
from align.words.vectors import SideWords

_BOUND = 4.0  # log odds of a word, at most
_EASE = 1.5  # is added to the log odds, so that a run goes on over a word in doubt
_MORE_EASE = (
    2.0  # more than that where a run is drawn out at its ends: what is missing ends seldom in the middle of a phrase
)
_MOST = 0.6  # share of a clause from which on a run takes in all of it
RUNS = 2  # of one side of a bead, at most
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
    "outside",
    "outside_best",
    *_EDGE,
    *(f"in_{name}" for name in _INSIDE),
    *(f"out_{name}" for name in _OUTSIDE),
    *_BEAD,
)
_AT = {name: number for number, name in enumerate(RUN_FEATURES)}


class Runs(NamedTuple):
    """Runs of words of one side of some beads.

    Attributes:
        beads: int64 (r,), the number of the bead among those described.
        firsts: int64 (r,), the first row of each run.
        ends: int64 (r,), the end of it.
        whole: bool (r,), whether it is a whole segment, or several, of a bead with more of them on this side.
        features: float64 (r, F), in the order of `RUN_FEATURES`.
    """

    beads: Longs
    firsts: Longs
    ends: Longs
    whole: Flags
    features: Doubles


def find_runs(
    sides: tuple[SideWords, SideWords], rows: tuple[Described, Described], odds: tuple[Doubles, Doubles]
) -> tuple[Runs, Runs]:
    """Return the runs of both sides of some beads.

    Args:
        sides: the words of source and target.
        rows: what is known of them, in the beads.
        odds: float64 (r,) for each side, log odds that a word has no counterpart.
    """
    held = [np.clip(side, -_BOUND, _BOUND) for side in odds]
    spans = [_to_clauses(_spans(values, row.starts), row.clauses) for values, row in zip(held, rows, strict=True)]
    sums = [_best_sums(spans[side], held[side], len(rows[side].starts) - 1) for side in (0, 1)]
    return (
        _describe(sides[0], rows[0], held[0], spans[0], sums[1]),
        _describe(sides[1], rows[1], held[1], spans[1], sums[0]),
    )


def _spans(held: Doubles, starts: Longs) -> Longs:
    """Return bead, first row and end of the runs: int64 (r, 3)."""
    found = np.zeros((RUNS * (len(starts) - 1), 3), dtype=np.int64)
    count = _fill_spans(held, starts, found)
    return found[:count]


def _to_clauses(spans: Longs, clauses: Longs) -> Longs:
    """Return the runs drawn out to the ends of clauses of which they have most; two runs do not come to overlap."""
    drawn = spans.copy()
    begins = clauses[np.searchsorted(clauses, spans[:, 1], side="right") - 1]
    stops = clauses[np.searchsorted(clauses, spans[:, 2], side="left")]
    for k, (bead, first, end) in enumerate(spans.tolist()):
        others = [(a, b) for m, (other, a, b) in enumerate(drawn.tolist()) if other == bead and m != k]
        if end - first >= _MOST * (min(end, stops[k]) - begins[k]) and not _meets(int(begins[k]), first, others):
            drawn[k, 1] = begins[k]
        if end - first >= _MOST * (stops[k] - max(first, begins[k])) and not _meets(end, int(stops[k]), others):
            drawn[k, 2] = stops[k]
    return drawn


def _meets(first: int, end: int, others: list[tuple[int, int]]) -> bool:
    return any(first < b and a < end for a, b in others)


@exact
def _fill_spans(held: Doubles, starts: Longs, found: Longs) -> int:
    """Fill in the runs and return their number; a second one lies outside of the first."""
    count = 0
    for bead in range(starts.shape[0] - 1):
        a, b = -1, -1
        for _ in range(RUNS):
            best, first, end, total, begin = 0.0, -1, -1, 0.0, starts[bead]
            for x in range(starts[bead], starts[bead + 1]):
                if a <= x < b or total <= 0.0:
                    total, begin = 0.0, x
                if a <= x < b:
                    begin = x + 1
                    continue
                total += held[x] + _EASE
                if total > best:
                    best, first, end = total, begin, x + 1
            if first < 0:
                break
            first = _drawn_out(held, first - 1, max(starts[bead], b if b <= first else starts[bead]) - 1, -1) + 1
            end = _drawn_out(held, end, min(starts[bead + 1], a if a >= end else starts[bead + 1]), 1)
            found[count, 0], found[count, 1], found[count, 2] = bead, first, end
            count += 1
            a, b = first, end
    return count


@inlined
def _drawn_out(held: Doubles, place: int, limit: int, step: int) -> int:
    """Return how far a run reaches from a place towards a limit, neither of them in it."""
    total, reached, x = 0.0, place, place
    while x != limit:
        total += held[x] + _MORE_EASE
        if total < -_BOUND:
            break
        x += step
        if total > 0.0:
            reached = x
    return reached


def _best_sums(spans: Longs, held: Doubles, beads: int) -> Doubles:
    """Return the greatest sum of a run of each bead: float64 (k,)."""
    sums = np.zeros(beads)
    for bead, first, end in spans:
        sums[bead] = max(sums[bead], float((held[first:end] + _EASE).sum()))
    return sums


def _describe(side: SideWords, rows: Described, held: Doubles, spans: Longs, other_sums: Doubles) -> Runs:
    """Return the runs with their features."""
    features = np.zeros((len(spans), len(RUN_FEATURES)))
    own_sums = _best_sums(spans, held, len(rows.starts) - 1)
    segments, clauses = set(rows.segments.tolist()), set(rows.clauses.tolist())
    sizes = side.sizes[rows.words]
    for f, (bead, first, end) in zip(features, spans.tolist(), strict=True):
        start, stop = int(rows.starts[bead]), int(rows.starts[bead + 1])
        values, outside = held[first:end], held[start:first].sum() + held[end:stop].sum()
        length, whole = float(sizes[first:end].sum()), float(sizes[start:stop].sum())
        others = stop - start - (end - first)
        total = float(values.sum()) + _EASE * len(values)
        f[_AT["length"]], f[_AT["share"]] = np.log(length), length / whole
        f[_AT["sum"]], f[_AT["mean"]], f[_AT["least"]] = total, values.mean(), values.min()
        f[_AT["mean_outside"]] = outside / others if others else -_BOUND
        f[_AT["rest"]] = np.log((whole - length + 1.0) / (np.exp(rows.features[first, COLUMN["other_words"]]) + 1.0))
        f[_AT["other_sum"]], f[_AT["second"]] = np.log1p(other_sums[bead]), np.log1p(own_sums[bead] - total)
        opens, closes = first in clauses, end in clauses
        f[_AT["opens_here"]], f[_AT["closes_here"]], f[_AT["whole_clauses"]] = opens, closes, opens and closes
        f[_AT["whole_segment"]] = first in segments and end in segments and others > 0
        f[_AT["at_start"]], f[_AT["at_end"]] = first == start, end == stop
        _fill_means(f, rows, (start, first, end, stop))
    return Runs(spans[:, 0], spans[:, 1], spans[:, 2], features[:, _AT["whole_segment"]] > 0.0, features)


_IN, _OUT = [[COLUMN[name] for name in names] for names in (_INSIDE, _OUTSIDE)]
_IN_AT, _OUT_AT = (
    slice(_AT[f"in_{_INSIDE[0]}"], _AT[f"out_{_OUTSIDE[0]}"]),
    slice(_AT[f"out_{_OUTSIDE[0]}"], _AT[_BEAD[0]]),
)
_OF_BEAD, _OF_BEAD_AT = [COLUMN[name] for name in _BEAD], slice(_AT[_BEAD[0]], len(RUN_FEATURES))


def _fill_means(f: Doubles, rows: Described, places: tuple[int, int, int, int]) -> None:
    """Fill in the means of words in a run and around it, by mass, and what is known of their bead."""
    start, first, end, stop = places
    masses = rows.masses[start:stop] + 1e-6
    inside = masses[first - start : end - start]
    means = (inside @ rows.features[first:end]) / inside.sum()
    f[_IN_AT] = means[_IN]
    f[_AT["outside"]] = means[COLUMN["outside"]]
    f[_AT["outside_best"]] = means[COLUMN["outside"]] + means[COLUMN["best"]]
    outside = np.concatenate((masses[: first - start], masses[end - start :]))
    around = np.concatenate((rows.features[start:first, _OUT], rows.features[end:stop, _OUT]))
    f[_OUT_AT] = (outside @ around) / outside.sum() if len(outside) else np.nan
    f[_OF_BEAD_AT] = rows.features[first, _OF_BEAD]
