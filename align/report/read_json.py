"""Read back what `--json` wrote: the inverse of `align.report.as_json`, up to its rounding.

The whole is held against the schema first, then built; the nouns check what no schema can say.
"""

import json
from collections.abc import Callable, Iterable
from math import inf
from pathlib import Path
from typing import Any, NoReturn, TextIO, TypeVar

from align.bitext import (
    Alignment,
    Bead,
    Comparison,
    Continuation,
    Counterpart,
    Coverage,
    Document,
    Element,
    Evidence,
    Fate,
    Finding,
    Meta,
    Move,
    Role,
    Segment,
    Severity,
    Span,
    Structure,
    Verdict,
)
from align.errors import InputError
from align.lines import Lines
from align.report.as_json import Json, place_of
from align.report.schema import VERSIONS, check_schema

_Noun = TypeVar("_Noun")


def read_json(file: Path | TextIO) -> Comparison:
    """Return the comparison that `versalign diff --json` wrote.

    Args:
        file: a path, or a file that is open for reading text.

    Raises:
        InputError: it cannot be read, is no JSON, or no comparison; the message says at which place.
    """
    name = str(file) if isinstance(file, Path) else str(getattr(file, "name", "<stream>"))
    try:
        text = file.read_text(encoding="utf-8-sig") if isinstance(file, Path) else file.read()
        return _comparison(_parsed(text))
    except OSError as error:
        raise InputError(f"{name}: expected a file to read, found: {error.strerror}") from error
    except json.JSONDecodeError as error:
        raise InputError(f"{name}:{error.lineno}:{error.colno}: expected JSON, found: {error.msg}") from error
    except (ValueError, OverflowError) as error:
        raise InputError(f"{name}: {error}") from error
    except RecursionError as error:
        raise InputError(f"{name}: expected a comparison, found brackets that nest without end") from error


def _parsed(text: str) -> Json:
    """Return the JSON of a comparison of this version of the schema, or of an older one that says enough."""
    data = json.loads(text, parse_constant=_refuse)
    found = data.get("schema_version") if isinstance(data, dict) else VERSIONS[-1]
    if found not in VERSIONS or isinstance(found, bool):
        known = f"{', '.join(map(str, VERSIONS[:-1]))} or {VERSIONS[-1]}"
        raise ValueError(
            f"schema_version: expected {known}, found {found!r:.40}; compare the documents again with --json"
        )
    check_schema(data, version=int(found))
    comparison: Json = data
    return comparison


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"expected numbers that JSON knows, found {constant}")


def _comparison(data: Json) -> Comparison:
    source, target = (_built(_document, data[side], side) for side in ("source", "target"))
    beads, moves = _each(_bead, data["beads"], "beads"), _each(_move, data["moves"], "moves")
    alignment = _built(lambda item: _alignment(item, source, target, beads, moves), data, "beads and moves")
    _check_counterparts(alignment)
    lines = {"source": Lines(source.text), "target": Lines(target.text)}
    return Comparison(
        alignment=alignment,
        fates=tuple(Fate(bead["fate"]) for bead in data["beads"]),
        verdict=Verdict(data["verdict"]),
        source_coverage=_coverage(data["coverage"]["source"]),
        target_coverage=_coverage(data["coverage"]["target"]),
        findings=_each(lambda item: _finding(item, alignment, lines), data["findings"], "findings"),
    )


def _alignment(
    data: Json, source: Document, target: Document, beads: tuple[Bead, ...], moves: tuple[Move, ...]
) -> Alignment:
    return Alignment(
        source=source,
        target=target,
        beads=beads,
        signature=data["signature"],
        version_probability=float(data["version_probability"]),
        closeness=float(data["closeness"]),
        warnings=tuple(data["warnings"]),
        moves=moves,
        continuations=_each(_continuation, data.get("continuations", ()), "continuations"),
    )


def _each(build: Callable[[Json], _Noun], items: Iterable[Json], place: str) -> tuple[_Noun, ...]:
    return tuple(_built(build, item, f"{place}[{number}]") for number, item in enumerate(items))


def _built(build: Callable[[Json], _Noun], item: Json, place: str) -> _Noun:
    """Return what `build` makes of an item, and name the place of what is wrong with it."""
    try:
        return build(item)
    except ValueError as error:
        raise ValueError(f"{place}: {error}") from error


