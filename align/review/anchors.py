"""A pair aligned again around what a person has locked.

Two-sided locked beads are hard anchors. The whole is aligned as usual, as a stretch alone tells the aligner too little;
where its beads keep to the anchors they stay, and a stretch between two anchors in which they do not is aligned apart.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from align.aligners import ALIGNERS, Aligner, align_documents
from align.aligners.places import find_places
from align.bitext import Alignment, Bead, Counterpart, Document, Move, Span
from align.ledger import check_moves
from align.plugins import load_member
from align.review.keys import SegmentKeys
from align.review.structure import BY_HAND, Region, Structure, holding


def align_again(structure: Structure, source: Document, target: Document) -> Alignment:
    """Return an alignment of two documents that keeps to the locked beads of a review.

    Args:
        structure: of the review, whose locks count as far as their texts are still there in this order.
        source: the text as it was, or as it is now.
        target: the same.
    """
    fresh = align_documents(source, target)
    return _anchored(fresh, list(_anchors(structure, fresh)))


def _anchors(structure: Structure, fresh: Alignment) -> Iterator[Region]:
    """Yield the two-sided locked beads in the numbers of another alignment, rising on both sides."""
    base = structure.base
    keys = SegmentKeys(fresh.source), SegmentKeys(fresh.target)
    i = j = 0
    for region in sorted(structure.locked, key=lambda each: (each.source, each.target)):
        if not (region.source and region.target):
            continue
        source = keys[0].find(base.source.over(region.source))
        target = keys[1].find(base.target.over(region.target))
        if source and target and source.start >= i and target.start >= j:
            yield Region(source, target)
            i, j = source.stop, target.stop


def _anchored(fresh: Alignment, anchors: Sequence[Region]) -> Alignment:
    """Return an alignment with the anchors as beads."""
    beads: list[Bead] = []
    moves = list(fresh.moves)
    i = j = 0
    end = Span(len(fresh.source.segments), len(fresh.source.segments))
    last = Region(end, Span(len(fresh.target.segments), len(fresh.target.segments)))
    for anchor in (*anchors, last):
        stretch = Region(Span(i, anchor.source.start), Span(j, anchor.target.start))
        kept = [bead for bead in fresh.beads if _inside(bead, stretch)]
        if not _covers(kept, stretch):
            kept, found = _apart(fresh, stretch)
            moves += found
        beads += kept
        if anchor is not last:
            beads.append(Bead(anchor.source, anchor.target, BY_HAND, BY_HAND))
        i, j = anchor.source.stop, anchor.target.stop
    beads = list(_placed(beads))
    held = tuple(_holding(moves, beads))
    continuations = holding(fresh.continuations, held, beads)
    return replace(fresh, beads=tuple(beads), moves=held, continuations=continuations)


def _apart(fresh: Alignment, stretch: Region) -> tuple[list[Bead], list[Move]]:
    """Return the beads and moves of a stretch that is aligned alone, in the numbers of the whole."""
    source, target = _part(fresh.source, stretch.source), _part(fresh.target, stretch.target)
    i, j = stretch.source.start, stretch.target.start
    if not (find_places(source) and find_places(target)):
        nulls = [Bead(Span(k, k + 1), Span(j, j), 0.0, 1.0) for k in range(i, stretch.source.stop)]
        end = Span(stretch.source.stop, stretch.source.stop)
        return nulls + [Bead(end, Span(k, k + 1), 0.0, 1.0) for k in range(j, stretch.target.stop)], []
    run: Aligner = load_member(ALIGNERS, "default", kind="aligner")
    found = run(source, target, None)
    beads = [replace(bead, source=_moved(bead.source, i), target=_moved(bead.target, j)) for bead in found.beads]
    # What was rejected is counted in the stretch, too, on the side that the bead has nothing of.
    beads = [replace(bead, rejected=_rejected(bead, i, j)) for bead in beads]
    return beads, [replace(move, source=_moved(move.source, i), target=_moved(move.target, j)) for move in found.moves]


def _rejected(bead: Bead, i: int, j: int) -> Counterpart | None:
    closest = bead.rejected
    return closest and Counterpart(_moved(closest.segments, j if bead.source else i), closest.score)


def _part(document: Document, segments: Span) -> Document:
    """Return some segments of a document as a document of their own."""
    chars = document.chars_over(segments)
    chosen = document.segments[segments.start : segments.stop]
    shifted = tuple(replace(each, chars=_moved(each.chars, -chars.start)) for each in chosen)
    # The structure counts characters of the whole, and tells an aligner nothing.
    return replace(document, text=document.text_over(segments), segments=shifted, structure=None)


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.stop + by)


def _inside(bead: Bead, stretch: Region) -> bool:
    """Tell whether all segments of a bead are in a stretch."""
    return all(
        whole.start <= own.start and own.stop <= whole.stop
        for own, whole in ((bead.source, stretch.source), (bead.target, stretch.target))
        if own
    )


def _covers(beads: Sequence[Bead], stretch: Region) -> bool:
    """Tell whether beads have every segment of a stretch."""
    counts = sum(len(bead.source) for bead in beads), sum(len(bead.target) for bead in beads)
    return counts == (len(stretch.source), len(stretch.target))


def _placed(beads: Iterable[Bead]) -> Iterator[Bead]:
    """Yield beads with the places of empty sides where the beads before them end."""
    i = j = 0
    for bead in beads:
        source, target = bead.source or Span(i, i), bead.target or Span(j, j)
        yield replace(bead, source=source, target=target)
        i, j = source.stop, target.stop


def _holding(moves: Iterable[Move], beads: Sequence[Bead]) -> Iterator[Move]:
    """Yield, in the order of the source, the moves of null beads that no earlier one has taken."""
    taken: list[Move] = []
    for move in sorted(moves, key=lambda each: each.source):
        try:
            check_moves((*taken, move), beads)
        except ValueError:
            continue
        taken.append(move)
    yield from taken
