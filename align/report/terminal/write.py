"""The report for a terminal: what differs in a few lines, rows side by side, details, and the few lines again.

Everything printed is a `rich.text.Text` made of sanitised text and laid out here, line by line, to the width of the
console; rich only turns styles into colours. Documents that are no versions of one text get no rows unless asked for.
"""

from collections.abc import Callable, Iterator
from typing import IO

from rich.console import Console
from rich.text import Text

from align.bitext import Comparison, Document, Fate
from align.report.terminal.columns import column_heads, draw_columns, fit_columns
from align.report.terminal.console import make_console
from align.report.terminal.head import digest_lines, head_lines, labelled, legend_lines
from align.report.terminal.look import STYLES, Look, look_for
from align.report.terminal.plan import plan
from align.report.terminal.rows import Row, Rows, number_widths
from align.report.terminal.stacked import LEAST_FOR_COLUMNS, draw_stacked, stacked_head
from align.report.terminal.width import wrap
from align.report.view import USUAL, View
from align.report.wording import Remark, fate_counts, findings_in_words, outside_in_words, remarks

_REMARK = 6  # cells before a remark: an indent, its mark and a space
_DrawRow = Callable[[Row], Iterator[Text]]


def write_report(comparison: Comparison, *, file: IO[str], view: View = USUAL) -> None:
    """Write the report to a stream, as wide and colourful as it and the view allow."""
    write_terminal(comparison, console=make_console(width=view.width, color=view.color, file=file), view=view)


def write_terminal(comparison: Comparison, *, console: Console, view: View = USUAL, ascii_only: bool = False) -> None:
    """Print the report.

    Args:
        comparison: what to report.
        console: where to, best one of `make_console`; its width decides the layout.
        view: what to show of the beads.
        ascii_only: draw with ASCII symbols even where the console could write others.
    """
    look = look_for(console, ascii_only=ascii_only)
    for lines in _blocks(comparison, look, console.width, view):
        # The lines are laid out already; a soft wrap keeps rich from breaking them a second time.
        console.print(Text("\n").join(lines), soft_wrap=True)


def _blocks(comparison: Comparison, look: Look, width: int, view: View) -> Iterator[list[Text]]:
    in_short = list(digest_lines(comparison, look, width))
    yield [*in_short, Text()]
    yield list(head_lines(comparison, look, width))
    if view.summary:
        return
    yield [Text()]
    if comparison.are_versions or view.only is not None:
        yield [*legend_lines(comparison, look, width), Text()]
        yield from _row_blocks(comparison, look, width, view)
        yield [Text()]
    yield [*_detail_lines(comparison, look, width), Text()]
    yield in_short


def _row_blocks(comparison: Comparison, look: Look, width: int, view: View) -> Iterator[list[Text]]:
    rows = Rows(comparison, look)
    heads, draw = _layout(comparison, look, width)
    yield from ([line] for line in heads)
    said = remarks(comparison)
    paragraphs: dict[int, int] = {}
    for entry in plan(comparison, only=view.only, context=view.context, around=view.around):
        if entry.folded:
            yield [_fold_line(line, width) for line in _wrapped_fold(rows.fold(entry), width)]
            paragraphs = {}
            continue
        row = rows.row(entry)
        begins = {side: paragraph for side, paragraph in enumerate(row.paragraphs) if paragraph is not None}
        apart = any(paragraphs.get(side, paragraph) != paragraph for side, paragraph in begins.items())
        remark_lines = _remark_lines(said.get(entry.beads.start, []), look, width)
        yield [*([Text()] if apart else []), *draw(row), *remark_lines]
        paragraphs |= begins


def _remark_lines(said: list[Remark], look: Look, width: int) -> Iterator[Text]:
    """Yield the lines of what is said of a row, below it."""
    for remark in said:
        mark, style = ("!", "bold") if remark.is_sure else ("?", f"bold {STYLES[Fate.UNCERTAIN]}")
        for line in wrap(look.text(remark.text), width - _REMARK):
            yield Text.assemble((mark.rjust(_REMARK - 1) + " ", style), (line, "italic"))
            mark = ""


def _wrapped_fold(words: str, width: int) -> list[str]:
    """Return the lines of a fold; the sign at its end stays with the last word, since alone it says nothing."""
    told, _, sign = words.rpartition(" ")
    return [line.replace("\u00a0", " ") for line in wrap(f"{told}\u00a0{sign}", width)]


def _fold_line(line: str, width: int) -> Text:
    return Text(line if width < LEAST_FOR_COLUMNS else line.center(width).rstrip(), "dim")


def _layout(comparison: Comparison, look: Look, width: int) -> tuple[Iterator[Text], _DrawRow]:
    alignment = comparison.alignment
    source, target = (
        f"{side} ({look.text(document.language)})"
        for side, document in zip(("source", "target"), (alignment.source, alignment.target), strict=True)
    )
    if width < LEAST_FOR_COLUMNS:
        number = max(number_widths(alignment))
        head = stacked_head(source=source, target=target)
        return iter((head,)), lambda row: draw_stacked(row, width, number)
    columns = fit_columns(width, alignment)
    return column_heads(columns, look, source=source, target=target), lambda row: draw_columns(row, columns, look)


def _detail_lines(comparison: Comparison, look: Look, width: int) -> Iterator[Text]:
    """Yield what only some want to know: counts, lines beside the article, how it was found, how the command ends."""
    alignment = comparison.alignment
    details = [
        ("Counts", fate_counts(comparison) and f"rows: {fate_counts(comparison)}"),
        ("Outside", _outside("source", alignment.source)),
        ("", _outside("target", alignment.target)),
        ("Signature", look.text(alignment.signature)),
        ("Findings", findings_in_words(comparison)),
    ]
    for label, text in details:
        yield from labelled(label, text, width, "dim")


def _outside(side: str, document: Document) -> str:
    words = outside_in_words(document)
    return f"not article text in the {side}: {words}" if words else ""
