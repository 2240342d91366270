"""Calibration against arithmetic done by hand."""

from math import isnan

import pytest

from eval.metrics.calibration import bin_outcomes, check_links, split_reliability
from tests.eval.pairs import TEST, make_pair


def test_the_error_is_that_worked_out_by_hand() -> None:
    """Bin 9: 2 beads at 0.95, 1 right, |1.9 - 1| = 0.9; bin 0: 0.05; bin 1: 0.15. Sum 1.1, by 4 beads 0.275."""
    sums = bin_outcomes([0.95, 0.95, 0.05, 0.15], [True, False, False, False])
    assert sums.error() == pytest.approx(0.275)
    assert [(row.low, row.beads, row.right) for row in sums.table()] == [(0.0, 1, 0.0), (0.1, 1, 0.0), (0.9, 2, 0.5)]


def test_certainty_belongs_to_the_last_bin() -> None:
    """1.0 is not a bin of its own."""
    (row,) = bin_outcomes([1.0], [True]).table()
    assert (row.low, row.high, row.probability) == (0.9, 1.0, 1.0)


def test_sums_add_up_over_documents() -> None:
    """Errors of one document may make up for those of another in the same bin: 0.8 and 0.8, one right of two."""
    both = bin_outcomes([0.85], [True]) + bin_outcomes([0.85], [False])
    assert both.error() == pytest.approx(0.35)


def test_without_beads_there_is_no_error() -> None:
    """It is no number."""
    assert isnan(bin_outcomes([], []).error())


def test_beads_are_right_when_strictly_in_the_gold_and_nulls_when_the_gold_has_no_counterpart() -> None:
    """0-0 right, 1-1 wrong, null 2 wrong, null 3 right, 4-2,3 right, 5-4 wrong; null 3 and 5 together are right."""
    assert check_links(make_pair(), TEST) == [True, False, False, True, True, False]
    assert check_links(make_pair(), [((3, 5), ()), ((2, 3), ())]) == [True, False]


def test_beads_and_null_beads_are_told_apart() -> None:
    """4 beads with two sides, 2 null beads."""
    beads, nulls = split_reliability(make_pair(), TEST, [0.9] * 6)
    assert (int(beads.counts.sum()), int(nulls.counts.sum())) == (4, 2)
    assert (int(beads.right.sum()), int(nulls.right.sum())) == (2, 1)


def test_a_system_without_probabilities_is_not_calibrated_at_all() -> None:
    """It counts no bead."""
    assert isnan(split_reliability(make_pair(), TEST, [])[0].error())
