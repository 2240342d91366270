"""How the command ends: every trouble is one line and a code of its own, a bug its traceback and 70.

0, 1        as the sub-command says (of diff: nothing to report, findings)
2           trouble that the user can put right, full disks and closed streams among it
70          a bug (EX_SOFTWARE of sysexits.h): never 1, which means findings
130, 141    interrupted, and the reader of the output has gone: as a shell reports SIGINT and SIGPIPE
"""

import errno
import io
import os
import sys
import traceback
from collections.abc import Callable
from typing import TextIO

import typer

from align.errors import AlignError

TROUBLE, BUG, INTERRUPTED, BROKEN_PIPE = 2, 70, 130, 141
_NO_PATH = frozenset({errno.ENAMETOOLONG, errno.ELOOP})  # of any name that a person gives, wherever it is looked at
_UNWRITABLE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF})


def exit_code(work: Callable[[], int | None]) -> int | None:
    """Do `work`, write out what it printed, and return the exit code: its own, or that of what went wrong.

    None is 0, as it is for `sys.exit`.
    """
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w")  # noqa: SIM115, PTH123 (it stays open to the end)
    if sys.stdout is None:
        return _trouble("expected a standard output to write to, found it closed; send it to a file")
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a terminal in ASCII shows what it cannot as \uXXXX
    code = _ending(work)
    # Now, not when the interpreter ends: there, what cannot be written would be a message of its own and exit code 120.
    return _ending(_flush) or code


def _flush() -> None:
    """Write out what is left."""
    sys.stdout.flush()


def _ending(work: Callable[[], int | None]) -> int | None:
    """Do `work` and return its exit code, or that of what went wrong, which is said on stderr."""
    try:
        return work()
    except AlignError as error:
        return _trouble(str(error))
    except typer.TyperException as error:
        return _trouble(f"{error.format_message()} (see versalign --help)")
    except (KeyboardInterrupt, typer.Abort) as stop:
        # typer aborts for an end of file, too, as if it had asked a question: we ask none.
        return _bug() if isinstance(stop.__cause__, EOFError) else INTERRUPTED
    except MemoryError:
        return _trouble("not enough memory for texts of this length; compare them part by part, or free some")
    except SystemExit as stop:
        return _stopped(stop)
    except OSError as error:
        return _unwritten(error)
    except Exception:
        return _bug()


def _stopped(stop: SystemExit) -> int:
    """Return the exit code that a library asks for; those that print make a broken pipe a 1, which means findings."""
    if isinstance(stop.__context__, BrokenPipeError):
        return _unwritten(stop.__context__)
    return stop.code if isinstance(stop.code, int) else int(stop.code is not None) * TROUBLE


def _unwritten(error: OSError) -> int:
    """Return the exit code of output that nobody reads, or that finds no place; other errors of files are bugs."""
    if error.errno == errno.EPIPE:
        _silence(sys.__stdout__)
        return BROKEN_PIPE
    if error.errno in _NO_PATH:
        return _trouble(f"{error.filename}: expected a path, found: {error.strerror}; check it")
    if error.errno not in _UNWRITABLE or error.filename is not None:
        return _bug()
    _silence(sys.__stdout__)
    return _trouble(f"expected to write to standard output, found: {error.strerror}; send it elsewhere")


def _trouble(message: str) -> int:
    """Say in one line what is wrong."""
    from align.sanitize import sanitize_line

    _say(f"versalign: {sanitize_line(message)}\n")
    return TROUBLE


def _bug() -> int:
    """Show where it happened."""
    from align.sanitize import sanitize

    _say(sanitize(traceback.format_exc()))
    return BUG


def _say(text: str) -> None:
    """Write to stderr; if that fails there is nobody left to tell."""
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:
        _silence(sys.__stderr__)


def _silence(stream: TextIO | None) -> None:
    """Send the rest of a stream nowhere, so that the interpreter can flush it when it ends."""
    if stream is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
