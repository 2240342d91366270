"""The share of all paths that goes through every step: the probability of each bead and of each segment to be null.

It is found by the forward-backward algorithm over the lattice of `align.lattice.paths`, as in a semi-Markov conditional
random field (Sarawagi and Cohen 2004): scores are log weights, the probability of a bead is the share of all paths that
go through it. The weights themselves are added up, without logarithms, and since those of long documents are beyond
what a number can hold, each cell counts its own in some power of a large unit.
"""

from math import exp, log
from typing import NamedTuple

import numpy as np

from align.lattice.arrays import Doubles, Ints
from align.lattice.candidates import Candidates
from align.lattice.kernel import exact, inlined
from align.lattice.paths import (
    BEAD,
    LONG_SOURCE,
    LONG_TARGET,
    OF_TARGET,
    PLANES,
    SHORT_SOURCE,
    SHORT_TARGET,
    TOTAL,
    TURN,
    WORST,
)

_NOTHING = 4e-18  # share of all paths that is not counted
_LARGE, _SMALL = 2.0**256, 2.0**-256  # weights of paths are counted in powers of these, see `_lower`
_TOO_LARGE, _TOO_SMALL = 2.0**128, 2.0**-128  # from where on the next power is taken
_MOST_POWERS = 9  # of them lead from the largest number to nothing
_NOWHERE = -(2**30)  # power of a cell that no path reaches


class Weights(NamedTuple):
    """Weights of nulls: `gaps`, `source_null` and `target_null` without their logarithm."""

    gaps: Doubles
    source: Doubles
    target: Doubles


def posterior(
    candidates: Candidates, gaps: Doubles, source_null: Doubles, target_null: Doubles
) -> tuple[Doubles, Doubles, Doubles, Doubles, float]:
    """Return the probability of every candidate and of every segment to be null.

    Args:
        candidates: the beads that may be taken.
        gaps: float64 (9,), log weights of runs of nulls, see `align.lattice.paths`.
        source_null: float64 (n,), log weights of the source segments as nulls.
        target_null: float64 (m,), of the target segments.

    Returns:
        The probabilities of the candidates float64 (k,), of source and target segments to be null float64 (n,) and
        (m,), the expected number of times that each cost of runs is paid float64 (9,), and the log weight
        of all paths, `WORST` if there are none.
    """
    count, n, m = len(candidates.starts) - 1, len(source_null), len(target_null)
    rest = np.zeros((2, n + m + len(gaps)))
    weights = Weights(rest[0, n + m :], rest[0, :n], rest[0, n : n + m])
    found = np.empty(len(candidates.scores)), rest[1, :n], rest[1, n : n + m], rest[1, n + m :]
    planes, powers = np.zeros((2, PLANES, count)), np.empty(count, dtype=np.int32)
    _find_shares(candidates, gaps, source_null, target_null, weights, planes, powers, found)
    total = float(planes[0, TOTAL, -1])
    return *found, log(total) + int(powers[-1]) * log(_LARGE) if total else WORST


@exact
def _find_shares(
    candidates: Candidates,
    gaps: Doubles,
    source_null: Doubles,
    target_null: Doubles,
    weights: Weights,
    planes: Doubles,
    powers: Ints,
    found: tuple[Doubles, Doubles, Doubles, Doubles],
) -> None:
    """Fill in what `posterior` returns.

    Args:
        candidates: what beads there are.
        gaps: float64 (9,), log weights of runs of nulls.
        source_null: float64 (n,), log weights of the source segments as nulls.
        target_null: float64 (m,), of the target segments.
        weights: room for these three without their logarithm.
        planes: float64 (2, 7, cells), zeros: the weights of all paths to each cell, by their last step, and the share
            of all paths that go through it after such a step; the plane of the total is what a bead begins at.
        powers: int32 (cells,), room for what the weights are to be multiplied with, see `_weigh`.
        found: shares, of which there is room for the first; the others are zeros.
    """
    for k in range(gaps.shape[0]):
        weights.gaps[k] = exp(gaps[k])
    for i in range(source_null.shape[0]):
        weights.source[i] = exp(source_null[i])
    for j in range(target_null.shape[0]):
        weights.target[j] = exp(target_null[j])
    # First the weights of the candidates, each of which is replaced by the share when it is not needed any more.
    shares = found[0]
    for k in range(shares.shape[0]):
        shares[k] = exp(np.float64(candidates.scores[k]))
    for cell in range(powers.shape[0]):
        powers[cell] = _NOWHERE
    _weigh(candidates, weights, shares, planes[0], powers)
    planes[1, TOTAL, powers.shape[0] - 1] = 1.0
    _backward(candidates, weights, planes[0], powers, planes[1], found)


