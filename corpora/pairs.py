"""Parallel text on disk: `aa-bb.tsv.xz`, a line per pair, `collection<TAB>kind<TAB>aa text<TAB>bb text`.

`kind` is `text` (sentences) or `dict` (words and short terms). The two letters are ISO 639-1 codes.
"""

import lzma
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from align.errors import InputError

KINDS = ("text", "dict")
_NAME = re.compile(r"([a-z]{2,3})-([a-z]{2,3})\.tsv\.xz")


@dataclass(frozen=True, slots=True)
class PairFile:
    """One file of translation pairs and the two languages that its name declares."""

    path: Path
    source_language: str
    target_language: str


@dataclass(frozen=True, slots=True)
class Pair:
    """One translation pair: which collection it comes from, its kind and the two texts."""

    collection: str
    kind: str
    source: str
    target: str


def find_pair_files(folder: Path) -> list[PairFile]:
    """Return the pair files of `folder`, sorted by name.

    Raises:
        InputError: if the folder holds no file named `aa-bb.tsv.xz`.
    """
    named = [(path, _NAME.fullmatch(path.name)) for path in sorted(folder.glob("*.tsv.xz"))]
    files = [PairFile(path, name[1], name[2]) for path, name in named if name]
    if not files:
        raise InputError(f"expected files named like en-fr.tsv.xz in {folder}, found none")
    return files


def read_pairs(file: PairFile) -> Iterator[Pair]:
    """Yield the pairs of one file.

    Raises:
        InputError: on a line without four fields or with an unknown kind, with its line number.
    """
    with lzma.open(file.path, "rt", encoding="utf-8", newline="\n") as lines:
        for number, line in enumerate(lines, 1):
            fields = line.rstrip("\n").split("\t")
            if len(fields) != 4 or fields[1] not in KINDS:
                expected = "collection, text or dict, and two texts, separated by tabs"
                raise InputError(f"{file.path}:{number}: expected {expected}, found {line[:60]!r}")
            yield Pair(*fields)
