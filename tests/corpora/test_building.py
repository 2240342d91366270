"""Building a corpus: the same bytes however it came about, and one bad file never stops it."""

import json
import os
import re
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from align.errors import InputError, OptionError
from corpora.building import Engine, build, build_corpus
from corpora.find import find_documents
from corpora.lock import locked
from corpora.recipe import Recipe, read_recipe
from corpora.rows import FIELDS, read_rows
from tests.corpora.articles import write_articles
from tests.killing import killed

COMMAND = [sys.executable, "-m", "versalign", "corpus", "build"]


def recipe(folder: Path, output: Path) -> Recipe:
    """Return a recipe that pairs by names."""
    return Recipe(inputs=(folder,), output=output, pair="names")


def contents(folder: Path) -> dict[str, str]:
    """Return the checksum of every file below a folder, hidden ones among them."""
    return {
        str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with articles in two languages."""
    return write_articles(tmp_path_factory.mktemp("articles"), count=8)


@pytest.fixture(scope="module")
def whole(articles: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a corpus that was built without interruption."""
    output = tmp_path_factory.mktemp("corpus") / "out"
    build_corpus(recipe(articles, output))
    return output


def test_a_corpus_has_its_files_and_fields(whole: Path) -> None:
    """The rows have the fields that are promised, in order, and the card counts them."""
    rows = list(read_rows(whole / "pairs.jsonl"))
    card = json.loads((whole / "card.json").read_text(encoding="utf-8"))
    assert all(tuple(row) == FIELDS for row in rows)
    assert card["rows"]["kept"] == len(rows) > 10
    assert card["rows"]["rejected"] == len(list(read_rows(whole / "rejected.jsonl")))
    assert card["splits"]["leaks"] == 0
    for name, digest in card["sha256"].items():
        assert sha256((whole / name).read_bytes()).hexdigest() == digest
    assert {"card.md", "card.html", "quarantine.jsonl", "shards", "splits"} <= {path.name for path in whole.iterdir()}


def test_repeated_pairs_are_rejected_with_their_reason(whole: Path) -> None:
    """A sentence without the name of the place is in every article, and in the corpus once."""
    rejected = list(read_rows(whole / "rejected.jsonl"))
    reasons = {reason for row in rejected for reason in row["reasons"]}
    assert "duplicate" in reasons <= {"duplicate", "near-duplicate"}
    assert len({row["id"] for row in rejected}) == len(rejected)


def test_two_processes_give_the_same_bytes(articles: Path, whole: Path, tmp_path: Path) -> None:
    """And so does another place."""
    build_corpus(recipe(articles, tmp_path / "out"), Engine(jobs=2))
    assert contents(tmp_path / "out") == contents(whole)


def test_ray_gives_the_same_bytes(articles: Path, whole: Path, tmp_path: Path) -> None:
    """Two actors do what one process does."""
    pytest.importorskip("ray", reason="Ray is not installed")
    script = (
        "import sys, pathlib\n"
        "from corpora.building import Engine, build_corpus\n"
        "from corpora.recipe import Recipe\n"
        "recipe = Recipe(inputs=(pathlib.Path(sys.argv[1]),), output=pathlib.Path(sys.argv[2]), pair='names')\n"
        "build_corpus(recipe, Engine(jobs=2, executor='ray'))\n"
    )
    arguments = [sys.executable, "-c", script, str(articles), str(tmp_path / "out")]
    done = subprocess.run(arguments, check=False, capture_output=True, text=True, timeout=180)
    if "expected Ray to start" in done.stderr:
        pytest.skip(f"Ray cannot start here: {done.stderr[-300:]}")
    assert done.returncode == 0, done.stderr
    assert contents(tmp_path / "out") == contents(whole)


def test_a_killed_run_goes_on_to_the_same_bytes(articles: Path, whole: Path, tmp_path: Path) -> None:
    """Killed at ten moments of its life, each run going on where the one before was, then run to its end."""
    output = tmp_path / "out"
    command = [*COMMAND, str(articles), "-o", str(output), "--pair", "names", "--quiet"]
    for _ in killed(command, times=10, seed=1, first=0.2, last=1.4):
        pass
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert contents(output) == contents(whole)


@pytest.mark.parametrize("moment", [2, 9])
def test_a_run_that_dies_at_any_write_goes_on_to_the_same_bytes(
    articles: Path, whole: Path, tmp_path: Path, moment: int
) -> None:
    """Its process ends, without any clearing up, just before the n-th file takes its place."""
    output = tmp_path / "out"
    script = (
        "import os, pathlib, sys\n"
        "from corpora.building import build_corpus\n"
        "from corpora.recipe import Recipe\n"
        "old, left = pathlib.Path.replace, [int(sys.argv[3])]\n"
        "def dying(self, target):\n"
        "    left[0] -= 1\n"
        "    if left[0] < 0: os._exit(9)\n"
        "    return old(self, target)\n"
        "pathlib.Path.replace = dying\n"
        "build_corpus(Recipe(inputs=(pathlib.Path(sys.argv[1]),), output=pathlib.Path(sys.argv[2]), pair='names'))\n"
    )
    arguments = [sys.executable, "-c", script, str(articles), str(output), str(moment)]
    assert subprocess.run(arguments, check=False, timeout=120).returncode == 9
    build_corpus(recipe(articles, output))
    assert contents(output) == contents(whole)


def test_a_changed_limit_aligns_nothing_anew(articles: Path, tmp_path: Path) -> None:
    """The shards stay as they are, and the rows change."""
    output = tmp_path / "out"
    build_corpus(recipe(articles, output))
    before = {path: path.stat().st_mtime_ns for path in (output / "shards").iterdir()}
    (tmp_path / "r.toml").write_text("[filters.shortest]\nat_least = 85\n", encoding="utf-8")
    card = build_corpus(read_recipe(tmp_path / "r.toml", inputs=(articles,), output=output, pair="names")).card
    assert {path: path.stat().st_mtime_ns for path in (output / "shards").iterdir()} == before
    assert card["reasons"]["shortest"] > 0


def test_a_damaged_file_is_quarantined(tmp_path: Path) -> None:
    """The others are used, the reason is told, and the exit code is 2."""
    folder = write_articles(tmp_path / "in")
    (folder / "en" / "Girvan.txt").write_bytes(b"")
    (folder / "fr" / "Girvan.txt").write_text("Le port est ouvert.", encoding="utf-8")
    done = subprocess.run(
        [*COMMAND, str(folder), "-o", str(tmp_path / "out"), "--pair", "names"],
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 2
    assert "1 documents could not be used" in done.stderr
    assert "1 documents without partner" in done.stderr
    documents = json.loads((tmp_path / "out" / "card.json").read_text(encoding="utf-8"))["documents"]
    assert documents["quarantined"] == documents["unpaired"] == 1
    assert documents["paired"] == 2 * documents["pairs"] == 2 * len(list((folder / "en").iterdir())) - 2
    lines = (tmp_path / "out" / "quarantine.jsonl").read_text(encoding="utf-8").splitlines()
    told = [json.loads(line) for line in lines]
    assert [trouble["document"] for trouble in told] == ["en/Girvan.txt"]
    assert "empty file" in told[0]["reason"]
    assert list(read_rows(tmp_path / "out" / "pairs.jsonl"))


def test_what_is_no_file_is_no_document(articles: Path, tmp_path: Path) -> None:
    """A pipe from which nothing comes would hold up the run for ever."""
    (tmp_path / "in").mkdir()
    os.mkfifo(tmp_path / "in" / "pipe.en.txt")
    (tmp_path / "in" / "lost.en.txt").symlink_to("nowhere.txt")
    with pytest.raises(InputError, match="found none"):
        build_corpus(recipe(tmp_path / "in", tmp_path / "out"))
    with pytest.raises(OptionError, match="a folder of its own for the corpus"):
        recipe(tmp_path / "in", tmp_path / "in" / ".." / "in")


def test_a_document_alone_is_an_empty_corpus(tmp_path: Path) -> None:
    """With all its files and a card."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.en.txt").write_text("The harbour of the town was closed on Monday.", encoding="utf-8")
    card = build_corpus(recipe(tmp_path / "in", tmp_path / "out")).card
    assert card["rows"] == {"in": 0, "kept": 0, "rejected": 0}
    assert card["documents"]["unpaired"] == 1
    assert list(read_rows(tmp_path / "out" / "pairs.jsonl")) == []


@pytest.mark.parametrize("name", ["jsonl", "npy", "done"])
@pytest.mark.parametrize("content", [b"", b"[]", b'{"rows": 1, "troubles": 3}', None])
def test_a_damaged_shard_is_done_anew(whole: Path, articles: Path, tmp_path: Path, name: str, content: bytes) -> None:
    """Whatever was done to a file of it."""
    output = tmp_path / "out"
    shutil.copytree(whole, output)
    path = next((output / "shards").glob(f"*.{name}"))
    path.unlink() if content is None else path.write_bytes(content)
    build_corpus(recipe(articles, output))
    assert contents(output) == contents(whole)


def test_a_full_disk_is_told_in_one_line(articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As what it is, with the folder."""

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(InputError, match="shards: expected a folder to write to, found: No space left on device"):
        build_corpus(recipe(articles, tmp_path / "out"))


def test_two_runs_in_one_folder_refuse_each_other(articles: Path, tmp_path: Path) -> None:
    """The second one says who is there."""
    (tmp_path / "out").mkdir()
    with locked(tmp_path / "out"), pytest.raises(InputError, match=f"process {os.getpid()} on"):
        build_corpus(recipe(articles, tmp_path / "out"))


def test_a_dry_run_writes_nothing(articles: Path, tmp_path: Path) -> None:
    """It tells what each filter would remove, and what it alone would."""
    card = build_corpus(recipe(articles, tmp_path / "out"), dry_run=True).card
    assert not (tmp_path / "out").exists()
    assert {"marks", "alone", "suggested"} <= set(card["filters"]["length-ratio"])


def test_build_yields_rows(articles: Path, whole: Path, tmp_path: Path) -> None:
    """They are those of the file."""
    assert list(build(recipe(articles, tmp_path / "out"))) == list(read_rows(whole / "pairs.jsonl"))


def test_overlap_with_a_test_set_is_removed(articles: Path, tmp_path: Path) -> None:
    """Whatever its case and punctuation."""
    text = "A TEMPORARY pier is to be built beside the lighthouse, before the summer begins"
    (tmp_path / "test.txt").write_text(text, encoding="utf-8")
    made = Recipe(inputs=(articles,), output=tmp_path / "out", pair="names", overlap=(tmp_path / "test.txt",))
    card = build_corpus(made).card
    assert card["reasons"]["overlap"] > 1
    assert not any("temporary pier" in row["source"] for row in read_rows(tmp_path / "out" / "pairs.jsonl"))


def test_the_card_in_the_documentation_is_that_of_the_run(tmp_path: Path) -> None:
    """It has the same lines for the same numbers; these depend on the weights, and tests of those tell them."""
    root = Path(__file__).parents[2]
    shown = re.search(
        r"```markdown\n(# Parallel corpus.*?)```", (root / "docs" / "corpus.md").read_text(encoding="utf-8"), re.S
    )
    build_corpus(Recipe(inputs=(root / "seeds",), output=tmp_path / "out", languages=("en", "fr")))
    real = (tmp_path / "out" / "card.md").read_text(encoding="utf-8")
    number = re.compile(r"\b[0-9a-f]{8,64}\b|\d[\d.,]*")
    assert shown is not None
    assert number.sub("#", shown[1]) == number.sub("#", real)


def test_only_article_text_is_in_a_corpus(tmp_path: Path) -> None:
    """Headings and code that correspond are aligned, and are in no pair."""
    code = "```python\nharbour = open_gate(depth=7)\nharbour.close()\n```"
    for path in sorted(write_articles(tmp_path / "in", count=2).rglob("*.txt")):
        first, others = path.read_text(encoding="utf-8").split(". ", 1)
        title = {"en": "Harbour works", "fr": "Travaux du port"}[path.parent.name]
        path.with_suffix(".md").write_text("\n\n".join([f"## {title}", f"{first}.", code, others]), encoding="utf-8")
        path.unlink()
    build_corpus(recipe(tmp_path / "in", tmp_path / "out"))
    rows = [row for name in ("pairs", "rejected") for row in read_rows(tmp_path / "out" / f"{name}.jsonl")]
    texts = [row[side] for row in rows for side in ("source", "target")]
    assert len(texts) > 10
    assert not [text for text in texts if "open_gate" in text or text in {"Harbour works", "Travaux du port"}]
    card = json.loads((tmp_path / "out" / "card.json").read_text(encoding="utf-8"))
    assert card["beads"]["aside"] >= 4


def test_links_are_followed_within_an_input_alone(tmp_path: Path) -> None:
    """A link to another document of the input is that document, one that leads out is none."""
    home, other = write_articles(tmp_path / "in", count=2), write_articles(tmp_path / "out", count=1)
    (home / "en" / "again.txt").symlink_to(home / "en" / "Brixham.txt")
    (home / "en" / "away.txt").symlink_to(other / "en" / "Alnmouth.txt")
    (tmp_path / "link").symlink_to(home)
    for place in (home, tmp_path / "link"):
        found = find_documents([place])
        assert sorted({each.path.resolve() for each in found}) == sorted(path for path in home.rglob("[AB]*.txt"))
        assert len(found) == 4
