"""Whether one side is the other one, in whole or in part."""

import re

from corpora.filters import Texts

_WORD = re.compile(r"[^\W\d_]{2,}")
_NOT_LETTERS = re.compile(r"[\W\d_]+")
_LEAST = 4  # words that are needed to tell a copy from a few names


def identical(pair: Texts) -> float:
    """Return 1 for two sides with the same letters, else 0; always 0 for one language, and without letters."""
    if pair.source_language == pair.target_language:
        return 0.0
    letters = _NOT_LETTERS.sub("", pair.source.casefold())
    return float(bool(letters) and letters == _NOT_LETTERS.sub("", pair.target.casefold()))


def untranslated(pair: Texts) -> float:
    """Return the share of the words of the target that are not in the source; 1 for a few words and one language."""
    words = [word.casefold() for word in _WORD.findall(pair.target)]
    if pair.source_language == pair.target_language or len(words) < _LEAST:
        return 1.0
    there = {word.casefold() for word in _WORD.findall(pair.source)}
    return sum(word not in there for word in words) / len(words)
