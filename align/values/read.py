"""The values of a text in order: digits, words, dates, weekdays and times, each with its characters.

1. One pattern of a language finds times, numeric dates, numbers in digits and words; a table says which words matter.
2. Words that follow each other are put together to numbers, and values to expressions (`align.values.expressions`).
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Collection, Iterator
from functools import cache
from operator import attrgetter
from typing import NamedTuple

from align.distinct import distinct_words
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
_INDIC_WORD = re.compile(r"[\u0900-\u0dff]+")  # whose vowels are marks, not letters
_INDIC = frozenset("hi mr ne bn as gu pa or ta te kn ml si".split())
_FRACTIONS = "½¼¾⅓⅔⅕⅖⅗⅘⅙⅛⅜⅝⅞"
_FAR = 1 << 60  # behind each place of a text
_LONGEST_JOINT = 6  # characters between two words of a number
_FEIRA = {"segunda": 0.0, "terça": 1.0, "quarta": 2.0, "quinta": 3.0, "sexta": 4.0}
_SHORTEST_COMPOUND = 7  # letters
_START = attrgetter("start")


def words_said(text: str, language: str) -> frozenset[str]:
    """Return the words of a document that say values, folded: no other ones need to be looked for in its sentences.

    Args:
        text: of all of it.
        language: a primary tag.
    """
    return frozenset(lexicon(language).keys() & _words(fold(text, language), language))


def read_values(text: str, language: str, among: Collection[str] | None = None) -> tuple[Value, ...]:
    """Return the values of a text, in order.

    Args:
        text: any; characters count from its beginning.
        language: a primary tag; of languages without number words digits, months and weekdays are read.
        among: the words that may be in it, from `words_said`; all that there are for None.

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
    found += _read(folded, language, among)
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


class _Item(NamedTuple):
    """What was found in a place: a word of the lexicon, or a number, a time or a date that begins with a digit."""

    start: int
    stop: int
    word: Word | None
    match: re.Match[str] | None = None


def _words(folded: str, language: str) -> set[str]:
    return set(_INDIC_WORD.findall(folded)) if language in _INDIC else distinct_words(folded)


def _items(folded: str, language: str, among: Collection[str] | None) -> list[_Item]:
    """Return what is found in a text, in order."""
    words, stems = lexicon(language), compounding_stems(language)
    compounds = any([stem in folded for stem in stems])
    if among is None or compounds or language in _INDIC:
        names = _words(folded, language)
        known: Collection[str] = names & words.keys()
    else:
        names, known = set(), [word for word in among if word in folded]
    items = [_Item(start, start + len(name), words[name]) for name in known for start in _places(folded, name)]
    if compounds:
        for name in names - words.keys():
            value = compound(name, language) if len(name) >= _SHORTEST_COMPOUND else None
            if value is not None:
                word = Word(Role.PART, (value,))
                items += [_Item(start, start + len(name), word) for start in _places(folded, name)]
    if _DIGIT.search(folded):
        matches = list(_written_in_digits(folded, language))
        # A word within a time, such as "de la tarde", says nothing more.
        spans = [(0, 0), *(match.span() for match in matches)]
        items = [item for item in items if item.start >= spans[bisect_right(spans, (item.start, _FAR)) - 1][1]]
        items += [_Item(*match.span(), None, match) for match in matches if match.lastgroup != "link"]
    items.sort(key=_START)
    return items


def _written_in_digits(folded: str, language: str) -> Iterator[re.Match[str]]:
    """Yield what begins with a digit, and addresses where there are some."""
    pattern = _digits(language)
    if "://" in folded or "www." in folded:
        yield from pattern.finditer(folded)
        return
    digit = _DIGIT.search(folded)
    while digit:
        match = pattern.match(folded, digit.start())
        if match:
            yield match
        digit = _DIGIT.search(folded, match.end() if match else digit.end())


def _places(text: str, name: str) -> Iterator[int]:
    """Yield where a word stands as a whole."""
    start = text.find(name)
    while start >= 0:
        stop = start + len(name)
        if not (text[start - 1 : start].isalpha() and start) and not text[stop : stop + 1].isalpha():
            yield start
        start = text.find(name, stop)


def _read(folded: str, language: str, among: Collection[str] | None) -> list[Value]:
    """Return what is written in digits and words."""
    found: list[Value] = []
    number: Number | None = None
    for item in _items(folded, language, among):
        if item.word is not None and number is not None and _continues(number, item, folded, language):
            continue
        if number is not None:
            found.append(_done(number, folded, language))
            number = None
        if item.match is not None:
            number, values = _from_digits(item.match)
            found += values
        elif item.word is not None and item.word.role in (Role.MONTH, Role.WEEKDAY):
            kind = Kind.MONTH if item.word.role is Role.MONTH else Kind.WEEKDAY
            found.append(Value(kind, Span(item.start, item.stop), frozenset(item.word.values), firm=item.word.firm))
        else:
            number = _begin(item, folded, language)
            weekday = _FEIRA.get(folded[item.start : item.stop]) if language == "pt" else None
            if weekday is not None:  # "sexta" alone is Friday as often as the sixth
                sure = folded.startswith("-feira", item.stop)
                stop = item.stop + len("-feira") if sure else item.stop
                found.append(Value(Kind.WEEKDAY, Span(item.start, stop), frozenset({weekday}), firm=sure))
                number.firm = False
                number = None if sure else number
    if number is not None:
        found.append(_done(number, folded, language))
    return found


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


def _done(number: Number, text: str, language: str) -> Value:
    """Return a number that nothing more is added to."""
    half = half_pattern(language)
    match = half.match(text, number.stop) if half else None
    if match:
        number.more = (*number.more, number.total + number.current + 0.5 * (number.size or 1.0))
        number.stop = match.end()
    return number.value()


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
