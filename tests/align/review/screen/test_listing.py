"""The keys that move and look: where the cursor goes, and what is listed."""

from collections.abc import Sequence

import pytest

from align.bitext import Fate
from align.review.project import Project
from align.review.screen.app import Review
from tests.align.review.screen.screens import bead_of, drive, settle, text_of


def fates(project: Project) -> list[Fate]:
    """Return the fates as they stand."""
    return list(project.comparison.fates)


MOVES = [
    (["j"], 1),
    (["down", "down"], 2),
    (["j", "j", "k"], 1),
    (["j", "up"], 0),
    (["k"], 0),
    (["G"], 20),
    (["end"], 20),
    (["G", "j"], 20),
    (["G", "g"], 0),
    (["end", "home"], 0),
    (["n"], 6),
    (["n", "n"], 11),
    (["n", "n", "N"], 6),
    (["G", "N"], 17),
]


@pytest.mark.parametrize(("keys", "bead"), MOVES, ids=[" ".join(keys) for keys, _ in MOVES])
def test_keys_move_the_cursor(bridge: Project, keys: Sequence[str], bead: int) -> None:
    """The cursor stops at both ends, and n goes from finding to finding."""

    def check(app: Review) -> None:
        assert bead_of(app) == bead

    found = sorted({finding.bead for finding in bridge.findings})
    assert found[0] == 6
    assert found[-1] == 17
    drive(bridge, keys, check)


@pytest.mark.parametrize("key", ["pagedown", " ", "ctrl+d"])
def test_pages_move_down_and_back(bridge: Project, key: str) -> None:
    """A page down leaves the first screen, as many pages up lead back to its start."""

    def down(app: Review) -> None:
        assert bead_of(app) >= 4
        assert "old harbour bridge will close" not in text_of(app).lower()

    drive(bridge, [key, key], down, size=(80, 16))

    def back(app: Review) -> None:
        assert bead_of(app) == 0

    drive(bridge, [key, key, "pageup", "ctrl+u", "pageup"], back, size=(80, 16))


def test_search_looks_on_both_sides(bridge: Project) -> None:
    """The first hit is gone to, n and N go on, Esc ends it."""

    def both(app: Review) -> None:
        assert bead_of(app) == 16
        assert "1 hit\n" in text_of(app)

    drive(bridge, ["/", "type 1931", "enter"], both)

    def french(app: Review) -> None:
        assert bead_of(app) == 3
        assert "hits" in text_of(app)

    drive(bridge, ["/", "type PONT DU", "enter", "n"], french)

    def ended(app: Review) -> None:
        assert "hits" not in text_of(app)

    drive(bridge, ["/", "type pont", "enter", "escape"], ended)
    drive(bridge, ["/", "type pont", "enter", "/", *["backspace"] * 4, "enter"], ended)

    def nowhere(app: Review) -> None:
        assert "found nowhere" in text_of(app)
        assert bead_of(app) == 0

    drive(bridge, ["/", "type zebra", "enter"], nowhere)


def test_filter_shows_one_kind(bridge: Project) -> None:
    """Only its beads are listed; Esc lists all again."""

    def dropped(app: Review) -> None:
        kinds = {fates(bridge)[entry.start] for entry in app.columns.plan.entries}
        assert kinds == {Fate.DROPPED}
        assert "only dropped" in text_of(app)

    drive(bridge, ["f", "type dropped", "enter"], dropped)

    def all_again(app: Review) -> None:
        assert len(app.columns.plan.entries) == 21

    drive(bridge, ["f", "type dropped", "enter", "escape"], all_again)


def test_fold_takes_what_was_kept_together(bridge: Project) -> None:
    """A fold is one line and cannot be judged; the same key unfolds."""

    def folded(app: Review) -> None:
        assert len(app.columns.plan.entries) < 21
        assert "kept (" in text_of(app) or "lines outside the article" in text_of(app)
        assert "expected a bead, found a fold" in text_of(app)

    drive(bridge, ["=", "g", "a"], folded)

    def unfolded(app: Review) -> None:
        assert len(app.columns.plan.entries) == 21

    drive(bridge, ["=", "="], unfolded)


def test_the_map_leads_from_difference_to_difference(bridge: Project) -> None:
    """Its keys move the cursor; Enter gives the keys back to the columns; other keys act as always."""

    def there(app: Review) -> None:
        assert fates(bridge)[bead_of(app)] is not Fate.KEPT
        assert bead_of(app) > 0
        assert app.columns.has_focus

    drive(bridge, ["m", "j", "enter"], there)

    def upwards(app: Review) -> None:
        assert bead_of(app) < 20
        assert app.map.has_focus

    drive(bridge, ["G", "m", "k"], upwards)

    def judged(app: Review) -> None:
        assert bridge.tally.judged == 1

    drive(bridge, ["m", "j", "a"], judged)


def test_a_click_goes_there(bridge: Project) -> None:
    """In the columns to a bead, in the map to a part of the text."""
    import asyncio

    from align.report.terminal.look import UNICODE, Look
    from align.review.screen.keys import default_keys
    from align.review.screen.session import Session

    async def session() -> None:
        app = Review(Session(bridge), Look(UNICODE, "utf-8"), default_keys())
        async with app.run_test(size=(100, 30)) as pilot:
            await settle(pilot)
            await pilot.click("#columns", offset=(20, 2))
            await settle(pilot)
            assert bead_of(app) == 1
            await pilot.click("#map", offset=(1, 17))
            await settle(pilot)
            assert bead_of(app) >= 15

    asyncio.run(session())


def test_details_help_and_commands_open_and_close(bridge: Project) -> None:
    """Esc leads back to the columns."""

    def details(app: Review) -> None:
        assert "Finding" in text_of(app)
        assert "scroll" in text_of(app)

    drive(bridge, ["n", "enter"], details)

    def once_wrapped(app: Review) -> None:
        lines = [line.strip("│▌ ▐") for line in text_of(app).splitlines() if "│" in line]
        assert "Finding   dropped" in "\n".join(lines)
        assert not [line for line in lines if line in {"no", "the", "has"}], "a line was wrapped twice"

    drive(bridge, ["n", "enter"], once_wrapped, size=(60, 24))
    for key in ("?", "ctrl+p"):

        def help_is_open(app: Review) -> None:
            assert "type to search" in text_of(app)

        drive(bridge, [key], help_is_open)

        def closed(app: Review) -> None:
            assert "type to search" not in text_of(app)
            assert bead_of(app) == 1

        drive(bridge, [key, "escape", "j"], closed)

        def run_from_it(app: Review) -> None:
            assert len(app.columns.plan.entries) < 21

        drive(bridge, [key, "type fold kept", "enter"], run_from_it)
