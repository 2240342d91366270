"""The gaps of an alignment: what stands on both sides between two beads that hold."""

from collections.abc import Iterator
from dataclasses import dataclass

from align.aligners.places import TAKES_PART
from align.bitext import Alignment, Document, Span


@dataclass(frozen=True, slots=True)
class Gap:
    """Segments without a counterpart: half-open numbers of those of both sides, and of the beads that they are in."""

    beads: Span
    source: Span
    target: Span


def find_gaps(alignment: Alignment, *, least: float) -> Iterator[Gap]:
    """Yield the gaps that have segments on both sides, one at least of them aside.

    Args:
        alignment: the beads.
        least: probability of a bead with two sides that ends a gap; a less probable one is part of it.
    """
    documents = alignment.source, alignment.target
    if all(segment.role in TAKES_PART for document in documents for segment in document.segments):
        return
    start = 0
    for number, bead in enumerate(alignment.beads):
        if bead.source and bead.target and bead.probability >= least:
            yield from _gap(alignment, Span(start, number))
            start = number + 1
    yield from _gap(alignment, Span(start, len(alignment.beads)))


def _gap(alignment: Alignment, beads: Span) -> Iterator[Gap]:
    """Yield the gap that some beads are, unless there is nothing in it to hold against each other."""
    if not beads:
        return
    first, last = alignment.beads[beads.start], alignment.beads[beads.stop - 1]
    source, target = Span(first.source.start, last.source.stop), Span(first.target.start, last.target.stop)
    if source and target and (_has_asides(alignment.source, source) or _has_asides(alignment.target, target)):
        yield Gap(beads, source, target)


def _has_asides(document: Document, span: Span) -> bool:
    return any(segment.role not in TAKES_PART for segment in document.segments[span.start : span.stop])
