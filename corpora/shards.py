"""Shards: some pairs of documents each, the unit of work, of retry and of resume.

A shard is named by all that its rows depend on: the documents' names and bytes, their languages, and how they are read
and aligned. Where one ends depends on the names alone, so that a new document changes one shard. `KEY.jsonl` holds the
rows, `KEY.npy` their columns, `KEY.done` marks it complete and is written last; a shard without a mark is done anew.
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from align.aligners.default.aligner import NAME
from align.aligners.default.weights import revision
from align.documents import SEGMENTER
from align.encoding import load_encoder
from align.errors import InputError
from align.files import replacing, replacing_text
from corpora.filters import FILTERS
from corpora.pairing import DocumentPair
from corpora.recipe import Recipe
from corpora.trouble import Trouble
from corpora.work import Result, Task

FORMAT = 2  # of the rows of a shard; a new one makes all shards be done anew
_MOST, _ONE_IN = 48, 24  # pairs of a shard: at most, and about on average


@dataclass(frozen=True, slots=True)
class Mark:
    """What the completion mark of a shard tells: rows, SHA-256 of the files, fates of beads, troubles, signatures."""

    rows: int
    digests: list[str]
    fates: Counter[str]
    troubles: tuple[Trouble, ...]
    signatures: tuple[str, ...]


def plan_shards(pairs: Sequence[DocumentPair], recipe: Recipe) -> list[Task]:
    """Return the shards of pairs, in order.

    Args:
        pairs: sorted.
        recipe: how documents are read.
    """
    shards: list[list[DocumentPair]] = [[]]
    for pair in pairs:
        shards[-1].append(pair)
        # A cut that depends on the names alone, so that what comes before or after does not shift it.
        cut = _digest(pair.source.name, pair.target.name)
        if len(shards[-1]) >= _MOST or int(cut[:8], 16) % _ONE_IN == 0:
            shards.append([])
    return [_task(tuple(shard), recipe) for shard in shards if shard]


class Store:
    """The shards in a folder."""

    def __init__(self, folder: Path) -> None:
        """Take a folder, which need not exist."""
        self.folder = folder
        self._marks: dict[str, Mark] = {}

    def path(self, key: str) -> Path:
        """Return where the rows of a shard are."""
        return self.folder / f"{key}.jsonl"

    def columns(self, key: str) -> Path:
        """Return where the columns of a shard are."""
        return self.folder / f"{key}.npy"

    def mark(self, key: str) -> Mark | None:
        """Return the completion mark of a shard; None if it is not complete, or its file not the one of the mark."""
        if key not in self._marks:
            found = self._read_mark(key)
            if found is None:
                return None
            self._marks[key] = found
        return self._marks[key]

    def write(self, result: Result) -> None:
        """Write a shard, then its mark.

        Raises:
            InputError: the folder cannot be written to.
        """
        try:
            self._write(result)
        except OSError as error:
            raise InputError(f"{self.folder}: expected a folder to write to, found: {error.strerror}") from error

    def _write(self, result: Result) -> None:
        contents = b"".join(result.lines), result.columns
        for path, content in zip((self.path(result.key), self.columns(result.key)), contents, strict=True):
            with replacing(path) as file:
                file.write(content)
        mark = {
            "rows": len(result.lines),
            "sha256": [sha256(content).hexdigest() for content in contents],
            "fates": dict(sorted(result.fates.items())),
            "troubles": [[trouble.document, trouble.reason] for trouble in result.troubles],
            "signatures": sorted(result.signatures),
        }
        with replacing_text(self._mark_path(result.key)) as stream:
            json.dump(mark, stream)

    def tidy(self, keys: set[str]) -> None:
        """Remove what is no complete shard of these: older ones, and what a killed run left."""
        for path in self.folder.iterdir():
            if path.name.startswith(".") or path.name.split(".")[0] not in keys:
                path.unlink()

    def _mark_path(self, key: str) -> Path:
        return self.folder / f"{key}.done"

    def _read_mark(self, key: str) -> Mark | None:
        try:
            told: dict[str, Any] = json.loads(self._mark_path(key).read_text(encoding="utf-8"))
            digests = [sha256(path.read_bytes()).hexdigest() for path in (self.path(key), self.columns(key))]
            troubles = tuple(Trouble(*trouble) for trouble in told["troubles"])
            mark = Mark(told["rows"], digests, Counter(told["fates"]), troubles, tuple(told["signatures"]))
            return mark if digests == told["sha256"] else None
        except (OSError, ValueError, KeyError, TypeError):
            return None  # whatever was done to it, the shard is done anew


@cache
def signature() -> str:
    """Return all that rows depend on beside documents and recipe."""
    parts = f"aligner {NAME}, weights {revision()}, encoder {load_encoder().signature}, segmenter {SEGMENTER}"
    return f"versalign {version('versalign')}, {parts}, filters {_digest(*FILTERS)[:8]}, rows {FORMAT}"


def _task(pairs: tuple[DocumentPair, ...], recipe: Recipe) -> Task:
    parts = [signature(), str(recipe.segmented), str(recipe.keep_furniture)]
    for pair in pairs:
        parts += [pair.source.name, pair.target.name, pair.source_language, pair.target_language]
        parts += list(_contents(pair))
    return Task(_digest(*parts)[:24], pairs, recipe.segmented, recipe.keep_furniture)


def _contents(pair: DocumentPair) -> Iterator[str]:
    for path in (pair.source.path, pair.target.path):
        try:
            yield sha256(path.read_bytes()).hexdigest()
        except OSError as error:
            yield str(error.errno)


def _digest(*parts: str) -> str:
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
