"""A segment that is cut in two: a part of it goes to another bead, and everything else stays what it was."""

from dataclasses import replace
from pathlib import Path

import pytest

from align.bitext import Bead, Role, Span
from align.errors import OptionError
from align.review import State, make_project, open_project
from align.review.action import Side
from align.review.cut import cut_places
from tests.align.review.projects import alignment, document, project
from tests.align.review.test_checking import finish, kinds, roof
from tests.align.review.test_corrections import balance, beads_of, shapes

SHAPES = [(1, 1), (1, 0), (1, 2), (1, 1), (0, 1), (1, 1)]


def test_a_part_of_a_sentence_goes_over_the_boundary(tmp_path: Path) -> None:
    """Cut, then shift; roles and locks stay where they were, undo and re-opening give the bytes back."""
    path = tmp_path / "p.versalign"
    with project(path, SHAPES) as opened:
        opened.role("source", 3, Role.FURNITURE)
        opened.lock(5, 5)
        start = beads_of(opened)
        text = opened.alignment.source.segments[2].text
        opened.cut("source", 2, 11)
        assert [each.text for each in opened.alignment.source.segments[2:4]] == [text[:11], text[12:]]
        assert shapes(opened) == ["1-1", "1-0", "2-2", "1-1", "0-1", "1-1"]
        opened.shift(2, "first", "up", "source")
        assert shapes(opened) == ["1-1", "2-0", "1-2", "1-1", "0-1", "1-1"]
        balance(opened)
        assert opened.alignment.source.segments[4].role is Role.FURNITURE
        assert opened.is_locked(5)
        assert opened.alignment.signature.endswith("corrected by hand")
        with pytest.raises(OptionError, match="locked"):
            opened.cut("target", 5, 9)
        end = beads_of(opened)
    with open_project(path) as opened:
        assert beads_of(opened) == end
        opened.undo()
        opened.undo()
        assert beads_of(opened) == start


@pytest.mark.parametrize(
    ("side", "segment", "at", "said"),
    [
        ("source", 9, 3, "from 0 to 4, found 9"),
        ("target", 0, 0, "found 0"),
        ("target", 0, -4, "found -4"),
        ("source", 0, 4000, "found 4000"),
    ],
)
def test_a_cut_needs_text_on_both_sides(tmp_path: Path, side: Side, segment: int, at: int, said: str) -> None:
    """Else nothing has changed."""
    with project(tmp_path / "p.versalign", SHAPES) as opened:
        with pytest.raises(OptionError, match=said):
            opened.cut(side, segment, at)
        assert not opened.log


def test_decisions_stay(tmp_path: Path) -> None:
    """Of other beads, and of findings about text that is still what it was."""
    with project(tmp_path / "p.versalign", SHAPES) as opened:
        subjects = opened.subjects()
        for subject in (*subjects, opened.bead_ids[0], opened.bead_ids[5]):
            opened.accept(subject)
        opened.cut("source", 1, 11)
        opened.cut("target", 1, 9)
        assert set(subjects) <= {*opened.subjects()}
        assert {opened.judgement(subject).state for subject in subjects} == {State.ACCEPTED}
        assert not opened.lost()


def test_it_outlives_text_put_in_front_and_another_alignment(tmp_path: Path) -> None:
    """It is made again where its segment is, with what came after it; where it has been made, nothing is lost."""
    plain = alignment(SHAPES)
    texts = ["It was a cold day.", *(segment.text for segment in plain.source.segments)]
    later = [replace(bead, source=Span(bead.source.start + 1, bead.source.stop + 1)) for bead in plain.beads]
    beads = (Bead(Span(0, 1), Span(0, 0), 2.5, 0.9), *later)
    with make_project(tmp_path / "p.versalign", plain) as opened:
        opened.cut("source", 2, 11)
        opened.shift(2, "first", "up", "source")
        corrected = beads_of(opened)
        opened.rebase(opened.alignment, "aligned again")
        assert not opened.lost()
        opened.undo()
        assert beads_of(opened) == corrected
        opened.rebase(replace(plain, source=document("old.txt", "en", texts), beads=beads), "texts read again")
        assert shapes(opened) == ["1-0", "1-1", "2-0", "1-2", "1-1", "0-1", "1-1"]
        assert opened.alignment.source.text_over(Span(3, 4)) == "The council"
        assert not opened.lost()
        balance(opened)


def test_what_is_known_of_other_beads_is_taken_over(tmp_path: Path) -> None:
    """Although their segments have other numbers."""
    known = [("number", 1), ("dropped", 2), ("number", 3)]
    with make_project(tmp_path / "p.versalign", roof()) as opened:
        opened.draft()
        finish(opened)
        assert kinds(opened.comparison) == known
        opened.cut("source", 0, 11)
        assert opened.is_draft
        assert kinds(opened.comparison) == known


@pytest.mark.parametrize(
    ("text", "first"),
    [("He came, and then he left", "He came,"), ("桥已经关闭，维修星期一开始", "桥已经关闭，"), ("Nobody", None)],
)
def test_places_to_cut_begin_with_those_behind_punctuation(text: str, first: str | None) -> None:
    """Where no spaces are written, between all letters; a single word has none."""
    places = cut_places(text)
    assert (text[: places[0]].rstrip() if places else None) == first
