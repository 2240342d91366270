"""A segment cut in two, so that a part of it can go to another bead.

The documents of the base get one segment more, and all that counts in segments counts it: beads, moves, roles, locks.
The text stays as it is; both halves stay in the bead that had the whole.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar
from unicodedata import category, combining, east_asian_width

from align.bitext import Bead, Continuation, Document, Move, Role, Span
from align.errors import OptionError
from align.review.action import Side
from align.review.keys import SegmentKeys
from align.review.structure import Region, Structure

_Pair = TypeVar("_Pair", Bead, Move, Continuation, Region)


def cut(structure: Structure, side: Side, segment: int, at: int) -> Structure:
    """Return a structure with a segment in two.

    Args:
        structure: as it stands.
        side: of which text.
        segment: its number, from 0.
        at: how many of its characters the first half has; white space there is in neither half.

    Raises:
        OptionError: there is no such segment, it is in a locked bead, or no text is before or after the place.
    """
    made = structure.base.alignment
    document: Document = getattr(made, side)
    if not 0 <= segment < len(document.segments):
        raise OptionError(f"expected a {side} segment from 0 to {len(document.segments) - 1}, found {segment}")
    if any(getattr(region, side).start <= segment < getattr(region, side).stop for region in structure.locked):
        raise OptionError("expected a bead that is not locked, found a locked one; unlock it first")
    halved = _halved(document, segment, at)
    keys = SegmentKeys(halved)
    beads = tuple(_counted(bead, side, segment) for bead in made.beads)
    moves = tuple(_counted(move, side, segment) for move in made.moves)
    continuations = tuple(_counted(each, side, segment) for each in made.continuations)
    source, target = (halved, made.target) if side == "source" else (made.source, halved)
    alignment = replace(made, source=source, target=target, beads=beads, moves=moves, continuations=continuations)
    base = replace(structure.base, alignment=alignment)
    return replace(
        structure,
        base=replace(base, source=keys) if side == "source" else replace(base, target=keys),
        beads=tuple(_counted(bead, side, segment) for bead in structure.beads),
        moves=tuple(_counted(move, side, segment) for move in structure.moves),
        continuations=tuple(_counted(each, side, segment) for each in structure.continuations),
        roles=dict(_roles(structure, side, segment)),
        locked=frozenset(_counted(region, side, segment) for region in structure.locked),
        made=frozenset(_counted(region, side, segment) for region in structure.made),
        is_cut=True,
    )


def cut_places(text: str) -> list[int]:
    """Return where a person may want to cut a text: behind punctuation first, then between words; in order.

    Args:
        text: of a segment.

    >>> cut_places("Yes, he came.")
    [5, 8]
    >>> cut_places("他来了，我走了")[0]
    4
    """
    places = [k for k in range(1, len(text)) if _is_place(text, k)]
    return sorted(places, key=lambda k: (not category(text[:k].rstrip()[-1]).startswith("P"), k))


def _is_place(text: str, at: int) -> bool:
    """Tell whether something begins here: a word, or a letter of a script that writes no spaces."""
    if text[at].isspace() or not text[:at].strip() or combining(text[at]):
        return False
    before, after = text[at - 1], text[at]
    return before.isspace() or (before.isprintable() and after.isalnum() and "W" in _widths(before, after))


def _widths(before: str, after: str) -> tuple[str, str]:
    return east_asian_width(before), east_asian_width(after)


def _halved(document: Document, number: int, at: int) -> Document:
    """Return a document with a segment in two."""
    whole = document.segments[number]
    first, second = whole.text[: max(at, 0)].rstrip(), whole.text[max(at, 0) :].lstrip()
    if not (first.strip() and second.strip()):
        raise OptionError(f"expected a place inside of the {len(whole.text)} characters of a segment, found {at}")
    start, stop = whole.chars.start, whole.chars.stop
    halves = (
        replace(whole, text=first, chars=Span(start, start + len(first))),
        replace(whole, text=second, chars=Span(stop - len(second), stop)),
    )
    return replace(document, segments=(*document.segments[:number], *halves, *document.segments[number + 1 :]))


def _counted(pair: _Pair, side: Side, segment: int) -> _Pair:
    """Return a pair of spans, one more segment being counted on a side."""
    if isinstance(pair, Bead) and pair.rejected is not None and (side == "target") == bool(pair.source):
        closest = pair.rejected
        pair = replace(pair, rejected=replace(closest, segments=_stretched(closest.segments, segment)))
    span = _stretched(getattr(pair, side), segment)
    return replace(pair, source=span) if side == "source" else replace(pair, target=span)


def _stretched(span: Span, segment: int) -> Span:
    return Span(span.start + (span.start > segment), span.stop + (span.stop > segment))


def _roles(structure: Structure, side: Side, segment: int) -> Iterator[tuple[tuple[Side, int], Role]]:
    """Yield the roles that a person gave; both halves have that of the whole."""
    for (of, number), role in structure.roles.items():
        yield (of, number + (of == side and number > segment)), role
        if (of, number) == (side, segment):
            yield (of, number + 1), role
