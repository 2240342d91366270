"""The pieces of the embedded encoder as a tree that is mapped into memory, and a kernel that cuts texts by it.

SentencePiece builds its tree anew from the model at every start, .15 s, and cuts one text after the other. Here all
texts of a call are cut by one kernel, into the same pieces: it adds the same scores in the same order and precision.

No piece has a space but at its beginning, or signs of two kinds (letters of one script, digits, punctuation), so that
every path has a boundary where they meet. What lies between two boundaries is looked up as a whole first: for most of
what is a piece as a whole all other paths are far worse, which is known beforehand (`SURE`).

`python -m eval.trie` makes the file from the model: safetensors, with the fields of `Trie` and of `Traits`, and the
characters of signs. Nothing in it is checked, as it comes with the package.
"""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from align.encoding.static.pieces import Traits
from align.encoding.static.table import map_tensors
from align.lattice.arrays import Floats, Longs, UInts, ULongs
from align.lattice.kernel import exact, inlined

UShorts = NDArray[np.uint16]
_UNKNOWN_NAME = "<unk>"

SPACE, SEVERAL = 0xFFFF, 0x8000  # what a code point is folded to, where that is not one sign
UNKNOWN, BLANK = 0, 1  # signs: one that no piece has, and what stands for a space
# A node of the tree: where its children are, to which their sign is added, then its own sign, its piece (0 for none),
# and whether that is better by far than all other paths through its signs.
CHILDREN, SIGN, PIECE, SURE = (np.uint64(bit) for bit in (0, 20, 33, 50))
NOBODY = 0x1FFF  # the sign of a place that is free
_PAGE, _ON_PAGE = np.uint64(8), np.uint64(0xFF)  # bits of a code point's place on its page
_CHILDREN, _SIGN, _PIECE = (np.uint64((1 << bits) - 1) for bits in (20, 13, 17))
_FAR = np.float32(-4096.0)  # down to this sum of scores what is sure is: rounding grows with the sum
_MOST_SIGNS = 18  # that one code point is folded to


class Trie(NamedTuple):
    """The tree of pieces, and what texts are folded to.

    Attributes:
        pages: uint16 (4,352,), the page of each 256 code points.
        folded: uint16 (p * 256,), page after page the sign of each code point, `SPACE`, or `SEVERAL` and a number.
        starts: uint16 (k + 1,), where the signs of each such number start.
        several: uint16 (m,), these signs.
        kinds: uint16 (s,), the kind of each sign; no piece has signs of two kinds but for `BLANK` at its beginning.
        nodes: uint64 (n,), a double array; the root is the first one.
        scores: float32 (v,), of the pieces; the first one, the unknown piece, has that of an unknown sign.
    """

    pages: UShorts
    folded: UShorts
    starts: UShorts
    several: UShorts
    kinds: UShorts
    nodes: ULongs
    scores: Floats


class Room(NamedTuple):
    """Where the kernel works: for each sign of one text, and for each end of a piece.

    Attributes:
        signs: uint16 (r,).
        best: float32 (r,), the score of the best path to a place.
        origins: int32 (r,), where its last piece begins.
        pieces: int32 (r,), that piece.
    """

    signs: UShorts
    best: Floats
    origins: NDArray[np.int32]
    pieces: NDArray[np.int32]


class PieceTrie:
    """Cuts texts into pieces."""

    def __init__(self, path: Path) -> None:
        """Map the file.

        Raises:
            OSError: it cannot be read.
            ValueError: it holds something else.
        """
        self._trie = Trie(*map_tensors(path, *Trie._fields))
        kinds, *traits = map_tensors(path, *(f"piece_{name}" for name in Traits._fields))
        self._traits = Traits(kinds.copy(), *traits)  # kernels are compiled for what can be written to
        (self._characters,) = map_tensors(path, "characters")

    def size(self) -> int:
        """Return the number of pieces."""
        return len(self._trie.scores)

    def cut(self, texts: Sequence[str]) -> tuple[Longs, Longs]:
        """Return the numbers of the pieces, text after text, int64 (p,), and where each text starts, int64 (n + 1,).

        Half a character (a lone surrogate) is an unknown sign.
        """
        lengths = [len(text) for text in texts]
        starts = np.zeros(len(texts) + 1, dtype=np.int64)
        np.cumsum(lengths, out=starts[1:])
        codes = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
        longest = max(lengths, default=0)
        for most in (2, _MOST_SIGNS):
            room = most * longest + _MOST_SIGNS + 2
            places = Room(
                np.empty(room, dtype=np.uint16),
                np.empty(room, dtype=np.float32),
                np.empty(room, dtype=np.int32),
                np.empty(room, dtype=np.int32),
            )
            pieces = np.empty(most * len(codes) + 2 * len(texts), dtype=np.int64)
            piece_starts = np.zeros(len(texts) + 1, dtype=np.int64)
            if _fill_pieces(self._trie, codes, starts, places, pieces, piece_starts):
                break
        return pieces[: piece_starts[-1]], piece_starts

    def names(self, pieces: Sequence[int]) -> list[str]:
        """Return pieces as they stand in the vocabulary."""
        return [self._name(piece) for piece in pieces]

    def _name(self, piece: int) -> str:
        """Return a piece as it stands in the vocabulary, its signs read from its node up to the root."""
        node, name = self._ways.ends[piece], ""
        while node:
            sign = self._ways.signs[node]
            node, name = self._ways.parents[node - sign], chr(self._characters[sign]) + name
        return name or _UNKNOWN_NAME

    @cached_property
    def _ways(self) -> "_Ways":
        """Return the tree upwards."""
        nodes = self._trie.nodes
        signs = ((nodes >> SIGN) & _SIGN).astype(np.int64)
        taken = np.flatnonzero(signs != NOBODY)
        parents, ends = np.zeros(len(nodes), dtype=np.int64), np.zeros(self.size(), dtype=np.int64)
        parents[(nodes[taken] & _CHILDREN).astype(np.int64)] = taken
        ends[((nodes[taken] >> PIECE) & _PIECE).astype(np.int64)] = taken
        ends[0] = 0
        return _Ways(signs, parents, ends)

    def traits(self, pieces: Longs) -> Traits:
        """Return the traits of all pieces of the vocabulary."""
        return self._traits


