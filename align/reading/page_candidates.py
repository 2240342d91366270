"""Lines that may stand in a text for the page's sake: a bare number, a name with a number, a short line."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may be a page mark.

    Attributes:
        number: of the line.
        key: what is the same in others of its kind; empty for a bare number.
        page: the number in it, -1 where there is none.
        plain: whether it looks like a running head by itself: in capitals, or with its number far from its name.
    """

    number: int
    key: str
    page: int
    plain: bool


def candidate(number: int, line: str) -> Candidate | None:
    """Return a line as a candidate for the mark of a page; None if it can be none.

    Args:
        number: of the line.
        line: what is visible of it.

    >>> candidate(7, "THE SALT MILL   43"), candidate(8, "He went home.")
    (Candidate(number=7, key='the salt mill', page=43, plain=True), None)
    """
    bare = _BARE.fullmatch(line)
    if bare:
        return Candidate(number, "", int(bare["page"] or 0), plain=False)
    head = _HEAD.fullmatch(line) if line[0].isdecimal() or line[-1].isdecimal() else None
    if head is None:
        if _ENDS.search(line[-3:]) or len(line.split()) > _WORDS_OF_HEAD:
            return None
        return Candidate(number, _key(line), -1, plain=_in_capitals(line))
    name = head["right_text"] or head["left_text"]
    gap = head["left_gap"] or head["right_gap"]
    if len(name.split()) > _WORDS_OF_HEAD or _ENDS.search(name[-3:]) or not any(map(str.isalpha, name)):
        return None
    far = len(gap) >= _FAR and "  " not in name and not name[0].islower()
    return Candidate(number, _key(name), int(head["left"] or head["right"]), plain=far or _in_capitals(name))


_BARE = re.compile(r"[\[({]?(?P<page>\d{1,4})(?:\s?/\s?\d{1,4})?[\])}]?|(?P<roman>[ivxlc]{1,8})")
_HEAD = re.compile(
    r"(?P<left>\d{1,4})(?P<left_gap>\s{1,80}|\s?[|·•–—]\s?)(?P<right_text>\D.{1,70})"
    r"|(?P<left_text>.{0,70}?[^\s\d|·•–—-])(?P<right_gap>\s{1,80}|\s?[|·•–—]\s?)(?P<right>\d{1,4})"
)
_FAR = 3  # spaces
_WORDS_OF_HEAD = 10
_ENDS = re.compile(r"[.!?…。！？;,:，；：][\"'”’»)\]]{0,2}$")


def _in_capitals(name: str) -> bool:
    return all(letter.isupper() for letter in name if letter.isalpha()) and any(map(str.isalpha, name))


def _key(name: str) -> str:
    return " ".join(name.casefold().split())
