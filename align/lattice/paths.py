"""The dynamic programme: the best path through a band of cells.

A path goes from cell (0, 0) to (n, m) by candidate beads and by null segments. Opening a run of null segments costs
once, going on in it costs little: affine gaps (Gotoh 1982, doi:10.1016/0022-2836(82)90398-9), so that a dropped
paragraph is cheaper than squeezing it into the beads around it. There are two kinds of runs, short and long ones, that
is, the cost of a run is the lesser of two lines (Gotoh 1990, doi:10.1007/BF02458577): a text may lack a sentence here
and there or a whole chapter. (With the weights that ship the long kind is never the cheaper one; see docs/method.md.)
Source nulls come before target nulls.

The probabilities of all steps on all paths are found by `align.lattice.shares`.

Cell (i, j) has i source and j target segments behind it and lies in the band when band[i, 0] <= j < band[i, 1].
Everything here is numbers: `gaps` is float64 (9,), of source runs opening and extending a short one, opening and
extending a long one, then the same of target runs, then what a target run costs more where it follows a source run;
`source_null` float64 (n,) and `target_null` float64 (m,) are the scores of null segments.
"""

import numpy as np

from align.errors import ModelError
from align.lattice.arrays import Doubles, Ints, Longs
from align.lattice.candidates import Candidates
from align.lattice.kernel import exact, inlined

WORST = -1e30  # score of a cell that no path reaches
# The kinds of last steps, by which paths to a cell are told apart, and all of them together: a plane of cells for each.
BEAD, SHORT_SOURCE, LONG_SOURCE, SHORT_TARGET, LONG_TARGET, TOTAL = range(6)
PLANES = TOTAL + 1
OF_TARGET, TURN = 4, 8  # where in the costs of runs those of target runs begin, and what turning to them costs


def best_path(candidates: Candidates, gaps: Doubles, source_null: Doubles, target_null: Doubles) -> Ints:
    """Return the steps of the best path in order: int32 (k, 2), source and target segments of each step.

    Args:
        candidates: the beads that may be taken.
        gaps: float64 (9,), log weights of runs of nulls, in the order above.
        source_null: float64 (n,), log weights of the source segments as nulls.
        target_null: float64 (m,), of the target segments.

    Raises:
        ModelError: scores that are not finite lead nowhere.
    """
    front = np.empty((PLANES, len(candidates.starts) - 1))
    steps = np.empty((len(source_null) + len(target_null), 2), dtype=np.int32)
    count = _walk(candidates, gaps, source_null, target_null, front, steps)
    if count < 0:
        raise ModelError("expected finite scores of beads, found some that make no path; use another encoder")
    return steps[:count][::-1].copy()


@exact
def _walk(
    candidates: Candidates, gaps: Doubles, source_null: Doubles, target_null: Doubles, front: Doubles, steps: Ints
) -> int:
    """Put the steps of the best path, last first, into `steps` and return their number; -1 if it leads nowhere.

    Args:
        candidates: the beads that may be taken.
        gaps: float64 (9,).
        source_null: float64 (n,).
        target_null: float64 (m,).
        front: float64 (7, cells), room.
        steps: int32 (n + m, 2), to write to.
    """
    for state in range(PLANES):
        for cell in range(front.shape[1]):
            front[state, cell] = WORST
    _find_best(candidates, gaps, source_null, target_null, front)
    return _trace(candidates, gaps, front, steps)


@inlined
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
                most = max(most, front[TOTAL, cells[i - a] + j - b - band[i - a, 0]] + candidates.scores[k])
            front[BEAD, cell] = most
            if i > 0 and band[i - 1, 0] <= j < band[i - 1, 1]:
                before = cells[i - 1] + j - band[i - 1, 0]
                for kind in range(2):
                    state, gap = SHORT_SOURCE + kind, 2 * kind
                    extended = front[state, before] + gaps[gap + 1]
                    front[state, cell] = max(front[BEAD, before] + gaps[gap], extended) + source_null[i - 1]
                    most = max(most, front[state, cell])
            if j > band[i, 0]:
                turned = max(front[SHORT_SOURCE, cell - 1], front[LONG_SOURCE, cell - 1]) + gaps[TURN]
                opened = max(front[BEAD, cell - 1], turned)
                for kind in range(2):
                    state, gap = SHORT_TARGET + kind, OF_TARGET + 2 * kind
                    extended = front[state, cell - 1] + gaps[gap + 1]
                    front[state, cell] = max(opened + gaps[gap], extended) + target_null[j - 1]
                    most = max(most, front[state, cell])
            front[TOTAL, cell] = most


