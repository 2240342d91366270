"""Calibration: of the beads with probability .8, are 80 % right?"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import nan

import numpy as np
from numpy.typing import NDArray

from eval.gold.sets import GoldPair, Link
from eval.metrics.beads import gather_beads

BINS = 10


@dataclass(frozen=True, slots=True)
class ReliabilityRow:
    """A bin of probabilities from `low` to `high`: number of beads, their mean probability, share of right ones."""

    low: float
    high: float
    beads: int
    probability: float
    right: float


@dataclass(frozen=True, slots=True)
class Reliability:
    """Sums by bin of probability, which add up over documents.

    Attributes:
        counts: beads in each bin, int64 (BINS,).
        probabilities: sum of their probabilities, float64 (BINS,).
        right: how many of them are right, int64 (BINS,).
    """

    counts: NDArray[np.int64]
    probabilities: NDArray[np.float64]
    right: NDArray[np.int64]

    def __add__(self, other: "Reliability") -> "Reliability":
        """Return the sums over both."""
        return Reliability(
            self.counts + other.counts, self.probabilities + other.probabilities, self.right + other.right
        )

    def error(self) -> float:
        """Return the expected calibration error, 0 (best) to 1; NaN without any bead.

        The mean over the beads of the distance between mean probability and share of right ones in their bin, with
        bins of equal width (Naeini, Cooper and Hauskrecht 2015; Guo et al. 2017, arXiv:1706.04599).
        """
        count = int(self.counts.sum())
        return float(np.abs(self.probabilities - self.right).sum() / count) if count else nan

    def table(self) -> tuple[ReliabilityRow, ...]:
        """Return the reliability table: a row for each bin that is not empty."""
        return tuple(
            ReliabilityRow(
                low=number / BINS,
                high=(number + 1) / BINS,
                beads=count,
                probability=float(self.probabilities[number]) / count,
                right=float(self.right[number]) / count,
            )
            for number, count in enumerate(self.counts.tolist())
            if count
        )


def bin_outcomes(probabilities: Sequence[float], outcomes: Sequence[bool]) -> Reliability:
    """Return the sums by bin; a bin is half-open, only the last one holds its upper end."""
    values = np.asarray(probabilities, dtype=np.float64)
    right = np.asarray(outcomes, dtype=bool)
    bins = np.minimum((values * BINS).astype(np.int64), BINS - 1)
    return Reliability(
        np.bincount(bins, minlength=BINS),
        np.bincount(bins, weights=values, minlength=BINS).astype(np.float64),
        np.bincount(bins[right], minlength=BINS),
    )


def check_links(pair: GoldPair, links: Sequence[Link]) -> list[bool]:
    """Return for each link whether it is right.

    A bead with two sides is right when it is strictly in the gold; a null bead is right when the gold leaves all its
    sentences without a counterpart.
    """
    gold = gather_beads(pair.links, len(pair.source), len(pair.target))
    return [
        (tuple(sorted(source)), tuple(sorted(target))) in gold.all
        if source and target
        else gold.source_nulls.issuperset(source) and gold.target_nulls.issuperset(target)
        for source, target in links
    ]


def split_reliability(
    pair: GoldPair, links: Sequence[Link], probabilities: Sequence[float]
) -> tuple[Reliability, Reliability]:
    """Return the sums over the beads with two sides, and over the null beads."""
    rows = list(zip(links, probabilities, check_links(pair, links), strict=True)) if probabilities else []
    beads = [(value, right) for link, value, right in rows if link[0] and link[1]]
    nulls = [(value, right) for link, value, right in rows if not link[0] or not link[1]]
    two_sided, one_sided = (
        bin_outcomes([value for value, _ in part], [right for _, right in part]) for part in (beads, nulls)
    )
    return two_sided, one_sided
