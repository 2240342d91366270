"""Currencies beside a number: `$50`, `50 euros`, `50万美元`. Dollars of all countries are one, as are pounds."""

import re
from functools import cache

from align.ledger import Span

# How their words begin in all languages, and their signs and codes.
_STEMS: dict[str, str] = {
    "euro": "euro eur € евро євро 欧元 歐元 ユーロ يورو 유로 यूरो",
    "dollar": "dollar dólar dolar dollár $ usd us$ долл долар 美元 美金 米ドル ドル دولار 달러 डॉलर",
    "pound": "pound sterling £ gbp livre pfund libra sterlin pond фунт 英镑 英鎊 ポンド جنيه 파운드 पाउंड",
    "rouble": "rouble ruble rubel rublo roebel rub ₽ рубл руб 卢布 ルーブル",
    "yen": "yen jpy иен єн 日元 円",
    "yuan": "yuan renminbi cny rmb юан 元 人民币 人民元",
    "franc": "franc franken franco frank chf франк 法郎 フラン",
    "rupee": "rupee rupie roupie rupia ₹ inr рупи 卢比 ルピー",
    "hryvnia": "hryvnia griwna hrywnia hryvnja ₴ uah грив гривен",
    "złoty": "złot zlot pln злот",
}
_BEFORE = re.compile(r"(?:(?<![^\W\d_])[a-z]{0,3}[$€£¥₽₹₴]|(?<![^\W\d_])[a-z]{3})[ \u00a0\u202f]?$", re.IGNORECASE)
# Whose money it is may stand between: "350.000 US-Dollar", "125 Millionen britische Pfund".
_BEHIND = re.compile(
    r"(?:(?<=[^\W\d_])\.)?[ \u00a0\u202f]?(?:d['’]|de |di |of )?"
    r"(?:(?:us|amerik|americ|américa|brit|kanad|canad|austr|schweiz|hongkong|singapur|американ|канад|австрал|британ)"
    r"[^\W\d_]{0,12}[ -])?(?P<word>[$€£¥₽₹₴]|[^\W\d_]+)",
    re.IGNORECASE,
)
_LONGEST_SIGN = 5


def currency_beside(text: str, chars: Span) -> tuple[str, Span] | None:
    """Return the currency of a number, and the characters of both; None where there is none.

    Args:
        text: any.
        chars: the number, with its magnitude.

    >>> currency_beside("it cost $50.", Span(9, 11))
    ('dollar', Span(start=8, stop=11))
    """
    before = _BEFORE.search(text[max(0, chars.start - _LONGEST_SIGN) : chars.start])
    if before and (name := _name(before[0].strip().lower())):
        return name, Span(chars.start - len(before[0]), chars.stop)
    behind = _BEHIND.match(text, chars.stop)
    if behind and (name := _name(behind["word"].lower())):
        return name, Span(chars.start, behind.end())
    return None


def _name(word: str) -> str | None:
    """Return the currency that a word or sign says; the longest beginning counts, so that 美元 is no yuan."""
    return next((name for stem, name in _stems().get(word[:1], ()) if word.startswith(stem)), None)


@cache
def _stems() -> dict[str, tuple[tuple[str, str], ...]]:
    """Return by their first letter how words begin, the longest first, and the currency that each says."""
    pairs = sorted(
        ((stem, name) for name, stems in _STEMS.items() for stem in stems.split()), key=_length, reverse=True
    )
    letters = {stem[0] for stem, _ in pairs}
    return {letter: tuple(pair for pair in pairs if pair[0][0] == letter) for letter in letters}


def _length(pair: tuple[str, str]) -> int:
    return len(pair[0])
