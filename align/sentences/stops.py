"""What a stop belongs to: the sentence that it ends, or the word before it, as an abbreviation or a number has one."""

import re
from dataclasses import dataclass

from align.sentences.abbreviations import Habits
from align.sentences.dates import is_date, names_doer

ENUMERATOR = re.compile(
    r"[\"'«“„‘—–(\[ ]{0,3}(?:\d{1,3}(?:\.\d{1,3}){0,4}|[^\W\d_\u0900-\uffff]|[IVXLC]{1,7}|[ivx]{1,5}"
    r"|(?:[^\W\d_]{1,12}\.?\s|§{1,2}\s?)\d{1,4}(?:\.\d{1,3}){0,3})[.)]{1,2}"
)
POINT = re.compile(r"\(?[a-z]{1,4}\)\s|[-*]\s")
# The number of a clause on a line of its own.
NUMBER_LINE = re.compile(
    r"(?:\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[^\W\d_]|[ivx]{1,5}|[IVX]{1,5})[.)]{1,2}|§{1,2}[^\S\n]?\d{1,4}\w?\.?)[^\S\n]*\n"
)
_NUMBER = re.compile(r"\d{1,9}(?:\.\d{1,4}){0,4}")
_ROMAN = re.compile(r"[IVXLCM]{1,7}")
_DAY = re.compile(r"\d{1,2}\.(?!\d)")
_YEAR_FIRST = frozenset({"eu", "hu", "ja", "ko", "lt", "lv", "mn", "zh"})
_INITIALISM = re.compile(r"[^\W\d_](?:[.-]{1,2}[^\W\d_]){1,5}")
_DUTCH_CLITIC = re.compile("['’][stkn][ -][A-Z]")
_AFTER_CLOCK_TIME = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)(?:day)?|[ECMP][SD]?T|GMT|UTC|BST|Eastern|Pacific"
)
BRACKETS = {")": "(", "]": "[", "）": "（", "］": "［", "}": "{"}
_OPENERS = "\"'«»“”„‟‘’‚‹›「『（([{¿¡—–―*_"


@dataclass(frozen=True, slots=True)
class Place:
    """A candidate: the sentence began at `sentence`, its stop is at `stop`, the text goes on at `next` with `word`."""

    text: str
    sentence: int
    stop: int
    next: int
    word: str
    known: Habits
    language: str

    @property
    def begins(self) -> bool:
        """Tell whether the next word often begins a sentence ("J. A. Low": not this A)."""
        behind = self.text.find(self.word, self.next) + len(self.word)
        return self.word.lower() in self.known.starters and self.text[behind : behind + 1] != "."

    @property
    def small(self) -> bool:
        """Tell whether the next word is in small letters, as no sentence begins; iPhone and www may begin one."""
        word = self.word
        if not word[:1].islower() or "ა" <= word[0] <= "ჿ" or word.startswith(("www", "http")):
            return False
        if self.language in {"nl", "af"} and _DUTCH_CLITIC.match(self.text, self.next):
            return False
        return not (len(word) > 1 and any(letter.isupper() for letter in word[1:3]))


def closes_sentence(place: Place, bracket: str) -> bool:
    """Tell whether a sentence ends with a bracket: it does when the bracket holds all of it or a beginning follows.

    Args:
        place: of the bracket.
        bracket: a key of `BRACKETS`.
    """
    opened = place.text.rfind(BRACKETS[bracket], max(place.sentence, place.stop - 400), place.stop)
    if opened < 0 or not place.text[place.sentence : opened].strip(_OPENERS + " "):
        return True
    return place.begins if place.known.listed else place.word[:1].isupper()


