"""What can be told at once of beads that have just been corrected, before the checks have looked inside of them.

Fates and coverage are worked out anew, and so is what is claimed of beads as wholes. What is claimed of the inside of a
bead that has stayed as it was is taken over; of a new bead it comes later (`align.review.checking`).
"""

from collections.abc import Iterator
from dataclasses import replace

from align.bitext import Alignment, Bead, Comparison, Finding, Span
from align.comparison import OUTLINE, outline_of


def draft_of(alignment: Alignment, before: Comparison | None) -> Comparison:
    """Return a comparison as far as it can be told at once.

    Args:
        alignment: as it stands.
        before: the last one that is known, of which findings are taken over; None for none.
    """
    outline = outline_of(alignment)
    if not outline.are_versions:
        return outline
    findings = [*outline.findings, *_taken_over(outline, before)]
    return replace(outline, findings=tuple(sorted(findings, key=lambda finding: finding.bead)))


def _taken_over(outline: Comparison, before: Comparison | None) -> Iterator[Finding]:
    """Yield what was claimed of the inside of beads that are still there, with the numbers that these have now."""
    if before is None or not _same_texts(outline.alignment, before.alignment):
        return
    pairs = zip(outline.alignment.beads, outline.fates, strict=True)
    numbers = {(_chars_of(outline.alignment, bead), fate): number for number, (bead, fate) in enumerate(pairs)}
    for finding in before.findings:
        bead = _chars_of(before.alignment, before.alignment.beads[finding.bead]), before.fates[finding.bead]
        if finding.check not in OUTLINE and bead in numbers:
            yield replace(finding, bead=numbers[bead])


def _chars_of(alignment: Alignment, bead: Bead) -> tuple[Span, Span]:
    """Return the characters of a bead: its segments may have other numbers after a cut."""
    return alignment.source.chars_over(bead.source), alignment.target.chars_over(bead.target)


def _same_texts(one: Alignment, other: Alignment) -> bool:
    return one.source.text == other.source.text and one.target.text == other.target.text