def _document(data: Json) -> Document:
    return Document(
        name=data["name"],
        language=data["language"],
        text="".join(item["before"] + item["text"] for item in data["segments"]) + data["after"],
        segments=_each(_segment, data["segments"], "segments"),
        meta=Meta(
            title=data["title"],
            byline=data["byline"],
            date=data["date"],
            encoding=data["encoding"],
            sha256=data["sha256"],
            warnings=tuple(data["warnings"]),
            verbatim=data.get("verbatim", False),
            segmented=data.get("segmented", False),
        ),
        structure=None if data.get("structure") is None else _each(_element, data["structure"], "structure"),
    )


def _element(data: Json) -> Element:
    return Element(Structure(data["kind"]), Span(*data["chars"]), data["value"])


def _segment(data: Json) -> Segment:
    return Segment(data["text"], Span(*data["chars"]), data["paragraph"], Role(data["role"]))


def _bead(data: Json) -> Bead:
    closest = data["rejected"]
    return Bead(
        source=Span(*data["source"]),
        target=Span(*data["target"]),
        score=_score(data["score"]),
        probability=float(data["probability"]),
        rejected=closest and Counterpart(Span(*closest["segments"]), _score(closest["score"])),
    )


def _move(data: Json) -> Move:
    return Move(
        source=Span(*data["source"]),
        target=Span(*data["target"]),
        score=_score(data["score"]),
        probability=float(data["probability"]),
    )


def _continuation(data: Json) -> Continuation:
    return Continuation(Span(*data["source"]), Span(*data["target"]))


def _coverage(data: Json) -> Coverage:
    return Coverage(
        data["segments"],
        data["segments_in_all"],
        data["characters"],
        data["characters_in_all"],
        data.get("words", 0),
        data.get("words_in_all", 0),
    )


def _finding(data: Json, alignment: Alignment, lines: dict[str, Lines]) -> Finding:
    if data["bead"] >= len(alignment.beads):
        raise ValueError(f"expected one of {len(alignment.beads)} beads, found number {data['bead']}")
    for side, document in (("source", alignment.source), ("target", alignment.target)):
        if data[side][1] > len(document.text):
            raise ValueError(f"expected {side} within {len(document.text)} characters, found {data[side]}")
        _check_place(data.get("places", {}).get(side), Span(*data[side]), lines[side])
    return Finding(
        id=data["id"],
        check=data["check"],
        kind=data["kind"],
        severity=Severity(data["severity"]),
        bead=data["bead"],
        source=Span(*data["source"]),
        target=Span(*data["target"]),
        probability=float(data["probability"]),
        message=data["message"],
        evidence=_each(lambda item: _evidence(item, alignment, lines), data["evidence"], "evidence"),
        reasons=tuple(data.get("reasons", ())),
    )


def _evidence(data: Json, alignment: Alignment, lines: dict[str, Lines]) -> Evidence:
    evidence = Evidence(data["label"], data["side"], Span(*data["chars"]), data["text"])
    text = (alignment.source if evidence.side == "source" else alignment.target).text
    if text[evidence.chars.start : evidence.chars.stop] != evidence.text:
        raise ValueError(f"expected the text of the {evidence.side} at {evidence.chars}, found another one")
    _check_place(data.get("place"), evidence.chars, lines[evidence.side])
    return evidence


def _check_place(told: Json | None, chars: Span, lines: Lines) -> None:
    """Check lines and columns, which version 3 did not tell."""
    place = place_of(chars, lines)
    if told is not None and told != place:
        raise ValueError(f"expected the place {place} of {chars}, found {told}")


def _check_counterparts(alignment: Alignment) -> None:
    """Check that what was rejected is on the other side; the ledger asks only after the beads themselves."""
    for number, bead in enumerate(alignment.beads):
        sizes = [len(side.segments) for side in (alignment.source, alignment.target)]
        size = sizes[1] if bead.source else sizes[0]
        if bead.rejected and bead.rejected.segments.stop > size:
            raise ValueError(f"beads[{number}].rejected: expected some of {size} segments, found {bead.rejected}")


def _score(value: Any) -> float:
    """Return a score; one that was not finite, and so null in JSON, comes back as that of the impossible."""
    return -inf if value is None else float(value)
