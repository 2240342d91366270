"""The vocabulary of an encoder: a SentencePiece model, read while the caller does something else.

SentencePiece builds its search tree anew from the model file at every start: a tenth of a second for 96,000 pieces, and
nothing of it can be kept. It lets other threads run meanwhile, so the documents are read at the same time.
"""

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import regex

from align.lattice.arrays import Bytes, Longs

INSIDE, BEGINS, BARE, _UNSEEN = range(4)  # kinds: inside a word, at its beginning, a space alone, not looked at yet
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")
_SPACE = "▁"  # SentencePiece's sign for a space
_MANY = 1000  # texts from which on they are cut by several threads; before, starting them takes longer


class PieceModel:
    """Cuts texts into pieces; the first call waits until the model is read.

    Whatever was wrong with the file is raised by the first call: OSError or RuntimeError.
    """

    def __init__(self, path: Path) -> None:
        """Begin to read the model file."""
        pool = ThreadPoolExecutor(max_workers=1)
        self._model: Future[Any] = pool.submit(_read, path)
        pool.shutdown(wait=False)
        self._kinds: Bytes | None = None

    def size(self) -> int:
        """Return the number of pieces."""
        return int(self._model.result().vocab_size())

    def cut(self, texts: Sequence[str]) -> list[list[int]]:
        """Return the numbers of the pieces of each text."""
        threads = -1 if len(texts) >= _MANY else 1
        cut: list[list[int]] = self._model.result().encode(list(texts), num_threads=threads)
        return cut

    def kinds(self, pieces: Longs) -> Bytes:
        """Return the kinds of all pieces of the vocabulary, int8 (v,), of which only those asked for are known."""
        if self._kinds is None:
            self._kinds = np.full(self.size(), _UNSEEN, dtype=np.int8)
        unseen = pieces[self._kinds[pieces] == _UNSEEN]
        if len(unseen):
            unseen = np.unique(unseen)
            names = self._model.result().id_to_piece(unseen.tolist())
            self._kinds[unseen] = [kind_of(name) for name in names]
        return self._kinds


def kind_of(piece: str) -> int:
    """Return whether a piece begins a word; in scripts without spaces every piece does.

    >>> [kind_of(piece) for piece in ("▁", "▁red", "dish", "赤")]
    [2, 1, 0, 1]
    """
    if piece == _SPACE:
        return BARE
    return BEGINS if piece.startswith(_SPACE) or _UNSPACED.match(piece) else INSIDE


def _read(path: Path) -> Any:
    """Return the model; the import takes its time, too."""
    from sentencepiece import SentencePieceProcessor

    return SentencePieceProcessor(model_file=str(path))
