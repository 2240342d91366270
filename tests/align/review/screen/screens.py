"""A review on a screen that is not there: keys go in, the text of the screen comes out."""

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path

from textual.pilot import Pilot

from align.bitext import Comparison
from align.report.terminal.look import UNICODE, Look
from align.review import make_project
from align.review.project import Project
from align.review.screen.app import Review
from align.review.screen.keys import default_keys
from align.review.screen.session import Session

Check = Callable[[Review], None]
TYPED = {" ": "space", "?": "question_mark", "/": "slash", "=": "equals_sign"}


def project_of(comparison: Comparison, folder: Path) -> Project:
    """Make a project of the alignment of a comparison."""
    return make_project(folder / "review.versalign", comparison.alignment)


def drive(
    project: Project,
    keys: Sequence[str],
    check: Check,
    *,
    size: tuple[int, int] = (100, 30),
    before_last: Callable[[], None] = lambda: None,
) -> None:
    """Press keys, one after the other, and look at the application afterwards; a key of two letters is typed.

    Args:
        project: on the screen.
        keys: to press.
        check: looks at the application.
        size: of the terminal: columns and lines.
        before_last: what happens elsewhere before the last key.
    """

    async def session() -> None:
        app = Review(Session(project), Look(UNICODE, "utf-8"), default_keys())
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            for number, key in enumerate(keys, 1):
                if number == len(keys):
                    before_last()
                await _press(pilot, key)
            await pilot.pause()
            check(app)

    asyncio.run(session())


def text_of(app: Review) -> str:
    """Return what stands on the screen, line by line, without styles and without what puts the cursor somewhere."""
    lines = app.screen._compositor.render_strips()
    return "\n".join("".join(text for text, _, control in strip if not control).rstrip() for strip in lines)


def bead_of(app: Review) -> int:
    """Return the bead under the cursor."""
    return app.columns.bead


async def _press(pilot: Pilot[None], key: str) -> None:
    if key.startswith("type "):
        await pilot.press(*(TYPED.get(letter, letter) for letter in key.removeprefix("type ")))
    else:
        await pilot.press(TYPED.get(key, key))
    await pilot.pause()
