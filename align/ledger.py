"""The ledger of a bitext, kept in spans: every visible character is in one segment, every segment in one bead.

What moved is null where it stands, and so is the part of a bead that something parts from the rest. White space is not
visible, nor are characters without width, such as U+200B.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """A half-open range `[start, stop)` of characters or of segments."""

    start: int
    stop: int

    def __init__(self, start: int, stop: int) -> None:
        """Check the order of the ends; by hand, because spans are made by the dozen for each sentence.

        Args:
            start: number of the first place.
            stop: number of the place behind the last one.
        """
        if not 0 <= start <= stop:
            raise ValueError(f"expected 0 <= start <= stop, found start {start}, stop {stop}")
        _set_start(self, start)
        _set_stop(self, stop)

    def __len__(self) -> int:
        """Return the number of places covered; an empty span is false."""
        return self.stop - self.start


_set_start, _set_stop = (vars(Span)[name].__set__ for name in ("start", "stop"))


class Piece(Protocol):
    """A piece of a text: a segment."""

    @property
    def text(self) -> str:
        """Return the characters."""
        ...

    @property
    def chars(self) -> Span:
        """Return their places in the whole text."""
        ...


class Entry(Protocol):
    """Segments of the source and segments of the target: a bead or a move."""

    @property
    def source(self) -> Span:
        """Return the segments of the source."""
        ...

    @property
    def target(self) -> Span:
        """Return the segments of the target."""
        ...


@dataclass(frozen=True, slots=True)
class Continuation:
    """Null segments of one side, and the other side of the bead with two sides that they belong to.

    The bead goes on behind something, or begins before it: a caption, a note, the number of a page.
    """

    source: Span
    target: Span


_VISIBLE = re.compile(r"[^\s\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")


def is_blank(text: str) -> bool:
    r"""Return whether nothing of a text is visible.

    >>> is_blank("\u200b \ufeff\n"), is_blank("\u200b.")
    (True, False)
    """
    return _VISIBLE.search(text) is None


def check_segments(segments: Iterable[Piece], text: str, name: str) -> None:
    """Check that segments account for every visible character of a text exactly once.

    Args:
        segments: in their order.
        text: the whole text.
        name: what the text is called in a message.

    Raises:
        ValueError: they do not.
    """
    end = 0
    for segment in segments:
        if text[segment.chars.start : segment.chars.stop] != segment.text:
            raise ValueError(f"{name}: the text at {segment.chars} is not that of its segment")
        if segment.chars.start < end or not is_blank(text[end : segment.chars.start]):
            raise ValueError(f"{name}: text before {segment.chars} is lost or counted twice")
        end = segment.chars.stop
    if not is_blank(text[end:]):
        raise ValueError(f"{name}: text after character {end} belongs to no segment")


def check_beads(beads: Iterable[Entry], sources: int, targets: int) -> None:
    """Check that beads are in order and cover so many source and target segments exactly once.

    Args:
        beads: in their order.
        sources: number of source segments.
        targets: number of target segments.

    Raises:
        ValueError: they do not.
    """
    source = target = 0
    for bead in beads:
        if bead.source.start != source or bead.target.start != target:
            raise ValueError(f"expected a bead from segments {source} and {target}, found {bead}")
        source, target = bead.source.stop, bead.target.stop
    if (source, target) != (sources, targets):
        raise ValueError(f"expected beads over {sources, targets} segments, found {source, target}")


def check_moves(moves: Sequence[Entry], beads: Iterable[Entry]) -> None:
    """Check that moves are in the order of the source and that each takes whole null beads that no other one takes.

    Args:
        moves: both sides of what corresponds out of order.
        beads: all beads of the alignment.

    Raises:
        ValueError: they do not.
    """
    if not moves:
        return
    sources: dict[int, int] = {}
    targets: dict[int, int] = {}
    for bead in beads:
        if not bead.target:
            sources[bead.source.start] = bead.source.stop
        elif not bead.source:
            targets[bead.target.start] = bead.target.stop
    starts = [move.source.start for move in moves]
    if starts != sorted(starts):
        raise ValueError(f"expected moves in the order of the source, found {moves}")
    for move in moves:
        for span, stops in ((move.source, sources), (move.target, targets)):
            place = span.start
            while place < span.stop:
                place = stops.pop(place, span.stop + 1)
            if place != span.stop:
                raise ValueError(f"expected a move of null beads that are in no other one, found {move}")


def check_continuations(continuations: Sequence[Entry], moves: Iterable[Entry], beads: Iterable[Entry]) -> None:
    """Check that continuations are in order, and that each joins whole null beads, apart, to the side of a bead.

    No null bead is in two of them, or in a move as well; a bead may go on more than once.

    Args:
        continuations: null segments of one side and the other side of the bead that they belong to.
        moves: of the alignment.
        beads: all beads of the alignment.

    Raises:
        ValueError: they do not.
    """
    if not continuations:
        return
    if sorted(continuations, key=lambda each: (each.source, each.target)) != list(continuations):
        raise ValueError(f"expected continuations in the order of the source, found {continuations}")
    left = list(beads)
    nulls = (
        {bead.source.start: bead.source.stop for bead in left if not bead.target},
        {bead.target.start: bead.target.stop for bead in left if not bead.source},
    )
    both = [bead for bead in left if bead.source and bead.target]
    own = {bead.target: bead.source for bead in both}, {bead.source: bead.target for bead in both}
    for move in moves:
        for span, stops in zip((move.source, move.target), nulls, strict=True):
            for place in range(span.start, span.stop):
                stops.pop(place, None)
    for each in continuations:
        of_source = _goes_on(each.source, each.target, nulls[0], own[0])
        if not of_source and not _goes_on(each.target, each.source, nulls[1], own[1]):
            raise ValueError(f"expected a continuation of null beads apart from their bead, found {each}")


def _goes_on(own: Span, other: Span, nulls: dict[int, int], beads: dict[Span, Span]) -> bool:
    """Tell whether a side is whole null beads, apart from the bead whose other side is given; those are taken.

    Args:
        own: segments of the side that goes on.
        other: of the other side.
        nulls: where the null beads of the side end, by where they begin.
        beads: the segments of each bead on the side, by those on the other side.
    """
    place, bead = own.start, beads.get(other)
    if bead is None or (own.start <= bead.stop and bead.start <= own.stop):
        return False
    while place < own.stop:
        place = nulls.pop(place, own.stop + 1)
    return bool(own) and place == own.stop
