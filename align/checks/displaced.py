"""Passages that stand in another place of the other version."""

from collections.abc import Iterator

from align.bitext import Comparison, Fate, Finding, Severity
from align.encoding import Encoder
from align.passages import join_moves, likely_moves


def find_moves(comparison: Comparison, encoder: Encoder | None = None) -> Iterator[Finding]:
    """Yield a finding for every moved passage; see `align.checks.Check`."""
    alignment = comparison.alignment
    passages = {passage.source.start: passage for passage in join_moves(likely_moves(alignment))}
    for number, (bead, fate) in enumerate(zip(alignment.beads, comparison.fates, strict=True)):
        if fate is Fate.MOVED and bead.source and bead.source.start in passages:
            passage = passages[bead.source.start]
            yield Finding(
                check="move",
                kind=fate.value,
                severity=Severity.MEDIUM,
                bead=number,
                source=alignment.source.chars_over(passage.source),
                target=alignment.target.chars_over(passage.target),
                probability=passage.probability,
                message="this passage of the source stands in another place of the target",
            )
