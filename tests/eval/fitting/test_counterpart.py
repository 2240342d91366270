"""Whether two sides correspond is learnt apart from the order."""

import numpy as np
import pytest

from align.aligners.default.describe import CANDIDATE_FEATURES, NULL_FEATURES
from align.aligners.default.network import Network
from align.aligners.default.weights import GapWeights, SecondWeights
from align.lattice.arrays import Doubles, Flags
from align.lattice.pruning import gather_candidates
from eval.fitting.counterpart import fit_counterpart
from eval.fitting.crf import Allowed
from eval.fitting.samples import Sample

SIZE = 100
TELLS = CANDIDATE_FEATURES.index("cosine")
GAPS = GapWeights(np.array([-2.0, -1.0, -50.0, 0.0, 0.0]), np.zeros(4))


def constant(width: int, value: float) -> Network:
    """Return a network that gives every row one score."""
    zeros = np.zeros(width)
    return Network(zeros, zeros + 1.0, zeros, np.zeros((width, 1)), np.zeros(1), np.zeros(1), np.array([value]))


BEAD, NULL = constant(len(CANDIDATE_FEATURES), 5.0), constant(len(NULL_FEATURES), -3.0)


def world(seed: int, *, unknown: bool = False) -> Sample:
    """Return a piece in which every place has its bead, and of which every fourth was replaced and is less close.

    Args:
        seed: of the features.
        unknown: whether there are as many beads, as close as the right ones, of which gold has one side null only.
    """
    random = np.random.default_rng(seed)
    apart: Flags = np.arange(SIZE) % 4 == 0
    open_side: Flags = (np.arange(SIZE) % 4 == 1) & unknown
    features = random.normal(size=(SIZE, len(CANDIDATE_FEATURES)))
    features[:, TELLS] = np.where(apart, -1.0, 1.0) + 0.3 * random.normal(size=SIZE)
    places = np.arange(SIZE)
    blocks = np.column_stack([places, places + 1, places, places + 1])
    candidates = gather_candidates(blocks, np.zeros(SIZE, dtype=np.float32), np.array([[0, 0], [SIZE, SIZE]]))
    allowed = Allowed(~apart & ~open_side, apart | open_side, apart)
    return Sample("hand", candidates, (0.25, 0.25), features, np.zeros((2 * SIZE, len(NULL_FEATURES))), allowed, 1.0)


@pytest.fixture(scope="module")
def fitted() -> SecondWeights:
    """Return weights with what was learnt in a world of 10,000 beads."""
    network = fit_counterpart([world(seed) for seed in range(100)], BEAD, NULL, GAPS)
    return SecondWeights(BEAD, NULL, GAPS, network)


def asked(weights: SecondWeights, sample: Sample) -> Doubles:
    """Return what the weights say of all beads, of which the path is sure."""
    return weights.correspond(sample.beads, np.full(SIZE, 0.95))


def test_it_learns_to_doubt(fitted: SecondWeights) -> None:
    """In a piece it has not seen, however sure the path is of every bead."""
    sample = world(1000)
    found = asked(fitted, sample)
    assert found[sample.allowed.beads].mean() > 0.9
    assert found[sample.allowed.source].mean() < 0.1


def test_the_same_seed_gives_the_same_network() -> None:
    """And another one another."""
    samples = [world(seed) for seed in range(3)]
    one, again, other = (fit_counterpart(samples, BEAD, NULL, GAPS, seed=seed) for seed in (1, 1, 2))
    assert one.hidden.tolist() == again.hidden.tolist() != other.hidden.tolist()


def test_beads_of_which_gold_tells_nothing_do_not_count() -> None:
    """One side null and the other not: neither a counterpart nor none."""
    samples = [world(seed, unknown=True) for seed in range(3)]
    learnt = fit_counterpart(samples, BEAD, NULL, GAPS)
    for sample in samples:
        sample.beads[np.arange(SIZE) % 4 == 1] = 1e6
    assert fit_counterpart(samples, BEAD, NULL, GAPS).hidden.tolist() == learnt.hidden.tolist()
