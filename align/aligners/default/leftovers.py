"""Sentences of the source that were left standing beside their translation, and took its place in the alignment."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import groupby, takewhile

from align.bitext import Alignment, Bead, Document, Role
from align.untranslated import find_untranslated


def find_leftovers(alignment: Alignment) -> frozenset[int]:
    """Return the untranslated target segments beside which the translation of the same source segments stands.

    A run of them is left over if at least half as many segments just before or just behind it are in a bead with one of
    them, or are null and nearest to one of their counterparts.
    """
    untranslated = find_untranslated(alignment.source, alignment.target)
    if not untranslated:
        return frozenset()
    beads = {k: bead for bead in alignment.beads for k in range(bead.target.start, bead.target.stop)}
    found: set[int] = set()
    for run in _runs(untranslated):
        linked = [beads[number] for number in run if beads[number].source]
        rendered = {k for bead in linked for k in range(bead.source.start, bead.source.stop)}
        ways = range(run[0] - 1, -1, -1), range(run[-1] + 1, len(alignment.target.segments))
        beside = sum(_beside((beads[k] for k in numbers if k not in untranslated), rendered) for numbers in ways)
        if linked and 2 * beside >= len(linked):
            found.update(run)
    return frozenset(found)


def without(document: Document, numbers: Collection[int]) -> Document:
    """Return the document with some segments aside, so that they take no part.

    Args:
        document: whose segments they are.
        numbers: of those that are put aside.
    """
    segments = (
        replace(segment, role=Role.FURNITURE) if number in numbers else segment
        for number, segment in enumerate(document.segments)
    )
    return replace(document, segments=tuple(segments))


def _runs(numbers: Collection[int]) -> Iterator[list[int]]:
    """Yield the runs of numbers that follow each other."""
    for _, group in groupby(enumerate(sorted(numbers)), key=lambda item: item[1] - item[0]):
        yield [number for _, number in group]


def _beside(beads: Iterator[Bead], rendered: set[int]) -> int:
    """Return how many segments render some source segments before the first one that does not."""
    return sum(1 for _ in takewhile(lambda bead: _renders(bead, rendered), beads))


def _renders(bead: Bead, rendered: set[int]) -> bool:
    """Return whether a bead takes part of some source segments, or is null and nearest to one of them."""
    near = bead.source or (bead.rejected.segments if bead.rejected else bead.source)
    return any(k in rendered for k in range(near.start, near.stop))
