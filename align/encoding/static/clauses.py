"""Clauses of texts with their vectors, from the pieces of an encoder: what a sentence can be divided into.

What crosses a full stop on its way into another language is seldom a whole sentence: it is a clause. A text is cut
after commas, colons, semicolons and sentence marks before the next word, after closing and before opening quotation
marks, and before dashes. Nothing is encoded again: the vector of a clause is the sum of its pieces, as that of a text
is. Everything is compiled by numba, so this module is imported only where clauses are wanted.
"""

from typing import NamedTuple

import numpy as np

from align.encoding.static.pieces import BARE, INSIDE, OPENS, SEPARATES, WORD, Traits
from align.encoding.static.words import Table, sum_rows
from align.lattice.arrays import Floats, Ints, Longs
from align.lattice.kernel import exact, inlined_exact

SHORTEST = 2.4  # words of a clause that stands by itself; a shorter one belongs to the one before


class Clauses(NamedTuple):
    """The clauses of some texts.

    Attributes:
        starts: int64 (n + 1,), where the clauses of each text start; a text has one at least.
        sizes: int32 (c,), UTF-8 bytes as the encoder reads them, with folded case and variants of letters; 1 at least.
        firsts: int64 (c,), the first of the pieces of each clause.
        ends: int64 (c,), the end of them.
        pieces: int64 (p,), the numbers of the pieces.
        table: the vectors of the pieces.
    """

    starts: Longs
    sizes: Ints
    firsts: Longs
    ends: Longs
    pieces: Longs
    table: Table

    def vectors(self, which: Longs) -> Floats:
        """Return the vectors of some clauses, float32 (k, d); those of all clauses of a text add up to that of it.

        Most are never asked for.
        """
        return sum_rows(self.table, self.pieces, self.firsts[which], self.ends[which])

    def of_texts(self, texts: Longs) -> "Clauses":
        """Return the clauses of some texts, int64 (m,)."""
        places, starts = items_of(self.starts, texts)
        firsts, ends = self.firsts[places], self.ends[places]
        return self._replace(starts=starts, sizes=self.sizes[places], firsts=firsts, ends=ends)


def items_of(starts: Longs, texts: Longs) -> tuple[Longs, Longs]:
    """Return the items of some texts, int64 (k,), and where those of each start there, int64 (m + 1,).

    Args:
        starts: int64 (n + 1,), where the items of each text start.
        texts: int64 (m,), which ones.

    >>> [part.tolist() for part in items_of(np.array([0, 2, 3, 6]), np.array([0, 2]))]
    [[0, 1, 3, 4, 5], [0, 2, 5]]
    """
    first, counts = starts[texts], starts[texts + 1] - starts[texts]
    chosen = np.zeros(len(texts) + 1, dtype=np.int64)
    np.cumsum(counts, out=chosen[1:])
    places: Longs = np.arange(chosen[-1]) + np.repeat(first - chosen[:-1], counts)
    return places, chosen


def group_clauses(pieces: Longs, starts: Longs, traits: Traits, table: Table) -> Clauses:
    """Return the clauses of texts.

    Args:
        pieces: int64 (p,), the numbers of the pieces, text after text.
        starts: int64 (n + 1,), where each text starts there.
        traits: of the pieces of the vocabulary that occur.
        table: the vectors of the pieces.
    """
    firsts, sizes, clause_starts = cut_clauses(pieces, starts, traits)
    return Clauses(clause_starts, sizes, firsts[:-1], firsts[1:], pieces, table)


def cut_clauses(pieces: Longs, starts: Longs, traits: Traits) -> tuple[Longs, Ints, Longs]:
    """Return where clauses begin.

    Args:
        pieces: int64 (p,), the numbers of the pieces, text after text.
        starts: int64 (n + 1,), where each text starts there.
        traits: of the pieces of the vocabulary that occur.

    Returns:
        The first piece of each clause and the end of all, int64 (c + 1,), sizes int32 (c,) in bytes, and where the
        clauses of each text start, int64 (n + 1,).
    """
    room = len(pieces) + len(starts)
    firsts, sizes = np.empty(room, dtype=np.int64), np.empty(room, dtype=np.int32)
    clause_starts = np.empty(len(starts), dtype=np.int64)
    count = _cut(pieces, starts, traits, firsts, sizes, clause_starts)
    return firsts[: count + 1], sizes[:count], clause_starts


@exact
def _cut(pieces: Longs, starts: Longs, traits: Traits, firsts: Longs, sizes: Ints, clause_starts: Longs) -> int:
    """Fill in what `cut_clauses` returns; return the number of clauses."""
    count = _fill_firsts(pieces, starts, traits, firsts, clause_starts)
    for clause in range(count):
        size = 0
        for place in range(firsts[clause], firsts[clause + 1]):
            size += traits.sizes[pieces[place]]
        sizes[clause] = max(size, 1)
    return count


@inlined_exact
def _fill_firsts(pieces: Longs, starts: Longs, traits: Traits, firsts: Longs, clause_starts: Longs) -> int:
    """Fill in where clauses begin, and those of each text; return the number of clauses.

    A mark that separates lets the next piece that begins a word begin a clause: there is no such piece in `1,000`.
    """
    count = 0
    clause_starts[0] = 0
    for text in range(starts.shape[0] - 1):
        firsts[count] = starts[text]
        count += 1
        words, separated = 0.0, False
        for place in range(starts[text], starts[text + 1]):
            kind, mark = traits.kinds[pieces[place]], traits.marks[pieces[place]]
            if mark == OPENS or (mark != SEPARATES and separated and kind != INSIDE):
                # A clause that is too short gives its beginning up; the first one goes on instead.
                if words >= SHORTEST or count - 1 > clause_starts[text]:
                    count += words >= SHORTEST
                    firsts[count - 1] = place
                    words = 0.0
                separated = False
            separated = mark == SEPARATES or (separated and (mark != WORD or kind == BARE))
            words += traits.words[pieces[place]]
        if words < SHORTEST and count - 1 > clause_starts[text]:
            count -= 1
        clause_starts[text + 1] = count
    firsts[count] = starts[starts.shape[0] - 1]
    return count
