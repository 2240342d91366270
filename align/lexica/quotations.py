"""Quotations in a text, whatever marks it has.

Marks of all styles are taken: « » » « „ “ “ ” ‚ ‘ ‘ ’ ‹ › 「 」『 』《 》 and straight ones. Texts mix them, and close
what they opened with another kind; so a mark opens or closes by what is beside it, and only where that leaves a doubt
by its shape. A quotation that goes on in the next paragraph opens there again, and is not closed before. In languages
that begin direct speech with a dash, a paragraph that begins so is speech up to its end.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

WORDS = 4  # of a quotation that is taken for speech; fewer are a term, a title or an irony
_SMALL = 0.4  # share of the words that begin with a small letter, from which it is no title

# A single mark only beside a space or another mark: all begin with one class of signs, so that most texts are run over.
_MARK = re.compile(
    "[«»‹›„“”‟\"\uff02「」『』‘‚'‛’](?:(?<=[«»‹›„“”‟\"\uff02「」『』])|(?<=[‘‚'‛])(?<!\\w[‘‚'‛])|(?<=[’'‘])(?!\\w))"
)
_DOUBLE = frozenset('«»„“”‟"\uff02「」『』')
_OPENS = frozenset("„‚「『‛‟")  # never close
_CLOSES = frozenset("」』")
_STRAIGHT = frozenset("\"'\uff02")
_BEFORE_OPENING = frozenset("([{:-–—―/¿¡：（…«“„\u202f") | _OPENS
_BEHIND_CLOSING = frozenset(")]},.;:!?…-–—―/，。、！？；：）»”")
_DASH = re.compile(r"\s*[-–—―]\s?(?=\w|[¿¡])")
_PARAGRAPH = re.compile(r"\n\s*\n|\n(?=\s*[-–—―«“„\"「])")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between two marks: half-open characters, with the marks, and the text between them.

    `is_closed` is whether a mark ends it; if not, it goes on to the end of its paragraph.
    """

    start: int
    stop: int
    text: str
    is_closed: bool = True

    def moved(self, by: int) -> "Quotation":
        """Return it as it stands in a longer text, so many characters further on."""
        return replace(self, start=self.start + by, stop=self.stop + by)

    @property
    def is_speech(self) -> bool:
        """Return whether it is long enough for something that was said, and no title of a book or name of a firm."""
        if _UNSPACED.search(self.text):
            return self.words >= WORDS
        words = _WORD.findall(self.text)
        small = sum(not word[0].isupper() and not word[0].isdigit() for word in words[1:])
        return len(words) >= WORDS and small >= _SMALL * (len(words) - 1)

    @property
    def words(self) -> int:
        """Return how many words it has; two letters of a script without spaces are one."""
        unspaced = len(_UNSPACED.findall(self.text))
        return unspaced // 2 if unspaced else len(_WORD.findall(self.text))


def find_quotations(text: str, language: str = "und") -> tuple[Quotation, ...]:
    """Return the quotations in a text, in order; of one within another only the outer one.

    Args:
        text: of any length; its paragraphs are parted by empty lines.
        language: a BCP 47 tag; Finnish and Swedish open and close with the same mark.

    >>> [found.text for found in find_quotations("« Non », dit-elle. “Je reste ici », dit l’autre.")]
    ['Non', 'Je reste ici']
    """
    if not _MARK.search(text):
        return ()
    found: list[Quotation] = []
    start = 0
    for end in [*(match.start() for match in _PARAGRAPH.finditer(text)), len(text)]:
        found += _in_paragraph(text, start, end)
        start = end
    return tuple(found)


def holds_marks(text: str) -> bool:
    """Return whether a text has any quotation mark; an apostrophe is none.

    >>> holds_marks("It's over."), holds_marks("“It is over")
    (False, True)
    """
    return _MARK.search(text) is not None


def is_dialogue(paragraph: str) -> bool:
    """Return whether a paragraph begins with the dash of direct speech.

    >>> is_dialogue("— Je reste ici, dit-elle."), is_dialogue("-5 degrees")
    (True, False)
    """
    found = _DASH.match(paragraph)
    return found is not None and not paragraph[found.end()].isdigit()


def _in_paragraph(text: str, start: int, end: int) -> Iterator[Quotation]:
    """Yield the quotations of a paragraph."""
    opened: re.Match[str] | None = None
    for mark in _MARK.finditer(text, start, end):
        if opened is None:
            if _may_open(text, mark, start, end):
                opened = mark
        elif _reopens(text, mark, opened, start):
            yield Quotation(opened.start(), mark.start(), text[opened.end() : mark.start()].strip(), is_closed=False)
            opened = mark
        elif _closes(text, mark, opened, start, end):
            yield Quotation(opened.start(), mark.end(), text[opened.end() : mark.start()].strip())
            opened = None
    # A single mark that nothing closes is an apostrophe.
    if opened is not None and opened[0] in _DOUBLE:
        yield Quotation(opened.start(), end, text[opened.end() : end].strip(), is_closed=False)


def _may_open(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    """Return whether a mark can begin a quotation: something follows, and no letter stands before it."""
    if mark[0] in _CLOSES or (mark[0] == "’" and not _stands_apart(text, mark, start)):
        return False
    before = text[mark.start() - 1] if mark.start() > start else " "
    behind = text[mark.end()] if mark.end() < end else " "
    if mark[0] in _OPENS or mark[0] == "“":
        return True
    if before.isalnum() and not _UNSPACED.match(before):
        return False
    return not behind.isspace() or mark[0] in "«»"


def _stands_apart(text: str, mark: re.Match[str], start: int) -> bool:
    """Return whether nothing stands before a mark but a space: ’so’ is how some quote."""
    return (mark.start() == start or text[mark.start() - 1].isspace()) and text[mark.end() : mark.end() + 1].isalpha()


def _reopens(text: str, mark: re.Match[str], opened: re.Match[str], start: int) -> bool:
    """Return whether a mark like the one that is open begins another quotation: the end of the first one was lost."""
    if mark[0] != opened[0] or mark[0] not in _DOUBLE:
        return False
    before = text[mark.start() - 1] if mark.start() > start else " "
    behind = text[mark.end() : mark.end() + 1]
    return (before.isspace() or before in "([¿¡") and (mark[0] == "«" or behind.isalnum() or behind in _BEFORE_OPENING)


def _closes(text: str, mark: re.Match[str], opened: re.Match[str], start: int, end: int) -> bool:
    """Return whether a mark ends the quotation that is open; another that opens within it does not."""
    sign, first = mark[0], opened[0]
    if (sign in _DOUBLE) != (first in _DOUBLE) or sign in _OPENS:
        return False
    if sign in "“‘" and first not in "„‚»":
        before = text[mark.start() - 1] if mark.start() > start else " "
        behind = text[mark.end()] if mark.end() < end else " "
        return not before.isspace() and (behind.isspace() or behind in _BEHIND_CLOSING)
    if sign in _STRAIGHT and sign == first:
        return True
    return not sign == first == "«"
