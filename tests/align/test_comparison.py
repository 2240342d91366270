"""From an alignment of any origin to fates, coverage, verdict and findings; and what `compare` takes."""

import io
from dataclasses import replace
from pathlib import Path

import pytest

from align.aligners import align_documents
from align.bitext import Alignment, Bead, Counterpart, Coverage, Evidence, Fate, Move, Role, Severity, Span, Verdict
from align.comparison import compare, comparison_of
from align.documents import document_from_text, read_document
from align.errors import InputError, OptionError
from align.exchange import read_beads, write_beads
from align.report.read_json import read_json
from tests.align.comparisons import document
from tests.align.report.renderings import as_json

SOURCE = document("bridge.en.txt", "en", [["The bridge is closed.", "Repairs begin soon."], ["Ferries run."]])
TARGET = document("pont.fr.txt", "fr", [["Le pont est fermé."], ["Des bacs circulent.", "Ils sont gratuits."]])
ENGLISH, FRENCH = "The bridge is closed. Repairs start on Monday.", "Le pont est fermé."


def by_hand(*shapes: tuple[int, int, float], moves: tuple[Move, ...] = ()) -> Alignment:
    """Return an alignment of the two documents that a person has made: sizes of both sides and a probability a bead."""
    beads: list[Bead] = []
    row = column = 0
    for height, breadth, probability in shapes:
        beads.append(Bead(Span(row, row + height), Span(column, column + breadth), 0.0, probability))
        row, column = row + height, column + breadth
    return Alignment(SOURCE, TARGET, tuple(beads), "by hand", moves=moves)


def with_role(alignment: Alignment, role: Role) -> Alignment:
    """Return the alignment with another role for all segments."""
    sides = (
        replace(side, segments=tuple(replace(segment, role=role) for segment in side.segments))
        for side in (alignment.source, alignment.target)
    )
    return replace(alignment, source=next(sides), target=next(sides))


def test_a_bead_has_the_fate_of_its_shape() -> None:
    """Several to one are merged, one to several are split, as many to as many are kept."""
    assert comparison_of(by_hand((2, 1, 1.0), (1, 2, 1.0))).fates == (Fate.MERGED, Fate.SPLIT)
    assert comparison_of(by_hand((2, 2, 1.0), (1, 0, 1.0), (0, 1, 1.0))).fates == (Fate.KEPT, Fate.DROPPED, Fate.ADDED)


@pytest.mark.parametrize(
    ("probability", "fate"),
    [(0.0, Fate.UNCERTAIN), (0.31, Fate.UNCERTAIN), (0.4999, Fate.UNCERTAIN), (0.5, Fate.KEPT), (1.0, Fate.KEPT)],
)
def test_a_bead_below_an_even_chance_is_uncertain(probability: float, fate: Fate) -> None:
    """It has no other fate, it covers nothing, and only of great doubt a claim is made from it."""
    comparison = comparison_of(by_hand((1, 1, 1.0), (1, 1, probability), (1, 1, 1.0)))
    assert comparison.fates == (Fate.KEPT, fate, Fate.KEPT)
    assert comparison.source_coverage.segments == comparison.target_coverage.segments == 2 + (fate is Fate.KEPT)
    assert [finding.kind for finding in comparison.findings] == ["replaced"] * (probability <= 0.1)


def test_doubt_does_not_change_the_fate_of_a_null_bead() -> None:
    """The finding has the doubt in its probability."""
    comparison = comparison_of(by_hand((1, 1, 1.0), (1, 0, 0.3), (1, 2, 1.0)))
    assert comparison.fates == (Fate.KEPT, Fate.DROPPED, Fate.SPLIT)
    (finding,) = [it for it in comparison.findings if it.check == "omission"]
    assert finding.probability == 0.3
    assert not finding.counts


def test_what_is_no_article_text_is_aside() -> None:
    """It has no other fate, is not counted, and is not missed."""
    captions = with_role(by_hand((2, 1, 1.0), (1, 0, 1.0), (0, 2, 0.2)), Role.CAPTION)
    comparison = comparison_of(captions)
    assert comparison.fates == (Fate.ASIDE,) * 3
    assert comparison.source_coverage == Coverage(0, 0, 0, 0)
    assert comparison.findings == ()


@pytest.mark.parametrize(("probability", "fate"), [(0.5, Fate.MOVED), (0.49, None)])
def test_a_move_counts_from_an_even_chance_on(probability: float, fate: Fate | None) -> None:
    """Then its null beads have moved and are covered; below, they are dropped here and added there."""
    move = Move(Span(1, 2), Span(2, 3), 1.0, probability)
    comparison = comparison_of(by_hand((1, 1, 1.0), (1, 0, 0.9), (1, 1, 1.0), (0, 1, 0.9), moves=(move,)))
    assert comparison.fates == (Fate.KEPT, fate or Fate.DROPPED, Fate.KEPT, fate or Fate.ADDED)
    assert comparison.source_coverage.segments == (3 if fate else 2)
    assert [finding.kind for finding in comparison.findings] == (["moved"] if fate else ["dropped", "added"])


def test_coverage_counts_segments_and_characters_of_article_text() -> None:
    """What was dropped or added is not covered."""
    comparison = comparison_of(by_hand((1, 1, 1.0), (1, 0, 1.0), (1, 1, 1.0), (0, 1, 1.0)))
    sizes = [len(segment.text) for segment in SOURCE.segments]
    assert comparison.source_coverage == Coverage(2, 3, sizes[0] + sizes[2], sum(sizes), 6, 9)
    assert comparison.target_coverage.segments == 2
    assert comparison.verdict is Verdict.NEAR_PARALLEL


