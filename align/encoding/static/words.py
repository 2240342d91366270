"""Words of texts with their vectors, from the pieces of an encoder.

A word is what stands between two spaces; in scripts without spaces every piece is a word. Punctuation stays with its
word: counted apart, it made alignments worse (see eval/notes.md). Everything is compiled by numba, so this module is
imported only where words are wanted.
"""

from typing import NamedTuple

import numpy as np

from align.encoding.static.pieces import BARE, BEGINS
from align.lattice.arrays import Bytes, Floats, Ints, Longs, ULongs, aligned
from align.lattice.kernel import exact, fast, inlined_fused

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
    room = len(pieces)
    bits = max(1, room.bit_length())
    numbers, counts = np.empty((4, room + 1), dtype=np.int64), np.empty(room, dtype=np.float32)
    tokens, slots = np.empty(room, dtype=np.int32), np.full(1 << bits, -1, dtype=np.int32)
    word_starts = np.empty(len(starts), dtype=np.int64)
    found = _Found(numbers[0], numbers[1], numbers[2], numbers[3], np.empty(room, dtype=np.uint64), tokens, counts)
    distinct, words = _find_words(pieces, starts, kinds, bits, slots, found, word_starts)
    vectors, weights = aligned(distinct, table.rows.shape[1]), np.empty(distinct, dtype=np.float32)
    _fill_units(table, found.pieces, found.firsts[:distinct], found.ends[:distinct], vectors, weights)
    return Words(vectors, weights, tokens[:words], counts[:words], word_starts)


class _Found(NamedTuple):
    """What is found of words, with room for as many as there are pieces.

    Attributes:
        pieces: int64 (p,), those that are no bare spaces.
        firsts: int64 (p,), where the first of each distinct word begins there.
        ends: int64 (p,), where it ends.
        places: int64 (p,), where each distinct word was last put in `tokens`.
        hashes: uint64 (p,), of the pieces of each distinct word.
        tokens: int32 (p,), as in `Words`.
        counts: float32 (p,), as in `Words`.
    """

    pieces: Longs
    firsts: Longs
    ends: Longs
    places: Longs
    hashes: ULongs
    tokens: Ints
    counts: Floats


@exact
def _find_words(
    pieces: Longs, starts: Longs, kinds: Bytes, bits: int, slots: Ints, found: _Found, word_starts: Longs
) -> tuple[int, int]:
    """Fill in the words of texts; return how many distinct ones there are, and how many in all texts.

    A word is known by the hash of its pieces, which is looked up in a table with more slots than there are pieces, in
    the next slot where one is taken. A text has each of its words once: with those that a sentence has twice there were
    a sixth more pairs of words to compare.

    Args:
        pieces: int64 (p,).
        starts: int64 (n + 1,), where each text starts there.
        kinds: int8 (v,).
        bits: the logarithm to base 2 of the number of slots.
        slots: int32, -1; for the number of the distinct word in each.
        found: room.
        word_starts: int64 (n + 1,), for where each text starts among the words.
    """
    kept = distinct = count = 0
    word_starts[0] = 0
    for text in range(starts.shape[0] - 1):
        place = starts[text]
        while place < starts[text + 1]:
            first, value, power = kept, np.uint64(0), np.uint64(1)
            while place < starts[text + 1]:
                piece = pieces[place]
                kind = kinds[piece]
                if kept > first and kind == BEGINS:
                    break
                place += 1
                if kind == BARE:
                    continue
                power *= _FACTOR
                value += np.uint64(piece + 1) * power
                found.pieces[kept] = piece
                kept += 1
            if kept == first:
                break
            slot = np.int64((value * _FACTOR) >> np.uint64(64 - bits))
            while slots[slot] >= 0 and found.hashes[slots[slot]] != value:
                slot = (slot + 1) % slots.shape[0]
            token = slots[slot]
            if token < 0:
                token = distinct
                slots[slot], found.hashes[token], found.places[token] = token, value, -1
                found.firsts[token], found.ends[token] = first, kept
                distinct += 1
            if found.places[token] < word_starts[text]:
                found.places[token], found.tokens[count], found.counts[count] = count, token, np.float32(0.0)
                count += 1
            found.counts[found.places[token]] += np.float32(1.0)
        word_starts[text + 1] = count
    return distinct, count


def sum_rows(table: Table, pieces: Longs, firsts: Longs, ends: Longs) -> Floats:
    """Return the sums of the vectors of the pieces from each first to its end: float32 (k, d).

    Args:
        table: the vectors of all pieces of the vocabulary.
        pieces: int64 (p,), numbers of pieces.
        firsts: int64 (k,), where each sum begins in `pieces`.
        ends: int64 (k,), where it ends, half-open.
    """
    sums = aligned(len(firsts), table.rows.shape[1])
    _fill_sums(table, pieces, firsts, ends, sums)
    return sums


@exact
def _fill_sums(table: Table, pieces: Longs, firsts: Longs, ends: Longs, sums: Floats) -> None:
    """Fill in what `sum_rows` returns."""
    for k in range(firsts.shape[0]):
        _sum_rows(table, pieces, firsts[k], ends[k], sums[k])


@inlined_fused
def _sum_rows(table: Table, pieces: Longs, first: int, end: int, out: Floats) -> None:
    """Fill in the sum of the vectors of the pieces from first to end, four of which are read at a time."""
    rows, scales = table
    for x in range(rows.shape[1]):
        out[x] = 0.0
    fours = first + (end - first) // 4 * 4
    for place in range(first, fours, 4):
        one, two, three, four = pieces[place], pieces[place + 1], pieces[place + 2], pieces[place + 3]
        of_one, of_two, of_three, of_four = scales[one], scales[two], scales[three], scales[four]
        for x in range(rows.shape[1]):
            total = out[x] + np.float32(rows[one, x]) * of_one
            total += np.float32(rows[two, x]) * of_two
            total += np.float32(rows[three, x]) * of_three
            out[x] = total + np.float32(rows[four, x]) * of_four
    for place in range(fours, end):
        piece = pieces[place]
        scale = scales[piece]
        for x in range(rows.shape[1]):
            out[x] += np.float32(rows[piece, x]) * scale


@fast
def _fill_units(table: Table, pieces: Longs, firsts: Longs, ends: Longs, units: Floats, lengths: Floats) -> None:
    """Fill in sums as `_fill_sums` does, made of length 1, and the lengths that they had."""
    for k in range(firsts.shape[0]):
        _sum_rows(table, pieces, firsts[k], ends[k], units[k])
        square = np.float32(0.0)
        for x in range(units.shape[1]):
            square += units[k, x] * units[k, x]
        lengths[k] = np.sqrt(square)
        unit = np.float32(1.0) / max(lengths[k], np.float32(1e-6))
        for x in range(units.shape[1]):
            units[k, x] *= unit
