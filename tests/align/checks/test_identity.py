"""Findings keep their ids when text is put in front of them, and no two share one."""

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from align.bitext import Alignment, Bead, Comparison, Document, Move, Segment, Span
from align.comparison import compare, comparison_of
from align.documents import document_from_text
from tests.align.comparisons import orchard

SEEDS = Path(__file__).resolve().parents[3] / "seeds"
# None says a number: what a sentence in front says is missed no longer in the next one, and that is as it should be.
SENTENCES = ["One.", "Another.", "A  last\none."]
Shape = tuple[int, int]
shapes = st.lists(st.sampled_from([(1, 1), (1, 0), (0, 1), (2, 1)]), max_size=12)
endless = st.lists(st.sampled_from(SENTENCES), min_size=26, max_size=26)
fronts = st.sampled_from([(1, 0), (0, 1), (1, 1)])


def text_of(sentences: list[str]) -> Document:
    """Return a document of sentences, one a line."""
    segments, text = [], ""
    for number, sentence in enumerate(sentences):
        segments.append(Segment(sentence, Span(len(text), len(text) + len(sentence)), number))
        text += sentence + "\n"
    return Document("text", "en", text, tuple(segments))


def compared(source: list[str], target: list[str], beads: list[Shape]) -> Comparison:
    """Return the comparison of an alignment by hand, of as many of the sentences as its beads take."""
    row = column = 0
    found = []
    for height, breadth in beads:
        found.append(Bead(Span(row, row + height), Span(column, column + breadth), 0.0, 0.9))
        row, column = row + height, column + breadth
    return comparison_of(Alignment(text_of(source[:row]), text_of(target[:column]), tuple(found), "by hand"))


def ids(comparison: Comparison) -> list[str]:
    """Return the ids of the findings."""
    return [finding.id for finding in comparison.findings]


@given(endless, endless, shapes, fronts, st.sampled_from(["Something new.", *SENTENCES]))
def test_a_sentence_in_front_changes_no_id(
    source: list[str], target: list[str], beads: list[Shape], front: Shape, sentence: str
) -> None:
    """In front of one document or of both, kept or missing, new or said again later."""
    beads = [(1, 1), *beads]  # beside what is dropped or added a sentence would make another replacement of it
    before = compared(source, target, beads)
    after = compared([sentence] * front[0] + source, [sentence] * front[1] + target, [front, *beads])
    assert set(ids(before)) <= set(ids(after))
    assert len(set(ids(after))) == len(ids(after))
    if sentence not in SENTENCES:
        assert [finding.id for finding in after.findings if finding.bead] == ids(before)


@given(endless, endless, shapes)
def test_the_same_input_gives_the_same_ids(source: list[str], target: list[str], beads: list[Shape]) -> None:
    """Equal sentences that are missing twice have two ids, and both times the same two."""
    found = ids(compared(source, target, beads))
    assert found == ids(compared(source, target, beads))
    assert len(set(found)) == len(found)
    assert all(re.fullmatch("[0-9a-f]{12}", identity) for identity in found)


def test_ids_stay_from_one_release_to_the_next() -> None:
    """Decisions are stored under them: this one may not change."""
    assert ids(compared(["One."], [], [(1, 0)])) == ["addcdef2300c"]


def test_check_kind_and_side_are_part_of_an_id() -> None:
    """The same words dropped here and added there are two findings."""
    assert ids(compared(["One."], [], [(1, 0)])) != ids(compared([], ["One."], [(0, 1)]))
    assert len(set(ids(compared(["One."] * 2, ["One."] * 2, [(1, 0), (1, 1), (0, 1)])))) == 2


def test_line_breaks_are_no_part_of_an_id() -> None:
    """A text that is wrapped anew has the findings it had; so has one whose accents are written in two characters."""
    assert ids(compared(["A third one."], [], [(1, 0)])) == ids(compared(["A third\none."], [], [(1, 0)]))
    assert ids(compared(["Caf\u00e9."], [], [(1, 0)])) == ids(compared(["Cafe\u0301."], [], [(1, 0)]))


def test_a_sentence_in_front_changes_no_id_of_a_moved_passage() -> None:
    """The id is made from the texts on both sides."""
    before = orchard().alignment
    source, target = (
        text_of(["Something new.", *(segment.text for segment in side.segments)])
        for side in (before.source, before.target)
    )
    beads = [
        Bead(Span(0, 1), Span(0, 1), 0.0, 0.9),
        *(Bead(_later(bead.source), _later(bead.target), 0.0, bead.probability) for bead in before.beads),
    ]
    moves = tuple(Move(_later(move.source), _later(move.target), 0.0, move.probability) for move in before.moves)
    after = comparison_of(Alignment(source, target, tuple(beads), "by hand", moves=moves))
    assert [finding.kind for finding in after.findings] == ["dropped", "dropped", "moved"]
    assert ids(after) == ids(comparison_of(before))


def _later(span: Span) -> Span:
    return Span(span.start + 1, span.stop + 1)


def test_ids_of_a_real_comparison_survive_a_paragraph_in_front() -> None:
    """The aligner reads the changed text, and what it still finds has the id that it had."""
    english, french = ((SEEDS / "ferry" / name).read_text(encoding="utf-8") for name in ("en.txt", "fr.txt"))
    before = compare(english, french)
    front = "Several readers have written to us about the following article since it was published."
    after = compare(document_from_text(f"{front}\n\n{english}", language="en"), french)
    said = {finding.message + _claimed(before, finding.source): finding.id for finding in before.findings}
    again = {finding.message + _claimed(after, finding.source): finding.id for finding in after.findings}
    common = said.keys() & again.keys()
    assert len(common) >= 3
    assert {key: said[key] for key in common} == {key: again[key] for key in common}


def _claimed(comparison: Comparison, chars: Span) -> str:
    return comparison.alignment.source.text[chars.start : chars.stop]
