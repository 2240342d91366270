"""Two segments, or two runs of them, made to correspond wherever they stand.

1. Each is taken out of its bead, which keeps what is left; a move that one of them was in is gone.
2. If nothing but null beads stands between the two, they become a bead in order.
3. Otherwise they are a move.
"""

import math

from align.bitext import Move, Span
from align.errors import OptionError
from align.review.action import Side
from align.review.regroup import Regrouping, free
from align.review.structure import BY_HAND, Region, Shape, Structure

_SURE = math.log((1 - 1e-9) / 1e-9)  # log odds of a move that a person made


def link(structure: Structure, source: Span, target: Span) -> Structure:
    """Return a structure in which two runs of segments correspond.

    Args:
        structure: as it stands.
        source: half-open segments of the source, at least one.
        target: the same of the target.

    Raises:
        OptionError: a run has segments of several beads, or there are no such segments.
        ValueError: a bead is locked.
    """
    _check(structure, source, target)
    structure = structure.without_moves(Region(source, target))
    sides: tuple[tuple[Side, Span], ...] = (("source", source), ("target", target))
    for side, span in sides:
        grouping = free(structure, span, side)
        structure = structure.regrouped(grouping.region, grouping.shapes)
    between = _in_order(structure, source, target)
    if between:
        return structure.regrouped(between.region, between.shapes)
    return structure.with_move(Move(source, target, _SURE, BY_HAND))


def _check(structure: Structure, source: Span, target: Span) -> None:
    """Refuse segments that are not there."""
    made = structure.base.alignment
    for side, span, document in (("source", source, made.source), ("target", target, made.target)):
        if not span or span.stop > len(document.segments):
            last = len(document.segments) - 1
            found = f"{span.start}" if len(span) == 1 else f"{span.start} to {span.stop - 1}"
            raise OptionError(f"expected {side} segments from 0 to {last}, found {found}")


def _in_order(structure: Structure, source: Span, target: Span) -> Regrouping | None:
    """Return the null beads between two null beads with these two as one bead; None if other beads stand there."""
    one = next(k for k, bead in enumerate(structure.beads) if bead.source == source)
    other = next(k for k, bead in enumerate(structure.beads) if bead.target == target)
    first, last = min(one, other), max(one, other)
    between = structure.beads[first : last + 1]
    if any(bead.source and bead.target for bead in between):
        return None
    before: list[Shape] = []
    after: list[Shape] = []
    for bead in between:
        if bead.source != source and bead.target != target:
            earlier = bead.source.stop <= source.start if bead.source else bead.target.stop <= target.start
            (before if earlier else after).append((len(bead.source), len(bead.target)))
    return Regrouping(structure.region(first, last), (*before, (len(source), len(target)), *after))
