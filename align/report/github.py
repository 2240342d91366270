"""Findings as workflow commands of GitHub Actions: annotations beside the lines of a pull request.

What is in doubt is left out, as an annotation would claim it.
"""

from typing import IO

from align.bitext import Comparison, Severity
from align.report.results import Result, results_of
from align.report.view import USUAL, View
from align.sanitize import sanitize_line

_COMMANDS = {Severity.HIGH: "error", Severity.MEDIUM: "warning", Severity.LOW: "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def write_github(comparison: Comparison, *, file: IO[str], view: View = USUAL) -> None:
    """Write a line for every finding that is sure, whatever the view."""
    for result in results_of(comparison):
        if result.is_sure:
            file.write(f"{_command(result)}\n")


def _command(result: Result) -> str:
    place = result.target
    properties = {
        "file": place.file.replace("\\", "/"),
        "line": str(place.start.line),
        "endLine": str(place.stop.line),
        "col": str(place.start.column),
        "title": f"versalign: {result.kind} ({result.severity})",
    }
    told = ",".join(f"{name}={sanitize_line(value).translate(_PROPERTY)}" for name, value in properties.items())
    known = f" [{result.id}]" if result.id else ""
    return f"::{_COMMANDS[result.severity]} {told}::{f'{result.message}; see {result.source}{known}'.translate(_DATA)}"
