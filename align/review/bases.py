"""Alignments in and out of the tables of a project file, bit for bit."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from align.bitext import (
    Alignment,
    Bead,
    Continuation,
    Counterpart,
    Document,
    Element,
    Meta,
    Move,
    Role,
    Segment,
    Span,
    Structure,
)
from align.review.action import SIDES, Side


def write_base(connection: sqlite3.Connection, number: int, alignment: Alignment, *, sort: str, at: str) -> None:
    """Add an alignment as made.

    Args:
        connection: to a project file, in a transaction.
        number: of the base, from 1.
        alignment: to keep.
        sort: `texts` of two versions, or `sample` of pairs that have nothing to do with each other.
        at: when it was made, ISO 8601.
    """
    signature = alignment.signature.encode("utf-8", "backslashreplace").decode()  # it may tell the name of a file
    made = (signature, alignment.version_probability, alignment.closeness, json.dumps(alignment.warnings))
    connection.execute("INSERT INTO base VALUES (?,?,?,?,?,?,?)", (number, at, sort, *made))
    for side in SIDES:
        _write_document(connection, number, side, getattr(alignment, side))
    connection.executemany(
        "INSERT INTO bead VALUES (?,?,?,?,?,?,?,?,?,?,?)",
        ((number, k, *_pair(bead), *_rejected(bead)) for k, bead in enumerate(alignment.beads)),
    )
    moves = ((number, k, *_pair(move)) for k, move in enumerate(alignment.moves))
    connection.executemany("INSERT INTO move VALUES (?,?,?,?,?,?,?,?)", moves)
    continuations = ((number, k, *_places(each)) for k, each in enumerate(alignment.continuations))
    connection.executemany("INSERT INTO continuation VALUES (?,?,?,?,?,?)", continuations)


def read_base(connection: sqlite3.Connection, number: int) -> Alignment:
    """Return an alignment as made.

    Args:
        connection: to a project file.
        number: of the base.

    Raises:
        ValueError: the file is damaged: the ledger does not balance.
    """
    row = connection.execute(
        "SELECT signature, version_probability, closeness, warnings FROM base WHERE number = ?", (number,)
    ).fetchone()
    if row is None:
        raise ValueError(f"expected alignment {number}, found none")
    source, target = (_read_document(connection, number, side) for side in SIDES)
    beads = connection.execute(f"SELECT {_PAIR}, rejected_start, rejected_stop, rejected_score {_FROM_BEAD}", (number,))
    moves = connection.execute(f"SELECT {_PAIR} FROM move WHERE base = ? ORDER BY number", (number,))
    continuations = connection.execute(f"SELECT {_PLACES} FROM continuation WHERE base = ? ORDER BY number", (number,))
    return Alignment(
        source, target, tuple(_beads(beads)), row[0], row[1], row[2], tuple(json.loads(row[3])),
        tuple(Move(Span(a, b), Span(c, d), score, probability) for a, b, c, d, score, probability in moves),
        tuple(Continuation(Span(a, b), Span(c, d)) for a, b, c, d in continuations),
    )  # fmt: skip


_PLACES = "source_start, source_stop, target_start, target_stop"
_PAIR = f"{_PLACES}, score, probability"
_FROM_BEAD = "FROM bead WHERE base = ? ORDER BY number"


def _beads(rows: sqlite3.Cursor) -> Iterator[Bead]:
    for a, b, c, d, score, probability, start, stop, closest in rows:
        rejected = None if start is None else Counterpart(Span(start, stop), closest)
        yield Bead(Span(a, b), Span(c, d), score, probability, rejected)


def _pair(pair: Bead | Move) -> tuple[int, int, int, int, float, float]:
    return *_places(pair), float(pair.score), float(pair.probability)


def _places(pair: Bead | Move | Continuation) -> tuple[int, int, int, int]:
    # numpy's numbers would become blobs
    return int(pair.source.start), int(pair.source.stop), int(pair.target.start), int(pair.target.stop)


def _rejected(bead: Bead) -> tuple[int, int, float] | tuple[None, None, None]:
    if bead.rejected is None:
        return None, None, None
    segments = bead.rejected.segments
    return int(segments.start), int(segments.stop), float(bead.rejected.score)


def _write_document(connection: sqlite3.Connection, number: int, side: Side, document: Document) -> None:
    # As bytes and escaped JSON, because a text may hold lone surrogates, which SQLite's text may not.
    text = document.text.encode("utf-8", "surrogatepass")
    name = document.name.encode("utf-8", "backslashreplace").decode()
    values = number, side, name, document.language, text, json.dumps(asdict(document.meta)), _elements_text(document)
    connection.execute("INSERT INTO document VALUES (?,?,?,?,?,?,?)", values)
    connection.executemany(
        "INSERT INTO segment VALUES (?,?,?,?,?,?,?)",
        (
            (number, side, k, int(each.chars.start), int(each.chars.stop), int(each.paragraph), each.role.value)
            for k, each in enumerate(document.segments)
        ),
    )


def _read_document(connection: sqlite3.Connection, number: int, side: Side) -> Document:
    key = number, side
    row = connection.execute(
        "SELECT name, language, text, meta, structure FROM document WHERE base = ? AND side = ?", key
    ).fetchone()
    if row is None:
        raise ValueError(f"expected the {side} of alignment {number}, found none")
    if not (isinstance(row[0], str) and isinstance(row[1], str)):
        raise ValueError(f"expected a name and a language of the {side}, found other values")
    text = row[2].decode("utf-8", "surrogatepass")
    meta = json.loads(row[3])
    segments = connection.execute(
        "SELECT start, stop, paragraph, role FROM segment WHERE base = ? AND side = ? ORDER BY number", key
    )
    return Document(
        row[0],
        row[1],
        text,
        tuple(Segment(text[a:b], Span(a, b), paragraph, Role(role)) for a, b, paragraph, role in segments),
        Meta(**{**meta, "warnings": tuple(meta["warnings"])}),
        None if row[4] is None else tuple(_elements(json.loads(row[4]))),
    )


def _elements_text(document: Document) -> str | None:
    """Return the elements of a document as JSON; None where its format tells none."""
    if document.structure is None:
        return None
    return json.dumps([[e.kind.value, int(e.chars.start), int(e.chars.stop), e.value] for e in document.structure])


def _elements(rows: Iterable[tuple[str, int, int, str]]) -> Iterator[Element]:
    for kind, start, stop, value in rows:
        yield Element(Structure(kind), Span(start, stop), value)
