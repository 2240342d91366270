"""The values of a text in order: digits, words, dates, weekdays and times, each with its characters.

1. One pattern of a language finds times, numeric dates, numbers in digits and words; a table says which words matter.
2. Words that follow each other are put together to numbers, and values to expressions (`align.values.expressions`).
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from align.ledger import Span
from align.values.cjk import read_cjk
from align.values.clock import time_of, time_pattern
from align.values.digits import groups_of, number_pattern, readings_of
from align.values.expressions import put_together
from align.values.lexicon import Role, Word, compound, compounding_stems, fold, half_pattern, joins, lexicon
from align.values.magnitudes import letter_magnitude
from align.values.sequence import Sequence as Number
from align.values.sequence import extend, from_digits, from_word
from align.values.value import Kind, Value

_IDEOGRAPHIC = frozenset({"zh", "ja"})
_DIGIT = re.compile(r"\d")
_WORD, _INDIC_WORD = re.compile(r"[^\W\d_]+"), re.compile(r"[\u0900-\u0dff]+")  # whose vowels are marks, not letters
_INDIC = frozenset("hi mr ne bn as gu pa or ta te kn ml si".split())
_FRACTIONS = "½¼¾⅓⅔⅕⅖⅗⅘⅙⅛⅜⅝⅞"
_FAR = 1 << 60  # behind each place of a text
_LONGEST_JOINT = 6  # characters between two words of a number
_FEIRA = {"segunda": 0.0, "terça": 1.0, "quarta": 2.0, "quinta": 3.0, "sexta": 4.0}
_SHORTEST_COMPOUND = 7  # letters


def read_values(text: str, language: str) -> tuple[Value, ...]:
    """Return the values of a text, in order.

    Args:
        text: any; characters count from its beginning.
        language: a primary tag; of languages without number words digits, months and weekdays are read.

    >>> [sorted(value.readings) for value in read_values("Two hundred and ten of 1,350 boats", "en")]
    [[210.0], [1.35, 1350.0]]
    """
    folded = fold(text, language)
    found: list[Value] = []
    if language in _IDEOGRAPHIC:
        found = list(read_cjk(text, language))
        letters = list(folded)
        for value in found:  # what is read must not be read again
            letters[value.chars.start : value.chars.stop] = " " * len(value.chars)
        folded = "".join(letters)
    found += _read(folded, language)
    if not found:
        return ()
    found.sort(key=lambda value: value.chars.start)
    return tuple(put_together(found, text, folded, language))


@cache
def _digits(language: str) -> re.Pattern[str]:
    """Return what finds everything that begins with a digit, and addresses, whose digits say nothing."""
    numeric = r"(?P<date>\d{1,2}(?P<mark>[./-])\d{1,2}(?P=mark)(?:\d{4}|\d{2})(?!\d)|\d{4}-\d{1,2}-\d{1,2}(?!\d))"
    return re.compile(
        rf"(?=\d)(?:{numeric}|{time_pattern(language)}|(?P<number>{number_pattern(language)})(?P<letter>[kmbt](?![^\W_]))?"
        rf"(?P<fraction>[ \u00a0]?[{_FRACTIONS}])?)"
        r"|(?P<link>(?:https?://|www\.)\S+)",
        re.IGNORECASE,
    )


@cache
def _joint(language: str) -> re.Pattern[str]:
    """Return what may stand between two words of a number."""
    words = "|".join(joins(language))
    return re.compile(rf"[ \u00a0\u202f\u2009-]?(?:(?:{words})[ -])?" if words else r"[ \u00a0\u202f\u2009-]?")


@dataclass(frozen=True, slots=True)
class _Item:
    """What was found in a place: a word of the lexicon, or a number, a time or a date that begins with a digit."""

    start: int
    stop: int
    word: Word | None
    match: re.Match[str] | None = None


def _items(folded: str, language: str) -> list[_Item]:
    """Return what is found in a text, in order."""
    words, names = lexicon(language), set((_INDIC_WORD if language in _INDIC else _WORD).findall(folded))
    items = [
        _Item(start, start + len(name), words[name]) for name in names & words.keys() for start in _places(folded, name)
    ]
    if any(stem in folded for stem in compounding_stems(language)):
        for name in names - words.keys():
            value = compound(name, language) if len(name) >= _SHORTEST_COMPOUND else None
            if value is not None:
                word = Word(Role.PART, (value,))
                items += [_Item(start, start + len(name), word) for start in _places(folded, name)]
    if _DIGIT.search(folded):
        matches = list(_digits(language).finditer(folded))
        # A word within a time, such as "de la tarde", says nothing more.
        spans = [(0, 0), *(match.span() for match in matches)]
        items = [item for item in items if item.start >= spans[bisect_right(spans, (item.start, _FAR)) - 1][1]]
        items += [_Item(*match.span(), None, match) for match in matches if match.lastgroup != "link"]
    items.sort(key=lambda item: item.start)
    return items


def _places(text: str, name: str) -> Iterator[int]:
    """Yield where a word stands as a whole."""
    start = text.find(name)
    while start >= 0:
        stop = start + len(name)
        if not (text[start - 1 : start].isalpha() and start) and not text[stop : stop + 1].isalpha():
            yield start
        start = text.find(name, stop)


def _read(folded: str, language: str) -> Iterator[Value]:
    """Yield what is written in digits and words."""
    number: Number | None = None
    for item in _items(folded, language):
        span = Span(item.start, item.stop)
        if item.word is None:
            yield from _done(number, folded, language)
            number = None
            if item.match is not None:
                number, values = _from_digits(item.match)
                yield from values
        elif number is not None and _continues(number, item, folded, language):
            continue
        elif item.word.role in (Role.MONTH, Role.WEEKDAY):
            yield from _done(number, folded, language)
            number = None
            kind = Kind.MONTH if item.word.role is Role.MONTH else Kind.WEEKDAY
            yield Value(kind, span, frozenset(item.word.values), firm=item.word.firm)
        else:
            yield from _done(number, folded, language)
            number = _begin(item, folded, language)
            weekday = _FEIRA.get(folded[span.start : span.stop]) if language == "pt" else None
            if weekday is not None:  # "sexta" alone is Friday as often as the sixth
                sure = folded.startswith("-feira", span.stop)
                number = None if sure else number
                stop = span.stop + len("-feira") if sure else span.stop
                yield Value(Kind.WEEKDAY, Span(span.start, stop), frozenset({weekday}), firm=sure)
                if number is not None:
                    number.firm = False
    yield from _done(number, folded, language)


def _continues(number: Number, item: _Item, folded: str, language: str) -> bool:
    """Add a word to a number where it stands right behind it and fits; return whether it did."""
    joint = folded[number.stop : item.start]
    if item.word is None or len(joint) > _LONGEST_JOINT or not _joint(language).fullmatch(joint):
        return False
    return extend(number, item.stop, item.word, language, joint=joint)


def _begin(item: _Item, folded: str, language: str) -> Number:
    """Return a number that begins with a word; with the article before it, "million" is a certain one."""
    assert item.word is not None
    span = Span(item.start, item.stop)
    if language == "en" and item.word.role is Role.MULTIPLIER and re.search(r"\ba[ -]$", folded[: item.start][-3:]):
        number = from_word(Span(item.start - 2, item.start - 1), Word(Role.LOOSE, (1.0,), firm=False))
        if extend(number, item.stop, item.word, language):
            return number
    return from_word(span, item.word)


def _from_digits(match: re.Match[str]) -> tuple[Number | None, list[Value]]:
    """Return the number that begins with these digits, or the values that they are."""
    if match["number"]:
        return _number(match), []
    if match["date"]:
        return None, list(_numeric_date(match))
    time = time_of(match)
    return None, [time] if time else []


def _done(number: Number | None, text: str, language: str) -> Iterator[Value]:
    """Yield a number that nothing more is added to."""
    if number is None:
        return
    half = half_pattern(language)
    match = half.match(text, number.stop) if half else None
    if match:
        number.more = (*number.more, number.total + number.current + 0.5 * (number.size or 1.0))
        number.stop = match.end()
    yield number.value()


def _number(match: re.Match[str]) -> Number | None:
    readings = readings_of(match["number"])
    if not readings:
        return None
    number = from_digits(Span(*match.span("number")), readings)
    number.parts = groups_of(match["number"])
    if match["fraction"]:
        part = unicodedata.numeric(match["fraction"].strip())
        number.more = tuple(reading + part for reading in number.readings)
        number.stop, number.closed = match.end(), True
    if match["letter"]:
        size = letter_magnitude(match["letter"])
        number.more = tuple(reading * size for reading in number.readings)
        number.stop, number.closed = match.end(), True
    return number


def _numeric_date(match: re.Match[str]) -> Iterator[Value]:
    """Yield the parts of a date in digits, of which nobody knows which is the day."""
    whole = Span(*match.span())
    for part in re.finditer(r"\d+", match[0]):
        span = Span(whole.start + part.start(), whole.start + part.end())
        yield Value(Kind.NUMBER, span, frozenset({float(part[0])}), whole=whole)
