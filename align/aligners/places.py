"""Which segments take part in an alignment, and how beads over those become beads over all segments.

Headlines, headings, article text, captions, the text of images and cells take part. Code is paired by what it says and
not by vectors; everything else on the page is a null bead of its own, until `align.aligners.roles` holds it against the
other side.
"""

from collections.abc import Iterable, Iterator

from align.aligners.code_pairs import pair_code
from align.bitext import Bead, Document, Role, Span

TAKES_PART = frozenset({Role.HEADLINE, Role.HEADING, Role.BODY, Role.CAPTION, Role.IMAGE, Role.CELL})
# Two of these are never one in the other version, as two sentences may be.
_ALONE = frozenset({Role.HEADING, Role.CELL, Role.IMAGE})


def takes_part(document: Document) -> bool:
    """Return whether a segment of a document takes part."""
    return any(segment.role in TAKES_PART for segment in document.segments)


def find_places(document: Document) -> list[int]:
    """Return the numbers of the segments that take part."""
    return [number for number, segment in enumerate(document.segments) if segment.role in TAKES_PART]


def find_reach(document: Document, places: list[int], *, longest: int) -> list[int]:
    """Return how many segments before each place a bead may take: none beyond a change of role or page furniture.

    Args:
        document: whose segments they are.
        places: the numbers of the segments that take part, rising.
        longest: how many segments a bead may take at most.

    Returns:
        `len(places) + 1` numbers from 0 to `longest`; the first one is for the beginning.
    """
    roles = {document.segments[number].role for number in places}
    if len(roles) == 1 and not roles & _ALONE and places[-1] - places[0] == len(places) - 1:
        return [min(k, longest) for k in range(len(places) + 1)]  # as of most documents
    reach = [0]
    for k, number in enumerate(places):
        joined = k > 0 and places[k - 1] == number - 1
        role = document.segments[number].role
        same = joined and role not in _ALONE and role is document.segments[number - 1].role
        reach.append(min(reach[k] + 1, longest) if same else 1)
    return reach


def spread_beads(beads: Iterable[Bead], source: Document, target: Document) -> Iterator[Bead]:
    """Yield beads over all segments from beads over the places, with a null bead for each segment without part.

    Args:
        beads: in order, with spans that count places; a bead with several places of a side has neighbours there.
        source: the document whose places are counted.
        target: the same.
    """
    if all(segment.role in TAKES_PART for document in (source, target) for segment in document.segments):
        yield from beads
        return
    ends = [*find_places(source), len(source.segments)], [*find_places(target), len(target.segments)]
    i = j = 0
    for bead in beads:
        start = ends[0][bead.source.start] if bead.source else i
        stop = ends[1][bead.target.start] if bead.target else j
        if start > i or stop > j:
            yield from _asides(source, target, range(i, start), range(j, stop))
        i, j = start + len(bead.source), stop + len(bead.target)
        if (bead.source.start, bead.target.start) == (start, stop):
            yield bead  # nothing was left out before it
        else:
            yield Bead(Span(start, i), Span(stop, j), bead.score, bead.probability, bead.rejected)
    yield from _asides(source, target, range(i, len(source.segments)), range(j, len(target.segments)))


def _asides(source: Document, target: Document, sources: range, targets: range) -> Iterator[Bead]:
    """Yield a null bead for each segment of two ranges, but one bead for code that corresponds."""
    i, j = sources.start, targets.start
    for row, column, probability in pair_code(source, target, sources, targets):
        yield from _nulls(i, row, j, column)
        i, j = row + 1, column + 1
        yield Bead(Span(row, i), Span(column, j), 0.0, probability)
    yield from _nulls(i, sources.stop, j, targets.stop)


def _nulls(i: int, i_stop: int, j: int, j_stop: int) -> Iterator[Bead]:
    """Yield a null bead for each segment of two ranges."""
    for number in range(i, i_stop):
        yield Bead(Span(number, number + 1), Span(j, j), 0.0, 1.0)
    for number in range(j, j_stop):
        yield Bead(Span(i_stop, i_stop), Span(number, number + 1), 0.0, 1.0)
