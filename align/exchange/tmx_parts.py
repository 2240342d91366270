"""Elements of TMX to units and back; properties that begin with `@` are attributes, `note` is an element of its own."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from align.bitext import Span
from align.errors import InputError
from align.exchange.unit import UNKNOWN, Moved, Side, Unit, runs_between
from align.sanitize import sanitize_line

if TYPE_CHECKING:
    from lxml import etree

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_TEXTS = ("fate", "role", "verdict", "label")
_SCORE = "x-score-"
_NOTE = "note"
_ALL = "*all*"
# What an editor wants to keep of a unit or of a side; others are about codes or encodings that are gone.
_KEPT = (
    "usagecount", "lastusagedate", "creationtool", "creationtoolversion", "creationdate", "creationid", "changedate",
    "changeid",
)  # fmt: skip
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BREAK = re.compile(r"<(?:br|p|lb)\b|[\r\n]", re.IGNORECASE)


def make_header(language: str, version: str) -> "etree._Element":
    """Return the header.

    Args:
        language: of the source.
        version: of this program.
    """
    from lxml import etree

    told = {"creationtool": "versalign", "creationtoolversion": version, "segtype": "sentence", "o-tmf": "versalign"}
    told |= {"adminlang": "en", "srclang": _xml(language), "datatype": "plaintext"}
    return etree.Element("header", told)


def make_unit(unit: Unit, language: str) -> "etree._Element":
    """Return the `tu` of a unit.

    Args:
        unit: with at least one side.
        language: of the source, as the header tells it; the unit tells another one itself.
    """
    from lxml import etree

    element = etree.Element("tu", {"tuid": _xml(unit.id)} if unit.id else {})
    if unit.sides[0].language != language:
        element.set("srclang", _xml(unit.sides[0].language))
    _add_properties(element, (*_unit_properties(unit), *unit.properties))
    for side in unit.sides:
        version = etree.SubElement(element, "tuv", {_LANG: _xml(side.language)})
        _add_properties(version, (*_side_properties(side), *side.properties))
        etree.SubElement(version, "seg").text = _xml(side.text)
    return element


def parse_unit(element: "etree._Element", source: str, name: str) -> Unit | None:
    """Return the unit of a `tu`, or None for one without any `tuv`.

    Args:
        element: with bare tags.
        source: language of the side that comes first; empty for the order of the file.
        name: of the file, for messages.

    Raises:
        InputError: a value that we write is not what we write.
    """
    sides = [_parse_side(version) for version in element.iterchildren("tuv")]
    if not sides:
        return None
    sides.sort(key=lambda side: not _is_language(side.language, source))
    told = dict(_told(element))
    try:
        return Unit(
            tuple(sides),
            id=element.get("tuid", ""),
            probability=_number(told.get("x-probability")),
            score=_number(told.get("x-score")),
            scores=tuple((key.removeprefix(_SCORE), float(told[key])) for key in told if key.startswith(_SCORE)),
            properties=tuple(_others(element, {"x-probability", "x-score", "x-move", *(f"x-{key}" for key in _TEXTS)})),
            move=_parse_move(told["x-move"]) if "x-move" in told else None,
            line=element.sourceline or 0,
            **{key: told[f"x-{key}"] for key in _TEXTS if f"x-{key}" in told},
        )
    except ValueError as error:
        raise InputError(f"{name}:{element.sourceline}: {sanitize_line(str(error))}") from None


def source_language(element: "etree._Element", otherwise: str) -> str:
    """Return the source language that a header or a unit tells, empty for any.

    Args:
        element: that may tell one.
        otherwise: what holds if it does not.
    """
    told = element.get("srclang", otherwise)
    return "" if told == _ALL else told


def _unit_properties(unit: Unit) -> Iterator[tuple[str, str]]:
    """Yield what a unit tells beside its texts."""
    if unit.probability is not None:
        yield "x-probability", f"{unit.probability:.4f}"
    if unit.score is not None:
        yield "x-score", f"{unit.score:.4f}"
    yield from ((f"x-{key}", getattr(unit, key)) for key in _TEXTS if getattr(unit, key))
    yield from ((_SCORE + key, repr(value)) for key, value in unit.scores)
    if unit.move is not None:
        yield "x-move", f"{unit.move.number} {unit.move.probability:.4f}"


def _side_properties(side: Side) -> Iterator[tuple[str, str]]:
    if side.document:
        yield "x-document", side.document
    if side.segments is not None:
        yield "x-segments", f"{side.segments.start} {side.segments.stop}"
    if side.continued:
        yield "x-continued", " ".join(f"{run.start} {run.stop}" for run in side.continued)


def _add_properties(element: "etree._Element", properties: Iterable[tuple[str, str]]) -> None:
    """Add names and values as elements, or as attributes where they were some."""
    from lxml import etree

    for name, value in properties:
        if name.startswith("@") and name[1:] in _KEPT:
            element.set(name[1:], _xml(value))
        elif name == _NOTE:
            etree.SubElement(element, "note").text = _xml(value)
        else:
            etree.SubElement(element, "prop", {"type": _xml(name)}).text = _xml(value)


def _parse_side(element: "etree._Element") -> Side:
    told = dict(_told(element))
    seg = next(element.iterchildren("seg"), None)
    return Side(
        text="" if seg is None else "".join(_texts(seg)),
        language=element.get(_LANG) or element.get("lang") or UNKNOWN,
        document=told.get("x-document", ""),
        segments=_span(told["x-segments"]) if "x-segments" in told else None,
        continued=_runs(told.get("x-continued", "")),
        properties=tuple(_others(element, {"x-document", "x-segments", "x-continued"})),
    )


def _texts(element: "etree._Element") -> Iterator[str]:
    """Yield the text of a segment without its codes; a code that breaks the line is a space."""
    yield element.text or ""
    for child in element:
        if child.tag == "hi":
            yield from _texts(child)
        elif _BREAK.search("".join(child.itertext())):
            yield " "
        yield child.tail or ""


def _told(element: "etree._Element") -> Iterator[tuple[str, str]]:
    for child in element.iterchildren("prop", "note"):
        yield (_NOTE if child.tag == "note" else child.get("type", "")), "".join(child.itertext())


def _others(element: "etree._Element", known: set[str]) -> Iterator[tuple[str, str]]:
    """Yield what we have no place for: attributes, then notes and properties, in the order of the file."""
    yield from ((f"@{key}", element.get(key, "")) for key in _KEPT if element.get(key) is not None)
    yield from ((name, value) for name, value in _told(element) if name not in known and not name.startswith(_SCORE))


def _parse_move(text: str) -> Moved:
    number, probability = text.split()
    return Moved(int(number), float(probability))


def _number(text: str | None) -> float | None:
    return None if text is None else float(text)


def _span(text: str) -> Span | None:
    """Return the half-open numbers; those of another program may be something else."""
    parts = text.split()
    if len(parts) != 2 or not all(part.isdecimal() for part in parts) or int(parts[0]) > int(parts[1]):
        return None
    return Span(int(parts[0]), int(parts[1]))


def _runs(text: str) -> tuple[Span, ...]:
    """Return half-open numbers, those of each run one after the other; none if they are something else."""
    try:
        return runs_between(text.split())
    except ValueError:
        return ()


def _is_language(language: str, source: str) -> bool:
    """Return whether a language is the source's; `en` is any English, and so is `en-US` where only `en` is told."""
    found, wanted = language.lower().replace("_", "-"), source.lower().replace("_", "-")
    return bool(wanted) and (found == wanted or found.split("-")[0] == wanted.split("-")[0])


def _xml(text: str) -> str:
    """Return a text with what XML cannot hold made visible."""
    return _NO_XML.sub(lambda found: _visible(found[0]), text)


def _visible(character: str) -> str:
    shown = sanitize_line(character)
    return f"⟨U+{ord(character):04X}⟩" if shown == character else shown
