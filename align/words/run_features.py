"""What is known of runs of words without a counterpart: how long, how clear, how much else is missing.

Also whether the bead would be of the usual length without the run, and how much of the other side is closest to it.
"""

from typing import NamedTuple

import numpy as np

from align.lattice.arrays import Doubles, Flags, Floats, Longs
from align.lattice.kernel import exact, inlined
from align.words.columns import AT, COLUMN
from align.words.run_columns import BEAD, IN, INSIDE, OF_BEAD, OF_RUN, OUT, OUTSIDE, RUN_FEATURES

BOUND = 4.0  # log odds of a word, at most
EASE = 1.5  # is added to the log odds, so that a run goes on over a word in doubt
_FAINT, _HARDLY = 0.1, 1e-6  # masses that keep runs of words which hardly say anything from weighing much
_SIZE_SURPLUS, _WORDS, _OTHER_WORDS = COLUMN["size_surplus"], COLUMN["words"], COLUMN["other_words"]
_SURPLUS_OF_RUN = RUN_FEATURES.index("size_surplus")


class Side(NamedTuple):
    """The words of one side of some beads, as the kernels see them.

    Attributes:
        features: float64 (r, F), in the order of `align.words.columns.FEATURES`.
        held: float64 (r,), log odds that a word has no counterpart, within `BOUND`.
        sizes: float64 (r,), how many words of a language with spaces each says as much as.
        masses: float32 (r,).
        mates: int64 (r,), the row of the most similar word of the other side.
        starts: int64 (k + 1,), where the words of each bead start.
        opens: bool (r + 1,), whether a clause begins there, or all ends.
        begins: bool (r + 1,), the same of a segment.
        spans: int64 (n, 3), bead, first row and end of each run.
    """

    features: Doubles
    held: Doubles
    sizes: Doubles
    masses: Floats
    mates: Longs
    starts: Longs
    opens: Flags
    begins: Flags
    spans: Longs


def describe_runs(own: Side, other: Side) -> Doubles:
    """Return what is known of the runs of one side: float64 (n, F), in the order of `RUN_FEATURES`.

    Args:
        own: the side that has them.
        other: the other one.
    """
    features = np.empty((len(own.spans), len(RUN_FEATURES)))
    best, other_best = np.zeros(len(own.starts) - 1), np.zeros(len(own.starts) - 1)
    _fill_sums(own.held, own.spans, best)
    _fill_sums(other.held, other.spans, other_best)
    _fill_runs(own, other, best, other_best, features)
    return features


@exact
def _fill_sums(held: Doubles, spans: Longs, best: Doubles) -> None:
    """Fill in the greatest sum of a run of each bead, in order: they were 0."""
    for n in range(spans.shape[0]):
        bead = spans[n, 0]
        best[bead] = max(best[bead], _sum(held, spans[n, 1], spans[n, 2]) + EASE * (spans[n, 2] - spans[n, 1]))


