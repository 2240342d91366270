"""Direct speech of one version that the other one tells without quotation marks.

Quotations go across sentences and change their place within a paragraph, and each language has marks of its own; so all
marks of a document are read before its sentences are compared. Where they leave a doubt nothing is claimed: a sentence
with any mark, within a quotation that nothing closes, or in a paragraph that begins with the dash of a dialogue may be
direct speech, too.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from align.bitext import Comparison, Document, Finding, Role, Severity, Span
from align.checks.kept_pairs import KeptPair, kept_pairs
from align.encoding import Encoder
from align.lexica.quotations import Quotation, find_quotations, holds_marks, is_dialogue

_SURE = 0.8
# Words that a quotation has at least whose marks are new: translators put them around names and terms, too.
_NEW = 6
_DASHES = frozenset("-–—―")


@dataclass(frozen=True, slots=True)
class _Speech:
    """Where a document has direct speech.

    Attributes:
        quoted: the numbers of the segments in which a quotation begins that is long enough for speech.
        doubtful: the numbers of those that may have.
        spans: the quotations, in characters of the document.
    """

    quoted: frozenset[int]
    doubtful: frozenset[int]
    spans: tuple[Quotation, ...]


def find_lost_speech(comparison: Comparison, encoder: Encoder | None = None) -> Iterator[Finding]:
    """Yield a finding for every quotation that stands without marks in the other version; see `Check`."""
    alignment = comparison.alignment
    source, target = _read_speech(alignment.source), _read_speech(alignment.target)
    if not source.quoted and not target.quoted:
        return
    found = [(pair, side) for pair in kept_pairs(comparison) if (side := _side(source, target, pair)) is not None]
    sides = {pair.bead: side for pair, side in found}
    for pair, side in found:
        # Speech that moved to the sentence beside it was not lost.
        if any(sides.get(bead, side) != side for bead in (pair.bead - 1, pair.bead + 1)):
            continue
        finding = _finding(comparison, pair, side, (source if side == "source" else target).spans)
        if finding:
            yield finding


def _side(source: _Speech, target: _Speech, pair: KeptPair) -> Literal["source", "target"] | None:
    """Return which side of a pair alone has direct speech; None for neither, both, or where there is a doubt."""
    here, there = _numbers(pair.source), _numbers(pair.target)
    if source.quoted & here and not (target.quoted | target.doubtful) & there:
        return "source"
    if target.quoted & there and not (source.quoted | source.doubtful) & here:
        return "target"
    return None


def _numbers(segments: Span) -> frozenset[int]:
    return frozenset(range(segments.start, segments.stop))


def _read_speech(document: Document) -> _Speech:
    """Return where a document has direct speech, paragraph by paragraph."""
    quoted: set[int] = set()
    doubtful: set[int] = set()
    spans: list[Quotation] = []
    if not holds_marks(document.text) and _DASHES.isdisjoint(document.text):
        return _Speech(frozenset(), frozenset(), ())
    body = [number for number, segment in enumerate(document.segments) if segment.role is Role.BODY]
    for _, group in groupby(body, key=lambda number: document.segments[number].paragraph):
        numbers = list(group)
        chars = document.chars_over(Span(numbers[0], numbers[-1] + 1))
        text = document.text[chars.start : chars.stop]
        if is_dialogue(text):
            doubtful.update(numbers)
            continue
        if not holds_marks(text):
            continue
        found = [each.moved(chars.start) for each in find_quotations(text, document.language)]
        spans += found
        for number in numbers:
            segment = document.segments[number]
            touching = _touching(found, segment.chars)
            # What goes on from the sentence before may have been closed there, and its mark be lost.
            if any(each.is_speech and each.is_closed and each.start >= segment.chars.start for each in touching):
                quoted.add(number)
            elif touching or holds_marks(segment.text):
                doubtful.add(number)
    return _Speech(frozenset(quoted), frozenset(doubtful), tuple(spans))


def _touching(quotations: Sequence[Quotation], chars: Span) -> Sequence[Quotation]:
    """Return those of some quotations, in order, that have any of some characters."""
    first = bisect_right(quotations, chars.start, key=lambda each: each.stop)
    return quotations[first : bisect_left(quotations, chars.stop, key=lambda each: each.start)]


def _finding(
    comparison: Comparison, pair: KeptPair, side: Literal["source", "target"], spans: Sequence[Quotation]
) -> Finding | None:
    """Return the finding of a quotation; None where it is too short to tell."""
    alignment = comparison.alignment
    chars = {"source": alignment.source.chars_over(pair.source), "target": alignment.target.chars_over(pair.target)}
    whole = chars[side]
    speech = next(each for each in _touching(spans, whole) if each.is_speech and each.start >= whole.start)
    chars[side] = Span(max(whole.start, speech.start), min(whole.stop, speech.stop))
    lost = side == "source"
    if not lost and speech.words < _NEW:
        return None
    message = (
        "what the source quotes here is told without quotation marks in the target"
        if lost
        else "what the target quotes here has no quotation marks in the source"
    )
    return Finding(
        check="quotation",
        kind="quotation-lost" if lost else "quotation-gained",
        severity=Severity.MEDIUM if lost else Severity.LOW,
        bead=pair.bead,
        source=chars["source"],
        target=chars["target"],
        probability=round(min(_SURE, pair.probability), 3),
        message=message,
    )
