"""What was changed inside sentences that were kept: which beads, and which of their words."""

from collections.abc import Mapping
from dataclasses import dataclass

from align.bitext import EVEN, Comparison, Fate, Finding, Span

_TWO_SIDED = frozenset({Fate.KEPT, Fate.MERGED, Fate.SPLIT})
# What is said of a bead as a whole, and not of words in it.
_OF_THE_WHOLE = frozenset({"untranslated", "moved", "replaced", "dropped", "added"})


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a bead that findings are about: half-open characters of both texts."""

    source: tuple[Span, ...]
    target: tuple[Span, ...]


def changed_words(comparison: Comparison) -> Mapping[int, Words]:
    """Return the words concerned by the numbers of the beads that were kept, but with a change that is sure."""
    found: dict[int, list[Finding]] = {}
    for finding in comparison.findings:
        if is_inside(finding, comparison):
            found.setdefault(finding.bead, []).append(finding)
    return {
        bead: Words(tuple(finding.source for finding in those), tuple(finding.target for finding in those))
        for bead, those in found.items()
    }


def is_inside(finding: Finding, comparison: Comparison) -> bool:
    """Return whether a finding is sure, and about words in a sentence, or a line beside the article, that was kept.

    Args:
        finding: one of the comparison.
        comparison: two versions.
    """
    bead, fate = comparison.alignment.beads[finding.bead], comparison.fates[finding.bead]
    both = fate in _TWO_SIDED or (fate is Fate.ASIDE and bool(bead.source) and bool(bead.target))
    is_sure = finding.probability >= EVEN and (bead.probability >= EVEN or fate is Fate.ASIDE)
    return both and is_sure and finding.kind not in _OF_THE_WHOLE
