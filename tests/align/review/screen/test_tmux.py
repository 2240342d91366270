"""The real program in a real terminal: keys are sent to it in tmux, and what tmux shows is held against golden files.

After a change of the screen that is meant: `VERSALIGN_GOLDEN=write pytest tests/align/review/screen/test_tmux.py`.
"""

import os
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[4]
GOLDEN = Path(__file__).parent / "golden"
PATIENCE = 30.0
pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")


class Terminal:
    """One window of a tmux server of its own."""

    def __init__(self, folder: Path) -> None:
        """Name the socket."""
        self._socket = str(folder / "tmux")

    def tmux(self, *arguments: str) -> str:
        """Run a command of tmux and return what it says."""
        command = ["tmux", "-u", "-S", self._socket, "-f", os.devnull, *arguments]
        done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8", timeout=PATIENCE)
        return done.stdout

    def start(self, article: str, folder: Path, width: int, height: int) -> None:
        """Start the program in a window of that size."""
        program = shlex.join([sys.executable, "-m", "tests.align.review.screen.program", article, str(folder)])
        setting = f"cd {shlex.quote(str(ROOT))}; unset COLUMNS LINES NO_COLOR; PYTHONPATH=. LC_ALL=C.UTF-8"
        command = f"{setting} {program}; echo left; sleep 60"
        self.tmux("new-session", "-d", "-x", str(width), "-y", str(height), command)

    def frame(self) -> str:
        """Return what the window shows."""
        return "\n".join(line.rstrip() for line in self.tmux("capture-pane", "-p").rstrip("\n").splitlines()) + "\n"

    def wait_for(self, *wanted: str) -> str:
        """Return the first frame in which all of this stands."""
        until, frame = time.monotonic() + PATIENCE, ""
        while time.monotonic() < until:
            frame = self.frame()
            if all(text in frame for text in wanted):
                return frame
            time.sleep(0.05)
        raise AssertionError(f"expected {wanted} on the screen, found:\n{frame}")

    def wait_for_golden(self, name: str, last: str) -> None:
        """Wait until the window shows what a golden file says; the reasons for a bead come a little later."""
        golden = GOLDEN / f"{name}.txt"
        if os.environ.get("VERSALIGN_GOLDEN") == "write":
            time.sleep(2)
            golden.write_text(self.wait_for(last), encoding="utf-8")
        expected = golden.read_text(encoding="utf-8")
        until = time.monotonic() + PATIENCE
        while (frame := self.frame()) != expected:
            assert time.monotonic() < until, f"expected {name}.txt, found:\n{frame}"
            time.sleep(0.05)


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    """Return a terminal, which is closed after the test."""
    opened = Terminal(tmp_path)
    yield opened
    opened.tmux("kill-server")


SESSIONS: list[tuple[str, Sequence[str], str]] = [
    ("zh", ["j", "j", "j", "a"], "1 judged"),
    ("ar", ["n"], "Bead      2 of"),
    ("fr", ["n", "r", "it is there", "Enter", "M"], "merged with the next"),
]

DIALOGS = {"r": "why?", "Enter": "1 judged"}


@pytest.mark.parametrize(("article", "keys", "last"), SESSIONS, ids=[article for article, *_ in SESSIONS])
def test_the_program_shows_what_it_showed(
    terminal: Terminal, tmp_path: Path, article: str, keys: Sequence[str], last: str
) -> None:
    """Frame for frame, in a small window and when that has become a large one; and it leaves at q."""
    terminal.start(article, tmp_path, 80, 24)
    terminal.wait_for("Why")
    for key in keys:
        terminal.tmux("send-keys", key)
        if key in DIALOGS:  # before it opens or closes, what is typed is for another one
            terminal.wait_for(DIALOGS[key])
    terminal.wait_for_golden(f"{article}-80x24", last)
    terminal.tmux("resize-window", "-x", "140", "-y", "40")
    terminal.wait_for_golden(f"{article}-140x40", last)
    terminal.tmux("send-keys", "q")
    terminal.wait_for("left")
