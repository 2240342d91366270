"""What is told at once of corrected beads, and what the checks, in a process of their own, tell later."""

import io
import pickle
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from align.bitext import Alignment, Bead, Comparison, Fate, Span
from align.comparison import comparison_of
from align.review import make_project
from align.review.checking import Checked, Checker, checks, serve
from align.review.cosines import cosines
from align.review.project import Project
from tests.align.review.projects import document

SOURCE = [
    "The council met on Monday in the old town hall.",
    "It spent 350 crowns on a new roof for the school.",
    "Nobody spoke against it.",
    "The school has 42 pupils this year.",
    "The mayor thanked everybody who had come.",
]
TARGET = [
    "Le conseil s'est réuni lundi dans l'ancienne mairie.",
    "Il a dépensé 530 couronnes pour un nouveau toit de l'école.",
    "L'école compte 24 élèves cette année.",
    "Le maire a remercié tous ceux qui étaient venus.",
]


def roof() -> Alignment:
    """Return an alignment in which a sentence was dropped and two numbers were changed."""
    shapes = [(1, 1), (1, 1), (1, 0), (1, 1), (1, 1)]
    beads, i, j = [], 0, 0
    for n, m in shapes:
        beads.append(Bead(Span(i, i + n), Span(j, j + m), 2.5, 0.95))
        i, j = i + n, j + m
    return Alignment(document("a", "en", SOURCE), document("b", "fr", TARGET), tuple(beads), "made for a test")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Return a project that has drafts."""
    with make_project(tmp_path / "roof.versalign", roof()) as opened:
        opened.draft()
        yield opened


def kinds(comparison: Comparison) -> list[tuple[str, int]]:
    """Return the kind and the bead of all findings."""
    return [(finding.kind, finding.bead) for finding in comparison.findings]


def finish(project: Project) -> None:
    """Hand a project what all checks say of it as it stands."""
    whole = comparison_of(project.structure.alignment())
    assert project.complete(project.entry, whole.verdict, whole.findings)


def test_beads_as_wholes_are_told_at_once(project: Project) -> None:
    """What is inside of them comes with the checks."""
    assert project.comparison.fates.count(Fate.DROPPED) == 1
    assert kinds(project.comparison) == [("dropped", 2)]
    assert project.is_draft
    finish(project)
    assert kinds(project.comparison) == [("number", 1), ("dropped", 2), ("number", 3)]
    assert not project.is_draft


def test_after_a_correction_all_is_kept_that_is_known_of_the_other_beads(project: Project) -> None:
    """With their new numbers and their old ids; of the new bead more is known when the checks have looked at it."""
    finish(project)
    ids = {finding.kind + str(finding.bead): finding.id for finding in project.findings}
    project.merge(1, "next")
    assert project.comparison.fates[1] is Fate.MERGED
    assert kinds(project.comparison) == [("number", 2)]
    assert project.findings[0].id == ids["number3"]
    assert project.is_draft
    finish(project)
    assert ("number", 1) in kinds(project.comparison)
    project.undo()
    assert kinds(project.comparison) == [("number", 1), ("dropped", 2), ("number", 3)]
    assert not project.is_draft


def test_a_draft_that_is_finished_is_what_would_have_been_found_at_once(project: Project) -> None:
    """Whatever the order of the corrections."""
    project.unlink(3)
    finish(project)
    project.merge(0, "next")
    finish(project)
    assert project.comparison == comparison_of(project.structure.alignment())


def test_what_is_said_of_older_beads_is_not_taken(project: Project) -> None:
    """The asker asks again."""
    whole = comparison_of(project.structure.alignment())
    entry = project.entry
    project.merge(0, "next")
    assert not project.complete(entry, whole.verdict, whole.findings)
    assert project.is_draft


def test_of_texts_that_are_no_versions_nothing_is_to_come(tmp_path: Path) -> None:
    """Nothing is claimed of them."""
    with make_project(tmp_path / "p.versalign", replace(roof(), version_probability=0.1, closeness=0.1)) as project:
        project.draft()
        assert not project.comparison.findings
        assert not project.is_draft


def test_checks_follow_what_others_do(project: Project) -> None:
    """What they say is of the log as it is in the file."""
    with closing(checks(project.path)) as checked:
        first = next(checked)
        assert (first.entry, first.trouble) == (0, "")
        project.merge(1, "next")
        second = next(checked)
    assert second.entry == project.entry
    assert project.complete(second.entry, second.verdict, second.findings)


def test_a_damaged_file_is_trouble_for_the_asker_alone(project: Project) -> None:
    """The checks go on."""
    with closing(checks(project.path)) as checked:
        next(checked)
        values = "'?', 1, '', '', '{}', '{}', '', ''"
        with sqlite3.connect(project.path) as db:
            db.execute(f"INSERT INTO action (kind, base, subject, why, detail, cursor, who, at) VALUES ({values})")
        assert "expected a sound" in next(checked).trouble


def test_what_is_asked_is_answered(project: Project) -> None:
    """Each with its number, and then there is an end."""
    questions = [(7, "cosines", "a red roof", ("un toit rouge",)), (8, "check", 0)]
    answers = io.BytesIO()
    serve(project.path, io.BytesIO(b"".join(map(pickle.dumps, questions))), answers)
    answers.seek(0)
    found = dict(pickle.load(answers) for _ in questions)
    assert found[7] == cosines("a red roof", ("un toit rouge",))
    assert isinstance(found[8], Checked)


def test_another_process_answers(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """As this one would, wherever the program runs; when the process has ended, it says so instead."""
    path = project.path.relative_to(project.path.parent)
    monkeypatch.chdir(project.path.parent)
    with Checker(path) as checker:
        close = checker.cosines("a red roof", ("un toit rouge", "rien"))
        answer = checker.check(project.entry)
    expected = comparison_of(project.structure.alignment())
    assert close == pytest.approx(cosines("a red roof", ("un toit rouge", "rien")))
    assert answer == Checked(project.entry, expected.verdict, expected.findings)
    assert checker.check(project.entry).trouble == "their process has ended"
    assert checker.cosines("a", ("b",)) == cosines("a", ("b",))


def test_who_waits_for_a_process_that_is_killed_hears_of_it(project: Project) -> None:
    """And is not left waiting."""
    with Checker(project.path) as checker:
        checker.cosines("a", ("b",))
        assert checker._process
        checker._process.kill()
        assert checker.check(project.entry).trouble
