"""Passages out of order: what the best path had to leave as dropped here and added there, found again.

1. The null places of both sides, and only those, are aligned once more, with the same lattice and the same weights.
   Pairs without a bead between them are out of the question: the path has seen them in order and refused them.
2. What is found leaves the nulls, and the rest is aligned again, as long as something is found: passages that moved to
   different places cross each other.
3. A logistic regression gives the probability of each move, from its share in that lattice, how close the sides are,
   whether places elsewhere are as close (a formula has many that are), its size, how long its passage is, how many
   null places there are, among which some resemble each other by chance, and how many of them have found something.

Most articles have no pair of null places that is close enough, and cost nothing but that look.
"""

from dataclasses import dataclass, replace

import numpy as np

from align.aligners.default.columns import gather
from align.aligners.default.crossings import Moves
from align.aligners.default.evidence import Evidence, log_size
from align.aligners.default.excerpt import excerpt
from align.aligners.default.passes import find_steps
from align.aligners.default.steps import Steps
from align.aligners.default.weights import MOVE, Weights
from align.lattice.arrays import Doubles, Flags, Floats, Longs
from align.lattice.outer import ALL_CELLS

CLOSE = 0.45  # height above the floor, in levels, that some pair of null places needs for another look
MOST_ROUNDS, MOST_OF_LISTS = 6, 40  # a list that is sorted anew is some twenty passages that cross, and more
MOST_NULLS = 0.3  # share of null places that is estimated at most: what moved is few among many that did not
_SURE = 1e-4  # the log odds of a share are those of one that is at least as far from 0 and 1
_NEAR = 2  # places on from one pair to the next of a passage, at most
_LONG = 3  # other moves of a passage beyond which more say nothing more
_NOTHING = 1e-9  # is added to lengths of vectors that are divided by
_CELLS_AT_ONCE, _BLOCKS_AT_ONCE = 4_000_000, 64


@dataclass(frozen=True, slots=True)
class Found:
    """Moves over places.

    Attributes:
        blocks: int64 (k, 4), first and end of the source places, first and end of the target places; no place twice.
        features: float64 (k, F), in the order of `align.aligners.default.weights.MOVE`.
    """

    blocks: Longs
    features: Doubles

    def weighed(self, weights: Doubles) -> Moves:
        """Return the moves with their log odds and probabilities by weights, float64 (F,)."""
        scores: Doubles = self.features @ weights
        return Moves(self.blocks, scores, 1.0 / (1.0 + np.exp(-scores)))


@dataclass(frozen=True, slots=True)
class Nulls:
    """The null places of a side that may have moved, int64 (k,), and of all places, int64 (n,), where they stand.

    The rank is the number of beads with two sides, dissolved ones among them, that begin before or at a place: two null
    places of the same rank are in order. The number of the dissolved bead that a place was in is -1 for none.
    """

    places: Longs
    rank: Longs
    dissolved: Longs

    def without(self, gone: Longs) -> "Nulls":
        """Return the null places that are not among those."""
        return replace(self, places=np.setdiff1d(self.places, gone, assume_unique=True))


def find_moves(evidence: Evidence, steps: Steps, movable: tuple[Flags, Flags], weights: Weights) -> Found:
    """Return the moves that the path leaves open, likely and unlikely ones, in the order of the source.

    Beads that the path has dissolved are among them, where they are found again: they may be what a passage passed.

    Args:
        evidence: of the pair.
        steps: the path.
        movable: bool (n,) and (m,), the places that may have moved.
        weights: of the aligner.
    """
    rounds = [Found(np.zeros((0, 4), dtype=np.int64), np.zeros((0, len(MOVE))))]
    if steps.shapes[:, 0].all() or steps.shapes[:, 1].all():
        return rounds[0]  # nulls on one side at most
    places = _null_places(steps, 0, movable[0]), _null_places(steps, 1, movable[1])
    if not _some_are_close(evidence, *places):
        return rounds[0]
    nulls = _find_nulls(steps, 0, places[0]), _find_nulls(steps, 1, places[1])
    room = max(1, *map(len, places))
    source, target = _narrow(evidence, *nulls)
    while _goes_on(rounds) and _worth_a_look(evidence, source, target):
        found = _align_nulls(evidence, source, target, weights, room)
        if not len(found.blocks):
            break
        rounds.append(found)
        source, target = source.without(places_in(found.blocks[:, :2])), target.without(places_in(found.blocks[:, 2:]))
    if len(rounds) == 1:
        return rounds[0]
    blocks, features = (np.concatenate(parts) for parts in zip(*((r.blocks, r.features) for r in rounds), strict=True))
    features[:, MOVE.index("others")] = np.log(len(blocks))
    order = np.argsort(blocks[:, 0])
    return Found(blocks[order], features[order])


