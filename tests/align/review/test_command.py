"""`versalign review` without a screen: every twin, what it prints, and how it refuses."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from align.cli import main
from align.review import open_project
from tests.running import versalign

ENGLISH = "The bridge is closed. Repairs start on Monday. The mayor said it would take ten weeks. Nobody was hurt."
FRENCH = "Le pont est fermé. Personne n'a été blessé. Le maire a dit que cela prendrait dix semaines."
Call = Callable[..., str]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with two texts and their project."""
    folder = tmp_path_factory.mktemp("review")
    (folder / "a.txt").write_text(ENGLISH, encoding="utf-8")
    (folder / "b.txt").write_text(FRENCH, encoding="utf-8")
    done = versalign("review", folder / "a.txt", folder / "b.txt", "--list")
    assert done.returncode == 0, done.stderr
    assert [line.split("\t")[1:] for line in done.stdout.splitlines()] == [
        ["dropped", "open", "Repairs start on Monday."]
    ]
    return folder


@pytest.fixture
def path(made: Path, tmp_path: Path) -> Path:
    """Return a copy of the project."""
    return Path(shutil.copy(made / "a--b.versalign", tmp_path))


def twin(path: Path, *arguments: str) -> str:
    """Run one twin that has to succeed, and return what it prints."""
    done = versalign("review", path, *arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


def shapes(path: Path) -> list[str]:
    """Return the shapes of the beads of a project."""
    with open_project(path) as opened:
        return [bead.shape for bead in opened.structure.beads]


def test_findings_are_judged_and_listed(path: Path) -> None:
    """Accept, reject, unsure, comment, undo and redo."""
    subject = twin(path, "--list").split("\t")[0]
    twin(path, "--accept", subject)
    assert twin(path, "--list", "--judged").split("\t")[2] == "accepted"
    assert twin(path, "--list", "--open") == ""
    twin(path, "--reject", subject, "--why", "it is there")
    assert twin(path, "--list").split("\t")[2] == "rejected"
    assert "1 findings" in versalign("diff", path).stderr
    twin(path, "--undo")
    assert twin(path, "--list").split("\t")[2] == "accepted"
    twin(path, "--redo")
    twin(path, "--unsure", subject)
    twin(path, "--comment", subject, "ask Ada")
    twin(path, "--note", "half done")
    out = path.with_suffix(".md")
    twin(path, "--export", str(out))
    minutes = out.read_text(encoding="utf-8")
    assert "ask Ada" in minutes
    assert "half done" in minutes


def test_beads_are_corrected(path: Path) -> None:
    """Each correction is there at once, for `align` and `diff`, too."""
    assert shapes(path) == ["1-1", "1-0", "2-2"]
    twin(path, "--split", "2", "1")
    twin(path, "--merge", "0", "next")
    twin(path, "--unlink", "1")
    twin(path, "--link", "2", "2")
    twin(path, "--cut", "target:0", "7")
    with open_project(path) as opened:
        assert opened.alignment.target.segments[0].text == "Le pont"
    twin(path, "--undo")
    with open_project(path) as opened:
        beads = [(bead.source, bead.target) for bead in opened.structure.beads]
    ladder = versalign("align", path).stdout.splitlines()
    assert [line.rsplit(":", 1)[0] for line in ladder] == [
        ":".join(f"[{', '.join(map(str, range(side.start, side.stop)))}]" for side in bead) for bead in beads
    ]
    twin(path, "--role", "source:1", "furniture")
    twin(path, "--lock", "0")
    assert versalign("diff", path, "--plain").returncode == 1
    twin(path, "--realign")
    assert shapes(path)[0] == "2-1"
    out = path.with_suffix(".tsv")
    twin(path, "--export", str(out))
    assert out.read_text(encoding="utf-8").startswith("source_start\t")


@pytest.mark.parametrize(
    "arguments",
    [
        ("--accept", "nothing"),
        ("--reject", "nothing", "--why", "so"),
        ("--reject", "nothing"),
        ("--merge", "7", "next"),
        ("--merge", "2", "next"),
        ("--merge", "0", "sideways"),
        ("--split", "0", "1"),
        ("--split", "2", "x"),
        ("--shift", "2", "first", "down"),
        ("--shift", "0", "first", "up"),
        ("--unlink", "1"),
        ("--cut", "source:0", "half"),
        ("--cut", "source:0", "0"),
        ("--link", "9", "0"),
        ("--export", "out.gz"),
        ("--link", "1-0", "0"),
        ("--role", "1", "body"),
        ("--role", "source:9", "body"),
        ("--role", "source:1", "caption"),
        ("--lock", "2-0"),
        ("--undo",),
        ("--redo",),
        ("--undo", "--redo"),
        ("--why", "alone"),
        ("--open",),
        ("--list", "--open", "--judged"),
        ("--export", "out.xyz"),
        ("--export", "/no/such/folder/out.md"),
        (),
    ],
)
def test_what_is_wrong_is_one_line_and_changes_nothing(
    path: Path, arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 2, and the log as it was."""
    monkeypatch.setattr("sys.argv", ["versalign", "review", str(path), *arguments])
    with pytest.raises(SystemExit, match="2"):
        main()  # here, as 26 processes take a minute
    printed = capsys.readouterr()
    assert printed.out == ""
    assert len(printed.err.splitlines()) == 1, printed.err
    with open_project(path) as opened:
        assert not opened.log


def test_files_that_are_no_project_are_one_line(tmp_path: Path) -> None:
    """A missing file, a text alone, a broken project, standard input, texts of more segments than was said."""
    text = tmp_path / "a.txt"
    text.write_text(ENGLISH, encoding="utf-8")
    broken = tmp_path / "b.versalign"
    broken.write_bytes(b"SQLite format 3\0 and then nothing of the kind" * 30)
    none = tmp_path / "no.versalign"
    calls = [("review", none), ("review", text), ("review", broken), ("review", text, "-"), ("diff", text)]
    calls.append(("review", tmp_path))
    for arguments in (*calls, ("align", broken), ("review", text, text, "--max-segments", "1")):
        done = versalign(*arguments)
        assert (done.returncode, len(done.stderr.splitlines())) == (2, 1), done.stderr
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.txt", "b.versalign"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["review", "folder"], "found a folder; name two files of it"),
        (["review", "numbers.ladder"], "expected an alignment that holds its texts"),
        (["review", "a.txt", "a.txt", "--project", "none/x.versalign"], "name another file with --project"),
        (["diff", "beads.tsv"], "versalign review (which makes one of an alignment)"),
    ],
)
def test_it_is_said_what_to_do_instead(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    """In one line."""
    monkeypatch.chdir(tmp_path)
    Path("folder").mkdir()
    Path("a.txt").write_text(ENGLISH, encoding="utf-8")
    Path("beads.tsv").write_text("source\ttarget\tprobability\nOne.\tUn.\t1\n", encoding="utf-8")
    Path("numbers.ladder").write_text("0\t0\t1\n1\t1\t1\n", encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["versalign", *arguments])
    with pytest.raises(SystemExit, match="2"):
        main()
    told = capsys.readouterr().err
    assert said in told
    assert told.count("\n") == 1


def test_texts_that_have_changed_are_read_again(made: Path, tmp_path: Path) -> None:
    """The decision stays, and a sentence that is new is open."""
    for file in ("a.txt", "b.txt", "a--b.versalign"):
        shutil.copy(made / file, tmp_path)
    path, files = tmp_path / "a--b.versalign", (tmp_path / "a.txt", tmp_path / "b.txt")
    subject = twin(path, "--list").split("\t")[0]
    twin(path, "--accept", subject)
    files[0].write_text(f"A storm came up on Friday night. {ENGLISH}", encoding="utf-8")
    done = versalign("review", *files, "--list")
    assert [line.split("\t")[2] for line in done.stdout.splitlines()] == ["open", "accepted"]
    assert "of 1 decisions and corrections 1 still apply, 0 do not" in done.stderr


def test_an_alignment_made_elsewhere_is_reviewed(path: Path) -> None:
    """An exported alignment is a project again, beside the file."""
    out = path.with_name("other.jsonl")
    twin(path, "--export", str(out))
    assert twin(out, "--list").split("\t")[1:] == ["dropped", "open", "Repairs start on Monday.\n"]
    assert shapes(out.with_suffix(".versalign")) == ["1-1", "1-0", "2-2"]
