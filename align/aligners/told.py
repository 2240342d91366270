"""Rows of tables and code that the format of one side tells, found in the lines of the other side, which tells nothing.

A print of a page, or its text as it was copied, has a row on one line, and each line of code is a paragraph there. What
is the same but for spaces is cut as the other side has it, and gets its roles.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from align.bitext import Document, Role, Segment, Span, Structure

_MOST_LINES = 200  # of a block of code that is looked for


@dataclass(frozen=True, slots=True)
class _Told:
    """What a format tells: cells of a row with their roles by all that they say, and lines of code by the first one."""

    rows: Mapping[str, Sequence[tuple[str, Role]]]
    code: Mapping[str, Sequence[Sequence[str]]]


def with_told(source: Document, target: Document) -> tuple[Document, Document]:
    """Return two documents; of one without structure what is a row or code in the other one is cut as it is there.

    Args:
        source: one version.
        target: the other.
    """
    if (source.structure is None) == (target.structure is None):
        return source, target
    if source.structure is None:
        return _recut(source, _tell(target)), target
    return source, _recut(target, _tell(source))


def _tell(document: Document) -> _Told:
    whole = {_key(segment.text) for segment in document.segments}  # a heading may say what a row says
    rows: dict[str, list[tuple[str, Role]]] = {}
    code: dict[str, list[list[str]]] = {}
    for element in document.structure or ():
        if element.kind is Structure.ROW:
            held = document.segments_over(element.chars)
            cells = [(_key(document.segments[k].text), document.segments[k].role) for k in range(held.start, held.stop)]
            row = "".join(key for key, _ in cells)
            if len(cells) > 1 and row not in whole:
                rows.setdefault(row, cells)
        elif element.kind is Structure.CODE:
            text = document.text[element.chars.start : element.chars.stop]
            lines = [key for line in text.splitlines() if (key := _key(line))]
            if 0 < len(lines) <= _MOST_LINES:
                code.setdefault(lines[0], []).append(lines)
    return _Told(rows, code)


def _recut(document: Document, told: _Told) -> Document:
    if not (told.rows or told.code):
        return document
    segments = tuple(_segments(document, told))
    return replace(document, segments=segments) if segments != document.segments else document


def _segments(document: Document, told: _Told) -> Iterator[Segment]:
    keys = [_key(segment.text) for segment in document.segments]
    number = 0
    while number < len(keys):
        segment = document.segments[number]
        block = max(
            (lines for lines in told.code.get(keys[number], ()) if _is_at(lines, keys, number)), key=len, default=()
        )
        if block:
            last = document.segments[number + len(block) - 1]
            chars = Span(segment.chars.start, last.chars.stop)
            yield Segment(document.text[chars.start : chars.stop], chars, segment.paragraph, Role.CODE)
            number += len(block)
            continue
        yield from _cells(segment, told.rows[keys[number]]) if keys[number] in told.rows else (segment,)
        number += 1


def _is_at(lines: Sequence[str], keys: Sequence[str], number: int) -> bool:
    return keys[number : number + len(lines)] == lines


def _cells(segment: Segment, cells: Sequence[tuple[str, Role]]) -> Iterator[Segment]:
    """Yield the cells of a row that is one segment."""
    place = 0
    for key, role in cells:
        while segment.text[place].isspace():
            place += 1
        start, left = place, len(key)
        while left:
            left -= not segment.text[place].isspace()
            place += 1
        begin = segment.chars.start
        yield Segment(segment.text[start:place], Span(begin + start, begin + place), segment.paragraph, role)


def _key(text: str) -> str:
    """Return what of a text is visible."""
    return "".join(text.split())
