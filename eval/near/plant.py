"""Differences planted in a pair of documents, and the documents with them.

A bead is here a pair of segment numbers, of source and target, that correspond 1-1.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from random import Random

import regex

from align.bitext import Document, Segment, Span
from align.language import primary_language

_PLANTED = 0.08  # share of the confident beads that one kind uses in a round
_ROOM_TO_MOVE = 16  # beads; in a shorter pair nothing moves
_NUMBER = regex.compile(r"\p{Nd}+")
_NO_SPACE = frozenset({"zh", "ja", "th"})


@dataclass(slots=True)
class Plan:
    """What a round does; all numbers are segments of the original documents.

    Of a replaced bead the target is gone, and that of another bead, whose source is gone, stands in its place.
    """

    omitted: list[tuple[int, int]] = field(default_factory=list)
    added: list[tuple[int, int]] = field(default_factory=list)
    moved: list[tuple[int, int]] = field(default_factory=list)
    numbers: list[tuple[int, int]] = field(default_factory=list)
    replaced: list[tuple[tuple[int, int], tuple[int, int]]] = field(default_factory=list)

    def touched(self) -> set[tuple[int, int]]:
        """Return the beads that are used."""
        return {
            *self.omitted,
            *self.added,
            *self.moved,
            *self.numbers,
            *(bead for two in self.replaced for bead in two),
        }


def make_plan(beads: Sequence[tuple[int, int]], target: Document, random: Random) -> Plan:
    """Choose what to do to which beads; no bead is used twice."""
    plan, free, many = Plan(), list(beads), max(1, round(len(beads) * _PLANTED))
    neighbours = [(a, b) for a, b in pairwise(beads) if b == (a[0] + 1, a[1] + 1)]
    if neighbours and len(beads) >= _ROOM_TO_MOVE:
        plan.moved = list(random.choice(neighbours))
        free = [bead for bead in free if bead not in plan.moved]
    numbered = [bead for bead in free if _NUMBER.search(target.segments[bead[1]].text)]
    plan.numbers = random.sample(numbered, min(many, len(numbered)))
    free = [bead for bead in free if bead not in plan.numbers]
    chosen = random.sample(free, min(4 * many, len(free)))
    plan.omitted, plan.added = chosen[:many], chosen[many : 2 * many]
    plan.replaced = list(zip(chosen[2 * many : 3 * many], chosen[3 * many :], strict=False))
    return plan


def source_order(source: Document, plan: Plan) -> list[int]:
    """Return the segments that the changed source keeps."""
    gone = {i for i, _ in plan.added} | {donor[0] for _, donor in plan.replaced}
    return [number for number in range(len(source.segments)) if number not in gone]


def target_order(target: Document, plan: Plan, beads: Sequence[tuple[int, int]], random: Random) -> list[int]:
    """Return the segments of the changed target in their new order; a moved run passes more beads than it has."""
    gone, run = {j for _, j in plan.omitted}, [j for _, j in plan.moved]
    instead = {victim[1]: donor[1] for victim, donor in plan.replaced}
    left_out = {*gone, *run, *instead.values()}
    order = [instead.get(number, number) for number in range(len(target.segments)) if number not in left_out]
    if not run:
        return order
    matched = {j for _, j in beads} - left_out - {j for _, j in plan.added} - set(instead)
    paired = sorted(matched.difference(run))
    before = sum(j < run[0] for j in paired)
    places = [place for place in range(len(paired)) if abs(place - before) > len(run)]
    place = order.index(paired[random.choice(places)]) if places else len(order)
    return [*order[:place], *run, *order[place:]]


def new_texts(target: Document, plan: Plan) -> dict[int, str]:
    """Return the text of the segments of which a number becomes another one: its first digit changes."""
    texts = {}
    for _, j in plan.numbers:
        text = target.segments[j].text
        match = _NUMBER.search(text)
        if match is not None:
            texts[j] = text[: match.start()] + _next_digit(text[match.start()]) + text[match.start() + 1 :]
    return texts


def _next_digit(digit: str) -> str:
    """Return the following digit of the same script; 1 follows 9."""
    return chr(ord(digit) + 1) if int(digit) < 9 else chr(ord(digit) - 8)


def rebuild(document: Document, order: Sequence[int], texts: Mapping[int, str]) -> Document:
    """Return a document of some segments in some order; paragraphs stay as they are where their segments do."""
    joint = "" if primary_language(document.language) in _NO_SPACE else " "
    parts: list[str] = []
    segments: list[Segment] = []
    end = paragraph = 0
    before: Segment | None = None
    for number in order:
        segment = document.segments[number]
        if before is not None:
            fresh = segment.paragraph != before.paragraph
            paragraph += fresh
            parts.append("\n\n" if fresh else joint)
            end += len(parts[-1])
        text = texts.get(number, segment.text)
        parts.append(text)
        segments.append(replace(segment, text=text, chars=Span(end, end + len(text)), paragraph=paragraph))
        end += len(text)
        before = segment
    return replace(document, text="".join(parts), segments=tuple(segments))
