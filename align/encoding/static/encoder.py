"""The embedded encoder: a vocabulary of pieces and a table with one row a piece; a text is the sum of its rows.

No network runs, so tens of thousands of sentences a second are encoded on a laptop, and the vector of several
sentences is the sum of theirs. On disk:

    pieces.model        SentencePiece model; it also folds case, quotation marks and letter variants
    table.safetensors   rows int8 (v, d), scales float32 (v,): row k stands for rows[k] * scales[k]
    pieces.safetensors  of the embedded one: the same pieces as a tree (`align.encoding.static.trie`)
    card.json           languages, data, licences, training command, accuracy, revision, checksums of the others

A folder may come from anywhere, so each file is held against the card and against what the kernels can take.
"""

import hashlib
import json
import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from align.encoding.static.pieces import BARE, PieceModel, Traits
from align.encoding.static.table import map_table
from align.encoding.static.trie import PieceTrie
from align.errors import ModelError
from align.lattice.arrays import Floats, Longs

if TYPE_CHECKING:
    from align.encoding.static.clauses import Clauses
    from align.encoding.static.words import Words

EMBEDDED = Path(__file__).parent.parent / "embedded"
TRIE = "pieces.safetensors"  # beside the embedded encoder: its pieces as they are cut without SentencePiece
UNKNOWN = 0
FILES = ("table.safetensors", "pieces.model")
_LONGEST_CARD = 2**20  # bytes; ours have three thousand
_NAME = re.compile(r"[\w.+-]{1,80}", re.ASCII)  # what signatures, reports and corpora repeat


class StaticEncoder:
    """An encoder in a folder; see the module for the files. It is `Additive`, has `WordVectors`, `ClauseVectors`."""

    additive: Literal[True] = True

    def __init__(self, folder: Path) -> None:
        """Read the card, map the table and map or begin to read the vocabulary.

        The checksums on the card are compared, but for the embedded encoder: that would take longer than everything
        else at each start, so `versalign doctor` does it.

        Raises:
            ModelError: if a file is missing, cut short or something else.
        """
        self.folder = folder
        self.weights: Path | None = None
        try:
            _check_files(folder)
            self.card = _read_card(folder)
            self._rows, self._scales = map_table(folder / "table.safetensors")
            _check_sizes(folder, self.card)
            self._model = PieceTrie(folder / TRIE) if folder == EMBEDDED else PieceModel(folder / "pieces.model")
        except (OSError, ValueError) as error:
            raise _refusal(folder, error) from error
        if folder != EMBEDDED:
            self.check_sums()
        self._languages = frozenset(self.card["languages"])
        self._weights = self._scales.copy()
        self._weights[UNKNOWN] = 0.0  # an unknown piece says nothing

    def check_sums(self) -> None:
        """Compare the files with the checksums on the card, where there are any.

        Raises:
            ModelError: a file is not the one that the card was written for.
        """
        try:
            # A copy of the embedded encoder may have the tree on its card, too; it is used there alone.
            used = {*FILES, TRIE} if self.folder == EMBEDDED else {*FILES}
            known = self.card.get("files", {})
            for name in sorted(known.keys() & used):
                with (self.folder / name).open("rb") as file:
                    found = hashlib.file_digest(file, "sha256").hexdigest()
                if found != known[name]:
                    raise ValueError(f"{name} with the checksum {found:.12}…, but {known[name]:.12}… on the card")
        except (OSError, ValueError) as error:
            raise _refusal(self.folder, error) from error

    @property
    def signature(self) -> str:
        """Return name and revision."""
        return f"{self.card['name']}-{self.card['revision']}"

    @property
    def languages(self) -> frozenset[str]:
        """Return the languages it was trained on."""
        return self._languages

    def rows(self) -> Floats:
        """Return a copy of the table, float32 (v, d): what to go on from when it is trained further."""
        rows: Floats = self._rows * self._scales[:, None]
        return rows

    def encode(self, texts: Sequence[str]) -> Floats:
        """Return one vector a text: float32 (n, d). The vector of a text without a known piece is zero.

        Raises:
            ModelError: if the vocabulary is damaged, or not the one of the table.
        """
        from align.encoding.static.words import Table, sum_rows

        pieces, starts = self._cut(texts)
        return sum_rows(Table(self._rows, self._weights), pieces, starts[:-1], starts[1:])

    def encode_with_words(self, texts: Sequence[str]) -> tuple[Floats, "Words"]:
        """Return the vectors of the texts, float32 (n, d), and their words; the texts are cut once for both.

        Raises:
            ModelError: as `encode` does.
        """
        from align.encoding.static.words import Table, group_words, sum_rows

        pieces, starts = self._cut(texts)
        table = Table(self._rows, self._weights)
        words = group_words(pieces, starts, self._traits(pieces).kinds, table)
        return sum_rows(table, pieces, starts[:-1], starts[1:]), words

    def encode_with_clauses(self, texts: Sequence[str]) -> tuple[Floats, "Words", "Clauses"]:
        """Return the vectors of the texts, float32 (n, d), their words and their clauses; the texts are cut once.

        Raises:
            ModelError: as `encode` does.
        """
        from align.encoding.static.clauses import group_clauses
        from align.encoding.static.words import Table, group_words, sum_rows

        pieces, starts = self._cut(texts)
        table, traits = Table(self._rows, self._weights), self._traits(pieces)
        # First what reads many rows at a time, as most of them come from far.
        sums = sum_rows(table, pieces, starts[:-1], starts[1:])
        return sums, group_words(pieces, starts, traits.kinds, table), group_clauses(pieces, starts, traits, table)

    def encode_forms(self, forms: Sequence[str]) -> Floats:
        """Return one vector a word, float32 (n, d), without the space that the vocabulary puts before each.

        Raises:
            ModelError: as `encode` does.
        """
        from align.encoding.static.words import Table, sum_rows

        pieces, starts = self._cut(forms)
        bare = self._traits(pieces).kinds[pieces] == BARE
        kept = np.zeros(len(pieces) + 1, dtype=np.int64)
        np.cumsum(~bare, out=kept[1:])
        starts = kept[starts]
        return sum_rows(Table(self._rows, self._weights), pieces[~bare], starts[:-1], starts[1:])

    def pieces(self, texts: Sequence[str]) -> list[list[str]]:
        """Return the pieces of each text as they stand in the vocabulary.

        Raises:
            ModelError: as `encode` does.
        """
        pieces, starts = self._cut(texts)
        names = self._model.names(pieces.tolist())
        return [names[first:end] for first, end in pairwise(starts.tolist())]

    def _cut(self, texts: Sequence[str]) -> tuple[Longs, Longs]:
        """Return the pieces, text after text, int64 (p,), and where each text starts, int64 (n + 1,)."""
        try:
            size = self._model.size()
            if size != len(self._rows):
                raise ValueError(f"{len(self._rows)} rows for {size} pieces")
            return self._model.cut(texts)
        except (OSError, RuntimeError, ValueError) as error:
            raise _refusal(self.folder, error) from error

    def _traits(self, pieces: Longs) -> Traits:
        """Return the traits of pieces."""
        try:
            return self._model.traits(pieces)
        except ValueError as error:  # a piece that is no UTF-8
            raise _refusal(self.folder, error) from error


