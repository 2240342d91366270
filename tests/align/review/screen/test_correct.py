"""The keys that judge and correct: each does it to the project at once, and undo takes it back."""

import asyncio
from collections.abc import Sequence

import pytest
from textual import events

from align.bitext import Fate, Role
from align.report.terminal.look import UNICODE, Look
from align.review import State
from align.review.project import Project
from align.review.screen.app import Review
from align.review.screen.keys import default_keys
from align.review.screen.session import Session
from tests.align.review.screen.screens import bead_of, drive, press, settle, text_of


def finding_at(project: Project, bead: int) -> str:
    """Return the id of the first finding of a bead."""
    return next(finding.id for finding in project.findings if finding.bead == bead)


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


def test_what_is_typed_ahead_is_no_part_of_the_reason(bridge: Project) -> None:
    """A slow terminal hands over many keys at once."""

    async def session() -> None:
        app = Review(Session(bridge), Look(UNICODE, "utf-8"), default_keys())
        async with app.run_test(size=(100, 30)) as pilot:
            await press(pilot, "n", "r")
            for key in ("s", "o", "enter", "M"):
                app.post_message(events.Key(key, key if len(key) == 1 else "\r"))
            await settle(pilot)

    asyncio.run(session())
    assert bridge.judgement(finding_at(bridge, 6)).why == "so"


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


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (["n", "r", "enter"], "expected a reason for what is rejected, found none; say why"),
        (["c", "type   ", "enter"], "expected the text of a comment, found none"),
        (["n", "x"], "expected a bead with both sides, found one that is 1-0"),
        (["G", "M"], "expected a bead with a next one, found the last one"),
    ],
)
def test_what_is_refused_is_said_without_a_number(bridge: Project, keys: Sequence[str], said: str) -> None:
    """The screen counts beads from 1, scripts from 0."""

    def check(app: Review) -> None:
        assert said in text_of(app)
        assert not bridge.log

    drive(bridge, keys, check)


def test_a_part_of_a_sentence_is_given_to_the_bead_below(bridge: Project) -> None:
    """The first place to cut is behind a comma; the cursor stays, and two steps back all is as it was."""
    before = bridge.structure

    def given(app: Review) -> None:
        assert [bead.shape for bead in bridge.structure.beads[4:6]] == ["1-1", "3-1"]
        first = bridge.structure.beads[4].source
        assert bridge.alignment.source.text_over(first).endswith("Monday night,")
        assert bead_of(app) == 4

    drive(bridge, [*"jjjj", "C", "enter", "J"], given)
    bridge.undo()
    bridge.undo()
    assert bridge.structure is before


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


def test_distant_segments_are_linked(bridge: Project) -> None:
    """L here and l there make a move, in one step; Esc between them forgets it."""
    start = ["n", "l", "G", "N", "l"]

    def linked(app: Review) -> None:
        assert len(bridge.structure.moves) == 1
        assert bridge.comparison.fates[6] is Fate.MOVED
        assert "moved to" in text_of(app)

    drive(bridge, start, linked)

    def undone(app: Review) -> None:
        assert not bridge.structure.moves

    drive(bridge, ["u"], undone)

    def forgotten(app: Review) -> None:
        assert not bridge.structure.moves
        assert "link: now go" in text_of(app)

    drive(bridge, ["n", "l", "escape", "G", "N", "l"], forgotten)


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
