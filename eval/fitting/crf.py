"""The likelihood of what is known of the right path through a lattice of candidates, and its slopes.

The numerator is the weight of all paths that agree with gold: beads that are not gold and nulls that are none in gold
are forbidden, and where nothing is known anything goes. Both sums come from the forward-backward algorithm.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from align.lattice.arrays import Doubles, Flags
from align.lattice.candidates import Candidates
from align.lattice.pruning import Blocks
from align.lattice.shares import posterior
from eval.fitting.examples import Example, path_blocks

_FORBIDDEN = -1e6
_IMPOSSIBLE = -1e5  # log weight below which no path agrees with gold


class Allowed(NamedTuple):
    """What agrees with gold: candidates bool (k,), source segments as nulls bool (n,), target segments bool (m,)."""

    beads: Flags
    source: Flags
    target: Flags


class Slopes(NamedTuple):
    """The loss of a piece, and the slopes of its likelihood.

    Attributes:
        loss: negative log likelihood.
        beads: float64 (k,), in the scores of the candidates.
        source: float64 (n,), in the scores of the source segments as nulls.
        target: float64 (m,), in those of the target segments.
        gaps: float64 (9,), in the costs of runs of nulls.
    """

    loss: float
    beads: Doubles
    source: Doubles
    target: Doubles
    gaps: Doubles


def find_allowed(example: Example, blocks: Blocks) -> Allowed:
    """Return what agrees with the gold of an example; of gold beads that are no candidates nothing is known.

    Args:
        example: the piece.
        blocks: int64 (k, 4), the candidates.
    """
    unknown = [side.copy() for side in example.gold.open]
    gold = path_blocks(example.gold.steps)
    is_lost = ~np.isin(_keys(gold), _keys(blocks))
    for i, i_stop, j, j_stop in gold[is_lost].tolist():
        unknown[0][i:i_stop] = True
        unknown[1][j:j_stop] = True
    nulls = [flags | (null > 0) for flags, null in zip(unknown, example.nulls, strict=True)]
    free = [np.concatenate(([0], np.cumsum(side))) for side in unknown]
    within = [
        free[side][blocks[:, 2 * side + 1]] - free[side][blocks[:, 2 * side]]
        == blocks[:, 2 * side + 1] - blocks[:, 2 * side]
        for side in (0, 1)
    ]
    return Allowed(np.isin(_keys(blocks), _keys(gold)) | (within[0] & within[1]), nulls[0], nulls[1])


def _keys(blocks: Blocks) -> NDArray[np.int64]:
    """Return a number for each block that no other one has."""
    keys: NDArray[np.int64] = blocks @ np.array([1 << 45, 1 << 30, 1 << 15, 1])
    return keys


def path_slopes(candidates: Candidates, gaps: Doubles, nulls: tuple[Doubles, Doubles], allowed: Allowed) -> Slopes:
    """Return loss and slopes, all of them zero where no path through the lattice agrees with gold."""
    shares, source, target, steps, total = posterior(candidates, gaps, *nulls)
    scores = np.where(allowed.beads, candidates.scores, np.float32(_FORBIDDEN))
    held = [np.where(flags, null, _FORBIDDEN) for flags, null in zip(allowed[1:], nulls, strict=True)]
    right = posterior(candidates._replace(scores=scores), gaps, *held)
    if right[4] - total < _IMPOSSIBLE:
        return Slopes(0.0, 0.0 * shares, 0.0 * source, 0.0 * target, np.zeros(9))
    return Slopes(
        float(total - right[4]),
        right[0] - shares,
        right[1] - source,
        right[2] - target,
        right[3] - steps,
    )
