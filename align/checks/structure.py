"""Headings, code, rows, images, links and macros that are missing in one version or are others there.

What a format tells of its structure is compared; where one of the two tells nothing, nothing is claimed but of code
that corresponds. What is in a sentence that was dropped or added goes with it, and is not told again.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from align.bitext import Comparison, Document, Finding, Severity, Span, Structure
from align.encoding import Encoder
from align.language import primary_language
from align.structure.changes import change_of, is_excused, shown, usual_shift
from align.structure.keys import key_of
from align.structure.pairing import pair_elements
from align.structure.places import Placed, place_elements
from align.structure.texts import other_texts

_SURE, _LIKELY = 0.95, 0.8  # what is told by order alone may stand beside its place
_WITH_TEXT = frozenset({Structure.HEADING, Structure.IMAGE})
_SEVERAL = 3  # from so many on, one finding tells that a version has none of them


@dataclass(frozen=True, slots=True)
class _Kind:
    """What is said of a kind of element: its finding, its name, and how much its loss and its change matter.

    `slight` is for a change that may be a matter of form.
    """

    finding: str
    noun: str
    lost: Severity
    changed: Severity
    ordered: bool = False
    slight: Severity = Severity.LOW


_KINDS = {
    Structure.HEADING: _Kind("heading", "heading", Severity.MEDIUM, Severity.LOW, ordered=True),
    Structure.CODE: _Kind("code", "block of code", Severity.MEDIUM, Severity.HIGH),
    Structure.INLINE: _Kind("code", "code in the sentence", Severity.LOW, Severity.HIGH, slight=Severity.MEDIUM),
    Structure.ROW: _Kind("table", "row of a table", Severity.MEDIUM, Severity.MEDIUM, ordered=True),
    Structure.IMAGE: _Kind("image", "image", Severity.LOW, Severity.LOW),
    Structure.LINK: _Kind("link", "link", Severity.LOW, Severity.MEDIUM),
    Structure.MACRO: _Kind("macro", "macro", Severity.MEDIUM, Severity.MEDIUM),
}


def find_structure(comparison: Comparison, encoder: Encoder | None = None) -> Iterator[Finding]:
    """Yield a finding for every element that is missing or changed; see `align.checks.Check`."""
    alignment = comparison.alignment
    untold = [side.structure is None for side in (alignment.source, alignment.target)]
    if all(untold):
        return
    sides = list(place_elements(comparison, "source")), list(place_elements(comparison, "target"))
    found: list[Finding] = []
    for structure in _KINDS:
        source, target = ([placed for placed in side if placed.element.kind is structure] for side in sides)
        if not any(untold):
            found += _of_kind(comparison, structure, source, target, encoder)
        elif structure is Structure.CODE:
            # What is missing is told of as a line outside the article.
            found += (
                it for it in _of_kind(comparison, structure, source, target, encoder) if it.severity is Severity.HIGH
            )
    rows = [finding for finding in found if finding.kind == "table"]
    lost = [sorted(row.source for row in rows), sorted(row.target for row in rows)]
    yield from sorted((it for it in found if not _is_in_row(it, lost)), key=lambda finding: finding.bead)


def _is_in_row(finding: Finding, lost: Sequence[Sequence[Span]]) -> bool:
    """Tell whether a finding is in a row that has one as a whole; the rows of either side are in order."""
    if finding.kind == "table":
        return False
    for chars, rows in zip((finding.source, finding.target), lost, strict=True):
        before = bisect_right(rows, chars.start, key=lambda row: row.start)
        if chars and before and chars.stop <= rows[before - 1].stop:
            return True
    return False


def _of_kind(
    comparison: Comparison, structure: Structure, source: list[Placed], target: list[Placed], encoder: Encoder | None
) -> Iterator[Finding]:
    alignment, kind = comparison.alignment, _KINDS[structure]
    languages = primary_language(alignment.source.language), primary_language(alignment.target.language)
    keys = (
        [key_of(placed, alignment.source, languages) for placed in source],
        [key_of(placed, alignment.target, languages) for placed in target],
    )
    pairs = list(pair_elements(source, target, keys, ordered=kind.ordered))
    lone = [pair for pair in pairs if None in pair and not is_excused(alignment, *pair)]
    slight = kind.lost is Severity.LOW or (kind.ordered and all(_is_answered(pair) for pair in lone))
    if len(lone) >= _SEVERAL and not (source and target) and slight:
        yield _none_of(comparison, kind, lone)
        return
    for one, other in lone:
        yield _lost(comparison, kind, one, other)
    shift = usual_shift([(one, other) for one, other in pairs if one and other]) if kind.ordered else 0
    if structure in _WITH_TEXT:
        both = [(one, other) for one, other in pairs if one and other and not (one.answered and other.answered)]
        for pair, told in other_texts(alignment, both, encoder, kind.noun):
            yield _finding(comparison, kind, pair, Severity.LOW, told)
    for one, other in pairs:
        if one and other and (change := change_of(alignment, one, other, languages, shift)):
            severity = kind.changed if change.grave else kind.slight
            yield _finding(comparison, kind, (one, other), severity, f"this {kind.noun} {change.words}")


def _lost(comparison: Comparison, kind: _Kind, one: Placed | None, other: Placed | None) -> Finding:
    """Return the finding of an element that one side has not."""
    placed = one or other
    here, there = ("source", "target") if one else ("target", "source")
    what = shown(placed.element.value) if placed and kind.finding in ("image", "link", "macro") else ""
    named = f"{kind.noun} of the {here}" + (f" ({what})" if what else "")
    severity = kind.lost
    if placed and placed.element.kind is Structure.MACRO and not placed.holds_segments:
        severity = Severity.LOW  # its words, if it has any, are still there
    if kind.ordered and _is_answered((one, other)):
        return _finding(comparison, kind, (one, other), Severity.LOW, f"this {named} is plain text in the {there}")
    return _finding(comparison, kind, (one, other), severity, f"this {named} is missing in the {there}")


def _is_answered(pair: tuple[Placed | None, Placed | None]) -> bool:
    """Tell whether the words of an element that one side alone has are on the other side, too."""
    return any(placed is not None and placed.answered for placed in pair)


def _none_of(comparison: Comparison, kind: _Kind, lone: Sequence[tuple[Placed | None, Placed | None]]) -> Finding:
    """Return one finding of many elements of which one side has none at all."""
    here, there = ("source", "target") if lone[0][0] else ("target", "source")
    message = f"the {there} has none of the {len(lone)} elements of this kind of the {here}, of which this is the first"
    return _finding(comparison, kind, lone[0], Severity.LOW, f"{message}: {kind.noun}")


def _finding(
    comparison: Comparison, kind: _Kind, pair: tuple[Placed | None, Placed | None], severity: Severity, message: str
) -> Finding:
    alignment = comparison.alignment
    one, other = pair
    number = one.bead if one else other.bead if other else 0
    bead = alignment.beads[number]
    return Finding(
        check="structure",
        kind=kind.finding,
        severity=severity,
        bead=number,
        source=_chars(alignment.source, one) if one else alignment.source.chars_over(bead.source),
        target=_chars(alignment.target, other) if other else alignment.target.chars_over(bead.target),
        probability=_LIKELY if kind.ordered else _SURE,
        message=message,
    )


def _chars(document: Document, placed: Placed) -> Span:
    """Return the characters of an element; of one without text those of the segment that it is in or behind."""
    return placed.element.chars or document.chars_over(placed.segments)
