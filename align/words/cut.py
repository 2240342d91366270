"""Texts cut into words with their places, so that a claim about words can point at them.

A word is a run of letters and digits; a number keeps the marks inside of it. In scripts without spaces a word is a
piece of the encoder's vocabulary, or a character where the pieces do not tell their places.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

import regex

from align.bitext import Span
from align.plain_signs import is_plain

_WORD = regex.compile(r"\p{N}+(?:[.,:]\p{N}+)*|[\p{L}\p{M}\p{N}]+")
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")
_FIRST_UNSPACED = "\u0e01"  # the first character of any of these scripts
_BORDER = regex.compile(
    r"(?<=\p{Latin}|\p{N})(?=\p{Han}|\p{Hiragana}|\p{Katakana})|(?<=\p{Han}|\p{Hiragana}|\p{Katakana})(?=\p{Latin}|\p{N})"
)
_MARK = regex.compile(r"[^\w\s'’\-‐/&%°\p{M}]")
# What cuts a text at its words and keeps them: of any signs, and, four times as fast, of plain ones.
_CUT, _PLAIN_CUT = regex.compile(f"({_WORD.pattern})"), re.compile(r"(\d+(?:[.,:]\d+)*|[^\W_]+)")
_LONG_GAP = 8  # characters between two words that are not worth remembering
_HAN = regex.compile(r"\p{Han}")
_HAN_PER_WORD, _UNSPACED_PER_WORD = 1.6, 3.0  # characters that say as much as a word elsewhere, as in clauses

Pieces = Callable[[Sequence[str]], list[list[str]]]


class Cut(NamedTuple):
    """The words of a text.

    Attributes:
        gaps: what stands before each.
        forms: what stands there.
        unspaced: whether some are in a script without spaces.
    """

    gaps: list[str]
    forms: list[str]
    unspaced: bool

    @property
    def spans(self) -> list[tuple[int, int]]:
        """Return the half-open characters of each word."""
        place, found = 0, []
        for gap, form in zip(self.gaps, self.forms, strict=True):
            start = place + len(gap)
            place = start + len(form)
            found.append((start, place))
        return found

    @property
    def opens(self) -> list[bool]:
        """Return whether a mark, such as a comma or a quotation mark, stands before each word."""
        return [gap != " " and _has_mark(gap) for gap in self.gaps]

    @property
    def sizes(self) -> list[float]:
        """Return how many words of a language with spaces each says as much as."""
        return [words_in(form) for form in self.forms] if self.unspaced else [1.0] * len(self.forms)


def cut_text(text: str, pieces: Pieces | None = None) -> Cut:
    """Return the words of a text.

    Args:
        text: as read.
        pieces: what cuts runs in scripts without spaces; characters stand alone for None.

    >>> cut_text("L'an 1,350: rien.").forms
    ['L', 'an', '1,350', 'rien']
    """
    plain = is_plain(text)
    parts = (_PLAIN_CUT if plain else _CUT).split(text)
    gaps, forms = parts[:-1:2], parts[1::2]
    unspaced = not plain and max(text) >= _FIRST_UNSPACED and _UNSPACED.search(text) is not None
    return Cut(*_finer(gaps, forms, pieces), True) if unspaced else Cut(gaps, forms, False)


def _has_mark(gap: str) -> bool:
    return (_has_mark_at_hand if len(gap) <= _LONG_GAP else _searched)(gap)


def _searched(gap: str) -> bool:
    return _MARK.search(gap) is not None


_has_mark_at_hand = lru_cache(maxsize=4096)(_searched)


@lru_cache(maxsize=65536)
def words_in(form: str) -> float:
    """Return how many words a form says as much as: 1, or less by the characters of a script without spaces.

    >>> words_in("Zug"), words_in("議会")
    (1.0, 1.25)
    """
    if form.isascii() or not (unspaced := len(_UNSPACED.findall(form))):
        return 1.0
    han = len(_HAN.findall(form))
    return han / _HAN_PER_WORD + (unspaced - han) / _UNSPACED_PER_WORD


def count_words(text: str) -> float:
    """Return how many words a text says as much as.

    >>> count_words("The bridge, closed."), count_words("議会")
    (3.0, 1.25)
    """
    return sum(words_in(match[0]) for match in _WORD.finditer(text))


def chars_of(cut: Cut, first: int, end: int, start: int) -> Span:
    """Return the characters from one word to another.

    Args:
        cut: the words of a text.
        first: the first word.
        end: the end of the words, half-open, at least one more.
        start: where the text begins in its document.
    """
    return Span(start + cut.spans[first][0], start + cut.spans[end - 1][1])


def _finer(gaps: list[str], forms: list[str], pieces: Pieces | None) -> tuple[list[str], list[str]]:
    """Return words with runs in scripts without spaces cut, and what stands before them; a Latin name stays a word."""
    runs = [_BORDER.split(form) for form in forms]
    unspaced = [run for parts in runs for run in parts if _UNSPACED.search(run)]
    cut = dict(zip(unspaced, pieces(unspaced) if pieces else ([] for _ in unspaced), strict=True))
    fine_gaps: list[str] = []
    fine: list[str] = []
    for gap, parts in zip(gaps, runs, strict=True):
        before = len(fine)
        for run in parts:
            fine += _parted(run, cut[run]) if run in cut else [run]
        fine_gaps += [gap, *[""] * (len(fine) - before - 1)]
    return fine_gaps, fine


def _parted(run: str, found: list[str]) -> list[str]:
    """Return the pieces of a run as they are in the text; characters where the vocabulary writes it otherwise."""
    parts = [part for name in found if (part := name.strip("▁"))]
    if "".join(parts) == run:
        return parts
    if sum(map(len, parts)) != len(run):
        return list(run)
    ends = list(accumulate(map(len, parts)))
    return [run[start:end] for start, end in zip([0, *ends], ends, strict=False)]
