"""Whether each side is in its language, and in a script that it is written in.

To identify each sentence would take longer than to align it. Function words tell at once, and where there is none, or
where those of other languages are more, the text is identified.
"""

from collections import Counter
from functools import cache, lru_cache
from itertools import chain

from align.language import identify
from align.scripts import count_scripts, scripts_of
from align.stopwords import own_words
from corpora.filters import Texts
from corpora.filters.sides import Side

_LEAST = 5  # words of a text that is long enough to be identified
_LETTERS = 20  # the same in letters, where there are no spaces
_CLOSE = frozenset(frozenset(pair.split()) for pair in ("hr sr", "bs hr", "bs sr", "da no", "id ms", "cs sk"))
_RIVALS = ("en", "de", "fr", "es", "it", "pt", "nl", "ru", "pl", "sv", "tr")


def language(pair: Texts) -> float:
    """Return how far both sides are in their languages, 0 to 1: the lower one; 1 for texts that are too short."""
    one, other = pair.sides
    return min(_in_language(one, other.language), _in_language(other, one.language))


def script(pair: Texts) -> float:
    """Return the share of the letters that are in a script of the language, of the side where it is lower."""
    one, other = pair.sides
    return min(_in_script(one), _in_script(other))


def _in_script(side: Side) -> float:
    wanted = scripts_of(side.language)
    if not wanted or (side.is_latin and "Latn" in wanted):
        return 1.0
    counts = Counter[str]()
    for sign, count in Counter(side.text).items():
        name = _script_of(sign)
        if name:
            counts[name] += count
    total = counts.total()
    return sum(counts[name] for name in wanted) / total if total else 1.0


@cache
def _script_of(sign: str) -> str:
    """Return the script of a letter; empty for another sign."""
    return next(iter(count_scripts(Counter(sign))), "")


def _in_language(side: Side, partner: str) -> float:
    """Return how far a text is in its language.

    Args:
        side: the text.
        partner: the language of the other side, the likeliest to be mistaken.
    """
    words, tag = side.letters, side.language
    ours = own_words(tag, "")
    if ours:
        if len(words) < _LEAST:
            return 1.0
        hits = sum(map(ours.__contains__, words))
        if hits * 10 >= len(words):
            rivals = _rivals(tag, partner)
            # No language has more words than there are; most often that is few enough.
            if hits >= sum(map(rivals.__contains__, words)):
                return 1.0
            against = Counter(chain.from_iterable(rivals[word] for word in words if word in rivals))
            if hits >= max(against.values()):
                return 1.0
    elif sum(map(len, words)) < _LETTERS:
        return 1.0
    return _identified(side.text, tag)


@cache
def _rivals(tag: str, partner: str) -> dict[str, tuple[str, ...]]:
    """Return in which other languages of the same script, that of the partner among them, a word is a function word."""
    found: dict[str, tuple[str, ...]] = {}
    for name in dict.fromkeys((partner, *_RIVALS)):
        if name != tag and scripts_of(name) & scripts_of(tag):
            for word in own_words(name, ""):
                found[word] = (*found.get(word, ()), name)
    return found


@lru_cache(maxsize=4096)
def _identified(text: str, tag: str) -> float:
    """Return how sure it is that a text is in a language that has no function words in it."""
    found = identify(text)
    if found.language in {tag, "und"} or frozenset({found.language, tag}) in _CLOSE:
        return 1.0
    return 1.0 - found.confidence
