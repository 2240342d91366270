"""Fit what tells a pair of sides that correspond from one that only stands in the same place.

The second pass knows the order, and the order speaks for every pair between good neighbours: of sentences that were
replaced by others it keeps one in two, and the more of them it is shown the worse it gets at novels, whose sentences
are free renderings. So this is asked apart, of a bead alone: are these each other's counterpart at all? A network gives
the log odds, fitted by maximum likelihood on all beads that the second pass holds possible: those that gold has, and
those of which gold has neither side in any bead.
"""

import logging
from collections.abc import Sequence

import numpy as np

from align.aligners.default.describe import describe_counterparts
from align.aligners.default.network import Network
from align.aligners.default.weights import GapWeights
from align.lattice.arrays import Doubles
from align.lattice.pruning import candidate_blocks
from align.lattice.shares import posterior
from eval.fitting.samples import Sample
from eval.fitting.training import Adam, back_slopes, start_network

LOG = logging.getLogger(__name__)
HIDDEN, EPOCHS, BATCH = 8, 20, 256
RATE, DECAY = 3e-3, 0.5
POSSIBLE = 0.05  # probability in the second pass from which on a bead is an example
APART = 2.0  # weight of pairs that do not correspond
WEIGHTS = {"opus_books": 0.3, "deplain_web": 0.3}  # noisy gold, and gold in which a gap is no null


def fit_counterpart(
    samples: Sequence[Sample], bead: Network, null: Network, gaps: GapWeights, *, seed: int = 0
) -> Network:
    """Return the network for the log odds that the sides of a bead correspond at all.

    Args:
        samples: as the second pass sees them.
        bead: of the second pass.
        null: the same.
        gaps: the same.
        seed: of the start and of the order.
    """
    rows = [_beads(sample, bead, null, gaps) for sample in samples]
    features, labels, weights = (np.concatenate(column) for column in zip(*rows, strict=True))
    random = np.random.default_rng(seed)
    network = start_network(features, HIDDEN, random)
    adam = Adam(
        [(network.direct, DECAY), (network.hidden, DECAY), (network.bias, 0.0), (network.out, DECAY),
         (network.constant, 0.0)]
    )  # fmt: skip
    seen, batches = network.standardize(features), -(-len(features) // BATCH)
    for epoch in range(EPOCHS):
        order = random.permutation(len(seen))
        for number in range(batches):
            chosen = order[number * BATCH : (number + 1) * BATCH]
            right = 1.0 / (1.0 + np.exp(-network.weigh(seen[chosen])))
            slopes = back_slopes(network, seen[chosen], (labels[chosen] - right) * weights[chosen])
            left = 1.0 - (epoch * batches + number) / (EPOCHS * batches)
            adam.step([slope * len(seen) / len(chosen) for slope in slopes], RATE * left)
    LOG.info("counterparts: %d beads, %d of them apart", len(labels), int((labels == 0.0).sum()))
    return network


def _beads(sample: Sample, bead: Network, null: Network, gaps: GapWeights) -> tuple[Doubles, Doubles, Doubles]:
    """Return features (k, F), labels (k,) and weights (k,) of the possible beads of which gold tells."""
    candidates = sample.candidates._replace(scores=bead.score(sample.beads).astype(np.float32))
    nulls, n = null.score(sample.nulls), len(sample.allowed.source)
    shares = posterior(candidates, gaps.at(sample.rates), nulls[:n], nulls[n:])[0]
    blocks = candidate_blocks(candidates)
    null_counts = [np.concatenate(([0], np.cumsum(side))) for side in (sample.allowed.source, sample.allowed.target)]
    apart = ~sample.allowed.beads
    for side, counts in enumerate(null_counts):
        first, end = blocks[:, 2 * side], blocks[:, 2 * side + 1]
        apart &= counts[end] - counts[first] == end - first
    chosen = (shares >= POSSIBLE) & (apart | sample.allowed.beads)
    labels = sample.allowed.beads[chosen].astype(np.float64)
    weights = np.where(labels > 0.0, 1.0, APART) * WEIGHTS.get(sample.name, 1.0)
    return describe_counterparts(sample.beads[chosen], shares[chosen]), labels, weights
