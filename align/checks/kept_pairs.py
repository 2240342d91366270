"""Texts that correspond, for checks that look inside of them: kept, merged and split beads, and likely moves.

Lines that are aside on both sides and correspond, such as headings and captions, are texts, too. What is still in the
language of the source is none: that is said of it, and its words would be read as those of another language.
"""

from collections.abc import Iterator
from typing import NamedTuple

from align.bitext import EVEN, Comparison, Document, Fate, Role, Span
from align.untranslated import left_untranslated

_KEPT = frozenset({Fate.KEPT, Fate.MERGED, Fate.SPLIT})
_PROSE = frozenset({Role.HEADLINE, Role.HEADING, Role.CAPTION})


class KeptPair(NamedTuple):
    """Two texts that correspond: the number of their bead, their half-open segments, and both texts as read."""

    bead: int
    source: Span
    target: Span
    source_text: str
    target_text: str
    probability: float

    @property
    def texts(self) -> tuple[str, str]:
        """Return the texts of source and target."""
        return self.source_text, self.target_text


_latest: list[tuple[Comparison, tuple[KeptPair, ...]]] = []  # of the last one, since each check asks for it


def kept_pairs(comparison: Comparison) -> tuple[KeptPair, ...]:
    """Return all texts that correspond, in the order of their beads; moved ones stand where they are in the source."""
    if not _latest or _latest[0][0] is not comparison:
        _latest[:] = [(comparison, tuple(_pairs(comparison)))]
    return _latest[0][1]


def _pairs(comparison: Comparison) -> Iterator[KeptPair]:
    alignment = comparison.alignment
    left = left_untranslated(alignment)
    moved = {move.source.start: move for move in alignment.moves if move.probability >= EVEN}
    for number, (bead, fate) in enumerate(zip(alignment.beads, comparison.fates, strict=True)):
        spans = bead.source, bead.target
        probability = bead.probability
        if fate is Fate.MOVED and bead.source.start in moved and bead.source:
            move = moved[bead.source.start]
            spans, probability = (move.source, move.target), move.probability
        elif fate not in _KEPT and not (fate is Fate.ASIDE and _are_prose(comparison, number)):
            continue
        if not left.issuperset(range(spans[1].start, spans[1].stop)):
            yield KeptPair(number, *spans, *_texts(comparison, *spans), probability)


def _are_prose(comparison: Comparison, number: int) -> bool:
    """Return whether a bead outside the article pairs two headings or captions."""
    alignment, bead = comparison.alignment, comparison.alignment.beads[number]
    return all(_is_prose(*side) for side in ((alignment.source, bead.source), (alignment.target, bead.target)))


def _is_prose(document: Document, segments: Span) -> bool:
    return bool(segments) and all(document.segments[k].role in _PROSE for k in range(segments.start, segments.stop))


def _texts(comparison: Comparison, source: Span, target: Span) -> tuple[str, str]:
    return comparison.alignment.source.text_over(source), comparison.alignment.target.text_over(target)
