"""Days and times on a line of their own, as pages print them beside the headline, in twenty-nine languages.

Names of months and weekdays are those of CLDR. A date here has a day and a year, or the name of a month and a number.
What is left of the line without dates, times and words such as "updated" tells whether it is a date line at all.
"""

import re
from functools import cache, lru_cache
from itertools import chain

from align.furniture.calendar_names import MONTHS, WEEKDAYS
from align.furniture.particulars import PARTICULARS
from align.furniture.phrases import fold, phrases


def find_date(text: str) -> str:
    """Return the first date in a short text as it is written, empty when there is none.

    >>> find_date("Updated Tue., July 19, 2022 at 12:35 p.m.")
    'July 19, 2022'
    """
    found = _date_pattern().search(_plain_digits(text[:_LONGEST]))
    return text[found.start() : found.end()].strip(" ,.") if found else ""


@lru_cache(maxsize=256)  # who wrote a line and when is asked one after the other
def rest_of_date_line(text: str) -> str | None:
    """Return what a short line holds beside dates and times, None when it has no date.

    >>> rest_of_date_line("Jane Doe – Tuesday, 26 July 2022, 16:43")
    'Jane Doe'
    >>> rest_of_date_line("Jane Doe") is None
    True
    """
    text = text if text.isascii() else _plain_digits(text)
    if len(text) > _LONGEST or not _may_have_date(text) or not _date_pattern().search(text):
        return None
    rest = _date_pattern().sub(" ", text)
    rest = _small_words().sub(" ", _CLOCK.sub(" ", rest))
    return " ".join(rest.split()).strip(" ,،.;:|·•–—-/()[]")


def is_age(text: str) -> bool:
    """Tell whether a line is only how long ago something was.

    >>> is_age("3 days ago"), is_age("2d ago"), is_age("vor 3 Tagen"), is_age("Three days ago he left.")
    (True, True, True, False)
    """
    return len(text) <= 40 and _age_pattern().fullmatch(fold(text).strip(" .·•|-–—()")) is not None


# Longer lines are not looked at: no page prints a date that way.
_LONGEST = 200
_DIGIT = re.compile(r"\d")
_OTHER_DIGIT = re.compile(r"(?![0-9])\d")
_NUMBERS_OF_DATE = re.compile(r"\d[-/.]\s?\d|[年月년월]|\d\s[\u0900-\u097f]")  # Devanagari's vowels are no letters
# A word before a number; one that is glued to it, and one behind it or its ending.
_BESIDE = re.compile(
    r"(?<![^\W\d_])([^\W\d_]++)(?=\.?\s\d)"
    r"|(?<=\d)(?=([^\W\d_]*))(?:\.|st|nd|rd|th|er|º|ª)?\s?(?:de\s|d')?\s?([^\W\d_]+)"
)
# What English writes beside CLDR's forms, and Hebrew with "in" before it.
_ALSO_MONTHS = frozenset({"sept", *(f"ב{name}" for name in MONTHS if "א" <= name[0] <= "ת")})
_ALSO_WEEKDAYS = frozenset({"tues", "thur", "thurs"})
_CLOCK = re.compile(
    r"\b\d{1,2}\s?[:.hH]\s?\d{2}(?::\d{2})?(?:\s?(?:[ap]\.?\s?m\b\.?|uhr|h))?|\b\d{1,2}\s?(?:[ap]\.?\s?m\b\.?|uhr\b)"
    r"|\b\d{1,2}時(?:\d{1,2}分)?|\b(?:GMT|UTC|CET|CEST|EST|EDT|ET|PST|PDT|BST|MSK|JST)(?:[+-]\d{1,2}(?::?\d{2})?)?\b",
    re.IGNORECASE,
)


def _may_have_date(text: str) -> bool:
    """Tell whether a text has a number and beside it what makes it a date: another one, or the name of a month."""
    if not _DIGIT.search(text):
        return False
    if _NUMBERS_OF_DATE.search(text):
        return True
    return not _months().isdisjoint(chain.from_iterable(_BESIDE.findall(_plain(text))))


def _plain_digits(text: str) -> str:
    """Return a text of the same length with the digits of all scripts as those of ASCII."""
    return _OTHER_DIGIT.sub(lambda digit: str(int(digit[0])), text)


@cache
def _months() -> frozenset[str]:
    return frozenset(map(_plain, MONTHS | _ALSO_MONTHS))


def _plain(text: str) -> str:
    """Return a text in small letters, where patterns that ignore case take the dotless i for one with a dot."""
    return fold(text).replace("ı", "i")


@cache
def _date_pattern() -> re.Pattern[str]:
    month = _alternatives(MONTHS | _ALSO_MONTHS)
    year, day = r"(?:1[6-9]|20|21)\d{2}", r"(?:0?[1-9]|[12]\d|3[01])"
    ordinal = r"(?:\.|st|nd|rd|th|er|º|ª)?"
    return re.compile(
        rf"(?<!\d){year}[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?:T\d{{2}}:\d{{2}}(?::\d{{2}})?(?:Z|[+-]\d{{2}}:?\d{{2}})?)?(?!\d)"
        rf"|(?<!\d)\d{{1,2}}[-/.]\s?\d{{1,2}}[-/.]\s?(?:{year}|\d{{2}})(?!\d)"
        rf"|(?<!\d){year}\s?[年년]\s?\d{{1,2}}\s?[月월]\s?\d{{1,2}}\s?[日일]|(?<!\d)\d{{1,2}}[月월]\s?\d{{1,2}}[日일]"
        rf"|(?<!\d){day}{ordinal}\s?(?:de\s|d')?\s?(?:{month})\b\.?(?:,?\s(?:de\s)?{year}\b)?(?:\s?(?:г\.|р\.|року|года))?"
        rf"|(?:(?<!\d){year}\.\s)?\b(?:{month})\b\.?\s{day}(?:st|nd|rd|th)?\b(?:,?\s{year}\b)?",
        re.IGNORECASE,
    )


@cache
def _small_words() -> re.Pattern[str]:
    updates = _alternatives({*phrases("updates"), *WEEKDAYS, *_ALSO_WEEKDAYS})
    return re.compile(
        rf"(?<!\w)(?:{updates}|at|on|à|le|um|am|den|uhr|a las|alle|às|om|o|в|о|at\.|le:)(?!\w)[.:]?", re.IGNORECASE
    )


@cache
def _age_pattern() -> re.Pattern[str]:
    ages = "|".join(fold(row.ages) for row in PARTICULARS.values()).replace("#", r"\d{1,3}")
    return re.compile(rf"(?:{_alternatives(set(phrases('updates')))})?:?\s?(?:{ages})")


def _alternatives(names: frozenset[str] | set[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
