"""The logistic regression finds what labels were drawn from, and counts them by their importance."""

import numpy as np
import pytest

from eval.fitting.logistic import fit_logistic, share_right


def test_weights_come_back_from_labels_drawn_by_them() -> None:
    """With many labels the weights are those of the odds that they were drawn by."""
    random = np.random.default_rng(2)
    features = np.column_stack([np.ones(20_000), random.normal(size=(20_000, 2))])
    true = np.array([-0.5, 2.0, -1.0])
    labels = (random.random(20_000) < 1.0 / (1.0 + np.exp(-features @ true))).astype(np.float64)
    found = fit_logistic(features, labels, np.full(20_000, 1.0 / 20_000), 1e-6)
    assert found == pytest.approx(true, abs=0.1)
    assert share_right(features, labels, found) == pytest.approx(share_right(features, labels, true), abs=0.01)
    assert share_right(features, labels, -true) < 0.3


def test_importance_counts_as_often_as_it_says() -> None:
    """One right of importance 3 and one wrong of 1 give odds of 3 to 1."""
    found = fit_logistic(np.ones((2, 1)), np.array([1.0, 0.0]), np.array([3.0, 1.0]), 0.0)
    assert found == pytest.approx(np.log([3.0]), abs=1e-3)


def test_penalty_draws_weights_towards_zero() -> None:
    """Labels that one feature tells without fail would give it a weight without end."""
    features, labels = np.array([[-1.0], [1.0]]), np.array([0.0, 1.0])
    loose, tight = (fit_logistic(features, labels, np.ones(2), spread)[0] for spread in (1e-3, 1.0))
    assert 0.0 < tight < loose / 4
