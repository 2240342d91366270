"""Fit the second pass: a conditional random field over the paths through what the first pass left open.

The scores of beads and of null segments come from two small networks (`align.aligners.default.network`), the costs of
runs of nulls from seven numbers. Their joint likelihood of the gold paths is maximised by Adam (Kingma and Ba 2015,
arXiv:1412.6980) over batches of pieces; the gradient of a score is the gold path less the probability that the
forward-backward algorithm gives, and goes back through the networks. Rates and shares are those that the first pass
estimates, as they will be when the weights are used, so that the probabilities come out calibrated.
"""

import logging
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from align.aligners.default.describe import CANDIDATE_FEATURES, SCORE_UNIT
from align.aligners.default.weights import GapWeights, SecondWeights
from align.lattice.arrays import Doubles
from eval.fitting.counterpart import fit_counterpart
from eval.fitting.crf import path_slopes
from eval.fitting.examples import NO_PATH
from eval.fitting.first_pass import gap_slopes
from eval.fitting.samples import Sample
from eval.fitting.training import Adam, back_slopes, restart_network, start_network

LOG = logging.getLogger(__name__)
HIDDEN, NULL_HIDDEN = 16, 8  # 32 and two networks together are not better; a linear score is, by 1 point F1, worse
EPOCHS, BATCH = 40, 48
RATE, DECAY = 3e-3, 0.06  # of Adam, falling to zero; and of the penalty on squared weights
MORE_EPOCHS, MORE_RATE = 20, 2e-3  # where the weights of another encoder are the start
_TRUST = 0.6  # share of the first pass's score that training begins with
_FIRST = CANDIDATE_FEATURES.index("first_score")
_LONG_RUNS = np.array([-50.0, 0.0])  # as in the first pass: only runs of some thirty null segments gain by them


def fit_second(samples: Sequence[Sample], *, start: SecondWeights | None = None, seed: int = 0) -> SecondWeights:
    """Return weights of the second pass; the same seed gives the same weights on the same machine.

    Args:
        samples: those with a weight for the path, all of them for the counterparts.
        start: weights to go on from, those of another encoder; from nothing for None.
        seed: of the start and of the order.
    """
    every, samples = samples, [sample for sample in samples if sample.weight > NO_PATH]
    random = np.random.default_rng(seed)
    weights = _begin(samples, random) if start is None else _go_on(start, samples)
    epochs, rate = (EPOCHS, RATE) if start is None else (MORE_EPOCHS, MORE_RATE)
    adam = Adam(_trained(weights))
    batches = -(-len(samples) // BATCH)
    for epoch in range(epochs):
        order, loss = random.permutation(len(samples)), 0.0
        for number in range(batches):
            batch = [samples[k] for k in order[number * BATCH : (number + 1) * BATCH]]
            value, slopes = _slopes(weights, batch)
            loss += value
            left = 1.0 - (epoch * batches + number) / (epochs * batches)
            adam.step([slope * len(samples) / len(batch) for slope in slopes], rate * left)
        LOG.info("second pass, epoch %d: negative log likelihood %.4f", epoch + 1, loss)
    network = fit_counterpart(every, weights.bead, weights.null, weights.gaps, seed=seed)
    return replace(weights, counterpart=network)


def _begin(samples: Sequence[Sample], random: np.random.Generator) -> SecondWeights:
    """Return weights that trust the first pass; their counterpart is to be fitted."""
    bead = start_network(np.concatenate([sample.beads for sample in samples]), HIDDEN, random)
    null = start_network(np.concatenate([sample.nulls for sample in samples]), NULL_HIDDEN, random)
    bead.direct[_FIRST] = _TRUST * SCORE_UNIT * bead.scale[_FIRST]
    bead.constant[0] = _TRUST * SCORE_UNIT * bead.mean[_FIRST]
    gaps = GapWeights(np.concatenate([np.zeros(2), _LONG_RUNS, np.zeros(1)]), np.zeros(4))
    return SecondWeights(bead, null, gaps, bead)


def _go_on(start: SecondWeights, samples: Sequence[Sample]) -> SecondWeights:
    """Return weights of their own that begin as others; what is usual of the features is that of the samples."""
    gaps = GapWeights(start.gaps.gap.copy(), start.gaps.rate.copy())
    bead = restart_network(start.bead, np.concatenate([sample.beads for sample in samples]))
    null = restart_network(start.null, np.concatenate([sample.nulls for sample in samples]))
    return SecondWeights(bead, null, gaps, bead)


def _trained(weights: SecondWeights) -> list[tuple[Doubles, float]]:
    """Return the arrays that are trained, with the decay of each."""
    arrays: list[tuple[Doubles, float]] = []
    for net in (weights.bead, weights.null):
        arrays += [(net.direct, DECAY), (net.hidden, DECAY), (net.bias, 0.0), (net.out, DECAY), (net.constant, 0.0)]
    return [*arrays, (weights.gaps.gap[:2], 0.0), (weights.gaps.gap[4:], 0.0), (weights.gaps.rate, 0.0)]


def _slopes(weights: SecondWeights, batch: Sequence[Sample]) -> tuple[float, list[Doubles]]:
    """Return the loss of a batch and the slope of its likelihood in each trained array."""
    beads = weights.bead.standardize(np.concatenate([sample.beads for sample in batch]))
    nulls = weights.null.standardize(np.concatenate([sample.nulls for sample in batch]))
    bead_scores, null_scores = weights.bead.weigh(beads), weights.null.weigh(nulls)
    loss, gaps, rates = 0.0, np.zeros(5), np.zeros(4)
    of_beads, of_nulls = np.zeros(len(beads)), np.zeros(len(nulls))
    i = j = 0
    for sample in batch:
        here, there, n = slice(i, i + len(sample.beads)), slice(j, j + len(sample.nulls)), len(sample.allowed.source)
        candidates = sample.candidates._replace(scores=bead_scores[here].astype(np.float32))
        both = null_scores[there][:n], null_scores[there][n:]
        found = path_slopes(candidates, weights.gaps.at(sample.rates), both, sample.allowed)
        loss += sample.weight * found.loss
        of_beads[here] = sample.weight * found.beads
        of_nulls[there] = sample.weight * np.concatenate([found.source, found.target])
        of_gaps, of_rates = gap_slopes(found.gaps, sample.rates)
        gaps += sample.weight * of_gaps
        rates += sample.weight * of_rates
        i, j = here.stop, there.stop
    of_networks = *back_slopes(weights.bead, beads, of_beads), *back_slopes(weights.null, nulls, of_nulls)
    slopes = [*of_networks, gaps[:2], gaps[4:], rates]
    return loss, slopes
