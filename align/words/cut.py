"""Texts cut into words with their places, so that a claim about words can point at them.

A word is a run of letters and digits; a number keeps the marks inside of it. In scripts without spaces a word is a
piece of the encoder's vocabulary, or a character where the pieces do not tell their places.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
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
# The same, for texts that are plain.
_PLAIN_WORD, _PLAIN_MARK = re.compile(r"\d+(?:[.,:]\d+)*|[^\W_]+"), re.compile(r"[^\w\s'’\-‐/&%°]")
_HAN = regex.compile(r"\p{Han}")
_HAN_PER_WORD, _UNSPACED_PER_WORD = 1.6, 3.0  # characters that say as much as a word elsewhere, as in clauses

Pieces = Callable[[Sequence[str]], list[list[str]]]


class Cut(NamedTuple):
    """The words of a text.

    Attributes:
        spans: half-open characters of each.
        forms: what stands there.
        opens: whether a mark, such as a comma or a quotation mark, stands before the word.
        sizes: how many words of a language with spaces each says as much as.
    """

    spans: list[tuple[int, int]]
    forms: list[str]
    opens: list[bool]
    sizes: list[float]


def cut_text(text: str, pieces: Pieces | None = None) -> Cut:
    """Return the words of a text.

    Args:
        text: as read.
        pieces: what cuts runs in scripts without spaces; characters stand alone for None.

    >>> cut_text("L'an 1,350: rien.").forms
    ['L', 'an', '1,350', 'rien']
    """
    plain = is_plain(text)
    spans = [match.span() for match in (_PLAIN_WORD if plain else _WORD).finditer(text)]
    unspaced = not plain and max(text) >= _FIRST_UNSPACED and _UNSPACED.search(text) is not None
    if unspaced:
        spans = list(_finer(text, spans, pieces))
    forms = [text[start:stop] for start, stop in spans]
    opens = [False] * len(spans)
    for mark in (_PLAIN_MARK if plain else _MARK).finditer(text):
        behind = bisect_right(spans, (mark.start(), len(text)))
        if behind < len(spans) and not (behind and mark.start() < spans[behind - 1][1]):
            opens[behind] = True
    return Cut(spans, forms, opens, [words_in(form) for form in forms] if unspaced else [1.0] * len(forms))


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


def _finer(text: str, spans: list[tuple[int, int]], pieces: Pieces | None) -> Iterator[tuple[int, int]]:
    """Yield the spans with runs in scripts without spaces cut; a Latin name among them is a word."""
    runs = [run for start, stop in spans for run in _BORDER.split(text[start:stop])]
    unspaced = [run for run in runs if _UNSPACED.search(run)]
    cut = dict(zip(unspaced, pieces(unspaced) if pieces else ([] for _ in unspaced), strict=True))
    place = 0
    for start, stop in spans:
        end = start
        while end < stop:
            run = runs[place]
            place += 1
            for length in _lengths(run, cut[run]) if run in cut else [len(run)]:
                yield end, end + length
                end += length


def _lengths(run: str, found: list[str]) -> list[int]:
    """Return how long the pieces of a run are in the text; characters where the vocabulary writes it otherwise."""
    lengths = [len(piece) for name in found if (piece := name.strip("▁"))]
    return lengths if sum(lengths) == len(run) else [1] * len(run)
