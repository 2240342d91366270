"""The dynamic programme: the best path through a band of cells, and the probability of every step on the way.

A path goes from cell (0, 0) to (n, m) by candidate beads and by null segments. Opening a run of null segments costs
once, going on in it costs little: affine gaps (Gotoh 1982, doi:10.1016/0022-2836(82)90398-9), so that a dropped
paragraph is cheaper than squeezing it into the beads around it. There are two kinds of runs, short and long ones, that
is, the cost of a run is the lesser of two lines (Gotoh 1990, doi:10.1007/BF02458577): a text may lack a sentence here
and there or a whole chapter. Source nulls come before target nulls.

The same lattice gives probabilities by the forward-backward algorithm, as in a semi-Markov conditional random field
(Sarawagi and Cohen 2004): scores are log weights, the probability of a bead is the share of all paths that go
through it. The weights themselves are added up, without logarithms, and since those of long documents are beyond what a
number can hold, each cell counts its own in some power of a large unit.

Cell (i, j) has i source and j target segments behind it and lies in the band when band[i, 0] <= j < band[i, 1].
Everything here is numbers: `gaps` is float64 (9,), of source runs opening and extending a short one, opening and
extending a long one, then the same of target runs, then what a target run costs more where it follows a source run;
`source_null` float64 (n,) and `target_null` float64 (m,) are the scores of null segments.
"""

from math import log
from typing import NamedTuple

import numpy as np

from align.lattice.arrays import Doubles, Ints
from align.lattice.candidates import Candidates
from align.lattice.kernel import fast, inlined

WORST = -1e30
_NOTHING = 4e-18  # share of all paths that is not counted
_LARGE, _SMALL = 2.0**256, 2.0**-256  # weights of paths are counted in powers of these, see `_lower`
_TOO_LARGE, _TOO_SMALL = 2.0**128, 2.0**-128  # from where on the next power is taken
_NOWHERE = -(2**30)  # power of a cell that no path reaches
_BEAD, _SHORT_SOURCE, _LONG_SOURCE, _SHORT_TARGET, _LONG_TARGET, _TOTAL = range(6)
_OF_TARGET, _TURN = 4, 8  # where in the costs of runs those of target runs begin, and what turning to them costs
_PLANES = _TOTAL + 1  # a plane of all cells for each kind of last step, and one for all of them


class Weights(NamedTuple):
    """Weights of nulls: `gaps`, `source_null` and `target_null` without their logarithm."""

    gaps: Doubles
    source: Doubles
    target: Doubles


def best_path(candidates: Candidates, gaps: Doubles, source_null: Doubles, target_null: Doubles) -> Ints:
    """Return the steps of the best path in order: int32 (k, 2), source and target segments of each step."""
    front = np.full((_PLANES, len(candidates.starts) - 1), WORST)
    _find_best(candidates, gaps, source_null, target_null, front)
    steps = np.empty((len(source_null) + len(target_null), 2), dtype=np.int32)
    count = _trace(candidates, gaps, front, steps)
    return steps[:count][::-1].copy()


@fast
def _find_best(
    candidates: Candidates, gaps: Doubles, source_null: Doubles, target_null: Doubles, front: Doubles
) -> None:
    """Put the score of the best path to every cell, by its last step, into `front`: float64 (6, cells)."""
    band, cells, starts = candidates.band, candidates.cells, candidates.starts
    for i in range(band.shape[0]):
        for j in range(band[i, 0], band[i, 1]):
            cell = cells[i] + j - band[i, 0]
            most = 0.0 if i == 0 and j == 0 else WORST
            for k in range(starts[cell], starts[cell + 1]):
                a, b = candidates.shapes[k, 0], candidates.shapes[k, 1]
                most = max(most, front[_TOTAL, cells[i - a] + j - b - band[i - a, 0]] + candidates.scores[k])
            front[_BEAD, cell] = most
            if i > 0 and band[i - 1, 0] <= j < band[i - 1, 1]:
                before = cells[i - 1] + j - band[i - 1, 0]
                for kind in range(2):
                    state, gap = _SHORT_SOURCE + kind, 2 * kind
                    extended = front[state, before] + gaps[gap + 1]
                    front[state, cell] = max(front[_BEAD, before] + gaps[gap], extended) + source_null[i - 1]
                    most = max(most, front[state, cell])
            if j > band[i, 0]:
                turned = max(front[_SHORT_SOURCE, cell - 1], front[_LONG_SOURCE, cell - 1]) + gaps[_TURN]
                opened = max(front[_BEAD, cell - 1], turned)
                for kind in range(2):
                    state, gap = _SHORT_TARGET + kind, _OF_TARGET + 2 * kind
                    extended = front[state, cell - 1] + gaps[gap + 1]
                    front[state, cell] = max(opened + gaps[gap], extended) + target_null[j - 1]
                    most = max(most, front[state, cell])
            front[_TOTAL, cell] = most


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
            best = 10.0 * WORST  # below all, also where no path reaches the beginning of the bead
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
            gap = _OF_TARGET if state == _SHORT_TARGET else _OF_TARGET + 2
            turned = max(front[_SHORT_SOURCE, cell - 1], front[_LONG_SOURCE, cell - 1]) + gaps[_TURN]
            opened = max(front[_BEAD, cell - 1], turned)
            if opened + gaps[gap] >= front[state, cell - 1] + gaps[gap + 1]:
                state = _BEAD
                if turned > front[_BEAD, cell - 1]:
                    longer = front[_LONG_SOURCE, cell - 1] > front[_SHORT_SOURCE, cell - 1]
                    state = _LONG_SOURCE if longer else _SHORT_SOURCE
        steps[count, 0], steps[count, 1] = a, b
        count += 1
        i, j = i - a, j - b
    return count