def is_within_sentence(place: Place) -> bool:
    """Tell whether a single full stop belongs to the word before it: an abbreviation, an initial, a number."""
    text, known, word = place.text, place.known, place.word
    if ENUMERATOR.fullmatch(text, place.sentence, place.stop + 1):
        return True
    parts = text[max(place.sentence, place.stop - 40) : place.stop + 1].split()
    token = parts[-1][:-1].lstrip(_OPENERS + ",")
    if _NUMBER.fullmatch(token):
        return _is_ordinal(place, token, parts)
    if len(word) == len(token) == 1 and text.startswith(f"{word}.", place.next) and token.isalpha():
        return True
    if len(token) > 3 and token.isalpha() and not token.isupper() and not known.may_be_one(token):
        return False  # as nearly every word does
    if known.roman_ordinals and _ROMAN.fullmatch(token):
        return not place.begins
    key = _key(parts, token, known)
    if len(word) > 1 and _has(known.soft, f"{key}.{word}", "") and text.startswith(f"{word}.", place.next):
        return True
    numbered = _has(known.before_number, key, word) or _has(known.soft, key, word) or (len(key) == 1 and key.isupper())
    roman = _ROMAN.fullmatch(word) and not place.begins
    if numbered and (roman or word[:1].isdigit() or POINT.match(text, place.next)):
        return True
    if place.language == "en" and key.lower() in {"a.m", "p.m"}:
        return bool(_AFTER_CLOCK_TIME.fullmatch(word))
    if _has(known.always, key, word) or _is_chain(token, word, known):
        # A unit at the end of a sentence: "500 kr. Han …", "в 1990 г. Он …".
        behind_number = len(parts) > 1 and parts[-2][-1].isdigit()
        return not (behind_number and len(key) <= 2 and key.islower() and word[:1].isupper()) or _goes_on(place)
    initial = _INITIALISM.fullmatch(key) or len(key) == 1
    # Letters without case, such as Hebrew ones, are initials where the table knows each of them.
    initial = initial and (key.isupper() or (not key.isascii() and known.always.issuperset(key.split("."))))
    return bool(initial or _has(known.soft, key, word)) and not place.begins


def _is_chain(token: str, word: str, known: Habits) -> bool:
    """Tell whether abbreviations follow each other without a space: "PGS.TS.", "Prof.Dr."."""
    parts = token.split(".")
    return len(parts) > 1 and all(len(part) > 1 and _has(known.always, part, word) for part in parts)


def _goes_on(place: Place) -> bool:
    """Tell whether the sentence goes on behind a unit of time: it only began with a date, or says who did it then."""
    words = place.text[place.sentence : min(place.stop, place.sentence + 80)].split()
    return (is_date(words[:-1]) and not place.begins) or names_doer(place.text, place.next)


def _is_ordinal(place: Place, token: str, parts: list[str]) -> bool:
    """Tell whether a number with a full stop is an ordinal, a part of a date or the number of a list item."""
    if place.word[:1].isdigit():
        year_first = place.language in _YEAR_FIRST and _DAY.match(place.text, place.next)
        return len(token) <= 2 or "." in token or bool(year_first)
    if len(parts) > 1 and (parts[-2][-1] in ":;" or (place.language == "ko" and _DAY.fullmatch(parts[-2]))):
        return len(token) <= 2
    return place.known.ordinals and len(token) <= 3 and place.word[:1].isupper() and not place.begins


def _key(parts: list[str], token: str, known: Habits) -> str:
    """Return an abbreviation as the tables have it: "z.B" for the "B" of "z. B."."""
    bare = re.split(r"[’'/(]", token)[-1]
    joined = short = bare if len(bare) > 1 else token  # l’art, but not it’s
    for part in parts[-2:-5:-1]:
        letter = part.lstrip(_OPENERS)
        if len(letter) != 2 or letter[1] != "." or not letter[0].isalpha():
            break
        if letter[0] in known.always and joined.isupper() and letter[0].islower():
            break  # the year before the initials: "1902 г. К. Н. Белов"
        joined = letter + joined
    if len(short) == 1 or _has(known.always, joined, ""):
        return joined
    ending = next((ending for ending in known.endings if short.endswith(ending)), "")
    if ending:
        return ending
    last = short.rpartition("-")[2]
    return last if len(last) > 1 and not _has(known.always, short, "") else short


def _has(table: frozenset[str], key: str, word: str) -> bool:
    """Look an abbreviation up; a word in capitals among others is rather an acronym (VS, TV)."""
    if key in table or (len(key) == 1 and key.isupper()):
        return key in table
    if key.isupper() and len(key) > 1 and "." not in key:
        return word.isupper() and (key.lower() in table or key.title() in table)
    return key.lower() in table
