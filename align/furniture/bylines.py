"""Who wrote an article, as lines of their own tell it: "By" and names, a name beside a date, a name alone."""

import re

from align.furniture.counting import begins, count_words, is_unspaced
from align.furniture.dates import rest_of_date_line
from align.furniture.phrases import fold, phrases


def is_name(text: str) -> bool:
    """Tell whether all words but small ones begin with a capital, as far as the script has any.

    >>> is_name("Jane van Doe"), is_name("Omar al-Said"), is_name("The harbour")
    (True, True, False)
    """
    words = [word for word in re.split(r"[\s,،、，/&|·]+", text) if word]
    own = [_PREFIX.sub("", word) for word in words if word.casefold() not in _PARTICLES]
    named = all(word[0].isupper() or not word[0].islower() for word in own) and any(word[0].isalpha() for word in own)
    return bool(own) and named and not any(character.isdigit() for character in text) and text[-1] not in "!?。:;"


def is_signature(text: str) -> bool:
    """Tell whether a line may be a person's name alone, or with a place; it is one only below a headline.

    >>> is_signature("Jane van Doe"), is_signature("Jane Doe in Oban"), is_signature("Oban"), is_signature("What next")
    (True, True, False, False)
    """
    if text[-1] in ".,!?;:،؛。、…" or not is_name(_IN_PLACE.sub(" ", text)):
        return False
    if is_unspaced(text):
        return len(text.replace(" ", "")) <= _CHARACTERS_OF_NAME
    # Without capitals there is less to go by.
    words = text.split()
    return 2 <= len(words) <= (_WORDS_OF_SIGNATURE if words[0][0].isupper() else _WORDS_OF_PLAIN_NAME)


def find_author(text: str, language: str = "und") -> str:
    """Return whom a line names as author: "By" and names, or a name beside a date; empty when it names nobody.

    Args:
        text: one line.
        language: a BCP 47 tag; English phrases are looked for in any case.

    >>> find_author("By Jane van Doe"), find_author("By the time he came"), find_author("JANE DOE – 3 May 2021")
    ('Jane van Doe', '', 'JANE DOE')
    >>> find_author("By Jane Doe, islands correspondent"), find_author("By the newsroom of the Observer")
    ('Jane Doe', 'the newsroom of the Observer')
    >>> find_author("(Reporting by Jane Doe in Oban; editing by John Roe)")
    'Jane Doe in Oban'
    """
    if text[:1] == "(" and text[-1:] == ")":
        text = text[1:-1].strip()
    rest = rest_of_date_line(text)
    name = text if rest is None else rest
    start = fold(name[:80])
    phrase = begins(start, "bylines", language) or begins(start, "bylines", "en")
    if not phrase:
        beside_date = rest is not None and "," not in name and 2 <= count_words(name) <= 4
        return name if beside_date and is_name(name) else ""
    after = name[len(phrase) :]
    name = after.strip(" :：,|")
    if not name or count_words(name) > _WORDS_OF_AUTHORS:
        return ""
    if is_unspaced(phrase[-1]) and after[0] not in " :：|" and len(after) > _CHARACTERS_OF_JOINED_NAME:
        return ""
    return name if is_name(name) or _is_desk(name) else _before_function(name)


_WORDS_OF_AUTHORS = 12
_WORDS_OF_FUNCTION = 7
_WORDS_OF_SIGNATURE = 6
_WORDS_OF_PLAIN_NAME = 3
_CHARACTERS_OF_NAME = 6
# A name that follows its word without a space: longer ones are sentences about reporters.
_CHARACTERS_OF_JOINED_NAME = 4
_PLACE_OF_DESK = 3
_LONGEST_ARTICLE = 3

_PREFIX = re.compile(r"^(?:al|el|an|ar|as|ash|at|ed|d|l|o|de|da)[-'’](?=\w)")
_IN_PLACE = re.compile(r"\s(?:in|à|en|aus|em|из|в|у|w|v|ve|te)\s(?=[^\W\d_a-z])")
_PART = re.compile(r"[,،，;]\s?|\s[|–—-]\s|\s(?=\()|(?P<stop>\.\s)")
_SMALL = (
    "a abu al and bin bint da de del della den der di do du e el en et for i ibn la le of van und ve von with y и й та"
)
_PARTICLES = frozenset(_SMALL.split())


def _is_desk(name: str) -> bool:
    """Tell whether a newsroom has signed instead of a person: "the newsroom of the Observer"."""
    if name[-1] in ".!?。":
        return False
    words = fold(name).split()[:_PLACE_OF_DESK]
    place = next((k for k, word in enumerate(words) if word.startswith(phrases("desks"))), None)
    return place is not None and all(word.isalpha() and len(word) <= _LONGEST_ARTICLE for word in words[:place])


def _before_function(text: str) -> str:
    """Return the name before a function ("islands correspondent") or a remark on the translation, empty if none."""
    found = ""
    for part in _PART.finditer(text):
        name, function = text[: part.start()], fold(text[part.end() :])
        # "By Monday, the staff had left" names nobody.
        named = is_name(_IN_PLACE.sub(" ", name))
        if count_words(name) < 2 or not named or count_words(function) > _WORDS_OF_FUNCTION:
            continue
        told = (
            function.startswith(phrases("functions"))
            if part["stop"]
            else function[-1:] not in ".!?" and any(word.startswith(phrases("functions")) for word in _words(function))
        )
        found = name if told else found
    return found


def _words(text: str) -> list[str]:
    return [word.strip("()") for word in text.split()]
