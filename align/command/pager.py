"""A pager for long reports on a terminal, as git has it: `PAGER`, or else `less`, which quits where all fits."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import IO

_LESS = {"LESS": "FRX", "LV": "-c"}  # as git: quit if it fits, keep colours, leave the screen as it is


@contextmanager
def paged(*, wanted: bool) -> Iterator[IO[str]]:
    """Give the stream to write a report to: that of a pager where standard output is a terminal, or standard output.

    Who leaves the pager before its end has read enough: that is no error.
    """
    command = pager_command(os.environ) if wanted and sys.stdout.isatty() else ""
    if not command:
        yield sys.stdout
        return
    environment = {**_LESS, **os.environ}
    # The user's own command line, as git takes it: with arguments.
    pager = subprocess.Popen(command, shell=True, stdin=subprocess.PIPE, env=environment, text=True, encoding="utf-8")
    # Ctrl-C is for the pager, as long as it runs.
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    assert pager.stdin is not None
    try:
        yield pager.stdin
        pager.stdin.flush()
    except BrokenPipeError:
        pass
    except SystemExit as stop:  # what rich makes of a broken pipe
        if not isinstance(stop.__context__, BrokenPipeError):
            raise
    finally:
        _close(pager.stdin)
        pager.wait()
        signal.signal(signal.SIGINT, before)


def pager_command(environment: Mapping[str, str]) -> str:
    """Return the command line of the pager; empty where none is wanted, or the one that is wanted is not there.

    >>> pager_command({"PAGER": "cat"}), pager_command({"PAGER": ""}), pager_command({"PAGER": "no-such-pager -d"})
    ('', '', '')
    """
    command = environment.get("PAGER", "less").strip()
    program = command.split(maxsplit=1)[0] if command else ""
    # A word with "=" sets a variable for the program behind it; the shell will know.
    is_there = "=" in program or shutil.which(program) is not None
    return command if program and command != "cat" and is_there else ""


def _close(stream: IO[str]) -> None:
    try:
        stream.close()
    except BrokenPipeError:
        return
