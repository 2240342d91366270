"""The lines of a text as they stand on the page: their places, how wide they are, how they begin and end.

Widths are those of a terminal or a typewriter: a Chinese character takes two cells, a letter one.
"""

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from align.bitext import Span
from align.flow import IDEOGRAPHS


class Ending(Enum):
    """How a line ends: with a sentence, with another mark, in the middle of a word, or just so."""

    STOP = "stop"
    MARK = "mark"
    HYPHEN = "hyphen"
    OPEN = "open"


class Beginning(Enum):
    """How a line begins: with a small letter, a capital, the mark of a list, a dash, or anything else."""

    SMALL = "small"
    CAPITAL = "capital"
    ITEM = "item"
    DASH = "dash"
    OTHER = "other"


class Line(NamedTuple):
    """One visible line.

    Attributes:
        chars: its place in the text, without the white space around it.
        indent: cells of white space before it.
        width: cells up to its last character, with the indent.
        first: cells of its first word; where words are not parted, up to the first space or of the first character.
        length: characters up to its last one; some programs wrap by these.
        first_length: characters of its first word.
        beginning: how it begins.
        ending: how it ends.
        stops: whether a sentence ends in it or with it.
        cased: whether there is a capital letter in it.
        unspaced: whether it begins in a script that does not part words.
        page: number of the page, counted by form feeds.
        blank_before: how many blank lines are before it.
    """

    chars: Span
    indent: int
    width: int
    first: int
    length: int
    first_length: int
    beginning: Beginning
    ending: Ending
    stops: bool
    cased: bool
    unspaced: bool
    page: int
    blank_before: int


def lines_of(text: str) -> list[Line]:
    r"""Return the visible lines of a text.

    >>> [(line.width, line.beginning.value, line.ending.value) for line in lines_of("The coun-\ncil met.\n\n早上")]
    [(9, 'capital', 'hyphen'), (8, 'small', 'stop'), (4, 'other', 'open')]
    """
    return list(_lines(text))


def _lines(text: str) -> Iterator[Line]:
    start = page = blank = 0
    for row in text.splitlines(keepends=True):
        visible = row.strip()
        if visible:
            before = len(row) - len(row.lstrip())
            indent = _cells(row[:before].replace("\t", " " * _TAB)) if before else 0
            chars = Span(start + before, start + before + len(visible))
            unspaced = not visible.isascii() and _IDEOGRAPH.match(visible.lstrip(_OPENING)) is not None
            unit = _first_unit(visible, unspaced=unspaced)
            ending = _ending(visible)
            stops = ending is Ending.STOP or _STOP_INSIDE.search(visible) is not None
            yield Line(
                chars,
                indent,
                indent + _cells(visible),
                _cells(unit),
                before + len(visible),
                len(unit),
                _beginning(visible),
                ending,
                stops,
                visible != visible.lower(),
                unspaced,
                page,
                blank,
            )
            blank = 0
        else:
            blank += 1
        if "\f" in row:
            page += row.count("\f")
        start += len(row)


def _cells(text: str) -> int:
    """Return how many cells of a terminal a text takes; of most texts each character one."""
    if (text.isascii() and text.isprintable()) or _NARROW.fullmatch(text):
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


_NARROW = re.compile("[ -~\u00a0-\u00ac\u00ae-\u024f\u0400-\u0482\u2010-\u2027\u2030-\u205e\u20a0-\u20c0]*")


def by_characters(line: Line) -> Line:
    """Return a line whose widths are counted in characters."""
    return line._replace(width=line.length, first=line.first_length)


_TAB = 8
_OPENING = "\"'“”„«»‹›‘’‚¿¡([{（［「『《〈【〔‛‟*_"
_CLOSING = "\"'”’»›“)\\]}）］」』》〉】〕*_"
_IDEOGRAPH = re.compile(f"[{IDEOGRAPHS}]")
_LETTERS = (
    "\u3005-\u3007\u3021-\u3029\u3031-\u30fa\u30fc-\u312f\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
# In a script without spaces a line may break before any character that does not close anything.
_FIRST = re.compile(
    f"[{re.escape(_OPENING)}]{{0,4}}(?:[{IDEOGRAPHS}][{re.escape(_CLOSING)}、。，．・：；？！…ー々ぁぃぅぇぉっゃゅょ]{{0,3}}"
    f"|(?:[^\\s{_LETTERS}]|[\u00a0\u202f]){{1,80}})"
)
_STOPS = ".!?…‥。！？．؟।॥።۔։"
_STOP = re.compile(
    f"[{_STOPS}](?:[ \u00a0\u202f]?[{_CLOSING}\u200e\u200f]){{0,3}}(?:\\[\\d{{1,3}}\\]|[¹²³⁰⁴-⁹]){{0,3}}$"
)
_STOP_INSIDE = re.compile(f"[.!?…؟।۔][{_CLOSING}]{{0,2}} |[。！？]")
# Quoted speech in Chinese and Japanese has no stop inside its marks.
_QUOTED = re.compile("^[「『（].*[」』）]$|[」』]$")
_MARK = re.compile(f"[,;:،؛，、；：—–―|/~%=][{_CLOSING}]{{0,2}}$|[{_CLOSING}]$")
_HYPHEN = re.compile("[^\\W\\d_][-\u2010\u00ad]$")
_LONGEST_FIRST = 80  # characters of a first word that are looked at
_ROMAN = "ivxIVX"
_LISTED = re.compile(r"[-*•·‣▪◦●○■□+]\s|[(\[]?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})[.)\]]\s|[•●▪■]")
_DASHED = re.compile(r"[—–―]|--")


def _first_unit(visible: str, *, unspaced: bool) -> str:
    """Return what of a line would have had to fit on the line before."""
    word, space, _ = visible.partition(" ")
    if (unspaced and space) or (len(word) <= _LONGEST_FIRST and word.isascii() and word.isprintable()):
        return word
    found = _FIRST.match(visible)
    return found.group() if found else visible[:1]


def _beginning(visible: str) -> Beginning:
    first, second = visible[0], visible[1:2]
    if first.isalpha() and second.isalpha() and second not in _ROMAN:  # as most lines begin: no mark of a list
        return Beginning.SMALL if first.islower() else Beginning.CAPITAL if first.isupper() else Beginning.OTHER
    if _LISTED.match(visible):
        return Beginning.ITEM
    if _DASHED.match(visible):
        return Beginning.DASH
    letter = visible.lstrip(_OPENING)[:1]
    if letter.islower():
        return Beginning.SMALL
    return Beginning.CAPITAL if letter.isupper() else Beginning.OTHER


def _ending(visible: str) -> Ending:
    last = visible[-1]
    if last in _STOPS or last.isalpha():  # as most lines end
        return Ending.STOP if last in _STOPS else Ending.OPEN
    end = visible[-12:]
    if _STOP.search(end) or _QUOTED.search(visible if len(visible) < 200 else end):
        return Ending.STOP
    if _HYPHEN.search(end):
        return Ending.HYPHEN
    return Ending.MARK if _MARK.search(end) else Ending.OPEN
