"""Corrections keep the ledger balanced, and undone they leave nothing behind."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.bitext import Continuation, Fate, Move, Role, Span
from align.errors import AlignError, OptionError
from align.ledger import check_beads, check_continuations, check_moves
from align.review import Cursor, open_project
from align.review.project import Project
from tests.align.review.projects import project

SHAPES = [(1, 1), (2, 1), (1, 0), (1, 2), (0, 1), (0, 1), (1, 1), (1, 0), (3, 3)]
MOVE = Move(Span(3, 4), Span(4, 5), 1.0, 0.8)
FURTHER = Continuation(Span(6, 7), Span(2, 4))  # the bead of source segment 4 goes on with segment 6
MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None  # a thousand steps that each wait for a disk take a while
NUMBERS = st.integers(-1, 12)
SIDES = st.sampled_from(("source", "target"))
RUNS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 9), st.integers(0, 2))
CORRECTIONS = st.one_of(
    st.tuples(st.just("merge"), NUMBERS, st.sampled_from(("next", "previous"))),
    st.tuples(st.just("split"), NUMBERS, NUMBERS, NUMBERS),
    st.tuples(
        st.just("shift"), NUMBERS, st.sampled_from(("first", "last")), st.sampled_from(("up", "down")),
        st.one_of(st.none(), SIDES),
    ),
    st.tuples(st.just("cut"), SIDES, NUMBERS, st.integers(-1, 50)),
    st.tuples(st.just("unlink"), NUMBERS),
    st.tuples(st.just("link"), RUNS, RUNS),
    st.tuples(st.just("role"), SIDES, NUMBERS, st.sampled_from((Role.FURNITURE, Role.BODY))),
    st.tuples(st.just("lock"), NUMBERS, NUMBERS),
    st.tuples(st.just("unlock"), NUMBERS, NUMBERS),
    st.tuples(st.just("undo")),
    st.tuples(st.just("redo")),
)  # fmt: skip


def beads_of(opened: Project) -> str:
    """Return all of the alignment that would be exported."""
    return repr(opened.structure.alignment())


def balance(opened: Project) -> None:
    """Check the ledger."""
    structure = opened.structure
    made = structure.base.alignment
    check_beads(structure.beads, len(made.source.segments), len(made.target.segments))
    check_moves(structure.moves, structure.beads)
    check_continuations(structure.continuations, structure.moves, structure.beads)


def shapes(opened: Project) -> list[str]:
    """Return the shapes of all beads."""
    return [bead.shape for bead in opened.structure.beads]


@settings(max_examples=60, deadline=None)
@given(st.lists(CORRECTIONS, max_size=25))
def test_any_corrections_undone_give_the_bytes_of_the_start(corrections: list[tuple[object, ...]]) -> None:
    """The ledger balances after each, all of them come off again and go on again, here and after re-opening."""
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        path = Path(folder) / "p.versalign"
        with project(path, SHAPES, (MOVE,), (FURTHER,)) as opened:
            start = beads_of(opened)
            for name, *values in corrections:
                before = opened.structure
                try:
                    getattr(opened, str(name))(*values)
                except AlignError:
                    assert opened.structure is before, "what is refused changes nothing"
                balance(opened)
            end = beads_of(opened)
        with open_project(path) as opened:
            assert beads_of(opened) == end
            steps = 0
            while opened.can_undo:
                opened.undo()
                steps += 1
            assert beads_of(opened) == start
            for _ in range(steps):
                opened.redo()
            assert beads_of(opened) == end


def test_each_correction_does_what_it_says(tmp_path: Path) -> None:
    """Merge, split, shift, unlink, one after the other."""
    with project(tmp_path / "p.versalign", [(1, 1), (1, 1), (2, 1)]) as opened:
        opened.merge(0, "next")
        assert shapes(opened) == ["2-2", "2-1"]
        opened.split(0, 1, 2)
        assert shapes(opened) == ["1-2", "1-0", "2-1"]
        opened.shift(2, "first", "up")
        assert shapes(opened) == ["1-2", "2-0", "1-1"]
        opened.unlink(2)
        assert shapes(opened) == ["1-2", "2-0", "1-0", "0-1"]
        opened.merge(2, "next")
        assert shapes(opened) == ["1-2", "2-0", "1-1"]


def test_a_distant_link_is_a_move_and_a_near_one_a_bead(tmp_path: Path) -> None:
    """What can stand in order is no move; the findings follow at once."""
    with project(tmp_path / "p.versalign", [(1, 0), (1, 1), (1, 1), (0, 1)]) as opened:
        assert [finding.kind for finding in opened.findings] == ["dropped", "added"]
        opened.link(Span(0, 1), Span(2, 3))
        assert [(move.source, move.target) for move in opened.structure.moves] == [(Span(0, 1), Span(2, 3))]
        assert [finding.kind for finding in opened.findings] == ["moved"]
        opened.link(Span(0, 1), Span(0, 1))
        assert shapes(opened) == ["1-1", "1-0", "1-1", "0-1"]
        assert not opened.structure.moves


def test_locked_beads_stay_as_they_are(tmp_path: Path) -> None:
    """A correction of a locked bead is refused until it is unlocked."""
    with project(tmp_path / "p.versalign", [(1, 1), (1, 1), (1, 1)]) as opened:
        opened.lock(0, 1)
        with pytest.raises(OptionError, match="locked"):
            opened.merge(1, "next")
        with pytest.raises(OptionError, match="locked"):
            opened.link(Span(2, 3), Span(0, 1))
        opened.unlock(0, 1)
        opened.merge(1, "next")
        assert shapes(opened) == ["1-1", "2-2"]


def test_a_role_changes_the_fate_and_no_bead(tmp_path: Path) -> None:
    """A dropped sentence that is furniture is none."""
    with project(tmp_path / "p.versalign", [(1, 1), (1, 0)]) as opened:
        opened.role("source", 1, Role.FURNITURE)
        assert [fate.value for fate in opened.comparison.fates] == ["kept", "aside"]
        assert not opened.findings


def test_undo_gives_the_cursor_back(tmp_path: Path) -> None:
    """One step, decisions and corrections alike."""
    with project(tmp_path / "p.versalign", [(1, 1), (1, 0)]) as opened:
        opened.merge(0, "next", cursor=Cursor(1, "target", 0))
        opened.accept(opened.bead_ids[0], cursor=Cursor(0, "source", 1))
        assert opened.undo().cursor == Cursor(0, "source", 1)
        assert opened.undo().cursor == Cursor(1, "target", 0)
        with pytest.raises(OptionError, match="found nothing"):
            opened.undo()


def test_a_correction_of_its_beads_takes_a_continuation_away(tmp_path: Path) -> None:
    """Elsewhere it stays, and is there again when the project is opened or the correction is undone."""
    path = tmp_path / "p.versalign"
    with project(path, SHAPES, continuations=(FURTHER,)) as opened:
        assert opened.comparison.fates[7] is opened.comparison.fates[3] is Fate.KEPT
        opened.merge(0, "next")
        assert opened.structure.continuations == (FURTHER,)
    with open_project(path) as opened:
        assert opened.alignment.continuations == (FURTHER,)
        opened.cut("source", 4, 11)
        assert opened.structure.continuations == (Continuation(Span(7, 8), Span(2, 4)),)
        opened.merge(2, "next")
        assert not opened.structure.continuations
        assert opened.comparison.fates[-2] is Fate.DROPPED
        opened.undo()
        assert opened.structure.continuations
        opened.link(Span(7, 8), Span(0, 1))
        assert not opened.structure.continuations
