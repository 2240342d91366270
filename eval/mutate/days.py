"""Another day: another weekday, or another day or month of a date that has a month's name."""

import re
from functools import cache
from random import Random

from align.bitext import Span
from align.language import primary_language
from eval.mutate import Mutation, put_in

_UNSPACED = frozenset({"zh", "ja"})


def change_weekday(sentence: str, language: str, rng: Random) -> Mutation | None:
    """Put another weekday in the place of one; see `eval.mutate.Mutator`.

    >>> change_weekday("They left on Tuesday.", "en", Random(1)).text
    'They left on Saturday.'
    """
    names = _names("day", primary_language(language))
    found = list(_pattern(names, primary_language(language)).finditer(sentence))
    if not found:
        return None
    day = rng.choice(found)
    return put_in(sentence, Span(*day.span()), _other(names, day[0], rng))


def change_date(sentence: str, language: str, rng: Random) -> Mutation | None:
    """Change the day of a date or its month; see `eval.mutate.Mutator`.

    >>> change_date("They left on 3 May 1998.", "en", Random(1)).text
    'They left on 27 May 1998.'
    """
    primary = primary_language(language)
    dates = list(_dates(primary).finditer(sentence))
    if not dates:
        return None
    date = rng.choice(dates)
    months = _names("month", primary)
    of_month, of_day = ([k for k, part in date.groupdict().items() if part and k[0] == kind] for kind in "md")
    if primary not in _UNSPACED and rng.random() < 0.5:
        part = of_month[0]
        return put_in(sentence, Span(*date.span(part)), _other(months, date[part], rng))
    part = of_day[0]
    new = rng.choice([day for day in range(1, 29) if day != int(date[part])])
    return put_in(sentence, Span(*date.span(part)), str(new))


@cache
def _dates(language: str) -> re.Pattern[str]:
    """Return what finds dates with a day and a month's name, groups `d…` and `m…`."""
    if language in _UNSPACED:
        return re.compile(r"\d{1,2}月(?P<d>\d{1,2})日(?P<m>)")
    month = "|".join(sorted(_names("month", language), key=len, reverse=True))
    return re.compile(
        rf"(?<![\w.,:])(?P<d1>\d{{1,2}})(?:\.|st|nd|rd|th|er)?\s(?:de\s)?(?P<m1>{month})(?!\w)"
        rf"|(?<!\w)(?P<m2>{month})\s(?P<d2>\d{{1,2}})(?![\w:]|[.,]\d)",
        re.IGNORECASE,
    )


@cache
def _names(kind: str, language: str) -> tuple[str, ...]:
    """Return the names of months or weekdays of a language as they stand within a date, by their numbers."""
    from babel import Locale

    locale = Locale.parse(language)
    table = (locale.months if kind == "month" else locale.days)["format"]["wide"]
    return tuple(table[number] for number in sorted(table))


@cache
def _pattern(names: tuple[str, ...], language: str) -> re.Pattern[str]:
    words = "|".join(sorted(names, key=len, reverse=True))
    bounds = ("", "") if language in _UNSPACED else (r"(?<!\w)", r"(?!\w)")
    return re.compile(f"{bounds[0]}(?:{words}){bounds[1]}", re.IGNORECASE)


def _other(names: tuple[str, ...], name: str, rng: Random) -> str:
    """Return another one of the names, with a capital where this one has one."""
    new = rng.choice([other for other in names if other.lower() != name.lower()])
    return new[0].upper() + new[1:] if name[0].isupper() else new
