"""Blocks of segments read as texts: what an encoder whose vectors do not add up has to say of candidate beads.

The first pass takes the sum of the directions of segments for the vector of a block, which is near enough to leave the
right beads open. The blocks of those that it holds likely are encoded, each distinct one once, and what the features
say of their cosines comes from these vectors. Of unlikely beads the sums have the last word: to read the blocks of all
would take three times as long.
"""

from collections.abc import Sequence

import numpy as np

from align.aligners.default.columns import Columns
from align.aligners.default.describe import bead_block_features
from align.encoding import Encoder
from align.lattice.arrays import Doubles, Floats, Lattice, Longs
from align.lattice.features import (
    AT,
    CLOSE,
    FAIR,
    FEATURES,
    HALF_LEVEL,
    IDLE,
    LOOSE,
    MOST_RELATIVE,
    WORST_GAIN,
    WORST_LOSS,
)
from align.lattice.pruning import Blocks

LIKELY = 1e-3  # probability in the first pass from which on the blocks of a bead are read
_SHORTEST = np.float32(1e-6)  # length of a vector that counts as this long


class BlockVectors:
    """Vectors of length 1 of blocks that were read as texts, each distinct text once."""

    def __init__(self, encoder: Encoder, source: Sequence[str], target: Sequence[str]) -> None:
        """Begin with nothing read.

        Args:
            encoder: that reads them.
            source: texts of the source segments.
            target: texts of the target segments.
        """
        self._encoder = encoder
        self._texts = tuple(source), tuple(target)
        self._numbers: dict[str, int] = {}
        self._vectors: list[Floats] = []

    def chosen(self, sources: Longs, targets: Longs) -> "BlockVectors":
        """Return those of some segments; what was read is shared.

        Args:
            sources: int64 (k,), the numbers of source segments.
            targets: int64 (l,), those of target segments.
        """
        texts = (
            [side[number] for number in numbers.tolist()]
            for side, numbers in zip(self._texts, (sources, targets), strict=True)
        )
        other = BlockVectors(self._encoder, *texts)
        other._numbers, other._vectors = self._numbers, self._vectors
        return other

    def read(self, blocks: Blocks) -> None:
        """Read blocks of both sides, and all single segments.

        Args:
            blocks: int64 (k, 4), first and end of source and of target segments.
        """
        texts = [*self._texts[0], *self._texts[1]]
        for side in (0, 1):
            texts += self._joined(side, np.unique(blocks[:, 2 * side : 2 * side + 2], axis=0))
        fresh = [text for text in dict.fromkeys(texts) if text not in self._numbers]
        if fresh:
            self._numbers.update(zip(fresh, range(len(self._vectors), len(self._vectors) + len(fresh)), strict=True))
            self._vectors.extend(unit(self._encoder.encode(fresh)))

    def cosines(self, pairs: Sequence[tuple[Blocks, Blocks]]) -> list[Doubles]:
        """Return the cosines of blocks: float64 (k,) for each pair, NaN where one of the two was not read.

        Args:
            pairs: int64 (k, 2), first and end of source segments; the same of target segments. An empty block, or one
                that leaves its side, was never read.
        """
        vectors = np.array(self._vectors, dtype=np.float32)
        found = []
        for pair in pairs:
            source, target = self._look_up(0, pair[0]), self._look_up(1, pair[1])
            there = (source >= 0) & (target >= 0)
            values = np.full(len(there), np.nan)
            values[there] = np.einsum("kd,kd->k", vectors[source[there]], vectors[target[there]])
            found.append(values)
        return found

    def _look_up(self, side: int, blocks: Blocks) -> Longs:
        """Return the numbers of the vectors of blocks of a side: int64 (k,), -1 for those that were not read."""
        distinct, places = np.unique(blocks, axis=0, return_inverse=True)
        fits = (distinct[:, 0] >= 0) & (distinct[:, 0] < distinct[:, 1]) & (distinct[:, 1] <= len(self._texts[side]))
        numbers = np.full(len(distinct), -1)
        numbers[fits] = [self._numbers.get(text, -1) for text in self._joined(side, distinct[fits])]
        return numbers[places.ravel()]

    def _joined(self, side: int, blocks: Blocks) -> list[str]:
        """Return the texts of blocks of a side."""
        return [" ".join(self._texts[side][first:end]) for first, end in blocks.tolist()]


