"""How much of a version another one has."""

import re
from dataclasses import dataclass

import regex

from align.plain_signs import is_plain

# Where words are not parted by spaces, each letter counts.
_WORD = regex.compile(
    r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]"
    r"|(?:[^\W\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]|\p{M}|(?<=\w)['’.,-](?=\w))+"
)
_PLAIN_WORD = re.compile(r"\w+(?:['’.,-]\w+)*")  # the same, where there is no such script and no mark
UNSPACED = frozenset({"zh", "ja", "th", "lo", "km", "my"})  # primary languages of which the letters are counted


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a version's article text the other one has: segments, characters and words, covered and in all.

    The words are 0 where nobody has counted them, as in what an older version wrote.
    """

    segments: int
    segments_in_all: int
    characters: int
    characters_in_all: int
    words: int = 0
    words_in_all: int = 0

    @property
    def share(self) -> float:
        """Return the share of characters that are covered, 0 to 1; 0 when there is no article text."""
        return self.characters / self.characters_in_all if self.characters_in_all else 0.0


def count_words(text: str) -> int:
    """Return how many words a text has; in scripts without spaces how many letters.

    >>> count_words("Don't pay 1,350 euros."), count_words("灯笼街的茶馆")
    (4, 6)
    """
    return len((_PLAIN_WORD if is_plain(text) else _WORD).findall(text))
