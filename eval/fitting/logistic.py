"""Logistic regression, for what is right or wrong as a whole: moves, and pairs of documents."""

import numpy as np

from align.lattice.arrays import Doubles


def fit_logistic(features: Doubles, labels: Doubles, importance: Doubles, spread: float) -> Doubles:
    """Return the weights of features that make labels most likely: float64 (F,).

    Args:
        features: float64 (k, F); one of them is 1 throughout where a bias is wanted.
        labels: float64 (k,), 1 for right and 0 for wrong.
        importance: float64 (k,), how much each counts.
        spread: of the penalty on squared weights.
    """
    from scipy.optimize import minimize

    def loss(weights: Doubles) -> tuple[float, Doubles]:
        odds = features @ weights
        value = importance @ (np.logaddexp(0.0, odds) - labels * odds) + spread * weights @ weights
        slope = (importance * (1.0 / (1.0 + np.exp(-odds)) - labels)) @ features + 2 * spread * weights
        return float(value), slope

    fitted: Doubles = minimize(loss, np.zeros(features.shape[1]), jac=True, method="L-BFGS-B").x
    return fitted


def share_right(features: Doubles, labels: Doubles, weights: Doubles) -> float:
    """Return the share of labels that the weights tell, 0 to 1."""
    return float(((features @ weights > 0) == (labels > 0)).mean())