def posterior(
    candidates: Candidates, gaps: Doubles, source_null: Doubles, target_null: Doubles
) -> tuple[Doubles, Doubles, Doubles, Doubles, float]:
    """Return the probability of every candidate and of every segment to be null.

    Returns:
        The probabilities of the candidates float64 (k,), of source and target segments to be null float64 (n,) and
        (m,), how often each of the costs of runs is paid in the mean float64 (9,), and the log weight of all paths,
        `WORST` if there are none.
    """
    weights = Weights(np.exp(gaps), np.exp(source_null), np.exp(target_null))
    # First the weights of the candidates, each of which is replaced by the share when it is not needed any more.
    shares = np.exp(candidates.scores, dtype=np.float64)
    count = len(candidates.starts) - 1
    front, powers = np.zeros((_PLANES, count)), np.full(count, _NOWHERE, dtype=np.int32)
    _weigh(candidates, weights, shares, front, powers)
    # The share of all paths that go through a cell after such a step; the plane of the total is what a bead begins at.
    through = np.zeros(front.shape)
    through[_TOTAL, -1] = 1.0
    steps, source_p, target_p = np.zeros(len(gaps)), np.zeros(len(source_null)), np.zeros(len(target_null))
    found = shares, source_p, target_p, steps
    _backward(candidates, weights, front, powers, through, found)
    total = float(front[_TOTAL, -1])
    return *found, log(total) + int(powers[-1]) * log(_LARGE) if total else WORST


@fast
def _weigh(candidates: Candidates, weights: Weights, beads: Doubles, front: Doubles, powers: Ints) -> None:
    """Put the weight of all paths to every cell, by their last step, into `front`: float64 (6, cells).

    Args:
        candidates: what beads there are.
        weights: of nulls.
        beads: float64 (k,), the weights of the candidates.
        front: zeros; what is there stands for so much times `_LARGE` to the power of the cell.
        powers: int32 (cells,), the powers.
    """
    band, cells, starts = candidates.band, candidates.cells, candidates.starts
    gaps = weights.gaps
    for i in range(band.shape[0]):
        for j in range(band[i, 0], band[i, 1]):
            cell = cells[i] + j - band[i, 0]
            above = cells[i - 1] + j - band[i - 1, 0] if i > 0 and band[i - 1, 0] <= j < band[i - 1, 1] else -1
            total, power = 0.0, _NOWHERE
            if i == 0 and j == 0:
                total, power = 1.0, 0
            if above >= 0:
                power = max(power, powers[above])
            if j > band[i, 0]:
                power = max(power, powers[cell - 1])
            for k in range(starts[cell], starts[cell + 1]):
                a, b = candidates.shapes[k, 0], candidates.shapes[k, 1]
                place = cells[i - a] + j - b - band[i - a, 0]
                if powers[place] > power:
                    total, power = _lower(total, powers[place] - power), powers[place]
                total += _lower(front[_TOTAL, place] * beads[k], power - powers[place])
            front[_BEAD, cell] = total
            if above >= 0:
                null = _lower(weights.source[i - 1], power - powers[above])
                for kind in range(2):
                    state, gap = _SHORT_SOURCE + kind, 2 * kind
                    begun = front[_BEAD, above] * gaps[gap] + front[state, above] * gaps[gap + 1]
                    front[state, cell] = begun * null
                    total += front[state, cell]
            if j > band[i, 0]:
                null = _lower(weights.target[j - 1], power - powers[cell - 1])
                turned = (front[_SHORT_SOURCE, cell - 1] + front[_LONG_SOURCE, cell - 1]) * gaps[_TURN]
                opened = front[_BEAD, cell - 1] + turned
                for kind in range(2):
                    state, gap = _SHORT_TARGET + kind, _OF_TARGET + 2 * kind
                    front[state, cell] = (opened * gaps[gap] + front[state, cell - 1] * gaps[gap + 1]) * null
                    total += front[state, cell]
            front[_TOTAL, cell], powers[cell] = total, power if total > 0.0 else _NOWHERE
            while total >= _TOO_LARGE or 0.0 < total < _TOO_SMALL:
                step, unit = (1, _SMALL) if total >= _TOO_LARGE else (-1, _LARGE)
                for state in range(_TOTAL + 1):
                    front[state, cell] *= unit
                total, powers[cell] = front[_TOTAL, cell], powers[cell] + step


