"""Whether the sides look like words of a language at all; of the two the worse one counts."""

import re

from corpora.filters import Texts
from corpora.filters.sides import Side

_LETTERS = re.compile(r"[^\W\d_]+")
# Marks of vowels are no letters for Python, but no punctuation either.
_MARKS = re.compile("[^\\w\\s\x00-\u02ff\u2000-\u303f]")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S{1,300}|[\w.+-]{1,60}@[\w.-]{1,60}")
_SPACELESS = frozenset({"zh", "ja", "th", "lo", "km", "my", "bo"})
_SPACED_BY_NATURE = _SPACELESS | {"ko"}
_ENOUGH = 8  # words from which on repetition means something


def letters(pair: Texts) -> float:
    """Return the share of letters, marks of vowels among them, in what is no white space."""
    one, other = pair.sides
    return min(_letter_share(one), _letter_share(other))


def repetition(pair: Texts) -> float:
    """Return how many different words there are for each word, 1 for short texts; without spaces, pairs of signs."""
    one, other = pair.sides
    return min(_variety(one), _variety(other))


def glued(pair: Texts) -> float:
    """Return the letters of the longest word, addresses aside; 0 in languages without spaces."""
    one, other = pair.sides
    return max(_longest(one), _longest(other))


def spaced(pair: Texts) -> float:
    """Return the longest run of words of a single letter: `h e l l o` has 5; 0 in languages without spaces."""
    one, other = pair.sides
    return max(_singles(one), _singles(other))


def _letter_share(side: Side) -> float:
    visible = len("".join(side.pieces))
    marks = 0 if side.is_latin else len(_MARKS.findall(side.text))
    return (len("".join(side.letters)) + marks) / visible if visible else 0.0


def _variety(side: Side) -> float:
    units = side.words
    if side.language in _SPACELESS:
        signs = "".join(units)
        units = [signs[k : k + 2] for k in range(len(signs) - 1)]
    return len(set(units)) / len(units) if len(units) >= _ENOUGH else 1.0


def _singles(side: Side) -> int:
    longest = run = 0
    if side.language not in _SPACED_BY_NATURE and 1 in map(len, side.pieces):
        for word in side.pieces:
            if len(word) == 1 and word.isalpha():
                run += 1
                longest = max(longest, run)
            else:
                run = 0
    return longest


def _longest(side: Side) -> int:
    if side.language in _SPACELESS:
        return 0
    words = _LETTERS.findall(_ADDRESS.sub(" ", side.text)) if side.has_address else side.letters
    return max(map(len, words), default=0)
