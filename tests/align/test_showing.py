"""How the report is shown: a pager on a terminal, rows that are asked for, the summary alone, widths."""

import os
import pty
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.align.test_cli import ENGLISH, FRENCH
from tests.running import COMMAND, versalign


def on_terminal(*arguments: str | Path, pager: str, rows: int = 30, columns: int = 72) -> tuple[str, int]:
    """Run the command on a terminal of its own; return what it showed there, and its exit code."""
    import fcntl
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    environment = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "NO_COLOR"}}
    process = subprocess.Popen(
        [*COMMAND, *map(str, arguments)],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**environment, "PAGER": pager, "TERM": "xterm"},
        close_fds=True,
    )
    os.close(theirs)
    shown = b"".join(_all_of(ours))
    os.close(ours)
    return shown.decode("utf-8").replace("\r\n", "\n"), process.wait(timeout=60)


def _all_of(terminal: int) -> Iterator[bytes]:
    while True:
        try:
            piece = os.read(terminal, 65536)
        except OSError:  # on Linux the end of a terminal is an error
            return
        if not piece:
            return
        yield piece


@pytest.mark.skipif(sys.platform != "linux", reason="terminals of other systems end otherwise")
def test_on_a_terminal_the_report_goes_through_the_pager() -> None:
    """With the width of the terminal and its colours; the exit code is that of the comparison, not of the pager."""
    shown, code = on_terminal(ENGLISH, FRENCH, pager="sed 's/^/> /'; false")
    lines = [line for line in shown.splitlines() if line.startswith("> ")]
    assert code == 1
    assert any("13 of 33 sentences are missing" in line for line in lines)
    assert "\x1b[" in shown
    assert "> S = source (en)" in shown.replace("\x1b[2m", "").replace("\x1b[0m", "")


@pytest.mark.skipif(sys.platform != "linux", reason="terminals of other systems end otherwise")
@pytest.mark.parametrize(
    ("pager", "arguments"), [("head -n 2 >/dev/null", ()), ("sed 's/^/> /'", ("--no-pager",)), ("", ())]
)
def test_who_wants_no_pager_or_leaves_it_has_no_trouble(pager: str, arguments: tuple[str, ...]) -> None:
    """As git has it: an empty PAGER is none."""
    shown, code = on_terminal(ENGLISH, FRENCH, *arguments, pager=pager)
    assert code == 1
    assert "> " not in shown
    assert "Traceback" not in shown
    assert ("13 of 33 sentences" in shown) == (not pager.startswith("head"))


def test_several_only_add_up_and_have_context() -> None:
    """Kinds of findings can be asked for beside fates; -U shows what stands around them."""
    one = versalign(ENGLISH, FRENCH, "--only", "dropped", "--plain").stdout
    two = versalign(ENGLISH, FRENCH, "--only", "dropped", "--only", "line-dropped,merged", "--plain").stdout
    assert "Merged" not in one
    assert "Merged" in two
    assert "is missing in the target" in two.split("In short")[1].split("Gravest")[-1] or "Remark" in two
    around = versalign(ENGLISH, FRENCH, "--only", "merged", "-U", "1", "--plain").stdout
    rows = [line.split(",")[0] for line in around.splitlines() if ", probability" in line]
    assert "Merged" in rows
    assert len(rows) > rows.count("Merged")


def test_stat_shows_no_rows() -> None:
    """What differs as a whole, in every report for people."""
    for report in ("terminal", "plain"):
        shown = versalign(ENGLISH, FRENCH, "--stat", "--report", report).stdout
        assert "13 of 33 sentences are missing" in shown
        assert "(dropped)" not in shown
        assert "probability" not in shown
        assert len(shown.splitlines()) < 30


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--width", "foo"], "expected --width with a whole number from 40 on, found 'foo'"),
        (["--width", "12"], "expected --width with a whole number from 40 on, found '12'"),
        (["-U", "-1"], "expected --context with a whole number from 0 on, found '-1'"),
        (["--max-size", "1e3"], "expected --max-size with a whole number from 1 on, found '1e3'"),
        (["--only", "droped"], "did you mean 'dropped'?"),
    ],
)
def test_a_wrong_number_or_name_is_told_in_one_line(arguments: list[str], message: str) -> None:
    """In our own words, and before anything is read."""
    done = versalign("diff", "nowhere.txt", "nothing.txt", *arguments)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert message in done.stderr


def test_help_of_only_lists_everything_that_can_be_asked_for() -> None:
    """Fates, kinds and checks."""
    shown = "".join(versalign("diff", "--help", env={"COLUMNS": "200"}).stdout.split())
    assert all(
        f"{name}," in shown or f"{name}." in shown for name in ("aside", "replaced(inside)", "link", "structure")
    )
