"""The vocabulary of an encoder of one's own: a SentencePiece model, read while the caller does something else.

SentencePiece builds its search tree anew from the model file at every start: a tenth of a second for 96,000 pieces, and
nothing of it can be kept. It lets other threads run meanwhile, so the documents are read at the same time. The embedded
encoder does without (`align.encoding.static.trie`).
"""

import re
from array import array
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import regex

from align.lattice.arrays import Bytes, Floats, Longs, UBytes

INSIDE, BEGINS, BARE, _UNSEEN = range(4)  # kinds: inside a word, at its beginning, a space alone, not looked at yet
# Marks: none but (part of) a word, one after which a clause may begin, one with which it may, and any other.
WORD, SEPARATES, OPENS, OTHER = range(4)
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")
_HAN = regex.compile(r"\p{Han}")
_HALF = re.compile("[\ud800-\udfff]")
_SPACE = "▁"  # SentencePiece's sign for a space
_CLOSING, _DASHES = frozenset(",;:.!?…،؛؟、。，；：！？।»”」』》"), frozenset("-–—―─")
_QUOTES = frozenset('"“”„‟«»「」『』《》')
_HYPHENS = frozenset("-–")  # within a word, or between numbers
_MARKS = _CLOSING | _DASHES | _QUOTES | frozenset("'‘’()[]")
_HAN_PER_WORD, _UNSPACED_PER_WORD = 1.6, 3.0  # characters that say as much as a word elsewhere
_MANY = 1000  # texts from which on they are cut by several threads; before, starting them takes longer


class Traits(NamedTuple):
    """What is known of each piece of the vocabulary, of which only those that were asked for are known.

    Attributes:
        kinds: int8 (v,), see `kind_of`.
        marks: int8 (v,), see `mark_of`.
        words: float32 (v,), how many words it begins or is, see `words_of`.
        sizes: uint8 (v,), UTF-8 bytes, 255 at most.
    """

    kinds: Bytes
    marks: Bytes
    words: Floats
    sizes: UBytes


class PieceModel:
    """Cuts texts into pieces; the first call waits until the model is read.

    Whatever was wrong with the file is raised by the first call: OSError or RuntimeError.
    """

    def __init__(self, path: Path) -> None:
        """Begin to read the model file."""
        pool = ThreadPoolExecutor(max_workers=1)
        self._model: Future[Any] = pool.submit(_read, path)
        pool.shutdown(wait=False)
        self._traits: Traits | None = None

    def size(self) -> int:
        """Return the number of pieces."""
        return int(self._model.result().vocab_size())

    def cut(self, texts: Sequence[str]) -> tuple[Longs, Longs]:
        """Return the numbers of the pieces, text after text, int64 (p,), and where each text starts, int64 (n + 1,).

        Half a character (a lone surrogate) is an unknown one.
        """
        try:
            return self._cut(texts)
        except (TypeError, UnicodeEncodeError, RuntimeError):
            # Not looked for beforehand: hardly any text has one, and every text would have to be searched.
            if not any(map(_HALF.search, texts)):
                raise
            return self._cut([_HALF.sub("\ufffd", text) for text in texts])

    def _cut(self, texts: Sequence[str]) -> tuple[Longs, Longs]:
        """Cut one text after the other, or many at once: for a list SentencePiece starts a thread, even if for one."""
        encode: Callable[..., Any] = self._model.result().encode
        cut: list[list[int]] = encode(list(texts)) if len(texts) >= _MANY else [encode(text) for text in texts]
        pieces = array("q")
        for each in cut:
            pieces.fromlist(each)  # numpy takes twice the time for lists
        return np.frombuffer(pieces, dtype=np.int64), np.cumsum([0, *map(len, cut)], dtype=np.int64)

    def names(self, pieces: list[int]) -> list[str]:
        """Return pieces as they stand in the vocabulary."""
        names: list[str] = self._model.result().id_to_piece(pieces)
        return names

    def traits(self, pieces: Longs) -> Traits:
        """Return the traits of all pieces of the vocabulary, of which only those asked for are known."""
        if self._traits is None:
            kinds, marks = np.full((2, self.size()), _UNSEEN, dtype=np.int8)
            words, sizes = np.zeros(len(kinds), dtype=np.float32), np.zeros(len(kinds), dtype=np.uint8)
            self._traits = Traits(kinds, marks, words, sizes)
        traits = self._traits
        unseen = pieces[traits.kinds[pieces] == _UNSEEN]
        if len(unseen):
            unseen = np.unique(unseen)
            names = self._model.result().id_to_piece(unseen.tolist())
            traits.kinds[unseen] = [kind_of(name) for name in names]
            traits.marks[unseen] = [mark_of(name) for name in names]
            traits.words[unseen] = [words_of(name) for name in names]
            traits.sizes[unseen] = [size_of(name) for name in names]
        return traits


def kind_of(piece: str) -> int:
    """Return whether a piece begins a word; in scripts without spaces every piece does.

    >>> [kind_of(piece) for piece in ("▁", "▁red", "dish", "赤")]
    [2, 1, 0, 1]
    """
    if piece == _SPACE:
        return BARE
    return BEGINS if piece.startswith(_SPACE) or _UNSPACED.match(piece) else INSIDE


def mark_of(piece: str) -> int:
    """Return whether a clause may begin after a piece, or with it; a dash within a word is no mark.

    >>> [mark_of(piece) for piece in (",", '?"', '▁"', "▁-", "-", "▁red", "▁")]
    [1, 1, 2, 2, 3, 0, 0]
    """
    marks = piece.removeprefix(_SPACE)
    if not marks or not _MARKS.issuperset(marks):
        return WORD
    if not _CLOSING.isdisjoint(marks):
        return SEPARATES
    if marks in _HYPHENS and marks == piece:
        return OTHER
    if (_QUOTES | _DASHES).isdisjoint(marks):
        return OTHER
    return OPENS if piece.startswith(_SPACE) else SEPARATES


def words_of(piece: str) -> float:
    """Return how many words a piece begins or is, by the characters of scripts without spaces.

    >>> [words_of(piece) for piece in ("▁red", "dish", "赤道帯赤", "▁", "▁-")]
    [1.0, 0.0, 2.5, 1.0, 0.0]
    """
    if unspaced := len(_UNSPACED.findall(piece)):
        han = len(_HAN.findall(piece))
        return han / _HAN_PER_WORD + (unspaced - han) / _UNSPACED_PER_WORD
    return float(piece == _SPACE or (piece.startswith(_SPACE) and any(map(str.isalnum, piece))))


def size_of(piece: str) -> int:
    """Return the UTF-8 bytes of what a piece stands for, 255 at most.

    >>> size_of("▁é")
    3
    """
    return min(len(piece.replace(_SPACE, " ").encode()), 255)


def _read(path: Path) -> Any:
    """Return the model; the import takes its time, too."""
    from sentencepiece import SentencePieceProcessor

    return SentencePieceProcessor(model_file=str(path))
