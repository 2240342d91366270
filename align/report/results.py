"""Findings as other programs take them: one result each, with its file, line and column on both sides."""

from collections.abc import Iterator
from dataclasses import dataclass

from align.bitext import EVEN, Comparison, Fate, Finding, Severity, Span
from align.flow import flow
from align.kinds import KINDS
from align.lines import Place
from align.locate import Locator
from align.revision import is_revised
from align.sanitize import sanitize_line

NOT_VERSIONS, REVISED = "not-versions", "revised"
RULES = {
    **KINDS,
    NOT_VERSIONS: "The two documents are no versions of one text.",
    REVISED: "The two versions are in one language, and not identical but for spaces and quotation marks.",
}

_ALONE = frozenset({Fate.DROPPED, Fate.ADDED, Fate.MOVED})
_LONGEST = 100  # characters of a sentence that are told


@dataclass(frozen=True, slots=True)
class Where:
    """A place in a file: its name as it was given, and where the words begin and end."""

    file: str
    start: Place
    stop: Place

    def __str__(self) -> str:
        """Return the place as compilers write it, safe to print."""
        return f"{sanitize_line(self.file)}:{self.start.line}:{self.start.column}"


@dataclass(frozen=True, slots=True)
class Result:
    """A finding, or what is said of the whole pair, with all text made safe.

    Attributes:
        id: of the finding; empty for the whole pair.
        kind: a name in `RULES`, or one that only its check knows.
        severity: how much it matters.
        probability: that it holds.
        message: one sentence.
        reasons: why it matters.
        target: where it is to be mended.
        source: the same place of the source.
    """

    id: str
    kind: str
    severity: Severity
    probability: float
    message: str
    reasons: tuple[str, ...]
    target: Where
    source: Where

    @property
    def is_sure(self) -> bool:
        """Return whether it is more likely than not."""
        return self.probability >= EVEN


def results_of(comparison: Comparison) -> Iterator[Result]:
    """Yield the results of a comparison in the order of its findings, what is said of the whole first."""
    alignment = comparison.alignment
    sides = Locator(alignment.source), Locator(alignment.target)

    def where(side: int, chars: Span) -> Where:
        document = (alignment.source, alignment.target)[side]
        return Where(document.name, *sides[side].place(chars))

    whole = _whole(comparison)
    if whole:
        kind, severity = whole
        top = where(1, Span(0, 0)), where(0, Span(0, 0))
        yield Result("", kind, severity, 1.0, RULES[kind], (), *top)
    for it in comparison.findings:
        yield Result(
            id=it.id,
            kind=sanitize_line(it.kind),
            severity=it.severity,
            probability=it.probability,
            message=sanitize_line(it.message + _words(it, comparison)),
            reasons=it.reasons,
            target=where(1, it.target),
            source=where(0, it.source),
        )


def _words(finding: Finding, comparison: Comparison) -> str:
    """Return the beginning of a sentence that is in one version only, to be added to what is said of it."""
    alignment = comparison.alignment
    document, chars = (alignment.source, finding.source) if finding.source else (alignment.target, finding.target)
    if finding.source and finding.target and comparison.fates[finding.bead] not in _ALONE:
        return ""
    text = flow(document.text[chars.start : chars.stop])
    return f": {text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + '…'}"


def _whole(comparison: Comparison) -> tuple[str, Severity] | None:
    """Return what is said of a pair as a whole."""
    if not comparison.are_versions:
        return NOT_VERSIONS, Severity.HIGH
    if is_revised(comparison) and not comparison.findings:
        return REVISED, Severity.MEDIUM
    return None
