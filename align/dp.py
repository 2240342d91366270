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

import numpy as np
from numpy.typing import NDArray

from align.kernel import exact, fast, inlined
from align.score import Doubles, Ints
from align.search import Candidates

WORST = -1e30
_NOTHING = 4e-18  # share of all paths that is not counted
_LOG_NOTHING = -40.0  # its logarithm
_BEAD, _SHORT_SOURCE, _LONG_SOURCE, _SHORT_TARGET, _LONG_TARGET, _TOTAL = range(6)


def best_path(candidates: Candidates, gaps: Doubles, source_null: Doubles, target_null: Doubles) -> NDArray[np.int32]:
    """Return the steps of the best path in order: int32 (k, 2), source and target segments of each step."""
    front = _run_forward(candidates, gaps, source_null, target_null, use_max=True)
    steps = np.empty((len(source_null) + len(target_null), 2), dtype=np.int32)
    count = _trace(candidates, gaps, front, steps)
    return steps[:count][::-1].copy()


@fast
def _trace(candidates: Candidates, gaps: Doubles, front: Doubles, steps: Ints) -> int:
    """Put the steps of the best path, last first, into `steps` and return their number."""
    band, cells, starts = candidates.band, candidates.cells, candidates.starts
    n = band.shape[0] - 1
    i, j = n, int(band[n, 1]) - 1
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
        elif _SHORT_SOURCE <= state <= _LONG_SOURCE:
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
    return count


def number_steps(candidates: Candidates, path: Ints) -> NDArray[np.int64]:
    """Return the number of the candidate that each step of a path takes, -1 for a null segment: int64 (k,)."""
    numbers = np.full(len(path), -1, dtype=np.int64)
    _number(candidates, path, numbers)
    return numbers


@exact
def _number(candidates: Candidates, path: Ints, numbers: NDArray[np.int64]) -> None:
    """Put the number of the candidate that each step takes into `numbers`."""
    i = j = 0
    for step in range(path.shape[0]):
        a, b = path[step, 0], path[step, 1]
        i, j = i + a, j + b
        cell = candidates.cells[i] + j - candidates.band[i, 0]
        for k in range(candidates.starts[cell], candidates.starts[cell + 1]):
            if candidates.shapes[k, 0] == a and candidates.shapes[k, 1] == b:
                numbers[step] = k


def posterior(
    candidates: Candidates, gaps: Doubles, source_null: Doubles, target_null: Doubles
) -> tuple[Doubles, Doubles, Doubles, Doubles, float]:
    """Return the probability of every candidate and of every segment to be null.

    Returns:
        The probabilities of the candidates float64 (k,), of source and target segments to be null float64 (n,) and
        (m,), the expected number of openings and extensions of short and long runs float64 (4,), and the log weight
        of all paths.
    """
    front = _run_forward(candidates, gaps, source_null, target_null, use_max=False)
    last = candidates.cells[-1] - 1
    # The share of all paths that go through a cell after such a step; the plane of the total is what a bead begins at.
    through = np.zeros(front.shape)
    through[_TOTAL, last] = 1.0
    shares, steps = np.zeros(len(candidates.scores)), np.zeros(4)
    source_p, target_p = np.zeros(len(source_null)), np.zeros(len(target_null))
    found = shares, source_p, target_p, steps
    _backward(candidates, gaps, source_null, target_null, front, through, found)
    return *found, float(front[_TOTAL, last])


@fast
def _backward(
    candidates: Candidates,
    gaps: Doubles,
    source_null: Doubles,
    target_null: Doubles,
    front: Doubles,
    through: Doubles,
    found: tuple[Doubles, Doubles, Doubles, Doubles],
) -> None:
    """Send the share of the last cell back along all steps; add up in `found` what `posterior` returns."""
    band, cells, starts = candidates.band, candidates.cells, candidates.starts
    shares, source_p, target_p, steps = found
    n = band.shape[0] - 1
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


def _run_forward(
    candidates: Candidates, gaps: Doubles, source_null: Doubles, target_null: Doubles, *, use_max: bool
) -> Doubles:
    """Return the log weight of all (or the best of all) paths to every cell, by the last step: float64 (6, cells)."""
    front = np.full((6, len(candidates.starts) - 1), WORST)
    values = np.empty(len(candidates.scores))
    _forward(candidates, gaps, source_null, target_null, use_max, front, values)
    return front


@fast
def _forward(
    candidates: Candidates,
    gaps: Doubles,
    source_null: Doubles,
    target_null: Doubles,
    use_max: bool,
    front: Doubles,
    values: Doubles,
) -> None:
    """Put the log weight of paths to every cell into `front`; `values` has room for the beads of one cell."""
    band, cells, starts = candidates.band, candidates.cells, candidates.starts
    n = band.shape[0] - 1
    for i in range(n + 1):
        for j in range(band[i, 0], band[i, 1]):
            cell = cells[i] + j - band[i, 0]
            most = 0.0 if i == 0 and j == 0 else WORST
            start, stop = starts[cell], starts[cell + 1]
            for k in range(start, stop):
                a, b = candidates.shapes[k, 0], candidates.shapes[k, 1]
                values[k - start] = front[_TOTAL, cells[i - a] + j - b - band[i - a, 0]] + candidates.scores[k]
                most = max(most, values[k - start])
            total = most
            if not use_max and stop > start:
                weight = 0.0
                for k in range(stop - start):
                    if values[k] - most > _LOG_NOTHING:
                        weight += exp(values[k] - most)
                total += log(weight)
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


@inlined
def _add(x: float, y: float) -> float:
    """Return log(exp(x) + exp(y))."""
    if x < y:
        x, y = y, x
    return x if y - x < _LOG_NOTHING else x + log1p(exp(y - x))


@inlined
def _either(x: float, y: float, use_max: bool) -> float:
    """Return the larger of two log weights, or their sum."""
    return max(x, y) if use_max else _add(x, y)
