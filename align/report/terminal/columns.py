"""Draw rows in two columns with a gutter between them; with confidence where there is room."""

from collections.abc import Iterator
from dataclasses import dataclass

from rich.text import Text

from align.bitext import Alignment
from align.report.terminal.look import Look
from align.report.terminal.rows import Row, draw_side, number_widths
from align.report.terminal.width import pad, wrap

# What the layout guide asks for: the column of confidence from this width on. Numbers stand at every width.
WIDTH_FOR_CONFIDENCE = 120
_GUTTER = 7
_CONFIDENCE = 6


@dataclass(frozen=True, slots=True)
class Columns:
    """Widths in cells; a confidence of 0 is a column that is not drawn."""

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
    confidence = _CONFIDENCE if width >= WIDTH_FOR_CONFIDENCE else 0
    # One space sets a number apart from its text.
    source, target = (number + 1 for number in number_widths(alignment))
    text = (width - _GUTTER - confidence - source - target) // 2
    return Columns(source, target, text, confidence)


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
    confident = bool(columns.confidence)
    source = draw_side(row.source, columns.text, hint=confident)
    target = draw_side(row.target, columns.text, hint=confident)
    blank = Text(" " * columns.text)
    for place in range(max(len(source), len(target))):
        first = place == 0
        line = Text()
        line.append(pad(row.source.number if first else "", columns.source_number - 1, right=True) + " ", "dim")
        line.append_text(source[place] if place < len(source) else blank)
        if first:
            # Where no column shows the confidence, the gutter shows that of a row in doubt.
            line.append(row.mark(confidence=not confident).center(_GUTTER), f"bold {row.style}".strip())
        else:
            line.append(look.symbols.bar.center(_GUTTER), "dim")
        line.append_text(target[place] if place < len(target) else blank)
        if first:
            line.append(pad(row.target.number, columns.target_number, right=True), "dim")
        if first and confident:
            line.append(pad(row.confidence, columns.confidence, right=True), row.style if row.doubtful else "dim")
        line.rstrip()
        yield line
