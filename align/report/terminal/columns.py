"""Draw rows in two columns with a gutter between them; with numbers and confidence where there is room."""

from collections.abc import Iterator
from dataclasses import dataclass

from rich.text import Text

from align.bitext import Alignment
from align.report.terminal.look import Look
from align.report.terminal.rows import Row, draw_side, number_widths
from align.report.terminal.width import pad, wrap

# What the layout guide asks for: metadata columns from this width on.
WIDTH_FOR_NUMBERS = 120
_GUTTER = 7
_CONFIDENCE = 6


@dataclass(frozen=True, slots=True)
class Columns:
    """Widths in cells; a width of 0 is a column that is not drawn."""

    source_number: int
    target_number: int
    text: int
    confidence: int


def fit_columns(width: int, alignment: Alignment) -> Columns:
    """Return the widths of the columns for lines of `width` cells.

    Args:
        width: of the lines, in cells.
        alignment: whose segment numbers have to fit.
    """
    if width < WIDTH_FOR_NUMBERS:
        return Columns(0, 0, (width - _GUTTER) // 2, 0)
    # One space sets a number apart from its text.
    source, target = (number + 1 for number in number_widths(alignment))
    text = (width - _GUTTER - _CONFIDENCE - source - target) // 2
    return Columns(source, target, text, _CONFIDENCE)


def column_heads(columns: Columns, look: Look, *, source: str, target: str) -> Iterator[Text]:
    """Yield the two lines that name the columns.

    Args:
        columns: their widths.
        look: the symbols.
        source: the head of the source column.
        target: the head of the target column.
    """
    line = Text(style="dim")
    source, target = (pad(wrap(head, columns.text)[0], columns.text) for head in (source, target))
    line.append(" " * columns.source_number + source + " " * _GUTTER + target)
    if columns.confidence:
        line.append(" " * columns.target_number + pad("sure", columns.confidence, right=True))
    line.rstrip()
    yield line
    width = columns.source_number + columns.target_number + 2 * columns.text + _GUTTER + columns.confidence
    yield Text(look.symbols.rule * width, style="dim")


def draw_columns(row: Row, columns: Columns, look: Look) -> Iterator[Text]:
    """Yield the lines of a row.

    Args:
        row: the bead.
        columns: their widths.
        look: the symbols.
    """
    numbered = bool(columns.confidence)
    source = draw_side(row.source, columns.text, hint=numbered)
    target = draw_side(row.target, columns.text, hint=numbered)
    blank = Text(" " * columns.text)
    for place in range(max(len(source), len(target))):
        first = place == 0
        line = Text()
        if numbered:
            line.append(pad(row.source.number if first else "", columns.source_number - 1, right=True) + " ", "dim")
        line.append_text(source[place] if place < len(source) else blank)
        if first:
            # Where no column shows the confidence, the gutter shows that of a row in doubt.
            line.append(row.mark(confidence=not numbered).center(_GUTTER), f"bold {row.style}".strip())
        else:
            line.append(look.symbols.bar.center(_GUTTER), "dim")
        line.append_text(target[place] if place < len(target) else blank)
        if first and numbered:
            line.append(pad(row.target.number, columns.target_number, right=True), "dim")
            line.append(pad(row.confidence, columns.confidence, right=True), row.style if row.doubtful else "dim")
        line.rstrip()
        yield line
