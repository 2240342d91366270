"""The reports of a comparison as texts, without colours, for the tests of the reports."""

import io

from rich.text import Text

from align.audit import audit
from align.bitext import Comparison
from align.report.as_json import write_json
from align.report.audit_text import audit_lines, explain_lines
from align.report.plain import write_plain
from align.report.terminal.console import make_console
from align.report.terminal.look import UNICODE, Look
from align.report.terminal.write import write_terminal
from align.report.view import View

LOOK = Look(UNICODE, "utf-8")


def terminal(
    comparison: Comparison,
    width: int = 100,
    *,
    only: frozenset[str] | None = None,
    context: int | None = 1,
    ascii_only: bool = False,
) -> str:
    """Return the terminal report as text without colours."""
    file = io.StringIO()
    console = make_console(width=width, color="never", file=file)
    write_terminal(comparison, console=console, view=View(only=only, context=context), ascii_only=ascii_only)
    return file.getvalue()


def plain(comparison: Comparison, *, context: int | None = 1) -> str:
    """Return the plain report as text."""
    file = io.StringIO()
    write_plain(comparison, file=file, view=View(context=context))
    return file.getvalue()


def as_json(comparison: Comparison) -> str:
    """Return the JSON report as text."""
    file = io.StringIO()
    write_json(comparison, file=file)
    return file.getvalue()


def audited(comparison: Comparison, width: int) -> str:
    """Return what an audit tells, as text."""
    lines = audit_lines(audit(comparison), LOOK, width, [("Checked", "sentences"), ("Unchecked", "negations")])
    return "".join(f"{line.plain.rstrip()}\n" for line in lines)


def explained(comparison: Comparison, width: int) -> str:
    """Return what is told of each finding, as text."""
    found = (line for it in comparison.findings for line in [*explain_lines(it, comparison, LOOK, width), Text()])
    return "".join(f"{line.plain.rstrip()}\n" for line in found)


def rows_of(report: str) -> str:
    """Return the part of a terminal report below its legend, and above its details."""
    return report.split("Legend", 1)[1].split("\n\n", 1)[1].split("\nCounts", 1)[0]
