"""Which beads may be taken at all: those within the band whose segments resemble each other more than by chance."""

from typing import NamedTuple

import numpy as np

from align.lattice.arrays import Bytes, Doubles, Floats, Ints, Lattice, Longs
from align.lattice.features import FEATURES, MOST, SIDE, bead_features, fill_around
from align.lattice.kernel import fast

# What is not even scored; tighter limits cost accuracy, see eval/notes.md.
LEAST = 0.02  # cosine above the floor that a bead needs beyond 1-1: between good neighbours a verse is its translation
HOPELESS = -18.0  # a score
_PER_CELL = SIDE * SIDE  # beads that end at one cell, at most
_USUAL_PER_CELL, _MORE = 12, 8192  # and what there is room for at first, and more in short documents


class Candidates(NamedTuple):
    """Beads that may be taken, by the cell where they end.

    Attributes:
        band: int32 (n + 1, 2), the cells that are searched.
        cells: int64 (n + 2,), running count of cells before each row of the band.
        starts: int64 (cells + 1,), where the beads of each cell start in the arrays below.
        shapes: int8 (k, 2), source and target segments of each bead.
        scores: float32 (k,).
    """

    band: Ints
    cells: Longs
    starts: Longs
    shapes: Bytes
    scores: Floats


class Workspace(NamedTuple):
    """Room for what is computed at one cell: see `fill_around` and `bead_features`."""

    boxes: Doubles
    right: Doubles
    below: Doubles
    phi: Doubles


def workspace() -> Workspace:
    """Return room for what is computed at one cell."""
    return Workspace(np.zeros((SIDE + 2, SIDE + 2)), np.zeros(SIDE + 1), np.zeros(SIDE + 1), np.zeros(len(FEATURES)))


def score_beads(lattice: Lattice, band: Ints, weights: Doubles) -> Candidates:
    """Return all beads within the band whose score is not hopeless and, beyond 1-1, whose cosine is above chance.

    Args:
        lattice: what the features of the beads are worked out from.
        band: int32 (n + 1, 2), the cells to search, within those that the lattice was built for.
        weights: float64 (F,), of the features, in the order of `align.lattice.features.FEATURES`.
    """
    cells = np.zeros(len(band) + 1, dtype=np.int64)
    np.cumsum(band[:, 1] - band[:, 0], out=cells[1:])
    starts = np.zeros(cells[-1] + 1, dtype=np.int64)
    room = _USUAL_PER_CELL * int(cells[-1]) + _MORE
    shapes, scores = np.empty((room, 2), dtype=np.int8), np.empty(room, dtype=np.float32)
    room_for_one, row = workspace(), 0
    while (row := _score_rows(lattice, band, cells, weights, row, room_for_one, starts, shapes, scores)) < len(band):
        shapes, scores = np.concatenate((shapes, shapes)), np.concatenate((scores, scores))
    return Candidates(band, cells, starts, shapes[: starts[-1]].copy(), scores[: starts[-1]].copy())


@fast
def _score_rows(
    lattice: Lattice,
    band: Ints,
    cells: Longs,
    weights: Doubles,
    first: int,
    work: Workspace,
    starts: Longs,
    shapes: Bytes,
    scores: Floats,
) -> int:
    """Fill in the candidates from the first row on; return the row for which there is too little room, or the end."""
    boxes, right, below, phi = work
    least = lattice.floor + LEAST
    count = starts[cells[first]]
    for i in range(first, band.shape[0]):
        for place in range(cells[i], cells[i + 1]):
            j = place - cells[i] + band[i, 0]
            if count + _PER_CELL > scores.shape[0]:
                return i
            if i > 0 and j > 0:
                fill_around(lattice, i, j, boxes, right, below)
                for a in range(1, min(SIDE, i, lattice.source.reach[i]) + 1):
                    low, high = max(1, j - band[i - a, 1] + 1), min(MOST[a], j - band[i - a, 0])
                    unit = lattice.source.units[i, a]
                    for b in range(low, min(high, lattice.target.reach[j]) + 1):
                        if a + b > 2 and boxes[a, b] * unit * lattice.target.units[j, b] < least:
                            continue
                        bead_features(lattice, i, j, a, b, boxes, right, below, phi)
                        total = 0.0
                        for k in range(len(FEATURES)):
                            total += weights[k] * phi[k]
                        if total >= HOPELESS:
                            shapes[count, 0], shapes[count, 1], scores[count] = a, b, total
                            count += 1
            starts[place + 1] = count
    return int(band.shape[0])
