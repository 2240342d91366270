"""Every action of the table can be done, what cannot be done is told, and all of it fits the screen."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from align.bitext import Comparison
from align.review import open_project
from align.review.project import Project
from align.review.screen.actions import ACTIONS
from align.review.screen.app import Review
from align.review.screen.correct import Correct
from align.review.screen.listing import Listing
from tests.align import comparisons
from tests.align.review.screen.screens import bead_of, drive, project_of, text_of


def test_every_action_can_be_done() -> None:
    """Each name of the table is a method, and no key stands for two actions."""
    keys = [key for action in ACTIONS for key in action.keys]
    assert len(keys) == len(set(keys))
    for action in ACTIONS:
        assert hasattr(Listing, f"do_{action.name}") != hasattr(Correct, f"do_{action.name}")


@pytest.mark.parametrize(("keys", "said"), [(["u"], "nothing to undo"), (["U"], "nothing to redo")])
def test_what_cannot_be_done_is_told(bridge: Project, keys: Sequence[str], said: str) -> None:
    """In the status line."""

    def check(app: Review) -> None:
        assert said in text_of(app)

    drive(bridge, keys, check)


@pytest.mark.parametrize("key", ["q", "ctrl+c"])
def test_quit_leaves(bridge: Project, key: str) -> None:
    """At once: everything is saved."""

    def check(app: Review) -> None:
        assert app._exit

    drive(bridge, [key], check)


@pytest.mark.parametrize("article", ["bridge", "chinese", "from_right", "orchard"])
def test_every_line_fits(tmp_path: Path, article: str) -> None:
    """At each width, from the start or later, both sides are there, and all of the terminal is used and no more."""
    from rich.cells import cell_len

    comparison: Comparison = getattr(comparisons, article)()
    project = project_of(comparison, tmp_path)

    def check(app: Review) -> None:
        lines = text_of(app).splitlines()
        assert max(map(cell_len, lines)) <= app.size.width
        assert app.columns._drawing.layout == app._fitting(app.size.width)
        assert lines[-1].startswith(" ? help")
        assert "0 judged" in lines[-2]

    widths = (140, 200, 100, 80, 79, 60, 40)
    drive(project, [], check, size=(widths[0], 24), resized=[(width, 24) for width in widths[1:]])


@pytest.mark.parametrize("keys", [["G", "x"], ["G", "a", "u"]], ids=" ".join)
def test_what_another_has_changed_is_shown_when_it_refuses(bridge: Project, keys: Sequence[str]) -> None:
    """There are fewer beads than there were; the cursor is on one of them, and the whole reason can be read."""

    def check(app: Review) -> None:
        assert "look again" in " ".join(text_of(app).split())
        assert len(app.columns.plan.entries) == len(bridge.structure.beads) == 18
        assert bead_of(app) == 17

    with open_project(bridge.path) as another:

        def merge() -> None:
            for _ in range(3):
                another.merge(3, "next")

        drive(bridge, keys, check, size=(80, 24), before_last=merge)