def _goes_on(rounds: list[Found]) -> bool:
    """Return whether another round may find moves: after some only if the last one found what is nearest both ways."""
    if len(rounds) <= MOST_ROUNDS:
        return True
    return len(rounds) <= MOST_OF_LISTS and bool((rounds[-1].features[:, MOVE.index("margin")] > 0.0).any())


def _null_places(steps: Steps, side: int, movable: Flags) -> Longs:
    """Return the null places of a side that may move: int64 (k,)."""
    own, other = steps.shapes[:, side], steps.shapes[:, 1 - side]
    return np.flatnonzero(np.repeat(other == 0, own) & movable)


def _some_are_close(evidence: Evidence, sources: Longs, targets: Longs) -> bool:
    """Return whether some pair of places is close, or there are too many to compare all."""
    if not len(sources) or not len(targets) or len(sources) * len(targets) > ALL_CELLS:
        return bool(len(sources) and len(targets))
    units = _units_of(evidence, 0, sources), _units_of(evidence, 1, targets)
    return bool((units[0] @ units[1].T >= _least(evidence)).any())


def _find_nulls(steps: Steps, side: int, places: Longs) -> Nulls:
    """Return null places of a side with what is known of all places."""
    count = int(steps.shapes[:, side].sum())
    starts = np.concatenate([steps.blocks[steps.both], steps.dissolved])[:, 2 * side]
    rank = np.searchsorted(np.sort(starts), np.arange(count), side="right")
    dissolved = np.full(count, -1)
    for number, (first, end) in enumerate(steps.dissolved[:, 2 * side : 2 * side + 2].tolist()):
        dissolved[first:end] = number
    return Nulls(places, rank, dissolved)


def _is_open(source: Nulls, i: Longs, target: Nulls, j: Longs) -> Flags:
    """Return which pairs of places may be moves: those out of order, and those of one dissolved bead."""
    again = (source.dissolved[i] >= 0) & (source.dissolved[i] == target.dissolved[j])
    found: Flags = again | (source.rank[i] != target.rank[j])
    return found


def places_in(spans: Longs) -> Longs:
    """Return the places in half-open spans, int64 (k, 2)."""
    return np.array([place for first, end in spans.tolist() for place in range(first, end)], dtype=np.int64)


