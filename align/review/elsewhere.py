"""Alignments that were made elsewhere, and samples of pairs, as alignments to be reviewed.

A file that holds its texts makes two documents: the texts of its rows in order, a paragraph each. What no side tells
of its segments is one segment a row.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from align.bitext import Alignment, Bead, Document, Meta, Move, Role, Segment, Span
from align.cells import text_of
from align.errors import InputError
from align.language import identify

_WANTED = "rows with source, target and a probability from 0 to 1"


@dataclass(frozen=True, slots=True)
class Row:
    """What a file tells of a bead.

    Attributes:
        source: the texts of its source segments; none for an addition.
        target: the same for the target.
        probability: that it is right, 0 to 1.
        languages: BCP 47 tags of both sides; empty where they are not told.
        role: of all its segments.
        move: number of the move that it belongs to; None for none.
        move_probability: of that move.
        place: number of its first target segment; None where it is not told.
    """

    source: tuple[str, ...]
    target: tuple[str, ...]
    probability: float = 1.0
    languages: tuple[str, str] = ("", "")
    role: Role = Role.BODY
    move: int | None = None
    move_probability: float = 1.0
    place: int | None = None


def read_rows(path: Path) -> tuple[list[Row], str]:
    """Return the rows of a .jsonl or .tsv file, and whether they are `texts` in order or a `sample` of pairs.

    Raises:
        InputError: it is no such file, or a row of it is wrong; the message names the line.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except UnicodeDecodeError:
        raise InputError(f"{path}: expected UTF-8, found other bytes; save it as UTF-8") from None
    except OSError as error:
        raise InputError(f"{path}: expected a readable file, found: {error.strerror}; check the path") from None
    records = _json_records(lines, path) if path.suffix.lower() == ".jsonl" else _cells(lines, path)
    rows, sort = [], "texts"
    for number, record in records:
        try:
            rows.append(_row(record))
        except (ValueError, KeyError, TypeError, AttributeError):
            raise InputError(f"{path}:{number}: expected {_WANTED}, found others") from None
        if path.suffix.lower() == ".jsonl" and isinstance(record["source"], str):
            sort = "sample"
    return rows, sort


def alignment_of(rows: Iterable[Row], path: Path) -> Alignment:
    """Return rows as an alignment of two documents made of their texts.

    Args:
        rows: in order.
        path: of the file that they are from.

    Raises:
        InputError: there is no text in them.
    """
    told = list(_in_order([row for row in rows if _is_told((*row.source, *row.target))]))
    if not told:
        raise InputError(f"{path}: expected an alignment that holds its texts, found none; take a .tmx, .tsv or .jsonl")
    languages = [next((row.languages[k] for row in told if row.languages[k]), "") for k in (0, 1)]
    source, sources = _document(f"{path}:source", [(row.source, row.role) for row in told], languages[0])
    target, targets = _document(f"{path}:target", [(row.target, row.role) for row in told], languages[1])
    spans = list(zip(sources, targets, told, strict=True))
    beads = tuple(Bead(one, other, row.probability, row.probability) for one, other, row in spans)
    digest = sha256(path.read_bytes()).hexdigest()[:8]
    moves = tuple(_moves([(one, other, row) for one, other, row in spans if row.move is not None]))
    try:
        return Alignment(source, target, beads, f"beads of {path.name} ({digest})", moves=moves)
    except ValueError as error:
        raise InputError(f"{path}: {error}") from None


def _is_told(texts: tuple[str, ...]) -> bool:
    """Return whether some text has something in it."""
    return any(map(str.strip, texts))


def _in_order(rows: list[Row]) -> Iterator[Row]:
    """Yield the rows, one that moved as two: the source where it stands, the target before the row that follows it."""
    moved = {id(row) for row in rows if row.move is not None and _is_told(row.source) and _is_told(row.target)}
    arrived = sorted((row for row in rows if id(row) in moved), key=lambda row: row.place or 0)
    for row in rows:
        stays = id(row) not in moved
        while arrived and stays and _is_told(row.target) and (arrived[0].place or 0) < (row.place or 0):
            yield replace(arrived.pop(0), source=())
        yield row if stays else replace(row, target=())
    yield from (replace(row, source=()) for row in arrived)


