"""The first pass once more, over the clauses of both sides as if they were sentences, where it has left something open.

Most sentences of most pairs are in a bead that is all but sure, beside others that are; their clauses can lie nowhere
else. These pairs are set aside. What is left is a few runs of sentences, and their clauses are aligned in one go: the
band is as narrow as one cell between two runs, and no block of clauses reaches over it.
"""

from typing import NamedTuple

import numpy as np

from align.aligners.default.clauses import ClauseShares
from align.aligners.default.evidence import Evidence, log_size
from align.aligners.default.weights import FirstWeights, null_features
from align.encoding.static.clauses import Clauses
from align.encoding.static.words import sum_rows
from align.lattice.arrays import Doubles, Flags, Floats, Ints, Lattice, Longs
from align.lattice.bands import narrow_band
from align.lattice.build import part_lattice
from align.lattice.candidates import score_beads
from align.lattice.kernel import exact, inlined_exact
from align.lattice.parts import Chosen, part_band, part_reach
from align.lattice.pruning import Blocks, candidate_blocks, keep
from align.lattice.shares import posterior
from align.lattice.spread import Parts, spread_blocks

LEAST_SHARE = 1e-3  # probability of a block of clauses below which it is not looked at
WIDER = 1  # sentences around what the first pass left open, for what crosses an end
LONGEST = 5  # clauses of a side of a block, at most
SURE = 0.95  # probability of a 1-1 bead from which on it is not open


class OpenSide(NamedTuple):
    """The clauses of the sentences of one side that are open, and the sentences that were set aside.

    Attributes:
        chosen: the open sentences, with the clauses as their parts.
        vectors: float32 (c, d), of the clauses.
        sizes: int64 (c,), of the clauses.
        parts: the clauses, then each sentence that was set aside in one piece.
    """

    chosen: Chosen
    vectors: Floats
    sizes: Longs
    parts: Parts


class _Room(NamedTuple):
    """Room for what is open of n sentences with c clauses.

    Attributes:
        numbers: int64 (3, n + 1), for the open sentences, where the clauses of each start, and the walls.
        clauses: int64 (3, c), for where the pieces of open clauses begin and end, and their sizes.
        segments: int64 (c,), for the sentences of parts; one that is set aside is one part, and has a clause at least.
        weights: float64 (c,), for how much the sentences say that are set aside.
    """

    numbers: Longs
    clauses: Longs
    segments: Longs
    weights: Doubles


def spread_clauses(
    evidence: Evidence, band: Ints, blocks: Blocks, shares: Doubles, rates: tuple[float, float], weights: FirstWeights
) -> ClauseShares | None:
    """Return where the clauses of the sentences lie; None where clauses are not known.

    Args:
        evidence: of the two documents.
        band: int32 (n + 1, 2), around what the first pass left open.
        blocks: int64 (k, 4), what it left open.
        shares: float64 (k,), the probabilities of these.
        rates: shares of null source and target sentences that it estimated.
        weights: of the first pass.
    """
    clauses = evidence.clauses
    if clauses is None:
        return None
    aside = settled(blocks, shares, len(evidence.source.places), len(evidence.target.places))
    source, target, pairs = _open_sides(clauses, aside, evidence.lattice)
    found, probabilities = pairs, np.ones(len(pairs))
    if len(source.sizes) and len(target.sizes):
        n = len(evidence.source.places)
        scale = _scale(clauses.sizes[: clauses.starts[n]], clauses.sizes[clauses.starts[n] :], evidence.lattice)
        blocks, shares = _align(evidence.lattice, (source, target), scale, band, weights, rates)
        found, probabilities = np.concatenate([blocks, pairs]), np.concatenate([shares, probabilities])
    return ClauseShares(*spread_blocks(found, probabilities, source.parts, target.parts))


