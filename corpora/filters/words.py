"""Whether the sides look like words of a language at all; of the two the worse one counts."""

import re
from itertools import groupby

from corpora.filters import Texts

_WORD = re.compile(r"\w+")
_LETTERS = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S{1,300}|[\w.+-]{1,60}@[\w.-]{1,60}")
_SPACELESS = frozenset({"zh", "ja", "th", "lo", "km", "my", "bo"})
_ENOUGH = 8  # words from which on repetition means something


def letters(pair: Texts) -> float:
    """Return the share of letters, marks of vowels among them, in what is no white space."""
    return min(_letter_share(text) for text, _ in pair.sides)


def repetition(pair: Texts) -> float:
    """Return how many different words there are for each word, 1 for short texts; without spaces, pairs of signs."""
    return min(_variety(text, tag) for text, tag in pair.sides)


def glued(pair: Texts) -> float:
    """Return the letters of the longest word, addresses aside; 0 in languages without spaces."""
    return max(
        max(map(len, _LETTERS.findall(_ADDRESS.sub(" ", text))), default=0) if tag not in _SPACELESS else 0
        for text, tag in pair.sides
    )


def spaced(pair: Texts) -> float:
    """Return the longest run of words of a single letter: `h e l l o` has 5; 0 in languages without spaces."""
    return max(_singles(text) if tag not in _SPACELESS | {"ko"} else 0 for text, tag in pair.sides)


def _letter_share(text: str) -> float:
    visible = "".join(text.split())
    # Marks of vowels are no letters for Python, but no punctuation either.
    count = sum(map(len, _LETTERS.findall(visible)))
    marks = sum(sign >= "\u0300" and not sign.isalnum() and not "\u2000" <= sign <= "\u303f" for sign in visible)
    return (count + marks) / len(visible) if visible else 0.0


def _variety(text: str, tag: str) -> float:
    folded = text.casefold()
    units = _WORD.findall(folded)
    if tag in _SPACELESS:
        signs = "".join(units)
        units = [signs[k : k + 2] for k in range(len(signs) - 1)]
    return len(set(units)) / len(units) if len(units) >= _ENOUGH else 1.0


def _singles(text: str) -> int:
    runs = groupby(text.split(), key=lambda word: len(word) == 1 and word.isalpha())
    return max((sum(1 for _ in run) for single, run in runs if single), default=0)
