"""A headline that says something else, another author, and a note of publication of which a part is lost.

A republication often has a headline of its own, so all are low. That one version has no headline, author or date is not
told of a text that was copied without the head of its page, since it lacks nothing of the article: of author and day
the target has to have one, and the source both. A later day is that of the republication, an earlier one cannot be.
"""

from collections.abc import Iterator
from datetime import date

import numpy as np

from align.bitext import Comparison, Document, Finding, Role, Severity, Span
from align.encoding import Encoder, load_encoder
from align.language import primary_language
from align.names.spelling import name_key, sound_alike
from align.values.read import read_values
from align.values.value import Kind

# Of true pairs of sentences one in a hundred is below, and of strangers nineteen in twenty.
_SAME = 0.2
_LIKELY = 0.7
_LAST_DAY, _FIRST_YEAR = 31, 1900


def find_particulars(comparison: Comparison, encoder: Encoder | None = None) -> Iterator[Finding]:
    """Yield a finding for another headline, for another author, and for what is lost; see `align.checks.Check`."""
    if not comparison.alignment.beads:
        return  # documents without any segment: a finding would have no bead
    source, target = comparison.alignment.source, comparison.alignment.target
    headlines = _headline(source), _headline(target)
    if headlines[0] is not None and headlines[1] is not None:
        texts = [source.segments[headlines[0]].text, target.segments[headlines[1]].text]
        if _cosine(encoder or load_encoder(), texts) < _SAME:
            message = "the headline of the target says something else than that of the source"
            yield _finding(comparison, "headline-changed", headlines, _LIKELY, message)
    authors = _segment(source, Role.BYLINE), _segment(target, Role.BYLINE)
    if _differ(source.meta.byline, target.meta.byline):
        message = f"the source is signed by {source.meta.byline:.60} and the target by {target.meta.byline:.60}"
        yield _finding(comparison, "byline-changed", authors, _LIKELY, message)
    yield from _lost(comparison, authors)
    days = _segment(source, Role.DATE), _segment(target, Role.DATE)
    dates = _day(source, days[0]), _day(target, days[1])
    if dates[0] and dates[1] and dates[1] < dates[0]:
        message = f"the target says that it was published {dates[1]}, before the source ({dates[0]})"
        yield _finding(comparison, "publication-note-changed", days, _LIKELY, message)


def _lost(comparison: Comparison, authors: tuple[int | None, int | None]) -> Iterator[Finding]:
    """Yield a finding where the source tells author and day of publication, and the target only one of them."""
    source, target = comparison.alignment.source, comparison.alignment.target
    days = _segment(source, Role.DATE), _segment(target, Role.DATE)
    if authors[0] is None or days[0] is None:
        return
    has_author = authors[1] is not None or bool(target.meta.byline)
    has_day = days[1] is not None or bool(target.meta.date)
    if has_author == has_day:
        return
    if not has_day and authors[1] is not None and any(map(str.isdecimal, target.segments[authors[1]].text)):
        return  # the day stands beside the name
    what, lost = ("when it was published", days) if has_author else ("who wrote it", authors)
    yield _finding(
        comparison, "publication-note-lost", lost, _LIKELY, f"the source tells {what} and the target does not"
    )


def _headline(document: Document) -> int | None:
    """Return the number of the headline; where a page has lost it, its first heading within the text is none."""
    headline, body = _segment(document, Role.HEADLINE), _segment(document, Role.BODY)
    return headline if headline is not None and (body is None or headline < body) else None


def _day(document: Document, number: int | None) -> date | None:
    """Return the day that a line of publication names with its month in words; None where it names none, or several."""
    if number is None:
        return None
    values = read_values(document.segments[number].text, primary_language(document.language))
    months = {reading for value in values if value.kind is Kind.MONTH for reading in value.readings}
    numbers = {reading for value in values if value.kind is Kind.NUMBER and value.whole for reading in value.readings}
    days, years = {it for it in numbers if it <= _LAST_DAY}, {it for it in numbers if it >= _FIRST_YEAR}
    if not len(months) == len(days) == len(years) == 1:
        return None
    try:
        return date(int(years.pop()), int(months.pop()), int(days.pop()))
    except ValueError:
        return None


def _segment(document: Document, role: Role) -> int | None:
    """Return the number of the first segment with a role."""
    return next((number for number, segment in enumerate(document.segments) if segment.role is role), None)


def _cosine(encoder: Encoder, texts: list[str]) -> float:
    one, other = encoder.encode(texts)
    return float(one @ other / max(float(np.linalg.norm(one) * np.linalg.norm(other)), 1e-6))


def _differ(one: str, other: str) -> bool:
    """Return whether two lines of authors have no name in common; of scripts without capitals it is not known."""
    if not all(any(letter.isupper() for letter in line) for line in (one, other)):
        return False
    keys = [[name_key(word) for word in line.split()] for line in (one, other)]
    return all(any(each) for each in keys) and not any(sound_alike(a, b) for a in keys[0] for b in keys[1])


def _finding(
    comparison: Comparison, kind: str, segments: tuple[int | None, int | None], probability: float, message: str
) -> Finding:
    alignment = comparison.alignment
    number = 0
    if segments[0] is not None:
        beads = enumerate(alignment.beads)
        number = next(k for k, bead in beads if bead.source.start <= segments[0] < bead.source.stop)
    spans = [
        document.chars_over(Span(segment, segment + 1)) if segment is not None else Span(0, 0)
        for document, segment in zip((alignment.source, alignment.target), segments, strict=True)
    ]
    return Finding(
        check="particulars",
        kind=kind,
        severity=Severity.LOW,
        bead=number,
        source=spans[0],
        target=spans[1],
        probability=probability,
        message=message,
    )
