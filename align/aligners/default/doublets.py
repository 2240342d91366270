"""Texts that say all of it twice, in two languages: the one half takes part, the other goes with it.

A page in English and French, line by line or paragraph by paragraph, holds every sentence twice. A translation into a
third language has it once, so that half of the page would be dropped. So the two halves are aligned with each other;
where they are versions, the second half takes no part, and each of its sentences joins the bead of its other half.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from align.aligners.default.leftovers import without
from align.bitext import EVEN, Alignment, Bead, Document, Role, Span
from align.language import primary_language
from align.mixture import is_in_second, second_language

_TWICE = 0.3  # share of the segments of a side without counterpart from which it may say all of it twice
_SAID = 0.6  # share of the second half, at least, that has its counterpart in the first

Align = Callable[[Document, Document], Alignment]


@dataclass(frozen=True, slots=True)
class Halves:
    """A text that says all of it twice.

    Attributes:
        document: without the second half, which is aside.
        twins: of each segment of the second half that of the first half, its counterpart; both by number.
    """

    document: Document
    twins: Mapping[int, int]


def find_halves(document: Document, other: str, align: Align) -> Halves | None:
    """Return the halves of a text that says all of it twice; None for any other text.

    Args:
        document: to look at.
        other: language of the document that it is held against: a half in that language is no doublet.
        align: what aligns the halves.
    """
    body = [number for number, segment in enumerate(document.segments) if segment.role is Role.BODY]
    texts = [document.segments[number].text for number in body]
    second = second_language(texts, document.language)
    first = primary_language(document.language)
    if second is None or primary_language(other) in {first, second.language}:
        return None
    strange = {n for n, text in zip(body, texts, strict=True) if is_in_second(text, first, second.language)}
    own = set(body) - strange
    if not own or not strange:
        return None
    kept = without(document, strange)
    alignment = align(kept, replace(without(document, own), language=second.language))
    if alignment.version_probability < EVEN:
        return None
    twins = dict(_twins(alignment, own, strange))
    return Halves(kept, twins) if len(twins) >= _SAID * len(strange) else None


def _twins(alignment: Alignment, own: set[int], strange: set[int]) -> Iterator[tuple[int, int]]:
    """Yield each segment of the second half that has a counterpart, and the nearest of those in the first half."""
    for bead in alignment.beads:
        pair = own & {*_numbers(bead.source)}, strange & {*_numbers(bead.target)}
        if all(pair) and bead.probability >= EVEN:
            yield from ((number, min(pair[0], key=lambda n: abs(n - number))) for number in pair[1])


def _numbers(span: Span) -> range:
    return range(span.start, span.stop)


def may_be_twice(alignment: Alignment) -> tuple[bool, bool]:
    """Return which side has so many segments without counterpart that it may say all of it twice."""
    nulls = [bead for bead in alignment.beads if not (bead.source and bead.target)]
    dropped, added = sum(len(bead.source) for bead in nulls), sum(len(bead.target) for bead in nulls)
    return (
        bool(dropped) and dropped > _TWICE * _articles(alignment.source),
        bool(added) and added > _TWICE * _articles(alignment.target),
    )


def _articles(document: Document) -> int:
    """Return how many segments are article text."""
    return sum(segment.role is Role.BODY for segment in document.segments)


def join_twins(beads: Sequence[Bead], twins: Mapping[int, int], *, of_target: bool = False) -> tuple[Bead, ...]:
    """Return beads in which each twin beside the bead of its other half is part of that bead.

    Args:
        beads: of an alignment in which the twins are null.
        twins: of a side, by number.
        of_target: whether that is the target.
    """
    if of_target:
        return tuple(map(_turned, join_twins([*map(_turned, beads)], twins)))
    joined: list[Bead] = []
    waiting: list[Bead] = []  # null beads of twins whose other half may follow
    for bead in beads:
        twin = twins.get(bead.source.start) if not bead.target else None
        before = joined[-1] if joined and not waiting else None
        if twin is not None and before is not None and before.target and twin in _numbers(before.source):
            joined[-1] = replace(before, source=Span(before.source.start, bead.source.stop))
        elif twin is not None:
            waiting.append(bead)
        else:
            while waiting and bead.target and twins[waiting[-1].source.start] in _numbers(bead.source):
                bead = replace(bead, source=Span(waiting.pop().source.start, bead.source.stop))
            joined += [*waiting, bead]
            waiting.clear()
    return (*joined, *waiting)


def set_aside(document: Document, twins: Mapping[int, int], beads: Iterable[Span]) -> Document:
    """Return the document in which the twins that are in no bead with two sides are aside.

    Args:
        document: that says all of it twice.
        twins: of it, by number.
        beads: the segments of it in beads with two sides.
    """
    joined = {number for span in beads for number in _numbers(span)}
    return without(document, twins.keys() - joined)


def _turned(bead: Bead) -> Bead:
    return replace(bead, source=bead.target, target=bead.source)
