"""The map of the whole document, in place of a scroll bar: what was dropped, added, moved or replaced where."""

from collections.abc import Sequence

from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from align.bitext import Comparison, Fate, Span
from align.report.terminal.look import STYLES, Look, is_doubtful
from align.report.wording import replaced_pairs
from align.review.screen.beads import TO_COLUMN
from align.review.screen.canvas import strip_of
from align.review.screen.columns import Columns, key_name

WIDTH = 3
_REPLACED = "replaced"
_WORTH = (_REPLACED, Fate.DROPPED, Fate.ADDED, Fate.MOVED, Fate.UNCERTAIN)  # the first that occurs is shown

Cell = tuple[str, str]


def draw_map(comparison: Comparison, look: Look, height: int) -> list[Cell]:
    """Return the symbol and the style of each line of a map, at most `height`.

    Args:
        comparison: whose beads it shows.
        look: the symbols.
        height: in lines.
    """
    kinds: list[str] = [
        Fate.UNCERTAIN if is_doubtful(bead, fate) else fate
        for bead, fate in zip(comparison.alignment.beads, comparison.fates, strict=True)
    ]
    for pair in replaced_pairs(comparison):
        for bead in pair:
            kinds[bead] = _REPLACED
    return [_cell(kinds[lines.start : lines.stop], look) for lines in shares(len(kinds), height)]


def shares(beads: int, height: int) -> list[Span]:
    """Return the beads that each line of a map stands for; none stands for no bead.

    Args:
        beads: how many there are.
        height: the most lines.

    >>> shares(5, 2)
    [Span(start=0, stop=2), Span(start=2, stop=5)]
    """
    lines = min(beads, height)
    return [Span(line * beads // lines, (line + 1) * beads // lines) for line in range(lines)]


def _cell(kinds: Sequence[str], look: Look) -> Cell:
    found = next((kind for kind in _WORTH if kind in kinds), None)
    if found is None:
        return look.symbols.bar, "dim"
    if found == _REPLACED:
        return look.symbols.replaced, "bold"
    return look.symbols.fates[Fate(found)], f"bold {STYLES[Fate(found)]}"


class Map(Widget, can_focus=True):
    """The map; a click or a key goes there."""

    class Chosen(Message):
        """A person wants to see a bead."""

        def __init__(self, bead: int) -> None:
            """Remember the bead."""
            super().__init__()
            self.bead = bead

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__(id="map")
        self._comparison: Comparison | None = None
        self._look: Look | None = None
        self._drawn: tuple[int, list[Cell]] = (-1, [])
        self._view, self._bead = Span(0, 0), 0
        self.behind = False

    def show(self, comparison: Comparison, look: Look) -> None:
        """Draw another comparison from now on.

        Args:
            comparison: whose beads it shows.
            look: the symbols.
        """
        self._comparison, self._look, self._drawn = comparison, look, (-1, [])
        self.refresh()

    def point(self, view: Span, bead: int) -> None:
        """Show which part of the document is on the screen.

        Args:
            view: half-open, of the beads that can be seen.
            bead: where the cursor is.
        """
        if (view, bead) != (self._view, self._bead):
            self._view, self._bead = view, bead
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return a line of the widget, `y` from the top."""
        cells = self._cells()
        if y >= len(cells) or self._comparison is None:
            return strip_of([], self.size.width)
        lines = shares(len(self._comparison.fates), self.size.height)[y]
        symbol, style = cells[y]
        here = lines.start <= self._bead < lines.stop
        seen = lines.start < self._view.stop and self._view.start < lines.stop
        # Both signs differ in shape: the one is the cursor, the other what is on the screen.
        sign = ("►" if self.has_focus else "▶") if here else "▐" if seen else " "
        lit = " reverse" if here else ""
        straight = (f"{TO_COLUMN}{self.region.x + 1}G", "")
        line = [straight, (sign, "bold" if here else "dim"), (f"{symbol} ", style + lit)]
        return strip_of(line, WIDTH, behind=self.behind)

    def on_click(self, event: events.Click) -> None:
        """Go where the mouse is."""
        self._go(event.y)

    def on_key(self, event: events.Key) -> None:
        """Walk along the map, from one line with something on it to the next, or leave it."""
        key = key_name(event)
        event.stop()
        event.prevent_default()
        step = {"j": 1, "down": 1, "n": 1, "k": -1, "up": -1, "N": -1}.get(key)
        if step is None:
            self.post_message(Columns.Pressed("escape" if key in {"m", "enter", "escape"} else key))
            return
        cells, lines = self._cells(), shares(len(self._comparison.fates) if self._comparison else 0, self.size.height)
        y = next((y for y, part in enumerate(lines) if part.start <= self._bead < part.stop), 0) + step
        while 0 <= y < len(cells) and cells[y][1] == "dim":
            y += step
        if 0 <= y < len(cells):
            self._go(y)

    def _go(self, y: int) -> None:
        if self._comparison is None:
            return
        lines = shares(len(self._comparison.fates), self.size.height)
        if y < len(lines):
            self.post_message(self.Chosen(self._worth(lines[y])))

    def _worth(self, lines: Span) -> int:
        """Return the bead of a line that made its symbol; its first where it is quiet."""
        assert self._comparison is not None
        wanted = (Fate.DROPPED, Fate.ADDED, Fate.MOVED, Fate.UNCERTAIN)
        fates = self._comparison.fates
        beads = range(lines.start, lines.stop)
        return next((bead for fate in wanted for bead in beads if fates[bead] is fate), lines.start)

    def _cells(self) -> list[Cell]:
        if self._drawn[0] != self.size.height and self._comparison and self._look:
            self._drawn = self.size.height, draw_map(self._comparison, self._look, self.size.height)
        return self._drawn[1]
