"""Runs of words without a counterpart.

A run is the part of a bead's side that has the greatest sum of log odds, each held between bounds so that no single
word decides; a second one is looked for outside of it.
"""

from typing import NamedTuple

import numpy as np

from align.lattice.arrays import Doubles, Flags, Longs
from align.lattice.kernel import exact, inlined
from align.words.describe import Described
from align.words.run_columns import RUN_FEATURES
from align.words.run_features import BOUND, EASE, Side, describe_runs
from align.words.vectors import SideWords

_MORE_EASE = (
    2.0  # more than that where a run is drawn out at its ends: what is missing ends seldom in the middle of a phrase
)
_MOST = 0.6  # share of a clause from which on a run takes in all of it
RUNS = 2  # of one side of a bead, at most


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
    own, other = (_side(*each) for each in zip(sides, rows, odds, strict=True))
    return _runs(own, other), _runs(other, own)


def _side(words: SideWords, rows: Described, odds: Doubles) -> Side:
    """Return one side with its runs, for the kernels."""
    held = np.clip(odds, -BOUND, BOUND)
    opens, begins = np.zeros((2, len(rows.words) + 1), dtype=bool)
    opens[rows.clauses], begins[rows.segments] = True, True
    spans = _to_clauses(_spans(held, rows.starts), rows.clauses)
    sizes = words.sizes[rows.words]
    return Side(rows.features, held, sizes, rows.masses, rows.mates, rows.starts, opens, begins, spans)


def _runs(own: Side, other: Side) -> Runs:
    features = describe_runs(own, other)
    whole = features[:, RUN_FEATURES.index("whole_segment")] > 0.0
    return Runs(own.spans[:, 0], own.spans[:, 1], own.spans[:, 2], whole, features)


def _spans(held: Doubles, starts: Longs) -> Longs:
    """Return bead, first row and end of the runs: int64 (r, 3)."""
    found = np.zeros((RUNS * (len(starts) - 1), 3), dtype=np.int64)
    count = _fill_spans(held, starts, found)
    return found[:count]


def _to_clauses(spans: Longs, clauses: Longs) -> Longs:
    """Return the runs drawn out to the ends of clauses of which they have most; two runs do not come to overlap."""
    begins = clauses[np.searchsorted(clauses, spans[:, 1], side="right") - 1]
    stops = clauses[np.searchsorted(clauses, spans[:, 2], side="left")]
    _draw_to(begins, stops, spans)
    return spans


@exact
def _draw_to(begins: Longs, stops: Longs, spans: Longs) -> None:
    """Draw runs out to where the clause of their first word begins and that of their last one stops."""
    for k in range(spans.shape[0]):
        first, end = spans[k, 1], spans[k, 2]
        if end - first >= _MOST * (min(end, stops[k]) - begins[k]) and not _meets(spans, k, begins[k], first):
            spans[k, 1] = begins[k]
        if end - first >= _MOST * (stops[k] - max(first, begins[k])) and not _meets(spans, k, end, stops[k]):
            spans[k, 2] = stops[k]


@inlined
def _meets(spans: Longs, run: int, first: int, end: int) -> bool:
    """Return whether rows are in another run of the same bead; the runs of a bead follow each other."""
    for k in range(max(0, run - RUNS + 1), min(spans.shape[0], run + RUNS)):
        if k != run and spans[k, 0] == spans[run, 0] and first < spans[k, 2] and spans[k, 1] < end:
            return True
    return False


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
                total += held[x] + EASE
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
        if total < -BOUND:
            break
        x += step
        if total > 0.0:
            reached = x
    return reached