@inlined
def _trace(candidates: Candidates, gaps: Doubles, front: Doubles, steps: Ints) -> int:
    """Put the steps of the best path, last first, into `steps` and return their number; -1 if it leads nowhere."""
    band, cells, starts = candidates.band, candidates.cells, candidates.starts
    n = band.shape[0] - 1
    i, j = n, int(band[n, 1]) - 1
    count, state = 0, TOTAL
    while i > 0 or j > 0:
        # Only scores that are not finite come to this; their comparisons are true or false as they like.
        if count == steps.shape[0] or i < 0 or not band[i, 0] <= j < band[i, 1]:
            return -1
        cell = cells[i] + j - band[i, 0]
        if state == TOTAL:
            state = BEAD
            for other in range(1, TOTAL):
                if front[other, cell] > front[state, cell]:
                    state = other
        a, b = 0, 0
        if state == BEAD:
            best = 10.0 * WORST  # below all, also where no path reaches the beginning of the bead
            for k in range(starts[cell], starts[cell + 1]):
                c, d = candidates.shapes[k, 0], candidates.shapes[k, 1]
                value = front[TOTAL, cells[i - c] + j - d - band[i - c, 0]] + candidates.scores[k]
                if value > best:
                    best, a, b = value, c, d
            if a + b == 0:
                return -1
            state = TOTAL
        elif SHORT_SOURCE <= state <= LONG_SOURCE:
            a = 1
            if i == 0 or not band[i - 1, 0] <= j < band[i - 1, 1]:
                return -1
            before = cells[i - 1] + j - band[i - 1, 0]
            gap = 0 if state == SHORT_SOURCE else 2
            if front[BEAD, before] + gaps[gap] >= front[state, before] + gaps[gap + 1]:
                state = BEAD
        else:
            b = 1
            if j == band[i, 0]:
                return -1
            gap = OF_TARGET if state == SHORT_TARGET else OF_TARGET + 2
            turned = max(front[SHORT_SOURCE, cell - 1], front[LONG_SOURCE, cell - 1]) + gaps[TURN]
            opened = max(front[BEAD, cell - 1], turned)
            if opened + gaps[gap] >= front[state, cell - 1] + gaps[gap + 1]:
                state = BEAD
                if turned > front[BEAD, cell - 1]:
                    longer = front[LONG_SOURCE, cell - 1] > front[SHORT_SOURCE, cell - 1]
                    state = LONG_SOURCE if longer else SHORT_SOURCE
        steps[count, 0], steps[count, 1] = a, b
        count += 1
        i, j = i - a, j - b
    return count


def number_steps(candidates: Candidates, path: Ints) -> Longs:
    """Return the number of the candidate that each step of a path takes, -1 for a null segment: int64 (k,).

    Args:
        candidates: those that the path was chosen from.
        path: int32 (k, 2), as `best_path` returns it.
    """
    numbers = np.full(len(path), -1, dtype=np.int64)
    _number(candidates, path, numbers)
    return numbers


@exact
def _number(candidates: Candidates, path: Ints, numbers: Longs) -> None:
    """Put the number of the candidate that each step takes into `numbers`."""
    i = j = 0
    for step in range(path.shape[0]):
        a, b = path[step, 0], path[step, 1]
        i, j = i + a, j + b
        cell = candidates.cells[i] + j - candidates.band[i, 0]
        for k in range(candidates.starts[cell], candidates.starts[cell + 1]):
            if candidates.shapes[k, 0] == a and candidates.shapes[k, 1] == b:
                numbers[step] = k
