"""The vocabulary of an encoder: a SentencePiece model, read while the caller does something else.

SentencePiece builds its search tree anew from the model file at every start: a tenth of a second for 96,000 pieces, and
nothing of it can be kept. It lets other threads run meanwhile, so the documents are read at the same time.
"""

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any


class PieceModel:
    """Cuts texts into pieces; the first call waits until the model is read.

    Whatever was wrong with the file is raised by the first call: OSError or RuntimeError.
    """

    def __init__(self, path: Path) -> None:
        """Begin to read the model file."""
        pool = ThreadPoolExecutor(max_workers=1)
        self._model: Future[Any] = pool.submit(_read, path)
        pool.shutdown(wait=False)

    def size(self) -> int:
        """Return the number of pieces."""
        return int(self._model.result().vocab_size())

    def cut(self, texts: Sequence[str]) -> list[list[int]]:
        """Return the numbers of the pieces of each text."""
        cut: list[list[int]] = self._model.result().encode(list(texts))
        return cut


def _read(path: Path) -> Any:
    """Return the model; the import takes its time, too."""
    from sentencepiece import SentencePieceProcessor

    return SentencePieceProcessor(model_file=str(path))
