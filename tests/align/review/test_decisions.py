"""Decisions outlive the places of their texts: they are kept by content, and those that apply to nothing are listed."""

from pathlib import Path

import pytest

from align.aligners import align_documents
from align.bitext import Alignment, Bead, Span
from align.errors import OptionError
from align.review import State, make_project, open_project
from align.review.anchors import align_again
from align.review.keys import SegmentKeys
from tests.align.review.projects import document, project

THINGS = ("bridge", "school", "market", "harbour", "library")
DINGE = ("pont", "école", "marché", "port", "bibliothèque")


def sources(count: int) -> list[str]:
    """Return English sentences that differ."""
    return [f"The {THINGS[k % 5]} in street {k} was opened by {k + 3} people in {1900 + k}." for k in range(count)]


def targets(count: int) -> list[str]:
    """Return them in French."""
    return [f"Le {DINGE[k % 5]} de la rue {k} fut ouvert par {k + 3} personnes en {1900 + k}." for k in range(count)]


def every_second_dropped(first: list[str], english: list[str], french: list[str]) -> Alignment:
    """Return an alignment in which every second sentence is dropped, with texts put in front that are dropped, too."""
    source, target = document("a.txt", "en", [*first, *english]), document("b.txt", "fr", french[::2])
    beads = [Bead(Span(k, k + 1), Span(0, 0), 0.0, 0.9) for k in range(len(first))]
    for k in range(len(english)):
        place, other = len(first) + k, (k + 1) // 2
        beads.append(Bead(Span(place, place + 1), Span(other, other + (k % 2 == 0)), 1.0, 0.9))
    return Alignment(source, target, tuple(beads), "made for a test")


def test_of_100_decisions_99_are_kept_when_the_text_changes(tmp_path: Path) -> None:
    """Text is put in front and a sentence corrected: the one decision about it is listed, all others stand."""
    english, french = sources(200), targets(200)
    path = tmp_path / "p.versalign"
    with make_project(path, every_second_dropped([], english, french)) as opened:
        subjects = opened.subjects()
        assert len(subjects) == 100
        for number, subject in enumerate(subjects):
            opened.reject(subject, f"reason {number}") if number % 2 else opened.accept(subject)
        english[101] = english[101].replace("people", "persons")
        opened.rebase(every_second_dropped(["A new beginning was written."], english, french), "texts read again")
    with open_project(path) as opened:
        kept = [subject for subject in subjects if subject in opened.subjects()]
        assert len(kept) == 99
        assert all(opened.judgement(subject).state is not State.OPEN for subject in kept)
        assert [action.subject for action in opened.lost()] == sorted(set(subjects) - set(kept))
        assert opened.tally.open == 2  # the new sentence and the corrected one
        opened.undo()
        assert not opened.lost()


def test_corrections_are_found_again_by_their_texts(tmp_path: Path) -> None:
    """A merge, a link and a role stand where their sentences stand now; one whose sentence is gone is listed."""
    shapes = [(1, 1), (1, 1), (1, 0), (1, 1), (1, 1), (0, 1), (1, 1)]
    with project(tmp_path / "p.versalign", shapes) as opened:
        opened.merge(0, "next")
        opened.link(Span(2, 3), Span(4, 5))
        opened.shift(3, "last", "down")
        made = opened.structure.base.alignment
        source = document("old.txt", "en", ["A new start.", *(segment.text for segment in made.source.segments)])
        texts = [segment.text for segment in made.target.segments]
        texts[3] = "Une phrase corrigée."
        beads = [Bead(Span(0, 1), Span(0, 0), 0.0, 0.9)]
        beads += [Bead(Span(b.source.start + 1, b.source.stop + 1), b.target, 1.0, 0.8) for b in made.beads]
        opened.rebase(Alignment(source, document("new.txt", "fr", texts), tuple(beads), "again"), "texts read again")
        assert [bead.shape for bead in opened.structure.beads] == ["1-0", "2-2", "1-0", "1-1", "1-1", "0-1", "1-1"]
        assert [(move.source, move.target) for move in opened.structure.moves] == [(Span(3, 4), Span(4, 5))]
        assert [action.kind.value for action in opened.lost()] == ["shift"]


def test_equal_texts_are_told_apart_by_their_order() -> None:
    """The second of two equal sentences is not the first, white space and composition aside."""
    keys = SegmentKeys(document("a.txt", "en", ["Yes.", "Café no.", "Yes.", "Cafe\u0301  no."]))
    assert len(set(keys.keys)) == 4
    assert keys.find(keys.over(Span(2, 4))) == Span(2, 4)
    assert keys.find([keys.keys[0], keys.keys[2]]) is None


def test_decisions_are_of_people(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The last decision holds; two people who differ dispute; a comment decides nothing."""
    with project(tmp_path / "p.versalign", [(1, 1), (1, 0)]) as opened:
        (subject,) = opened.subjects()
        opened.comment(subject, "strange")
        assert opened.judgement(subject).state is State.OPEN
        monkeypatch.setenv("LOGNAME", "ada")
        opened.accept(subject)
        monkeypatch.setenv("LOGNAME", "bob")
        opened.reject(subject, "it is there")
        judged = opened.judgement(subject)
        assert (judged.state, judged.who, judged.why, judged.disputed) == (State.REJECTED, "bob", "it is there", True)
        assert judged.comments == ("strange",)
        assert (opened.tally.judged, opened.tally.open, opened.tally.disputed) == (1, 0, 1)
        opened.undo()
        assert opened.judgement(subject).who == "ada"
        with pytest.raises(OptionError, match="say why"):
            opened.reject(subject, " ")
        with pytest.raises(OptionError, match="no such id"):
            opened.accept("no such id")


def test_locked_beads_hold_when_a_pair_is_aligned_again(tmp_path: Path) -> None:
    """What a person has locked, right or wrong, is in the new alignment, and the ledger balances around it."""
    source, target = document("a.txt", "en", sources(12)), document("b.txt", "fr", targets(12))
    made = align_documents(source, target)
    assert [bead.shape for bead in made.beads] == ["1-1"] * 12
    with make_project(tmp_path / "p.versalign", made) as opened:
        opened.shift(5, "last", "down", "target")
        opened.merge(5, "next")
        opened.split(5, 1, 2)
        opened.lock(5, 6)
        assert align_again(opened.structure, source, target).beads[5].shape == "1-2"
        opened.rebase(align_again(opened.structure, source, target), "aligned again")
        assert Bead(Span(5, 6), Span(5, 7), 1.0, 1.0) in opened.structure.beads
        assert not opened.lost()


def test_a_bead_has_another_id_than_a_finding(tmp_path: Path) -> None:
    """Both can be judged, each for itself."""
    with project(tmp_path / "p.versalign", [(1, 1), (1, 0)]) as opened:
        opened.accept(opened.bead_ids[1])
        assert opened.judgement(opened.subjects()[0]).state is State.OPEN
        assert len({*opened.bead_ids, *opened.subjects()}) == 3
