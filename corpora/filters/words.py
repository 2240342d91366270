"""Whether the sides look like words of a language at all; of the two the worse one counts."""

import re

from corpora.filters import Texts

_LETTERS = re.compile(r"[^\W\d_]+")
# Marks of vowels are no letters for Python, but no punctuation either.
_MARKS = re.compile("[^\\w\\s\x00-\u02ff\u2000-\u303f]")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S{1,300}|[\w.+-]{1,60}@[\w.-]{1,60}")
_SPACELESS = frozenset({"zh", "ja", "th", "lo", "km", "my", "bo"})
_SPACED_BY_NATURE = _SPACELESS | {"ko"}
_ENOUGH = 8  # words from which on repetition means something


def letters(pair: Texts) -> float:
    """Return the share of letters, marks of vowels among them, in what is no white space."""
    sides = zip(pair.sides, pair.pieces, pair.letters, strict=True)
    return min(_letter_share(text, pieces, words) for (text, _), pieces, words in sides)


def repetition(pair: Texts) -> float:
    """Return how many different words there are for each word, 1 for short texts; without spaces, pairs of signs."""
    return min(_variety(words, tag) for (_, tag), words in zip(pair.sides, pair.words, strict=True))


def glued(pair: Texts) -> float:
    """Return the letters of the longest word, addresses aside; 0 in languages without spaces."""
    sides = zip(pair.sides, pair.letters, strict=True)
    return max(_longest(text, words) if tag not in _SPACELESS else 0 for (text, tag), words in sides)


def spaced(pair: Texts) -> float:
    """Return the longest run of words of a single letter: `h e l l o` has 5; 0 in languages without spaces."""
    sides = zip(pair.sides, pair.pieces, strict=True)
    return max(_singles(pieces) if tag not in _SPACED_BY_NATURE else 0 for (_, tag), pieces in sides)


def _letter_share(text: str, pieces: list[str], words: list[str]) -> float:
    visible = sum(map(len, pieces))
    marks = 0 if text.isascii() else len(_MARKS.findall(text))
    return (sum(map(len, words)) + marks) / visible if visible else 0.0


def _variety(units: list[str], tag: str) -> float:
    if tag in _SPACELESS:
        signs = "".join(units)
        units = [signs[k : k + 2] for k in range(len(signs) - 1)]
    return len(set(units)) / len(units) if len(units) >= _ENOUGH else 1.0


def _singles(words: list[str]) -> int:
    longest = run = 0
    if 1 in map(len, words):
        for word in words:
            run = run + 1 if len(word) == 1 and word.isalpha() else 0
            longest = max(longest, run)
    return longest


def _longest(text: str, words: list[str]) -> int:
    if "@" in text or "://" in text or "www." in text:
        words = _LETTERS.findall(_ADDRESS.sub(" ", text))
    return max(map(len, words), default=0)
