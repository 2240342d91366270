"""How much of two documents corresponds, and how closely: what tells whether they are versions of one text at all."""

import numpy as np

from align.aligners.default.crossings import Moves
from align.aligners.default.evidence import Evidence
from align.aligners.default.steps import Steps
from align.aligners.default.weights import Match
from align.lattice.arrays import Doubles, Ints
from align.lattice.kernel import exact

_SURE = 4  # power of the probabilities that are added up, so that many doubtful beads are not one sure bead


def describe_match(evidence: Evidence, steps: Steps, moves: Moves) -> Match:
    """Return how much corresponds, in order or not.

    Args:
        evidence: of the two documents.
        steps: the path, which may hold beads of any probability.
        moves: what was found out of order among the nulls of the path; `NO_MOVES` where nobody has looked.
    """
    counts = len(evidence.source.places), len(evidence.target.places)
    certain, sure = (np.empty(counts[0]), np.empty(counts[1])), np.empty(len(steps.shapes))
    *expected, beads = _fill_certain(steps.shapes, steps.probabilities, certain, sure)
    if len(moves.blocks):
        moved = ((moves.blocks[:, 1::2] - moves.blocks[:, ::2]) * moves.probabilities[:, None]).sum(axis=0)
        expected = [expected[0] + float(moved[0]), expected[1] + float(moved[1])]
    shares = expected[0] / counts[0], expected[1] / counts[1]
    side = int(shares[1] > shares[0])
    weights = certain[side]
    for block, probability in zip(moves.blocks.tolist(), moves.probabilities.tolist(), strict=True):
        weights[block[2 * side] : block[2 * side + 1]] = probability
    total, closeness = float(weights.sum()), 0.0
    if total:
        closeness = float((weights * evidence.sides[side].nearest.cosine).sum()) / total - evidence.lattice.floor
    powers = float((sure[:beads] ** _SURE).sum()) + float((moves.probabilities**_SURE).sum())
    return Match(shares[side], powers, closeness, min(counts))


@exact
def _fill_certain(
    shapes: Ints, probabilities: Doubles, certain: tuple[Doubles, Doubles], sure: Doubles
) -> tuple[float, float, int]:
    """Return how many source and target places correspond, as expected, and the number of beads with two sides.

    Args:
        shapes: int32 (k, 2), of the steps.
        probabilities: float64 (k,), of the steps.
        certain: float64 (n,) and (m,), to fill in how probably each place is in a bead with two sides.
        sure: float64 (k,), to fill in the probabilities of the beads with two sides.
    """
    i = j = beads = 0
    sources = targets = 0.0
    for step in range(shapes.shape[0]):
        a, b = shapes[step, 0], shapes[step, 1]
        probability = probabilities[step] if a > 0 and b > 0 else 0.0
        for place in range(i, i + a):
            certain[0][place] = probability
        for place in range(j, j + b):
            certain[1][place] = probability
        if a > 0 and b > 0:
            sources, targets = sources + a * probability, targets + b * probability
            sure[beads] = probability
            beads += 1
        i, j = i + a, j + b
    return sources, targets, beads
