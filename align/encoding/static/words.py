"""Words of texts with their vectors, from the pieces of an encoder.

A word is what stands between two spaces; in scripts without spaces every piece is a word. Punctuation stays with its
word: counted apart, it made alignments worse (see eval/notes.md). Everything is compiled by numba, so this module is
imported only where words are wanted.
"""

from typing import NamedTuple

import numpy as np

from align.encoding.static.pieces import BARE, BEGINS
from align.lattice.arrays import Bytes, Floats, Ints, Longs, ULongs
from align.lattice.kernel import exact, fast

_FACTOR = np.uint64(0x9E3779B97F4A7C15)  # odd, so that no piece of a word is lost from its hash


class Words(NamedTuple):
    """The words of some texts.

    Attributes:
        vectors: float32 (t, d), of the distinct words, of length 1; 0 for a word of unknown pieces.
        weights: float32 (t,), the lengths that they had: how much a word says.
        tokens: int32 (k,), the distinct words of each text as they come, text after text.
        counts: float32 (k,), how often the text has each.
        starts: int64 (n + 1,), where each text starts in `tokens`.
    """

    vectors: Floats
    weights: Floats
    tokens: Ints
    counts: Floats
    starts: Longs


class Table(NamedTuple):
    """The table of an encoder: row k stands for rows[k] * scales[k]; a scale of an unknown piece is 0."""

    rows: Bytes
    scales: Floats


def group_words(pieces: Longs, starts: Longs, kinds: Bytes, table: Table) -> Words:
    """Return the words of texts.

    Args:
        pieces: int64 (p,), the numbers of the pieces, text after text.
        starts: int64 (n + 1,), where each text starts there.
        kinds: int8 (v,), the kind of each piece of the vocabulary that occurs.
        table: the vectors of the pieces.
    """
    pieces, firsts, hashes, word_starts = _find_words(pieces, starts, kinds)
    samples, tokens = _number(hashes)
    vectors = sum_rows(table, pieces, firsts[samples], firsts[samples + 1])
    weights = _make_unit(vectors)
    return Words(vectors, weights, *_merge_repeated(tokens, word_starts, len(samples)))


def _find_words(pieces: Longs, starts: Longs, kinds: Bytes) -> tuple[Longs, Longs, ULongs, Longs]:
    """Return the pieces that are no bare spaces, where each word starts there, its hash, and where each text starts.

    The hash tells the sequence of its pieces.
    """
    kept, firsts = np.empty(len(pieces), dtype=np.int64), np.empty(len(pieces) + 1, dtype=np.int64)
    hashes = np.empty(len(pieces), dtype=np.uint64)
    word_starts = np.zeros(len(starts), dtype=np.int64)
    words = _fill_words(pieces, starts, kinds, kept, firsts, hashes, word_starts)
    return kept[: firsts[words]], firsts[: words + 1], hashes[:words], word_starts


@exact
def _fill_words(
    pieces: Longs,
    starts: Longs,
    kinds: Bytes,
    kept: Longs,
    firsts: Longs,
    hashes: ULongs,
    word_starts: Longs,
) -> int:
    """Fill in what `_find_words` returns; return the number of words."""
    count = words = 0
    for text in range(starts.shape[0] - 1):
        fresh, power = True, np.uint64(1)
        for place in range(starts[text], starts[text + 1]):
            piece = pieces[place]
            if kinds[piece] == BARE:
                continue
            if fresh or kinds[piece] == BEGINS:
                firsts[words], hashes[words], power = count, np.uint64(0), np.uint64(1)
                words += 1
            fresh = False
            power *= _FACTOR
            hashes[words - 1] += np.uint64(piece + 1) * power
            kept[count] = piece
            count += 1
        word_starts[text + 1] = words
    firsts[words] = count
    return words


