"""Draw beads: side by side with a gutter between them, or stacked with labels where the terminal is narrow.

A line is a list of pieces, each a text with its style in the words of rich; it is exactly as wide as the layout says.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from rich.cells import cell_len

from align.bitext import Comparison, Document, Span
from align.report.terminal.look import Look
from align.report.terminal.marked import Shown, show_marked, styled_lines
from align.report.terminal.plan import Entry
from align.report.terminal.rows import Row, Rows, Side
from align.report.terminal.stacked import LEAST_FOR_COLUMNS
from align.report.terminal.width import pad, wrap
from align.review.screen.cells import wrap_for_all

Piece = tuple[str, str]
Line = list[Piece]
GUTTER = 7  # a symbol and a confidence: "−?34%"
STATE = 3  # the cursor, what was decided, and a space
_INDENT = 3
_MARKED = "bold underline"
TO_COLUMN = "\x1b["  # begins a piece that takes no cell: it puts the cursor of the terminal into a column


@dataclass(frozen=True, slots=True)
class Layout:
    """Widths in cells; `text` is that of one column."""

    width: int
    stacked: bool
    source_number: int
    target_number: int
    text: int


def fit_layout(width: int, numbers: tuple[int, int], *, terminal: int) -> Layout:
    """Return the layout for lines of `width` cells.

    Args:
        width: of the lines.
        numbers: cells of the widest segment number of the source and of the target.
        terminal: cells of the whole terminal, which decide between columns and stack.
    """
    source, target = numbers
    if terminal < LEAST_FOR_COLUMNS:
        number = max(source, target, 1)
        return Layout(width, True, number, number, max(8, width - STATE - 6 - 2 - number - 1 - _INDENT))
    text = (width - STATE - (source + 1) - (target + 1) - GUTTER) // 2
    return Layout(width, False, source, target, text)


class Drawing:
    """Draws the entries of a plan; one for each comparison and layout."""

    def __init__(self, comparison: Comparison, layout: Layout, look: Look, state: Callable[[int], str]) -> None:
        """Remember what is the same for all entries.

        Args:
            comparison: whose beads are drawn.
            layout: the widths.
            look: the symbols.
            state: gives the symbol of what was decided on a bead, one cell or nothing.
        """
        self.layout = layout
        self._comparison, self._look, self._state = comparison, look, state
        self._rows = Rows(comparison, look)
        self._marks: dict[int, tuple[list[Span], list[Span]]] = {}
        for finding in comparison.findings:
            source, target = self._marks.setdefault(finding.bead, ([], []))
            source.append(finding.source)
            target.append(finding.target)

    def lines(self, entry: Span) -> list[Line]:
        """Return the lines of an entry, without a cursor."""
        if len(entry) > 1:
            return [self._fold(entry)]
        row = self._rows.row(Entry(entry, folded=False))
        bead = self._comparison.alignment.beads[entry.start]
        source, target = self._marks.get(entry.start, ([], []))
        alignment, state = self._comparison.alignment, self._state(entry.start)
        sides = (
            self._side(alignment.source, bead.source, row.source, source),
            self._side(alignment.target, bead.target, row.target, target),
        )
        draw = self._stacked if self.layout.stacked else self._beside
        return list(draw(row, sides, state))

    def _fold(self, entry: Span) -> Line:
        room = self.layout.width - STATE
        text = self._rows.fold(Entry(entry, folded=True))
        line = (wrap(text, room) or [""])[0]
        return [(" " * STATE, ""), (pad(line, room), "dim")]

    def _beside(self, row: Row, sides: tuple[list[Line], list[Line]], state: str) -> Iterator[Line]:
        layout = self.layout
        bar = self._look.symbols.bar
        for number, (source, target) in enumerate(zip_longest(*sides)):
            first = number == 0
            mark = _mark(row) if first else bar
            left = [
                (f" {state or ' '} " if first else "   ", "bold"),
                *_numbered(row.source, first, layout.source_number),
            ]
            left += source or [(" " * layout.text, "")]
            column = STATE + layout.source_number + 1 + layout.text
            yield [
                *left,
                *self._straight(source, column),
                (mark.center(GUTTER), f"bold {row.style}".strip() if first else "dim"),
                *_numbered(row.target, first, layout.target_number),
                *(target or [(" " * layout.text, "")]),
                (" " * (layout.width - column - GUTTER - layout.target_number - 1 - layout.text), ""),
                *self._straight(target, layout.width),
            ]

    def _stacked(self, row: Row, sides: tuple[list[Line], list[Line]], state: str) -> Iterator[Line]:
        layout = self.layout
        mark = _mark(row)
        for label, side, lines, indent in zip("ST", (row.source, row.target), sides, (0, _INDENT), strict=True):
            for first, line in zip((True, *[False] * len(lines)), lines, strict=False):
                filling = _INDENT - indent
                yield [
                    (f" {state or ' '} " if mark else "   ", "bold"),
                    (mark.ljust(6), f"bold {row.style}".strip()),
                    (" " * indent, ""),
                    (f"{label if first else ' '} ", "dim"),
                    *_numbered(side, first, layout.source_number),
                    *line,
                    (" " * filling, ""),
                    *self._straight(line, layout.width),
                ]
                mark = ""

    def _side(self, document: Document, span: Span, side: Side, marks: list[Span]) -> list[Line]:
        """Return the lines of one side, each as wide as a column."""
        width = self.layout.text
        if not span:
            return _note(side, width) if side.note else [[(" " * width, "")]] * (not self.layout.stacked)
        chars = document.chars_over(span)
        inside = (mark for mark in marks if mark and mark.start < chars.stop and chars.start < mark.stop)
        here = [
            Span(max(mark.start, chars.start) - chars.start, min(mark.stop, chars.stop) - chars.start)
            for mark in inside
        ]
        shown = show_marked(document.text[chars.start : chars.stop], here, self._look)
        role = side.text.partition("] ")[0] + "] " if side.style == "dim" and side.text.startswith("[") else ""
        shown = Shown(role + shown.text, tuple(Span(m.start + len(role), m.stop + len(role)) for m in shown.marked))
        return list(_drawn(shown, side, width))

    def _straight(self, line: Line | None, column: int) -> Line:
        """Return what puts the terminal's cursor into a column, where it may count the cells of a line otherwise."""
        if not line or all(len(text) == cell_len(text) and text.isascii() for text, _ in line):
            return []
        return [(f"{TO_COLUMN}{column + 1}G", "")]


def _mark(row: Row) -> str:
    """Return the symbol of a row with its confidence: a question mark stands before one in doubt."""
    return row.symbol.strip("?") + row.confidence or row.symbol


def _numbered(side: Side, first: bool, width: int) -> Line:
    return [((side.number if first else "").rjust(width) + " ", "dim")]


def _note(side: Side, width: int) -> list[Line]:
    lines = wrap(side.note, width)
    return [[(pad(line, width), f"italic {side.style}".strip())] for line in lines]


def _drawn(shown: Shown, side: Side, width: int) -> Iterator[Line]:
    lines = wrap_for_all(shown.text, width)
    pieces = styled_lines(shown, lines) if shown.marked else ([(line, False)] for line in lines)
    for line, parts in zip(lines, pieces, strict=True):
        filling = (" " * (width - cell_len(line)), "")
        drawn = [(text, f"{side.style} {_MARKED}".strip() if marked else side.style) for text, marked in parts]
        yield [filling, *drawn] if side.from_right else [*drawn, filling]
