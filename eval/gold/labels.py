"""Sets that mark what has no counterpart inside a pair of texts: a label per token, or spans of characters.

- *Token labels* (`*_rsd*.jsonl`): a difference from 0 (same) to 1 (only in this version) for every token of both texts;
  -1 is not judged (Vamvas and Sennrich 2023, arXiv:2305.13303). Tokens are what stands between white space.
- *Spans*: words that annotators found untranslated (`transread_sconf`), errors of omission and addition by professional
  raters (`wmt23_mqm`), edits of a revision (`arxivedits`).
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from align.bitext import Span
from align.errors import InputError
from eval.gold.sets import read_lines

NOT_JUDGED = -1.0
_FOLDER = "omission"
_LANGUAGE_PAIR = re.compile(r"_([a-z]{2})([a-z]{2})\.")
_SUBSET_LANGUAGE = re.compile(r"_([a-z]{2})$")
_TOKEN = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class TokenPair:
    """Two texts with a label for every token.

    Attributes:
        id: as in the file.
        subset: the part of the set it belongs to.
        source_language: a BCP 47 tag.
        target_language: the same.
        source: tokens with one space between them.
        target: the same.
        source_labels: one for each token, 0 to 1 or `NOT_JUDGED`.
        target_labels: the same.
    """

    id: str
    subset: str
    source_language: str
    target_language: str
    source: str
    target: str
    source_labels: tuple[float, ...]
    target_labels: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of characters that somebody marked, empty at the place where something is missing."""

    chars: Span
    rater: str
    kind: str


@dataclass(frozen=True, slots=True)
class SpanPair:
    """Two texts with the spans that have no counterpart in the other one."""

    id: str
    source_language: str
    target_language: str
    source: str
    target: str
    source_marks: tuple[Mark, ...]
    target_marks: tuple[Mark, ...]


def label_files(folder: Path) -> tuple[Path, ...]:
    """Return the files with token labels."""
    return tuple(path for path in _files(folder) if is_label_file(path))


def span_files(folder: Path) -> tuple[Path, ...]:
    """Return the files with spans."""
    return tuple(path for path in _files(folder) if not is_label_file(path))


def is_label_file(path: Path) -> bool:
    """Return whether a file has token labels by its name."""
    return "_rsd" in path.name


def read_labels(path: Path) -> tuple[TokenPair, ...]:
    """Return the pairs of a file with token labels.

    Raises:
        InputError: with file and line, for what is no such pair, labels that are not one per token (unless the whole
            side is not judged) and labels out of range.
    """
    named = _LANGUAGE_PAIR.search(path.name)
    pairs = []
    for place, row in _rows(path):
        try:
            subset, texts = str(row["subset"]), (str(row["text_a"]), str(row["text_b"]))
            labels = [_labels(place, row[f"labels_{side}"], text) for side, text in zip("ab", texts, strict=True)]
            other = _SUBSET_LANGUAGE.search(subset)
            languages = (named[1], named[2]) if named else ("en", other[1] if other else "en")
            pairs.append(TokenPair(str(row["id"]), subset, *languages, *texts, labels[0], labels[1]))
        except KeyError as error:
            raise InputError(f"{place}: expected a key {error}, found {', '.join(row)}") from None
    return tuple(pairs)


def read_spans(path: Path) -> tuple[SpanPair, ...]:
    """Return the pairs of a file with spans.

    Raises:
        InputError: with file and line, for what is no such pair and for a span that is not in its text.
    """
    pairs = []
    for place, row in _rows(path):
        try:
            pairs.append(_edit_pair(place, row) if "edits" in row else _rated_pair(place, row))
        except KeyError as error:
            raise InputError(f"{place}: expected a key {error}, found {', '.join(row)}") from None
        except (TypeError, ValueError, IndexError) as error:
            raise InputError(f"{place}: expected spans, found something else ({error})") from None
    return tuple(pairs)


def _files(folder: Path) -> list[Path]:
    """Return the files of both kinds."""
    return sorted((folder / _FOLDER).glob("*.jsonl"))


def _rows(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the objects of a JSONL file, each with its place."""
    for number, line in enumerate(read_lines(path), start=1):
        place = f"{path}:{number}"
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise InputError(f"{place}: expected a JSON object, found {line[:40]!r} ({error.msg})") from None
        if not isinstance(row, dict):
            raise InputError(f"{place}: expected a JSON object, found {line[:40]!r}")
        yield place, row


def _labels(place: str, labels: list[float], text: str) -> tuple[float, ...]:
    """Return the labels of a side; a side that nobody judged gets as many `NOT_JUDGED` as it has tokens."""
    count = len(text.split())
    if all(label == NOT_JUDGED for label in labels):
        return (NOT_JUDGED,) * count
    if len(labels) != count:
        raise InputError(f"{place}: expected {count} labels, one per token, found {len(labels)}")
    wrong = [label for label in labels if label != NOT_JUDGED and not 0.0 <= label <= 1.0]
    if wrong:
        raise InputError(f"{place}: expected labels from 0 to 1 or {NOT_JUDGED:g}, found {wrong[0]}")
    return tuple(float(label) for label in labels)


def _rated_pair(place: str, row: dict[str, Any]) -> SpanPair:
    """Return a pair whose spans are `[start, stop, rater, kind]` in characters."""
    source, target = str(row["source"]), str(row["target"])
    source_marks = tuple(_mark(place, source, *span) for span in row["omission_src_spans"])
    target_marks = tuple(_mark(place, target, *span) for span in row["addition_tgt_spans"])
    return SpanPair(
        str(row["id"]), str(row["src_lang"]), str(row["tgt_lang"]), source, target, source_marks, target_marks
    )


def _mark(place: str, text: str, start: int, stop: int, rater: str, kind: str) -> Mark:
    """Return a mark; raters may take in the place after the last character, which is then left off."""
    if not 0 <= start <= stop <= len(text) + 1:
        raise InputError(f"{place}: expected a span in {len(text)} characters, found {start} to {stop}")
    return Mark(Span(min(start, len(text)), min(stop, len(text))), rater, kind)


def _edit_pair(place: str, row: dict[str, Any]) -> SpanPair:
    """Return a pair whose edits are `[start, stop]` in tokens; a substitution marks both sides."""
    texts = str(row["sentence_1"]), str(row["sentence_2"])
    marks: tuple[list[Mark], list[Mark]] = ([], [])
    for edit in row["edits"]:
        for number, text in enumerate(texts):
            tokens = edit[f"sentence-{number + 1}-token-indices"]
            if tokens is None:
                continue
            places = [match.span() for match in _TOKEN.finditer(text)]
            if not 0 <= tokens[0] < tokens[1] <= len(places):
                raise InputError(f"{place}: expected a span in {len(places)} tokens, found {tokens}")
            chars = Span(places[tokens[0]][0], places[tokens[1] - 1][1])
            marks[number].append(Mark(chars, "", str(edit["type"])))
    return SpanPair(str(row["id"]), "en", "en", *texts, tuple(marks[0]), tuple(marks[1]))
