"""How much a finding weighs: a caveat, the headline, a quotation or a figure more than background near the end.

What a finding is about gives it *reasons*. They tell a reader why it matters, put the gravest first, and make one that
is about a caveat as severe as it can be: who drops "could not be confirmed" makes a claim a fact.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

import regex

from align.bitext import EVEN, Comparison, Document, Finding, Role, Severity, Span
from align.lexica import is_caveat
from align.lexica.quotations import find_quotations

# The reasons, the weightiest first, and how much each adds.
REASONS = {"caveat": 8.0, "headline": 4.0, "quotation": 2.0, "figure": 1.5, "lead": 1.0}
MOST = 5  # findings that are called the gravest
_SENTENCE_KINDS = frozenset({"dropped", "added", "replaced"})
_LEAD = 3  # sentences at most, and no more than a paragraph
_LEAST_FOR_LEAD = 6  # sentences; a shorter text has none
_SEVERITIES = tuple(Severity)
_FIGURE = regex.compile(r"\p{Nd}")
_OLDEST = 0.5  # what a finding at the end of a text weighs less than one at its beginning


def with_reasons(findings: Sequence[Finding], comparison: Comparison) -> Iterator[Finding]:
    """Yield the findings with the reasons why they matter, and those about a lost or new caveat as severe.

    Args:
        findings: of this comparison.
        comparison: two versions of one text.
    """
    alignment = comparison.alignment
    sides = _Side(alignment.source), _Side(alignment.target)
    for finding in findings:
        told = [(side, chars) for side, chars in zip(sides, (finding.source, finding.target), strict=True) if chars]
        # Beside a few words the sentence that corresponds says nothing about them.
        words = [(side, chars) for side, chars in told if not side.is_whole(chars)]
        found = {reason for side, chars in words or told for reason in side.reasons(chars)}
        reasons = tuple(reason for reason in REASONS if reason in found)
        grave = "caveat" in found and finding.kind in _SENTENCE_KINDS
        yield replace(finding, reasons=reasons, severity=Severity.HIGH if grave else finding.severity)


def gravest(comparison: Comparison) -> tuple[Finding, ...]:
    """Return up to five findings that are sure, the gravest first."""
    sure = [finding for finding in comparison.findings if finding.probability >= EVEN]
    sides = comparison.alignment.source.text, comparison.alignment.target.text
    return tuple(sorted(sure, key=lambda finding: _rank(finding, sides))[:MOST])


def _rank(finding: Finding, texts: tuple[str, str]) -> tuple[int, float, int]:
    """Return what findings are sorted by: severity, weight of the reasons and of the place, order of the text."""
    weight = sum(REASONS[reason] for reason in finding.reasons)
    chars, text = (finding.source, texts[0]) if finding.source else (finding.target, texts[1])
    place = chars.start / len(text) if text else 0.0
    return _SEVERITIES.index(finding.severity), _OLDEST * place - weight * finding.probability, finding.bead


class _Side:
    """What of a document makes a finding matter, looked up once."""

    def __init__(self, document: Document) -> None:
        """Find the quotations, the headline and the lead of a document.

        Args:
            document: of either side.
        """
        self._document = document
        self._lead = frozenset(_lead(document))

    @cached_property
    def _speech(self) -> list[Span]:
        """Return the half-open characters of what somebody says, with the marks."""
        quotations = find_quotations(self._document.text, self._document.language)
        return [Span(quotation.start, quotation.stop) for quotation in quotations if quotation.is_speech]

    def is_whole(self, chars: Span) -> bool:
        """Return whether some characters are those of whole sentences."""
        return self._document.chars_over(self._document.segments_over(chars)) == chars

    def reasons(self, chars: Span) -> Iterator[str]:
        """Yield the reasons that lie in some characters."""
        text, language = self._document.text[chars.start : chars.stop], self._document.language
        if is_caveat(text, language):
            yield "caveat"
        if _FIGURE.search(text):
            yield "figure"
        if any(span.start < chars.stop and chars.start < span.stop for span in self._speech):
            yield "quotation"
        segments = self._document.segments_over(chars)
        for number in range(segments.start, segments.stop):
            if self._document.segments[number].role is Role.HEADLINE:
                yield "headline"
            elif number in self._lead:
                yield "lead"


def _lead(document: Document) -> Iterator[int]:
    """Yield the numbers of the first sentences of the article: of its first paragraph, three at most."""
    body = [number for number, segment in enumerate(document.segments) if segment.role is Role.BODY]
    if len(body) < _LEAST_FOR_LEAD:
        return
    first = document.segments[body[0]].paragraph
    yield from (number for number in body[:_LEAD] if document.segments[number].paragraph == first)
