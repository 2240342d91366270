"""What counts as replaced, and that it is claimed once."""

import pytest

from align.bitext import Alignment, Bead, Comparison, Severity, Span
from align.comparison import comparison_of
from align.replacements import find_replacements
from align.report.digest import uncertain_in_words
from align.report.wording import remarks
from tests.align.comparisons import document

Row = tuple[int, int, float]


def compared(*rows: Row) -> Comparison:
    """Return what is said of beads by hand, each with its number of source and target sentences and its probability."""
    beads = []
    i = j = 0
    for height, breadth, probability in rows:
        beads.append(Bead(Span(i, i + height), Span(j, j + breadth), 1.0, probability))
        i, j = i + height, j + breadth
    source = document("a", "en", [[f"Sentence {number} was read." for number in range(i)]])
    target = document("b", "fr", [[f"La phrase {number} est lue." for number in range(j)]])
    return comparison_of(Alignment(source, target, tuple(beads), "by hand"))


def kinds(comparison: Comparison) -> list[str]:
    """Return the kinds of the findings."""
    return [finding.kind for finding in comparison.findings]


@pytest.mark.parametrize("rows", [[(1, 0, 0.9), (0, 1, 0.7)], [(0, 1, 0.7), (1, 0, 0.9)]])
def test_a_dropped_and_an_added_sentence_in_one_place_are_one_finding(rows: list[Row]) -> None:
    """In either order; it is as sure as the less sure of the two, covers both, and the fates stay."""
    comparison = compared((1, 1, 0.9), *rows, (1, 1, 0.9))
    (finding,) = comparison.findings
    assert (finding.check, finding.kind, finding.severity) == ("replacement", "replaced", Severity.HIGH)
    assert (finding.bead, finding.probability) == (1, 0.7)
    assert finding.source == comparison.alignment.source.segments[1].chars
    assert finding.target == comparison.alignment.target.segments[1].chars
    assert [place.text for place in finding.evidence] == ["Sentence 1 was read.", "La phrase 1 est lue."]
    assert finding.message == "this sentence of the source is not in the target; another one stands in its place"
    assert sorted(fate.value for fate in comparison.fates) == ["added", "dropped", "kept", "kept"]


def test_a_pair_in_great_doubt_is_told_as_replaced() -> None:
    """It is shown as uncertain, and was told to nobody; of a pair that is as likely one as not nothing is claimed."""
    comparison = compared((1, 1, 0.9), (1, 1, 0.04), (1, 1, 0.3))
    (finding,) = comparison.findings
    assert (finding.kind, finding.severity, finding.bead) == ("replaced", Severity.MEDIUM, 1)
    assert finding.counts
    assert [place.text for place in finding.evidence] == ["Sentence 1 was read.", "La phrase 1 est lue."]
    assert uncertain_in_words(comparison).startswith("1 row in doubt")
    assert [remark.is_sure for remark in remarks(comparison)[1]] == [True]


def test_sentences_with_a_kept_one_between_them_replace_nothing() -> None:
    """One is missing here, and another one is new there."""
    assert kinds(compared((1, 0, 0.9), (1, 1, 0.9), (0, 1, 0.9))) == ["dropped", "added"]


@pytest.mark.parametrize(
    ("dropped", "added", "found"),
    [(3, 1, ["replaced"]), (4, 1, ["dropped"] * 4 + ["added"]), (2, 5, ["replaced"]), (0, 2, ["added"] * 2)],
)
def test_one_side_may_have_twice_as_many_sentences_and_one(dropped: int, added: int, found: list[str]) -> None:
    """Of a cut passage most stands for nothing, so that each sentence is claimed by itself."""
    assert kinds(compared((1, 1, 0.9), *[(1, 0, 0.9)] * dropped, *[(0, 1, 0.9)] * added)) == found


def test_what_is_in_doubt_replaces_nothing() -> None:
    """A doubtful omission beside a sure one must not take its certainty away."""
    comparison = compared((1, 1, 0.9), (1, 0, 0.9), (1, 0, 0.4), (0, 1, 0.8))
    assert [(finding.kind, finding.probability) for finding in comparison.findings] == [
        ("replaced", 0.8),
        ("dropped", 0.4),
    ]


def test_beads_are_paired_in_their_order() -> None:
    """The first dropped one stands beside the first added one; the rest of the longer side has no partner."""
    comparison = compared((1, 0, 0.9), (0, 1, 0.9), (1, 0, 0.9), (0, 1, 0.9), (1, 0, 0.9), (1, 1, 0.9))
    (found,) = find_replacements(comparison.alignment, comparison.fates)
    assert found.pairs == ((0, 1), (2, 3))
    assert found.beads == (0, 1, 2, 3, 4)
    assert comparison.findings[0].message.startswith("these 3 sentences of the source are not in the target; 2 others")
