"""The two columns: one widget that is anchored at an entry and a line of it, and wraps only what is visible.

Positions count in entries and never in lines, so that the first screen of a long document costs no more than that of a
short one; the map of the document stands in place of a scroll bar.
"""

from collections import OrderedDict

from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from align.bitext import Span
from align.review.screen.beads import Drawing, Line
from align.review.screen.canvas import strip_of
from align.review.screen.plan import Plan, plan_all

_KEPT = 400  # drawn entries that are kept, some screens on either side
_CURSOR = "reverse"


class Columns(Widget, can_focus=True):
    """Shows entries from an anchor on; the entry with the cursor is always on the screen."""

    class Pressed(Message):
        """A key was pressed, by the name that `align.review.screen.keys` knows."""

        def __init__(self, key: str) -> None:
            """Remember the key."""
            super().__init__()
            self.key = key

    class Moved(Message):
        """The cursor is on another entry."""

    def __init__(self, drawing: Drawing) -> None:
        """Begin at the first entry."""
        super().__init__(id="columns")
        self._drawing = drawing
        self.plan: Plan = plan_all(0)
        self.place = 0
        self.behind = False
        self._top, self._line = 0, 0
        self._drawn: OrderedDict[Span, list[Line]] = OrderedDict()
        self._seen: list[tuple[int, int]] = []

    @property
    def bead(self) -> int:
        """Return the bead that the cursor is on; of a fold, the first; 0 where nothing is listed."""
        entries = self.plan.entries
        return entries[self.place].start if entries else 0

    @property
    def in_view(self) -> Span:
        """Return the beads that can be seen, half-open."""
        entries = self.plan.entries
        if not self._seen:
            return Span(self.bead, self.bead + bool(entries))
        return Span(entries[self._seen[0][0]].start, entries[self._seen[-1][0]].stop)

    def show(self, drawing: Drawing, plan: Plan, bead: int) -> None:
        """Draw something else from now on; the cursor is on the entry of `bead`.

        Args:
            drawing: how.
            plan: which entries.
            bead: where the cursor is to be.
        """
        is_same, height = drawing.layout == self._drawing.layout, self._offset()
        self._drawing, self.plan = drawing, plan
        self._drawn.clear()
        self.place = plan.place_of(bead)
        self._put(height if is_same else self.size.height // 3)

    def go(self, place: int) -> None:
        """Put the cursor on an entry, the nearest one where there is none of that number."""
        wanted = min(max(place, 0), max(len(self.plan.entries) - 1, 0))
        far = abs(wanted - self._top) > self.size.height
        self.place = wanted
        if far:
            self._put(self.size.height // 3)
        else:
            self._settle()

    def page(self, direction: int) -> None:
        """Move by a screen: down for 1, up for -1."""
        step = max(1, self.size.height - 2)
        if direction > 0:
            self._sink(step)
            seen = self._top if not self._line else self._top + 1
            self.go(max(seen, self.place + 1))
        else:
            self._rise(step)
            self.go(min(self._top, self.place - 1))

    def render_line(self, y: int) -> Strip:
        """Return a line of the widget, `y` from the top."""
        if y == 0:
            self._look()
        width = self.size.width
        if y >= len(self._seen):
            note = "  nothing to show here: Esc ends the search and the filter"
            return strip_of([(note, "dim")] if not self.plan.entries and y == 1 else [], width)
        place, number = self._seen[y]
        line = self._lines(place)[number]
        if place == self.place:
            # The cursor has a sign and a style: the one for whoever sees no colours, the other for all.
            (state, style), *rest = line
            line = [("▌" + state[1:], f"{style} #0077cc".strip()), *_lit(rest, first=number == 0)]
        return strip_of(line, width, behind=self.behind)

    def on_resize(self) -> None:
        """Keep the cursor in sight, at a height that no event on the way to this size has a say in."""
        self._put(self.size.height // 3)

    def on_key(self, event: events.Key) -> None:
        """Hand on a key."""
        event.stop()
        event.prevent_default()
        self.post_message(self.Pressed(key_name(event)))

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse is."""
        if event.y < len(self._seen):
            self.go(self._seen[event.y][0])

    def on_mouse_scroll_down(self) -> None:
        """Move on."""
        self.go(self.place + 1)

    def on_mouse_scroll_up(self) -> None:
        """Move back."""
        self.go(self.place - 1)

    def _lines(self, place: int) -> list[Line]:
        entry = self.plan.entries[place]
        if entry in self._drawn:
            self._drawn.move_to_end(entry)
        else:
            self._drawn[entry] = self._drawing.lines(entry)
            if len(self._drawn) > _KEPT:
                self._drawn.popitem(last=False)
        return self._drawn[entry]

    def _look(self) -> None:
        """Work out which line of which entry stands where."""
        seen: list[tuple[int, int]] = []
        place, line = self._top, self._line
        while place < len(self.plan.entries) and len(seen) < self.size.height:
            seen += [(place, number) for number in range(line, len(self._lines(place)))]
            place, line = place + 1, 0
        self._seen = seen[: self.size.height]

    def _put(self, height: int) -> None:
        """Scroll so that the entry with the cursor begins that many lines below the top, if so many go before it."""
        self._top, self._line = self.place, 0
        self._rise(height)
        self._settle()

    def _settle(self) -> None:
        """Scroll as little as shows the whole entry with the cursor, or its first lines where it is larger."""
        if not self.size.height:
            return
        if self.plan.entries:
            if (self.place, 0) < (self._top, self._line):
                self._top, self._line = self.place, 0
            size = min(len(self._lines(self.place)), self.size.height)
            while self._offset() + size > self.size.height:
                self._sink(self._offset() + size - self.size.height)
        self._look()
        self.refresh()
        self.post_message(self.Moved())

    def _offset(self) -> int:
        """Return how many lines below the top the entry with the cursor begins; not counted far beyond the screen."""
        lines = -self._line
        for place in range(self._top, min(self.place, len(self.plan.entries))):
            lines += len(self._lines(place))
            if lines > 3 * self.size.height:
                break
        return max(lines, 0)

    def _sink(self, lines: int) -> None:
        """Move the top of the screen down the text."""
        last = len(self.plan.entries) - 1
        while lines > 0 and self._top <= last:
            here = len(self._lines(self._top)) - self._line
            if here > lines:
                self._line += lines
                return
            if self._top == last:
                return
            self._top, self._line, lines = self._top + 1, 0, lines - here

    def _rise(self, lines: int) -> None:
        """Move the top of the screen up the text."""
        while lines > 0 and (self._top or self._line):
            if self._line >= lines:
                self._line -= lines
                return
            lines -= self._line
            self._line = 0
            if self._top:
                self._top -= 1
                self._line = len(self._lines(self._top))


def key_name(event: events.Key) -> str:
    """Return the name of a key: its character, or what it is called."""
    if event.character and event.is_printable:
        return "space" if event.character == " " else event.character
    return event.key


def _lit(line: Line, *, first: bool) -> Line:
    """Return a line of the entry with the cursor: its numbers and symbols stand out."""
    if not first:
        return line
    return [
        (text, f"{style.replace('dim', '')} {_CURSOR}".strip()) if style.startswith("bold") else (text, style)
        for text, style in line
    ]
