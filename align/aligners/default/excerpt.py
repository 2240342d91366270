"""The evidence of some places only: what an alignment of just these goes by."""

from dataclasses import replace

import numpy as np

from align.aligners.default.evidence import Evidence, Nearest, SideEvidence
from align.encoding.static.clauses import items_of
from align.encoding.static.words import Words
from align.lattice.arrays import Doubles, Flags, Floats, Ints, Longs, Side
from align.lattice.build import build_lattice
from align.lattice.features import SIDE
from align.lattice.measure import block_means, block_sizes
from align.lattice.outer import find_band


def excerpt(evidence: Evidence, sources: Longs, targets: Longs, bridged: tuple[Flags, Flags] | None = None) -> Evidence:
    """Return the evidence of some source and target places, in order; neighbours are those that were neighbours.

    What was measured on the whole pair stays as it was: floor, level, hubs, the scale of the lengths and how near the
    nearest places are.

    Args:
        evidence: of the whole pair.
        sources: int64 (k,), rising: the source places that are chosen, at least one.
        targets: int64 (l,), rising: the target places, at least one.
        bridged: bool (k,) and (l,), the places that go on with the one chosen before them, whatever parts the two.
    """
    whole = evidence.lattice
    vectors = evidence.source.vectors[sources], evidence.target.vectors[targets]
    sizes = _sizes(whole.source, sources), _sizes(whole.target, targets)
    band = find_band(*vectors)
    counts = sizes[0].astype(np.int32), sizes[1].astype(np.int32)
    over = bridged or (np.zeros(len(sources), dtype=bool), np.zeros(len(targets), dtype=bool))
    reach = _reach(whole.source.reach, sources, over[0]), _reach(whole.target.reach, targets, over[1])
    lattice = build_lattice(*vectors, counts, reach, band, 0.0)
    lattice = lattice._replace(
        source=_as_measured(lattice.source, sizes[0], whole.source.hubs[sources + 1, 1]),
        target=_as_measured(lattice.target, sizes[1], whole.target.hubs[targets + 1, 1]),
        floor=whole.floor,
        level=whole.level,
    )
    texts = np.concatenate([sources, len(evidence.source.places) + targets])
    return replace(
        evidence,
        lattice=lattice,
        band=band,
        source=_side(evidence.source, sources, targets, over[0]),
        target=_side(evidence.target, targets, sources, over[1]),
        words=evidence.words and _words(evidence.words, texts),
        clauses=evidence.clauses and evidence.clauses.of_texts(texts),
        blocks=evidence.blocks and evidence.blocks.chosen(sources, targets),
    )


def _side(side: SideEvidence, places: Longs, others: Longs, bridged: Flags) -> SideEvidence:
    """Return what is known of some places of a side, where `others` are chosen from the other side."""
    return SideEvidence(
        places=[side.places[place] for place in places.tolist()],
        nearest=_nearest(side.nearest, places, others),
        vectors=side.vectors[places],
        marks=side.marks.chosen(places),
        paragraphs=np.append(side.paragraphs[places] & ~bridged, side.paragraphs[-1]),
    )


def _sizes(side: Side, places: Longs) -> Doubles:
    """Return the sizes of the chosen places: float64 (k,)."""
    sizes: Doubles = np.diff(side.sizes)[places]
    return sizes


def _as_measured(side: Side, sizes: Doubles, hubs: Floats) -> Side:
    """Return a side of the new lattice with the sizes and hubs that its segments had in the whole one."""
    sums, logs = block_sizes(sizes)
    return side._replace(sizes=sums, logs=logs, hubs=block_means(hubs))


def _reach(reach: Ints, places: Longs, bridged: Flags) -> Ints:
    """Return how far back a bead may reach from each chosen place: int32 (k + 1,)."""
    joined = (np.diff(places, prepend=-2) == 1) & (reach[places + 1] > 1) | bridged
    starts = np.flatnonzero(~joined)
    run = np.arange(len(places)) - np.repeat(starts, np.diff(np.append(starts, len(places)))) + 1
    return np.concatenate(([0], np.minimum(run, SIDE))).astype(np.int32)


def _nearest(nearest: Nearest, places: Longs, others: Longs) -> Nearest:
    """Return what is nearest to the chosen places; the number is -1 where that was not chosen."""
    numbers = nearest.number[places]
    found = np.minimum(np.searchsorted(others, numbers), len(others) - 1)
    numbers = np.where(others[found] == numbers, found, -1).astype(np.int32)
    return Nearest(numbers, nearest.cosine[places], nearest.sizes[places])


def _words(words: Words, texts: Longs) -> Words:
    """Return the words of the chosen texts."""
    places, starts = items_of(words.starts, texts)
    return words._replace(tokens=words.tokens[places], counts=words.counts[places], starts=starts)
