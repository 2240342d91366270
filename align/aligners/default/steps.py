"""The steps of the best path: beads and null segments with their scores and probabilities.

The best path may be the best of many that share little, and it has a bead wherever two sentences stand between good
neighbours. So a bead is dissolved whose segments are all more probably null, and one whose sides do not correspond.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from align.bitext import EVEN
from align.lattice.arrays import Doubles, Flags, Floats, Ints, Longs
from align.lattice.candidates import Candidates
from align.lattice.kernel import exact
from align.lattice.paths import best_path, number_steps
from align.lattice.pruning import Blocks
from align.lattice.shares import posterior

REPLACED = 0.97  # doubt beyond which the sides of a bead are dropped here and added there, not a pair in doubt


@dataclass(frozen=True, slots=True)
class Steps:
    """The path.

    Attributes:
        shapes: int32 (k, 2), the segments of each step.
        scores: float64 (k,).
        probabilities: float64 (k,).
        dissolved: int64 (d, 4), places of the beads that were dissolved since their segments are more probably null; a
            passage that crosses them may be the reason.
    """

    shapes: Ints
    scores: Doubles
    probabilities: Doubles
    dissolved: Blocks = field(default_factory=lambda: np.zeros((0, 4), dtype=np.int64))

    @property
    def both(self) -> Flags:
        """Return which steps are beads with two sides: bool (k,)."""
        flags: Flags = (self.shapes[:, 0] > 0) & (self.shapes[:, 1] > 0)
        return flags

    @property
    def blocks(self) -> Blocks:
        """Return the places of each step, as in `Survivors`: int64 (k, 4)."""
        return step_blocks(self.shapes)


def step_blocks(shapes: Ints) -> Blocks:
    """Return first and end of the source and of the target places of steps int32 (k, 2) in a row: int64 (k, 4).

    >>> step_blocks(np.array([[1, 1], [1, 0], [2, 1]])).tolist()
    [[0, 1, 0, 1], [1, 2, 1, 1], [2, 4, 1, 2]]
    """
    blocks = np.empty((len(shapes), 4), dtype=np.int64)
    np.cumsum(shapes, axis=0, out=blocks[:, 1::2])
    np.subtract(blocks[:, 1::2], shapes, out=blocks[:, ::2])
    return blocks


def decode(
    candidates: Candidates,
    gaps: Doubles,
    nulls: tuple[Doubles, Doubles],
    correspond: Callable[[Longs, Doubles], Doubles],
    *,
    even: float = EVEN,
) -> Steps:
    """Return the best path; a bead is dissolved whose segments are all more probably null, or do not correspond.

    Args:
        candidates: with their scores.
        gaps: float64 (9,), what runs cost.
        nulls: float64 (n,) and (m,), scores of null segments.
        correspond: from the numbers of candidates and their probabilities to those that the sides correspond at all.
        even: probability, 0 to 1, up to which a null does not dissolve a bead.
    """
    shares, source_p, target_p, _, _ = posterior(candidates, gaps, *nulls)
    path = best_path(candidates, gaps, *nulls)
    numbers = number_steps(candidates, path)
    taken = numbers[numbers >= 0]
    np.minimum(shares, 1.0, out=shares)
    doubts = np.zeros(len(shares))
    doubts[taken] = 1.0 - correspond(taken, shares[taken])
    room = len(nulls[0]) + len(nulls[1])
    steps = Steps(np.zeros((room, 2), dtype=np.int32), np.empty(room), np.empty(room))
    dissolved = np.zeros(len(path), dtype=np.bool_)
    count = _fill_steps(
        path,
        numbers,
        candidates.scores,
        shares,
        doubts,
        nulls,
        (source_p, target_p),
        even,
        (steps.shapes, steps.scores, steps.probabilities),
        dissolved,
    )
    kept = steps.shapes[:count], steps.scores[:count], steps.probabilities[:count]
    return Steps(*kept, step_blocks(path)[dissolved]) if dissolved.any() else Steps(*kept)


@exact
def _fill_steps(
    path: Ints,
    numbers: Longs,
    scores: Floats,
    shares: Doubles,
    doubts: Doubles,
    nulls: tuple[Doubles, Doubles],
    null_shares: tuple[Doubles, Doubles],
    even: float,
    steps: tuple[Ints, Doubles, Doubles],
    dissolved: Flags,
) -> int:
    """Fill in the steps that `decode` returns and return their number; null steps are of one segment.

    Args:
        path: int32 (p, 2), the steps of the best path.
        numbers: int64 (p,), the candidate of each, -1 for null steps.
        scores: float32 (k,), of the candidates.
        shares: float64 (k,), their probabilities.
        doubts: float64 (k,), the probabilities that their sides do not correspond at all.
        nulls: float64 (n,) and (m,), scores of null segments.
        null_shares: float64 (n,) and (m,), probabilities that they are null.
        even: probability up to which a null does not dissolve a bead.
        steps: shapes, scores and probabilities, with room for a step a segment.
        dissolved: bool (p,), is set for the beads whose segments are more probably null.
    """
    shapes, values, probabilities = steps
    count = i = j = 0
    for step in range(path.shape[0]):
        a, b = path[step, 0], path[step, 1]
        k, least, apart = numbers[step], 2.0, 0.0  # above any probability
        if k >= 0:
            for place in range(i, i + a):
                least = min(least, null_shares[0][place])
            for place in range(j, j + b):
                least = min(least, null_shares[1][place])
        if k >= 0 and least <= max(shares[k], even) and doubts[k] <= REPLACED:
            shapes[count, 0], shapes[count, 1] = a, b
            values[count], probabilities[count] = scores[k], shares[k] * (1.0 - doubts[k])
            count += 1
        else:
            if k >= 0 and doubts[k] > REPLACED:
                apart = 1.0 - shares[k] * (1.0 - doubts[k])
            elif k >= 0:
                dissolved[step] = True
            for place in range(i, i + a):
                shapes[count, 0] = 1
                values[count], probabilities[count] = nulls[0][place], min(max(null_shares[0][place], apart), 1.0)
                count += 1
            for place in range(j, j + b):
                shapes[count, 1] = 1
                values[count], probabilities[count] = nulls[1][place], min(max(null_shares[1][place], apart), 1.0)
                count += 1
        i, j = i + a, j + b
    return count
