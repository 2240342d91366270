"""Numbers, dates, weekdays and times inside kept sentences that the other version does not say, or says otherwise.

1. The values of both sides of a bead, a moved passage or a pair of headings are compared (`align.values`), whatever the
   language and the way they are written; and what equal numbers count: units and currencies.
2. What is left on one side is looked for in the neighbouring beads, since content crosses full stops.
3. What is left on both sides is paired by its kind and its place: it was *changed*. What is left on one side is
   *missing*, and told only where it is hard to say in other words (`align.values.differences.is_telling`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from align.bitext import Alignment, Comparison, Document, Fate, Finding, Role, Severity, Span
from align.encoding import Encoder
from align.language import primary_language
from align.passages import likely_moves
from align.sanitize import sanitize_line
from align.untranslated import left_untranslated
from align.values.differences import Reading, differences, is_telling, read
from align.values.matching import unmatched, without_equals
from align.values.pairing import kind_of, pair_values
from align.values.read import words_said
from align.values.unlike import unlike, with_measure
from align.values.value import Value

_INSIDE = frozenset({Fate.KEPT, Fate.MERGED, Fate.SPLIT})
_READ = frozenset({Role.HEADLINE, Role.HEADING, Role.BODY, Role.CELL, Role.CAPTION, Role.IMAGE})
_DAYS = frozenset({"date", "weekday"})  # "Saturday" may be "29 September" on the other side
_NAMES = {"date": "the date ", "weekday": "the day ", "time": "the time "}
# Of what is claimed in news where nobody changed anything nearly all is a slip of the translator; a person has to say.
_CHANGED, _MISSING = 0.9, 0.6
_NEIGHBOURS = 2  # beads before and after
_MOST = 300  # values of a sentence; what has more is a table in a line, in which nobody knows what belongs together
_SMALL = 12  # numbers up to this are left over by chance here and there, so that only the next beads are asked for them
_SHOWN = 60  # characters of a value in a message


def find_quantities(comparison: Comparison, encoder: Encoder | None = None) -> Iterator[Finding]:
    """Yield a finding for every value that was changed or is missing; see `align.checks.Check`."""
    alignment = comparison.alignment
    sides = _Side(alignment.source), _Side(alignment.target)
    found: list[Finding] = []
    for number, spans in _pairs(comparison):
        place = _Place(alignment, number, spans, (sides[0].over(spans[0]), sides[1].over(spans[1])))
        counts = [len(reading.values) for reading in place.readings]
        if not any(counts) or max(counts) > _MOST:
            continue
        left = differences(*place.readings)
        if left[0] or left[1]:
            found += _judge(place, left, _around(alignment, sides, number))
        found += [place.changed(kind, one, other) for kind, one, other in unlike(*place.readings)]
    yield from sorted(found, key=lambda finding: finding.bead)


@dataclass(slots=True)
class _Side:
    """A document and what was read of it so far, by spans of segments."""

    document: Document
    readings: dict[Span, Reading] = field(default_factory=dict)
    language: str = field(init=False)
    words: frozenset[str] = field(init=False)  # of the document, that say values

    def __post_init__(self) -> None:
        self.language = primary_language(self.document.language)
        self.words = words_said(self.document.text, self.language)

    def over(self, segments: Span) -> Reading:
        """Return the values in consecutive segments; characters count from the first one."""
        reading = self.readings.get(segments)
        if reading is None:
            reading = self.readings[segments] = read(self.document.text_over(segments), self.language, self.words)
        return reading


@dataclass(frozen=True, slots=True)
class _Place:
    """Segments of both sides that say the same, the bead they are told at, and what was read of them."""

    alignment: Alignment
    bead: int
    spans: tuple[Span, Span]
    readings: tuple[Reading, Reading]

    def changed(self, kind: str, one: Span, other: Span) -> Finding:
        """Return the finding of two values, by their characters in the readings."""
        chars = self._chars(0, one), self._chars(1, other)
        message = f"the source says {_NAMES.get(kind, '')}{self._shown(0, one)}, the target {self._shown(1, other)}"
        return self._finding(kind, Severity.HIGH, chars, _CHANGED, message)

    def missing(self, kind: str, side: int, value: Span) -> Finding:
        """Return the finding of a value that the other side, 1 for the target of 0, does not say at its end."""
        end = Span(len(self.readings[1 - side].text), len(self.readings[1 - side].text))
        here, there = self._chars(side, value), self._chars(1 - side, end)
        names = ("source", "target") if side == 0 else ("target", "source")
        said = f"{_NAMES.get(kind, '')}{self._shown(side, value)}"
        message = f"the {names[0]} says {said}, which the {names[1]} does not"
        chars = (there, here) if side else (here, there)
        return self._finding(f"{kind}-missing", Severity.LOW, chars, _MISSING, message)

    def _finding(
        self, kind: str, severity: Severity, chars: tuple[Span, Span], probability: float, message: str
    ) -> Finding:
        return Finding(
            check="quantities",
            kind=kind,
            severity=severity,
            bead=self.bead,
            source=chars[0],
            target=chars[1],
            probability=min(probability, self.alignment.beads[self.bead].probability),
            message=message,
        )

    def _chars(self, side: int, chars: Span) -> Span:
        """Return characters of a reading as those of the document."""
        document = (self.alignment.source, self.alignment.target)[side]
        start = document.chars_over(self.spans[side]).start
        return Span(start + chars.start, start + chars.stop)

    def _shown(self, side: int, chars: Span) -> str:
        """Return characters for a message, on one line."""
        text = " ".join(sanitize_line(self.readings[side].text[chars.start : chars.stop]).split())
        return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def _pairs(comparison: Comparison) -> Iterator[tuple[int, tuple[Span, Span]]]:
    """Yield the segments of both sides that say the same, with the number of their bead."""
    alignment = comparison.alignment
    # "1,500" is a thousand times as much in one language as in another.
    left = left_untranslated(alignment)
    for number, bead in enumerate(alignment.beads):
        kept = comparison.fates[number] in _INSIDE
        read = kept or (comparison.fates[number] is Fate.ASIDE and _are_read(alignment, bead.source, bead.target))
        if read and not left.issuperset(range(bead.target.start, bead.target.stop)):
            yield number, (bead.source, bead.target)
    bead_of = {bead.source.start: number for number, bead in enumerate(alignment.beads) if bead.source}
    for move in likely_moves(alignment):
        if not left.issuperset(range(move.target.start, move.target.stop)):
            yield bead_of[move.source.start], (move.source, move.target)


def _are_read(alignment: Alignment, source: Span, target: Span) -> bool:
    """Tell whether lines outside the article are on both sides and belong to the text all the same."""
    segments = [alignment.source.segments[k] for k in range(source.start, source.stop)]
    others = [alignment.target.segments[k] for k in range(target.start, target.stop)]
    return bool(segments and others) and {segment.role for segment in (*segments, *others)} <= _READ


def _around(alignment: Alignment, sides: tuple[_Side, _Side], number: int) -> tuple[list[Value], list[Value]]:
    """Return the values that the beads around one have on one side only, of source and target."""
    beads = alignment.beads
    alone: tuple[list[Value], list[Value]] = [], []
    for near in range(max(0, number - _NEIGHBOURS), min(len(beads), number + _NEIGHBOURS + 1)):
        if near != number:
            readings = sides[0].over(beads[near].source), sides[1].over(beads[near].target)
            if max(len(reading.values) for reading in readings) > _MOST:
                continue
            for values, more in zip(alone, unmatched(readings[0].values, readings[1].values), strict=True):
                values += [value for value in more if abs(near - number) == 1 or max(value.readings) > _SMALL]
    return alone


def _judge(
    place: _Place, left: tuple[Sequence[Value], Sequence[Value]], around: tuple[Sequence[Value], Sequence[Value]]
) -> Iterator[Finding]:
    """Yield what is to be said of the values that are left, once the neighbours were asked; each place is told once."""
    rest = without_equals(left[0], around[1]), without_equals(left[1], around[0])
    lengths = len(place.readings[0].text), len(place.readings[1].text)
    pairs = list(pair_values(*rest, lengths))
    shown = [tuple(map(with_measure, place.readings, pair)) for pair in pairs]
    kinds = {(here, there): _kind_of_pair(*pair) for (here, there), pair in zip(shown, pairs, strict=True)}
    yield from (place.changed(kind, *spans) for spans, kind in kinds.items())
    told = {one.shown for one, _ in pairs}, {other.shown for _, other in pairs}
    both_days = all(any(kind_of(value) in _DAYS for value in values) for values in rest)
    for side, values in enumerate(rest):
        for value in values:
            kind = kind_of(value)
            if value.shown in told[side] or (both_days and kind in _DAYS):
                continue
            told[side].add(value.shown)
            if is_telling(value, place.readings[side], place.readings[1 - side]):
                yield place.missing(kind, side, value.shown)


def _kind_of_pair(one: Value, other: Value) -> str:
    """Return what a pair is called: a number in the place of a date is a changed date."""
    return next((kind for kind in (kind_of(one), kind_of(other)) if kind != "number"), "number")
