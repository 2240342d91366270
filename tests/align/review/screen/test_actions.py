"""Every key of the screen does what its action says, to the project at once."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from align.bitext import Comparison, Fate, Role
from align.review import State
from align.review.project import Project
from align.review.screen.actions import ACTIONS
from align.review.screen.app import Review
from align.review.screen.correct import Correct
from align.review.screen.listing import Listing
from tests.align import comparisons
from tests.align.review.screen.screens import bead_of, drive, project_of, text_of


@pytest.fixture
def bridge(tmp_path: Path) -> Project:
    """Return a project of 21 beads: bead 6 was dropped, 9 was split, 5 was merged."""
    return project_of(comparisons.bridge(), tmp_path)


def fates(project: Project) -> list[Fate]:
    """Return the fates as they stand."""
    return list(project.comparison.fates)


def finding_at(project: Project, bead: int) -> str:
    """Return the id of the first finding of a bead."""
    return next(finding.id for finding in project.findings if finding.bead == bead)


def test_every_action_can_be_done() -> None:
    """Each name of the table is a method, and no key stands for two actions."""
    keys = [key for action in ACTIONS for key in action.keys]
    assert len(keys) == len(set(keys))
    for action in ACTIONS:
        assert hasattr(Listing, f"do_{action.name}") != hasattr(Correct, f"do_{action.name}")


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
            await pilot.pause()
            await pilot.click("#columns", offset=(20, 2))
            await pilot.pause()
            assert bead_of(app) == 1
            await pilot.click("#map", offset=(1, 17))
            await pilot.pause()
            assert bead_of(app) >= 15

    asyncio.run(session())


def test_details_help_and_commands_open_and_close(bridge: Project) -> None:
    """Esc leads back to the columns."""

    def details(app: Review) -> None:
        assert "Finding" in text_of(app)
        assert "scroll" in text_of(app)

    drive(bridge, ["n", "enter"], details)
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


JUDGED = [
    (["n", "a"], State.ACCEPTED, ""),
    (["n", "r", "type is there", "enter"], State.REJECTED, "is there"),
    (["n", "s"], State.UNSURE, ""),
    (["n", "r", "escape"], State.OPEN, ""),
    (["n", "r", "enter"], State.OPEN, ""),
]


@pytest.mark.parametrize(("keys", "state", "why"), JUDGED, ids=[" ".join(keys) for keys, *_ in JUDGED])
def test_findings_are_judged(bridge: Project, keys: Sequence[str], state: State, why: str) -> None:
    """A rejection without a reason is none."""

    def check(app: Review) -> None:
        judgement = bridge.judgement(finding_at(bridge, 6))
        assert (judgement.state, judgement.why) == (state, why)
        assert f"{int(state is not State.OPEN)} judged" in text_of(app)

    drive(bridge, keys, check)


def test_a_bead_without_a_finding_is_judged_itself(bridge: Project) -> None:
    """Its sign stands before it."""

    def check(app: Review) -> None:
        assert bridge.judgement(bridge.bead_ids[0]).state is State.ACCEPTED
        assert "▌✓" in text_of(app)

    drive(bridge, ["a"], check)


def test_comments_are_written(bridge: Project) -> None:
    """And shown below the columns."""

    def check(app: Review) -> None:
        assert bridge.judgement(finding_at(bridge, 6)).comments == ("ask [b]Ann[/b]",)
        assert "ask [b]Ann[/b]" in text_of(app)

    drive(bridge, ["n", "c", "type ask [b]Ann[/b]", "enter"], check)


CORRECTIONS = [
    (3, ["M"], 3, ["2-2"]),
    (4, ["W"], 3, ["2-2"]),
    (5, ["S", "enter"], 5, ["1-1", "1-0"]),
    (9, ["S", "enter"], 9, ["1-1", "0-1"]),
    (4, ["x"], 4, ["1-0", "0-1"]),
    (5, ["J"], 5, ["1-1", "2-0"]),
    (9, ["K"], 8, ["1-2", "1-1"]),
]


@pytest.mark.parametrize(
    ("bead", "keys", "first", "shapes"), CORRECTIONS, ids=[f"{keys[0]} at {bead}" for bead, keys, *_ in CORRECTIONS]
)
def test_beads_are_corrected_and_undone(
    bridge: Project, bead: int, keys: Sequence[str], first: int, shapes: list[str]
) -> None:
    """The ledger balances, one undo gives back all, cursor included, and one redo does it again."""
    before = bridge.structure.beads
    there = ["j"] * bead

    def corrected(app: Review) -> None:
        found = bridge.structure.beads[first : first + len(shapes)]
        assert [each.shape for each in found] == shapes, text_of(app)
        assert sum(len(each.source) for each in bridge.structure.beads) == sum(len(each.source) for each in before)

    drive(bridge, [*there, *keys], corrected)
    after = bridge.structure.beads

    def undone(app: Review) -> None:
        assert bridge.structure.beads == before
        assert bead_of(app) == bead

    drive(bridge, ["u"], undone)

    def redone(app: Review) -> None:
        assert bridge.structure.beads == after

    drive(bridge, ["U"], redone)


def test_distant_segments_are_linked(tmp_path: Path) -> None:
    """L here and l there make a move, in one step; Esc between them forgets it."""
    project = project_of(comparisons.bridge(), tmp_path)
    start = ["n", "l", "G", "N", "l"]

    def linked(app: Review) -> None:
        assert len(project.structure.moves) == 1
        assert project.comparison.fates[6] is Fate.MOVED
        assert "moved to" in text_of(app)

    drive(project, start, linked)

    def undone(app: Review) -> None:
        assert not project.structure.moves

    drive(project, ["u"], undone)

    def forgotten(app: Review) -> None:
        assert not project.structure.moves
        assert "link: now go" in text_of(app)

    drive(project, ["n", "l", "escape", "G", "N", "l"], forgotten)


def test_a_role_is_given(bridge: Project) -> None:
    """What was article text is furniture, and with the same key article text again."""

    def furniture(app: Review) -> None:
        assert bridge.alignment.source.segments[7].role is Role.FURNITURE

    drive(bridge, ["n", "t", "enter"], furniture)

    def body(app: Review) -> None:
        assert bridge.alignment.source.segments[7].role is Role.BODY

    drive(bridge, ["j"] * 6 + ["t", "enter"], body)


def test_locked_beads_refuse_corrections(bridge: Project) -> None:
    """The status line says so, until they are unlocked."""

    def locked(app: Review) -> None:
        assert bridge.is_locked(3)
        assert bridge.structure.beads[3].shape == "1-1"
        assert "locked" in text_of(app)

    drive(bridge, ["j", "j", "j", "L", "M"], locked)

    def unlocked(app: Review) -> None:
        assert bridge.structure.beads[3].shape == "2-2"

    drive(bridge, ["j", "j", "j", "L", "M"], unlocked)


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
@pytest.mark.parametrize("width", [40, 60, 79, 80, 100, 140, 200])
def test_every_line_fits(tmp_path: Path, article: str, width: int) -> None:
    """At each width, both sides are there, and no line is wider than the terminal."""
    from rich.cells import cell_len

    comparison: Comparison = getattr(comparisons, article)()
    project = project_of(comparison, tmp_path)

    def check(app: Review) -> None:
        lines = text_of(app).splitlines()
        assert max(map(cell_len, lines)) <= width
        assert lines[-1].startswith(" ? help")
        assert "0 judged" in lines[-2]

    drive(project, [], check, size=(width, 24))
