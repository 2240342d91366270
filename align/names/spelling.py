"""Whether two words are one name, spelled as each language does: Kaminsky, Kaminski, Каминский.

Letters are written in the Latin ones that sound like them, and what one sound is spelled with in several ways is
made one; then the spellings are compared, and the consonants alone. So it is not told how a name sounds, only whether
it may be the same.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from anyascii import anyascii
from rapidfuzz import fuzz, process

ALIKE = 65.0  # similarity of two spellings, 0 to 100, from which they may be one name
_HARDLY_ALIKE = 45.0  # below which one in another script is surely not
_PREFIX = 4  # letters that both begin with; endings are of a language
_CONSONANTS = 3  # that two spellings have at least where these alone decide
_NOT_LETTERS = re.compile(r"[^a-z]+")
_VOWELS = re.compile("[aeiou]+")
_DOUBLED = re.compile(r"(.)\1+")
_BEGINS_WITH_W = re.compile("^u(?=[aeio])")
# The longest first; what stands for the same sound in some language of Europe becomes one letter.
_SOUNDS = dict(
    pair.split(":")
    for pair in (
        "schtsch:s shch:s tsch:s tch:s sch:s dzh:s dj:s cz:s sz:s ch:s sh:s zh:s kh: ph:f th:t ck:k ts:s tz:s ce:se "
        "ci:si cy:si gu:g gh:g oo:u ou:u ee:i ea:i w:f v:f x:ks q:k c:k y:i z:s j:s h:"
    ).split()
)
_SOUND = re.compile("|".join(_SOUNDS))


class NameKey(NamedTuple):
    """How a name sounds: all of it in small Latin letters, and its consonants."""

    letters: str
    consonants: str


@lru_cache(maxsize=1 << 16)
def name_key(word: str) -> NameKey:
    """Return how a word sounds, with one letter for each sound.

    >>> name_key("Каминский"), name_key("Kaminsky").letters
    (NameKey(letters='kaminski', consonants='kmnsk'), 'kaminski')
    """
    letters = _NOT_LETTERS.sub("", anyascii(word).lower())
    letters = _SOUND.sub(lambda found: _SOUNDS[found[0]], _BEGINS_WITH_W.sub("w", letters))
    letters = _DOUBLED.sub(r"\1", letters)
    return NameKey(letters, _DOUBLED.sub(r"\1", _VOWELS.sub("", letters)))


def sound_alike(one: NameKey, other: NameKey) -> bool:
    """Return whether two words may be one name.

    Args:
        one: the key of a word, from `name_key`.
        other: that of the other one.

    >>> sound_alike(name_key("Woods"), name_key("Вудсом")), sound_alike(name_key("Beauvillier"), name_key("Бовильера"))
    (True, True)
    >>> sound_alike(name_key("Kaminsky"), name_key("Petrov"))
    False
    """
    if not one.letters or not other.letters:
        return False
    shorter = min(len(one.letters), len(other.letters))
    if shorter >= _PREFIX and one.letters[:_PREFIX] == other.letters[:_PREFIX]:
        return True
    bones = sorted((one.consonants, other.consonants), key=len)
    if len(bones[0]) >= _CONSONANTS and bones[1].startswith(bones[0]):
        return True
    return fuzz.ratio(one.letters, other.letters, score_cutoff=ALIKE) > 0.0


def may_sound_alike(one: NameKey, other: NameKey) -> bool:
    """Return whether two words of different scripts may be one name, however it was put into the other script.

    Args:
        one: the key of a word, from `name_key`.
        other: that of the other one.

    >>> may_sound_alike(name_key("Rowe"), name_key("Роу")), may_sound_alike(name_key("Rowe"), name_key("Мельник"))
    (True, False)
    """
    first = one.consonants[:1] == other.consonants[:1] != ""
    return first or fuzz.ratio(one.letters, other.letters, score_cutoff=_HARDLY_ALIKE) > 0.0


class Sounds:
    """The words of a text by how they sound, to ask for many names whether one of them sounds alike."""

    def __init__(self, words: Iterable[str]) -> None:
        """Take the words of a text."""
        keys = {name_key(word) for word in words}
        self._letters = [key.letters for key in keys if key.letters]
        self._beginnings = {letters[:_PREFIX] for letters in self._letters if len(letters) >= _PREFIX}
        bones = [key.consonants for key in keys if len(key.consonants) >= _CONSONANTS]
        self._bones = frozenset(bones)
        self._parts = {bone[:length] for bone in bones for length in range(_CONSONANTS, len(bone) + 1)}

    def hold(self, name: NameKey) -> bool:
        """Return whether `sound_alike` holds of a name and one of the words.

        >>> Sounds(["видел", "Вудса"]).hold(name_key("Woods"))
        True
        """
        if not name.letters:
            return False
        if len(name.letters) >= _PREFIX and name.letters[:_PREFIX] in self._beginnings:
            return True
        bone = name.consonants
        ends = range(_CONSONANTS, len(bone) + 1)
        if len(bone) >= _CONSONANTS and (bone in self._parts or any(bone[:end] in self._bones for end in ends)):
            return True
        return process.extractOne(name.letters, self._letters, scorer=fuzz.ratio, score_cutoff=ALIKE) is not None
