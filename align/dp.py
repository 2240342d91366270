"""The dynamic programme: the best path through a band of cells, and the probability of every step on the way.

A path goes from cell (0, 0) to (n, m) by candidate beads and by null segments. Opening a run of null segments costs
once, going on in it costs little: affine gaps (Gotoh 1982, doi:10.1016/0022-2836(82)90398-9), so that a dropped
paragraph is cheaper than squeezing it into the beads around it. There are two kinds of runs, short and long ones, that
is, the cost of a run is the lesser of two lines (Gotoh 1990, doi:10.1007/BF02458577): a text may lack a sentence here
and there or a whole chapter. Source nulls come before target nulls.

The same lattice gives probabilities by the forward-backward algorithm, as in a semi-Markov conditional random field
(Sarawagi and Cohen 2004): scores are log weights, the probability of a bead is the share of all paths that go
through it.

Cell (i, j) has i source and j target segments behind it and lies in the band when band[i, 0] <= j < band[i, 1].
Everything here is numbers: `gaps` is float64 (4,), opening and extending a short run, opening and extending a long run;
`source_null` float64 (n,) and `target_null` float64 (m,) are the scores of null segments.
"""

from math import exp, log, log1p
from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from align.score import FEATURES, MOST, SIDE, Doubles, Ints, Lattice, bead_features, fill_around, inlined

WORST = -1e30
_NOTHING = 4e-18  # share of all paths that is not counted
_LOG_NOTHING = -40.0  # its logarithm
# What is not even scored; tighter limits cost accuracy, see eval/notes.md.
LEAST = 0.02  # cosine above the floor that a bead needs beyond 1-1: between good neighbours a verse is its translation
HOPELESS = -18.0  # a score
_BEAD, _SHORT_SOURCE, _LONG_SOURCE, _SHORT_TARGET, _LONG_TARGET, _TOTAL = range(6)


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
    cells: NDArray[np.int64]
    starts: NDArray[np.int64]
    shapes: NDArray[np.int8]
    scores: NDArray[np.float32]


class Workspace(NamedTuple):
    """Room for what is computed at one cell: see `fill_around`, `bead_features` and `Candidates`."""

    boxes: Doubles
    right: Doubles
    below: Doubles
    phi: Doubles
    shapes: NDArray[np.int8]
    scores: NDArray[np.float32]


@njit(cache=True, fastmath=True)
def score_beads(lattice: Lattice, band: Ints, weights: Doubles) -> Candidates:
    """Return all beads within the band whose cosine is above chance and whose score is not hopeless."""
    n = lattice.source_units.shape[0] - 1
    cells = np.zeros(n + 2, dtype=np.int64)
    for i in range(n + 1):
        cells[i + 1] = cells[i] + band[i, 1] - band[i, 0]
    starts = np.zeros(cells[n + 1] + 1, dtype=np.int64)
    shapes = np.empty((1024, 2), dtype=np.int8)
    scores = np.empty(1024, dtype=np.float32)
    found = Workspace(
        np.zeros((SIDE + 2, SIDE + 2)), np.zeros(SIDE + 1), np.zeros(SIDE + 1), np.zeros(len(FEATURES)),
        np.empty((SIDE * SIDE, 2), dtype=np.int8), np.empty(SIDE * SIDE, dtype=np.float32),
    )  # fmt: skip
    count = 0
    for i in range(n + 1):
        for j in range(band[i, 0], band[i, 1]):
            more = _score_cell(lattice, band, weights, i, j, found)
            if count + more > len(scores):
                shapes = np.concatenate((shapes, np.empty_like(shapes)))
                scores = np.concatenate((scores, np.empty_like(scores)))
            shapes[count : count + more] = found.shapes[:more]
            scores[count : count + more] = found.scores[:more]
            count += more
            starts[cells[i] + j - band[i, 0] + 1] = count
    return Candidates(band, cells, starts, shapes[:count].copy(), scores[:count].copy())


@inlined
def _score_cell(lattice: Lattice, band: Ints, weights: Doubles, i: int, j: int, found: Workspace) -> int:
    """Put the beads that end at a cell into found.shapes and found.scores and return their number."""
    if i == 0 or j == 0:
        return 0
    fill_around(lattice, i, j, found.boxes, found.right, found.below)
    least = lattice.floor + LEAST
    count = 0
    for a in range(1, min(SIDE, i, lattice.source_reach[i]) + 1):
        start, stop = band[i - a]
        unit = lattice.source_units[i, a]
        for b in range(max(1, j - stop + 1), min(MOST[a], j - start, lattice.target_reach[j]) + 1):
            if a + b > 2 and found.boxes[a, b] * unit * lattice.target_units[j, b] < least:
                continue
            bead_features(lattice, i, j, a, b, found.boxes, found.right, found.below, found.phi)
            total = 0.0
            for k in range(len(FEATURES)):
                total += weights[k] * found.phi[k]
            if total >= HOPELESS:
                found.shapes[count, 0], found.shapes[count, 1], found.scores[count] = a, b, total
                count += 1
    return count


