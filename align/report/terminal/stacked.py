"""Draw rows one above the other, for narrow terminals: source first, target below, symbols and sides in a margin."""

from collections.abc import Iterator

from rich.text import Text

from align.report.terminal.rows import Row, draw_side
from align.report.terminal.width import pad

# Below this width two columns would leave fewer than 34 cells to each.
LEAST_FOR_COLUMNS = 80
_MARGIN = 6
_INDENT = 3
_SIDES, _NAME = ("S", "T"), 2


def stacked_head(*, source: str, target: str) -> Text:
    """Return the line that tells which letter stands for which version.

    Args:
        source: what the source is called.
        target: what the target is called.
    """
    return Text(f"{_SIDES[0]} = {source}   {_SIDES[1]} = {target}", style="dim")


def draw_stacked(row: Row, width: int, number: int) -> Iterator[Text]:
    """Yield the lines of a row.

    Args:
        row: the bead.
        width: of the lines, in cells.
        number: cells that are kept for the segment numbers.
    """
    mark = row.mark(confidence=True)
    for letter, side, indent in zip(_SIDES, (row.source, row.target), (0, _INDENT), strict=True):
        label, name = side.number, letter
        for drawn in draw_side(side, width - _MARGIN - _NAME - number - 1 - indent, hint=False):
            line = Text()
            line.append(pad(mark, _MARGIN), f"bold {row.style}".strip())
            line.append(" " * indent + pad(name, _NAME) + pad(label, number, right=True) + " ", "dim")
            line.append_text(drawn)
            line.rstrip()
            mark = label = name = ""
            yield line
