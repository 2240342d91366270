"""The alignment as it stands after some corrections: its beads, its moves, roles and locks.

A correction replaces a *region*, which whole beads cover, by other beads over the same segments. Only a cut makes other
segments, of which the base of the structure then is (`align.review.cut`).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from align.bitext import Alignment, Bead, Continuation, Document, Move, Role, Span
from align.ledger import check_beads, check_continuations, check_moves
from align.review.action import SIDES, Side
from align.review.keys import SegmentKeys, bead_ids

Shape = tuple[int, int]  # how many segments of the source and of the target a bead has
BY_HAND = 1.0  # score and probability of a bead that a person made


@dataclass(frozen=True, slots=True)
class Base:
    """An alignment as an aligner or a file made it, with the keys of its segments.

    Attributes:
        number: from 1; a text that was read again or aligned again has another one.
        alignment: as made.
        source: the keys of its source.
        target: the keys of its target.
    """

    number: int
    alignment: Alignment
    source: SegmentKeys
    target: SegmentKeys

    @classmethod
    def of(cls, alignment: Alignment, number: int) -> "Base":
        """Make the keys of an alignment.

        Args:
            alignment: as made.
            number: from 1.
        """
        return cls(number, alignment, SegmentKeys(alignment.source), SegmentKeys(alignment.target))


@dataclass(frozen=True, slots=True)
class Region:
    """Segments of both sides that whole beads cover; one side may be empty, which keeps its place."""

    source: Span
    target: Span


@dataclass(frozen=True, slots=True)
class Structure:
    """What corrections make of a base.

    Attributes:
        base: which alignment it started from.
        beads: in order, over all segments of both sides.
        moves: in the order of the source.
        continuations: likewise; a correction of their beads takes them away.
        roles: the roles that a person gave, by side and number of the segment.
        locked: the regions of the beads that no correction may touch.
        made: the regions of the beads that a person made.
        lost: the numbers of the actions that did not apply to this base.
        is_cut: whether a person has cut a segment of the base.
    """

    base: Base
    beads: tuple[Bead, ...]
    moves: tuple[Move, ...]
    continuations: tuple[Continuation, ...] = ()
    roles: Mapping[tuple[Side, int], Role] = field(default_factory=dict)
    locked: frozenset[Region] = frozenset()
    made: frozenset[Region] = frozenset()
    lost: tuple[int, ...] = ()
    is_cut: bool = False

    @classmethod
    def of(cls, base: Base) -> "Structure":
        """Return a base without any correction."""
        return cls(base, base.alignment.beads, base.alignment.moves, base.alignment.continuations)

    def region(self, first: int, last: int) -> Region:
        """Return the region of consecutive beads.

        Args:
            first: number of the first bead, from 0.
            last: number of the last one, which is in it.
        """
        one, other = self.beads[first], self.beads[last]
        return Region(Span(one.source.start, other.source.stop), Span(one.target.start, other.target.stop))

    def beads_over(self, region: Region) -> range | None:
        """Return the numbers of the beads that cover a region; None if others than whole beads do."""
        inside = [found for side in SIDES if (found := self._beads_with(getattr(region, side), side))]
        if not inside:
            return None
        first, last = min(each.start for each in inside), max(each.stop for each in inside) - 1
        return range(first, last + 1) if self.region(first, last) == region else None

    def _beads_with(self, segments: Span, side: Side) -> range:
        """Return the numbers of the beads with some segments of a side, and of the null beads between them."""
        if not segments:
            return range(0)
        first = bisect_right(self.beads, segments.start, key=lambda bead: int(getattr(bead, side).stop))
        last = bisect_left(self.beads, segments.stop, key=lambda bead: int(getattr(bead, side).start))
        return range(first, last)

    def regrouped(self, region: Region, shapes: Sequence[Shape]) -> "Structure":
        """Return a structure with other beads over a region; moves that lose their null beads are gone.

        Args:
            region: that whole beads cover, none of them locked.
            shapes: of the new beads, in order; together they have all the segments of the region.

        Raises:
            ValueError: whole beads do not cover the region, one is locked, or the ledger does not balance.
        """
        numbers = self.beads_over(region)
        if numbers is None:
            raise ValueError(f"expected whole beads over {region}, found others")
        old = self.beads[numbers.start : numbers.stop]
        if any(region_of(bead) in self.locked for bead in old):
            raise ValueError("expected beads that are not locked, found a locked one; unlock it first")
        new = _beads_of(region, shapes, {region_of(bead): bead for bead in old})
        beads = (*self.beads[: numbers.start], *new, *self.beads[numbers.stop :])
        before, after = {region_of(bead) for bead in old}, {region_of(bead) for bead in new}
        made = self.made - before | (after - before) | (self.made & after)
        return self._with(beads, tuple(self._moves_left(beads, region)), made=made)

    def with_move(self, move: Move) -> "Structure":
        """Return a structure with one move more, of null segments that are in no other one.

        Raises:
            ValueError: the ledger does not balance.
        """
        moves = sorted((*self.moves, move), key=lambda each: each.source)
        return self._with(self.beads, tuple(moves), made=self.made | {region_of(move)})

    def without_moves(self, region: Region) -> "Structure":
        """Return a structure without the moves and continuations that take segments of a region on either side."""
        return replace(
            self,
            moves=tuple(move for move in self.moves if not _touches(move, region)),
            continuations=tuple(each for each in self.continuations if not _touches(each, region)),
        )

    def alignment(self) -> Alignment:
        """Return it as an alignment, whose signature tells that a person had a hand in it.

        Raises:
            ValueError: the ledger does not balance.
        """
        made = self.base.alignment
        touched = self.made or self.roles or self.is_cut
        return replace(
            made,
            source=self._document(made.source, "source"),
            target=self._document(made.target, "target"),
            beads=self.beads,
            moves=self.moves,
            continuations=self.continuations,
            signature=f"{made.signature}, corrected by hand" if touched else made.signature,
        )

    def ids(self) -> tuple[str, ...]:
        """Return the id of every bead."""
        source, target = self.base.source, self.base.target
        return bead_ids((source.over(bead.source), target.over(bead.target)) for bead in self.beads)

    def _with(self, beads: tuple[Bead, ...], moves: tuple[Move, ...], **changes: Any) -> "Structure":
        """Return a structure with other beads and moves, whose ledger balances."""
        made = self.base.alignment
        check_beads(beads, len(made.source.segments), len(made.target.segments))
        check_moves(moves, beads)
        continuations = holding(self.continuations, moves, beads)
        return replace(self, beads=beads, moves=moves, continuations=continuations, **changes)

    def _moves_left(self, beads: Sequence[Bead], region: Region) -> Iterable[Move]:
        """Yield the moves that still have whole null beads on both sides."""
        for move in self.moves:
            if not _touches(move, region):
                yield move
                continue
            try:
                check_moves((move,), beads)
            except ValueError:
                continue
            yield move

    def _document(self, document: Document, side: Side) -> Document:
        roles = {number: role for (of, number), role in self.roles.items() if of == side}
        if not roles:
            return document
        segments = enumerate(document.segments)
        return replace(document, segments=tuple(replace(each, role=roles.get(k, each.role)) for k, each in segments))


def holding(
    continuations: Iterable[Continuation], moves: Sequence[Move], beads: Sequence[Bead]
) -> tuple[Continuation, ...]:
    """Return the continuations whose null beads and beads are still there, in their order.

    Args:
        continuations: of an alignment before its beads were changed.
        moves: as they are now.
        beads: as they are now.
    """
    held: list[Continuation] = []
    for each in continuations:
        try:
            check_continuations((*held, each), moves, beads)
        except ValueError:
            continue
        held.append(each)
    return tuple(held)


def region_of(pair: Bead | Move) -> Region:
    """Return the region of a bead or a move."""
    return Region(pair.source, pair.target)


def _beads_of(region: Region, shapes: Sequence[Shape], old: Mapping[Region, Bead]) -> list[Bead]:
    """Return beads of these shapes over a region; one that was there before stays as it was."""
    beads = []
    i, j = region.source.start, region.target.start
    for sources, targets in shapes:
        place = Region(Span(i, i + sources), Span(j, j + targets))
        beads.append(old.get(place) or Bead(place.source, place.target, BY_HAND, BY_HAND))
        i, j = i + sources, j + targets
    return beads


def _touches(pair: Move | Continuation, region: Region) -> bool:
    """Tell whether a move or a continuation has a segment in a region."""
    return _overlap(pair.source, region.source) or _overlap(pair.target, region.target)


def _overlap(one: Span, other: Span) -> bool:
    return max(one.start, other.start) < min(one.stop, other.stop)
