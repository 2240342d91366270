"""The project file: nothing acknowledged is lost, two may have it open, and what is no project is refused."""

import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import pytest

from align.bitext import Element, Meta, Span, Structure
from align.errors import InputError, OptionError
from align.ledger import check_beads, check_moves
from align.review import State, make_project, open_project
from align.review.store import Store
from tests.align.review.projects import act_at_random, alignment, project

ROOT = Path(__file__).parents[3]
SHAPES = [(1, 1), (2, 1), (1, 0), (1, 2), (0, 1), (1, 1), (3, 3), (1, 1), (0, 1), (1, 1)]
NOBODY = 65534
_JOB = """
import random, sys
from pathlib import Path
from align.errors import AlignError
from align.review import open_project
from tests.align.review.projects import act_at_random
chance = random.Random(int(sys.argv[2]))
opened = open_project(Path(sys.argv[1]))
print("ready", flush=True)
while len(opened.log) < 200:
    try:
        number = act_at_random(opened, chance)
    except AlignError:
        continue
    print(number, opened.log[-1].kind.value, flush=True)
"""


@pytest.mark.parametrize("seed", range(10))
def test_a_killed_review_loses_nothing_that_was_acknowledged(tmp_path: Path, seed: int) -> None:
    """200 actions by chance, killed at a moment by chance: each one told of is in the log, and the ledger balances."""
    path = tmp_path / "p.versalign"
    project(path, SHAPES).close()
    with subprocess.Popen(
        [sys.executable, "-c", _JOB, str(path), str(seed)], stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as job:
        assert job.stdout is not None
        assert job.stdout.readline() == "ready\n"
        chance = random.Random(seed)
        first = [job.stdout.readline() for _ in range(chance.randrange(150))]
        time.sleep(chance.uniform(0, 0.005))
        job.kill()
        told = [line.split() for line in (*first, *job.stdout.read().splitlines(keepends=True)) if line.endswith("\n")]
    with open_project(path) as opened:
        assert [[str(entry.number), entry.kind.value] for entry in opened.log][: len(told)] == told
        assert len(opened.log) <= len(told) + 1
        structure, made = opened.structure, opened.structure.base.alignment
        check_beads(structure.beads, len(made.source.segments), len(made.target.segments))
        check_moves(structure.moves, structure.beads)
        opened.note("goes on")


def test_what_is_read_back_is_what_was_put_in(tmp_path: Path) -> None:
    """Beads, moves, what is told of a text, its structure, an address with a lone surrogate, to the last bit."""
    plain = alignment(SHAPES)
    elements = (
        Element(Structure.HEADING, Span(0, 12), "2"),
        Element(Structure.LINK, Span(40, 40), "https://a.example/\ud800"),
    )
    meta = Meta(title="Letters", warnings=("a guess",), verbatim=True, segmented=True)
    made = replace(
        plain,
        source=replace(plain.source, structure=elements, meta=meta),
        target=replace(plain.target, structure=()),
    )
    with make_project(tmp_path / "p.versalign", made) as opened:
        assert opened.structure.alignment() == made
    with open_project(tmp_path / "p.versalign") as opened:
        assert opened.structure.alignment() == made


def test_two_may_have_a_project_open(tmp_path: Path) -> None:
    """Decisions of both are kept; a correction of beads that the other has changed is refused once."""
    path = tmp_path / "p.versalign"
    with project(path, SHAPES) as one, open_project(path) as other:
        one.accept(one.bead_ids[0])
        other.reject(other.bead_ids[1], "no")
        one.merge(4, "next")
        with pytest.raises(OptionError, match="another has changed"):
            other.merge(5, "next")
        assert other.structure.beads == one.structure.beads
        other.merge(5, "previous")
        with pytest.raises(OptionError, match="another has changed"):
            one.undo()
        assert one.judgement(one.bead_ids[0]).state is State.ACCEPTED
        assert one.judgement(one.bead_ids[1]).state is State.REJECTED
        assert [entry.number for entry in one.log] == [entry.number for entry in other.log] == [1, 2, 3, 4]


def test_the_log_is_only_added_to(tmp_path: Path) -> None:
    """Not even another program changes an entry by mistake."""
    with project(tmp_path / "p.versalign", SHAPES) as opened:
        opened.note("as it was")
    with sqlite3.connect(tmp_path / "p.versalign") as db, pytest.raises(sqlite3.IntegrityError, match="only added to"):
        db.execute("UPDATE action SET why = 'as it was not'")
    db.close()


@pytest.mark.parametrize("journal", [False, True], ids=["closed", "killed"])
def test_a_read_only_project_is_shown_and_not_changed(tmp_path: Path, journal: bool) -> None:
    """On a disk that cannot be written to it opens for reading and says so, with what a killed program has left."""
    path = tmp_path / "p.versalign"
    opened = project(path, SHAPES)
    opened.note("here")
    if not journal:
        opened.close()
    script = (
        "import os, sys; from pathlib import Path; import align.comparison; from align.errors import InputError\n"
        "from align.review import open_project\n"
        f"if os.geteuid() == 0: os.setuid({NOBODY})\n"
        "p = open_project(Path(sys.argv[1])); print(p.read_only, p.log[0].why)\n"
        "try: p.note('more')\n"
        "except InputError as error: print(error)\n"
    )
    with tempfile.TemporaryDirectory() as name:  # the folder of the test is closed to other users
        folder = Path(name)
        for file in (path, path.with_name(f"{path.name}-wal")):
            if file.exists():
                shutil.copy(file, folder)
                (folder / file.name).chmod(0o444)
        folder.chmod(0o555)
        done = subprocess.run(
            [sys.executable, "-c", script, str(folder / path.name)],
            capture_output=True, text=True, cwd=ROOT, check=False, timeout=60,
        )  # fmt: skip
        folder.chmod(0o755)
    assert done.stdout.splitlines()[:1] == ["True here"], done.stderr
    assert "read-only" in done.stdout.splitlines()[1]


def test_what_is_no_project_is_refused_in_a_line(tmp_path: Path) -> None:
    """Another file, another database, a newer version, an empty one, none."""
    path = tmp_path / "p.versalign"
    with pytest.raises(InputError, match="no such file"):
        open_project(path)
    path.write_text("hello")
    with pytest.raises(InputError, match="another file"):
        open_project(path)
    path.unlink()
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE recipe (name)")
    db.close()
    with pytest.raises(InputError, match="another SQLite file"):
        open_project(path)
    path.unlink()
    Store(path, create=True).close()
    with pytest.raises(InputError, match="found it empty"):
        open_project(path)
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    with pytest.raises(InputError, match="needs a newer versalign"):
        open_project(path)


def test_a_project_is_not_made_over_another(tmp_path: Path) -> None:
    """Who made it first keeps it."""
    with project(tmp_path / "p.versalign", SHAPES), pytest.raises(InputError, match="expected no project"):
        project(tmp_path / "p.versalign", SHAPES)


def test_random_actions_can_be_played_again(tmp_path: Path) -> None:
    """A project opened again is the one that was closed."""
    chance = random.Random(7)
    with project(tmp_path / "p.versalign", SHAPES) as opened:
        while len(opened.log) < 100:
            try:
                act_at_random(opened, chance)
            except OptionError:
                continue
        kept = opened.structure.beads, opened.structure.moves, opened.done
    with open_project(tmp_path / "p.versalign") as again:
        assert (again.structure.beads, again.structure.moves, again.done) == kept