def _worth_a_look(evidence: Evidence, source: Nulls, target: Nulls) -> bool:
    """Return whether some pair of null places that may be a move is close."""
    if not len(source.places) or not len(target.places):
        return False
    units, least = _units(evidence, source, target), _least(evidence)
    rows = max(1, _CELLS_AT_ONCE // len(target.places))
    for start in range(0, len(source.places), rows):
        row, column = np.nonzero(units[0][start : start + rows] @ units[1].T >= least)
        if _is_open(source, source.places[start + row], target, target.places[column]).any():
            return True
    return False


def _least(evidence: Evidence) -> float:
    """Return the cosine from which places are close."""
    return evidence.lattice.floor + CLOSE * evidence.lattice.level


def _units(evidence: Evidence, source: Nulls, target: Nulls) -> tuple[Floats, Floats]:
    """Return the vectors of the null places, of length 1: float32 (k, d) and (l, d)."""
    return _units_of(evidence, 0, source.places), _units_of(evidence, 1, target.places)


def _units_of(evidence: Evidence, side: int, places: Longs) -> Floats:
    """Return the vectors of places of a side, of length 1: float32 (k, d)."""
    scales = (evidence.lattice.source, evidence.lattice.target)[side].units[1:, 1]
    return evidence.sides[side].vectors[places] * scales[places, None]


def _narrow(evidence: Evidence, source: Nulls, target: Nulls) -> tuple[Nulls, Nulls]:
    """Return the null places around passages; all where there are few, since a lattice of all cells then finds more.

    In many null places a band around the best path would miss a passage that moved far. A passage is known by two
    pairs that follow each other and that are each closest for one of the two places.
    """
    if len(source.places) * len(target.places) <= ALL_CELLS:
        return source, target
    units, least = _units(evidence, source, target), _least(evidence)
    best, closest = np.full(len(target.places), least, dtype=np.float32), np.full(len(target.places), -1)
    pairs = []
    rows = max(1, _CELLS_AT_ONCE // len(target.places))
    for start in range(0, len(source.places), rows):
        cosines = units[0][start : start + rows] @ units[1].T
        row = np.flatnonzero(cosines.max(axis=1) >= least)
        pairs.append(np.column_stack([start + row, cosines[row].argmax(axis=1)]))
        better = cosines.max(axis=0) > best
        best[better], closest[better] = cosines.max(axis=0)[better], start + cosines.argmax(axis=0)[better]
    column = np.flatnonzero(closest >= 0)
    i, j = np.concatenate([*pairs, np.column_stack([closest[column], column])]).T
    places, width = (source.places[i], target.places[j]), len(target.rank) + 2 * _NEAR
    keys = places[0] * width + places[1]
    steps = [sign * (a * width + b) for sign in (1, -1) for a in range(1, _NEAR + 1) for b in range(1, _NEAR + 1)]
    joined = np.logical_or.reduce([np.isin(keys + step, keys) for step in steps])
    joined &= _is_open(source, places[0], target, places[1])
    around = np.arange(-_NEAR, _NEAR + 1)
    first, second = (
        replace(nulls, places=nulls.places[np.isin(nulls.places, places[k][joined][:, None] + around)])
        for k, nulls in enumerate((source, target))
    )
    return first, second


def _align_nulls(evidence: Evidence, source: Nulls, target: Nulls, weights: Weights, room: int) -> Found:
    """Return the moves of one round."""
    part = excerpt(evidence, source.places, target.places)
    _forbid(part, source, target)
    steps = find_steps(part, weights, most=MOST_NULLS, even=1.0)
    first, end, start, stop = steps.blocks[steps.both].T
    i, j = source.places[first], target.places[start]
    blocks = np.stack([i, source.places[end - 1] + 1, j, target.places[stop - 1] + 1], axis=1)
    chosen = _is_open(source, i, target, j)
    blocks, shares = blocks[chosen], steps.probabilities[steps.both][chosen]
    return Found(blocks, _describe(blocks, shares, evidence, room))


def _forbid(part: Evidence, source: Nulls, target: Nulls) -> None:
    """Take what speaks for pairs that are no moves out of a lattice that is nobody else's."""
    values, rows, first, end = part.lattice.products
    for row, place in enumerate(source.places.tolist()):
        of_row = values[rows[row] + first[row] : rows[row] + end[row]]
        closed = ~_is_open(source, np.array(place), target, target.places[first[row] : end[row]])
        of_row[closed] = np.minimum(of_row[closed], 0.0)


def _describe(blocks: Longs, shares: Doubles, evidence: Evidence, room: int) -> Doubles:
    """Return the features of moves: float64 (k, F), in the order of `MOVE`."""
    lattice, held = evidence.lattice, np.clip(shares, _SURE, 1.0 - _SURE)
    i, i_end, j, j_end = blocks.T
    cosines = _cosines(blocks, evidence)
    outside = _outside(blocks, evidence, 0), _outside(blocks, evidence, 1)
    sizes = np.minimum(
        lattice.source.sizes[i_end] - lattice.source.sizes[i], lattice.target.sizes[j_end] - lattice.target.sizes[j]
    )
    pairs = {
        "bias": 1.0,
        "share": np.log(held / (1.0 - held)),
        "closeness": (cosines - lattice.floor) / lattice.level,
        "margin": (cosines - np.maximum(*outside)) / lattice.level,
        "other_margin": (cosines - np.minimum(*outside)) / lattice.level,
        "size": log_size(sizes),
        "beyond": i_end - i + j_end - j - 2.0,
        "passage": np.minimum(_passage_lengths(blocks) - 1.0, _LONG),
        "room": np.log(room),
        "others": 0.0,  # known when all rounds are through
    }
    return gather(pairs, len(blocks)).ordered(MOVE)


def _cosines(blocks: Longs, evidence: Evidence) -> Doubles:
    """Return the cosine of the two sides of each block: float64 (k,)."""
    cosines = np.empty(len(blocks))
    for k, (i, i_end, j, j_end) in enumerate(blocks.tolist()):
        source, target = evidence.source.vectors[i:i_end].sum(axis=0), evidence.target.vectors[j:j_end].sum(axis=0)
        cosines[k] = source @ target / (np.linalg.norm(source) * np.linalg.norm(target) + _NOTHING)
    return cosines


def _outside(blocks: Longs, evidence: Evidence, side: int) -> Doubles:
    """Return the highest cosine of a member of one side with any place outside of the other side: float64 (k,)."""
    units = _units_of(evidence, 1 - side, np.arange(len(evidence.sides[1 - side].places)))
    best = np.empty(len(blocks))
    # Some blocks at once, as one product of matrices is faster than many of a matrix and a vector.
    for start in range(0, len(blocks), _BLOCKS_AT_ONCE):
        part = blocks[start : start + _BLOCKS_AT_ONCE]
        members = places_in(part[:, 2 * side : 2 * side + 2])
        cosines = _units_of(evidence, side, members) @ units.T
        row = 0
        for k, block in enumerate(part.tolist()):
            rows = cosines[row : row + block[2 * side + 1] - block[2 * side]]
            rows[:, block[2 - 2 * side] : block[3 - 2 * side]] = -1.0
            best[start + k] = rows.max()
            row += len(rows)
    return best


def _passage_lengths(blocks: Longs) -> Longs:
    """Return how many moves, in order, the passage of each has; one null place may stand between two of them."""
    gaps = blocks[1:, ::2] - blocks[:-1, 1::2]
    breaks = np.concatenate(([0], np.cumsum((gaps < 0).any(axis=1) | (gaps > 1).any(axis=1))))[: len(blocks)]
    return np.bincount(breaks)[breaks] if len(blocks) else breaks
