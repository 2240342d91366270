"""Texts that `re` and `regex` read alike."""

import re
import sys

import regex

from align.plain_signs import is_plain

_CLASSES = [(r"\w", r"\w"), (r"\s", r"\s"), (r"[\p{L}\p{M}\p{N}]", r"[^\W_]"), (r"\p{N}", r"\d")]
_NONE = regex.compile(r"[\p{M}\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")


def test_signs_of_plain_texts_are_the_same_for_both() -> None:
    """Words, letters, digits and spaces; there are no combining marks and no letters of scripts without spaces."""
    pairs = [(regex.compile(one), re.compile(other)) for one, other in _CLASSES]
    plain = [sign for sign in map(chr, range(sys.maxunicode + 1)) if is_plain(sign)]
    assert len(plain) > 1000
    assert not [sign for sign in plain if _NONE.match(sign)]
    assert not [sign for sign in plain for one, other in pairs if bool(one.match(sign)) != bool(other.match(sign))]
