"""Beads that go on behind a caption: what the ledger, the comparison, its checks and its tables say of them."""

import io
import json
from dataclasses import replace

import pytest

from align.bitext import Alignment, Bead, Comparison, Continuation, Document, Fate, Move, Role, Span
from align.comparison import comparison_of
from align.continuations import Runs, continued_beads, runs_of
from align.gathered import gather
from align.report.read_json import read_json
from tests.align.comparisons import document
from tests.align.halves import BAC, FERRY, ferry, turned
from tests.align.report.renderings import as_json


@pytest.fixture(scope="module")
def found() -> Comparison:
    """Return the comparison of two versions, of which one has a caption in a sentence."""
    return comparison_of(ferry())


def alignment(*continuations: Continuation, moves: tuple[Move, ...] = ()) -> Alignment:
    """Return an alignment of 1-1, 1-0, 1-0, 0-1, 0-1 and 1-1."""
    source = document("a", "en", [["One."], ["Two."], ["Three."], ["Four."]])
    target = document("b", "en", [["One."], ["Two."], ["Three."], ["Four."]])
    ends = [(0, 1, 0, 1), (1, 2, 1, 1), (2, 3, 1, 1), (3, 3, 1, 2), (3, 3, 2, 3), (3, 4, 3, 4)]
    beads = tuple(Bead(Span(i, i_end), Span(j, j_end), 0.9, 0.9) for i, i_end, j, j_end in ends)
    return Alignment(source, target, beads, "sig", moves=moves, continuations=continuations)


def joins(*ends: int) -> Continuation:
    """Return a continuation of these spans."""
    return Continuation(Span(*ends[:2]), Span(*ends[2:]))


@pytest.mark.parametrize(
    ("continuations", "message"),
    [
        ([joins(1, 2, 0, 1)], "apart from their bead"),
        ([joins(2, 3, 1, 2)], "apart from their bead"),
        ([joins(2, 2, 0, 1)], "apart from their bead"),
        ([joins(3, 4, 0, 1)], "apart from their bead"),
        ([joins(2, 3, 0, 2)], "apart from their bead"),
        ([joins(2, 3, 0, 1), joins(2, 3, 0, 1)], "apart from their bead"),
        ([joins(3, 4, 1, 2), joins(2, 3, 0, 1)], "in the order of the source"),
    ],
    ids=["beside it", "no bead", "empty", "kept", "more than the bead", "taken twice", "order"],
)
def test_a_continuation_joins_null_beads_to_a_bead(continuations: list[Continuation], message: str) -> None:
    """The ledger balances, or there is no alignment."""
    with pytest.raises(ValueError, match=message):
        alignment(*continuations)


def test_what_moved_goes_on_with_nothing() -> None:
    """A null bead belongs to one thing."""
    with pytest.raises(ValueError, match="apart from their bead"):
        alignment(joins(2, 3, 0, 1), moves=(Move(Span(2, 3), Span(1, 2), 1.0, 0.9),))


def test_a_bead_goes_on_behind_it_or_before_as_often_as_it_is_cut() -> None:
    """What it goes on with may stand before it, too; runs are in the order of the text."""
    both = alignment(joins(0, 1, 2, 3), joins(2, 3, 0, 1))
    assert continued_beads(both) == {2: 0, 4: 0}
    assert runs_of(both) == {0: Runs((Span(0, 1), Span(2, 3)), (Span(0, 1), Span(2, 3)))}
    before = alignment(joins(1, 2, 3, 4))
    assert runs_of(before) == {5: Runs((Span(1, 2), Span(3, 4)), (Span(3, 4),))}


def test_checks_read_a_sentence_in_three_parts_as_one() -> None:
    """Its parts stand beside each other in the order of the text; what is found in one has its place there."""
    texts = ["One.", "Two,", "Aside.", "three,", "Aside.", "four.", "Five."]
    source = document("a", "en", [[text] for text in texts])
    target = document("b", "en", [["One."], ["Two, three, four."], ["Five."]])
    ends = [(0, 1, 0, 1), (1, 2, 1, 1), (2, 3, 1, 1), (3, 4, 1, 2), (4, 5, 2, 2), (5, 6, 2, 2), (6, 7, 2, 3)]
    beads = tuple(Bead(Span(i, i_end), Span(j, j_end), 0.9, 0.9) for i, i_end, j, j_end in ends)
    made = Alignment(source, target, beads, "sig", continuations=(joins(1, 2, 1, 2), joins(5, 6, 1, 2)))
    assert runs_of(made) == {3: Runs((Span(1, 2), Span(3, 4), Span(5, 6)), (Span(1, 2),))}
    comparison = comparison_of(made)
    assert [comparison.fates[number] for number in (1, 3, 5)] == [Fate.MERGED] * 3
    gathered = gather(replace(comparison, findings=()))
    assert gathered is not None
    read = gathered.comparison.alignment.source
    assert [segment.text for segment in read.segments] == ["One.", "Aside.", "Two,\nthree,\nfour.", "Aside.", "Five."]
    for text in texts:
        start = read.text.index(text)
        place = gathered.source.chars(Span(start, start + len(text)))
        assert source.text[place.start : place.stop] == text


