"""Whether one side is the other one, in whole or in part."""

from corpora.filters import Texts

_LEAST = 4  # words that are needed to tell a copy from a few names


def identical(pair: Texts) -> float:
    """Return 1 for two sides with the same letters, else 0; always 0 for one language, and without letters."""
    if pair.source_language == pair.target_language:
        return 0.0
    one, other = (side.letters for side in pair.sides)
    if not one or not other or one[0][0] != other[0][0]:
        return 0.0
    return float("".join(one) == "".join(other))


def untranslated(pair: Texts) -> float:
    """Return the share of the words of the target that are not in the source; 1 for a few words and one language."""
    words = [word for word in pair.sides[1].letters if len(word) > 1]
    if pair.source_language == pair.target_language or len(words) < _LEAST:
        return 1.0
    there = set(pair.sides[0].letters)
    return (len(words) - sum(map(there.__contains__, words))) / len(words)
