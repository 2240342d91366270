"""Where the elements of two documents are in relation to each other, as the beads of their alignment tell it."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from align.bitext import EVEN, Bead, Comparison, Document, Element, Fate, Role, Span, Structure

_ASIDE = frozenset({Role.FURNITURE, Role.COMMENT, Role.BYLINE, Role.DATE})
_TOLD = frozenset({Fate.DROPPED, Fate.ADDED, Fate.MOVED, Fate.UNCERTAIN})


@dataclass(frozen=True, slots=True)
class Placed:
    """An element and where it is.

    Attributes:
        element: of the structure.
        segments: half-open numbers of those that it holds; of an element without text the one it is in or behind.
        zone: odd for a bead with both sides, even for the gap before the next such bead; the same on both sides.
        bead: number of the bead that it begins in.
        told: whether other checks tell of all its text that it has no counterpart here.
        whole: whether it holds all of its segments.
        answered: whether all of its segments have a counterpart.
        heads: of a heading, the number of the move that begins with the first sentence below it; None for none.
    """

    element: Element
    segments: Span
    zone: int
    bead: int
    told: bool
    whole: bool
    answered: bool
    heads: int | None = None

    @property
    def holds_segments(self) -> bool:
        """Tell whether it holds more than a part of one segment."""
        return len(self.segments) > 1 or self.whole


def place_elements(comparison: Comparison, side: Literal["source", "target"]) -> Iterator[Placed]:
    """Yield the elements of one side, in their order, those of page furniture aside; of a format without any its code.

    Args:
        comparison: without any findings yet.
        side: whose elements.
    """
    document = comparison.alignment.source if side == "source" else comparison.alignment.target
    zones, beads = _zones(comparison, side)
    starts = [segment.chars.start for segment in document.segments]
    moves = [move.source if side == "source" else move.target for move in comparison.alignment.moves]
    moved = {
        span.start: k
        for k, (move, span) in enumerate(zip(comparison.alignment.moves, moves, strict=True))
        if move.probability >= EVEN
    }
    for element in _code(document) if document.structure is None else document.structure:
        segments = _segments(document, starts, element.chars)
        roles = {document.segments[number].role for number in range(segments.start, segments.stop)}
        if segments and not roles <= _ASIDE:
            linked = [number for number in range(segments.start, segments.stop) if zones[number] % 2]
            first = linked[0] if linked else segments.start
            told = _is_told(comparison, document, segments, beads, element)
            zone = zones[first]
            if not element.chars and not _is_inside(document, segments, element) and zone % 2:
                zone += 1  # between two beads
            whole = len(element.chars) >= len(document.chars_over(segments))
            answered = len(linked) == len(segments)
            heads = moved.get(_below(document, segments)) if element.kind is Structure.HEADING and moved else None
            yield Placed(element, segments, zone, beads[first], told, whole, answered, heads)


def _below(document: Document, segments: Span) -> int:
    """Return the number of the first segment of article text below some, or how many there are."""
    numbers = range(segments.stop, len(document.segments))
    return next((number for number in numbers if document.segments[number].role is Role.BODY), len(document.segments))


def _code(document: Document) -> Iterator[Element]:
    """Yield the code of a document whose format tells none, as the other side has told it."""
    yield from (Element(Structure.CODE, it.chars) for it in document.segments if it.role is Role.CODE)


def _zones(comparison: Comparison, side: Literal["source", "target"]) -> tuple[list[int], list[int]]:
    """Return the zone and the bead of each segment of one side."""
    zones: list[int] = []
    numbers: list[int] = []
    passed = 0
    for number, bead in enumerate(comparison.alignment.beads):
        linked = _is_linked(bead)
        span = bead.source if side == "source" else bead.target
        zones += [2 * passed + linked] * len(span)
        numbers += [number] * len(span)
        passed += linked
    return zones, numbers


def _is_linked(bead: Bead) -> bool:
    return bool(bead.source and bead.target) and bead.probability >= EVEN


def _segments(document: Document, starts: Sequence[int], chars: Span) -> Span:
    """Return the segments that some characters touch; of an empty place the one that it is in, behind or before."""
    first = max(bisect_right(starts, chars.start) - 1, 0)
    if not chars:
        return Span(first, min(first + 1, len(starts)))
    stop = bisect_right(starts, chars.stop - 1)
    if document.segments and first < stop and document.segments[first].chars.stop <= chars.start:
        first += 1
    return Span(min(first, stop), stop)


def _is_inside(document: Document, segments: Span, element: Element) -> bool:
    chars = document.segments[segments.start].chars
    return chars.start <= element.chars.start < chars.stop


def _is_told(
    comparison: Comparison, document: Document, segments: Span, beads: Sequence[int], element: Element
) -> bool:
    """Tell whether all article text of an element was dropped, added or moved, or is in doubt."""
    # A row is more than its sentences: the missing labels and values beside them are told by nobody else.
    if element.kind is Structure.ROW:
        return False
    if not element.chars and not _is_inside(document, segments, element):
        return False
    body = [n for n in range(segments.start, segments.stop) if document.segments[n].role is Role.BODY]
    return bool(body) and all(comparison.fates[beads[number]] in _TOLD for number in body)
