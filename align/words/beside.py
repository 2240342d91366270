"""Whether what a run says stands in the neighbouring beads: it was taken over the border, and is not missing.

Neighbours speak of the same things, and a long one has a similar word for nearly every other. So only those of their
words count that are free: that have no counterpart in their own bead, or are in none.
"""

from collections.abc import Sequence

import numpy as np

from align.blas import one_thread
from align.lattice.arrays import Doubles, Longs
from align.words.describe import Described
from align.words.runs import Runs
from align.words.vectors import PairWords

BETTER, CLOSE = 0.04, 0.3  # how much more similar than in their bead, and how similar, words are there
FREE = -3.0  # log odds that a word has no counterpart, from which on it is free
_FAINT = 1e-6  # mass that words which say nothing have


@one_thread()
def free_beside(
    pair: PairWords,
    blocks: Longs,
    rows: tuple[Described, Described],
    absent: tuple[Doubles, Doubles],
    runs: Runs,
    side: int,
    asked: Sequence[int],
) -> Doubles:
    """Return how similar free words of the segments before and after are to the words of some runs: mean cosines.

    Args:
        pair: the words of both documents.
        blocks: int64 (k, 4), the beads.
        rows: what is known of the words in the beads, of both sides.
        absent: log odds that they have no counterpart.
        runs: those of one side.
        side: which side that is, 0 for the source.
        asked: numbers of runs.
    """
    own, other = (pair.source, pair.target) if side == 0 else (pair.target, pair.source)
    mine, theirs = rows[side], rows[1 - side]
    free = np.ones(len(other.forms), dtype=bool)
    free[theirs.words] = absent[1 - side] > FREE
    found = np.zeros(len(asked))
    for place, number in enumerate(asked):
        low, high = blocks[runs.beads[number], 2 - 2 * side : 4 - 2 * side].tolist()
        before, end = other.starts[max(0, low - 1)], other.starts[low]
        start, after = other.starts[high], other.starts[min(len(other.starts) - 1, high + 1)]
        around = np.concatenate((np.arange(before, end), np.arange(start, after)))
        around = around[free[around]]
        if len(around):
            span = slice(int(runs.firsts[number]), int(runs.ends[number]))
            cosines = pair.units[own.forms[mine.words[span]]] @ pair.units[other.forms[around]].T
            masses = mine.masses[span].astype(np.float64) + _FAINT
            found[place] = cosines.max(axis=1) @ masses / masses.sum()
    return found
