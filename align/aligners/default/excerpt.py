"""The evidence of some places only: what an alignment of just these goes by."""

from dataclasses import replace

import numpy as np

from align.aligners.default.evidence import Evidence, Nearest
from align.aligners.default.marks import Marks
from align.encoding.static.words import Words
from align.lattice.arrays import Doubles, Flags, Ints, Longs
from align.lattice.bands import find_band
from align.lattice.build import block_logs, block_means, build_lattice, running


def excerpt(evidence: Evidence, sources: Longs, targets: Longs) -> Evidence:
    """Return the evidence of some source and target places, in order; neighbours are those that were neighbours.

    What was measured on the whole pair stays as it was: floor, level, hubs, the scale of the lengths and how near the
    nearest places are.
    """
    whole = evidence.lattice
    chosen = sources, targets
    vectors = evidence.vectors[0][sources], evidence.vectors[1][targets]
    sizes = tuple(
        np.diff(sums)[places] for sums, places in zip((whole.source_sizes, whole.target_sizes), chosen, strict=True)
    )
    reach = _reach(whole.source_reach, sources), _reach(whole.target_reach, targets)
    band = find_band(*vectors)
    counts = sizes[0].astype(np.int32), sizes[1].astype(np.int32)
    sums = running(sizes[0]), running(sizes[1])
    lattice = build_lattice(*vectors, counts, reach, band)._replace(
        source_sizes=sums[0],
        target_sizes=sums[1],
        source_logs=block_logs(sums[0]),
        target_logs=block_logs(sums[1]),
        source_hubs=block_means(whole.source_hubs[sources + 1, 1]),
        target_hubs=block_means(whole.target_hubs[targets + 1, 1]),
        floor=whole.floor,
        level=whole.level,
    )
    return replace(
        evidence,
        lattice=lattice,
        band=band,
        source=_nearest(evidence.source, sources, targets),
        target=_nearest(evidence.target, targets, sources),
        source_places=[evidence.source_places[place] for place in sources.tolist()],
        target_places=[evidence.target_places[place] for place in targets.tolist()],
        vectors=vectors,
        words=evidence.words
        and _words(evidence.words, np.concatenate([sources, len(evidence.source_places) + targets])),
        marks=(_marks(evidence.marks[0], sources), _marks(evidence.marks[1], targets)),
        paragraphs=(_ends(evidence.paragraphs[0], sources), _ends(evidence.paragraphs[1], targets)),
    )


def _reach(reach: Ints, places: Longs) -> Ints:
    """Return how far back a bead may reach from each chosen place: int32 (k + 1,)."""
    joined = np.diff(places, prepend=-2) == 1
    starts = np.flatnonzero(~joined)
    run = np.arange(len(places)) - np.repeat(starts, np.diff(np.append(starts, len(places)))) + 1
    return np.concatenate(([0], np.minimum(run, reach[places + 1]))).astype(np.int32)


def _nearest(nearest: Nearest, places: Longs, others: Longs) -> Nearest:
    """Return what is nearest to the chosen places; the number is -1 where that was not chosen."""
    numbers = nearest.number[places]
    found = np.minimum(np.searchsorted(others, numbers), len(others) - 1)
    numbers = np.where(others[found] == numbers, found, -1).astype(np.int32)
    return Nearest(numbers, nearest.cosine[places], nearest.sizes[places])


def _marks(marks: Marks, places: Longs) -> Marks:
    return Marks(marks.counts[places], marks.first[places], marks.last[places])


def _ends(begins: Flags, places: Longs) -> Flags:
    """Return where paragraphs begin among the chosen places, bool (k + 1,)."""
    return np.append(begins[places], begins[-1])


def _words(words: Words, texts: Longs) -> Words:
    """Return the words of the chosen texts."""
    first, counts = words.starts[texts], np.diff(words.starts)[texts]
    starts: Doubles | Longs = np.concatenate(([0], np.cumsum(counts)))
    within = np.arange(int(starts[-1])) - np.repeat(starts[:-1], counts)
    places = np.repeat(first, counts) + within
    return words._replace(tokens=words.tokens[places], counts=words.counts[places], starts=starts.astype(np.int64))
