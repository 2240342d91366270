"""What one version has and the other has not: omissions of the source, additions of the target.

What was replaced, and what is there but untranslated, is for the checks of these to tell.
"""

from collections.abc import Iterator
from typing import Literal

from align.bitext import Comparison, Evidence, Fate, Finding, Severity
from align.encoding import Encoder
from align.replacements import replaced_beads
from align.untranslated import untranslated_beads


def find_omissions(comparison: Comparison, encoder: Encoder | None = None) -> Iterator[Finding]:
    """Yield a finding for every bead that was dropped; see `align.checks.Check`."""
    return _find(comparison, Fate.DROPPED, check="omission", here="source", there="target")


def find_additions(comparison: Comparison, encoder: Encoder | None = None) -> Iterator[Finding]:
    """Yield a finding for every bead that was added; see `align.checks.Check`."""
    return _find(comparison, Fate.ADDED, check="addition", here="target", there="source")


def _find(
    comparison: Comparison,
    fate: Fate,
    *,
    check: str,
    here: Literal["source", "target"],
    there: Literal["source", "target"],
) -> Iterator[Finding]:
    """Yield a finding for every bead with a fate; evidence is the best counterpart that was not taken."""
    alignment = comparison.alignment
    other = alignment.target if there == "target" else alignment.source
    told = replaced_beads(alignment, comparison.fates) | untranslated_beads(alignment)
    for number, bead in enumerate(alignment.beads):
        if comparison.fates[number] is not fate or number in told:
            continue
        closest = [bead.rejected.segments] if bead.rejected else []
        yield Finding(
            check=check,
            kind=fate.value,
            severity=Severity.MEDIUM,
            bead=number,
            source=alignment.source.chars_over(bead.source),
            target=alignment.target.chars_over(bead.target),
            probability=bead.probability,
            message=f"this sentence of the {here} has no counterpart in the {there}",
            evidence=tuple(Evidence("closest", there, other.chars_over(it), other.text_over(it)) for it in closest),
        )
