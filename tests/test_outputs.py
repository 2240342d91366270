"""No command writes over what it reads, by whatever name it is called, and bad places to write to are one line."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from align.cli import main
from align.encoding.static.encoder import EMBEDDED
from corpora.rows import FIELDS
from tests.align.test_cli import ENGLISH, FRENCH

ROOT = Path(__file__).parents[1]
ROW = dict.fromkeys(FIELDS, "Rain.") | {"source_language": "en", "target_language": "fr", "probability": 0.9}


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a folder with something for each command to read, and go there."""
    for name in ("en/a.txt", "a.txt", "selftest.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(ENGLISH.read_bytes())
    for name in ("fr/a.txt", "b.txt", "b.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(FRENCH.read_bytes())
    (tmp_path / "hard.txt").hardlink_to(tmp_path / "a.txt")
    (tmp_path / "link.txt").symlink_to("b.txt")
    (tmp_path / "index.tsv").write_text("source\ttarget\na.txt\tb.txt\n")
    (tmp_path / "x.tsv").write_text("source\ttarget\nRain.\tPluie.\n")
    (tmp_path / "y.jsonl").hardlink_to(tmp_path / "x.tsv")
    (tmp_path / "x.vecalign").write_text("[0]:[0]:1\n")
    for name in ("one.jsonl", "two.jsonl"):
        (tmp_path / name).write_text("Rain.\n")
    for language in ("en", "fr"):
        (tmp_path / f"m.{language}").write_text("Rain.\n")
    (tmp_path / "encoder").mkdir()
    for name in ("table.safetensors", "pieces.model"):
        (tmp_path / "encoder" / name).symlink_to(EMBEDDED / name)
    (tmp_path / "encoder" / "card.json").write_bytes((EMBEDDED / "card.json").read_bytes())
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "pairs.jsonl").write_text(json.dumps(ROW | {"scores": {}}) + "\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    "words",
    [
        "align a.txt b.txt -o a.txt",
        "align a.txt b.txt -o hard.txt",
        "align a.txt b.txt -o en/../b.txt --format tsv",
        "align a.txt link.txt -o b.txt",
        "align a.txt b.txt -o link.txt",
        "align index.tsv -o . --format tsv",
        "align a.txt b.txt --encoder encoder -o encoder/card.json",
        "audit a.txt b.txt --write-baseline hard.txt",
        "audit a.txt b.txt --since en/a.txt --write-baseline en/a.txt",
        "convert x.tsv x.tsv",
        "convert x.tsv y.jsonl",
        "convert x.vecalign one.jsonl --source one.jsonl --target two.jsonl",
        "convert m m.moses --from moses",
        "corpus export corpus -o corpus/pairs.jsonl --format jsonl",
        "corpus sample corpus -o corpus/pairs.jsonl",
        "corpus pair en fr --pair names -o fr/a.txt",
        "review a.txt b.md --export b.md",
        "eval selftest selftest.md b.txt --rounds 1 -o .",
    ],
)
def test_what_is_read_is_not_written_over(
    words: str, place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line, exit code 2, and every file as it was."""
    before = {path: path.read_bytes() for path in place.rglob("*") if path.is_file()}
    monkeypatch.setattr("sys.argv", ["versalign", *words.split()])
    with pytest.raises(SystemExit, match="2"):
        main()
    said = capsys.readouterr().err.splitlines()
    assert "a file that is read" in said[-1]
    assert {path: path.read_bytes() for path in before} == before
    assert not list(place.rglob("*.part"))


@pytest.mark.parametrize(
    "words",
    [
        "align a.txt b.txt -o corpus",
        "align a.txt b.txt -o a.txt/below",
        f"align a.txt b.txt -o {'n' * 256}",
        "align a.txt b.txt -o /dev/full",
        "align en fr -o a.txt",
        "audit a.txt b.txt --write-baseline nowhere/known.json",
        "audit a.txt b.txt --baseline corpus",
        f"diff a.txt b.txt --width {'9' * 5000}",
        "convert x.tsv nowhere/y.jsonl",
        "corpus export corpus -o nowhere/x.tmx",
        "corpus sample corpus -o corpus",
        "corpus pair en fr --pair names -o nowhere/x.tsv",
        "corpus build en fr --pair names -o a.txt",
        "review a.txt b.txt --export nowhere/x.md",
        "eval selftest a.txt b.txt --rounds 1 -o a.txt",
        "eval selftest a.txt b.txt --rounds 1 -o /dev/full/x",
        "eval readme",
        "eval readme corpus",
        "eval score x --gold a.txt",
        "eval score x --gold corpus/pairs.jsonl",
    ],
)
def test_a_bad_place_is_one_line(
    words: str, place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 2, without a traceback."""
    monkeypatch.setattr("sys.argv", ["versalign", *words.split()])
    with pytest.raises(SystemExit, match="2"):
        main()
    said = capsys.readouterr().err.splitlines()
    assert said[-1].startswith("versalign: ")
    assert "Traceback" not in said[0]


def test_what_standard_input_is_redirected_from_is_not_written_over(place: Path) -> None:
    """It is read as well as what is named."""
    command = [sys.executable, "-m", "versalign", "convert", "-", str(place / "x.tsv"), "--from", "tsv"]
    with (place / "x.tsv").open("rb") as stream:
        done = subprocess.run(command, stdin=stream, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 2
    assert "a file that is read" in done.stderr
    assert (place / "x.tsv").read_text() == "source\ttarget\nRain.\tPluie.\n"


@pytest.mark.parametrize("name", ["COLUMNS", "LINES"])
def test_a_terminal_of_a_size_that_is_none(
    name: str, place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A number of five thousand digits is more than Python makes one of."""
    monkeypatch.setenv(name, "9" * 5000)
    monkeypatch.setattr("sys.argv", ["versalign", "diff", "a.txt", "b.txt", "--only", "dropped"])
    with pytest.raises(SystemExit, match="1"):
        main()
    assert capsys.readouterr().err == ""
