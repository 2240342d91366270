"""The small lines around an article: paths through the site, menus on one line, reading times, share bars, tags."""

import re
from functools import cache

from align.furniture.bar_phrases import BAR_PHRASES, NETWORKS
from align.furniture.counting import count_words, holds, is_unspaced
from align.furniture.phrases import fold


def is_path(text: str) -> bool:
    """Tell whether a line is a row of short parts: a path through the site or a menu.

    Args:
        text: the line as read: two spaces and tabs part entries of a menu.

    >>> is_path("News > World"), is_path("Home › News › Town buys the old brewery on a river"), is_path("He said: A/B")
    (True, True, False)
    >>> is_path("Home  News  Sport"), is_path("Startseite Politik Sport"), is_path("Home is where the heart is")
    (True, True, False)
    """
    text = text.strip()
    # A closing French quotation mark is also an arrow; who asks or stops has said something.
    if len(text) > _LONGEST or "«" in text or text[-1:] in ".!?:。！？：":
        return False
    here = _here().match(fold(text))
    if here is not None:
        return True
    parts = [part.strip() for part in _SEPARATOR.split(text) if part.strip()]
    if len(parts) == 1 and fold(text.split("/")[0]) in _words("homes"):
        parts = text.split("/")
    if len(parts) > 1:
        short = all(count_words(part) <= _WORDS_OF_STEP for part in parts[:-1])
        at_home = fold(parts[0]) in _words("homes")
        return short and (at_home or (count_words(parts[-1]) <= _WORDS_OF_STEP and count_words(text) <= _WORDS_OF_PATH))
    entries = [part for part in _COLUMNS.split(text) if part]
    if len(entries) >= _ENTRIES and all(count_words(entry) <= _WORDS_OF_ENTRY for entry in entries):
        return True
    words = text.split()
    titled = all(not word[0].islower() or not word.isalpha() for word in words)
    return len(words) >= _ENTRIES and fold(words[0]) in _words("homes") and titled


def begins_at_home(text: str) -> bool:
    """Tell whether a line that is a path begins at the first page of a site, so that it is nothing else.

    >>> begins_at_home("Home > News"), begins_at_home("You are here: News"), begins_at_home("London > Paris")
    (True, True, False)
    """
    first = re.split(r"\s[>›»|·•→/]|[›»>\t]| {2,}", text.strip(), maxsplit=1)[0]
    return fold(first.strip()) in _words("homes") or _here().match(fold(text)) is not None


def without_reading_time(text: str) -> str:
    """Return a line without how long it takes to read or to hear.

    >>> without_reading_time("4 March 2021 · 4 min read"), without_reading_time("Lesezeit: 3 Min.")
    ('4 March 2021', '')
    """
    if len(text) > _LONGEST or not _DIGIT.search(text) or not _minutes().search(text):
        return text
    folded = fold(text).replace("ı", "i")  # which patterns that ignore case take for each other
    likely = (pattern for words, pattern in _reading_times() if holds(folded, words))
    found = next((match for pattern in likely if (match := pattern.search(text))), None)
    if found is None or (text[-1] in ".!?。" and found.end() < len(text)):
        return text
    rest = f"{text[: found.start()]} {text[found.end() :]}"
    return " ".join(rest.split()).strip(" ·|•-–—/,()[]⏱🕒")


def shares(text: str) -> int:
    """Return how many words of sharing a line is made of, 0 when it holds anything else.

    >>> shares("Facebook Twitter E-Mail"), shares("Share on Facebook"), shares("Share bread"), shares("1K shares")
    (3, 2, 0, 1)
    """
    if len(text) > _LONGEST:
        return 0
    rest, found = _COUNT.sub(" ", fold(text)).strip(_MARKS), 0
    while rest:
        match = _share().match(rest)
        if match is None:
            return 0
        found += 1
        rest = rest[match.end() :].lstrip(_MARKS)
    return found


def asks_to_share(text: str) -> bool:
    """Tell whether a line of sharing has a word for it, not only names of networks.

    >>> asks_to_share("Share"), asks_to_share("Facebook")
    (True, False)
    """
    rest = _COUNT.sub(" ", fold(text)).strip(_MARKS)
    return any(rest.startswith(word) or rest.endswith(word) for word in _words("shares")) or "mail" in rest


