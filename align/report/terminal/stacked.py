"""Draw rows one above the other, for narrow terminals: source first, target indented below, symbols in a margin."""

from collections.abc import Iterator

from rich.text import Text

from align.report.terminal.rows import Row, draw_side
from align.report.terminal.width import pad

# Below this width two columns would leave fewer than 34 cells to each.
LEAST_FOR_COLUMNS = 80
_MARGIN = 6
_INDENT = 3


def draw_stacked(row: Row, width: int, number: int) -> Iterator[Text]:
    """Yield the lines of a row.

    Args:
        row: the bead.
        width: of the lines, in cells.
        number: cells that are kept for the segment numbers.
    """
    mark = row.mark(confidence=True)
    for side, indent in ((row.source, 0), (row.target, _INDENT)):
        label = side.number
        for drawn in draw_side(side, width - _MARGIN - number - 1 - indent, hint=False):
            line = Text()
            line.append(pad(mark, _MARGIN), f"bold {row.style}".strip())
            line.append(" " * indent + pad(label, number, right=True) + " ", "dim")
            line.append_text(drawn)
            line.rstrip()
            mark = label = ""
            yield line
