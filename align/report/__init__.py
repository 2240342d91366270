"""One module per output of a Comparison; a report sees nothing else.

The table names the function of each report; its module is imported when the report is asked for.
"""

from typing import IO, Protocol

from align.bitext import Comparison
from align.plugins import load_member
from align.report.view import View

REPORTS: dict[str, str] = {
    "terminal": "align.report.terminal.write:write_report",
    "plain": "align.report.plain:write_plain",
    "json": "align.report.as_json:write_json",
    "sarif": "align.report.sarif:write_sarif",
    "github": "align.report.github:write_github",
}


class Report(Protocol):
    """Writes a comparison for a person or a machine."""

    def __call__(self, comparison: Comparison, *, file: IO[str], view: View = ...) -> None:
        """Write the report; no text from outside drives a terminal.

        Args:
            comparison: what to report.
            file: that is open for writing text, and stays open.
            view: what of it to show, as far as it makes sense for this report.
        """
        ...


def load_report(name: str) -> Report:
    """Return the function that writes the report of this name.

    Raises:
        OptionError: no report has this name.
    """
    report: Report = load_member(REPORTS, name, kind="report")
    return report
