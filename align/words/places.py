"""What is judged as a bead: the segments of both sides that surely correspond, wherever they stand."""

from collections.abc import Iterator
from dataclasses import dataclass

from align.bitext import Comparison, Fate, Severity, Span
from align.flow import flow
from align.passages import likely_moves
from align.untranslated import untranslated_beads

# Of the clauses that were dropped from news, those of nine words and more are found nearly always, and those of fewer
# than five seldom (docs/audit.md).
LONG, SHORT = 9.0, 5.0
_SHOWN = 60
_FATES = frozenset({Fate.KEPT, Fate.MERGED, Fate.SPLIT})


@dataclass(frozen=True, slots=True)
class Place:
    """A bead or a move.

    Attributes:
        bead: its number; of a move that of the source's.
        source: half-open segment numbers.
        target: the same.
        probability: that the two sides belong together; None where that is in doubt, perhaps since so much is missing.
    """

    bead: int
    source: Span
    target: Span
    probability: float | None


def kept_places(comparison: Comparison) -> Iterator[Place]:
    """Yield the beads and moves of a comparison that correspond, or may do so, and are translated."""
    alignment = comparison.alignment
    untranslated = untranslated_beads(alignment)
    for number, (bead, fate) in enumerate(zip(alignment.beads, comparison.fates, strict=True)):
        if bead.source and bead.target and number not in untranslated:
            if fate in _FATES:
                yield Place(number, bead.source, bead.target, bead.probability)
            elif fate is Fate.UNCERTAIN:
                yield Place(number, bead.source, bead.target, None)
    if moves := likely_moves(alignment):
        bead_of = {k: n for n, bead in enumerate(alignment.beads) for k in range(bead.source.start, bead.source.stop)}
        for move in moves:
            yield Place(bead_of[move.source.start], move.source, move.target, move.probability)


def severity_of(words: float, *, whole: bool = False) -> Severity:
    """Return how much it matters that so many words are in one version only; a whole sentence is no small thing.

    Args:
        words: as `align.words.cut.words_in` counts them.
        whole: whether they are a sentence.

    >>> severity_of(12.0), severity_of(6.0), severity_of(3.0, whole=True)
    (<Severity.HIGH: 'high'>, <Severity.MEDIUM: 'medium'>, <Severity.MEDIUM: 'medium'>)
    """
    if words >= LONG:
        return Severity.HIGH
    return Severity.MEDIUM if whole or words >= SHORT else Severity.LOW


def quote(text: str) -> str:
    """Return a text on one line, cut where it is long, in quotation marks.

    >>> quote("the  bridge")
    '“the bridge”'
    """
    line = " ".join(flow(text).split())
    return f"“{line if len(line) <= _SHOWN else line[: _SHOWN - 2].rstrip() + ' …'}”"
