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
from align.encoding.static.clauses import Clauses, items_of
from align.lattice.arrays import Doubles, Flags, Floats, Ints, Lattice, Longs, Side
from align.lattice.bands import narrow_band
from align.lattice.build import part_lattice
from align.lattice.candidates import score_beads
from align.lattice.parts import Chosen, part_band, part_reach
from align.lattice.pruning import Blocks, candidate_blocks, keep
from align.lattice.shares import posterior
from align.lattice.spread import Parts, spread_blocks

LEAST_SHARE = 1e-3  # probability of a block of clauses below which it is not looked at
WIDER = 1  # sentences around what the first pass left open, for what crosses an end
LONGEST = 5  # clauses of a side of a block, at most
SURE = 0.95  # probability of a 1-1 bead from which on it is not open


class OpenSide(NamedTuple):
    """The clauses of the sentences of one side that are open.

    Attributes:
        chosen: the sentences, with the clauses as their parts.
        vectors: float32 (c, d), of the clauses.
        sizes: int32 (c,), of the clauses.
    """

    chosen: Chosen
    vectors: Floats
    sizes: Ints


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
    n, m = len(evidence.source.places), len(evidence.target.places)
    aside = settled(blocks, shares, n, m)
    sides = _open_side(clauses, 0, n, aside[:, 0]), _open_side(clauses, n, n + m, aside[:, 1])
    found, probabilities = np.zeros((0, 4), dtype=np.int64), np.zeros(0)
    if len(sides[0].sizes) and len(sides[1].sizes):
        scale = _scale(clauses.sizes[: clauses.starts[n]], clauses.sizes[clauses.starts[n] :], evidence.lattice)
        found, probabilities = _align(evidence.lattice, sides, scale, band, weights, rates)
    parts = (
        _parts(sides[0], evidence.lattice.source, aside[:, 0]),
        _parts(sides[1], evidence.lattice.target, aside[:, 1]),
    )
    found = np.concatenate([found, _pairs(len(sides[0].sizes), len(sides[1].sizes), len(aside))])
    probabilities = np.concatenate([probabilities, np.ones(len(aside))])
    return ClauseShares(
        spread_blocks(found, probabilities, *parts),
        spread_blocks(found[:, [2, 3, 0, 1]].copy(), probabilities, *parts[::-1]),
    )


def _parts(side: OpenSide, whole: Side, aside: Longs) -> Parts:
    """Return the open clauses as parts of their sentences, then each sentence that was set aside in one piece."""
    lengths = np.sqrt(np.einsum("kd,kd->k", side.vectors, side.vectors)), 1.0 / whole.units[aside + 1, 1]
    segments = np.concatenate([np.repeat(side.chosen.segments, np.diff(side.chosen.starts)), aside])
    return Parts(segments, np.concatenate(lengths).astype(np.float64), len(whole.units) - 1)


def _pairs(source: int, target: int, count: int) -> Blocks:
    """Return blocks 1-1 of so many parts from a source and a target part on: int64 (count, 4)."""
    numbers = np.arange(count)[:, None]
    blocks: Blocks = np.array([source, source + 1, target, target + 1]) + numbers
    return blocks


def settled(blocks: Blocks, shares: Doubles, n: int, m: int) -> Longs:
    """Return the source and target sentences of sure 1-1 beads between others that are sure: int64 (k, 2).

    Args:
        blocks: int64 (k, 4), what the first pass left open.
        shares: float64 (k,), the probabilities.
        n: source sentences.
        m: target sentences.
    """
    single = (blocks[:, 1] - blocks[:, 0] == 1) & (blocks[:, 3] - blocks[:, 2] == 1)
    sure = blocks[single & (shares >= SURE)]
    source, target = np.zeros(n + 2, dtype=bool), np.zeros(m + 2, dtype=bool)
    source[[0, -1]] = target[[0, -1]] = True  # beyond the ends nothing is open
    source[sure[:, 1]] = target[sure[:, 3]] = True
    i, j = sure[:, 0], sure[:, 2]
    pairs: Longs = sure[source[i] & source[i + 2] & target[j] & target[j + 2]][:, ::2]
    return pairs


def _open_side(clauses: Clauses, first: int, end: int, aside: Longs) -> OpenSide:
    """Return the clauses of the texts from first to end but those of some of them."""
    is_open = np.ones(end - first, dtype=bool)
    is_open[aside] = False
    sentences = np.flatnonzero(is_open)
    places, starts = items_of(clauses.starts, first + sentences)
    walls = starts[np.searchsorted(sentences, aside)]
    return OpenSide(Chosen(sentences, starts, walls), clauses.vectors(places), clauses.sizes[places])


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