def test_findings_say_what_is_missing_where() -> None:
    """They cover the text on one side and its place on the other; the closest rejected counterpart is evidence."""
    alignment = by_hand((1, 1, 1.0), (1, 0, 0.8), (1, 1, 1.0), (0, 1, 0.9))
    closest = replace(alignment.beads[1], rejected=Counterpart(Span(2, 3), 0.2))
    beads = (*alignment.beads[:1], closest, *alignment.beads[2:])
    omission, addition = comparison_of(replace(alignment, beads=beads)).findings
    assert (omission.check, omission.kind, omission.bead, omission.probability) == ("omission", "dropped", 1, 0.8)
    assert (addition.check, addition.kind, addition.bead, addition.probability) == ("addition", "added", 3, 0.9)
    assert omission.severity is addition.severity is Severity.MEDIUM
    assert omission.source == SOURCE.segments[1].chars
    assert omission.target == Span(TARGET.segments[0].chars.stop, TARGET.segments[0].chars.stop)
    assert addition.target == TARGET.segments[2].chars
    assert omission.evidence == (Evidence("closest", "target", TARGET.segments[2].chars, "Ils sont gratuits."),)
    assert addition.evidence == ()
    assert omission.counts
    assert "source has no counterpart in the target" in omission.message
    assert "target has no counterpart in the source" in addition.message


def test_nothing_is_claimed_of_documents_that_are_no_versions() -> None:
    """Their beads have fates, but a sentence of another article was not dropped."""
    alignment = replace(by_hand((3, 0, 1.0), (0, 3, 1.0)), version_probability=0.1, closeness=0.0)
    comparison = comparison_of(alignment)
    assert comparison.fates == (Fate.DROPPED, Fate.ADDED)
    assert comparison.verdict is Verdict.UNRELATED
    assert comparison.findings == ()


def test_only_two_verdicts_are_those_of_versions() -> None:
    """Reports show rows of these, and checks look at these."""
    comparison = comparison_of(by_hand((3, 3, 1.0)))
    versions = [verdict for verdict in Verdict if replace(comparison, verdict=verdict).are_versions]
    assert versions == [Verdict.SAME, Verdict.NEAR_PARALLEL]


@pytest.mark.parametrize("name", ["vecalign", "tsv", "jsonl"])
def test_beads_from_a_file_make_a_comparison(name: str, tmp_path: Path) -> None:
    """A file does not tell how likely the documents are versions: whoever wrote beads for them took them for some."""
    path = tmp_path / "beads"
    made = by_hand((1, 1, 1.0), (1, 0, 0.8), (1, 1, 0.3), (0, 1, 0.9))
    write_beads(replace(made, version_probability=0.6, closeness=0.4), name, path)
    comparison = comparison_of(read_beads(path, name, SOURCE, TARGET))
    assert comparison.fates == (Fate.KEPT, Fate.DROPPED, Fate.UNCERTAIN, Fate.ADDED)
    assert comparison.verdict is Verdict.NEAR_PARALLEL
    assert comparison.findings == comparison_of(made).findings
    assert len(comparison.findings) == 2
    assert read_json(io.StringIO(as_json(comparison))).findings == comparison.findings


def test_compare_is_the_comparison_of_what_the_aligner_found() -> None:
    """Documents may as well be aligned first."""
    source, target = document_from_text(ENGLISH, language="en"), document_from_text(FRENCH, language="fr")
    assert compare(source, target) == comparison_of(align_documents(source, target))


def test_compare_takes_documents_paths_and_texts(tmp_path: Path) -> None:
    """Of either side, in any mixture."""
    path = tmp_path / "pont.txt"
    path.write_text(FRENCH, encoding="utf-8")
    of_texts = compare(ENGLISH, FRENCH)
    assert of_texts.fates == (Fate.KEPT, Fate.DROPPED)
    assert [side.name for side in (of_texts.alignment.source, of_texts.alignment.target)] == ["source", "target"]
    assert [side.language for side in (of_texts.alignment.source, of_texts.alignment.target)] == ["en", "fr"]
    of_others = compare(document_from_text(ENGLISH), path)
    assert of_others.alignment.target == read_document(path)
    assert of_others.alignment.beads == of_texts.alignment.beads


@pytest.mark.parametrize("version", [None, 3, b"Le pont.", ["Le pont."]])
def test_compare_says_what_it_takes(version: object) -> None:
    """Anything else is a mistake in a program, and the message names the side, the kinds and what was found."""
    message = rf"expected a Document, a Path or a text \(str\) as {{}}, found .*\({type(version).__name__}\)"
    with pytest.raises(TypeError, match=message.format("target")):
        compare(ENGLISH, version)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=message.format("source")):
        compare(version, FRENCH)  # type: ignore[arg-type]


def test_a_path_in_quotes_is_not_compared_as_a_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The name of a file that is there is refused; of one that is not, it is a text like any other."""
    monkeypatch.chdir(tmp_path)
    assert compare("pont.txt", FRENCH).alignment.source.text == "pont.txt"
    Path("pont.txt").write_text(FRENCH, encoding="utf-8")
    with pytest.raises(InputError, match=r"found the name of a file; for the file give Path\('pont.txt'\)"):
        compare("pont.txt", FRENCH)


def test_compare_refuses_what_it_cannot_do(tmp_path: Path) -> None:
    """The errors are those of reading and of aligning."""
    with pytest.raises(InputError, match=r"missing\.txt"):
        compare(tmp_path / "missing.txt", FRENCH)
    with pytest.raises(OptionError, match="'guess'"):
        compare(ENGLISH, FRENCH, aligner="guess")