@njit(cache=True, fastmath=True)
def best_path(candidates: Candidates, gaps: Doubles, source_null: Doubles, target_null: Doubles) -> NDArray[np.int32]:
    """Return the steps of the best path in order: int32 (k, 2), source and target segments of each step."""
    front = _forward(candidates, gaps, source_null, target_null, True)
    band, cells, starts = candidates.band, candidates.cells, candidates.starts
    n = band.shape[0] - 1
    i, j = n, band[n, 1] - 1
    steps = np.empty((i + j, 2), dtype=np.int32)
    count, state = 0, _TOTAL
    while i > 0 or j > 0:
        cell = cells[i] + j - band[i, 0]
        if state == _TOTAL:
            state = _BEAD
            for other in range(1, _TOTAL):
                if front[other, cell] > front[state, cell]:
                    state = other
        a, b = 0, 0
        if state == _BEAD:
            best = 10.0 * WORST
            for k in range(starts[cell], starts[cell + 1]):
                c, d = candidates.shapes[k, 0], candidates.shapes[k, 1]
                value = front[_TOTAL, cells[i - c] + j - d - band[i - c, 0]] + candidates.scores[k]
                if value > best:
                    best, a, b = value, c, d
            state = _TOTAL
        elif state in (_SHORT_SOURCE, _LONG_SOURCE):
            a = 1
            before = cells[i - 1] + j - band[i - 1, 0]
            gap = 0 if state == _SHORT_SOURCE else 2
            if front[_BEAD, before] + gaps[gap] >= front[state, before] + gaps[gap + 1]:
                state = _BEAD
        else:
            b = 1
            gap = 0 if state == _SHORT_TARGET else 2
            opened = max(front[_BEAD, cell - 1], front[_SHORT_SOURCE, cell - 1], front[_LONG_SOURCE, cell - 1])
            if opened + gaps[gap] >= front[state, cell - 1] + gaps[gap + 1]:
                state = _BEAD
                for other in (_SHORT_SOURCE, _LONG_SOURCE):
                    if front[other, cell - 1] > front[state, cell - 1]:
                        state = other
        steps[count, 0], steps[count, 1] = a, b
        count += 1
        i, j = i - a, j - b
    return steps[:count][::-1].copy()


@njit(cache=True)
def number_steps(candidates: Candidates, path: Ints) -> NDArray[np.int64]:
    """Return the number of the candidate that each step of a path takes, -1 for a null segment: int64 (k,)."""
    numbers = np.full(len(path), -1, dtype=np.int64)
    i = j = 0
    for step in range(len(path)):
        a, b = path[step]
        i, j = i + a, j + b
        cell = candidates.cells[i] + j - candidates.band[i, 0]
        for k in range(candidates.starts[cell], candidates.starts[cell + 1]):
            if candidates.shapes[k, 0] == a and candidates.shapes[k, 1] == b:
                numbers[step] = k
    return numbers


