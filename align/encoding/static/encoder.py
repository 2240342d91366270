"""The embedded encoder: a vocabulary of pieces and a table with one row a piece; a text is the sum of its rows.

No network runs, so tens of thousands of sentences a second are encoded on a laptop, and the vector of several
sentences is the sum of theirs. On disk:

    pieces.model        SentencePiece model; it also folds case, quotation marks and letter variants
    table.safetensors   rows int8 (v, d), scales float32 (v,): row k stands for rows[k] * scales[k]
    card.json           languages, data, licences, training command, accuracy, revision, checksums of the other two

A folder may come from anywhere, so each file is held against the card and against what the kernels can take.
"""

import hashlib
import json
import re
from array import array
from collections.abc import Sequence
from functools import cache
from itertools import accumulate, chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from align.encoding.static.pieces import BARE, PieceModel, Traits
from align.encoding.static.table import map_table
from align.errors import ModelError
from align.lattice.arrays import Floats, Longs

if TYPE_CHECKING:
    from align.encoding.static.clauses import Clauses
    from align.encoding.static.words import Words

EMBEDDED = Path(__file__).parent.parent / "embedded"
UNKNOWN = 0
FILES = ("table.safetensors", "pieces.model")
_TEXTS_AT_ONCE = 64
_FORMS_KEPT = 50_000  # words whose pieces are remembered
_LONGEST_WORD = 24  # characters of a text that is kept as a word; checks ask for the same words in all documents
_TEXTS_KEPT = 4_096  # texts whose pieces are remembered: checks and filters ask again for the aligner's sentences
_LONGEST_CARD = 2**20  # bytes; ours have three thousand
_NAME = re.compile(r"[\w.+-]{1,80}", re.ASCII)  # what signatures, reports and corpora repeat


class StaticEncoder:
    """An encoder in a folder; see the module for the files. It is `Additive`, has `WordVectors`, `ClauseVectors`."""

    additive: Literal[True] = True

    def __init__(self, folder: Path) -> None:
        """Read the card, map the table and begin to read the vocabulary.

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
        except (OSError, ValueError) as error:
            raise _refusal(folder, error) from error
        if folder != EMBEDDED:
            self.check_sums()
        self._languages = frozenset(self.card["languages"])
        self._weights = self._scales.copy()
        self._weights[UNKNOWN] = 0.0  # an unknown piece says nothing
        self._model = PieceModel(folder / "pieces.model")
        self._forms: dict[str, list[int]] = {}
        self._texts: dict[str, list[int]] = {}
        self._words: dict[str, list[int]] = {}

    def check_sums(self) -> None:
        """Compare the files with the checksums on the card, where there are any.

        Raises:
            ModelError: a file is not the one that the card was written for.
        """
        try:
            for name, told in self.card.get("files", {}).items():
                with (self.folder / name).open("rb") as file:
                    found = hashlib.file_digest(file, "sha256").hexdigest()
                if found != told:
                    raise ValueError(f"{name} with the checksum {found:.12}…, but {told:.12}… on the card")
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
        cut = self._cut(texts)
        out = np.empty((len(texts), self._rows.shape[1]), dtype=np.float32)
        for start in range(0, len(texts), _TEXTS_AT_ONCE):
            out[start : start + _TEXTS_AT_ONCE] = self._sum_rows(cut[start : start + _TEXTS_AT_ONCE])
        return out

    def encode_with_words(self, texts: Sequence[str]) -> tuple[Floats, "Words"]:
        """Return the vectors of the texts, float32 (n, d), and their words; the texts are cut once for both.

        Raises:
            ModelError: as `encode` does.
        """
        return self.encode_with_clauses(texts)[:2]

    def encode_with_clauses(self, texts: Sequence[str]) -> tuple[Floats, "Words", "Clauses"]:
        """Return the vectors of the texts, float32 (n, d), their words and their clauses; the texts are cut once.

        Raises:
            ModelError: as `encode` does.
        """
        from align.encoding.static.clauses import group_clauses
        from align.encoding.static.words import Table, group_words, sum_rows

        cut = self._cut(texts)
        starts = np.fromiter(accumulate(map(len, cut), initial=0), dtype=np.int64, count=len(cut) + 1)
        pieces = _joined(cut)
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

        cut = self._cut_forms(forms)
        lengths = np.fromiter(map(len, cut), dtype=np.int64, count=len(cut))
        pieces = np.fromiter(chain.from_iterable(cut), dtype=np.int64, count=int(lengths.sum()))
        bare = self._model.traits(pieces).kinds[pieces] == BARE
        owners = np.repeat(np.arange(len(cut)), lengths)[~bare]
        counts = np.bincount(owners, minlength=len(cut))
        ends = np.cumsum(counts)
        return sum_rows(Table(self._rows, self._weights), pieces[~bare], ends - counts, ends)

    def _cut_forms(self, forms: Sequence[str]) -> list[list[int]]:
        """Return the pieces of each word; most words come again and again, and are cut once."""
        known = self._forms
        fresh = [form for form in dict.fromkeys(forms) if form not in known]
        cut = dict(zip(fresh, self._cut_anew(fresh), strict=True))
        found = [known[form] if form in known else cut[form] for form in forms]
        if len(known) < _FORMS_KEPT:
            known.update(cut)
        return found

    def pieces(self, texts: Sequence[str]) -> list[list[str]]:
        """Return the pieces of each text as they stand in the vocabulary.

        Raises:
            ModelError: as `encode` does.
        """
        cut = self._cut(texts)
        return [self._model.names(pieces) for pieces in cut]

    def _cut(self, texts: Sequence[str]) -> list[list[int]]:
        """Return the pieces of each text; those of the last few documents, and of most words, are at hand."""
        if len(texts) > _TEXTS_KEPT:
            return self._cut_anew(texts)
        known, words = self._texts, self._words
        fresh = [text for text in dict.fromkeys(texts) if text not in words and text not in known]
        if len(known) + len(fresh) > _TEXTS_KEPT:
            # Another thread may go on with those that were there.
            known, fresh = {}, [text for text in dict.fromkeys(texts) if text not in words]
            self._texts = known
        for text, pieces in zip(fresh, self._cut_anew(fresh), strict=True):
            is_word = len(text) <= _LONGEST_WORD and text.isalpha() and len(words) < _FORMS_KEPT
            (words if is_word else known)[text] = pieces
        return [words[text] if text in words else known[text] for text in texts]

    def _cut_anew(self, texts: Sequence[str]) -> list[list[int]]:
        """Return the pieces of each text."""
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

    def _sum_rows(self, cut: list[list[int]]) -> Floats:
        """Return the sums of the rows of each text's pieces, as a product of counts and the rows that occur.

        That is ten times faster than adding row after row, and numpy's own.
        """
        lengths = [len(pieces) for pieces in cut]
        together = np.array([piece for pieces in cut for piece in pieces], dtype=np.int64)
        distinct, places = np.unique(together, return_inverse=True)
        cells = np.repeat(np.arange(len(cut)) * len(distinct), lengths) + places
        counts = np.bincount(cells, minlength=len(cut) * len(distinct)).reshape(len(cut), len(distinct))
        sums: Floats = (counts * self._weights[distinct]).astype(np.float32) @ self._rows[distinct].astype(np.float32)
        return sums


def _joined(cut: list[list[int]]) -> Longs:
    """Return the pieces of all texts, one after the other: int64 (p,); numpy takes twice the time for lists."""
    pieces = array("q")
    for text in cut:
        pieces.fromlist(text)
    return np.frombuffer(pieces, dtype=np.int64)


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
    if strange := set(card.get("files", {})) - set(FILES):
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
