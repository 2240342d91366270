"""Fit the second pass: a conditional random field over the paths through what the first pass left open.

The scores of beads and of null segments come from two small networks (`align.aligners.default.network`), the costs of
runs of nulls from four numbers. Their joint likelihood of the gold paths is maximised by Adam (Kingma and Ba 2015,
arXiv:1412.6980) over batches of pieces; the gradient of a score is the gold path less the probability that the
forward-backward algorithm gives, and goes back through the networks. Rates and shares are those that the first pass
estimates, as they will be when the weights are used, so that the probabilities come out calibrated.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from align.aligners.default.describe import CANDIDATE_FEATURES, SCORE_UNIT
from align.aligners.default.network import Network
from align.aligners.default.passes import candidate_features, first_pass, null_segment_features
from align.aligners.default.weights import FirstWeights, GapWeights, SecondWeights, log_odds
from align.lattice.arrays import Doubles
from align.lattice.candidates import Candidates
from align.lattice.pruning import gather_candidates
from eval.fitting.crf import Allowed, find_allowed, path_slopes
from eval.fitting.examples import Example

LOG = logging.getLogger(__name__)
HIDDEN, NULL_HIDDEN = 16, 8  # 32 and two networks together are not better; a linear score is, by 1 point F1, worse
EPOCHS, BATCH = 40, 48
RATE, DECAY = 3e-3, 0.01  # of Adam, falling to zero; and of the penalty on squared weights
_TRUST = 0.6  # share of the first pass's score that training begins with
_FIRST = CANDIDATE_FEATURES.index("first_score")
_LONG_RUNS = np.array([-50.0, 0.0])  # as in the first pass: only runs of some thirty null segments gain by them


@dataclass(frozen=True, slots=True)
class Sample:
    """A piece as the second pass sees it.

    Attributes:
        candidates: that the first pass left open.
        rate: share of null segments that it estimated.
        beads: float64 (k, F), features of the candidates.
        nulls: float64 (n + m, G), features of the source segments and then the target segments as nulls.
        allowed: what agrees with gold.
        weight: of each step.
    """

    candidates: Candidates
    rate: float
    beads: Doubles
    nulls: Doubles
    allowed: Allowed
    weight: float


def make_sample(example: Example, weights: FirstWeights) -> Sample:
    """Return an example as the second pass sees it, in a band with the gold path."""
    survivors = first_pass(example.evidence, weights)
    paths = [np.cumsum(path, axis=0, dtype=np.int64) for path in (survivors.path, example.gold.steps)]
    return Sample(
        gather_candidates(survivors.blocks, survivors.candidates.scores, np.concatenate(paths)),
        survivors.rate,
        candidate_features(example.evidence, survivors),
        np.concatenate(null_segment_features(example.evidence, survivors)),
        find_allowed(example, survivors.blocks),
        example.weight,
    )


def fit_second(samples: Sequence[Sample], *, seed: int = 0) -> SecondWeights:
    """Return weights of the second pass; the same seed gives the same weights on the same machine."""
    random = np.random.default_rng(seed)
    bead = start_network(np.concatenate([sample.beads for sample in samples]), HIDDEN, random)
    null = start_network(np.concatenate([sample.nulls for sample in samples]), NULL_HIDDEN, random)
    bead.direct[_FIRST] = _TRUST * SCORE_UNIT * bead.scale[_FIRST]
    bead.constant[0] = _TRUST * SCORE_UNIT * bead.mean[_FIRST]
    weights = SecondWeights(bead, null, GapWeights(np.concatenate([np.zeros(2), _LONG_RUNS]), np.zeros(2)))
    adam = Adam(_trained(weights))
    batches = -(-len(samples) // BATCH)
    for epoch in range(EPOCHS):
        order, loss = random.permutation(len(samples)), 0.0
        for number in range(batches):
            batch = [samples[k] for k in order[number * BATCH : (number + 1) * BATCH]]
            value, slopes = _slopes(weights, batch)
            loss += value
            left = 1.0 - (epoch * batches + number) / (EPOCHS * batches)
            adam.step([slope * len(samples) / len(batch) for slope in slopes], RATE * left)
        LOG.info("second pass, epoch %d: negative log likelihood %.4f", epoch + 1, loss)
    return weights


def start_network(features: Doubles, hidden: int, random: np.random.Generator) -> Network:
    """Return a network for standardised features with small random weights."""
    width = features.shape[1]
    return Network(
        mean=features.mean(axis=0),
        scale=features.std(axis=0) + 1e-3,
        direct=np.zeros(width),
        hidden=random.normal(0.0, width**-0.5, (width, hidden)),
        bias=np.zeros(hidden),
        out=random.normal(0.0, 0.3 * hidden**-0.5, hidden),
        constant=np.zeros(1),
    )


class Adam:
    """Changes arrays in place along their slopes, each number at a pace of its own; decays all but biases."""

    def __init__(self, arrays: Sequence[tuple[Doubles, float]]) -> None:
        """Take arrays with the decay of each."""
        self._arrays = arrays
        self._means = [np.zeros_like(array) for array, _ in arrays]
        self._squares = [np.zeros_like(array) for array, _ in arrays]
        self._count = 0

    def step(self, slopes: Sequence[Doubles], rate: float) -> None:
        """Go uphill."""
        self._count += 1
        for k, ((array, decay), slope) in enumerate(zip(self._arrays, slopes, strict=True)):
            held = slope - decay * array
            self._means[k] = 0.9 * self._means[k] + 0.1 * held
            self._squares[k] = 0.99 * self._squares[k] + 0.01 * held**2
            mean = self._means[k] / (1.0 - 0.9**self._count)
            array += rate * mean / (np.sqrt(self._squares[k] / (1.0 - 0.99**self._count)) + 1e-8)


def _trained(weights: SecondWeights) -> list[tuple[Doubles, float]]:
    """Return the arrays that are trained, with the decay of each."""
    arrays: list[tuple[Doubles, float]] = []
    for net in (weights.bead, weights.null):
        arrays += [(net.direct, DECAY), (net.hidden, DECAY), (net.bias, 0.0), (net.out, DECAY), (net.constant, 0.0)]
    return [*arrays, (weights.gaps.gap[:2], 0.0), (weights.gaps.rate, 0.0)]


def _slopes(weights: SecondWeights, batch: Sequence[Sample]) -> tuple[float, list[Doubles]]:
    """Return the loss of a batch and the slope of its likelihood in each trained array."""
    beads = weights.bead.standardize(np.concatenate([sample.beads for sample in batch]))
    nulls = weights.null.standardize(np.concatenate([sample.nulls for sample in batch]))
    bead_scores, null_scores = weights.bead.weigh(beads), weights.null.weigh(nulls)
    loss, gaps, rates = 0.0, np.zeros(2), np.zeros(2)
    of_beads, of_nulls = np.zeros(len(beads)), np.zeros(len(nulls))
    i = j = 0
    for sample in batch:
        here, there, n = slice(i, i + len(sample.beads)), slice(j, j + len(sample.nulls)), len(sample.allowed.source)
        candidates = sample.candidates._replace(scores=bead_scores[here].astype(np.float32))
        both = null_scores[there][:n], null_scores[there][n:]
        found = path_slopes(candidates, weights.gaps.at(sample.rate), both, sample.allowed)
        loss += sample.weight * found.loss
        of_beads[here] = sample.weight * found.beads
        of_nulls[there] = sample.weight * np.concatenate([found.source, found.target])
        gaps += sample.weight * found.gaps
        rates += sample.weight * found.gaps * log_odds(sample.rate)
        i, j = here.stop, there.stop
    slopes = [*_back(weights.bead, beads, of_beads), *_back(weights.null, nulls, of_nulls), gaps, rates]
    return loss, slopes


def _back(network: Network, seen: Doubles, slopes: Doubles) -> list[Doubles]:
    """Return the slopes in direct, hidden, bias, out and constant, from those in the scores."""
    units = np.tanh(seen @ network.hidden + network.bias)
    inside = np.outer(slopes, network.out) * (1.0 - units**2)
    return [slopes @ seen, seen.T @ inside, inside.sum(axis=0), slopes @ units, np.array([slopes.sum()])]
