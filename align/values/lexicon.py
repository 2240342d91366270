"""The words of a language that say a value: numbers, magnitudes, months, weekdays, in one table, made when needed."""

import re
from collections import defaultdict
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from align.values.dates import day_words, month_words
from align.values.magnitudes import magnitudes
from align.values.numerals import NUMERALS, Numerals


class Role(IntEnum):
    """What a word does in a number: *parts* add up, *multipliers* multiply, *ordinals* end it, *loose* stand alone."""

    PART = 0
    MULTIPLIER = 1
    ORDINAL = 2
    LOOSE = 3
    MONTH = 4
    WEEKDAY = 5


@dataclass(frozen=True, slots=True)
class Word:
    """A word that says a value: what it does, and its values, of which the first one counts within a number."""

    role: Role
    values: tuple[float, ...]
    firm: bool = True


# Endings of adjectives, so that ordinals are found in each case.
_ENDINGS = {
    "de": "e en er es em".split(),
    "ru": "ый ий ой ая яя ое ее ого его ому ему ым им ом ем ую юю ою ые ие ых их ыми ими".split(),
    "uk": "ий ій я є а е ого ьої ої ому ьому им ою у і их ими".split(),
    "pl": "y i a e ego iego ej iej emu iemu ym im ą ią ych ich ymi imi".split(),
}
_FOLDED = str.maketrans({"ё": "е", "'": "ʼ", "’": "ʼ"})
# A joiner is no letter, and where a blank stands for it Tuesday would end in Saturday: both become a letter.
_PERSIAN_JOINTS = re.compile("\u200c|(?:(?<=\\bیک)|(?<=\\bدو)|(?<=\\bسه)|(?<=\\bپنج)|(?<=\\bچهار)) (?=شنبه)")
_COMPOUNDING = {
    "de": ("tausend", "hundert"),
    "nl": ("duizend", "honderd"),
    "it": ("mila", "cento"),
    "sv": ("tusen", "hundra"),
    "da": ("tusind", "hundred"),
    "nb": ("tusen", "hundre"),
}
_APOSTROPHES = frozenset({"uk", "be"})  # languages in whose words an apostrophe is a letter


def fold(text: str, language: str) -> str:
    """Return a text as its words are looked up, character by character as long as before.

    Args:
        text: any.
        language: a primary tag.
    """
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    if language in _APOSTROPHES:
        return lower.translate(_FOLDED)
    if language == "fa":
        return _PERSIAN_JOINTS.sub("ـ", lower)
    return lower.replace("ё", "е")


@cache
def lexicon(language: str) -> dict[str, Word]:
    """Return the words of a language by their folded form; a language without a table has months and magnitudes.

    Args:
        language: a primary tag.
    """
    words: dict[str, Word] = {}
    for month, (number, firm) in month_words(language).items():
        words[fold(month, language)] = Word(Role.MONTH, (float(number),), firm)
    for day, number in day_words(language).items():
        words[fold(day, language)] = Word(Role.WEEKDAY, (float(number),))
    for word, size in magnitudes(language).items():
        words[fold(word, language)] = Word(Role.MULTIPLIER, (size,))
    numerals = NUMERALS.get(language)
    if numerals:
        words.update({fold(word, language): entry for word, entry in _numerals(numerals, language).items()})
    return words


def has_number_words(language: str) -> bool:
    """Tell whether number words of a language, by its primary tag, are known."""
    return language in NUMERALS or language in ("zh", "ja")


def compound(word: str, language: str) -> float | None:
    """Return the value of a compound such as "zweihundertfünfzig", None for other words.

    Args:
        word: folded.
        language: a primary tag.
    """
    for stem, size in zip(compounding_stems(language), (1000.0, 100.0), strict=False):
        before, found, after = word.partition(stem)
        if not found or not (before or after):
            continue
        one = _simple(before, language) if before else 1.0
        rest = (_simple(after, language) or compound(after, language)) if after else 0.0
        if one is not None and rest is not None and one < size and rest < size:
            return one * size + rest
    return None


def joins(language: str) -> frozenset[str]:
    """Return the words that may stand between two parts of a number, folded."""
    numerals = NUMERALS.get(language)
    return frozenset(numerals.joins.split()) if numerals else frozenset()


@cache
def half_pattern(language: str) -> re.Pattern[str] | None:
    """Return what finds "and a half" right behind a number; None where it is not known."""
    numerals = NUMERALS.get(language)
    return re.compile(numerals.halves) if numerals and numerals.halves else None


def _numerals(numerals: Numerals, language: str) -> dict[str, Word]:
    words: dict[str, Word] = {}
    loose = defaultdict[str, list[float]](list)
    for word, value in _pairs(numerals.loose):
        loose[word].append(value)
    for word, values in loose.items():
        words[word] = Word(Role.LOOSE, tuple(values), firm=False)
    words.update((word, Word(Role.PART, (value,))) for word, value in _pairs(numerals.others))
    hundreds = numerals.hundreds.split()
    for row, first, step in ((numerals.units.split(), 2, 1), (numerals.tens.split(), 20, 10), (hundreds, 100, 100)):
        role = Role.MULTIPLIER if row is hundreds and len(hundreds) == 1 else Role.PART
        for number, forms in enumerate(row):
            words.update((form, Word(role, (float(first + step * number),))) for form in forms.split("/"))
    words.update((word, Word(Role.PART, (value,))) for word, value in _compounds(numerals))
    for row, first, step in ((numerals.ordinals.split(), 3, 1), (numerals.round_ordinals.split(), 20, 10)):
        for number, forms in enumerate(row):
            for form in forms.split("/"):
                for ending in _ENDINGS.get(language, [""]):
                    words.setdefault(form + ending, Word(Role.ORDINAL, (float(first + step * number),)))
    return words


def _compounds(numerals: Numerals) -> list[tuple[str, float]]:
    """Return the numbers from 21 to 99 of languages that write them as one word."""
    units = numerals.units_of_compounds.split()
    found = []
    for ten, forms in enumerate(numerals.tens.split() if units else [], start=2):
        for form in forms.split("/"):
            for unit, word in enumerate(units, start=1):
                value = float(10 * ten + unit)
                if numerals.parted:
                    found += [(f"{word}{between}{form}", value) for between in numerals.parted.split()]
                else:  # Italian: ventuno, ventotto, but ventidue
                    stem = form[:-1] if word[0] in "uo" else form
                    found += [(stem + word, value), (stem + word.replace("tre", "tré"), value)]
    return found


def compounding_stems(language: str) -> tuple[str, ...]:
    """Return the stems of thousand and hundred in compounds, the larger one first; none where there are no compounds.

    >>> compounding_stems("de")
    ('tausend', 'hundert')
    """
    return _COMPOUNDING.get(language, ())


def _simple(word: str, language: str) -> float | None:
    word = word.removeprefix("und") if language == "de" else word
    if word in ("ein", "één"):
        return 1.0
    found = lexicon(language).get(word)
    if found is not None and found.role in (Role.PART, Role.LOOSE):
        return found.values[0]
    return compound(word, language)


def _pairs(text: str) -> list[tuple[str, float]]:
    """Return `word:value` pairs."""
    return [(word, float(value)) for word, _, value in (pair.partition(":") for pair in text.split())]
