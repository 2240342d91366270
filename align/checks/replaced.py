"""Sentences in whose place the other version says something else: dropped and added, or a pair in great doubt."""

from collections.abc import Iterator

from align.bitext import Alignment, Bead, Comparison, Evidence, Fate, Finding, Severity, Span
from align.encoding import Encoder
from align.replacements import Replacement, find_replacements, replaced_sentences

# Of 21 such pairs 16 were none: 13 strangers planted in NTREX articles of eight languages, 3 of 8 in books (MAC,
# Text+Berg, TransRead, hunalign); of 1,711 pairs of untouched articles none was as doubtful.
_DOUBTED = 0.1
_SURE_OF_DOUBT = 0.75


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
    for number, (bead, fate) in enumerate(zip(alignment.beads, comparison.fates, strict=True)):
        if fate is Fate.UNCERTAIN and bead.source and bead.target and bead.probability <= _DOUBTED:
            yield _doubted(alignment, number, bead)


def _doubted(alignment: Alignment, number: int, bead: Bead) -> Finding:
    """Return the finding of a pair that is hardly one."""
    source, target = alignment.source.chars_over(bead.source), alignment.target.chars_over(bead.target)
    return Finding(
        check="replacement",
        kind="replaced",
        severity=Severity.MEDIUM,
        bead=number,
        source=source,
        target=target,
        probability=_SURE_OF_DOUBT,
        message="what stands in the place of this sentence of the source hardly says the same",
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
