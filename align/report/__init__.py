"""One module per output of a Comparison; a report sees nothing else.

The table names the function of each report; its module is imported when the report is asked for.
"""

from collections.abc import Callable
from importlib import import_module

from align.errors import OptionError

REPORTS: dict[str, str] = {
    "terminal": "align.report.terminal.write:write_terminal",
    "plain": "align.report.plain:write_plain",
    "json": "align.report.as_json:write_json",
}


def load_report(name: str) -> Callable[..., None]:
    """Return the function that writes the report of this name.

    Raises:
        OptionError: no report has this name.
    """
    if name not in REPORTS:
        raise OptionError(f"expected a report out of {', '.join(REPORTS)}, found {name!r}")
    module, function = REPORTS[name].split(":")
    report: Callable[..., None] = getattr(import_module(module), function)
    return report
