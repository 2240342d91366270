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
_PIECES_AT_ONCE = 1 << 15


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
        out = np.zeros((len(texts), self._rows.shape[1]), dtype=np.float32)
        pieces = [np.array(each, dtype=np.int32) for each in self._model.encode(list(texts))]
        pieces = [each[each != UNKNOWN] for each in pieces]
        start = 0
        while start < len(texts):
            stop, many = start, 0
            while stop < len(texts) and (stop == start or many + len(pieces[stop]) <= _PIECES_AT_ONCE):
                many += len(pieces[stop])
                stop += 1
            filled = [k for k in range(start, stop) if len(pieces[k])]
            if filled:
                together = np.concatenate([pieces[k] for k in filled])
                starts = np.cumsum([0] + [len(pieces[k]) for k in filled[:-1]])
                rows = self._rows[together].astype(np.float32) * self._scales[together, None]
                out[filled] = np.add.reduceat(rows, starts, axis=0)
            start = stop
        return out

    def unknown_share(self, texts: Sequence[str]) -> float:
        """Return the share of pieces that the vocabulary does not know, 0 to 1."""
        pieces = [piece for each in self._model.encode(list(texts)) for piece in each]
        return sum(piece == UNKNOWN for piece in pieces) / len(pieces) if pieces else 0.0


@cache
def load_embedded() -> StaticEncoder:
    """Return the encoder that ships with the package."""
    return StaticEncoder(EMBEDDED)
