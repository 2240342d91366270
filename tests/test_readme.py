"""What the README shows is what the command does."""

import io
import re
import subprocess
import sys
from pathlib import Path

import pytest

from align import compare, read_document
from align.report.terminal.console import make_console
from align.report.terminal.write import write_terminal

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_picture_is_the_beginning_of_the_real_report(monkeypatch: pytest.MonkeyPatch) -> None:
    """The block between the demo markers stands, line by line, at the beginning of the report."""
    block = re.search(r"<!-- demo -->\n+```text\n(.*?)```\n", README, re.DOTALL)
    assert block is not None
    shown = block[1].splitlines()
    file = io.StringIO()
    monkeypatch.chdir(ROOT)
    documents = [read_document(Path(path)) for path in ("seeds/ferry/en.txt", "seeds/ferry/fr.txt")]
    write_terminal(compare(*documents), console=make_console(width=100, color="never", file=file))
    real = file.getvalue().splitlines()
    assert len(shown) > 30
    assert [line.rstrip() for line in real[: len(shown)]] == [line.rstrip() for line in shown]


def test_ci_runs_the_second_command() -> None:
    """`.ci/run` calls what the README tells a newcomer to call."""
    command = re.search(r"^    (python3 -m venv .*pytest)$", README, re.MULTILINE)
    assert command is not None
    assert command[1] in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


def test_every_command_of_the_table_exists() -> None:
    """Each `versalign …` of the README is a command with these options."""
    for command in sorted(set(re.findall(r"`versalign ((?:corpus |eval )?\w+)", README))):
        done = subprocess.run(
            [sys.executable, "-c", "from align.cli import main; main()", *command.split(), "--help"],
            capture_output=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, command
