"""The rows of a corpus: one JSON object a line, in UTF-8, its fields always in one order."""

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from align.errors import InputError
from align.sanitize import escape_json

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


def to_line(record: Row) -> str:
    """Return one line of JSON with its end; hidden characters, lone surrogates among them, are escaped.

    Args:
        record: what JSON can hold.
    """
    return escape_json(json.dumps(record, ensure_ascii=False)) + "\n"


def read_rows(path: Path) -> Iterator[Row]:
    """Yield the objects of a file, a line each.

    Raises:
        InputError: the file cannot be read, or a line is no object.
    """
    number = 0
    try:
        with path.open(encoding="utf-8-sig", newline="\n") as lines:
            for line in lines:
                number += 1
                if line.strip():
                    row = json.loads(line)
                    if not isinstance(row, dict):
                        raise ValueError("no object")
                    yield row
    except OSError as error:
        raise InputError(f"{path}: expected a file with rows, found: {error.strerror}; check the path") from None
    except ValueError as error:
        raise InputError(f"{path}:{number or 1}: expected one JSON object a line, found: {error}") from None


def row_id(parts: Iterable[str]) -> str:
    """Return 16 hexadecimal digits made from what identifies a pair: documents, texts, and which of the same it is."""
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
