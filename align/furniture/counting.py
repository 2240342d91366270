"""How many words a text has, with which known phrase it begins, and which it holds."""

import re
from collections.abc import Iterable
from functools import cache

from align.furniture.phrases import phrases


def count_words(text: str) -> int:
    """Count words; where scripts do not part them, two characters are about one, and in Korean seven are three.

    Korean words hold what are several in other languages.

    >>> count_words("The harbour is closed."), count_words("港は閉鎖された。"), count_words("항구는 폐쇄되었다.")
    (4, 4, 3)
    """
    if text.isascii() or not _UNSPACED.search(text):
        words = len(text.split())
        return words if text.isascii() else max(words, 3 * len(_HANGUL.findall(text)) // 7)
    unspaced = len(_UNSPACED.findall(text))
    return len(_UNSPACED.sub(" ", text).split()) + unspaced // 2


def is_unspaced(text: str) -> bool:
    """Tell whether a text has characters of a script that does not part its words."""
    return _UNSPACED.search(text) is not None


def holds(text: str, phrases: Iterable[str]) -> bool:
    """Tell whether one of some phrases is in a text; `any` would take twice the time.

    Args:
        text: as `fold` gives it.
        phrases: the same.
    """
    for phrase in phrases:  # noqa: SIM110
        if phrase in text:
            return True
    return False


def begins(text: str, kind: str, language: str = "und") -> str:
    """Return the phrase at the beginning of the text, empty when there is none; words are not cut through.

    Args:
        text: as `fold` gives it.
        kind: of the phrases: a field of `Phrases` or `Particulars`.
        language: a BCP 47 tag; for one without phrases of its own those of all languages count.

    >>> begins("by the river", "bylines", "en"), begins("byron", "bylines", "en")
    ('by', '')
    """
    likely = _by_first_letter(kind, language).get(text[:1], ())
    if not text.startswith(likely):
        return ""
    found = ""
    for phrase in likely:
        after = text[len(phrase) : len(phrase) + 1]
        whole = not after.isalpha() or not phrase[-1].isalpha() or _UNSPACED.match(phrase)
        if text.startswith(phrase) and whole and len(phrase) > len(found):
            found = phrase
    return found


@cache
def _by_first_letter(kind: str, language: str) -> dict[str, tuple[str, ...]]:
    """Return the phrases by the letter that they begin with: of some hundred a text can begin with a few."""
    found: dict[str, tuple[str, ...]] = {}
    for phrase in phrases(kind, language):
        found[phrase[0]] = (*found.get(phrase[0], ()), phrase)
    return found


_HANGUL = re.compile("[\uac00-\ud7a3]")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