@exact
def _fill_runs(own: Side, other: Side, best: Doubles, other_best: Doubles, features: Doubles) -> None:
    """Fill in the features of the runs; `best` and `other_best` are the greatest sums of a run of each bead."""
    for n in range(own.spans.shape[0]):
        bead, first, end = own.spans[n, 0], own.spans[n, 1], own.spans[n, 2]
        start, stop = own.starts[bead], own.starts[bead + 1]
        row, words = features[n], own.features[first]
        size, whole = _sum(own.sizes, first, end), _sum(own.sizes, start, stop)
        held, count = _sum(own.held, first, end), end - first
        total, others = held + EASE * count, stop - start - count
        surplus = words[_SIZE_SURPLUS]
        # In two texts of a few sentences nobody knows what is usual; words are counted so that most languages take as
        # many.
        if surplus != surplus:
            surplus = words[_WORDS] - words[_OTHER_WORDS]
        without = surplus + np.log((whole - size + 1.0) / (whole + 1.0))
        least, likely = np.inf, 0
        for x in range(first, end):
            least = min(least, own.held[x])
            likely += own.held[x] > 0.0
        row[OF_RUN.length], row[OF_RUN.share] = np.log(size), size / whole
        row[OF_RUN.sum], row[OF_RUN.mean], row[OF_RUN.least] = total, held / count, least
        row[OF_RUN.mean_outside] = (_sum(own.held, start, stop) - held) / others if others > 0 else -BOUND
        row[OF_RUN.rest] = np.log((whole - size + 1.0) / (np.exp(words[_OTHER_WORDS]) + 1.0))
        row[OF_RUN.other_sum], row[OF_RUN.second] = np.log1p(other_best[bead]), np.log1p(best[bead] - total)
        row[OF_RUN.surplus_without], row[OF_RUN.relief] = without, abs(without) - abs(surplus)
        _fill_mates(own, other, n, row)
        row[OF_RUN.likely] = likely / count
        row[OF_RUN.opens_here], row[OF_RUN.closes_here] = own.opens[first], own.opens[end]
        row[OF_RUN.whole_clauses] = own.opens[first] and own.opens[end]
        row[OF_RUN.whole_segment] = own.begins[first] and own.begins[end] and others > 0
        row[OF_RUN.at_start], row[OF_RUN.at_end] = first == start, end == stop
        _fill_means(own, n, row)
        for k in range(len(OF_BEAD)):
            row[BEAD + k] = words[OF_BEAD[k]]
        row[_SURPLUS_OF_RUN] = surplus


@inlined
def _fill_mates(own: Side, other: Side, n: int, row: Doubles) -> None:
    """Fill in how much of the other side is closest to words of a run, and how well that side is covered at all."""
    bead, first, end = own.spans[n, 0], own.spans[n, 1], own.spans[n, 2]
    low, high = other.starts[bead], other.starts[bead + 1]
    near, mass, own_mass = 0.0, 0.0, 0.0
    for y in range(low, high):
        mass += other.masses[y]
        if first <= other.mates[y] < end:
            near += other.masses[y] * other.features[y, AT.best]
    for x in range(first, end):
        own_mass += own.masses[x]
    row[OF_RUN.mates], row[OF_RUN.mates_by_mass] = near / (mass + _HARDLY), near / (own_mass + _FAINT)
    row[OF_RUN.other_mean] = _sum(other.held, low, high) / max(high - low, 1)


@inlined
def _fill_means(own: Side, n: int, row: Doubles) -> None:
    """Fill in the means of words in a run and around it, by mass."""
    bead, first, end = own.spans[n, 0], own.spans[n, 1], own.spans[n, 2]
    for k in range(len(INSIDE)):
        row[IN + k] = _mean(own, first, end, first, first, INSIDE[k])
    row[OF_RUN.outside] = _mean(own, first, end, first, first, AT.outside)
    row[OF_RUN.outside_best] = row[OF_RUN.outside] + row[IN]  # what is best comes first
    for k in range(len(OUTSIDE)):
        row[OUT + k] = _mean(own, own.starts[bead], first, end, own.starts[bead + 1], OUTSIDE[k])


@inlined
def _mean(own: Side, first: int, end: int, start: int, stop: int, column: int) -> float:
    """Return the mean of a feature of the words of two ranges, by mass; no number where there are none."""
    total, mass = 0.0, 0.0
    for x in range(first, end):
        total += own.features[x, column] * (own.masses[x] + _HARDLY)
        mass += own.masses[x] + _HARDLY
    for x in range(start, stop):
        total += own.features[x, column] * (own.masses[x] + _HARDLY)
        mass += own.masses[x] + _HARDLY
    return total / mass if mass > 0.0 else np.nan


@inlined
def _sum(values: Doubles, first: int, end: int) -> float:
    """Return the sum of values from one to another."""
    total = 0.0
    for x in range(first, end):
        total += values[x]
    return total
