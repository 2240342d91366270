"""One JSON object a unit.

A bead has objects as `source` and `target`: its texts, the numbers of its segments and their places in the document as
read; with `--segmented` the numbers are those of lines of the file, and the texts those of lines that are not blank.
What a bead goes on with behind a caption or the like is `continued`, start and stop of each run, and its texts are
among the others; where it is a null bead of its own, `continues` has the `id` of the bead.
Another unit of two versions has their texts there, and languages and documents beside. A unit of one, three or
more versions has a list of objects, `sides`. Keys of others with a text or a number become properties.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from align.bitext import Span
from align.exchange.lines import parse_lines
from align.exchange.streams import reading, writing
from align.exchange.unit import UNKNOWN, Moved, Side, Unit, runs_between

_TEXTS = ("id", "fate", "role", "verdict", "label", "continues")
_KNOWN = {*_TEXTS, "source", "target", "sides", "probability", "score", "scores", "properties", "move"} | {
    f"{side}_{key}" for side in ("source", "target") for key in ("language", "document", "properties")
}


def write(units: Iterable[Unit], path: Path) -> int:
    """Write one line a unit."""
    count = 0
    with writing(path) as stream:
        for unit in units:
            count += 1
            # Escaped, so that not even a lone surrogate or a control character leaves the program as it is.
            stream.write(json.dumps(_record(unit)) + "\n")
    return count


def read(path: Path) -> Iterator[Unit]:
    """Yield the units."""
    wanted = "an object with source and target (texts, or objects with segments) or a list of sides"
    with reading(path) as stream:
        yield from parse_lines(stream, _parse, wanted=wanted, name=str(path))


def _record(unit: Unit) -> dict[str, Any]:
    record: dict[str, Any] = {"id": unit.id} if unit.id else {}
    if len(unit.sides) != 2:
        record["sides"] = [_side(side) for side in unit.sides]
    elif any(side.segments is not None for side in unit.sides):
        record |= {name: _side(side) for name, side in zip(("source", "target"), unit.sides, strict=True)}
    else:
        record |= {name: side.text for name, side in zip(("source", "target"), unit.sides, strict=True)}
        for name, side in zip(("source", "target"), unit.sides, strict=True):
            told = {"language": side.language, "document": side.document, "properties": side.properties}
            record |= {f"{name}_{key}": value for key, value in told.items() if value and value != UNKNOWN}
    record |= {"score": None if unit.score is None else round(unit.score, 4)}
    record |= {"probability": None if unit.probability is None else round(unit.probability, 4)}
    told_texts = {key: getattr(unit, key) for key in _TEXTS if key != "id"}
    record |= {key: value for key, value in told_texts.items() if value}
    if unit.scores:
        record["scores"] = dict(unit.scores)
    if unit.properties:
        record["properties"] = unit.properties
    if any(side.segments is not None for side in unit.sides):
        record["move"] = unit.move and _move(unit.move)
    return record


def _side(side: Side) -> dict[str, Any]:
    """Return one side; of a bead with half-open segment numbers, the texts of the segments and their characters."""
    told: dict[str, Any] = {} if side.segments is None else {"segments": _pair(side.segments)}
    if side.texts or side.segments is not None:
        told |= {"texts": side.texts, "chars": [_pair(chars) for chars in side.chars]}
    if side.continued:
        told["continued"] = [edge for run in side.continued for edge in _pair(run)]
    optional = {"language": side.language, "document": side.document, "properties": side.properties}
    told |= {key: value for key, value in optional.items() if value and value != UNKNOWN}
    return {"text": side.text} | told


def _move(move: Moved) -> dict[str, Any]:
    """Return a move: its number, its half-open segments on both sides, score and probability."""
    return {
        "number": move.number,
        "source": move.source and _pair(move.source),
        "target": move.target and _pair(move.target),
        "score": None if move.score is None else round(move.score, 4),
        "probability": round(move.probability, 4),
    }


def _parse(number: int, line: str) -> Unit:
    record = json.loads(line)
    sides = record["sides"] if "sides" in record else [_told(record, "source"), _told(record, "target")]
    others = [
        (key, str(value)) for key, value in record.items() if key not in _KNOWN and isinstance(value, str | int | float)
    ]
    return Unit(
        sides=tuple(map(_parse_side, sides)),
        probability=_number(record.get("probability")),
        score=_number(record.get("score")),
        scores=tuple((name, float(value)) for name, value in (record.get("scores") or {}).items()),
        properties=(*_properties(record), *others),
        move=_parse_move(record["move"]) if record.get("move") else None,
        line=number,
        **{key: str(record[key]) for key in _TEXTS if record.get(key) is not None},
    )


def _told(record: dict[str, Any], name: str) -> dict[str, Any]:
    """Return a side of two as an object, however it is written."""
    if isinstance(record[name], dict):
        told: dict[str, Any] = record[name]
        return told
    beside = {key: record.get(f"{name}_{key}") for key in ("language", "document", "properties")}
    return {"text": record[name], **beside}


def _parse_side(told: dict[str, Any]) -> Side:
    texts = tuple(map(str, told.get("texts") or ()))
    text = told["text"] if "text" in told else " ".join(texts)
    if not isinstance(text, str):
        raise TypeError
    return Side(
        text=text,
        language=str(told.get("language") or UNKNOWN),
        document=str(told.get("document") or ""),
        segments=_span(told.get("segments")),
        chars=tuple(Span(int(start), int(stop)) for start, stop in told.get("chars") or ()),
        texts=texts,
        properties=_properties(told),
        continued=runs_between(told.get("continued") or ()),
    )


def _properties(told: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    return tuple((str(name), str(value)) for name, value in told.get("properties") or ())


def _parse_move(told: dict[str, Any]) -> Moved:
    source, target = _span(told.get("source")), _span(told.get("target"))
    return Moved(int(told["number"]), float(told["probability"]), _number(told.get("score")), source, target)


def _number(value: Any) -> float | None:
    return None if value is None else float(value)


def _span(value: Any) -> Span | None:
    if value is None:
        return None
    start, stop = value
    return Span(int(start), int(stop))


def _pair(span: Span) -> list[int]:
    return [span.start, span.stop]
