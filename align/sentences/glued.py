"""Stops that something is glued to: the mark of a note, or the next sentence where the space between them was lost.

A stop inside an address, a file name, a number, an identifier or an abbreviation looks the same, so that both sides of
it have to look like prose: a word in small letters or a year before it, a word that begins with a capital behind it. In
scripts without capitals a longer word on both sides is all that there is. Of "Rome.Mark left", where a word with a
capital stands before the stop, only the rest of the paragraph can tell, or a word that often begins a sentence.
"""

import re
from functools import lru_cache
from itertools import islice
from unicodedata import normalize

from align.sentences.abbreviations import Habits
from align.sentences.stops import Place

_TOKEN = 60  # letters before a stop that are looked at
_OPEN = r"[\"'¿¡«»“„”‟‘‚‹›「『（(\[—–-]{0,3}"
_WORD = r"[^\W\d_]{1,30}(?:['’‘-][^\W\d_]{1,20}){0,2}"
_NEXT = re.compile(rf"{_OPEN}(?P<word>{_WORD})(?=[\s,;:!?)»”’…]|\.(?:\s|\Z|[A-ZÀ-ÖØ-ÞА-ЯЁ])|\Z)(?!:[/:])")
_BEFORE = re.compile(rf"{_OPEN}(?P<word>{_WORD}|\d{{1,4}})[»”’\"')\]]{{0,2}}")
_YEAR = re.compile(r"1\d{3}|20\d{2}")
_LOST = re.compile(r"(?<=[^\W\d_]{2})(?<=[a-zß-öø-ÿа-яё])[.!?](?=(?P<word>[A-ZÀ-ÖØ-ÞА-ЯЁ][a-zß-öø-ÿа-яё]{0,20})[ ,])")
_EXTENSIONS = frozenset("com org net edu gov html htm pdf txt md py js ts php exe doc docx xls xlsx zip xml".split())
_VOWELS = frozenset("aeiouyæøœıаеиоуыэюяієαεηιουω")
_KOREAN_ENDS = tuple("다요죠까네")


def is_note_mark(place: Place, *, closed: bool) -> bool:
    """Tell whether digits behind a stop are the mark of a note: "storm.1 It was", and not "No.1 It was".

    Args:
        place: of the stop; the text goes on behind the digits.
        closed: a quotation mark or a bracket is between stop and digits.
    """
    if not place.word[:1].isalpha() or place.word[0].islower():
        return False
    before = _word_before(place)
    if closed or not before:
        return closed
    known = place.known
    if before[0].isdigit():
        return bool(_YEAR.fullmatch(before)) and _is_prose(place.word, known)
    key = before.rpartition("-")[2]
    tables = known.before_number, known.always, known.soft
    return len(key) > 1 and not any(key in table or key.lower() in table for table in tables)


def begins_glued(place: Place, *, closed: bool) -> bool:
    """Tell whether a sentence begins right behind a stop: "It fell.Nobody came", and not "example.Com".

    Args:
        place: of the stop, which is no ellipsis.
        closed: a quotation mark, a bracket or the mark of a note is between them.
    """
    following = _NEXT.match(place.text, place.next)
    if following is None:
        return False
    known, word = place.known, following["word"]
    begins = word.lower() in known.starters
    if closed:
        return word[0].isupper() and (begins or word[1:].islower())
    before = _word_before(place)
    if not word[0].isupper():
        return bool(before) and following.start("word") == place.next and _is_caseless_joint(before, word)
    if len(before) < 2 or not _is_prose(word, known) or word.lower() in _EXTENSIONS:
        return False
    if begins or before[0].isdigit():
        return begins or bool(_YEAR.fullmatch(before))
    if len(before) <= 4 and _VOWELS.isdisjoint(normalize("NFD", before.lower())):
        return False
    return before.islower() or (before[1:].islower() and _has_lost_spaces(place.text))


def _word_before(place: Place) -> str:
    """Return the word or number that a stop is glued to; none when there is more, as in an address, or a space."""
    before = place.text[max(place.sentence, place.stop - _TOKEN) : place.stop]
    if not before or before[-1].isspace():
        return ""
    found = _BEFORE.fullmatch(before.split()[-1].rpartition("—")[2])
    return found["word"] if found else ""


def _is_prose(word: str, known: Habits) -> bool:
    """Tell whether a word with a capital looks like the first of a sentence; a short one has to be known as such."""
    return word.lower() in known.starters or (len(word) > 2 and word[1:].islower())


def _is_caseless_joint(before: str, word: str) -> bool:
    """Tell whether two words of a script without capitals are long enough to be no abbreviations."""
    if before[0] < "\u0590" or word[0] < "\u0590" or "\u3040" <= word[0] <= "\u9fff" or word[0].islower():
        return False
    if "\uac00" <= word[0] <= "\ud7a3":
        return before.endswith(_KOREAN_ENDS)
    return len(before) >= (3 if word[0] <= "\u06ff" else 5) and len(word) > 1


@lru_cache(maxsize=1)
def _has_lost_spaces(paragraph: str) -> bool:
    """Tell whether the stops of a paragraph have lost their spaces: at two places, where nothing else can be meant."""
    places = (found for found in _LOST.finditer(paragraph) if found["word"].lower() not in _EXTENSIONS)
    return len(list(islice(places, 2))) == 2
