"""Documents whose sentences are on one line each, for whoever reads words, and the way back to the text as read.

A hard line end within a sentence is no more than a space, and in Chinese not even that. Aligners and checks so read
the same words however wide the lines are; what they find gets the places of the text as read.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from align.bitext import Comparison, Document, Element, Evidence, Finding, Role, Segment, Span
from align.flow import joints, parts_scripts

_READ = frozenset({Role.BODY, Role.HEADLINE, Role.HEADING, Role.CAPTION})  # code and lists of lines keep their lines


@dataclass(frozen=True, slots=True)
class Unwrapped:
    """A document without line ends in its sentences.

    Attributes:
        document: the one that is read.
        original: the one that it was made from.
        here: where its pieces begin, in its characters; the first one is 0.
        there: the same in those of the original.
        ends: where they end there.
    """

    document: Document
    original: Document
    here: tuple[int, ...] = (0,)
    there: tuple[int, ...] = (0,)
    ends: tuple[int, ...] = ()

    def chars(self, chars: Span) -> Span:
        """Return characters of the document as those of the original."""
        start = self._place(chars.start)
        return Span(start, self._place(chars.stop - 1) + 1) if chars else Span(start, start)

    def wrapped(self, document: Document) -> Document:
        """Return the original with the segments of a document.

        Args:
            document: this one, perhaps with other roles, and segments cut in two.
        """
        if document is self.document:
            return self.original
        text = self.original.text
        places = [self.chars(segment.chars) for segment in document.segments]
        segments = tuple(
            replace(segment, text=text[chars.start : chars.stop], chars=chars)
            for segment, chars in zip(document.segments, places, strict=True)
        )
        return replace(self.original, segments=segments)

    def _place(self, place: int) -> int:
        piece = bisect_right(self.here, place) - 1
        return self.there[piece] + place - self.here[piece]


_latest: list[Unwrapped] = []  # of the last two documents, since aligners and checks ask for the same


def unwrap(document: Document) -> Unwrapped:
    r"""Return a document without line ends in its sentences; most have none, and are given back as they are.

    >>> from align import document_from_text
    >>> unwrap(document_from_text("The harbour is closed\nuntil the coun-\ncil meets.", language="en")).document.text
    'The harbour is closed until the council meets.'
    """
    found = next((known for known in _latest if known.original is document), None)
    if found is None:
        found = _unwrap(document, list(_cuts(document)))
        _latest[:] = [*_latest[-1:], found]
    return found


def _unwrap(document: Document, cuts: Sequence[tuple[int, int, str]]) -> Unwrapped:
    """Return a document without the characters of some cuts."""
    if not cuts:
        return Unwrapped(document, document)
    here, there = [0], [0]
    ends: list[int] = []
    pieces: list[str] = []
    for start, stop, between in cuts:
        pieces += [document.text[there[-1] : start], between]
        ends.append(start)
        here.append(here[-1] + start - there[-1] + len(between))
        there.append(stop)
    ends.append(len(document.text))
    pieces.append(document.text[there[-1] :])
    text = "".join(pieces)

    def placed(chars: Span) -> Span:
        return Span(_ahead(chars.start, here, there, ends), _ahead(chars.stop, here, there, ends))

    segments = []
    for segment in document.segments:
        chars = placed(segment.chars)
        segments.append(Segment(text[chars.start : chars.stop], chars, segment.paragraph, segment.role))
    elements = document.structure and tuple(Element(it.kind, placed(it.chars), it.value) for it in document.structure)
    flowing = replace(document, text=text, segments=tuple(segments), structure=elements)
    return Unwrapped(flowing, document, tuple(here), tuple(there), tuple(ends))


def unwrapped_comparison(comparison: Comparison) -> tuple[Comparison, Unwrapped, Unwrapped]:
    """Return a comparison of the two documents without line ends in sentences, and the ways back.

    Args:
        comparison: without any findings yet.
    """
    alignment = comparison.alignment
    source, target = unwrap(alignment.source), unwrap(alignment.target)
    if source.document is not alignment.source or target.document is not alignment.target:
        alignment = replace(alignment, source=source.document, target=target.document)
        comparison = replace(comparison, alignment=alignment)
    return comparison, source, target


def wrapped_finding(finding: Finding, source: Unwrapped, target: Unwrapped) -> Finding:
    """Return a finding with the places of the texts as read.

    Args:
        finding: about two documents without line ends in sentences.
        source: what they are of.
        target: the same of the other side.
    """
    evidence = []
    for each in finding.evidence:
        side = source if each.side == "source" else target
        chars = side.chars(each.chars)
        evidence.append(Evidence(each.label, each.side, chars, side.original.text[chars.start : chars.stop]))
    return replace(
        finding,
        source=source.chars(finding.source),
        target=target.chars(finding.target),
        evidence=tuple(evidence),
    )


def _cuts(document: Document) -> Iterator[tuple[int, int, str]]:
    """Yield what goes at line ends, half-open characters, and what stands there instead."""
    read = [segment for segment in document.segments if segment.role in _READ]
    wrapped = {segment.paragraph for segment in read if "\n" in segment.text}
    if not wrapped:
        return
    spaced = parts_scripts(document.text)
    for paragraph, segments in groupby(read, key=lambda segment: segment.paragraph):
        if paragraph in wrapped:
            *_, last = held = list(segments)
            yield from joints(document.text, Span(held[0].chars.start, last.chars.stop), spaced=spaced)


def _ahead(place: int, here: Sequence[int], there: Sequence[int], ends: Sequence[int]) -> int:
    """Return a place of the original in the text without line ends; within what goes it is where that began."""
    piece = bisect_right(there, place) - 1
    return here[piece] + min(place, ends[piece]) - there[piece]
