"""Numbers, dates, weekdays and times inside kept sentences that the other version does not say, or says otherwise.

1. The values of both sides of a bead, a moved passage or a pair of headings are compared (`align.values`), whatever the
   language and the way they are written.
2. What is left on one side is looked for in the neighbouring beads, since content crosses full stops.
3. What is left on both sides is paired by its kind and its place: it was *changed*. What is left on one side is
   *missing*, and told only where it is hard to say in other words (`align.values.differences.is_telling`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from math import log10

from align.bitext import Alignment, Comparison, Document, Fate, Finding, Role, Severity, Span
from align.encoding import Encoder
from align.language import primary_language
from align.passages import likely_moves
from align.sanitize import sanitize_line
from align.values.differences import Reading, differences, is_telling, read
from align.values.matching import unmatched, without_equals
from align.values.value import Kind, Value

_INSIDE = frozenset({Fate.KEPT, Fate.MERGED, Fate.SPLIT})
_READ = frozenset({Role.HEADLINE, Role.HEADING, Role.BODY, Role.CELL, Role.CAPTION, Role.IMAGE})
_DAYS = frozenset({"date", "weekday"})  # "Saturday" may be "29 September" on the other side
_NAMES = {"number": "", "date": "the date ", "weekday": "the day ", "time": "the time "}
# Of what was planted in news nine in ten are found; of what is claimed where nothing was planted half is really so.
_CHANGED, _MISSING = 0.9, 0.6
_NEIGHBOURS = 2  # beads before and after
_SHOWN = 60  # characters of a value in a message


def find_quantities(comparison: Comparison, encoder: Encoder | None = None) -> Iterator[Finding]:
    """Yield a finding for every value that was changed or is missing; see `align.checks.Check`."""
    alignment = comparison.alignment
    sides = _Side(alignment.source), _Side(alignment.target)
    found: list[Finding] = []
    for number, (source, target) in _pairs(comparison):
        left = differences(sides[0].over(source), sides[1].over(target))
        if left[0] or left[1]:
            found += _judge(alignment, sides, number, (source, target), left)
    yield from sorted(found, key=lambda finding: finding.bead)


@dataclass(slots=True)
class _Side:
    """A document and what was read of it so far, by spans of segments."""

    document: Document
    readings: dict[Span, Reading] = field(default_factory=dict)

    def over(self, segments: Span) -> Reading:
        """Return the values in consecutive segments; characters count from the first one."""
        reading = self.readings.get(segments)
        if reading is None:
            language = primary_language(self.document.language)
            reading = self.readings[segments] = read(self.document.text_over(segments), language)
        return reading


def _pairs(comparison: Comparison) -> Iterator[tuple[int, tuple[Span, Span]]]:
    """Yield the segments of both sides that say the same, with the number of their bead."""
    alignment = comparison.alignment
    for number, bead in enumerate(alignment.beads):
        kept = comparison.fates[number] in _INSIDE
        if kept or (comparison.fates[number] is Fate.ASIDE and _are_read(alignment, bead.source, bead.target)):
            yield number, (bead.source, bead.target)
    bead_of = {bead.source.start: number for number, bead in enumerate(alignment.beads) if bead.source}
    for move in likely_moves(alignment):
        yield bead_of[move.source.start], (move.source, move.target)


def _are_read(alignment: Alignment, source: Span, target: Span) -> bool:
    """Tell whether lines outside the article are on both sides and belong to the text all the same."""
    segments = [alignment.source.segments[k] for k in range(source.start, source.stop)]
    others = [alignment.target.segments[k] for k in range(target.start, target.stop)]
    return bool(segments and others) and {segment.role for segment in (*segments, *others)} <= _READ


def _judge(
    alignment: Alignment,
    sides: tuple[_Side, _Side],
    number: int,
    spans: tuple[Span, Span],
    left: tuple[list[Value], list[Value]],
) -> Iterator[Finding]:
    """Yield what is to be said of the values that are left in a bead, once its neighbours were asked."""
    around = [list(side) for side in zip(*_neighbours(alignment, sides, number), strict=True)] or [[], []]
    rest = tuple(without_equals(side, [it for near in around[1 - k] for it in near]) for k, side in enumerate(left))
    starts = sides[0].document.chars_over(spans[0]).start, sides[1].document.chars_over(spans[1]).start
    finding = partial(_finding, alignment, number, starts, spans)
    pairs = list(_pair(rest[0], rest[1], [len(side.over(span).text) for side, span in zip(sides, spans, strict=True)]))
    told: set[tuple[Span, Span]] = set()
    for one, other in pairs:
        if (one.shown, other.shown) not in told:
            told.add((one.shown, other.shown))
            yield finding(one, other)
    changed = {value for pair in pairs for value in pair}
    days = [any(_kind(value) in _DAYS for value in side) for side in rest]
    for k, values in enumerate(rest):
        alone: set[Span] = set()
        for value in values:
            if value in changed or value.shown in alone or (all(days) and _kind(value) in _DAYS):
                continue
            alone.add(value.shown)
            if is_telling(value, sides[k].over(spans[k]), sides[1 - k].over(spans[1 - k])):
                yield finding(value, None) if k == 0 else finding(None, value)


def _neighbours(
    alignment: Alignment, sides: tuple[_Side, _Side], number: int
) -> Iterator[tuple[Sequence[Value], Sequence[Value]]]:
    """Yield the values that beads around one have on one side only, of both sides."""
    beads = alignment.beads
    for near in range(max(0, number - _NEIGHBOURS), min(len(beads), number + _NEIGHBOURS + 1)):
        if near != number:
            yield unmatched(sides[0].over(beads[near].source).values, sides[1].over(beads[near].target).values)


def _pair(source: Sequence[Value], target: Sequence[Value], lengths: Sequence[int]) -> Iterator[tuple[Value, Value]]:
    """Yield values of the same kind that are like each other and stand in similar places; each is in one pair."""
    distances = [
        (abs(one.chars.start / lengths[0] - other.chars.start / lengths[1]) + _ratio(one, other), i, j)
        for i, one in enumerate(source)
        for j, other in enumerate(target)
        if _kind(one) == _kind(other)
    ]
    taken: tuple[set[int], set[int]] = set(), set()
    for _, i, j in sorted(distances):
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            yield source[i], target[j]


def _ratio(one: Value, other: Value) -> float:
    """Return how many times as large one number is as the other, as a power of ten; 0 for other values."""
    if one.kind is not Kind.NUMBER or other.kind is not Kind.NUMBER:
        return 0.0
    sizes = [(max(a, 0.1), max(b, 0.1)) for a in one.readings for b in other.readings]
    return min(abs(log10(a / b)) for a, b in sizes)


def _kind(value: Value) -> str:
    """Return what a value is called."""
    if value.kind is Kind.MONTH or (value.whole is not None and value.kind is Kind.NUMBER):
        return "date"
    return value.kind.value


def _finding(
    alignment: Alignment,
    number: int,
    starts: tuple[int, int],
    spans: tuple[Span, Span],
    one: Value | None,
    other: Value | None,
) -> Finding:
    value = one or other
    assert value is not None
    kind = _kind(value)
    documents = alignment.source, alignment.target
    chars = tuple(
        Span(start + it.shown.start, start + it.shown.stop) if it else _end(document, span)
        for it, start, document, span in zip((one, other), starts, documents, spans, strict=True)
    )
    said = [_shown(document, place) for document, place in zip(documents, chars, strict=True)]
    name = _NAMES[kind]
    here, there = ("source", "target") if one else ("target", "source")
    changed = one is not None and other is not None
    message = (
        f"the source says {name}{said[0]}, the target {said[1]}"
        if changed
        else f"the {here} says {name}{said[0] if one else said[1]}, which the {there} does not"
    )
    return Finding(
        check="quantities",
        kind=kind if changed else f"{kind}-missing",
        severity=Severity.HIGH if changed else Severity.LOW,
        bead=number,
        source=chars[0],
        target=chars[1],
        probability=min(_CHANGED if changed else _MISSING, alignment.beads[number].probability),
        message=message,
    )


def _end(document: Document, segments: Span) -> Span:
    """Return the place at the end of segments, where something is missing."""
    stop = document.chars_over(segments).stop
    return Span(stop, stop)


def _shown(document: Document, chars: Span) -> str:
    """Return a value for a message, on one line."""
    text = " ".join(sanitize_line(document.text[chars.start : chars.stop]).split())
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