class _Ways(NamedTuple):
    """The tree from its ends up.

    Attributes:
        signs: int64 (n,), of each node.
        parents: int64 (n,), whose children are at a place.
        ends: int64 (v,), the node of each piece, 0 for the unknown one.
    """

    signs: Longs
    parents: Longs
    ends: Longs


@exact
def _fill_pieces(trie: Trie, codes: UInts, starts: Longs, room: Room, pieces: Longs, piece_starts: Longs) -> bool:
    """Fill in what `PieceTrie.cut` returns; return whether there was room for all signs.

    As with SentencePiece, the first of paths that are equal when rounded stays. So the search is not in an inlined
    kernel, whose sums may be reordered.
    """
    signs, best, origins, ends = room
    count = 0
    for text in range(starts.shape[0] - 1):
        length = _fold(trie, codes, starts[text], starts[text + 1], signs)
        if length < 0 or count + length > pieces.shape[0]:
            return False
        total, first = np.float32(0.0), 0
        while first < length:
            end = _end_of_run(trie.kinds, signs, first, length)
            node = _descend(trie.nodes, signs, first, end)
            if node >> SURE and total > _FAR:
                piece = (node >> PIECE) & _PIECE
                pieces[count], total = piece, total + trie.scores[piece]
                count, first = count + 1, end
                continue
            _begin(trie, room, first, end, total)
            for start in range(first, end):
                here, node = best[start], trie.nodes[0]
                for place in range(start, end):
                    node = trie.nodes[(node & _CHILDREN) + np.uint64(signs[place])]
                    if (node >> SIGN) & _SIGN != signs[place]:
                        break
                    piece = (node >> PIECE) & _PIECE
                    if piece:
                        score = here + trie.scores[piece]
                        if origins[place + 1] < 0 or score > best[place + 1]:
                            best[place + 1], origins[place + 1], ends[place + 1] = score, start, piece
            total = best[end]
            count = _trace(room, first, end, pieces, count, piece_starts[text])
            first = end
        piece_starts[text + 1] = count
    return True


@inlined
def _fold(trie: Trie, codes: UInts, first: int, end: int, signs: UShorts) -> int:
    """Fill in the signs of a text, as SentencePiece normalises it; return how many, -1 where there is no room for all.

    One blank stands before it, none behind it, and one for all spaces in a row.
    """
    signs[0], count, spaced = BLANK, 1, True
    for place in range(first, end):
        code = np.uint64(codes[place])
        sign = trie.folded[(np.uint64(trie.pages[code >> _PAGE]) << _PAGE) + (code & _ON_PAGE)]
        if sign == SPACE:
            if not spaced:
                signs[count], count, spaced = BLANK, count + 1, True
        elif sign < SEVERAL:
            signs[count], count, spaced = sign, count + 1, False
        else:
            for k in range(trie.starts[sign - SEVERAL], trie.starts[sign - SEVERAL + 1]):
                if trie.several[k] != SPACE:
                    signs[count], count, spaced = trie.several[k], count + 1, False
                elif not spaced:
                    signs[count], count, spaced = BLANK, count + 1, True
        if count + _MOST_SIGNS > signs.shape[0]:
            return -1
    while count and signs[count - 1] == BLANK:
        count -= 1
    return count


@inlined
def _end_of_run(kinds: UShorts, signs: UShorts, first: int, length: int) -> int:
    """Return where the next boundary is that all paths share; the blank that a run begins with belongs to it."""
    end = first + 1
    if signs[first] == BLANK:
        if end == length or signs[end] == BLANK or signs[end] == UNKNOWN:
            return end
        end += 1
    kind = kinds[signs[end - 1]]
    while end < length and kinds[signs[end]] == kind and signs[end] != BLANK and kind:
        end += 1
    return end


@inlined
def _descend(nodes: ULongs, signs: UShorts, first: int, end: int) -> Any:
    """Return the node of a whole run, the root where there is none."""
    node = nodes[0]
    for place in range(first, end):
        node = nodes[(node & _CHILDREN) + np.uint64(signs[place])]
        if (node >> SIGN) & _SIGN != signs[place]:
            return nodes[0]
    return node


@inlined
def _begin(trie: Trie, room: Room, first: int, end: int, total: np.float32) -> None:
    """Fill in the score with which a run begins, and that no path leads on; an unknown sign is a run and a piece."""
    for place in range(first + 1, end + 1):
        room.origins[place] = -1
    room.best[first] = total
    if room.signs[first] == UNKNOWN:
        room.best[end], room.origins[end], room.pieces[end] = total + trie.scores[0], first, 0


@inlined
def _trace(room: Room, first: int, end: int, pieces: Longs, count: int, start: int) -> int:
    """Put the pieces of the best path through a run behind those of its text; return how many there are then.

    Unknown pieces in a row are one.
    """
    place, steps = end, 0
    while place > first:
        place, steps = room.origins[place], steps + 1
    place, k = end, count + steps
    while place > first:
        k -= 1
        pieces[k], place = room.pieces[place], room.origins[place]
    if pieces[count] == 0 and count > start and pieces[count - 1] == 0:
        return count
    return count + steps
