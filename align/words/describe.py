"""All that is known of each word of some beads: its counterpart, what stands around it, its bead, the two documents."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from align.blas import one_thread
from align.lattice.arrays import Doubles, Floats, Ints, Longs
from align.words.around import fill_around, fill_products, fill_totals, fill_whole, spread_beads
from align.words.columns import COLUMN, FEATURES
from align.words.kernels import SideTokens, fill_own, make_room, number_forms
from align.words.vectors import PairWords, SideWords

_AT_ONCE, _ACROSS = 8, 200  # beads whose words are compared in one product of matrices, and segments from end to end
_FEWEST = 5  # beads that tell what is usual in two documents
_SPACED = 0.9  # mean size of the words of a language with spaces, at least


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
    with one_thread():
        _fill_own(pair, blocks, rows)
    cosines, room = np.empty(len(blocks)), np.zeros((2, pair.units.shape[1]))
    source, target = rows
    fill_whole(
        pair.units,
        pair.weights,
        pair.source.forms[source.words],
        pair.target.forms[target.words],
        source.starts,
        target.starts,
        room,
        source.features,
        target.features,
        cosines,
    )
    for row in rows:
        fill_around(row.features, row.masses, row.segments, row.clauses)
    _fill_beads(sides, rows, blocks, cosines)
    return source, target


def _rows(pair: PairWords, side: SideWords, spans: Longs) -> Described:
    """Return the words of some spans of segments, with the features that rest on the words alone."""
    first, end = side.starts[spans[:, 0]], side.starts[spans[:, 1]]
    words, starts = _ranges(first, end)
    numbers, of_spans = _ranges(spans[:, 0], spans[:, 1])
    of_segments = side.starts[numbers] + np.repeat(starts[:-1] - first, np.diff(of_spans))
    segments = np.unique(np.append(of_segments, starts[-1]))
    clauses = np.unique(np.concatenate((segments, np.flatnonzero(side.opens[words]))))
    masses = pair.weights[side.forms[words]]
    features = np.empty((len(words), len(FEATURES)))
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


def _fill_own(pair: PairWords, blocks: Longs, rows: Sequence[Described]) -> None:
    """Fill in what the words of beads say of each other, and what the neighbouring segments say of them.

    One product of matrices gives the cosines of all words around a few beads.
    """
    sides = pair.source, pair.target
    source, target = rows
    tokens, room = (_tokens(pair, pair.source), _tokens(pair, pair.target)), make_room((source.starts, target.starts))
    slots = np.full(len(pair.weights), -1, dtype=np.int64)
    distinct = [np.empty(len(side.forms), dtype=np.int32) for side in sides]
    for first, end, spans in _chunks(blocks):
        around: list[Ints] = []
        for side, words in enumerate(sides):
            low, high = max(0, spans[2 * side] - 1), min(spans[2 * side + 1] + 1, len(words.starts) - 1)
            begin, stop = words.starts[low], words.starts[high]
            count = number_forms(words.forms, begin, stop, slots, tokens[side].places, distinct[side])
            around.append(distinct[side][:count])
        cosines = pair.units[around[0]] @ pair.units[around[1]].T
        fill_own(
            cosines,
            tokens[0],
            tokens[1],
            blocks,
            first,
            end,
            source.starts,
            target.starts,
            room,
            source.features,
            target.features,
            source.mates,
            target.mates,
        )


def _chunks(blocks: Longs) -> Iterator[tuple[int, int, tuple[int, int, int, int]]]:
    """Yield first and end of beads that are near each other on both sides, and of their segments on each side.

    What moved would span half of a book.
    """
    spans: list[tuple[int, int, int, int]] = [(i, i_end, j, j_end) for i, i_end, j, j_end in blocks.tolist()]
    first, within = 0, spans[0] if spans else (0, 0, 0, 0)
    for number, (low, end, low_there, end_there) in enumerate(spans):
        i, i_end, j, j_end = within
        wider = min(i, low), max(i_end, end), min(j, low_there), max(j_end, end_there)
        far = max(wider[1] - wider[0], wider[3] - wider[2]) > _ACROSS
        if number - first == _AT_ONCE or (number > first and far):
            yield first, number, within
            first, wider = number, (low, end, low_there, end_there)
        within = wider
    if spans:
        yield first, len(spans), within


def _tokens(pair: PairWords, words: SideWords) -> SideTokens:
    """Return the words of one document for the kernels, with room for their places in a matrix."""
    products = np.zeros((len(words.forms), 2), dtype=np.float32)
    fill_products(pair.units, pair.weights, words.forms, 0, len(words.forms), products)
    return SideTokens(np.zeros(len(words.forms), dtype=np.int64), pair.weights[words.forms], products, words.starts)


def _fill_beads(sides: tuple[SideWords, SideWords], rows: Sequence[Described], blocks: Longs, cosines: Doubles) -> None:
    """Fill in what is known of the beads, and what is usual in the two documents."""
    totals = []
    for side, row in zip(sides, rows, strict=True):
        totals.append(np.empty((len(blocks), 4)))
        fill_totals(row.features, row.masses, side.sizes[row.words], row.starts, totals[-1])
    masses, sizes = ([np.log(own[:, column] + least) for own in totals] for column, least in ((0, 1e-3), (1, 0.0)))
    usual = _median(sizes[0] - sizes[1])
    unspaced = [float(side.sizes[row.words].mean() < _SPACED) for side, row in zip(sides, rows, strict=True)]
    counts = blocks[:, 1] - blocks[:, 0], blocks[:, 3] - blocks[:, 2]
    for own, other in ((0, 1), (1, 0)):
        told = (
            *totals[own][:, 2:].T,
            *totals[other][:, 2:].T,
            masses[own] - masses[other],
            sizes[own] - sizes[other] - (usual if own == 0 else -usual),
            sizes[own],
            sizes[other],
            cosines,
            counts[own],
            counts[other],
            _median(totals[own][:, 2]),
            _median(totals[own][:, 3]),
            unspaced[own],
            unspaced[other],
        )
        of_beads = np.empty((len(blocks), len(told)))
        for column, values in enumerate(told):
            of_beads[:, column] = values
        spread_beads(of_beads, rows[own].starts, rows[own].features)
        lone = (blocks[:, 2 * other] == 0) & (blocks[:, 2 * other + 1] == len(sides[other].cuts))
        if lone.any():
            of_lone = np.repeat(lone, np.diff(rows[own].starts))
            for name in ("outside", "outside_3"):
                rows[own].features[of_lone, COLUMN[name]] = np.nan


def _median(values: Doubles) -> float:
    """Return what is usual of beads; no number where there are few of them."""
    if len(values) < _FEWEST:
        return float("nan")
    ordered = np.sort(values)
    return float(ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2.0
