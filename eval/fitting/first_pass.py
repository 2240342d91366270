"""Fit the first pass: a conditional random field over all paths, linear in its features.

The likelihood of the gold paths is maximised by L-BFGS; its gradient is the features that the forward-backward
algorithm expects of paths that agree with gold, less those of all paths (Lafferty et al. 2001; Sarawagi and Cohen
2004).
"""

import logging
from collections.abc import Sequence

import numpy as np

from align.aligners.default.describe import bead_block_features
from align.aligners.default.weights import GAPS, NULLS, FirstWeights, GapWeights, log_odds, null_features
from align.lattice.arrays import Doubles
from align.lattice.candidates import score_beads
from align.lattice.features import FEATURES
from align.lattice.pruning import candidate_blocks
from eval.fitting.crf import find_allowed, path_slopes
from eval.fitting.examples import NO_PATH, Example

LOG = logging.getLogger(__name__)
SPREAD = 2e-4  # of the penalty on squared weights
ITERATIONS, MORE_ITERATIONS = 60, 12  # the second where the weights of another encoder are good enough a start
_LEAST_SLOPE = 1e-5
_F, _N, _G = len(FEATURES), len(NULLS), len(GAPS)


def fit_first(examples: Sequence[Example], start: FirstWeights, *, iterations: int = ITERATIONS) -> FirstWeights:
    """Return weights of the first pass, from `start` uphill."""
    from scipy.optimize import minimize

    first = np.concatenate([start.bead, start.null, start.gaps.gap, start.gaps.rate])
    result = minimize(_objective, first, (examples,), "L-BFGS-B", jac=True, options={"maxiter": iterations})
    LOG.info("first pass: negative log likelihood %.4f after %d iterations", result.fun, result.nit)
    return _from_values(result.x)


def _objective(values: Doubles, examples: Sequence[Example]) -> tuple[float, Doubles]:
    """Return the penalised negative log likelihood and its gradient."""
    weights = _from_values(values)
    likelihood, gradient = 0.0, np.zeros(len(values))
    for example in (it for it in examples if it.weight > NO_PATH):
        value, slope = _likelihood(weights, example)
        likelihood += example.weight * value
        gradient += example.weight * slope
    return SPREAD * float(values @ values) - likelihood, 2 * SPREAD * values - gradient


def _likelihood(weights: FirstWeights, example: Example) -> tuple[float, Doubles]:
    """Return the log likelihood of gold and its gradient; long runs stay as they were set by hand."""
    evidence, lattice = example.evidence, example.evidence.lattice
    features = [
        null_features(heights, side.nearest.sizes)
        for heights, side in zip(evidence.heights, evidence.sides, strict=True)
    ]
    source, target = (feature @ weights.null for feature in features)
    candidates = score_beads(lattice, evidence.band, weights.bead)
    blocks = candidate_blocks(candidates)
    slopes = path_slopes(candidates, weights.gaps.at(example.rates), (source, target), find_allowed(example, blocks))
    matters = np.abs(slopes.beads) > _LEAST_SLOPE
    of_beads = slopes.beads[matters] @ bead_block_features(lattice, blocks[matters])
    of_nulls = slopes.source @ features[0] + slopes.target @ features[1]
    return -slopes.loss, np.concatenate([of_beads, of_nulls, *gap_slopes(slopes.gaps, example.rates)])


def gap_slopes(gaps: Doubles, rates: tuple[float, float]) -> tuple[Doubles, Doubles]:
    """Return the slopes in `GAPS`, float64 (5,), and in `RATES`, float64 (4,); long runs stay as they are.

    Args:
        gaps: float64 (9,), slopes in the costs of runs.
        rates: shares of null source and target segments.
    """
    odds = np.array([log_odds(rates[0]), log_odds(rates[1])])
    sides = gaps[[0, 1, 4, 5]].reshape(2, 2)
    return np.concatenate([sides.sum(axis=0), [0.0, 0.0], gaps[8:]]), np.concatenate([odds @ sides, odds[::-1] @ sides])


def _from_values(values: Doubles) -> FirstWeights:
    """Return weights from one array in the order bead, null, gap, rate."""
    bead, null, gap, rate = np.split(values, [_F, _F + _N, _F + _N + _G])
    return FirstWeights(bead, null, GapWeights(gap, rate))
