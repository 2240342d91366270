"""The embedded encoder: a vocabulary of pieces and a table with one row a piece; a text is the sum of its rows.

No network runs, so tens of thousands of sentences a second are encoded on a laptop, and the vector of several
sentences is the sum of theirs. On disk:

    pieces.model        SentencePiece model; it also folds case, quotation marks and letter variants
    table.safetensors   rows int8 (v, d), scales float32 (v,): row k stands for rows[k] * scales[k]
    card.json           languages, data, licences, training command, accuracy, revision
"""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import sentencepiece
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.numpy import load_file

from align.errors import ModelError

EMBEDDED = Path(__file__).parent / "embedded"
UNKNOWN = 0
_TEXTS_AT_ONCE = 64


class StaticEncoder:
    """An encoder in a folder; see the module for the files."""

    def __init__(self, folder: Path) -> None:
        """Read the files.

        Raises:
            ModelError: if a file is missing or damaged, or table and vocabulary differ in size.
        """
        try:
            self.card: dict[str, Any] = json.loads((folder / "card.json").read_text(encoding="utf-8"))
            self._model = sentencepiece.SentencePieceProcessor(model_file=str(folder / "pieces.model"))
            table = load_file(folder / "table.safetensors")
            self._rows, self._scales = table["rows"], table["scales"]
        except (OSError, ValueError, KeyError, RuntimeError, SafetensorError) as error:
            wanted = "card.json, pieces.model and table.safetensors"
            raise ModelError(f"expected an encoder ({wanted}) in {folder}, found: {error}") from error
        if len(self._rows) != self._model.vocab_size():
            found = f"{len(self._rows)} rows for {self._model.vocab_size()} pieces"
            raise ModelError(f"expected one row a piece in {folder}, found {found}")

    @property
    def signature(self) -> str:
        """Return name and revision."""
        return f"{self.card['name']}-{self.card['revision']}"

    @property
    def languages(self) -> frozenset[str]:
        """Return the languages it was trained on."""
        return frozenset(self.card["languages"])

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one vector a text: float32 (n, d). The vector of a text without a known piece is zero."""
        cut = self._model.encode(list(texts))
        out = np.empty((len(texts), self._rows.shape[1]), dtype=np.float32)
        for start in range(0, len(texts), _TEXTS_AT_ONCE):
            out[start : start + _TEXTS_AT_ONCE] = self._sum_rows(cut[start : start + _TEXTS_AT_ONCE])
        return out

    def _sum_rows(self, cut: list[list[int]]) -> NDArray[np.float32]:
        """Return the sums of the rows of each text's pieces, as a product of counts and the rows that occur.

        That is ten times faster than adding row after row, and numpy's own.
        """
        lengths = [len(pieces) for pieces in cut]
        together = np.array([piece for pieces in cut for piece in pieces], dtype=np.int64)
        distinct, places = np.unique(together, return_inverse=True)
        cells = np.repeat(np.arange(len(cut)) * len(distinct), lengths) + places
        counts = np.bincount(cells, minlength=len(cut) * len(distinct)).reshape(len(cut), len(distinct))
        weights = np.where(distinct == UNKNOWN, np.float32(0.0), self._scales[distinct])
        sums: NDArray[np.float32] = (counts * weights).astype(np.float32) @ self._rows[distinct].astype(np.float32)
        return sums


@cache
def load_embedded() -> StaticEncoder:
    """Return the encoder that ships with the package."""
    return StaticEncoder(EMBEDDED)