def unit(vectors: Floats) -> Floats:
    """Return vectors, float32 (n, d), of length 1; zeros stay zeros."""
    units: Floats = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), _SHORTEST)
    return units


def describe_encoded(lattice: Lattice, blocks: Blocks, shares: Doubles, vectors: BlockVectors) -> Columns:
    """Return the first-pass features of blocks but the first one, by the vectors of the blocks themselves.

    Args:
        lattice: has floor, level, hubs and sizes.
        blocks: int64 (k, 4), first and end of the source and of the target segments.
        shares: float64 (k,), their probabilities in the first pass.
        vectors: of blocks; those of likely beads are read here.
    """
    vectors.read(blocks[shares >= LIKELY])
    source, target = blocks[:, :2], blocks[:, 2:]
    wider = [*((_moved(source, step), target) for step in _WIDER), *((source, _moved(target, step)) for step in _WIDER)]
    narrower = [
        *((_moved(source, step), target) for step in _NARROWER),
        *((source, _moved(target, step)) for step in _NARROWER),
    ]
    beside = [
        *((each, target) for each in _beside(source)),
        *((source, each) for each in _beside(target)),
    ]
    out = bead_block_features(lattice, blocks)
    cosines, *others = vectors.cosines([(source, target), *wider, *narrower, *beside])
    was_read = ~np.isnan(cosines)
    gains, losses, near = (np.array(others[k : k + 4])[:, was_read] for k in (0, 4, 8))
    x, rows = cosines[was_read], out[was_read]
    _fill(rows, x, lattice, hubs=_summed(lattice, rows) - rows[:, AT.margin])
    known = ~np.isnan(near)
    means = np.where(known, near, 0.0).sum(axis=0) / np.maximum(known.sum(axis=0), 1)
    rows[:, AT.neighbours] = np.where(known.any(axis=0), means - lattice.floor, 0.0)
    rows[:, AT.extension] = np.maximum(np.fmax.reduce(gains, axis=0, initial=-1.0) - x, WORST_GAIN)
    compound = rows[:, AT.compound] > 0.0
    least = np.fmin.reduce(x - losses, axis=0, initial=WORST_LOSS)
    rows[:, AT.contraction] = np.where(compound, least, 0.0)
    rows[:, AT.idle_member] = np.where(compound, np.maximum(0.0, IDLE - least), 0.0)
    out[was_read] = rows
    return Columns(FEATURES[1:], out[:, 1:])


_WIDER, _NARROWER = ((-1, 0), (0, 1)), ((1, 0), (0, -1))


def _moved(blocks: Blocks, step: tuple[int, int]) -> Blocks:
    """Return blocks with their first and their end moved."""
    moved: Blocks = blocks + np.array(step)
    return moved


def _beside(blocks: Blocks) -> tuple[Blocks, Blocks]:
    """Return the segments just before and just after blocks, as blocks."""
    before, after = blocks[:, 0], blocks[:, 1]
    return np.column_stack([before - 1, before]), np.column_stack([after, after + 1])


def _summed(lattice: Lattice, features: Doubles) -> Doubles:
    """Return the cosines of the sums of directions, from which features were worked out: float64 (k,)."""
    cosines: Doubles = features[:, AT.cosine] * (1.0 - lattice.floor) + lattice.floor
    return cosines


def _fill(out: Doubles, x: Doubles, lattice: Lattice, *, hubs: Doubles) -> None:
    """Put what depends on the cosine of the blocks alone in place of what the sums say."""
    above = (x - lattice.floor) / (1.0 - lattice.floor)
    relative = (x - lattice.floor) / lattice.level
    out[:, AT.cosine] = above
    for column, knot in ((AT.cosine_above_30, LOOSE), (AT.cosine_above_50, FAIR), (AT.cosine_above_70, CLOSE)):
        out[:, column] = np.maximum(0.0, above - knot)
    out[:, AT.relative] = np.minimum(relative, MOST_RELATIVE)
    out[:, AT.relative_below_50] = np.maximum(0.0, HALF_LEVEL - relative)
    out[:, AT.margin] = x - hubs
