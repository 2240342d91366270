"""Who speaks in a short text, and on what: a site of itself, to its reader, on consent."""

import re
from dataclasses import dataclass
from functools import cache

from align.furniture.consent_phrases import CONSENT_PHRASES
from align.furniture.counting import holds
from align.furniture.phrases import fold


@dataclass(frozen=True, slots=True)
class Voice:
    """How many words of consent a text has, `cores` those that every notice has one of, and who speaks to whom."""

    cores: int = 0
    words: int = 0
    of_site: bool = False
    to_reader: bool = False


def hear(text: str) -> Voice:
    """Return who speaks in a text, by the words of the language in which it says most on consent.

    >>> hear("We and our partners store cookies on your device.")
    Voice(cores=1, words=3, of_site=True, to_reader=True)
    >>> hear("The court spoke on cookies.")
    Voice(cores=1, words=1, of_site=False, to_reader=False)
    """
    folded = fold(text[:_LONGEST])
    if not _has_core(folded):
        return Voice()
    heard = [_hear(folded, patterns) for patterns in _patterns()]
    return max(heard, key=lambda voice: (voice.cores > 0, voice.words + voice.of_site + voice.to_reader))


def may_consent(folded: str) -> bool:
    """Tell whether a page may have words of consent anywhere; where it has none, no part of it has to be heard.

    Args:
        folded: all of it, as `fold` gives it.

    >>> may_consent("the bridge is open. accept cookies"), may_consent("the bridge is open.")
    (True, False)
    """
    return _has_core(folded)


def speaks_to_reader(text: str) -> bool:
    """Tell whether a text has a word by which a site speaks to its reader, in any language.

    >>> speaks_to_reader("All the news in your inbox"), speaks_to_reader("The news arrived")
    (True, False)
    """
    folded = fold(text[:_LONGEST])
    return any(patterns.readers.search(folded) for patterns in _patterns())


_LONGEST = 2500
# Without spaces between the words, or with what belongs to them written together.
_JOINED = frozenset(("zh", "ja", "ko", "ar"))


@dataclass(frozen=True, slots=True)
class _Patterns:
    cores: re.Pattern[str]
    topics: re.Pattern[str]
    voices: re.Pattern[str]
    readers: re.Pattern[str]


def _hear(text: str, patterns: _Patterns) -> Voice:
    cores = len(set(patterns.cores.findall(text)))
    topics = len(set(patterns.topics.findall(text))) if cores else 0
    of_site = patterns.voices.search(text) is not None
    return Voice(cores, cores + topics, of_site, patterns.readers.search(text) is not None)


def _has_core(folded: str) -> bool:
    return holds(folded, _cores(ascii_only=folded.isascii()))


@cache
def _cores(*, ascii_only: bool) -> tuple[str, ...]:
    """Return what every notice has one of, in any language; for a text in ASCII nothing else is worth a look.

    What holds another one is left out, as it tells nothing more.
    """
    cores = {fold(core) for row in CONSENT_PHRASES.values() for core in row.cores.split("|")}
    shortest = [core for core in cores if not any(other in core for other in cores - {core})]
    return tuple(sorted(core for core in shortest if core.isascii() or not ascii_only))


@cache
def _patterns() -> tuple[_Patterns, ...]:
    found = []
    for language, row in CONSENT_PHRASES.items():
        before, after = ("", "") if language in _JOINED else (r"(?<!\w)", r"(?!\w)")
        found.append(
            _Patterns(
                *(
                    re.compile(f"{before}(?:{_any_of(getattr(row, kind))}){after if whole else ''}")
                    for kind, whole in (("cores", False), ("topics", False), ("voices", True), ("readers", True))
                )
            )
        )
    return tuple(found)


def _any_of(phrases: str) -> str:
    return "|".join(re.escape(fold(phrase)) for phrase in sorted(phrases.split("|"), key=lambda it: (-len(it), it)))
