"""Blocks of segments read as texts: what an encoder whose vectors do not add up has to say of candidate beads.

The first pass takes the sum of the directions of segments for the vector of a block, which is near enough to leave the
right beads open. For those that it leaves open every distinct block is encoded once, with what the features ask of it:
the blocks that are one segment wider or narrower, and the segments beside it.
"""

from collections.abc import Sequence

import numpy as np

from align.aligners.default.columns import Columns
from align.aligners.default.describe import bead_block_features
from align.encoding import Encoder
from align.lattice.arrays import Doubles, Flags, Floats, Lattice, Longs
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

_SHORTEST = np.float32(1e-6)  # length of a vector that counts as this long


class BlockVectors:
    """Vectors of length 1 of blocks, which are read as texts when they are asked for, each distinct text once."""

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

    def cosines(self, pairs: Sequence[tuple[Blocks, Blocks]]) -> list[Doubles]:
        """Return the cosines of blocks: float64 (k,) for each pair, NaN where one of the two is none.

        Args:
            pairs: int64 (k, 2), first and end of source segments; the same of target segments. An empty block, or one
                that leaves its side, is none.
        """
        fits = [self._fits(0, source) & self._fits(1, target) for source, target in pairs]
        numbers = [
            self._read(side, [pair[side][there] for pair, there in zip(pairs, fits, strict=True)]) for side in (0, 1)
        ]
        vectors = np.array(self._vectors, dtype=np.float32)
        found = []
        for there, source, target in zip(fits, *numbers, strict=True):
            values = np.full(len(there), np.nan)
            values[there] = np.einsum("kd,kd->k", vectors[source], vectors[target])
            found.append(values)
        return found

    def _fits(self, side: int, blocks: Blocks) -> Flags:
        """Return which blocks hold segments of a side, and no others."""
        fits: Flags = (blocks[:, 0] >= 0) & (blocks[:, 0] < blocks[:, 1]) & (blocks[:, 1] <= len(self._texts[side]))
        return fits

    def _read(self, side: int, blocks: Sequence[Blocks]) -> list[Longs]:
        """Return the numbers of the vectors of blocks, array by array, after reading the new ones."""
        distinct, places = np.unique(np.concatenate(blocks), axis=0, return_inverse=True)
        texts = [" ".join(self._texts[side][first:end]) for first, end in distinct.tolist()]
        fresh = [text for text in dict.fromkeys(texts) if text not in self._numbers]
        if fresh:
            vectors = unit(self._encoder.encode(fresh))
            self._numbers.update(zip(fresh, range(len(self._vectors), len(self._vectors) + len(fresh)), strict=True))
            self._vectors.extend(vectors)
        numbers = np.array([self._numbers[text] for text in texts], dtype=np.int64)[places.ravel()]
        return np.split(numbers, np.cumsum([len(each) for each in blocks])[:-1])


def unit(vectors: Floats) -> Floats:
    """Return vectors, float32 (n, d), of length 1; zeros stay zeros."""
    units: Floats = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), _SHORTEST)
    return units


def describe_encoded(lattice: Lattice, blocks: Blocks, vectors: BlockVectors) -> Columns:
    """Return the first-pass features of blocks but the first one, by the vectors of the blocks themselves.

    Args:
        lattice: has floor, level, hubs and sizes.
        blocks: int64 (k, 4), first and end of the source and of the target segments.
        vectors: of all blocks.
    """
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
    x, *others = vectors.cosines([(source, target), *wider, *narrower, *beside])
    gains, losses, near = (np.array(others[k : k + 4]) for k in (0, 4, 8))
    out = bead_block_features(lattice, blocks)
    _fill(out, x, lattice, hubs=_summed(lattice, out) - out[:, AT.margin])
    known = ~np.isnan(near)
    means = np.where(known, near, 0.0).sum(axis=0) / np.maximum(known.sum(axis=0), 1)
    out[:, AT.neighbours] = np.where(known.any(axis=0), means - lattice.floor, 0.0)
    out[:, AT.extension] = np.maximum(np.fmax.reduce(gains, axis=0, initial=-1.0) - x, WORST_GAIN)
    compound = out[:, AT.compound] > 0.0
    least = np.minimum(np.fmin.reduce(x - losses, axis=0, initial=WORST_LOSS), WORST_LOSS)
    out[:, AT.contraction] = np.where(compound, least, 0.0)
    out[:, AT.idle_member] = np.where(compound, np.maximum(0.0, IDLE - least), 0.0)
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
