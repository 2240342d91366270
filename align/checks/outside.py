"""Lines outside the article that one version has within its article text, or right below it, and the other has not.

A reader of the other version misses a heading; of a caption, a note or another line nobody but a person can say
whether it belongs to the text. So none of them goes unsaid, unless it is furniture of the page for certain: a label, a
prompt, a credit, a page number, a line that comes again, or what stands under a label such as "Related". Authors, dates
and readers' comments are no part of the text.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from align.bitext import EVEN, Alignment, Comparison, Document, Fate, Finding, Role, Segment, Severity
from align.encoding import Encoder
from align.furniture.certainty import is_certain_furniture, is_credit, is_prose
from align.furniture.shapes import line_key

# A line that is aside was not weighed by the aligner; it was only held against the lines in the same place.
_SURE = 0.8
_NAMES = {
    Role.HEADLINE: "heading",
    Role.HEADING: "heading",
    Role.CELL: "cell of a table",
    Role.CAPTION: "caption",
    Role.CODE: "block of code",
    Role.FURNITURE: "line outside the article",
}
_HEADINGS = frozenset({Role.HEADLINE, Role.HEADING})
_OF_STRUCTURE = _HEADINGS | {Role.CELL, Role.CODE}  # told by the check of structure, where it can
_CHANGED = frozenset({Role.HEADING, Role.CAPTION})
_SHOWN_BELOW = frozenset({Role.CAPTION, Role.CELL, Role.CODE, Role.IMAGE})
_LONGEST_HEAD = 60  # characters of a running head with its page number
_DIGITS = re.compile(r"\d+")


def find_outside(comparison: Comparison, encoder: Encoder | None = None) -> Iterator[Finding]:
    """Yield a finding for every such line; see `align.checks.Check`."""
    yield from sorted((*_changed(comparison), *_lone(comparison)), key=lambda finding: finding.bead)


def _changed(comparison: Comparison) -> Iterator[Finding]:
    """Yield a finding for every line that stands in the place of another one of its role, and does not render it."""
    alignment = comparison.alignment
    structured = alignment.source.structure is not None and alignment.target.structure is not None
    for number, bead in enumerate(alignment.beads):
        if comparison.fates[number] is not Fate.ASIDE or bead.probability >= EVEN or not (bead.source and bead.target):
            continue
        role = alignment.source.segments[bead.source.start].role
        if (
            role in (_CHANGED - _OF_STRUCTURE if structured else _CHANGED)
            and alignment.target.segments[bead.target.start].role is role
        ):
            yield Finding(
                check="outside",
                kind="line-changed",
                severity=Severity.LOW,
                bead=number,
                source=alignment.source.chars_over(bead.source),
                target=alignment.target.chars_over(bead.target),
                probability=min(1.0 - bead.probability, _SURE),
                message=f"this {_NAMES[role]} of the source is another one in the target",
            )


def _lone(comparison: Comparison) -> Iterator[Finding]:
    """Yield a finding for every line without a counterpart."""
    alignment = comparison.alignment
    alone = [
        number
        for number, bead in enumerate(alignment.beads)
        if comparison.fates[number] is Fate.ASIDE and not (bead.source and bead.target)
    ]
    if not alone:
        return
    sources = {alignment.beads[number].source.start: number for number in alone if alignment.beads[number].source}
    targets = {alignment.beads[number].target.start: number for number in alone if alignment.beads[number].target}
    told = {sources[k]: alignment.source.segments[k] for k in _telling(alignment.source, sources)}
    told |= {targets[k]: alignment.target.segments[k] for k in _telling(alignment.target, targets)}
    if alignment.source.structure is not None and alignment.target.structure is not None:
        told = {number: segment for number, segment in told.items() if segment.role not in _OF_STRUCTURE}
    faced = _faced(alignment, told)
    for number, segment in sorted(told.items()):
        bead = alignment.beads[number]
        here, there = ("source", "target") if bead.source else ("target", "source")
        yield Finding(
            check="outside",
            kind="line-dropped" if bead.source else "line-added",
            severity=Severity.MEDIUM if segment.role in _HEADINGS and number not in faced else Severity.LOW,
            bead=number,
            source=alignment.source.chars_over(bead.source),
            target=alignment.target.chars_over(bead.target),
            probability=min(bead.probability, _SURE),
            message=f"this {_NAMES[segment.role]} within the {here} has no counterpart in the {there}",
        )


def _telling(document: Document, alone: Collection[int]) -> Iterator[int]:
    """Yield the segments inside the article that are aside and have no counterpart, but no furniture for certain.

    Args:
        document: with all of its segments.
        alone: numbers of the segments that are aside and have no counterpart.
    """
    segments = document.segments
    body = [number for number, segment in enumerate(segments) if segment.role is Role.BODY]
    if not body or not alone:
        return
    keys = Counter(_key(segment.text) for segment in segments if segment.role is not Role.BODY)
    labelled = False  # whether a label stands above, with nothing but lines aside between
    for number in range(body[0], _end(segments, body[-1])):
        segment = segments[number]
        labelled = segment.role is Role.FURNITURE and (
            labelled or is_certain_furniture(segment.text, document.language)
        )
        if number not in alone or segment.role not in _NAMES:
            continue
        again = segment.role is Role.FURNITURE and keys[_key(segment.text)] > 1
        if not again and not _is_silent(segment, document.language, labelled=labelled):
            yield number


def _end(segments: Sequence[Segment], last: int) -> int:
    """Return where the article ends: what is shown right below its last sentence, with its captions, belongs to it."""
    stop = last + 1
    while stop < len(segments) and segments[stop].role in _SHOWN_BELOW:
        stop += 1
    return stop


def _is_silent(segment: Segment, language: str, *, labelled: bool) -> bool:
    """Tell whether a line need not be told of."""
    if segment.role is Role.CODE:
        return False
    if segment.role is Role.CAPTION:
        return is_credit(segment.text, language)
    if is_certain_furniture(segment.text, language):
        return True
    if segment.role is not Role.FURNITURE or is_prose(segment.text, language):
        return False
    # A page number with a word, or the running head beside it: "[Page 19]", "42 The Salt Road".
    numbered = _DIGITS.search(segment.text) is not None and len(segment.text) <= _LONGEST_HEAD
    return labelled or numbered


def _faced(alignment: Alignment, told: dict[int, Segment]) -> set[int]:
    """Return the beads of lines that face one of the same role, between the same two beads with two sides."""
    faced: set[int] = set()
    run: list[int] = []
    for number, bead in enumerate((*alignment.beads, None)):
        if bead is not None and not (bead.source and bead.target):
            run += [number] if number in told else []
            continue
        for role in {told[k].role for k in run}:
            same = [k for k in run if told[k].role is role]
            if len({bool(alignment.beads[k].source) for k in same}) == len(("source", "target")):
                faced.update(same)
        run = []
    return faced


def _key(text: str) -> str:
    """Return the key under which two lines are the same, whatever their numbers: running heads have one of a page."""
    return " ".join(_DIGITS.sub(" ", line_key(text)).split())
