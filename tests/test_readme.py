"""What the README shows is what the command does, and its links and those of other documents lead somewhere."""

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
MOST_LINES = 200
DOCUMENTS = ["README.md", "CONTRIBUTING.md", "eval/notes.md", *sorted(f"docs/{p.name}" for p in ROOT.glob("docs/*.md"))]


def test_the_readme_is_short() -> None:
    """Long tables stand in docs/."""
    assert len(README.splitlines()) <= MOST_LINES


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_of_a_document_lead_somewhere(name: str) -> None:
    """Each relative link names a file that exists, and a heading in it where it names one."""
    path = ROOT / name
    for link in re.findall(r"\]\(([^)\s]+)\)", path.read_text(encoding="utf-8")):
        if "://" in link:
            continue
        file, _, heading = link.partition("#")
        target = path.parent / file if file else path
        assert target.exists(), link
        if heading:
            assert heading in anchors(target), link


def anchors(path: Path) -> set[str]:
    """Return the names of the headings of a Markdown file, as links write them."""
    headings = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


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
