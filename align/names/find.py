"""Which words of a document are names: they have a capital within sentences, and never go without one.

A word at the beginning of a sentence is a name if it is one elsewhere. Where all nouns have a capital, as in German,
nouns are taken for names, too; who compares two versions has to tell them by what they render. In scripts without
capitals nothing is found.
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from align.bitext import Document, Role, Span
from align.distinct import distinct_words

# A class of the capitals is much faster than \p{Lu}; Latin, Greek, Cyrillic and Armenian have them.
_CAPITALS = "".join(chr(code) for code in (*range(0x41, 0x590), *range(0x1E00, 0x2000)) if chr(code).isupper())
_MORE = "(?:[\\w\u0300-\u036f]|[’'‑-](?=\\w))*"
# The capital comes first, so that only capitals are looked at; what stands before one is asked behind it.
_CAPITAL = re.compile(rf"[{_CAPITALS}](?<![\w-].){_MORE}")
_LETTERS = re.compile("[^\\W\\d_]+")
_BEGINS = frozenset(".!?…:«»“”„\"'‘’‚([–—-")
_SHORTEST = 3  # letters
_BESIDE = 2  # characters between two names that stand beside each other
_ENDING = re.compile(r"(?<=.)[’'][sS]?$")
_ARTICLE = re.compile(r"[DLN][’'](?=.)")


class Word(NamedTuple):
    """A word of a text: as written without a possessive or an article, and where its characters are."""

    text: str
    start: int
    stop: int


@dataclass(frozen=True, eq=False)
class NamesOf:
    """The names of a document."""

    document: Document

    @cached_property
    def by_segment(self) -> tuple[tuple[Word, ...], ...]:
        """Return the names of each segment of article text, in order; none of the others."""
        found: list[list[Word]] = []
        inside: set[str] = set()
        for segment in self.document.segments:
            text = segment.text if segment.role is Role.BODY else ""
            words = [_bare(match) for match in _CAPITAL.finditer(text)]
            found.append(words)
            # A word that is a name for sure need not be looked at again.
            inside.update([word.text for word in words if word.text not in inside and not _at_beginning(text, word)])
        if not inside:
            return tuple(() for _ in found)
        every = distinct_words(self.document.text)
        names = {word for word in inside if _is_long(word) and word.lower() not in every}
        return tuple(tuple([word for word in words if word.text in names]) for words in found)

    def over(self, segments: Span) -> tuple[Word, ...]:
        """Return the names of consecutive segments, their characters counted from the first one."""
        if len(segments) == 1:
            return self.by_segment[segments.start]
        start = self.document.segments[segments.start].chars.start if segments else 0
        found: list[Word] = []
        for number in range(segments.start, segments.stop):
            shift = self.document.segments[number].chars.start - start
            found += [Word(text, start + shift, stop + shift) for text, start, stop in self.by_segment[number]]
        return tuple(found)

    @cached_property
    def partners(self) -> dict[str, frozenset[str]]:
        """Return for each name those that it stands beside somewhere: of one person, or of one place."""
        beside: dict[str, set[str]] = {}
        for words in self.by_segment:
            for one, other in pairwise(words):
                if other.start - one.stop <= _BESIDE:
                    beside.setdefault(one.text, set()).add(other.text)
                    beside.setdefault(other.text, set()).add(one.text)
        return {name: frozenset(others) for name, others in beside.items()}

    @cached_property
    def counts(self) -> Counter[str]:
        """Return how often each name is in the document."""
        return Counter(word.text for words in self.by_segment for word in words)


_latest: list[NamesOf] = []  # of the last two documents, since several checks ask for the same


def names_of(document: Document) -> NamesOf:
    """Return the names of a document; for the one that was asked for last they are not looked for again."""
    found = next((names for names in _latest if names.document is document), None)
    if found is None:
        found = NamesOf(document)
        _latest[:] = [*_latest[-1:], found]
    return found


def plain_words(text: str) -> list[str]:
    """Return the words of a text as they are written.

    >>> plain_words("L’ami de Marc")
    ['L', 'ami', 'de', 'Marc']
    """
    return _LETTERS.findall(text)


def _bare(match: re.Match[str]) -> Word:
    """Return a word without what is joined to it."""
    text = match[0]
    start, stop = match.span()
    if not text.isalpha() and ("’" in text or "'" in text):
        if ending := _ENDING.search(text):
            text = text[: ending.start()]
            stop = start + len(text)
        if article := _ARTICLE.match(text):
            text = text[article.end() :]
            start = stop - len(text)
    return Word(text, start, stop)


def _at_beginning(text: str, word: Word) -> bool:
    """Return whether a sentence may begin with a word of a text."""
    if word.start > 1 and text[word.start - 1] == " " and text[word.start - 2].isalnum():
        return False
    before = text[max(0, word.start - 3) : word.start].rstrip()
    return not before or before[-1] in _BEGINS


def _is_long(word: str) -> bool:
    """Return whether a word is long enough for a name, and no abbreviation in capitals."""
    return len(word) >= _SHORTEST and not word.isupper()
