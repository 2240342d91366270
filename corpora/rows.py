"""The rows of a corpus: one JSON object a line, in UTF-8, its fields always in one order."""

import json
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import orjson

from align.errors import InputError
from align.sanitize import escape_json, has_hidden

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
_ASCII = bytes(range(128))


def to_line(record: Row) -> bytes:
    """Return one line of JSON with its end, in UTF-8; hidden characters, lone surrogates among them, are escaped.

    Args:
        record: what JSON can hold.
    """
    try:
        line = orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE)
    except TypeError:  # a lone surrogate, which UTF-8 cannot have
        return escape_json(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
    # What JSON leaves as it is of ASCII is visible but for one; the rest is little text, and sooner looked through.
    if b"\x7f" not in line and not has_hidden(line.translate(None, _ASCII).decode()):
        return line
    text = line.decode()
    escaped = escape_json(text)
    return line if escaped == text else escaped.encode()


def read_rows(path: Path) -> Iterator[Row]:
    """Yield the objects of a file, a line each; each has all fields.

    Raises:
        InputError: the file cannot be read, or a line is no row.
    """
    number = 0
    try:
        with path.open("rb") as lines:
            for line in lines:
                number += 1
                line = line if number > 1 else line.removeprefix(BOM_UTF8)
                if line.strip():
                    row = _from_line(line)
                    _check(row)
                    yield row
    except OSError as error:
        raise InputError(f"{path}: expected a file with rows, found: {error.strerror}; check the path") from None
    except (ValueError, RecursionError) as error:
        raise InputError(f"{path}:{number or 1}: expected one JSON object a line, found: {error}") from None


def judge_line(line: bytes, labels: Iterable[str], boilerplate: float, reasons: list[str]) -> bytes:
    """Return the line of a row with what is known of it when all rows are known, as `to_line` would give it.

    Nothing else is read of it, which takes a third of the time.

    Args:
        line: as `to_line` gave it, the scores last.
        labels: beside its own.
        boilerplate: one more score.
        reasons: to reject it, if any.
    """
    start, scores = line.rsplit(_SCORES, 1)
    told = b',"reasons":' + orjson.dumps(reasons) if reasons else b""
    more = "".join(f",{label}" for label in labels).encode()
    return b"".join(
        [start, more, _SCORES, scores[: -len(_END)], b',"boilerplate":', orjson.dumps(boilerplate), b"}", told, b"}\n"]
    )


_SCORES, _END = b'","scores":{', b"}}\n"


def read_line(line: bytes) -> Row:
    """Return the object of a line that `to_line` made."""
    row: Row = _from_line(line)
    return row


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


def _from_line(line: bytes) -> Any:
    try:
        return orjson.loads(line)
    except orjson.JSONDecodeError:
        return json.loads(line.decode().strip())  # which knows lone surrogates, and whose messages tell where


def row_id(parts: Iterable[str]) -> str:
    """Return 16 hexadecimal digits made from what identifies a pair: documents, texts, and which of the same it is."""
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
