"""Roles, which are decided for each document alone, are held against the other side.

1. What one side has outside its article and the other one, without a counterpart, in its article belongs to the article
   of both, if it is a sentence. What is page furniture by its own words, and a line that is none, such as one of a list
   of links, is outside of both.
2. Where a role has changed the documents are aligned once more. What found no counterpart nevertheless gets its first
   role back.
3. Lines outside of both articles that correspond are one bead.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace

from align.aligners.asides import NEAR, Match, join_asides, match_asides
from align.aligners.places import TAKES_PART, find_places
from align.bitext import EVEN, Alignment, Document, Role, Segment, Span
from align.blas import one_thread
from align.continuations import continued_beads
from align.encoding import Encoder
from align.furniture.certainty import is_certain_furniture, is_prose
from align.furniture.shapes import ends_sentence
from align.passages import moves_of_beads
from align.sentences.split import split_sentences

Align = Callable[[Document, Document], Alignment]
Roles = dict[int, Role]


@one_thread()
def agree_on_roles(alignment: Alignment, align: Align, encoder: Encoder | None = None) -> Alignment:
    """Return an alignment of the two documents with the roles that both sides agree on.

    The documents of the result have other roles, and article text that was aside is cut into sentences there. An
    alignment without anything aside, or of documents that are no versions of one text, is given back as it is.

    Args:
        alignment: of the documents with the roles that each has alone.
        align: what aligns two documents.
        encoder: what gives the vectors of lines that are aside; the embedded one for None.
    """
    if alignment.version_probability < EVEN or not (find_places(alignment.source) and find_places(alignment.target)):
        return alignment
    matches = match_asides(alignment, encoder)
    source, target = _settled(alignment, matches)
    if source or target:
        new = with_roles(alignment.source, source), with_roles(alignment.target, target)
        alignment = _with_roles_back(align(*new), alignment)
        matches = match_asides(alignment, encoder)
    return replace(alignment, beads=join_asides(alignment, matches)) if matches else alignment


def with_roles(document: Document, roles: Mapping[int, Role]) -> Document:
    """Return a document with other roles; what becomes article text is cut into sentences.

    Args:
        document: with all of its segments.
        roles: the new ones, by the numbers of the segments.
    """
    if not roles:
        return document
    segments: list[Segment] = []
    for number, segment in enumerate(document.segments):
        role = roles.get(number, segment.role)
        if role is Role.BODY and segment.role is not Role.BODY:
            segments += _cut(segment, document.language)
        else:
            segments.append(replace(segment, role=role))
    return replace(document, segments=tuple(segments))


def _cut(segment: Segment, language: str) -> list[Segment]:
    """Return the sentences of a segment as article text."""
    start = segment.chars.start
    return [
        Segment(segment.text[span.start : span.stop], Span(start + span.start, start + span.stop), segment.paragraph)
        for span in split_sentences(segment.text, language)
    ]


def _settled(alignment: Alignment, matches: Iterable[Match]) -> tuple[Roles, Roles]:
    """Return the new roles of both sides by the numbers of the segments."""
    source: Roles = {}
    target: Roles = {}
    for match in matches:
        one, other = alignment.source.segments[match.source], alignment.target.segments[match.target]
        if one.role not in TAKES_PART and other.role in TAKES_PART:
            if _is_text(one, other, alignment.source.language):
                source[match.source] = other.role
            elif match.cosine >= NEAR:
                target[match.target] = one.role
        elif other.role not in TAKES_PART and one.role in TAKES_PART:
            if _is_text(other, one, alignment.target.language):
                target[match.target] = one.role
            elif match.cosine >= NEAR:
                source[match.source] = other.role
    return source, target


def _is_text(aside: Segment, other: Segment, language: str) -> bool:
    """Tell whether a segment that is aside, and matches one that takes part, has the role of that one.

    Args:
        aside: the segment that is aside.
        other: the one that takes part.
        language: of the first.
    """
    if is_certain_furniture(aside.text, language):
        return False
    sentence = any(is_prose(segment.text, language) or ends_sentence(segment.text) for segment in (aside, other))
    return sentence or other.role is not Role.BODY


def _with_roles_back(alignment: Alignment, before: Alignment) -> Alignment:
    """Return an alignment in which paragraphs that came into the article and found nothing there have their old role.

    Args:
        alignment: with the new roles.
        before: the one that it came from, with the old roles.
    """
    moves = moves_of_beads(alignment) | continued_beads(alignment)
    alone = [bead for number, bead in enumerate(alignment.beads) if number not in moves]
    sources = {k for bead in alone if not bead.target for k in range(bead.source.start, bead.source.stop)}
    targets = {k for bead in alone if not bead.source for k in range(bead.target.start, bead.target.stop)}
    source = _without_lost(alignment.source, before.source, sources)
    return replace(alignment, source=source, target=_without_lost(alignment.target, before.target, targets))


def _without_lost(document: Document, before: Document, alone: Collection[int]) -> Document:
    """Return a document in which paragraphs that came into the article have their old role if they are all alone there.

    Args:
        document: with the new roles.
        before: with the old roles.
        alone: numbers of the segments that have no counterpart.
    """
    old = {segment.paragraph: segment.role for segment in before.segments if segment.role not in TAKES_PART}
    came: dict[int, list[int]] = {}
    for number, segment in enumerate(document.segments):
        if segment.paragraph in old and segment.role in TAKES_PART:
            came.setdefault(segment.paragraph, []).append(number)
    lost = (numbers for numbers in came.values() if all(number in alone for number in numbers))
    return with_roles(document, {k: old[document.segments[k].paragraph] for numbers in lost for k in numbers})
