"""How sure a number is: bootstrap intervals, and a paired test between two systems.

Both work on the counts of units that add up (`eval.metrics.beads`): the documents of a set or, when a set has few,
blocks of a document. Sentences are not resampled one by one, as errors come in runs.
"""

from dataclasses import dataclass

import numpy as np

from eval.metrics.beads import Counts, rates

SAMPLES = 1000
TRIALS = 10_000
LEVEL = 0.95
_CHUNK = 1000  # samples at a time, to bound the memory


@dataclass(frozen=True, slots=True)
class Interval:
    """The middle `LEVEL` of the bootstrap distribution; NaN when there are fewer than two units."""

    low: float
    high: float
    units: int


@dataclass(frozen=True, slots=True)
class PairedTest:
    """The difference of two systems (first minus second) and how likely chance makes one as large."""

    difference: float
    p_value: float
    units: int


def bootstrap_interval(units: Counts, *, column: int = 2, samples: int = SAMPLES, seed: int = 0) -> Interval:
    """Return the interval of one metric by the percentile bootstrap.

    Units are drawn with replacement, as many as there are, and their counts summed anew (Efron and Tibshirani 1993; for
    evaluation Koehn 2004, aclanthology.org/W04-3250).

    Args:
        units: counts of one metric, int64 (units, 4).
        column: 0 precision, 1 recall, 2 F1.
        samples: how often to draw.
        seed: of the drawing.
    """
    count = len(units)
    if count < 2:
        return Interval(float("nan"), float("nan"), count)
    generator = np.random.default_rng(seed)
    even = np.full(count, 1.0 / count)
    sums = [generator.multinomial(count, even, size=size) @ units for size in _chunks(samples)]
    values = rates(np.concatenate(sums))[:, column]
    values = values[~np.isnan(values)]
    if not len(values):
        return Interval(float("nan"), float("nan"), count)
    low, high = np.quantile(values, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return Interval(float(low), float(high), count)


def paired_test(first: Counts, second: Counts, *, column: int = 2, trials: int = TRIALS, seed: int = 0) -> PairedTest:
    """Return whether two systems differ in one metric, by approximate randomisation, two-sided.

    If the systems were the same, the results of a unit could be swapped at will. The p-value is the share of random
    swaps with a difference at least as large, `(hits + 1) / (trials + 1)` (Noreen 1989; Yeh 2000,
    aclanthology.org/C00-2137).

    Args:
        first: counts of one metric for one system, int64 (units, 4).
        second: the same units for the other system.
        column: 0 precision, 1 recall, 2 F1.
        trials: how many random swaps.
        seed: of the swaps.
    """
    if first.shape != second.shape:
        raise ValueError(f"expected the same units for both systems, found {first.shape} and {second.shape}")
    total, gap = first.sum(axis=0), first - second
    observed = rates(total)[column] - rates(second.sum(axis=0))[column]
    generator = np.random.default_rng(seed)
    hits = 0
    for size in _chunks(trials):
        moved = generator.integers(0, 2, size=(size, len(first)), dtype=np.int64) @ gap
        difference = rates(total - moved)[:, column] - rates(second.sum(axis=0) + moved)[:, column]
        hits += int(np.count_nonzero(np.abs(difference) >= abs(observed) - 1e-12))
    return PairedTest(float(observed), (hits + 1) / (trials + 1), len(first))


def _chunks(count: int) -> list[int]:
    """Return sizes that add up to a count."""
    return [min(_CHUNK, count - start) for start in range(0, count, _CHUNK)]
