"""The rows of a corpus: one JSON object a line, in UTF-8, its fields always in one order."""

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from align.errors import InputError

FIELDS = (
    "id",
    "source",
    "target",
    "source_document",
    "target_document",
    "source_language",
    "target_language",
    "probability",
    "fate",
    "label",
    "scores",
)
Row = dict[str, Any]
_LARGEST = 1e12  # score


def to_line(record: Row) -> str:
    """Return one line of JSON with its end; what has no UTF-8, a lone surrogate, is escaped.

    Args:
        record: what JSON can hold.
    """
    line = json.dumps(record, ensure_ascii=False)
    try:
        line.encode()
    except UnicodeEncodeError:
        line = json.dumps(record)
    return line + "\n"


def read_rows(path: Path) -> Iterator[Row]:
    """Yield the objects of a file, a line each; each has all fields.

    Raises:
        InputError: the file cannot be read, or a line is no row.
    """
    number = 0
    try:
        with path.open(encoding="utf-8-sig", newline="\n") as lines:
            for line in lines:
                number += 1
                if line.strip():
                    row = json.loads(line)
                    _check(row)
                    yield row
    except OSError as error:
        raise InputError(f"{path}: expected a file with rows, found: {error.strerror}; check the path") from None
    except (ValueError, RecursionError) as error:
        raise InputError(f"{path}:{number or 1}: expected one JSON object a line, found: {error}") from None


def _check(row: Any) -> None:
    """Refuse what is no row of a corpus.

    Raises:
        ValueError: it is none; the message says why.
    """
    if not isinstance(row, dict):
        raise ValueError("no object")
    for name in FIELDS:
        value = row.get(name)
        if name == "scores":
            sound = isinstance(value, dict) and all(map(_is_figure, value.values()))
        elif name == "probability":
            sound = value is not None and _is_figure(value) and 0.0 <= value <= 1.0
        else:
            sound = isinstance(value, str)
        if not sound:
            raise ValueError(f"{value!r:.40} as {name}")


def _is_figure(value: Any) -> bool:
    return isinstance(value, (int, float)) and abs(value) <= _LARGEST  # false of what is no number


def row_id(parts: Iterable[str]) -> str:
    """Return 16 hexadecimal digits made from what identifies a pair: documents, texts, and which of the same it is."""
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
