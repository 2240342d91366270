"""Whether the values that a translation keeps are on both sides. Good pairs fail, too: `two` may be `2`."""

import re
import unicodedata
from collections import Counter

from corpora.filters import Texts

_NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f'’٬٫]\d+)*")
_DIGIT = re.compile(r"\d")
_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"”»]{1,300}|[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,60}){1,4}")


def numbers(pair: Texts) -> float:
    """Return the share of the numbers, digits alone being compared, that both sides have; 1 if there is none."""
    return _shared(_digits(pair.source), _digits(pair.target))


def urls(pair: Texts) -> float:
    """Return the share of the addresses that both sides have; 1 if there is none."""
    return _shared(Counter(_addresses(pair.source)), Counter(_addresses(pair.target)))


def _digits(text: str) -> Counter[str]:
    """Return the numbers of a text as runs of ASCII digits, without separators."""
    if not _DIGIT.search(text):
        return Counter()
    found = _NUMBER.findall(_URL.sub(" ", text) if _may_have_address(text) else text)
    return Counter("".join(str(unicodedata.digit(sign)) for sign in number if sign.isdigit()) for number in found)


def _addresses(text: str) -> list[str]:
    found = _URL.findall(text) if _may_have_address(text) else ()
    return [address.rstrip(".,;:!?)").lower() for address in found]


def _may_have_address(text: str) -> bool:
    return "@" in text or "://" in text or "www." in text


def _shared(one: Counter[str], other: Counter[str]) -> float:
    if not one and not other:
        return 1.0
    return (one & other).total() / (one | other).total()
