"""Where a report is printed: how wide, and with colour or without."""

import io
import os
import stat
import sys
from collections.abc import Mapping
from dataclasses import replace
from typing import IO, Literal

from rich.console import Console

from align.report.view import Color, View

NARROWEST, WIDEST = 60, 200
WIDTH_WHEN_PIPED = 80
_DIGITS = 5  # of a width that is one


def make_console(*, width: int | None = None, color: Color = "auto", file: IO[str] | None = None) -> Console:
    """Return a console that prints text as it is: no markup, no highlighting, no emoji names.

    Args:
        width: cells in a line; without it that of COLUMNS, of the terminal, or 80. Kept between 60 and 200.
        color: `auto` follows NO_COLOR, FORCE_COLOR, TERM and whether `file` is a terminal.
        file: standard output when not given.
    """
    file = file or sys.stdout
    terminal = file.isatty()
    wanted = width or _columns(os.environ) or _terminal_width(file) or WIDTH_WHEN_PIPED
    colored = _is_colored(color, os.environ, terminal=terminal)
    # NO_COLOR speaks of colour only: bold and dim stay on a terminal that knows them.
    plain_styles = color == "auto" and terminal and not _is_dumb(os.environ)
    system: Literal["auto", "standard"] = "standard" if _is_dumb(os.environ) else "auto"
    return Console(
        file=file,
        width=min(max(wanted, NARROWEST), WIDEST),
        color_system=system if colored or plain_styles else None,
        no_color=not colored,
        force_terminal=colored or plain_styles,
        markup=False,
        highlight=False,
        emoji=False,
        legacy_windows=False,
    )


def as_on_terminal(view: View) -> View:
    """Return a view with the width and the colours that standard output has, for a pager that it goes through."""
    console = make_console(width=view.width, color=view.color)
    return replace(view, width=console.width, color="never" if console.no_color else "always")


def _columns(environment: Mapping[str, str]) -> int:
    columns = environment.get("COLUMNS", "")
    return int(columns) if columns.isdecimal() and len(columns) <= _DIGITS else 0


def _terminal_width(file: IO[str]) -> int:
    """Return the width of the terminal that a stream goes to, straight or through a pipe into a pager; 0 for others."""
    try:
        if file.isatty():
            return os.get_terminal_size(file.fileno()).columns
        # Where a pipe leads nobody knows; that messages go to a terminal tells that somebody sits before it.
        piped = stat.S_ISFIFO(os.fstat(file.fileno()).st_mode)
        return os.get_terminal_size(sys.stderr.fileno()).columns if piped and sys.stderr.isatty() else 0
    except (OSError, ValueError, io.UnsupportedOperation):
        return 0


def _is_dumb(environment: Mapping[str, str]) -> bool:
    return environment.get("TERM", "").lower() in {"dumb", "unknown"}


def _is_colored(color: Color, environment: Mapping[str, str], *, terminal: bool) -> bool:
    if color != "auto":
        return color == "always"
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return True
    return terminal and not _is_dumb(environment)