@cache
def load_embedded() -> StaticEncoder:
    """Return the encoder that ships with the package."""
    return StaticEncoder(EMBEDDED)


def _check_files(folder: Path) -> None:
    """Refuse what is there but no file: a pipe would be read forever."""
    for name in ("card.json", *FILES):
        if (folder / name).exists() and not (folder / name).is_file():
            raise ValueError(f"{name} that is no file")


def _read_card(folder: Path) -> dict[str, Any]:
    """Return the card; what the encoder needs of it is there."""
    path = folder / "card.json"
    if path.stat().st_size > _LONGEST_CARD:
        raise ValueError(f"{path.stat().st_size} bytes in card.json, not {_LONGEST_CARD} at most")
    try:
        card = json.loads(path.read_text(encoding="utf-8"))
    except RecursionError:
        raise ValueError("values nested too deeply in card.json") from None
    wanted = {"name": str, "revision": str, "languages": list, "bytes": int}
    for key, kind in wanted.items():
        if not isinstance(card, dict) or not isinstance(card.get(key), kind):
            raise ValueError(f"no {key} in card.json")
    if not 0 <= card["bytes"] < 2**63:
        raise ValueError("bytes in card.json that are no size of a file")
    _check_card(card)
    return {**card, "data": card.get("data", {})}


def _check_card(card: dict[str, Any]) -> None:
    """Refuse what signatures, reports and other cards would repeat, and checksums of other files."""
    for word in (card["name"], card["revision"], *card["languages"]):
        if not isinstance(word, str) or not _NAME.fullmatch(word):
            raise ValueError(f"{word!r:.40} as name, revision or language in card.json")
    for key in ("files", "data"):
        told = card.get(key, {})
        if not isinstance(told, dict) or not all(isinstance(value, str) for value in told.values()):
            raise ValueError(f"{key} in card.json that are no names with a text each")
    if strange := set(card.get("files", {})) - {*FILES, TRIE}:
        raise ValueError(f"the checksum of {min(strange)!r:.40} in card.json")


def _check_sizes(folder: Path, card: dict[str, Any]) -> None:
    """Refuse files of another size than the card tells: the card goes with another table, or a copy broke off."""
    size = sum((folder / name).stat().st_size for name in FILES)
    if size != card["bytes"]:
        raise ValueError(f"{size} bytes in {' and '.join(FILES)}, but {card['bytes']} on the card")


def _refusal(folder: Path, error: Exception) -> ModelError:
    """Return what to tell about a folder that is no encoder."""
    wanted = "card.json, pieces.model and table.safetensors, as `versalign corpus train` writes them"
    return ModelError(f"expected an encoder ({wanted}) in {folder}, found: {error}; copy or train it again")
