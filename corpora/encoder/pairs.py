"""Parallel text on disk: a file for each language pair, named by its two languages (ISO 639-1), a line per pair.

- `aa-bb.tsv`, one's own: two columns, `aa text<TAB>bb text`. A line with a few words on either side and no full stop is
  taken for a term.
- `aa-bb.tsv.xz`, or the same unpacked, of a collection: `collection<TAB>kind<TAB>aa text<TAB>bb text`; `kind` is `text`
  (sentences) or `dict` (words and short terms).

Or a corpus that `versalign corpus build` wrote: its part `train`, so that what is trained can be tested on the others.
"""

import lzma
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from align.cells import unguard
from align.errors import InputError
from align.language import primary_language
from corpora.rows import read_rows

KINDS = ("text", "dict")
TERM_WORDS, TERM_LETTERS = 4, 40  # a term has no more, on either side; Chinese and Japanese have no spaces
_NAME = re.compile(r"([a-z]{2,3})-([a-z]{2,3})\.tsv(?:\.xz)?")
_STOPS = tuple(".!?…。！？।؟")


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
    """Return the pair files of `folder`, sorted by name; of a corpus one for each two languages.

    Raises:
        InputError: if the folder holds no file named `aa-bb.tsv` or `aa-bb.tsv.xz`.
    """
    if (folder / "pairs.jsonl").is_file():
        return _corpus_files(folder)
    named = [(path, _NAME.fullmatch(path.name)) for path in sorted(folder.glob("*.tsv*"))]
    files = [PairFile(path, name[1], name[2]) for path, name in named if name]
    if folders := [file.path for file in files if file.path.is_dir()]:
        raise InputError(f"{folders[0]}: expected a file with pairs, found a folder; move it elsewhere")
    if not files:
        raise InputError(f"expected files named like en-fr.tsv or en-fr.tsv.xz in {folder}, found none")
    return files


def read_pairs(file: PairFile) -> Iterator[Pair]:
    """Yield the pairs of one file; empty lines are passed over.

    Raises:
        InputError: with file and line, on a line with other columns or an unknown kind, and on a file that is no UTF-8
            or is damaged.
    """
    if file.path.suffix == ".jsonl":
        yield from _corpus_pairs(file)
        return
    number = 0
    try:
        with _open(file.path) as lines:
            for number, line in enumerate(lines, 1):
                fields = line.rstrip("\r\n").split("\t")
                if any(fields):
                    yield _pair(file, number, fields)
    except OSError as error:
        raise InputError(f"{file.path}: expected a readable file, found: {error.strerror}; check the path") from None
    except (UnicodeDecodeError, lzma.LZMAError, EOFError) as error:
        raise InputError(f"{file.path}: expected UTF-8 text, found after line {number}: {error}") from None


def _corpus_files(folder: Path) -> list[PairFile]:
    """Return the training part of a corpus, once for each two languages in it."""
    path = folder / "splits" / "train.jsonl"
    path = path if path.is_file() else folder / "pairs.jsonl"
    languages = {
        (primary_language(row["source_language"]), primary_language(row["target_language"])) for row in read_rows(path)
    }
    if not languages:
        raise InputError(f"{path}: expected pairs to learn from, found none; build a corpus of more documents")
    return [PairFile(path, *pair) for pair in sorted(languages)]


def _corpus_pairs(file: PairFile) -> Iterator[Pair]:
    """Yield the pairs of a corpus in the two languages of the file."""
    wanted = file.source_language, file.target_language
    for row in read_rows(file.path):
        if (primary_language(row["source_language"]), primary_language(row["target_language"])) == wanted:
            texts = [row["source"], row["target"]]
            yield Pair("corpus", _kind(texts), *texts)


def _open(path: Path) -> TextIO:
    """Open a plain or a compressed file; spreadsheets put a mark at the beginning, which is no text."""
    if path.suffix == ".xz":
        return lzma.open(path, "rt", encoding="utf-8-sig", newline="\n")
    return path.open(encoding="utf-8-sig", newline="\n")


def _pair(file: PairFile, number: int, fields: list[str]) -> Pair:
    """Return the pair of a line; an apostrophe keeps spreadsheets from running a text, and is no part of it."""
    fields = list(map(unguard, fields))
    if len(fields) == 2 and all(field.strip() for field in fields):
        return Pair(file.path.name.split(".")[0], _kind(fields), *fields)
    if len(fields) == 4 and fields[1] in KINDS:
        return Pair(*fields)
    expected = "two texts, or collection, text or dict, and two texts, separated by tabs"
    found = "\t".join(fields)[:60]
    raise InputError(f"{file.path}:{number}: expected {expected}, found {found!r}")


def _kind(texts: list[str]) -> str:
    """Return whether a pair without a kind is of sentences or of terms."""
    short = all(len(text.split()) <= TERM_WORDS and len(text) <= TERM_LETTERS for text in texts)
    return "dict" if short and not any(text.rstrip().endswith(_STOPS) for text in texts) else "text"
