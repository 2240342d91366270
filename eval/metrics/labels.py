"""Metrics over sequences: token labels, marked characters and document verdicts."""

from collections.abc import Iterable, Sequence
from math import nan

import numpy as np
from numpy.typing import NDArray

from align.bitext import Span, Verdict
from eval.gold.labels import NOT_JUDGED
from eval.metrics.beads import Counts

DIFFERENT = 0.5  # a label from here on says that the token has no counterpart


def spearman(gold: Sequence[float], test: Sequence[float]) -> float:
    """Return Spearman's rank correlation over the judged tokens, -1 to 1; NaN when a side has one value only.

    Pearson's correlation of the ranks, equal values sharing the mean of their ranks (Spearman 1904); for difference
    labels so used by Vamvas and Sennrich 2023, arXiv:2305.13303. Tokens of all documents go in together.

    >>> spearman([0.0, 0.5, 1.0], [0.1, 0.2, 0.9])
    1.0
    """
    labels, values = _judged(gold, test)
    if len(labels) < 2 or np.ptp(labels) == 0.0 or np.ptp(values) == 0.0:
        return nan
    ranks = [_ranks(labels), _ranks(values)]
    deviations = [rank - rank.mean() for rank in ranks]
    scale = np.sqrt((deviations[0] ** 2).sum() * (deviations[1] ** 2).sum())
    return float((deviations[0] * deviations[1]).sum() / scale)


def count_tokens(gold: Sequence[float], test: Sequence[float], *, threshold: float = DIFFERENT) -> Counts:
    """Return the counts (4,) of the judged tokens that are different, labels of `threshold` up; see `rates` in `beads`.

    F1 of the class "different" (van Rijsbergen 1979); the system's labels are cut at the same threshold.
    """
    labels, values = _judged(gold, test)
    return _counts(labels >= threshold, values >= threshold)


def count_characters(gold: Iterable[Span], test: Iterable[Span], *, length: int) -> Counts:
    """Return the counts (4,) for `eval.metrics.beads.rates` of the marked characters of a text of that length.

    Overlap by characters, as in the span tasks of WMT quality estimation (Blain et al. 2023,
    doi:10.18653/v1/2023.wmt-1.52), without their half credit for the severity.
    """
    return _counts(_mask(gold, length), _mask(test, length))


def verdict_accuracy(gold: Sequence[Verdict], test: Sequence[Verdict]) -> float:
    """Return the share of documents with the right verdict, 0 to 1; NaN without documents."""
    if len(gold) != len(test):
        raise ValueError(f"expected {len(gold)} verdicts, found {len(test)}")
    return sum(a is b for a, b in zip(gold, test, strict=True)) / len(gold) if gold else nan


def _judged(gold: Sequence[float], test: Sequence[float]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the labels of both sides where the gold has one."""
    if len(gold) != len(test):
        raise ValueError(f"expected {len(gold)} labels, found {len(test)}")
    labels, values = np.asarray(gold, dtype=np.float64), np.asarray(test, dtype=np.float64)
    judged = labels != NOT_JUDGED
    return labels[judged], values[judged]


def _ranks(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return ranks from 0; equal values share their mean rank."""
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    ranks: NDArray[np.float64] = (np.cumsum(counts) - (counts + 1) / 2.0)[inverse]
    return ranks


def _mask(spans: Iterable[Span], length: int) -> NDArray[np.bool_]:
    """Return which characters are in a span."""
    mask = np.zeros(length, dtype=bool)
    for span in spans:
        mask[span.start : span.stop] = True
    return mask


def _counts(gold: NDArray[np.bool_], test: NDArray[np.bool_]) -> Counts:
    """Return hits and totals of both directions."""
    hits = int((gold & test).sum())
    return np.array([hits, int(test.sum()), hits, int(gold.sum())], dtype=np.int64)
