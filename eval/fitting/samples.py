"""Pieces as the second pass sees them: what the first pass left open, described by all evidence."""

from dataclasses import dataclass

import numpy as np

from align.aligners.default.passes import candidate_features, first_pass, null_segment_features
from align.aligners.default.weights import FirstWeights
from align.lattice.arrays import Doubles
from align.lattice.candidates import Candidates
from align.lattice.pruning import gather_candidates
from eval.fitting.crf import Allowed, find_allowed
from eval.fitting.examples import Example


@dataclass(frozen=True, slots=True)
class Sample:
    """A piece as the second pass sees it.

    Attributes:
        name: of the set.
        candidates: that the first pass left open.
        rates: shares of null source and target segments that it estimated.
        beads: float64 (k, F), features of the candidates.
        nulls: float64 (n + m, G), features of the source segments and then the target segments as nulls.
        allowed: what agrees with gold.
        weight: of each step.
    """

    name: str
    candidates: Candidates
    rates: tuple[float, float]
    beads: Doubles
    nulls: Doubles
    allowed: Allowed
    weight: float


def make_sample(example: Example, weights: FirstWeights) -> Sample:
    """Return an example as the second pass sees it, in a band with the gold path.

    Args:
        example: with its evidence.
        weights: of the first pass.
    """
    survivors = first_pass(example.evidence, weights)
    paths = [np.cumsum(path, axis=0, dtype=np.int64) for path in (survivors.path, example.gold.steps)]
    return Sample(
        example.name,
        gather_candidates(survivors.blocks, survivors.candidates.scores, np.concatenate(paths)),
        survivors.rates,
        candidate_features(example.evidence, survivors),
        np.concatenate(null_segment_features(example.evidence, survivors)),
        find_allowed(example, survivors.blocks),
        example.weight,
    )
