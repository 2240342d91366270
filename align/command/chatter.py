"""Only we speak on standard error: what we log is one safe line, what libraries log or warn of is none.

They repeat what stands in files, escape sequences and all; what matters of it comes back as an error or a warning of
ours.
"""

import logging
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from align.sanitize import sanitize_line

OURS = frozenset({"align", "corpora", "eval", "versalign"})


class _Lines(logging.Handler):
    """Writes each record of ours as a line."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record; nobody is left to tell if that fails."""
        if record.name.split(".")[0] in OURS:
            kind = "versalign: warning: " if record.levelno >= logging.WARNING else ""
            with suppress(OSError, ValueError):
                sys.stderr.write(f"{kind}{sanitize_line(record.getMessage())}\n")


@contextmanager
def own_lines() -> Iterator[None]:
    """Within the block let only our own loggers speak, and no warning of Python unless it was asked for (`-W`)."""
    root = logging.getLogger()
    before, root.handlers = root.handlers, [_Lines()]
    try:
        with warnings.catch_warnings():
            if not sys.warnoptions:
                warnings.simplefilter("ignore")
            yield
    finally:
        root.handlers = before
