"""Words for thousands, millions, billions, lakhs and 万, as CLDR has them in every language, and their short forms."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel.numbers import NumberPattern

# What CLDR has not: other cases, and what stands right behind the digits. A letter may be a unit as well: `5 m`.
_MORE: dict[str, str] = {
    "en": "bn:9 mn:6 mln:6 bln:9 tn:12 trn:12 thousands:3 millions:6 billions:9 trillions:12 lakh:5 lakhs:5 crore:7 "
    "crores:7",
    "fr": "mille:3 milliers:3 millier:3 mds:9 mrd:9 md:9 mrds:9 mln:6 bn:9",
    "de": "mio:6 mill:6 mrd:9 mia:9 tsd:3 tausend:3 tausende:3 tausenden:3",
    "es": "mill:6 mdd:9 millón:6 millar:3 millares:3",
    "it": "mld:9 mln:6 mila:3 mille:3 migliaia:3",
    "pt": "mi:6 bi:9 tri:12 bilião:12 biliões:12 milhares:3",
    "nl": "mln:6 mld:9 miljoen:6 miljard:9 duizend:3 duizenden:3",
    "ru": "тыс:3 тысяче:3 тысячами:3 тысячам:3 тысячах:3 тысячу:3 тысячей:3 миллионе:6 миллиону:6 миллионом:6 "
    "миллионами:6 миллионам:6 миллионах:6 миллиарде:9 миллиарду:9 миллиардом:9 миллиардами:9 миллиардам:9 млн:6 млрд:9 "
    "трлн:12",
    "uk": "тис:3 тисячу:3 тисячею:3 мільйонами:6 мільйоном:6 мільярдом:9 млн:6 млрд:9 трлн:12",
    "pl": "tys:3 tysiącami:3 milionami:6 milionom:6 mln:6 mld:9 miliardami:9",
    "zh": "千:3 百:2 万:4 萬:4 亿:8 億:8 兆:12",
    "ja": "千:3 百:2 万:4 億:8 兆:12",
    "ko": "백:2 천:3 만:4 억:8 조:12",
}
_IS_WORD = re.compile(r"[^\d\s]{2,}|[万亿億兆만억조천千]")  # a single letter may be something else: 京 is Tokyo, too
_LETTERS = {"k": 3, "m": 6, "b": 9, "t": 12}


@cache
def magnitudes(language: str) -> dict[str, float]:
    """Return the words of a language, in lower case and without a stop at their end, and what they multiply by.

    Args:
        language: a primary tag; an empty table where CLDR does not know it.
    """
    found: dict[str, float] = {}
    for patterns in _patterns(language):
        for size, pattern in patterns.items():
            word = pattern.suffix[0].strip(" \u00a0.'").lower()
            zeros = pattern.pattern.count("0")
            # Of `0 mil millones` the reader makes two words itself; `0K` and the like are letters.
            if zeros and _IS_WORD.fullmatch(word):
                found[word] = float(size) / 10 ** (zeros - 1)
    found.update((word, 10.0 ** int(zeros)) for word, _, zeros in map(_split, _MORE.get(language, "").split()))
    return found


def letter_magnitude(letter: str) -> float:
    """Return what a letter right behind digits multiplies by, 0 for none: `350k`, `3.5B`."""
    return 10.0 ** _LETTERS[letter.lower()] if letter.lower() in _LETTERS else 0.0


def _split(pair: str) -> tuple[str, str, str]:
    return pair.partition(":")


def _patterns(language: str) -> Iterator[Mapping[str, "NumberPattern"]]:
    """Yield the compact formats of a language, by the size of the number: `1000000` has `0 million`."""
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return
    for width in ("short", "long"):
        yield from (locale.compact_decimal_formats.get(width) or {}).values()
