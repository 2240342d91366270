"""The screen is there before the checks have looked inside of beads, and shows what they find when they have."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

from textual.pilot import Pilot

from align.bitext import Bead, Span
from align.report.terminal.look import UNICODE, Look
from align.review import make_project
from align.review.checking import Checker
from align.review.project import Project
from align.review.screen.app import Review
from align.review.screen.keys import default_keys
from align.review.screen.session import Session
from tests.align.review.screen.screens import press, settle, text_of
from tests.align.review.test_checking import roof

Drive = Callable[[Review, Pilot[None]], Awaitable[None]]
_PATIENCE = 600  # looks at the screen, a twentieth of a second apart


def run(project: Project, checker: Checker, drive: Drive) -> None:
    """Drive the screen of a project that has drafts."""

    async def session() -> None:
        app = Review(Session(project), Look(UNICODE, "utf-8"), default_keys(), checker)
        async with app.run_test(size=(100, 30)) as pilot:
            await settle(pilot)
            await drive(app, pilot)

    project.draft()
    with checker:
        asyncio.run(session())


async def until(app: Review, pilot: Pilot[None], wanted: str) -> None:
    """Wait for a text on the screen."""
    for _ in range(_PATIENCE):
        if wanted in text_of(app):
            return
        await pilot.pause(0.05)
    raise AssertionError(f"expected {wanted!r} on the screen, found:\n{text_of(app)}")


def test_what_the_checks_find_comes_to_the_screen(tmp_path: Path) -> None:
    """The cursor stays, and a correction made meanwhile is asked about again."""

    async def drive(app: Review, pilot: Pilot[None]) -> None:
        assert "1 open" in text_of(app)
        assert "checking…" in text_of(app)
        await press(pilot, "j", "M")
        assert "merged with the next" in text_of(app)
        await until(app, pilot, "⟦530⟧")
        assert "checking…" not in text_of(app)
        assert app.columns.bead == 1
        assert not app.session.is_draft
        await press(pilot, "u")
        assert "undone" in text_of(app)
        await until(app, pilot, "3 open")

    with make_project(tmp_path / "roof.versalign", roof()) as project:
        run(project, Checker(project.path), drive)


def test_what_fits_no_text_any_more_is_told_when_that_is_known(tmp_path: Path) -> None:
    """Of what was done before, not of what a correction has just made pointless."""

    async def drive(app: Review, pilot: Pilot[None]) -> None:
        assert "earlier step" not in text_of(app)
        await press(pilot, "n", "a", "M")
        await until(app, pilot, "merged with the next; 2 earlier steps fit no text here")

    with make_project(tmp_path / "roof.versalign", roof()) as project:
        for bead in (3, 4):
            project.comment(project.bead_ids[bead], "look here")
        project.rebase(replace(roof(), beads=roof_merged(), signature="again"), "aligned again")
        run(project, Checker(project.path), drive)


def roof_merged() -> tuple[Bead, ...]:
    """Return its beads with the last two as one."""
    *first, one, other = roof().beads
    source, target = Span(one.source.start, other.source.stop), Span(one.target.start, other.target.stop)
    return (*first, Bead(source, target, 2.5, 0.9))


def test_the_screen_tells_that_nothing_is_checked_any_more(tmp_path: Path) -> None:
    """And goes on without it."""

    async def drive(app: Review, pilot: Pilot[None]) -> None:
        await until(app, pilot, "nothing looks inside of beads any more: their process has ended")
        await press(pilot, "M")
        assert "merged with the next" in text_of(app)
        assert "checking" not in text_of(app)

    with make_project(tmp_path / "roof.versalign", roof()) as project:
        checker = Checker(project.path)
        checker.close()
        run(project, checker, drive)
