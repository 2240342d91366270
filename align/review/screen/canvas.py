"""Widgets that draw lines of pieces themselves: nothing that they draw is ever read as markup."""

from functools import lru_cache

from rich.cells import cell_len, set_cell_size
from rich.segment import ControlType, Segment
from rich.style import Style
from rich.text import Text
from textual.strip import Strip
from textual.widget import Widget

from align.review.screen.beads import TO_COLUMN, Line

_parse = lru_cache(maxsize=256)(Style.parse)


def strip_of(line: Line, width: int, *, behind: bool = False) -> Strip:
    """Return a line as what textual draws, cut or filled to `width` cells.

    Args:
        line: its pieces.
        width: in cells.
        behind: whether a dialog stands before it; textual then cuts the line, and would cut what moves the cursor.
    """
    segments, used = [], 0
    for text, style in line:
        if text.startswith(TO_COLUMN):
            if not behind:
                segments.append(Segment(text, None, [(ControlType.CURSOR_MOVE_TO_COLUMN, 0)]))
            continue
        size = cell_len(text)
        if used + size > width:
            text, size = set_cell_size(text, width - used), width - used
        if text:
            segments.append(Segment(text, _parse(style)))
        used += size
    if used < width:
        segments.append(Segment(" " * (width - used), _parse("")))
    return Strip(segments, width)


class Lines(Widget):
    """Shows lines that it is given; what does not fit is left out."""

    def __init__(self, *, id: str) -> None:
        """Begin empty.

        Args:
            id: of the widget.
        """
        super().__init__(id=id)
        self.lines: list[Line] = []

    def show(self, lines: list[Line]) -> None:
        """Draw other lines from now on."""
        if lines != self.lines:
            self.lines = lines
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return a line of the widget, `y` from the top."""
        return strip_of(self.lines[y] if y < len(self.lines) else [], self.size.width)


def as_text(lines: list[Line]) -> Text:
    """Return lines as one text for a dialog."""
    return Text("\n").join(Text.assemble(*line) for line in lines)
