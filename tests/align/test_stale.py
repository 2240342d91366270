"""What a translation has not followed: with the old source in a file, or at the commit that its front matter names."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from align.command.commits import named_commit
from tests.running import Done, versalign

OLD = """# Boats

The ferry carries **64 cars** across the bay. It leaves [every hour](https://x.example) from the old pier.

The crossing takes forty minutes. Dogs travel free of charge on every deck.

Tickets are sold at the kiosk near the lighthouse. Children under six do not pay anything.

The captain has worked here for thirty years. She knows every rock in the bay.
"""
NEW = (
    OLD.replace("Dogs travel free of charge on every deck.", "Dogs pay half the price on weekends.")
    .replace(" Children under six do not pay anything.", "")
    .replace("in the bay.\n", "in the bay. A new boat will replace the ferry in two years.\n")
    .replace("The crossing takes forty minutes.", "The crossing takes forty minutes!")
)
BEHIND = """# Bateaux

Le ferry transporte **64 voitures** à travers la baie. Il part [toutes les heures](https://x.example) du vieux quai.

La traversée dure quarante minutes. Les chiens voyagent gratuitement sur tous les ponts.

Les billets sont vendus au kiosque près du phare. Les enfants de moins de six ans ne paient rien.

La capitaine travaille ici depuis trente ans. Elle connaît chaque rocher de la baie.
"""
FOLLOWED = (
    BEHIND.replace("Les chiens voyagent gratuitement sur tous les ponts.", "Les chiens paient demi-tarif le week-end.")
    .replace(" Les enfants de moins de six ans ne paient rien.", "")
    .replace("de la baie.\n", "de la baie. Un nouveau bateau remplacera le ferry dans deux ans.\n")
)


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """Write an old source, the new one, and two translations."""
    for name, text in (("old", OLD), ("new", NEW), ("behind", BEHIND), ("followed", FOLLOWED)):
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    return tmp_path


def stale(done: Done) -> dict[int, str]:
    """Return the messages of what is stale by the line in the target."""
    findings = json.loads(done.stdout)["runs"][0]["results"]
    places = (it["locations"][0]["physicalLocation"]["region"]["startLine"] for it in findings)
    return {line: it["message"]["text"] for line, it in zip(places, findings, strict=True) if it["ruleId"] == "stale"}


def test_only_what_the_translation_has_not_followed_is_told(files: Path) -> None:
    """What was changed, dropped or is new; another mark at the end of a sentence is nothing to translate."""
    done = versalign("audit", files / "new.md", files / "behind.md", "--since", files / "old.md", "--format", "sarif")
    assert done.returncode == 1
    found = stale(done)
    assert sorted(found) == [5, 7, 9]
    assert "said here before: Dogs travel free of charge" in found[5]
    assert "has dropped this sentence" in found[7]
    assert "this is new in the source" in found[9]


def test_a_translation_that_has_followed_has_nothing_stale(files: Path) -> None:
    """Nor has one of a source that has not changed, whatever else it lacks."""
    done = versalign("audit", files / "new.md", files / "followed.md", "--since", files / "old.md")
    assert done.returncode == 0
    assert "out of date" not in done.stdout
    done = versalign("audit", files / "old.md", files / "followed.md", "--since", files / "old.md")
    assert done.returncode == 0


def test_a_missing_old_source_is_trouble(files: Path) -> None:
    """Told in one line."""
    done = versalign("audit", files / "new.md", files / "behind.md", "--since", files / "none.md")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)


@pytest.mark.parametrize(
    ("head", "commit"),
    [
        ("---\nsource_commit: abcdef1\n---\n", "abcdef1"),
        ('---\ntitle: x\nsourceCommit: "0123456789abcdef"\n---\n', "0123456789abcdef"),
        ("---\nl10n:\n  sourceCommit: abcdef1234\n---\n", "abcdef1234"),
        ("---\nl10n.sourceCommit: abcdef1234\n---\n", "abcdef1234"),
        ('+++\nsource_commit = "abcdef1"\n+++\n', "abcdef1"),
        ("---\nsource_commit: --output=x\n---\n", ""),
        ("source_commit: abcdef1\n\n", ""),
    ],
)
def test_front_matter_names_the_commit_of_the_source(head: str, commit: str, tmp_path: Path) -> None:
    """In the ways that sites write it; what is no commit, or no front matter, names none."""
    path = tmp_path / "x.md"
    path.write_text(f"{head}\n# Bateaux\n", encoding="utf-8")
    assert named_commit(path) == commit


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_the_commit_that_front_matter_names_is_held_against_it(files: Path) -> None:
    """In a checkout; one that is not there is said, and all is compared."""

    def git(*arguments: str) -> str:
        who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
        done = subprocess.run(["git", "-C", str(files), *who, *arguments], check=True, capture_output=True, text=True)
        return done.stdout.strip()

    page, translation = files / "boats.md", files / "bateaux.md"
    page.write_text(OLD, encoding="utf-8")
    git("init", "-q")
    git("add", "boats.md")
    git("commit", "-q", "-m", "One")
    commit = git("rev-parse", "HEAD")
    page.write_text(NEW, encoding="utf-8")
    translation.write_text(f"---\nl10n:\n  sourceCommit: {commit}\n---\n{BEHIND}", encoding="utf-8")
    assert sorted(stale(versalign("audit", page, translation, "--format", "sarif"))) == [9, 11, 13]
    translation.write_text(f"---\nl10n:\n  sourceCommit: {'0' * 40}\n---\n{BEHIND}", encoding="utf-8")
    done = versalign("audit", page, translation, "--format", "sarif")
    assert not stale(done)
    assert "git has no commit 000000000000 of it here" in done.stderr
