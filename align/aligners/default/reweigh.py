"""Beads between passages that have moved, weighed once more without these.

A bead that a passage crosses had to hold its own against the passage's beads, and the surer the passage, the less was
left for it. Once the passage is told as a move, the two are no longer rivals.
"""

from dataclasses import replace

import numpy as np

from align.aligners.default.crossings import Moves
from align.aligners.default.evidence import Evidence
from align.aligners.default.excerpt import excerpt
from align.aligners.default.moves import places_in
from align.aligners.default.passes import find_steps
from align.aligners.default.steps import Steps
from align.aligners.default.weights import Weights
from align.lattice.arrays import Flags, Longs

_SURE = 0.9  # probability from which a bead needs no second look
_AROUND = 8  # steps of the path on either side of a bead that are looked at with it, and places to a move, its rival


def reweigh(steps: Steps, moves: Moves, evidence: Evidence, weights: Weights, *, least: float) -> Steps:
    """Return the steps, of which beads in doubt that a move crosses are as probable as they are without the moves.

    Args:
        steps: the path.
        moves: beside it, over places that are null in the path.
        evidence: of the pair.
        weights: of the aligner.
        least: probability, 0 to 1, from which a move is told.
    """
    told = moves.chosen(moves.probabilities >= least).blocks
    asked = steps.both & (steps.probabilities < _SURE)
    if not len(told) or not asked.any():
        return steps
    blocks = steps.blocks
    asked &= _are_crossed(blocks, told)
    if not asked.any():
        return steps
    near = np.zeros(len(blocks), dtype=bool)
    for number in np.flatnonzero(asked).tolist():
        near[max(0, number - _AROUND) : number + _AROUND + 1] = True
    sides = slice(0, 2), slice(2, 4)
    left = [np.setdiff1d(places_in(blocks[near, side]), places_in(told[:, side])) for side in sides]
    again = find_steps(excerpt(evidence, left[0], left[1]), weights)
    first, end, start, stop = again.blocks[again.both].T
    rows = np.stack([left[0][first], left[0][end - 1] + 1, left[1][start], left[1][stop - 1] + 1], axis=1)
    found = dict(zip(map(tuple, rows.tolist()), again.probabilities[again.both].tolist(), strict=True))
    probabilities = steps.probabilities.copy()
    for number in np.flatnonzero(asked).tolist():
        block = tuple(blocks[number].tolist())
        probabilities[number] = max(probabilities[number], found.get(block, 0.0))
    return replace(steps, probabilities=probabilities)


def _are_crossed(blocks: Longs, told: Longs) -> Flags:
    """Return which blocks stand on different sides of a move in source and target, not far from it: bool (k,)."""
    rows, columns = blocks[:, None, 0] - told[None, :, 0], blocks[:, None, 2] - told[None, :, 2]
    rivals = (rows < 0) != (columns < 0)
    rivals &= np.minimum(np.abs(rows), np.abs(columns)) <= _AROUND
    crossed: Flags = rivals.any(axis=1)
    return crossed
