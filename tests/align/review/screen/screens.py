"""A review on a screen that is not there: keys go in, the text of the screen comes out."""

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot

from align.bitext import Comparison
from align.report.terminal.look import UNICODE, Look
from align.review import make_project
from align.review.project import Project
from align.review.screen.app import Review
from align.review.screen.keys import default_keys
from align.review.screen.session import Session

Check = Callable[[Review], None]
_HOPS = 6  # from one queue to the next that a key takes: application, widget, application, dialog, what is in it


def project_of(comparison: Comparison, folder: Path) -> Project:
    """Make a project of the alignment of a comparison."""
    return make_project(folder / "review.versalign", comparison.alignment)


def drive(
    project: Project,
    keys: Sequence[str],
    check: Check,
    *,
    size: tuple[int, int] = (100, 30),
    resized: Sequence[tuple[int, int]] = (),
    before_last: Callable[[], None] = lambda: None,
) -> None:
    """Press keys, one after the other, and look at the application afterwards; a key of two letters is typed.

    Args:
        project: on the screen.
        keys: to press.
        check: looks at the application.
        size: of the terminal: columns and lines.
        resized: sizes that the terminal has afterwards; it is looked at the application in each.
        before_last: what happens elsewhere before the last key.
    """

    async def session() -> None:
        app = Review(Session(project), Look(UNICODE, "utf-8"), default_keys())
        async with app.run_test(size=size) as pilot:
            await settle(pilot)
            for number, key in enumerate(keys, 1):
                if number == len(keys):
                    before_last()
                await press(pilot, key)
            check(app)
            for width, height in resized:
                await pilot.resize_terminal(width, height)
                await settle(pilot)
                check(app)

    asyncio.run(session())


def text_of(app: Review) -> str:
    """Return what stands on the screen, line by line, without styles and without what puts the cursor somewhere."""
    lines = app.screen._compositor.render_strips()
    return "\n".join("".join(text for text, _, control in strip if not control).rstrip() for strip in lines)


def bead_of(app: Review) -> int:
    """Return the bead under the cursor."""
    return app.columns.bead


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, one after the other; a key that begins with `type ` is a text to be typed.

    Args:
        pilot: of the application.
        keys: to press.
    """
    for key in keys:
        for one in key.removeprefix("type ") if key.startswith("type ") else (key,):
            name = _character_to_key(one) if len(one) == 1 and not one.isalnum() else one
            pilot.app.post_message(events.Key(name, one if len(one) == 1 else None))
            await settle(pilot)


async def settle(pilot: Pilot[None]) -> None:
    """Wait until all is done that has to be: a message that waits anywhere, and what it leads to.

    The pilot's own way, to look whether the process does nothing for some time, takes ten times as long.
    """
    for _ in range(_HOPS):
        await pilot._wait_for_screen()
    await pilot.pause(0)