def settled(blocks: Blocks, shares: Doubles, n: int, m: int) -> Longs:
    """Return the source and target sentences of sure 1-1 beads between others that are sure: int64 (k, 2).

    Args:
        blocks: int64 (k, 4), what the first pass left open.
        shares: float64 (k,), the probabilities.
        n: source sentences.
        m: target sentences.
    """
    pairs = np.empty((len(blocks), 2), dtype=np.int64)
    count = _find_settled(blocks, shares, np.zeros(n + 2, dtype=np.bool_), np.zeros(m + 2, dtype=np.bool_), pairs)
    return pairs[:count]


@exact
def _find_settled(blocks: Blocks, shares: Doubles, source: Flags, target: Flags, pairs: Longs) -> int:
    """Fill in the pairs that `settled` returns, and return their number.

    Args:
        blocks: int64 (k, 4).
        shares: float64 (k,).
        source: bool (n + 2,), false; room for which source sentences are sure, from one before the first on.
        target: bool (m + 2,), likewise.
        pairs: int64 (k, 2).
    """
    source[0] = target[0] = source[source.shape[0] - 1] = target[target.shape[0] - 1] = True  # beyond nothing is open
    sure = count = 0
    for k in range(blocks.shape[0]):
        if blocks[k, 1] - blocks[k, 0] == 1 and blocks[k, 3] - blocks[k, 2] == 1 and shares[k] >= SURE:
            pairs[sure, 0], pairs[sure, 1] = blocks[k, 0], blocks[k, 2]
            source[blocks[k, 1]] = target[blocks[k, 3]] = True
            sure += 1
    for k in range(sure):
        i, j = pairs[k, 0], pairs[k, 1]
        if source[i] and source[i + 2] and target[j] and target[j + 2]:
            pairs[count, 0], pairs[count, 1] = i, j
            count += 1
    return count


def _open_sides(clauses: Clauses, aside: Longs, whole: Lattice) -> tuple[OpenSide, OpenSide, Blocks]:
    """Return what is open of both sides, and the blocks 1-1 of the sentences that were set aside, as parts."""
    n, m, starts = len(whole.source.reach) - 1, len(whole.target.reach) - 1, clauses.starts
    rooms = _room(n, int(starts[n] - starts[0])), _room(m, int(starts[n + m] - starts[n]))
    pairs, units = np.empty((len(aside), 4), dtype=np.int64), (whole.source.units, whole.target.units)
    pieces = clauses.firsts, clauses.ends, clauses.sizes
    counts = _find_open(starts, pieces, aside, units, rooms, pairs)
    source = _open_side(clauses, rooms[0], counts[0], counts[1], len(aside))
    return source, _open_side(clauses, rooms[1], counts[2], counts[3], len(aside)), pairs


def _room(sentences: int, clauses: int) -> _Room:
    """Return room for what is open of so many sentences and clauses."""
    numbers, parts = np.empty((3, sentences + 1), dtype=np.int64), np.empty((3, clauses), dtype=np.int64)
    return _Room(numbers, parts, np.empty(clauses, dtype=np.int64), np.empty(clauses))


def _open_side(clauses: Clauses, room: _Room, sentences: int, count: int, walls: int) -> OpenSide:
    """Return a side of which so many sentences and clauses are open; the weights of these are filled in."""
    chosen = Chosen(room.numbers[0, :sentences], room.numbers[1, : sentences + 1], room.numbers[2, :walls])
    vectors = sum_rows(clauses.table, clauses.pieces, room.clauses[0, :count], room.clauses[1, :count])
    if count:
        np.sqrt(np.einsum("kd,kd->k", vectors, vectors), out=room.weights[:count])
    parts = Parts(room.segments[: count + walls], room.weights[: count + walls], room.numbers.shape[1] - 1)
    return OpenSide(chosen, vectors, room.clauses[2, :count], parts)


