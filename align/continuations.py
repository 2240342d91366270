"""Which null beads go on with a bead that something parts them from, and what such a bead has in all.

A continuation counts where some of its segments are article text: what is aside, by the word of a person, is no part of
a sentence any more.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from align.bitext import Alignment, Bead, Document, Move, Role, Span
from align.passages import Link


@dataclass(frozen=True, slots=True)
class Runs:
    """The segments of a bead: half-open runs of both sides in the order of the text, several on a side that goes on."""

    source: tuple[Span, ...]
    target: tuple[Span, ...]

    @property
    def counts(self) -> tuple[int, int]:
        """Return how many segments both sides have."""
        return sum(map(len, self.source)), sum(map(len, self.target))

    @property
    def link(self) -> Link:
        """Return the numbers of the segments of both sides."""
        source, target = (
            tuple(k for run in runs for k in range(run.start, run.stop)) for runs in (self.source, self.target)
        )
        return source, target

    @classmethod
    def of(cls, pair: Bead | Move) -> "Runs":
        """Return the runs of a bead without continuation, or of a move."""
        return cls((pair.source,), (pair.target,))


def continued_beads(alignment: Alignment) -> dict[int, int]:
    r"""Return the number of the bead that each null bead of a continuation belongs to, by the number of the null bead.

    >>> from align.bitext import Continuation
    >>> from align.documents import document_from_text
    >>> source = document_from_text("It rained all day, so we left.", language="en")
    >>> target = document_from_text("Il a plu.\nPhoto : Pia\nNous sommes partis.", language="fr", segmented=True)
    >>> beads = tuple(Bead(Span(0 if j == 0 else 1, 1), Span(j, j + 1), 1.0, 0.9) for j in range(3))
    >>> continuations = (Continuation(Span(0, 1), Span(2, 3)),)
    >>> alignment = Alignment(source, target, beads, "by hand", continuations=continuations)
    >>> continued_beads(alignment)
    {2: 0}
    """
    owners: tuple[dict[int, int], dict[int, int]] = ({}, {})
    for number, side, span in _counting(alignment):
        owners[side].update(dict.fromkeys(range(span.start, span.stop), number))
    if not any(owners):
        return {}
    found = {}
    for number, bead in enumerate(alignment.beads):
        if not bead.target and bead.source.start in owners[0]:
            found[number] = owners[0][bead.source.start]
        elif not bead.source and bead.target.start in owners[1]:
            found[number] = owners[1][bead.target.start]
    return found


def runs_of(alignment: Alignment) -> dict[int, Runs]:
    """Return all that belongs to each bead that has a continuation, by the number of the bead."""
    found: dict[int, Runs] = {}
    for number, side, span in _counting(alignment):
        runs = found.get(number, Runs.of(alignment.beads[number]))
        longer = tuple(sorted([*(runs.source, runs.target)[side], span]))
        found[number] = Runs(runs.source, longer) if side else Runs(longer, runs.target)
    return found


def text_of(document: Document, runs: tuple[Span, ...]) -> str:
    """Return the text of runs of segments as read, on a line of its own each.

    Args:
        document: whose segments they are.
        runs: half-open, in order.
    """
    return "\n".join(document.text_over(run) for run in runs)


def _counting(alignment: Alignment) -> Iterator[tuple[int, int, Span]]:
    """Yield the continuations that count: the number of the bead, the side (0 or 1) that goes on, and with what."""
    if not alignment.continuations:
        return
    both = [(number, bead) for number, bead in enumerate(alignment.beads) if bead.source and bead.target]
    sources = {bead.source: number for number, bead in both}
    targets = {bead.target: number for number, bead in both}
    for each in alignment.continuations:
        if each.source in sources and _has_text(alignment.target, each.target):
            yield sources[each.source], 1, each.target
        elif each.target in targets and _has_text(alignment.source, each.source):
            yield targets[each.target], 0, each.source


def _has_text(document: Document, segments: Span) -> bool:
    return any(segment.role is Role.BODY for segment in document.segments[segments.start : segments.stop])
