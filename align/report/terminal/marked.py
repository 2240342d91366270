"""Text from outside, as the screen shows it: sanitised, floods of invisible characters counted, marks kept in place.

A terminal has one line for a line, so what takes no cell must not be without end: behind a letter some marks are
spelling, ten thousand are a flood, and the rest of a flood is told by its number.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import regex

from align.bitext import Span
from align.report.terminal.look import Look

_MOST_MARKS = 8  # Hebrew with its accents has four on a letter, a joined emoji three characters between two pictures
_FLOOD = regex.compile(rf"([\p{{M}}\u200c\u200d]{{4}})([\p{{M}}\u200c\u200d]{{{_MOST_MARKS - 3},}})")
# Families have four pictures; longer chains are one picture to some terminals and hundreds to others.
_CHAIN = regex.compile(r"(?:\p{Extended_Pictographic}[\p{M}\p{EMod}]{0,3}\u200d){6,}")
# Beside those that `align.sanitize` pictures; variation selectors and the joiners are spelling.
_UNSEEN = regex.compile(
    r"[\u115f\u1160\u17b4\u17b5\u2065\u3164\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a]"
)


@dataclass(frozen=True, slots=True)
class Shown:
    """Text that is safe to draw, and which of its characters are marked: half-open, in order."""

    text: str
    marked: tuple[Span, ...] = ()


def show(text: str, look: Look) -> str:
    r"""Return text from outside as one line that can be drawn.

    Args:
        text: any.
        look: of the terminal.

    >>> from align.report.terminal.look import UNICODE
    >>> show("a" + "\u0301" * 1000 + "\x1b[0m", Look(UNICODE, "utf-8")).replace("\u0301", "'")
    "a''''⟨+996 marks⟩␛[0m"
    """
    return look.text(_fold(text))


def show_marked(text: str, marks: Iterable[Span], look: Look) -> Shown:
    """Return text from outside with the words that a finding is about set between brackets.

    Args:
        text: any.
        marks: half-open characters of it, in any order; those of the whole text say nothing, and are left out.
        look: of the terminal.
    """
    whole = Span(len(text) - len(text.lstrip()), len(text.rstrip()))
    wanted = _joined(mark for mark in marks if mark and not (mark.start <= whole.start and mark.stop >= whole.stop))
    opening, closing = ("⟦", "⟧") if look.symbols.dash == "–" else ("{", "}")
    parts, spans, done, size = [], [], 0, 0
    for mark in wanted:
        before = show(text[done : mark.start], look)
        inside = opening + show(text[mark.start : mark.stop], look) + closing
        spans.append(Span(size + len(before), size + len(before) + len(inside)))
        parts += [before, inside]
        size, done = spans[-1].stop, mark.stop
    return Shown("".join([*parts, show(text[done:], look)]), tuple(spans))


def styled_lines(shown: Shown, lines: Iterable[str]) -> Iterator[list[tuple[str, bool]]]:
    """Yield each line as its pieces, and whether a piece is marked.

    Args:
        shown: the text that was wrapped.
        lines: what `align.report.terminal.width.wrap` made of it: white space is collapsed, all else is there.
    """
    place = 0
    for line in lines:
        pieces: list[tuple[str, bool]] = []
        for letter in line:
            while letter != shown.text[place] and shown.text[place].isspace():
                place += 1
            marked = any(span.start <= place < span.stop for span in shown.marked)
            place += 1
            if pieces and pieces[-1][1] == marked:
                pieces[-1] = (pieces[-1][0] + letter, marked)
            else:
                pieces.append((letter, marked))
        yield pieces


def _fold(text: str) -> str:
    text = _CHAIN.sub(lambda chain: chain[0].replace("\u200d", "⟨ZWJ⟩"), text)
    text = _FLOOD.sub(lambda flood: f"{flood[1]}⟨+{len(flood[2]):,} marks⟩", text)
    folded: str = _UNSEEN.sub(lambda unseen: f"⟨U+{ord(unseen[0]):04X}⟩", text)
    return folded


def _joined(marks: Iterable[Span]) -> Iterator[Span]:
    """Yield the marks in order; those that overlap as one."""
    last: Span | None = None
    for mark in sorted(marks, key=lambda span: (span.start, span.stop)):
        if last and mark.start < last.stop:
            last = Span(last.start, max(last.stop, mark.stop))
            continue
        if last:
            yield last
        last = mark
    if last:
        yield last
