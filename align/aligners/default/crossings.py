"""Which of two passages that cross has moved: the one with fewer beads, since that is how a reader tells it.

The best path keeps the passage whose beads score more, and that may be the one with fewer beads. Where fewer moves tell
the same, the path is changed: beads that were in order become moves, and moves become beads.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from align.aligners.default.steps import Steps
from align.lattice.arrays import Doubles, Longs
from align.lattice.kernel import exact


@dataclass(frozen=True, slots=True)
class Moves:
    """Moves over places: blocks int64 (k, 4) as in `moves`, their log odds and probabilities float64 (k,)."""

    blocks: Longs
    scores: Doubles
    probabilities: Doubles

    def chosen(self, which: NDArray[Any]) -> "Moves":
        """Return some of them, by a mask or by numbers."""
        return Moves(self.blocks[which], self.scores[which], self.probabilities[which])

    def joined(self, others: "Moves") -> "Moves":
        """Return these and the others."""
        return Moves(
            np.concatenate([self.blocks, others.blocks]),
            np.concatenate([self.scores, others.scores]),
            np.concatenate([self.probabilities, others.probabilities]),
        )

    def surer(self, others: "Moves") -> "Moves":
        """Return the same moves, each as probable as the surer of it and its like among the others."""
        known = {
            tuple(block): (probability, score)
            for block, probability, score in zip(
                others.blocks.tolist(), others.probabilities.tolist(), others.scores.tolist(), strict=True
            )
        }
        rows = [
            max((probability, score), known.get(tuple(block), (0.0, 0.0)))
            for block, probability, score in zip(
                self.blocks.tolist(), self.probabilities.tolist(), self.scores.tolist(), strict=True
            )
        ]
        probabilities, scores = np.array(rows).reshape(-1, 2).T
        return Moves(self.blocks, scores, probabilities)

    def in_order(self) -> "Moves":
        """Return them in the order of the source."""
        return self.chosen(np.argsort(self.blocks[:, 0]))


NO_MOVES = Moves(np.zeros((0, 4), dtype=np.int64), np.zeros(0), np.zeros(0))


def out_of_order(steps: Steps, moves: Moves, *, least: float) -> Moves:
    """Return the moves that some bead of the path or some other move crosses.

    A dissolved bead that is found again is no move where nothing crosses it, and stays dissolved.

    Args:
        steps: the path.
        moves: beside it, over places that are null in the path.
        least: probability, 0 to 1, below which a move does not cross another.
    """
    others = np.concatenate([steps.blocks[steps.both], moves.blocks[moves.probabilities >= least]])
    crossed = [((others[:, 0] < i) != (others[:, 2] < j)).any() for i, _, j, _ in moves.blocks.tolist()]
    return moves.chosen(np.array(crossed, dtype=bool))


def move_fewest(steps: Steps, moves: Moves, *, least: float) -> tuple[Steps, Moves]:
    """Return the steps and moves with the fewest moves.

    Args:
        steps: the path.
        moves: those beside it, over places that are null in the path.
        least: probability, 0 to 1, below which a move stays where it is.
    """
    sure = moves.probabilities >= least
    if not sure.any():
        return steps, moves
    both = steps.both
    blocks = steps.blocks[both]
    kept = Moves(blocks, steps.scores[both], steps.probabilities[both])
    known = kept.joined(moves.chosen(sure))
    in_order = np.zeros(len(known.blocks), dtype=bool)
    in_order[_longest_ascent(known.blocks, preferred=len(blocks))] = True
    if in_order[: len(blocks)].all() and not in_order[len(blocks) :].any():
        return steps, moves
    gone = known.chosen(~in_order)
    left = moves.chosen(~sure).joined(gone)
    return rebuild(steps, known.chosen(in_order).in_order(), gone), left.in_order()


def _longest_ascent(blocks: Longs, *, preferred: int) -> list[int]:
    """Return the numbers of the most blocks that are in order on both sides; of equals those with most of the first.

    Args:
        blocks: int64 (k, 4), of which no place is in two.
        preferred: how many of the first blocks are preferred.
    """
    ranks = np.argsort(np.argsort(blocks[:, 2])) + 1
    before = np.empty(len(blocks), dtype=np.int64)
    last = _climb(np.argsort(blocks[:, 0]), ranks, preferred, np.zeros(len(blocks) + 1, dtype=np.int64), before)
    chain, links = [], before.tolist()
    while last >= 0:
        chain.append(last)
        last = links[last]
    return chain


@exact
def _climb(order: Longs, ranks: Longs, preferred: int, tree: Longs, before: Longs) -> int:
    """Fill in after which block each one comes in the longest ascent to it, and return the last of the longest.

    Where an ascent has come to is one number, the greater the better: its blocks, those preferred of them and its last
    block, counted from 1, as the digits of a system with more signs than there are blocks.

    Args:
        order: int64 (k,), the blocks by source.
        ranks: int64 (k,), the place of each block by target, from 1.
        preferred: how many of the first blocks are preferred.
        tree: int64 (k + 1,), zeros, for the best so far: a Fenwick tree of maxima.
        before: int64 (k,), to write to; -1 where an ascent begins.
    """
    base, most = len(order) + 2, 0
    for k in order:
        best, place = 0, ranks[k] - 1
        while place > 0:
            best = max(best, tree[place])
            place -= place & -place
        before[k] = best % base - 1
        value, place = (best // base + base + (k < preferred)) * base + k + 1, ranks[k]
        most = max(most, value)
        while place < len(tree):
            tree[place] = max(tree[place], value)
            place += place & -place
    return most % base - 1


def rebuild(steps: Steps, beads: Moves, gone: Moves) -> Steps:
    """Return steps with these beads and a null step for every other place.

    A place that was null stays as probably so; one of a former bead is as probably null as its bead is right.

    Args:
        steps: the path.
        beads: with two sides, in order.
        gone: of the path's beads those that are none any more.
    """
    single = (_null_values(steps, 0), _null_values(steps, 1))
    for block, probability in zip(gone.blocks.tolist(), gone.probabilities.tolist(), strict=True):
        for side in (0, 1):
            for place in range(block[2 * side], block[2 * side + 1]):
                if np.isnan(single[side][place, 1]):
                    single[side][place] = 0.0, probability
    rows: list[tuple[int, int, float, float]] = []
    i = j = 0
    for block, score, probability in [
        *zip(beads.blocks.tolist(), beads.scores.tolist(), beads.probabilities.tolist(), strict=True),
        ([len(single[0])] * 2 + [len(single[1])] * 2, 0.0, 0.0),
    ]:
        first, end, start, stop = block
        rows += [(1, 0, *single[0][place].tolist()) for place in range(i, first)]
        rows += [(0, 1, *single[1][place].tolist()) for place in range(j, start)]
        if end > first:
            rows.append((end - first, stop - start, score, probability))
        i, j = end, stop
    return Steps(
        shapes=np.array([row[:2] for row in rows], dtype=np.int32),
        scores=np.array([row[2] for row in rows]),
        probabilities=np.array([row[3] for row in rows]),
    )


def _null_values(steps: Steps, side: int) -> Doubles:
    """Return score and probability of each null place of a side, NaN for other places: float64 (n, 2)."""
    own, other = steps.shapes[:, side], steps.shapes[:, 1 - side]
    values = np.where((other == 0)[:, None], np.column_stack([steps.scores, steps.probabilities]), np.nan)
    return np.repeat(values, own, axis=0)
