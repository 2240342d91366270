"""Whether the values that a translation keeps are on both sides. Good pairs fail, too: `two` may be `2`."""

import re
import unicodedata
from collections import Counter

from corpora.filters import Texts
from corpora.filters.sides import Side

_NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f'’٬٫]\d+)*")
_DIGITS = frozenset("0123456789")
_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"”»]{1,300}|[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,60}){1,4}")


def numbers(pair: Texts) -> float:
    """Return the share of the numbers, digits alone being compared, that both sides have; 1 if there is none."""
    one, other = pair.sides
    return _shared(_digits(one), _digits(other))


def urls(pair: Texts) -> float:
    """Return the share of the addresses that both sides have; 1 if there is none."""
    one, other = pair.sides
    return _shared(_addresses(one), _addresses(other))


def _digits(side: Side) -> list[str]:
    """Return the numbers of a text as runs of ASCII digits, without separators."""
    if side.is_latin and side.signs.isdisjoint(_DIGITS):
        return []
    found = _NUMBER.findall(_URL.sub(" ", side.text) if side.has_address else side.text)
    return ["".join(str(unicodedata.digit(sign)) for sign in number if sign.isdigit()) for number in found]


def _addresses(side: Side) -> list[str]:
    found = _URL.findall(side.text) if side.has_address else ()
    return [address.rstrip(".,;:!?)").lower() for address in found]


def _shared(one: list[str], other: list[str]) -> float:
    if one == other:
        return 1.0
    ours, theirs = Counter(one), Counter(other)
    return (ours & theirs).total() / (ours | theirs).total()
