"""Beads that something parts in two: a caption, a note, the number of a page or a box in the middle of a sentence.

Beads are runs, so the path has the one half in a bead and leaves the other one null, or gives it to the next bead.

1. The open gaps are looked for (`align.aligners.default.open_gaps`).
2. The places around open gaps are aligned once more without what stands in these, by the same passes: whether the two
   edges are one bead is weighed as it always is, and so is as probable as other beads.
3. A bead that reaches over a gap stays before it, unless it would cross another bead there; the rest is null, and
   belongs to it.

An alignment without an open gap costs nothing but that look.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from align.aligners.default.crossings import Moves, rebuild
from align.aligners.default.evidence import Evidence
from align.aligners.default.excerpt import excerpt
from align.aligners.default.moves import places_in
from align.aligners.default.open_gaps import find_open_gaps
from align.aligners.default.passes import find_steps
from align.aligners.default.steps import Steps
from align.aligners.default.weights import Weights
from align.bitext import EVEN, Document
from align.lattice.arrays import Flags, Longs

_AROUND = 20  # steps of the path on either side of a gap that are aligned once more with it


@dataclass(frozen=True, slots=True)
class Continued:
    """Null places of one side, int64 (2,), and the other side, int64 (2,), of the bead that goes on with them."""

    of_source: bool
    nulls: tuple[int, int]
    others: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Bead:
    """A bead with two sides: first and end of its source and target places, score and probability."""

    block: tuple[int, int, int, int]
    score: float
    probability: float

    def places(self, side: int) -> range:
        return range(self.block[2 * side], self.block[2 * side + 1])

    def reach(self, side: int) -> tuple[int, int]:
        return self.block[2 * side], self.block[2 * side + 1]


@dataclass(frozen=True, slots=True)
class _Wide:
    """A bead of the second look: first and end of the runs of places that it has on both sides."""

    runs: tuple[list[tuple[int, int]], list[tuple[int, int]]]
    score: float
    probability: float

    def places(self, side: int) -> list[int]:
        return [place for first, end in self.runs[side] for place in range(first, end)]

    def reach(self, side: int) -> tuple[int, int]:
        return self.runs[side][0][0], self.runs[side][-1][1]


def find_continued(
    evidence: Evidence, steps: Steps, moves: Moves, documents: tuple[Document, Document], weights: Weights
) -> tuple[Steps, Moves, list[Continued]]:
    """Return the steps with the beads that go on behind a gap, the moves that are left, and what of the beads is null.

    Args:
        evidence: of the pair.
        steps: the path.
        moves: beside it, whose places belong to nothing else where they are likely.
        documents: whose segments the places are.
        weights: of the aligner.
    """
    moved = moves.chosen(moves.probabilities >= EVEN).blocks
    gaps = find_open_gaps(evidence, steps, moved, documents)
    if not any(gaps):
        return steps, moves, []
    moved = _apart(moved, gaps)
    near = _near(steps, gaps)
    blocks = steps.blocks[near]
    left, bridged = [], []
    for side in (0, 1):
        sides = slice(2 * side, 2 * side + 2)
        skipped = np.array([place for gap in gaps[side] for place in gap[1:-1]], dtype=np.int64)
        gone = np.concatenate([skipped, places_in(moved[:, sides])])
        left.append(np.setdiff1d(places_in(blocks[:, sides]), gone))
        edges = {gap[-1]: gap[0] for gap in gaps[side]}
        before = [-1, *left[side].tolist()]
        joined = [edges.get(place) == last for last, place in pairwise(before)]
        bridged.append(np.array(joined, dtype=bool))
    if not all(map(len, left)):
        return steps, moves, []
    again = find_steps(excerpt(evidence, left[0], left[1], (bridged[0], bridged[1])), weights)
    steps, continued = _with_wide(steps, list(_wide_beads(again, left, bridged)))
    return steps, _free(moves, steps, continued) if continued else moves, continued


def _apart(moved: Longs, gaps: Sequence[Sequence[Sequence[int]]]) -> Longs:
    """Return the moves that do not lie at gaps on both sides: halves that seem to cross may be one sentence."""
    edges = [[place for gap in gaps[side] for place in (gap[0], gap[-1])] for side in (0, 1)]
    kept = [
        not all(
            any(first <= place < end for place in edges[side]) for side, (first, end) in enumerate((row[:2], row[2:]))
        )
        for row in moved.tolist()
    ]
    apart: Longs = moved[np.array(kept, dtype=bool)]
    return apart


def _free(moves: Moves, steps: Steps, continued: Iterable[Continued]) -> Moves:
    """Return the moves of which no place is in a bead, or goes on with one."""
    free = np.ones(len(moves.blocks), dtype=bool)
    for side in (0, 1):
        null = np.repeat(steps.shapes[:, 1 - side] == 0, steps.shapes[:, side])
        for each in continued:
            if each.of_source == (side == 0):
                null[slice(*each.nulls)] = False
        spans = moves.blocks[:, 2 * side : 2 * side + 2].tolist()
        free &= np.array([null[first:end].all() for first, end in spans], dtype=bool)
    return moves.chosen(free)


def _near(steps: Steps, gaps: Sequence[Sequence[Sequence[int]]]) -> Flags:
    """Return which steps are around gaps: bool (k,)."""
    near = np.zeros(len(steps.shapes), dtype=bool)
    for side in (0, 1):
        numbers = np.repeat(np.arange(len(near)), steps.shapes[:, side])
        for gap in gaps[side]:
            near[max(0, int(numbers[gap[0]]) - _AROUND) : int(numbers[gap[-1]]) + _AROUND + 1] = True
    return near


def _wide_beads(again: Steps, left: Sequence[Longs], bridged: Sequence[Flags]) -> Iterator[_Wide]:
    """Yield the beads of the second look in the places of the pair."""
    both = again.both
    rows = zip(again.blocks[both].tolist(), again.scores[both], again.probabilities[both], strict=True)
    for (i, i_end, j, j_end), score, probability in rows:
        runs = _runs(left[0][i:i_end], bridged[0][i:i_end]), _runs(left[1][j:j_end], bridged[1][j:j_end])
        yield _Wide(runs, float(score), float(probability))


def _runs(places: Longs, bridged: Flags) -> list[tuple[int, int]]:
    """Return first and end of each run of places, which ends before a gap."""
    runs: list[tuple[int, int]] = []
    for place, is_behind in zip(places.tolist(), bridged.tolist(), strict=True):
        if runs and not is_behind:
            runs[-1] = runs[-1][0], place + 1
        else:
            runs.append((place, place + 1))
    return runs


def _with_wide(steps: Steps, found: Sequence[_Wide]) -> tuple[Steps, list[Continued]]:
    """Return the steps with those of some beads that reach over a gap, and what of these is null."""
    both = steps.both
    rows = zip(steps.blocks[both].tolist(), steps.scores[both], steps.probabilities[both], strict=True)
    beads = [_Bead(tuple(block), float(score), float(probability)) for block, score, probability in rows]
    continued: list[Continued] = []
    gone: list[_Bead] = []
    for wide in found:
        if wide.probability < EVEN or all(len(runs) == 1 for runs in wide.runs):
            continue
        around = _within(beads, (wide.reach(0), wide.reach(1)))
        changed = _changed(beads[around], wide, found)
        if changed is not None:
            gone += [bead for bead in beads[around] if bead not in changed[0]]
            beads[around] = changed[0]
            continued += changed[1]
    if not continued:
        return steps, []
    return rebuild(steps, _moves(beads), _moves(gone)), continued


def _within(rows: Sequence[_Bead | _Wide], reach: Sequence[tuple[int, int]]) -> slice:
    """Return where rows in order reach into some places on either side, with the one before and the one behind."""
    first = min(bisect_right(rows, reach[k][0], key=lambda row: row.reach(k)[1]) for k in (0, 1))
    stop = max(bisect_left(rows, reach[k][1], key=lambda row: row.reach(k)[0]) for k in (0, 1))
    return slice(max(0, first - 1), stop + 1)


def _changed(beads: Sequence[_Bead], wide: _Wide, found: Sequence[_Wide]) -> tuple[list[_Bead], list[Continued]] | None:
    """Return the beads with one that reaches over a gap in place of those it takes places of, and what of it is null.

    None where the second look departs from the beads around it, too.

    Args:
        beads: in order, those that reach where it does.
        wide: the one that reaches over a gap.
        found: all beads of the second look.
    """
    held = [set(wide.places(side)) for side in (0, 1)]
    touched = [bead for bead in beads if any(not held[side].isdisjoint(bead.places(side)) for side in (0, 1))]
    for side in (0, 1):
        for bead in touched:
            held[side].update(bead.places(side))
    beside = [
        other
        for other in found[_within(found, [(min(places), max(places) + 1) for places in held])]
        if other is not wide and any(not held[side].isdisjoint(other.places(side)) for side in (0, 1))
    ]
    if not all(held[k].issuperset(other.places(k)) and len(other.runs[k]) == 1 for other in beside for k in (0, 1)):
        return None
    kept = [bead for bead in beads if bead not in touched]
    kept += [_Bead((*other.runs[0][0], *other.runs[1][0]), other.score, other.probability) for other in beside]
    best = next(_mains(kept, wide), None)
    if best is None:
        return None
    continued = []
    for side in (0, 1):
        ends = best.block[:2], best.block[2:]
        own, other = ends[side], ends[1 - side]
        continued += [Continued(side == 0, run, other) for run in wide.runs[side] if run != own]
    return sorted([*kept, best], key=lambda bead: bead.block), continued


def _mains(kept: Sequence[_Bead], wide: _Wide) -> Iterator[_Bead]:
    """Yield the beads of one run of both sides each that cross no other bead."""
    for source in wide.runs[0]:
        for target in wide.runs[1]:
            if all((bead.block[0] < source[0]) == (bead.block[2] < target[0]) for bead in kept):
                yield _Bead((*source, *target), wide.score, wide.probability)


def _moves(beads: Sequence[_Bead]) -> Moves:
    """Return beads as the rows that `rebuild` reads."""
    return Moves(
        np.array([bead.block for bead in beads], dtype=np.int64).reshape(-1, 4),
        np.array([bead.score for bead in beads], dtype=np.float64),
        np.array([bead.probability for bead in beads], dtype=np.float64),
    )