def test_both_halves_have_the_fate_of_their_bead(found: Comparison) -> None:
    """Nothing was dropped or lacks a part, and all is covered; turned round it is the mirror."""
    kept, aside = Fate.KEPT, Fate.ASIDE
    assert found.fates == (aside, kept, Fate.MERGED, aside, Fate.MERGED, kept, kept)
    assert [finding.kind for finding in found.findings] == ["line-dropped"]
    assert found.findings[0].bead == 3
    mirror = comparison_of(turned(ferry()))
    assert mirror.fates == (aside, kept, Fate.SPLIT, aside, Fate.SPLIT, kept, kept)
    assert [finding.kind for finding in mirror.findings] == ["line-added"]
    for comparison in (found, mirror):
        assert comparison.source_coverage.share == comparison.target_coverage.share == 1.0


def test_a_bead_in_doubt_is_so_in_both_places() -> None:
    """Its probability is that of the whole."""
    made = ferry()
    beads = tuple(replace(bead, probability=0.4) if k == 2 else bead for k, bead in enumerate(made.beads))
    fates = comparison_of(replace(made, beads=beads)).fates
    assert (fates[2], fates[4]) == (Fate.UNCERTAIN, Fate.UNCERTAIN)


def test_what_a_person_calls_furniture_goes_on_with_nothing() -> None:
    """Then it is aside, and the bead is what it is without it."""
    made = ferry()
    segments = tuple(replace(it, role=Role.FURNITURE) if k == 4 else it for k, it in enumerate(made.source.segments))
    fates = comparison_of(replace(made, source=replace(made.source, segments=segments))).fates
    assert (fates[2], fates[4]) == (Fate.KEPT, Fate.ASIDE)


def test_checks_tell_of_a_change_in_the_half_behind_the_caption() -> None:
    """A wrong number is found where it stands, as one of the whole sentence, and the bead is the one that goes on."""
    made = ferry()
    old = made.source.segments[4]
    source = _with_text(FERRY, 4, "is to be replaced by 3 electric ones before the holidays at Easter.")
    target = _with_text(BAC, 2, BAC.segments[2].text.replace("un moteur électrique", "7 moteurs électriques"))
    comparison = comparison_of(replace(made, source=source, target=target))
    (finding,) = (it for it in comparison.findings if it.kind == "number")
    assert finding.bead == 2
    assert source.text[finding.source.start : finding.source.stop] == "3"
    assert finding.source.start > old.chars.start
    assert target.text[finding.target.start : finding.target.stop] == "7"
    assert all(
        (source if it.side == "source" else target).text[it.chars.start : it.chars.stop] == it.text
        for each in comparison.findings
        for it in each.evidence
    )


def test_checks_read_a_sentence_in_one_place(found: Comparison) -> None:
    """What they read has the sentence before the caption, a line end between its halves, and all of the text once."""
    gathered = gather(found)
    assert gathered is not None
    read = gathered.comparison.alignment
    assert read.source.segments[2].text == f"{FERRY.segments[2].text}\n{FERRY.segments[4].text}"
    assert sorted(read.source.text.split()) == sorted(FERRY.text.split())
    assert read.target.text == BAC.text
    assert gathered.beads == (0, 1, 2, 3, 5, 6)
    for number, segment in enumerate(FERRY.segments):
        here = read.source.segments[gathered.source.numbers[number]]
        start = here.chars.start + here.text.index(segment.text)
        assert gathered.source.chars(Span(start, start + len(segment.text))) == segment.chars
    whole = read.source.segments[2].chars
    assert gathered.source.chars(whole) == FERRY.segments[2].chars, "the longer half, without what is between"


def test_json_and_tables_tell_it(found: Comparison) -> None:
    """JSON comes back as it was, and the row of the null bead names the bead that it goes on with."""
    text = as_json(found)
    assert json.loads(text)["continuations"] == [{"source": [4, 5], "target": [2, 3]}]
    assert read_json(io.StringIO(text)).alignment.continuations == found.alignment.continuations
    frame = found.to_frame()
    assert frame.loc[4, "continues"] == 2
    assert frame["continues"].isna().sum() == 6


def _with_text(version: Document, number: int, text: str) -> Document:
    """Return a document in which a segment has another text."""
    paragraphs: dict[int, list[tuple[Role, str]]] = {}
    for k, segment in enumerate(version.segments):
        paragraphs.setdefault(segment.paragraph, []).append((segment.role, text if k == number else segment.text))
    return document(version.name, version.language, list(paragraphs.values()))
