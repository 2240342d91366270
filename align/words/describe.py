"""All that is known of each word of some beads: its counterpart, what stands around it, its bead, the two documents."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from align.blas import one_thread
from align.lattice.arrays import Doubles, Floats, Longs
from align.words.around import fill_products, fill_whole, fill_windows
from align.words.kernels import OWN_FEATURES, SideTokens, fill_own
from align.words.vectors import PairWords, SideWords

_REACHES = (1, 3, 6)  # words on either side that a mean is taken over
_SPREAD = ("carried", "best", "trigram")  # the features of which means are taken
_AT_ONCE, _ACROSS = 8, 200  # beads whose words are compared in one product of matrices, and segments from end to end
_FEWEST = 5  # beads that tell what is usual in two documents
FEATURES = (
    *OWN_FEATURES,
    "whole",
    "weight",
    "letters",
    "capital",
    "digit",
    "place",
    *(f"{name}_{reach}" for name in _SPREAD for reach in _REACHES),
    "outside_3",
    "clause_carried",
    "clause_best",
    "clause_words",
    "segment_carried",
    "segment_best",
    "bead_carried",
    "bead_best",
    "other_carried",
    "other_best",
    "surplus",
    "size_surplus",
    "words",
    "other_words",
    "cosine",
    "segments",
    "other_segments",
    "usual_carried",
    "usual_best",
    "unspaced",
    "other_unspaced",
)
COLUMN = {name: number for number, name in enumerate(FEATURES)}


class Described(NamedTuple):
    """The words of one side of some beads.

    Attributes:
        words: int64 (r,), their numbers in the document.
        starts: int64 (k + 1,), where those of each bead start.
        segments: int64 (s + 1,), where those of each segment of a bead start.
        clauses: int64 (c + 1,), where those of each clause of a segment start.
        masses: float32 (r,), the lengths of their vectors.
        mates: int64 (r,), the row of the most similar word of the other side.
        features: float64 (r, F), in the order of `FEATURES`.
    """

    words: Longs
    starts: Longs
    segments: Longs
    clauses: Longs
    masses: Floats
    mates: Longs
    features: Doubles


def describe(pair: PairWords, blocks: Longs) -> tuple[Described, Described]:
    """Return what is known of the words of beads, those of the source and those of the target.

    Args:
        pair: the words of two documents.
        blocks: int64 (k, 4), first and end of the source segments, first and end of the target segments; each side has
            a word at least.
    """
    sides = pair.source, pair.target
    rows = [_rows(pair, sides[side], blocks[:, 2 * side : 2 * side + 2]) for side in (0, 1)]
    tokens = _tokens(pair, pair.source), _tokens(pair, pair.target)
    with one_thread():
        for first, end in _chunks(blocks):
            _fill_chunk(pair, tokens, blocks, first, end, rows)
    for own, other in ((0, 1), (1, 0)):
        _fill_around(rows[own])
        _fill_beads(sides[own], sides[other], rows[own], rows[other], blocks, own)
    return rows[0], rows[1]


def _rows(pair: PairWords, side: SideWords, spans: Longs) -> Described:
    """Return the words of some spans of segments, with the features that rest on the words alone."""
    first, end = side.starts[spans[:, 0]], side.starts[spans[:, 1]]
    words, starts = _ranges(first, end)
    numbers, of_spans = _ranges(spans[:, 0], spans[:, 1])
    of_segments = side.starts[numbers] + np.repeat(starts[:-1] - first, np.diff(of_spans))
    segments = np.unique(np.append(of_segments, starts[-1]))
    clauses = np.unique(np.concatenate((segments, np.flatnonzero(side.opens[words]))))
    masses = pair.weights[side.forms[words]]
    features = np.full((len(words), len(FEATURES)), np.nan)
    features[:, COLUMN["weight"]] = np.log(masses + 0.05)
    features[:, COLUMN["letters"]] = side.letters[words]
    features[:, COLUMN["capital"]] = side.capital[words]
    features[:, COLUMN["digit"]] = side.digit[words]
    lengths = np.diff(segments)
    features[:, COLUMN["place"]] = (np.arange(len(words)) - np.repeat(segments[:-1], lengths) + 0.5) / np.repeat(
        lengths, lengths
    )
    return Described(words, starts, segments, clauses, masses, np.zeros(len(words), dtype=np.int64), features)


def _ranges(first: Longs, end: Longs) -> tuple[Longs, Longs]:
    """Return the numbers of all ranges, one after the other, int64 (k,), and where each range starts there."""
    starts = np.concatenate(([0], np.cumsum(end - first)))
    return np.arange(starts[-1]) + np.repeat(first - starts[:-1], end - first), starts


def _chunks(blocks: Longs) -> Iterator[tuple[int, int]]:
    """Yield first and end of beads that are near each other on both sides: what moved would span half of a book."""
    spans = blocks.tolist()
    first, (i, i_end, j, j_end) = 0, spans[0] if spans else (0, 0, 0, 0)
    for number, (low, end, low_there, end_there) in enumerate(spans):
        wider = min(i, low), max(i_end, end), min(j, low_there), max(j_end, end_there)
        far = max(wider[1] - wider[0], wider[3] - wider[2]) > _ACROSS
        if number - first == _AT_ONCE or (number > first and far):
            yield first, number
            first, wider = number, (low, end, low_there, end_there)
        i, i_end, j, j_end = wider
    if spans:
        yield first, len(spans)


def _tokens(pair: PairWords, words: SideWords) -> SideTokens:
    """Return the words of one document for the kernels, with room for their places in a matrix."""
    products = np.zeros((len(words.forms), 2), dtype=np.float32)
    fill_products(pair.units, pair.weights, words.forms, 0, len(words.forms), products)
    return SideTokens(np.zeros(len(words.forms), dtype=np.int64), pair.weights[words.forms], products, words.starts)


def _fill_chunk(
    pair: PairWords,
    tokens: tuple[SideTokens, SideTokens],
    blocks: Longs,
    first: int,
    last: int,
    rows: list[Described],
) -> None:
    """Fill in what the words of some beads say of each other, and what the neighbouring segments say of them.

    One product of matrices gives the cosines of all words around these beads.
    """
    chunk = blocks[first:last]
    forms, starts = [], []
    for side, words in enumerate((pair.source, pair.target)):
        low, high = max(0, int(chunk[:, 2 * side].min()) - 1), int(chunk[:, 2 * side + 1].max()) + 1
        begin, end = words.starts[low], words.starts[min(high, len(words.starts) - 1)]
        distinct, tokens[side].places[begin:end] = np.unique(words.forms[begin:end], return_inverse=True)
        forms.append(distinct)
        starts.append(rows[side].starts[first : first + len(chunk) + 1])
    cosines = pair.units[forms[0]] @ pair.units[forms[1]].T
    spans = [slice(int(side[0]), int(side[-1])) for side in starts]
    features = [row.features[span] for row, span in zip(rows, spans, strict=True)]
    mates = [row.mates[span] for row, span in zip(rows, spans, strict=True)]
    own_starts = [side - side[0] for side in starts]
    own, whole = [np.empty((len(part), len(OWN_FEATURES))) for part in features], np.zeros((2, pair.units.shape[1]))
    fill_own(cosines, tokens, chunk, (own_starts[0], own_starts[1]), (own[0], own[1]), (mates[0], mates[1]))
    for side in (0, 1):
        mates[side] += spans[1 - side].start
        features[side][:, : len(OWN_FEATURES)] = own[side]
    numbers = [
        side.forms[row.words[span]] for side, row, span in zip((pair.source, pair.target), rows, spans, strict=True)
    ]
    cos = [np.empty((len(part), 2)) for part in features]
    fill_whole(pair.units, pair.weights, numbers[0], numbers[1], own_starts[0], own_starts[1], whole, cos[0], cos[1])
    for side in (0, 1):
        features[side][:, COLUMN["whole"]], features[side][:, COLUMN["cosine"]] = cos[side].T


def _fill_around(rows: Described) -> None:
    """Fill in the means of the words around each, of its clause and of its segment."""
    features, out = rows.features, np.empty(len(rows.words))
    for name in _SPREAD:
        values = np.ascontiguousarray(features[:, COLUMN[name]])
        for reach in _REACHES:
            fill_windows(values, rows.masses, rows.segments, reach, out)
            features[:, COLUMN[f"{name}_{reach}"]] = out
    fill_windows(np.ascontiguousarray(features[:, COLUMN["outside"]]), rows.masses, rows.segments, 3, out)
    features[:, COLUMN["outside_3"]] = out
    for part, starts in (("clause", rows.clauses), ("segment", rows.segments), ("bead", rows.starts)):
        for name in ("carried", "best"):
            features[:, COLUMN[f"{part}_{name}"]] = _means(features[:, COLUMN[name]], rows.masses, starts)
    lengths = np.diff(rows.clauses)
    features[:, COLUMN["clause_words"]] = np.log(np.repeat(lengths, lengths))


def _means(values: Doubles, masses: Floats, starts: Longs) -> Doubles:
    """Return for each word the mean of its part, by mass."""
    lengths = np.diff(starts)
    means = np.add.reduceat(values * masses, starts[:-1]) / (np.add.reduceat(masses, starts[:-1]) + 1e-9)
    repeated: Doubles = np.repeat(means, lengths)
    return repeated


def _fill_beads(own: SideWords, other: SideWords, mine: Described, theirs: Described, blocks: Longs, side: int) -> None:
    """Fill in what is known of the beads, and what is usual in the two documents."""
    counts = np.diff(mine.starts)
    features = mine.features

    def spread(name: str, values: Doubles) -> None:
        features[:, COLUMN[name]] = np.repeat(values, counts)

    def of_bead(rows: Described, name: str) -> Doubles:
        values: Doubles = np.add.reduceat(rows.features[:, COLUMN[name]] * rows.masses, rows.starts[:-1]) / (
            np.add.reduceat(rows.masses, rows.starts[:-1]) + 1e-9
        )
        return values

    masses = [np.log(np.add.reduceat(rows.masses, rows.starts[:-1]) + 1e-3) for rows in (mine, theirs)]
    sizes = [
        np.log(np.add.reduceat(words.sizes[rows.words], rows.starts[:-1]))
        for words, rows in ((own, mine), (other, theirs))
    ]
    many = len(blocks) >= _FEWEST
    usual = float(np.median(sizes[0] - sizes[1])) if many else np.nan
    spread("surplus", masses[0] - masses[1])
    spread("size_surplus", sizes[0] - sizes[1] - usual)
    spread("words", sizes[0])
    spread("other_words", sizes[1])
    mine_of, theirs_of = (blocks[:, :2], blocks[:, 2:]) if side == 0 else (blocks[:, 2:], blocks[:, :2])
    spread("segments", (mine_of[:, 1] - mine_of[:, 0]).astype(np.float64))
    spread("other_segments", (theirs_of[:, 1] - theirs_of[:, 0]).astype(np.float64))
    for name in ("carried", "best"):
        values = of_bead(theirs, name)
        spread(f"other_{name}", values)
        features[:, COLUMN[f"usual_{name}"]] = float(np.median(of_bead(mine, name))) if many else np.nan
    lone = np.repeat((theirs_of[:, 0] == 0) & (theirs_of[:, 1] == len(other.cuts)), counts)
    features[lone, COLUMN["outside"]] = features[lone, COLUMN["outside_3"]] = np.nan
    features[:, COLUMN["unspaced"]] = own.sizes[mine.words].mean() < 0.9
    features[:, COLUMN["other_unspaced"]] = other.sizes[theirs.words].mean() < 0.9
