"""One side of a pair, taken apart once for all filters."""

import re
from typing import NamedTuple


class Side(NamedTuple):
    """A text and what filters look at.

    Attributes:
        text: as it is.
        language: a primary tag.
        pieces: what white space parts.
        words: runs of letters and digits, in small letters.
        letters: runs of letters, in small letters.
        signs: the different characters but ASCII letters, spaces and usual marks; without a rare one there is nothing
            to look for.
        is_latin: whether it has Latin letters, digits and usual marks alone.
        has_address: whether it may hold an address.
    """

    text: str
    language: str
    pieces: list[str]
    words: list[str]
    letters: list[str]
    signs: frozenset[str]
    is_latin: bool
    has_address: bool


def side_of(text: str, language: str) -> Side:
    """Return a text taken apart.

    Args:
        text: any.
        language: a primary tag.

    >>> side_of("No. 2, no!", "en").words, side_of("No. 2, no!", "en").letters
    (['no', '2', 'no'], ['no', 'no'])
    """
    small, is_ascii = text.lower(), text.isascii()
    signs = frozenset(text.encode("utf-8", "surrogatepass").translate(None, _USUAL).decode("utf-8", "surrogatepass"))
    is_latin = is_ascii or _LATIN.fullmatch(text) is not None
    has_digit = not signs.isdisjoint(_DIGITS) or (not is_latin and _DIGIT.search(text) is not None)
    if is_ascii:
        words = small.translate(_NO_WORD).split()
        letters = small.translate(_NO_LETTER).split() if has_digit else words
    else:
        words = _WORD.findall(small)
        letters = _LETTERS.findall(small) if has_digit else words
    has_address = "@" in signs or (":" in signs and "://" in text) or "www." in text
    return Side(text, language, text.split(), words, letters, signs, is_latin, has_address)


_WORD = re.compile(r"\w+")
_LETTERS = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"[\d_]")
_DIGITS = frozenset("0123456789_")
_USUAL = b" ,.'-ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"  # removed from UTF-8 as bytes: much sooner done
_LATIN = re.compile("[\x00-\u024f\u2000-\u206f\u20a0-\u20bf]*")
# For ASCII, which is taken apart several times faster without a pattern.
_NO_WORD = "".join(chr(code) if chr(code).isalnum() or chr(code) == "_" else " " for code in range(128))
_NO_LETTER = "".join(chr(code) if chr(code).isalpha() else " " for code in range(128))
