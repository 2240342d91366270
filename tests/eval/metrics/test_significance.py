"""Intervals and the paired test where the answer is known."""

from math import isnan

import numpy as np
import pytest

from eval.metrics.significance import bootstrap_interval, paired_test

RIGHT, WRONG = [1, 1, 1, 1], [0, 1, 0, 1]


def test_units_that_are_alike_give_an_interval_without_width() -> None:
    """Every sample has 1/2 and 1/2."""
    interval = bootstrap_interval(np.array([[1, 2, 1, 2]] * 5))
    assert (interval.low, interval.high, interval.units) == (0.5, 0.5, 5)


def test_one_right_and_one_wrong_unit_say_next_to_nothing() -> None:
    """A quarter of the samples is all right, a quarter all wrong: the middle 95 % goes from 0 to 1."""
    interval = bootstrap_interval(np.array([RIGHT, WRONG]))
    assert (interval.low, interval.high) == (0.0, 1.0)


def test_a_share_of_many_units_has_the_interval_of_the_binomial() -> None:
    """80 of 100 right: 0.8 plus and minus 1.96 * sqrt(0.8 * 0.2 / 100) = 0.078."""
    interval = bootstrap_interval(np.array([RIGHT] * 80 + [WRONG] * 20), samples=4000)
    assert interval.low == pytest.approx(0.722, abs=0.015)
    assert interval.high == pytest.approx(0.878, abs=0.015)


def test_one_unit_has_no_interval() -> None:
    """There is nothing to draw from."""
    assert isnan(bootstrap_interval(np.array([RIGHT])).low)


def test_the_seed_decides_the_interval() -> None:
    """Same seed, same numbers."""
    units = np.array([RIGHT] * 8 + [WRONG] * 5)
    assert bootstrap_interval(units, seed=3) == bootstrap_interval(units, seed=3)


def test_equal_systems_do_not_differ() -> None:
    """Every swap gives a difference of 0, which is as large as the one observed."""
    units = np.array([RIGHT] * 4 + [WRONG] * 3)
    found = paired_test(units, units)
    assert (found.difference, found.p_value, found.units) == (0.0, 1.0, 7)


def test_ten_units_all_better_are_significant() -> None:
    """Of 1,024 swaps only two (none and all) are as far apart: p is about 0.002."""
    found = paired_test(np.array([RIGHT] * 10), np.array([WRONG] * 10))
    assert found.difference == 1.0
    assert found.p_value == pytest.approx(2 / 1024, abs=0.0015)


def test_one_unit_alone_is_never_significant() -> None:
    """Swapped or not, the difference is as large."""
    assert paired_test(np.array([RIGHT]), np.array([WRONG])).p_value == 1.0


def test_three_units_all_better_can_not_be_significant() -> None:
    """2 of 8 swaps are as far apart: p is about 1/4."""
    assert paired_test(np.array([RIGHT] * 3), np.array([WRONG] * 3)).p_value == pytest.approx(0.25, abs=0.02)


def test_systems_on_different_units_are_refused() -> None:
    """They can not be paired."""
    with pytest.raises(ValueError, match="expected the same units"):
        paired_test(np.array([RIGHT]), np.array([RIGHT, WRONG]))