@fast
def _backward(
    candidates: Candidates,
    weights: Weights,
    front: Doubles,
    powers: Ints,
    through: Doubles,
    found: tuple[Doubles, Doubles, Doubles, Doubles],
) -> None:
    """Send the share of the last cell back along all steps; weights of beads in `found` become what is returned."""
    band, cells, starts = candidates.band, candidates.cells, candidates.starts
    shares, source_p, target_p, steps = found
    gaps = weights.gaps
    for i in range(band.shape[0] - 1, -1, -1):
        for j in range(band[i, 1] - 1, band[i, 0] - 1, -1):
            cell = cells[i] + j - band[i, 0]
            if through[_TOTAL, cell] > 0.0:
                for state in range(_TOTAL):
                    through[state, cell] += through[_TOTAL, cell] * (front[state, cell] / front[_TOTAL, cell])
            reached = powers[cell] > _NOWHERE
            if reached and j > band[i, 0]:
                null = _shift(weights.target[j - 1], powers[cell - 1] - powers[cell])
                for kind in range(2):
                    state = _SHORT_TARGET + kind
                    flow = through[state, cell]
                    if flow > _NOTHING:
                        target_p[j - 1] += flow
                        for origin in range(_LONG_TARGET):  # a bead, a source null, or a null of the same kind
                            before, cost = (origin, 2 * kind) if origin < _SHORT_TARGET else (state, 2 * kind + 1)
                            cost += _OF_TARGET
                            turn = gaps[_TURN] if _BEAD < origin < _SHORT_TARGET else 1.0
                            share = flow * (front[before, cell - 1] * gaps[cost] * turn * null / front[state, cell])
                            through[before, cell - 1] += share
                            steps[cost] += share
                            if _BEAD < origin < _SHORT_TARGET:
                                steps[_TURN] += share
            if reached and i > 0 and band[i - 1, 0] <= j < band[i - 1, 1]:
                place = cells[i - 1] + j - band[i - 1, 0]
                null = _shift(weights.source[i - 1], powers[place] - powers[cell])
                for kind in range(2):
                    state = _SHORT_SOURCE + kind
                    flow = through[state, cell]
                    if flow > _NOTHING:
                        source_p[i - 1] += flow
                        for cost in range(2 * kind, 2 * kind + 2):
                            before = state if cost % 2 else _BEAD
                            share = flow * (front[before, place] * gaps[cost] * null / front[state, cell])
                            through[before, place] += share
                            steps[cost] += share
            flow = through[_BEAD, cell]
            for k in range(starts[cell], starts[cell + 1]):
                if flow > _NOTHING:
                    place = cells[i - candidates.shapes[k, 0]] + j - candidates.shapes[k, 1]
                    place -= band[i - candidates.shapes[k, 0], 0]
                    weight = _shift(front[_TOTAL, place] * shares[k], powers[place] - powers[cell])
                    part = weight / front[_BEAD, cell]
                    shares[k] = min(1.0, flow * part) if part > _NOTHING else 0.0
                    through[_TOTAL, place] += shares[k]
                else:
                    shares[k] = 0.0


@inlined
def _lower(value: float, power: int) -> float:
    """Return the value divided by `_LARGE` to the power, which is 0 for most cells beside each other."""
    while power > 0 and value > 0.0:
        value, power = value * _SMALL, power - 1
    return value


@inlined
def _shift(value: float, power: int) -> float:
    """Return the value times `_LARGE` to the power, up or down."""
    while power > 0:
        value, power = value * _LARGE, power - 1
    return _lower(value, -power)