@njit(cache=True, fastmath=True)
def posterior(
    candidates: Candidates, gaps: Doubles, source_null: Doubles, target_null: Doubles
) -> tuple[Doubles, Doubles, Doubles, Doubles, float]:
    """Return the probability of every candidate and of every segment to be null.

    Returns:
        The probabilities of the candidates float64 (k,), of source and target segments to be null float64 (n,) and
        (m,), the expected number of openings and extensions of short and long runs float64 (4,), and the log weight
        of all paths.
    """
    band, cells, starts = candidates.band, candidates.cells, candidates.starts
    n = band.shape[0] - 1
    m = band[n, 1] - 1
    front = _forward(candidates, gaps, source_null, target_null, False)
    z = front[_TOTAL, cells[n] + m - band[n, 0]]
    # The share of all paths that go through a cell after such a step; the plane of the total is what a bead begins at.
    through = np.zeros(front.shape)
    through[_TOTAL, cells[n] + m - band[n, 0]] = 1.0
    shares, steps = np.zeros(len(candidates.scores)), np.zeros(4)
    source_p, target_p = np.zeros(n), np.zeros(m)
    for i in range(n, -1, -1):
        for j in range(band[i, 1] - 1, band[i, 0] - 1, -1):
            cell = cells[i] + j - band[i, 0]
            if through[_TOTAL, cell] > 0.0:
                for state in range(_TOTAL):
                    through[state, cell] += through[_TOTAL, cell] * exp(front[state, cell] - front[_TOTAL, cell])
            if j > band[i, 0]:
                for gap, state in ((0, _SHORT_TARGET), (2, _LONG_TARGET)):
                    flow = through[state, cell]
                    if flow > _NOTHING:
                        target_p[j - 1] += flow
                        rest = target_null[j - 1] - front[state, cell]
                        for before, cost in ((_BEAD, gap), (_SHORT_SOURCE, gap), (_LONG_SOURCE, gap), (state, gap + 1)):
                            share = flow * exp(front[before, cell - 1] + gaps[cost] + rest)
                            through[before, cell - 1] += share
                            steps[cost] += share
            if i > 0 and band[i - 1, 0] <= j < band[i - 1, 1]:
                place = cells[i - 1] + j - band[i - 1, 0]
                for gap, state in ((0, _SHORT_SOURCE), (2, _LONG_SOURCE)):
                    flow = through[state, cell]
                    if flow > _NOTHING:
                        source_p[i - 1] += flow
                        rest = source_null[i - 1] - front[state, cell]
                        for before, cost in ((_BEAD, gap), (state, gap + 1)):
                            share = flow * exp(front[before, place] + gaps[cost] + rest)
                            through[before, place] += share
                            steps[cost] += share
            flow = through[_BEAD, cell]
            if flow > _NOTHING:
                for k in range(starts[cell], starts[cell + 1]):
                    place = cells[i - candidates.shapes[k, 0]] + j - candidates.shapes[k, 1]
                    place -= band[i - candidates.shapes[k, 0], 0]
                    log_part = front[_TOTAL, place] + candidates.scores[k] - front[_BEAD, cell]
                    if log_part > _LOG_NOTHING:
                        shares[k] = min(1.0, flow * exp(log_part))
                        through[_TOTAL, place] += shares[k]
    return shares, source_p, target_p, steps, z


@njit(cache=True, fastmath=True)
def _forward(
    candidates: Candidates, gaps: Doubles, source_null: Doubles, target_null: Doubles, use_max: bool
) -> Doubles:
    """Return the log weight of all (or the best of all) paths to every cell, by the last step: float64 (6, cells)."""
    band, cells, starts = candidates.band, candidates.cells, candidates.starts
    n = band.shape[0] - 1
    front = np.full((6, cells[n + 1]), WORST)
    values = np.empty(SIDE * SIDE)
    for i in range(n + 1):
        for j in range(band[i, 0], band[i, 1]):
            cell = cells[i] + j - band[i, 0]
            most = 0.0 if i == 0 and j == 0 else WORST
            start, stop = starts[cell], starts[cell + 1]
            if stop - start > len(values):
                values = np.empty(2 * (stop - start))
            for k in range(start, stop):
                a, b = candidates.shapes[k, 0], candidates.shapes[k, 1]
                values[k - start] = front[_TOTAL, cells[i - a] + j - b - band[i - a, 0]] + candidates.scores[k]
                most = max(most, values[k - start])
            total = most
            if not use_max and stop > start:
                total += log(_sum_exp(values[: stop - start], most))
            front[_BEAD, cell] = total
            if i > 0 and band[i - 1, 0] <= j < band[i - 1, 1]:
                before = cells[i - 1] + j - band[i - 1, 0]
                for gap, state in ((0, _SHORT_SOURCE), (2, _LONG_SOURCE)):
                    opened, extended = front[_BEAD, before] + gaps[gap], front[state, before] + gaps[gap + 1]
                    front[state, cell] = _either(opened, extended, use_max) + source_null[i - 1]
                    total = _either(total, front[state, cell], use_max)
            if j > band[i, 0]:
                opened = _either(front[_SHORT_SOURCE, cell - 1], front[_LONG_SOURCE, cell - 1], use_max)
                opened = _either(front[_BEAD, cell - 1], opened, use_max)
                for gap, state in ((0, _SHORT_TARGET), (2, _LONG_TARGET)):
                    extended = front[state, cell - 1] + gaps[gap + 1]
                    front[state, cell] = _either(opened + gaps[gap], extended, use_max) + target_null[j - 1]
                    total = _either(total, front[state, cell], use_max)
            front[_TOTAL, cell] = total
    return front


@njit(cache=True, fastmath=True)
def _sum_exp(values: Doubles, most: float) -> float:
    """Return the sum of the exponentials of values relative to the largest."""
    total = 0.0
    for value in values:
        if value - most > _LOG_NOTHING:
            total += exp(value - most)
    return total


@njit(cache=True, fastmath=True)
def _add(x: float, y: float) -> float:
    """Return log(exp(x) + exp(y))."""
    if x < y:
        x, y = y, x
    return x if y - x < _LOG_NOTHING else x + log1p(exp(y - x))


@njit(cache=True, fastmath=True)
def _either(x: float, y: float, use_max: bool) -> float:
    """Return the larger of two log weights, or their sum."""
    return max(x, y) if use_max else _add(x, y)