def is_tag_list(text: str, *, anywhere: bool = True) -> bool:
    """Tell whether a line is a list of tags.

    Args:
        text: the line.
        anywhere: also where article text may stand, where "Topics:" begins other lists.

    >>> is_tag_list("Tags: harbour, storm"), is_tag_list("#harbour #storm"), is_tag_list("Topics: harbour, storm")
    (True, True, False)
    """
    if len(text) > _LONGEST or text[-1:] in ".!?。！？":
        return False
    words = text.split()
    if all(word.startswith("#") and len(word) > 1 and not word[1:].isdigit() for word in words):
        return len(words) > 1 or not anywhere
    found = _tags().match(fold(text))
    if found is None or (anywhere and found[1].startswith(_AMBIGUOUS)):
        return False
    return all(count_words(part) <= _WORDS_OF_TAG for part in re.split(r"[,،、，;|·]", text[found.end() :]))


_LONGEST = 200
_WORDS_OF_STEP = 4
_WORDS_OF_PATH = 20
_ENTRIES = 3
_WORDS_OF_ENTRY = 3
_WORDS_OF_TAG = 4
_MARKS = " ·|•-–—/,:：()[]"
# These also begin an agenda, or a list of what somebody spoke about.
_AMBIGUOUS = tuple(
    "them|thèm|tem|topic|tópic|тем|onderwerp|assunt|argoment|kategor|categ|rubr|рубр|分|话|カテゴ|mots|ключев|"
    "klíčov|słowa|关键|關鍵|キーワード|more on|más sobre|konu|ämn|emn|subiect|chủ|topik|kata|từ|키워드|avains|"
    "aihe|témák".split("|")
)

_SEPARATOR = re.compile(r"\s[>›»|·•→/]\s{1,4}|[›»](?=\S)|(?<=\w)>(?=\w)")
_COLUMNS = re.compile(r"\t| {2,}|\u3000")
_DIGIT = re.compile(r"\d")
_COUNT = re.compile(r"(?<!\w)\d[\d.,]{0,9}\s?(?:k|m|mil|tsd|тыс)?\b\.?")


def _words(kind: str) -> frozenset[str]:
    return _tables()[kind]


@cache
def _tables() -> dict[str, frozenset[str]]:
    kinds = ("shares", "minutes", "homes", "here", "tags")
    return {
        kind: frozenset(fold(phrase) for row in BAR_PHRASES.values() for phrase in getattr(row, kind).split("|"))
        for kind in kinds
    }


def _any_of(words: frozenset[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@cache
def _share() -> re.Pattern[str]:
    words = _words("shares") | frozenset(NETWORKS.split("|"))
    unspaced = _any_of(frozenset(word for word in words if is_unspaced(word)))
    return re.compile(rf"(?:{_any_of(words)})(?![^\W\u3040-\u9fff])|(?:{unspaced})")


@cache
def _here() -> re.Pattern[str]:
    return re.compile(rf"(?:{_any_of(_words('here'))})\s?[:：]\s?\S")


@cache
def _tags() -> re.Pattern[str]:
    return re.compile(rf"({_any_of(_words('tags'))})\s?[:：]\s?(?=\S)")


@cache
def _minutes() -> re.Pattern[str]:
    return re.compile(rf"\d[\s-]?(?:{_any_of(_words('minutes'))})", re.IGNORECASE)


@cache
def _reading_times() -> tuple[tuple[frozenset[str], re.Pattern[str]], ...]:
    """Return the words of each language for it, and a pattern: one of them before the minutes, or behind them."""
    patterns = []
    for row in BAR_PHRASES.values():
        word, minute = (_any_of(frozenset(getattr(row, kind).split("|"))) for kind in ("reading", "minutes"))
        number = rf"\d{{1,3}}(?::\d\d)?(?:\s?[-–]\s?\d{{1,3}})?[\s-]?(?:{minute})\w{{0,8}}\.?"
        words = frozenset(fold(phrase).replace("ı", "i") for phrase in row.reading.split("|"))
        pattern = re.compile(
            rf"(?<!\w)(?:\w{{1,12}}\s)?(?:{word})(?:\s\w{{1,8}}){{0,3}}?\s?[:：(·—–-]?\s?(?:\w{{1,6}}\.?\s|[~≈]|约|約)?\s?{number}"
            rf"|(?<!\w)(?:\w{{1,12}}[:：\s]\s?)?(?:この記事は)?[~≈约約]?{number}\s?(?:\w{{1,4}}\s)?(?:{word})(?!\w)(?:\stime|ます)?",
            re.IGNORECASE,
        )
        patterns.append((words, pattern))
    return tuple(patterns)
