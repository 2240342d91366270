"""Another process reads and aligns before the screen opens; what goes wrong there is told, and leaves nothing."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from align.command.apart import call_apart
from align.errors import InputError, OptionError
from tests.align.test_showing import on_terminal

ENGLISH = "The bridge is closed. Repairs start on Monday. The mayor said it would take ten weeks. Nobody was hurt."
FRENCH = "Le pont est fermé. Personne n'a été blessé. Le maire a dit que cela prendrait dix semaines."


def ended() -> None:
    """Be killed, as by the system when memory is short."""
    os.kill(os.getpid(), signal.SIGKILL)


def raising(error: Exception) -> None:
    """Raise it."""
    raise error


def interrupted(path: Path) -> None:
    """Interrupt the process that waits, and go on for much longer than anybody waits."""
    path.write_text(str(os.getpid()), encoding="utf-8")
    os.kill(os.getppid(), signal.SIGINT)
    time.sleep(600)


def test_what_is_returned_and_raised_comes_back() -> None:
    """Values, errors for a person as they were, and bugs with the place where they happened."""
    assert call_apart(divmod, 7, 2) == (3, 1)
    with pytest.raises(OptionError, match=r"^expected one, found two$"):
        call_apart(raising, OptionError("expected one, found two"))
    with pytest.raises(InputError, match=r"their process was ended \(-9\)"):
        call_apart(ended)
    with pytest.raises(KeyError) as bug:
        call_apart(raising, KeyError("k"))
    assert "in raising" in bug.value.__notes__[0]


def test_an_interrupted_call_leaves_no_process(tmp_path: Path) -> None:
    """It is killed at once."""
    with pytest.raises(KeyboardInterrupt):
        call_apart(interrupted, tmp_path / "number")
    number = int((tmp_path / "number").read_text(encoding="utf-8"))
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)


@pytest.mark.skipif(sys.platform != "linux", reason="terminals of other systems end otherwise")
def test_on_a_terminal_nothing_is_made_of_texts_that_cannot_be_read(tmp_path: Path) -> None:
    """One line from the process that reads, exit code 2, no file; and no aligner is loaded beside the screen."""
    (tmp_path / "a.txt").write_text("  ", encoding="utf-8")
    (tmp_path / "b.txt").write_text(FRENCH, encoding="utf-8")
    shown, code = on_terminal("review", tmp_path / "a.txt", tmp_path / "b.txt", pager="cat")
    assert code == 2
    assert "a.txt: expected" in shown
    assert "Traceback" not in shown
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.txt", "b.txt"]


def test_no_aligner_is_loaded_beside_the_screen(tmp_path: Path) -> None:
    """What is large stays in the other process: making a project, and finding that its texts are what they were."""
    for name, text in (("a.txt", ENGLISH), ("b.txt", FRENCH)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    script = """
import sys
from functools import partial
from pathlib import Path
from align.command.apart import call_apart
from align.command.pairs import read_pair
from align.command.reviewing import open_review
from align.limits import USUAL_LIMITS
read = partial(read_pair, languages=("", ""), encoding="", segmented=False, keep_furniture=False, limits=USUAL_LIMITS)
for _ in range(2):
    with open_review(Path("a.txt"), Path("b.txt"), None, read=read, realign=False, call=call_apart) as opened:
        print(len(opened.structure.beads), "numba" in sys.modules, "numpy" in sys.modules)
"""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert done.stdout.splitlines() == ["3 False False"] * 2, done.stderr
