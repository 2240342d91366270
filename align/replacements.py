"""Which sentences of one version gave their place to others of the other version.

Where a dropped and an added sentence stand between the same two beads, the text does not only lack one and have one
more: it says something else there. The fates stay dropped and added; a check and the reports tell of both as one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from align.bitext import EVEN, Alignment, Document, Fate, Role, Span
from align.untranslated import find_untranslated


@dataclass(frozen=True, slots=True)
class Replacement:
    """What was dropped and what stands there instead: numbers of beads, rising, at least one of each."""

    dropped: tuple[int, ...]
    added: tuple[int, ...]

    @property
    def beads(self) -> tuple[int, ...]:
        """Return the numbers of all its beads, rising."""
        return tuple(sorted(self.dropped + self.added))

    @property
    def pairs(self) -> tuple[tuple[int, int], ...]:
        """Return the first dropped with the first added bead, and so on; the longer side keeps its rest."""
        return tuple(zip(self.dropped, self.added, strict=False))


def find_replacements(alignment: Alignment, fates: Sequence[Fate]) -> tuple[Replacement, ...]:
    """Return the replacements, in order.

    One reaches from a bead with two sides to the next, and leaves out what is aside, moved, untranslated or less sure
    than even. It is one only if neither side has more than twice the sentences of the other and one: of more, most
    stand for nothing.

    Args:
        alignment: the beads.
        fates: one for each of them.

    >>> from align.documents import document_from_text
    >>> source = document_from_text("It rained. Pia sang.", language="en")
    >>> target = document_from_text("Il pleuvait. Le pont est neuf.", language="fr")
    >>> from align.bitext import Bead
    >>> spans = (0, 1, 0, 1), (1, 2, 1, 1), (2, 2, 1, 2)
    >>> beads = tuple(Bead(Span(i, i_end), Span(j, j_end), 1.0, 0.9) for i, i_end, j, j_end in spans)
    >>> find_replacements(Alignment(source, target, beads, "by hand"), [Fate.KEPT, Fate.DROPPED, Fate.ADDED])
    (Replacement(dropped=(1,), added=(2,)),)
    """
    found = (Replacement(dropped, added) for dropped, added in _gaps(alignment, fates) if dropped and added)
    return tuple(each for each in found if _balanced(*replaced_sentences(alignment, each)))


def replaced_beads(alignment: Alignment, fates: Sequence[Fate]) -> frozenset[int]:
    """Return the numbers of the beads that belong to a replacement.

    Args:
        alignment: the beads.
        fates: one for each of them.
    """
    return frozenset(bead for found in find_replacements(alignment, fates) for bead in found.beads)


def replaced_sentences(alignment: Alignment, replacement: Replacement) -> tuple[int, int]:
    """Return how many sentences were dropped and how many stand there instead.

    Args:
        alignment: whose beads they are.
        replacement: numbers of its beads.
    """
    beads = alignment.beads
    return (
        sum(_sentences(alignment.source, beads[number].source) for number in replacement.dropped),
        sum(_sentences(alignment.target, beads[number].target) for number in replacement.added),
    )


def _gaps(alignment: Alignment, fates: Sequence[Fate]) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Yield what is surely dropped and added between two beads with two sides."""
    if Fate.DROPPED not in fates or Fate.ADDED not in fates:
        return
    untranslated = find_untranslated(alignment.source, alignment.target)
    dropped: list[int] = []
    added: list[int] = []
    for number, (bead, fate) in enumerate(zip(alignment.beads, fates, strict=True)):
        if bead.source and bead.target:
            yield tuple(dropped), tuple(added)
            dropped, added = [], []
        elif bead.probability < EVEN:
            continue
        elif fate is Fate.DROPPED:
            dropped.append(number)
        elif fate is Fate.ADDED and not untranslated.issuperset(range(bead.target.start, bead.target.stop)):
            added.append(number)
    yield tuple(dropped), tuple(added)


def _balanced(dropped: int, added: int) -> bool:
    return max(dropped, added) <= 2 * min(dropped, added) + 1


def _sentences(document: Document, span: Span) -> int:
    return sum(segment.role is Role.BODY for segment in document.segments[span.start : span.stop])