def _document(name: str, sides: list[tuple[tuple[str, ...], Role]], language: str) -> tuple[Document, list[Span]]:
    """Return texts as a document, and the segments of each row."""
    segments: list[Segment] = []
    spans: list[Span] = []
    parts: list[str] = []
    place = 0
    for paragraph, (side, role) in enumerate(sides):
        start = len(segments)
        for each in filter(None, map(str.strip, side)):
            segments.append(Segment(each, Span(place, place + len(each)), paragraph, role))
            parts.append(each)
            place += len(each) + 1
        spans.append(Span(start, len(segments)))
    text = "\n".join(parts)
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(name, language or identify(text).language, text, tuple(segments), Meta(sha256=digest)), spans


def _moves(parts: list[tuple[Span, Span, Row]]) -> list[Move]:
    """Return the moves of rows, in the order of the source."""
    members: dict[int, list[tuple[Span, Span, Row]]] = {}
    for part in parts:
        members.setdefault(part[2].move or 0, []).append(part)
    moves = []
    for rows in members.values():
        sources, targets = [row[0] for row in rows if row[0]], [row[1] for row in rows if row[1]]
        if sources and targets:
            span = Span(sources[0].start, sources[-1].stop), Span(targets[0].start, targets[-1].stop)
            moves.append(Move(*span, rows[0][2].move_probability, rows[0][2].move_probability))
    return sorted(moves, key=lambda move: move.source)


def _json_records(lines: list[str], path: Path) -> Iterator[tuple[int, Any]]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield number, json.loads(line)
            except (ValueError, RecursionError):
                raise InputError(f"{path}:{number}: expected a JSON object, found another line") from None


def _cells(lines: list[str], path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    header = lines[0].rstrip("\r").split("\t")
    if missing := {"source", "target", "probability"} - set(header):
        raise InputError(f"{path}:1: expected a header with {', '.join(sorted(missing))}, found none of that name")
    for number, line in enumerate(lines[1:], 2):
        if line.strip():
            yield number, dict(zip(header, map(text_of, line.rstrip("\r").split("\t")), strict=False))


def _row(record: dict[str, Any]) -> Row:
    """Return the row of a JSON object, or of the cells of a line."""
    probability = float(record["probability"])
    if not 0.0 <= probability <= 1.0:
        raise ValueError
    move, chance = record.get("move"), record.get("move_probability")
    if isinstance(move, dict):
        move, chance = move["number"], move["probability"]
    return Row(
        _texts(record["source"]),
        _texts(record["target"]),
        probability,
        (_language(record, "source"), _language(record, "target")),
        role_named(str(record.get("role") or "")),
        None if move in (None, "") else int(move),
        float(chance) if chance else 1.0,
        _place(record),
    )


def _place(record: dict[str, Any]) -> int | None:
    """Return the number of the first target segment, which stands in its object or in a cell of its own."""
    told = record.get("target_start")
    if isinstance(record["target"], dict):
        told = (record["target"].get("segments") or [None])[0]
    return int(told) if told not in (None, "") else None


def role_named(name: str) -> Role:
    """Return the role of a name; article text for one that is not ours."""
    return Role(name) if name in {role.value for role in Role} else Role.BODY


def _language(record: dict[str, Any], side: str) -> str:
    """Return the language of a side, which stands in its object or in a cell of its own."""
    told = record[side].get("language") if isinstance(record[side], dict) else record.get(f"{side}_language")
    return str(told or "").replace("und", "")


def _texts(side: Any) -> tuple[str, ...]:
    """Return the texts of the segments of a side: of an object, or of a text, which is one."""
    if isinstance(side, str):
        return (side,)
    return tuple(str(text) for text in side["texts"])
