"""Another thing is counted: 5 km become 5 miles, $50 become €50."""

import re
from functools import cache
from random import Random

from align.bitext import Span
from align.language import primary_language
from eval.mutate import Mutation, put_in

# Of a row one word is put in the place of another; all stand behind a number.
_UNITS: dict[str, tuple[str, ...]] = {
    "en": ("miles kilometres", "feet metres", "pounds kilos", "hours days weeks months", "inches centimetres"),
    "fr": ("km m", "kg g", "heures jours semaines mois", "cm mm"),
    "de": ("Kilometer Meter", "km m", "Stunden Tage Wochen Monate", "Zentimeter Millimeter"),
    "es": ("kilómetros metros", "km m", "horas días semanas meses", "centímetros milímetros"),
    "it": ("chilometri metri", "km m", "ore giorni settimane mesi", "centimetri millimetri"),
    "nl": ("kilometer meter", "km m", "uur dagen weken maanden", "centimeter millimeter"),
    "ru": ("км м", "часов дней недель месяцев", "см мм"),
    "zh": ("公里 米", "小时 天 周 个月", "厘米 毫米"),
    "ja": ("キロ メートル", "時間 日間 週間 か月", "センチ ミリ"),
}
_CURRENCIES: dict[str, str] = {
    "en": "dollars euros",
    "fr": "dollars euros",
    "de": "Dollar Euro",
    "es": "dólares euros",
    "it": "dollari euro",
    "nl": "dollar euro",
    "ru": "долларов евро",
    "zh": "美元 欧元",
    "ja": "ドル ユーロ",
}
_SIGNS = "$ € £"
_UNSPACED = frozenset({"zh", "ja"})


def change_unit(sentence: str, language: str, rng: Random) -> Mutation | None:
    """Put another unit behind a number in digits; see `eval.mutate.Mutator`.

    >>> change_unit("It is 5 miles away.", "en", Random(1)).text
    'It is 5 kilometres away.'
    """
    primary = primary_language(language)
    found = list(_behind_numbers(_UNITS.get(primary, ()), primary).finditer(sentence)) if primary in _UNITS else []
    return _put_other(sentence, found, _UNITS.get(primary, ()), rng)


def change_currency(sentence: str, language: str, rng: Random) -> Mutation | None:
    """Put another currency beside a number; see `eval.mutate.Mutator`.

    >>> change_currency("It cost $50.", "en", Random(1)).text
    'It cost €50.'
    """
    primary = primary_language(language)
    rows = (_CURRENCIES.get(primary, ""), _SIGNS)
    found = list(re.finditer(r"(?<![\w$€£])[$€£](?=\d)|(?<=\d)\s?[$€£](?![\w])", sentence))
    if primary in _CURRENCIES:
        found += _behind_numbers(rows[:1], primary).finditer(sentence)
    return _put_other(sentence, found, rows, rng)


def _put_other(sentence: str, found: list[re.Match[str]], rows: tuple[str, ...], rng: Random) -> Mutation | None:
    """Return the sentence with another word of its row in the place of one that was found."""
    if not found:
        return None
    match = rng.choice(found)
    word = match.groupdict().get("word") or match[0].strip()
    stop = match.end()
    row = next(row.split() for row in rows if word in row.split())
    return put_in(sentence, Span(stop - len(word), stop), rng.choice([other for other in row if other != word]))


@cache
def _behind_numbers(rows: tuple[str, ...], language: str) -> re.Pattern[str]:
    words = "|".join(sorted({word for row in rows for word in row.split()}, key=len, reverse=True))
    end = "" if language in _UNSPACED else r"(?![\w/])"  # not within "km/h"
    between = r"\s?[万億亿]?" if language in _UNSPACED else r"[\s\u00a0-]"
    if language == "ru":
        between = r"[\s\u00a0]"  # "17-м" is an ordinal
    return re.compile(rf"\d(?:{between})(?P<word>{words}){end}")
