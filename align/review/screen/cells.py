"""Lines that fit, however the terminal counts its cells.

Terminals disagree about how wide the marks of Devanagari and its kin are, which take a cell in many of them and none
for rich, and whether a family of emoji is one sign or four. What a terminal has no room for would be drawn over by what
stands to its right, and lost.
"""

import regex
from rich.cells import cell_len

from align.report.terminal.width import wrap

_DISPUTED = regex.compile(r"[\p{Mc}\u200d]")
_LEAST = 0.25  # share of the room that lines have at least


def wrap_for_all(text: str, width: int) -> list[str]:
    """Return the lines of a sanitised text, none wider than `width` cells in any terminal, as far as possible.

    Args:
        text: sanitised.
        width: in cells.

    >>> wrap_for_all("one two three", 8), wrap_for_all("गया गया गया", 8)
    (['one two', 'three'], ['गया गया', 'गया'])
    """
    lines = wrap(text, width)
    room = width
    while _DISPUTED.search(text) and room > _LEAST * width and any(most_cells(line) > width for line in lines):
        room -= 1
        lines = wrap(text, room)
    return lines


def most_cells(line: str) -> int:
    """Return how many cells a line takes in a terminal that gives every mark with a width of its own a cell.

    >>> most_cells("गया"), most_cells("red")
    (3, 3)
    """
    return sum(map(cell_len, line)) + len(regex.findall(r"\p{Mc}", line))
