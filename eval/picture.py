"""A picture of the report for the README: what a terminal shows of a sample, as SVG, in light and in dark.

    python -m eval.picture

writes `docs/report.svg` anew. Each run of one style is an element of its own at the place of its cells, so that columns
stay columns in whatever monospaced font a reader has; nothing is loaded from elsewhere.
"""

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from rich.cells import cell_len
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from rich.text import Text

from align import Comparison, compare, read_document
from align.report.terminal.write import write_terminal
from eval.project import need_project

PICTURE = Path("docs/report.svg")
SAMPLE = Path("seeds/ferry/en.txt"), Path("seeds/ferry/fr.txt")
WIDTH = 100  # cells
# The heads of the columns, and of the rows those from the first to the last of these.
_HEADS, _FIRST, _LAST = "source (en)", "12–13 A smaller vessel", "   25 He expects"
_RUN = re.compile(r"\S+(?: \S+)*")  # what stands together: a reader of SVG makes one space of several
_CELL, _LINE, _SIZE, _EDGE = 8.4, 18, 14, 16  # pixels
_STYLES = """
svg { --paper: #ffffff; --ink: #1f2328; --faint: #656d76; --edge: #d0d7de }
@media (prefers-color-scheme: dark) { svg { --paper: #0d1117; --ink: #e6edf3; --faint: #8d96a0; --edge: #30363d } }
rect { fill: var(--paper); stroke: var(--edge) }
text { fill: var(--ink); font: 14px ui-monospace, "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace }
.dim { fill: var(--faint) } .bold { font-weight: bold } .italic { font-style: italic }
.underline { text-decoration: underline }
"""


def report_lines(comparison: Comparison) -> list[Text]:
    """Return the lines of a report as a terminal shows them, with their styles."""
    file = io.StringIO()
    write_terminal(comparison, console=_terminal(file))
    return list(Text.from_ansi(file.getvalue()).split("\n"))


def shown_lines(lines: Sequence[Text]) -> list[Text]:
    """Return the lines that are in the picture: the heads of the columns, and rows with findings of several kinds."""
    heads = next(number for number, line in enumerate(lines) if line.plain.strip().startswith(_HEADS))
    first = next(number for number, line in enumerate(lines) if line.plain.startswith(_FIRST))
    last = next(number for number, line in enumerate(lines) if line.plain.startswith(_LAST))
    return [*lines[heads : heads + 2], *lines[first:last]]


def draw(lines: Sequence[Text]) -> str:
    """Return lines as SVG.

    Args:
        lines: no wider than `WIDTH`.
    """
    width, height = round(WIDTH * _CELL) + 2 * _EDGE, len(lines) * _LINE + 2 * _EDGE
    body = [f'<text y="{y}">{row}</text>' for y, row in _rows(lines)]
    frame = f'<rect x="0.5" y="0.5" width="{width - 1}" height="{height - 1}" rx="6"/>'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">'
    title = "<title>A part of the report of versalign diff on a terminal</title>"
    return "\n".join((head, title, f"<style>{_STYLES}</style>", frame, *body, "</svg>\n"))


def _terminal(file: io.StringIO) -> Console:
    """Return a terminal that has all colours, whatever this command runs in."""
    return Console(
        file=file,
        width=WIDTH,
        color_system="truecolor",
        force_terminal=True,
        markup=False,
        highlight=False,
        emoji=False,
        legacy_windows=False,
    )


def _rows(lines: Sequence[Text]) -> Iterator[tuple[int, str]]:
    """Yield where the base of each line is that is not empty, and its runs."""
    console = _terminal(io.StringIO())
    for number, line in enumerate(lines):
        runs = list(_runs(line.render(console)))
        if runs:
            yield _EDGE + number * _LINE + _SIZE, "".join(runs)


def _runs(segments: Iterable[Segment]) -> Iterator[str]:
    """Yield the runs of a line, each at the place of its first cell and as wide as its cells."""
    cells = 0
    for segment in segments:
        look = _look(segment.style or Style())
        for run in _RUN.finditer(segment.text):
            x = _EDGE + (cells + cell_len(segment.text[: run.start()])) * _CELL
            yield f'<tspan x="{x:.1f}" textLength="{cell_len(run[0]) * _CELL:.1f}"{look}>{escape(run[0])}</tspan>'
        cells += segment.cell_length


def _look(style: Style) -> str:
    """Return the attributes of a style."""
    names = [name for name in ("dim", "bold", "italic", "underline") if getattr(style, name)]
    color = style.color.get_truecolor().hex if style.color and not style.color.is_default else ""
    classes = f' class="{" ".join(names)}"' if names else ""
    return classes + (f' style="fill: {color}"' if color else "")


if __name__ == "__main__":
    need_project("seeds/ferry")
    report = report_lines(compare(*map(read_document, SAMPLE)))
    PICTURE.write_text(draw(shown_lines(report)), encoding="utf-8")