@inlined
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
                total += _lower(front[TOTAL, place] * beads[k], power - powers[place])
            front[BEAD, cell] = total
            if above >= 0:
                null = _lower(weights.source[i - 1], power - powers[above])
                for kind in range(2):
                    state, gap = SHORT_SOURCE + kind, 2 * kind
                    begun = front[BEAD, above] * gaps[gap] + front[state, above] * gaps[gap + 1]
                    front[state, cell] = begun * null
                    total += front[state, cell]
            if j > band[i, 0]:
                null = _lower(weights.target[j - 1], power - powers[cell - 1])
                turned = (front[SHORT_SOURCE, cell - 1] + front[LONG_SOURCE, cell - 1]) * gaps[TURN]
                opened = front[BEAD, cell - 1] + turned
                for kind in range(2):
                    state, gap = SHORT_TARGET + kind, OF_TARGET + 2 * kind
                    front[state, cell] = (opened * gaps[gap] + front[state, cell - 1] * gaps[gap + 1]) * null
                    total += front[state, cell]
            front[TOTAL, cell], powers[cell] = total, power if total > 0.0 else _NOWHERE
            for _ in range(_MOST_POWERS):
                if not (total >= _TOO_LARGE or 0.0 < total < _TOO_SMALL):
                    break
                step, unit = (1, _SMALL) if total >= _TOO_LARGE else (-1, _LARGE)
                for state in range(TOTAL + 1):
                    front[state, cell] *= unit
                total, powers[cell] = front[TOTAL, cell], powers[cell] + step


@inlined
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
            if through[TOTAL, cell] > 0.0:
                for state in range(TOTAL):
                    through[state, cell] += through[TOTAL, cell] * (front[state, cell] / front[TOTAL, cell])
            reached = powers[cell] > _NOWHERE
            if reached and j > band[i, 0]:
                null = _shift(weights.target[j - 1], powers[cell - 1] - powers[cell])
                for kind in range(2):
                    state = SHORT_TARGET + kind
                    flow = through[state, cell]
                    if flow > _NOTHING:
                        target_p[j - 1] += flow
                        for origin in range(LONG_TARGET):  # a bead, a source null, or a null of the same kind
                            before, cost = (origin, 2 * kind) if origin < SHORT_TARGET else (state, 2 * kind + 1)
                            cost += OF_TARGET
                            turn = gaps[TURN] if BEAD < origin < SHORT_TARGET else 1.0
                            share = flow * (front[before, cell - 1] * gaps[cost] * turn * null / front[state, cell])
                            through[before, cell - 1] += share
                            steps[cost] += share
                            if BEAD < origin < SHORT_TARGET:
                                steps[TURN] += share
            if reached and i > 0 and band[i - 1, 0] <= j < band[i - 1, 1]:
                place = cells[i - 1] + j - band[i - 1, 0]
                null = _shift(weights.source[i - 1], powers[place] - powers[cell])
                for kind in range(2):
                    state = SHORT_SOURCE + kind
                    flow = through[state, cell]
                    if flow > _NOTHING:
                        source_p[i - 1] += flow
                        for cost in range(2 * kind, 2 * kind + 2):
                            before = state if cost % 2 else BEAD
                            share = flow * (front[before, place] * gaps[cost] * null / front[state, cell])
                            through[before, place] += share
                            steps[cost] += share
            flow = through[BEAD, cell]
            for k in range(starts[cell], starts[cell + 1]):
                if flow > _NOTHING:
                    place = cells[i - candidates.shapes[k, 0]] + j - candidates.shapes[k, 1]
                    place -= band[i - candidates.shapes[k, 0], 0]
                    weight = _shift(front[TOTAL, place] * shares[k], powers[place] - powers[cell])
                    part = weight / front[BEAD, cell]
                    shares[k] = min(1.0, flow * part) if part > _NOTHING else 0.0
                    through[TOTAL, place] += shares[k]
                else:
                    shares[k] = 0.0


@inlined
def _lower(value: float, power: int) -> float:
    """Return the value divided by `_LARGE` to the power, which is 0 for most cells beside each other."""
    for _ in range(min(power, _MOST_POWERS)):
        value *= _SMALL
    return value


@inlined
def _shift(value: float, power: int) -> float:
    """Return the value times `_LARGE` to the power, up or down."""
    for _ in range(min(power, _MOST_POWERS)):
        value *= _LARGE
    return _lower(value, -power)
