"""What the README shows is what the command does, and its links and those of other documents lead somewhere."""

import contextlib
import io
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from rich.text import Text

from align import Comparison, compare, read_document
from align.report.terminal.console import make_console
from align.report.terminal.write import write_terminal
from eval.picture import PICTURE, SAMPLE, draw, report_lines, shown_lines

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
MOST_LINES = 200
_SVG = "{http://www.w3.org/2000/svg}"
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


@pytest.fixture(scope="module")
def ferry() -> Comparison:
    """Return the comparison that the README shows, made in the project's folder."""
    with contextlib.chdir(ROOT):
        return compare(*map(read_document, SAMPLE))


def test_the_block_is_the_beginning_of_the_real_report(ferry: Comparison) -> None:
    """The block between the demo markers stands, line by line, at the beginning of the report."""
    block = re.search(r"<!-- demo -->\n+```text\n(.*?)```\n", README, re.DOTALL)
    assert block is not None
    shown = block[1].splitlines()
    file = io.StringIO()
    write_terminal(ferry, console=make_console(width=100, color="never", file=file))
    real = file.getvalue().splitlines()
    assert len(shown) > 30
    assert [line.rstrip() for line in real[: len(shown)]] == [line.rstrip() for line in shown]


def test_the_picture_is_of_the_real_report(ferry: Comparison) -> None:
    """Its lines are those of today, and whatever the sample says is text in it and no markup.

    `python -m eval.picture` draws it anew.
    """
    root = ElementTree.parse(ROOT / PICTURE).getroot()
    drawn = [["".join(run.itertext()) for run in line] for line in root.iter(f"{_SVG}text")]
    real = [re.findall(r"\S+(?: \S+)*", line.plain) for line in shown_lines(report_lines(ferry))]
    assert [" ".join(line).split() for line in drawn] == [" ".join(line).split() for line in real if line]
    assert {each.tag.removeprefix(_SVG) for each in root.iter()} == {"svg", "title", "style", "rect", "text", "tspan"}
    assert "//" not in "".join(root.itertext())


def test_a_picture_shows_markup_as_text() -> None:
    """Neither a tag nor an entity of a text is one of the picture, and wide letters take two cells."""
    root = ElementTree.fromstring(draw([Text("a <b>&amp;  茶 </text><script>")]))
    runs = list(root.iter(f"{_SVG}tspan"))
    assert [run.text for run in runs] == ["a <b>&amp;", "茶 </text><script>"]
    assert [float(run.attrib["textLength"]) for run in runs] == pytest.approx([10 * 8.4, 18 * 8.4], abs=0.1)
    assert float(runs[1].attrib["x"]) - float(runs[0].attrib["x"]) == pytest.approx(12 * 8.4, abs=0.1)


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
