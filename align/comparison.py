"""Runs it all: two documents to what a report sees."""

import hashlib
from collections.abc import Iterator

from align.aligners import align_documents
from align.bitext import (
    EVEN,
    Alignment,
    Bead,
    Comparison,
    Coverage,
    Document,
    Fate,
    Finding,
    Role,
    Segment,
    Span,
    Verdict,
)
from align.encoding import Encoder
from align.passages import Passage, join_moves, likely_moves, moves_of_beads
from align.verdict import judge

VERSIONS = frozenset({Verdict.SAME, Verdict.NEAR_PARALLEL})


def compare(
    source: Document, target: Document, *, aligner: str = "default", encoder: Encoder | None = None
) -> Comparison:
    """Compare two versions of a text; of documents that are none, nothing is claimed to be dropped, added or moved.

    Aligner and encoder are those of `align.aligners.align_documents`.

    >>> from align import compare, document_from_text
    >>> source = document_from_text("The bridge is closed. Repairs start on Monday.", language="en")
    >>> target = document_from_text("Le pont est fermé.", language="fr")
    >>> [fate.value for fate in compare(source, target).fates]
    ['kept', 'dropped']
    """
    alignment = align_documents(source, target, aligner=aligner, encoder=encoder)
    fates = tuple(_fates(alignment))
    source_coverage = _coverage(source, [bead.source for bead in _matched(alignment, fates)])
    target_coverage = _coverage(target, [bead.target for bead in _matched(alignment, fates)])
    verdict = judge(alignment.version_probability, source_coverage, target_coverage, alignment.closeness)
    return Comparison(
        alignment=alignment,
        fates=fates,
        verdict=verdict,
        source_coverage=source_coverage,
        target_coverage=target_coverage,
        findings=tuple(_findings(alignment, fates)) if verdict in VERSIONS else (),
    )


def _fates(alignment: Alignment) -> Iterator[Fate]:
    """Yield the fate of every bead; a null bead of a likely move is moved."""
    moves = moves_of_beads(alignment)
    for number, bead in enumerate(alignment.beads):
        fate = _fate(alignment, bead)
        moved = number in moves and alignment.moves[moves[number]].probability >= EVEN
        yield Fate.MOVED if moved and fate is not Fate.ASIDE else fate


def _fate(alignment: Alignment, bead: Bead) -> Fate:
    """Return what became of the segments of a bead, as far as the bead alone tells."""
    if not any(segment.role is Role.BODY for segment in _segments(alignment, bead)):
        return Fate.ASIDE
    if not bead.target:
        return Fate.DROPPED
    if not bead.source:
        return Fate.ADDED
    if bead.probability < EVEN:
        return Fate.UNCERTAIN
    if len(bead.source) == len(bead.target):
        return Fate.KEPT
    return Fate.MERGED if len(bead.source) > len(bead.target) else Fate.SPLIT


def _segments(alignment: Alignment, bead: Bead) -> tuple[Segment, ...]:
    """Return the segments of a bead on both sides."""
    source = alignment.source.segments[bead.source.start : bead.source.stop]
    return source + alignment.target.segments[bead.target.start : bead.target.stop]


def _matched(alignment: Alignment, fates: tuple[Fate, ...]) -> Iterator[Bead]:
    """Yield the beads whose segments certainly have a counterpart, here or elsewhere."""
    for bead, fate in zip(alignment.beads, fates, strict=True):
        if (bead.source and bead.target and fate is not Fate.UNCERTAIN) or fate is Fate.MOVED:
            yield bead


def _coverage(document: Document, spans: list[Span]) -> Coverage:
    """Return how much of the article text of a document lies in `spans`."""
    covered = {number for span in spans for number in range(span.start, span.stop)}
    body = [number for number, segment in enumerate(document.segments) if segment.role is Role.BODY]
    sizes = [len(segment.chars) for segment in document.segments]
    return Coverage(
        segments=sum(number in covered for number in body),
        segments_in_all=len(body),
        characters=sum(sizes[number] for number in body if number in covered),
        characters_in_all=sum(sizes[number] for number in body),
    )


def _findings(alignment: Alignment, fates: tuple[Fate, ...]) -> Iterator[Finding]:
    """Yield a finding for every omission, addition and moved passage."""
    passages = {passage.source.start: passage for passage in join_moves(likely_moves(alignment))}
    for number, (bead, fate) in enumerate(zip(alignment.beads, fates, strict=True)):
        if fate in (Fate.DROPPED, Fate.ADDED):
            yield _null_finding(alignment, number, fate)
        elif fate is Fate.MOVED and bead.source and bead.source.start in passages:
            yield _move_finding(alignment, number, passages[bead.source.start])


def _null_finding(alignment: Alignment, number: int, fate: Fate) -> Finding:
    """Return the finding of an omission or an addition."""
    bead, dropped = alignment.beads[number], fate is Fate.DROPPED
    check = "omission" if dropped else "addition"
    here, there = ("source", "target") if dropped else ("target", "source")
    source, target = _chars(alignment.source, bead.source), _chars(alignment.target, bead.target)
    document, span = (alignment.source, source) if dropped else (alignment.target, target)
    return Finding(
        id=_identity(check, document.text[span.start : span.stop], span),
        check=check,
        kind=fate.value,
        bead=number,
        source=source,
        target=target,
        probability=bead.probability,
        message=f"this sentence of the {here} has no counterpart in the {there}",
    )


def _move_finding(alignment: Alignment, number: int, passage: Passage) -> Finding:
    """Return the finding of a moved passage, of which bead `number` is the first one of the source."""
    source, target = _chars(alignment.source, passage.source), _chars(alignment.target, passage.target)
    return Finding(
        id=_identity("move", alignment.source.text[source.start : source.stop], source),
        check="move",
        kind=Fate.MOVED.value,
        bead=number,
        source=source,
        target=target,
        probability=passage.probability,
        message="this passage of the source stands in another place of the target",
    )


def _chars(document: Document, segments: Span) -> Span:
    """Return the characters of segments; of none, the place where they would be."""
    if segments:
        return Span(document.segments[segments.start].chars.start, document.segments[segments.stop - 1].chars.stop)
    place = document.segments[segments.start - 1].chars.stop if segments.start else 0
    return Span(place, place)


def _identity(check: str, text: str, span: Span) -> str:
    """Return an id that stays when the tool runs again on the same text."""
    key = f"{check}\0{span.start}\0{text}".encode("utf-8", "surrogatepass")
    return hashlib.sha256(key).hexdigest()[:12]
