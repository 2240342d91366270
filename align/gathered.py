"""A comparison whose beads are each in one place: what parts the halves of a sentence stands behind or before them.

Checks read beads as runs of segments. So they read two documents in which what goes on was put beside the rest, as one
segment with line ends between the parts; what they find gets the places of the documents as they are.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from align.bitext import Bead, Comparison, Counterpart, Document, Element, Evidence, Finding, Segment, Span
from align.continuations import Runs, continued_beads, runs_of

_JOINT, _BETWEEN = "\n", "\n\n"


@dataclass(frozen=True, slots=True)
class GatheredSide:
    """A document whose segments stand in another order.

    Attributes:
        document: the one that is read.
        original: the one that it was made from.
        numbers: of each segment of the original the number of the one that has it here.
        here: where the stretches begin, in its characters, that follow each other in the original; the first is 0.
        there: the same in the characters of the original.
    """

    document: Document
    original: Document
    numbers: tuple[int, ...]
    here: tuple[int, ...] = (0,)
    there: tuple[int, ...] = (0,)

    def span(self, segments: Span) -> Span:
        """Return segments of the original, which are neighbours here, as those of the document."""
        if segments:
            return Span(self.numbers[segments.start], self.numbers[segments.stop - 1] + 1)
        place = self.numbers[segments.start] if segments.start < len(self.numbers) else len(self.document.segments)
        return Span(place, place)

    def chars(self, chars: Span) -> Span:
        """Return characters of the document as those of the original; of what is in several places there the longest.

        It would have what stands between the halves in it otherwise.
        """
        first, last = (bisect_right(self.here, place) - 1 for place in (chars.start, max(chars.start, chars.stop - 1)))
        edges = [chars.start, *self.here[first + 1 : last + 1], chars.stop]
        stretch = max(range(first, last + 1), key=lambda number: edges[number - first + 1] - edges[number - first])
        start, stop = edges[stretch - first], edges[stretch - first + 1]
        by = self.there[stretch] - self.here[stretch]
        text = self.document.text[start:stop]
        if text.strip():
            start, stop = stop - len(text.lstrip()), start + len(text.rstrip())
        return Span(start + by, stop + by)


@dataclass(frozen=True, slots=True)
class Gathered:
    """A comparison without continuations, and the way back.

    Attributes:
        comparison: the one that is read.
        source: whose document it reads.
        target: the same.
        beads: of each of its beads the number in the comparison that it was made from.
    """

    comparison: Comparison
    source: GatheredSide
    target: GatheredSide
    beads: tuple[int, ...]

    def restored(self, finding: Finding) -> Finding:
        """Return a finding with the places of the documents as they are."""
        evidence = []
        for each in finding.evidence:
            side = self.source if each.side == "source" else self.target
            chars = side.chars(each.chars)
            evidence.append(Evidence(each.label, each.side, chars, side.original.text[chars.start : chars.stop]))
        return replace(
            finding,
            bead=self.beads[finding.bead],
            source=self.source.chars(finding.source),
            target=self.target.chars(finding.target),
            evidence=tuple(evidence),
        )


def gather(comparison: Comparison) -> Gathered | None:
    """Return a comparison whose beads are each in one place; None if they are so already.

    Args:
        comparison: without any findings yet.
    """
    alignment = comparison.alignment
    runs = runs_of(alignment)
    if not runs:
        return None
    beads = {number: alignment.beads[number] for number in runs}
    source = _gather(alignment.source, [(bead.source, runs[number].source) for number, bead in beads.items()])
    target = _gather(alignment.target, [(bead.target, runs[number].target) for number, bead in beads.items()])
    gone = continued_beads(alignment)
    left = tuple(number for number in range(len(alignment.beads)) if number not in gone)
    joined = replace(
        alignment,
        source=source.document,
        target=target.document,
        beads=tuple(_placed([_bead(alignment.beads[number], runs.get(number), source, target) for number in left])),
        moves=tuple(
            replace(it, source=source.span(it.source), target=target.span(it.target)) for it in alignment.moves
        ),
        continuations=(),
    )
    read = replace(comparison, alignment=joined, fates=tuple(comparison.fates[number] for number in left))
    return Gathered(read, source, target, left)


def _bead(bead: Bead, runs: Runs | None, source: GatheredSide, target: GatheredSide) -> Bead:
    """Return a bead in the numbers of what was gathered; empty spans are placed later."""
    runs = runs or Runs.of(bead)
    closest = bead.rejected
    if closest is not None:
        start = (target if bead.source else source).numbers[closest.segments.start]
        closest = Counterpart(Span(start, start + 1), closest.score)
    spans = [
        Span(min(side.numbers[k] for k in members), max(side.numbers[k] for k in members) + 1)
        if members
        else Span(0, 0)
        for side, members in ((source, _members(runs.source)), (target, _members(runs.target)))
    ]
    return replace(bead, source=spans[0], target=spans[1], rejected=closest)


def _members(runs: Sequence[Span]) -> list[int]:
    return [number for run in runs for number in range(run.start, run.stop)]


def _placed(beads: Sequence[Bead]) -> list[Bead]:
    """Return beads whose empty sides are where the beads before them end."""
    placed, i, j = [], 0, 0
    for bead in beads:
        source, target = bead.source or Span(i, i), bead.target or Span(j, j)
        placed.append(replace(bead, source=source, target=target))
        i, j = source.stop, target.stop
    return placed


def _gather(document: Document, beads: Sequence[tuple[Span, tuple[Span, ...]]]) -> GatheredSide:
    """Return a document in which all runs of a bead stand where the bead does, in their order.

    Args:
        document: as it is.
        beads: where each of some stands, and its runs in order, one of which is that one.
    """
    order = list(range(len(document.segments)))
    joints: set[tuple[int, int]] = set()
    for own, runs in beads:
        if len(runs) == 1:
            continue
        members = _members(runs)
        gone = {*members} - {own.start}
        order = [number for number in order if number not in gone]
        place = order.index(own.start)
        order[place : place + 1] = members
        joints.update((before.stop - 1, behind.start) for before, behind in pairwise(runs))
    return _laid_out(document, order, joints) if joints else GatheredSide(document, document, tuple(order))


def _laid_out(document: Document, order: Sequence[int], joints: set[tuple[int, int]]) -> GatheredSide:
    """Return a document with its segments in an order; those on both sides of a joint are one."""
    old = document.segments
    text = document.text[: old[0].chars.start]
    here, there, numbers = [0], [old[order[0]].chars.start - len(text)], [0] * len(old)
    starts = [0] * len(old)
    segments: list[Segment] = []
    for before, number in zip([None, *order], order, strict=False):
        segment = old[number]
        joined = before is not None and (before, number) in joints
        if before is not None:
            follows = before + 1 == number
            text += (
                _JOINT
                if joined
                else _BETWEEN
                if not follows
                else document.text[old[before].chars.stop : segment.chars.start]
            )
            if not follows:
                here.append(len(text))
                there.append(segment.chars.start)
        starts[number] = len(text)
        text += segment.text
        if joined:
            first = segments.pop()
            chars = Span(first.chars.start, len(text))
            segments.append(replace(first, text=text[chars.start :], chars=chars))
        else:
            segments.append(replace(segment, chars=Span(starts[number], len(text))))
        numbers[number] = len(segments) - 1
    elements = document.structure and tuple(_elements(document, order, starts))
    text += document.text[old[-1].chars.stop :]
    gathered = replace(document, text=text, segments=tuple(segments), structure=elements)
    return GatheredSide(gathered, document, tuple(numbers), tuple(here), tuple(there))


def _elements(document: Document, order: Sequence[int], starts: Sequence[int]) -> Iterator[Element]:
    """Yield the elements of a document where they are in another order of its segments.

    Args:
        document: as it is.
        order: the numbers of its segments.
        starts: where each of them begins now.
    """
    old = [segment.chars for segment in document.segments]
    before = dict(zip(order[1:], order, strict=False))

    def placed(place: int) -> int:
        number = max(bisect_right(old, place, key=lambda chars: chars.start) - 1, 0)
        return starts[number] + min(max(place - old[number].start, 0), len(old[number]))

    def between(place: int) -> int:
        """Return the place of what shows nothing: behind a segment it stays before the one that followed."""
        number = bisect_right(old, place, key=lambda chars: chars.start) - 1
        if number < 0 or place < old[number].stop or number + 1 == len(old):
            return placed(place)
        last = before.get(number + 1)
        return 0 if last is None else starts[last] + len(old[last])

    for element in document.structure or ():
        chars = element.chars
        if chars:
            ends = sorted((placed(chars.start), placed(chars.stop - 1) + 1))
            yield replace(element, chars=Span(*ends))
        else:
            yield replace(element, chars=Span(between(chars.start), between(chars.start)))
