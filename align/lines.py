r"""Lines of a text as editors count them: `\n`, `\r\n` and a lone `\r` end one, and nothing else does."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

_END = re.compile(r"\r\n?|\n")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a character stands: line and column, both from 1, the column in characters."""

    line: int
    column: int


class Lines:
    r"""The lines of a text, to look places up in.

    >>> lines = Lines("One.\r\nTwo.\n")
    >>> lines.place(8), len(lines)
    (Place(line=2, column=3), 2)
    """

    def __init__(self, text: str) -> None:
        """Find all line ends of the text."""
        self._starts = [0, *(end.end() for end in _END.finditer(text))]
        self._length = len(text)

    def __len__(self) -> int:
        """Return the number of lines; behind the last line end there is none."""
        return len(self._starts) - (self._starts[-1] == self._length)

    def place(self, offset: int) -> Place:
        """Return the place of the character at an offset, which may be that of the end of the text."""
        line = bisect_right(self._starts, offset)
        return Place(line, offset - self._starts[line - 1] + 1)


def line_bounds(text: str) -> Iterator[tuple[int, int]]:
    r"""Yield the half-open characters of each line, without its end.

    >>> list(line_bounds("One.\r\nTwo."))
    [(0, 4), (6, 10)]
    """
    start = 0
    for end in _END.finditer(text):
        yield start, end.start()
        start = end.end()
    yield start, len(text)
