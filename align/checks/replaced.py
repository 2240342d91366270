"""Sentences in whose place the other version says something else."""

from collections.abc import Iterator

from align.bitext import Alignment, Comparison, Evidence, Finding, Severity, Span
from align.encoding import Encoder
from align.replacements import Replacement, find_replacements, replaced_sentences


def find_replaced(comparison: Comparison, encoder: Encoder | None = None) -> Iterator[Finding]:
    """Yield a finding for every replacement; see `align.checks.Check`."""
    alignment = comparison.alignment
    for replacement in find_replacements(alignment, comparison.fates):
        beads = [alignment.beads[number] for number in replacement.beads]
        source = alignment.source.chars_over(_over([bead.source for bead in beads if bead.source]))
        target = alignment.target.chars_over(_over([bead.target for bead in beads if bead.target]))
        yield Finding(
            check="replacement",
            kind="replaced",
            severity=Severity.HIGH,
            bead=replacement.beads[0],
            source=source,
            target=target,
            probability=min(bead.probability for bead in beads),
            message=_message(alignment, replacement),
            evidence=(
                Evidence("dropped", "source", source, alignment.source.text[source.start : source.stop]),
                Evidence("added", "target", target, alignment.target.text[target.start : target.stop]),
            ),
        )


def _over(spans: list[Span]) -> Span:
    return Span(spans[0].start, spans[-1].stop)


def _message(alignment: Alignment, replacement: Replacement) -> str:
    dropped, added = replaced_sentences(alignment, replacement)
    here = "this sentence of the source is" if dropped == 1 else f"these {dropped} sentences of the source are"
    there = "another one stands" if added == 1 else f"{added} others stand"
    return f"{here} not in the target; {there} in {'its' if dropped == 1 else 'their'} place"