@exact
def _find_open(
    starts: Longs,
    clauses: tuple[Longs, Longs, Ints],
    aside: Longs,
    units: tuple[Floats, Floats],
    rooms: tuple[_Room, _Room],
    pairs: Blocks,
) -> tuple[int, int, int, int]:
    """Fill in what is open on both sides; return how many sentences and clauses are, of either.

    Args:
        starts: int64 (n + m + 1,), where the clauses of each sentence start.
        clauses: where the pieces of each begin and end, and its size.
        aside: int64 (k, 2), the sentences that are set aside.
        units: one by the length of the vectors of sentences, of both sides.
        rooms: of both sides.
        pairs: int64 (k, 4), for the blocks of what is set aside.
    """
    n = rooms[0].numbers.shape[1] - 1
    sentences, count = _find_open_side(starts, 0, clauses, aside[:, 0], units[0], rooms[0])
    others, other_count = _find_open_side(starts, n, clauses, aside[:, 1], units[1], rooms[1])
    for k in range(aside.shape[0]):
        pairs[k, 0], pairs[k, 1] = count + k, count + k + 1
        pairs[k, 2], pairs[k, 3] = other_count + k, other_count + k + 1
    return sentences, count, others, other_count


@inlined_exact
def _find_open_side(
    starts: Longs, begin: int, clauses: tuple[Longs, Longs, Ints], aside: Longs, units: Floats, room: _Room
) -> tuple[int, int]:
    """Fill in what is open on one side, whose sentences begin at that one; return how many sentences and clauses."""
    firsts, ends, sizes = clauses
    sentences, open_starts, walls = room.numbers[0], room.numbers[1], room.numbers[2]
    count = found = passed = 0
    open_starts[0] = 0
    for sentence in range(room.numbers.shape[1] - 1):
        if passed < aside.shape[0] and aside[passed] == sentence:
            walls[passed] = found
            passed += 1
            continue
        for clause in range(starts[begin + sentence], starts[begin + sentence + 1]):
            room.clauses[0, found], room.clauses[1, found] = firsts[clause], ends[clause]
            room.clauses[2, found], room.segments[found] = sizes[clause], sentence
            found += 1
        sentences[count] = sentence
        count += 1
        open_starts[count] = found
    for k in range(aside.shape[0]):
        room.segments[found + k] = aside[k]
        room.weights[found + k] = np.float32(1.0) / units[aside[k] + 1, 1]
    return count, found


def _scale(source: Ints, target: Ints, whole: Lattice) -> float:
    """Return what the sizes of source clauses are multiplied with, and those of target clauses divided by.

    With that they are scaled as those of sentences are. The two sides go halves where an encoder reads fewer bytes.
    """
    scales = whole.source.sizes[-1] / max(1, source.sum()), whole.target.sizes[-1] / max(1, target.sum())
    return float(np.sqrt(scales[0] / scales[1]))


def _align(
    whole: Lattice,
    sides: tuple[OpenSide, OpenSide],
    scale: float,
    band: Ints,
    weights: FirstWeights,
    rates: tuple[float, float],
) -> tuple[Blocks, Doubles]:
    """Return the probable blocks of clauses, int64 (k, 4), and their probabilities."""
    source, target = sides
    sizes = source.sizes.astype(np.float64) * scale, target.sizes.astype(np.float64) / scale
    reach = (
        part_reach(source.chosen, whole.source.reach, LONGEST),
        part_reach(target.chosen, whole.target.reach, LONGEST),
    )
    outer = part_band(band, source.chosen, target.chosen, WIDER)
    lattice = part_lattice(source.vectors, target.vectors, sizes, reach, outer)
    blocks = score_beads(lattice, narrow_band(lattice, outer), weights.bead)
    nulls = [
        null_features(side.closest.cosines[:, 0].astype(np.float64) - lattice.floor, log_size(own.sizes)) @ weights.null
        for side, own in ((lattice.source, source), (lattice.target, target))
    ]
    shares = posterior(blocks, weights.gaps.at(rates), *nulls)[0]
    probable: Flags = shares >= LEAST_SHARE
    return candidate_blocks(keep(blocks, probable)), shares[probable]