def _number(hashes: ULongs) -> tuple[Longs, Ints]:
    """Return where each distinct hash is first, int64 (t,), and the number of each among them, int32 (k,).

    Numbers are looked up in a table with at least twice as many slots as hashes, the next slot where one is taken.
    """
    bits = max(1, (2 * len(hashes) - 1).bit_length())
    slots = np.full(1 << bits, -1, dtype=np.int32)
    samples, numbers = np.empty(len(hashes), dtype=np.int64), np.empty(len(hashes), dtype=np.int32)
    count = _fill_numbers(hashes, bits, slots, samples, numbers)
    return samples[:count].copy(), numbers


@exact
def _fill_numbers(hashes: ULongs, bits: int, slots: Ints, samples: Longs, numbers: Ints) -> int:
    """Fill in what `_number` returns; return how many hashes are distinct."""
    count = 0
    for k in range(hashes.shape[0]):
        slot = np.int64((hashes[k] * _FACTOR) >> np.uint64(64 - bits))
        while slots[slot] >= 0 and hashes[samples[slots[slot]]] != hashes[k]:
            slot = (slot + 1) % slots.shape[0]
        if slots[slot] < 0:
            slots[slot], samples[count] = count, k
            count += 1
        numbers[k] = slots[slot]
    return count


def _merge_repeated(tokens: Ints, starts: Longs, distinct: int) -> tuple[Ints, Floats, Longs]:
    """Return the distinct words of each text, in place, how often it has them, and where each text starts.

    Without words that a sentence has twice, there are a sixth fewer pairs of words to compare.
    """
    counts, merged_starts = np.zeros(len(tokens), dtype=np.float32), np.zeros_like(starts)
    count = _merge(tokens, starts, np.full(distinct, -1), counts, merged_starts)
    return tokens[:count], counts[:count], merged_starts


@exact
def _merge(tokens: Ints, starts: Longs, places: Longs, counts: Floats, merged_starts: Longs) -> int:
    """Do what `_merge_repeated` says and return the number of words; `places` keeps where each was last put."""
    count = 0
    for text in range(starts.shape[0] - 1):
        for k in range(starts[text], starts[text + 1]):
            token = tokens[k]
            if places[token] < merged_starts[text]:
                places[token], tokens[count] = count, token
                count += 1
            counts[places[token]] += 1.0
        merged_starts[text + 1] = count
    return count


def sum_rows(table: Table, pieces: Longs, firsts: Longs, ends: Longs) -> Floats:
    """Return the sums of the vectors of the pieces from each first to its end: float32 (k, d).

    Args:
        table: the vectors of all pieces of the vocabulary.
        pieces: int64 (p,), numbers of pieces.
        firsts: int64 (k,), where each sum begins in `pieces`.
        ends: int64 (k,), where it ends, half-open.
    """
    sums = np.empty((len(firsts), table.rows.shape[1]), dtype=np.float32)
    _fill_sums(table, pieces, firsts, ends, sums)
    return sums


@fast
def _fill_sums(table: Table, pieces: Longs, firsts: Longs, ends: Longs, sums: Floats) -> None:
    """Fill in what `sum_rows` returns."""
    rows, scales = table
    for k in range(firsts.shape[0]):
        for x in range(rows.shape[1]):
            sums[k, x] = 0.0
        for place in range(firsts[k], ends[k]):
            piece = pieces[place]
            scale = scales[piece]
            for x in range(rows.shape[1]):
                sums[k, x] += np.float32(rows[piece, x]) * scale


def _make_unit(vectors: Floats) -> Floats:
    """Make the vectors of length 1 in place, and return the lengths that they had: float32 (k,)."""
    lengths = np.empty(len(vectors), dtype=np.float32)
    _scale(vectors, lengths)
    return lengths


@fast
def _scale(vectors: Floats, lengths: Floats) -> None:
    """Do what `_make_unit` says, and fill in the lengths."""
    count, d = vectors.shape
    for k in range(count):
        square = np.float32(0.0)
        for x in range(d):
            square += vectors[k, x] * vectors[k, x]
        lengths[k] = np.sqrt(square)
        unit = np.float32(1.0) / max(lengths[k], np.float32(1e-6))
        for x in range(d):
            vectors[k, x] *= unit
