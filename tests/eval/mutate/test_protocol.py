"""Changes planted in articles, and what counts as found."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from random import Random

from align.bitext import (
    Alignment,
    Bead,
    Comparison,
    Coverage,
    Document,
    Fate,
    Finding,
    Severity,
    Span,
    Verdict,
)
from eval.gold.sets import GoldPair, pair_document
from eval.mutate import load_mutator
from eval.mutate.protocol import (
    APART,
    FalseScore,
    KindScore,
    findings_inside,
    plant,
    score_kind,
    score_untouched,
    touches,
)
from eval.mutate.report import false_table, mutate_result, recall_table, sum_false, sum_kinds

SIZE = 12


def folder_of_articles(path: Path) -> Path:
    """Write an article of sentences with a number each in two languages, and return the folder."""
    for language, words in (("en", "boats have room for"), ("fr", "bateaux ont de la place pour")):
        lines = [f"{number + 20} {words} {number + 40}." for number in range(SIZE)]
        (path / f"{language}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (path / "DOCUMENT_IDS.tsv").write_text("one\n" * SIZE, encoding="utf-8")
    return path


def by_digits(source: Document, target: Document) -> Comparison:
    """Compare line by line; a finding for the first two words that are numbers and differ, and one for every line 0."""
    beads = tuple(Bead(Span(k, k + 1), Span(k, k + 1), 1.0, 1.0) for k in range(len(source.segments)))
    findings = []
    for number, (one, other) in enumerate(zip(source.segments, target.segments, strict=True)):
        words = [segment.text.strip(".").split() for segment in (one, other)]
        first = words[0][0] != words[1][0]
        if first or words[0][-1] != words[1][-1] or number == 0:
            spans = [
                Span(it.chars.start, it.chars.start + 2) if first else Span(it.chars.stop - 3, it.chars.stop - 1)
                for it in (one, other)
            ]
            findings.append(finding(number, *spans, severity=Severity.HIGH if number else Severity.LOW))
    none = Coverage(0, 0, 0, 0)
    alignment = Alignment(source, target, beads, "line by line")
    return Comparison(alignment, (Fate.KEPT,) * len(beads), Verdict.SAME, none, none, tuple(findings))


def finding(bead: int, source: Span, target: Span, *, severity: Severity = Severity.HIGH) -> Finding:
    """Return a finding about numbers."""
    return Finding(
        check="numbers",
        kind="number",
        severity=severity,
        bead=bead,
        source=source,
        target=target,
        probability=0.9,
        message="it",
    )


def article() -> GoldPair:
    """Return an article with a number in every sentence."""
    sentences = tuple(f"There are {number + 20} boats." for number in range(SIZE))
    return GoldPair("en-fr/one", "en", "fr", sentences, sentences, tuple(((k,), (k,)) for k in range(SIZE)))


def test_changes_stand_apart_and_where_they_are_said_to_be() -> None:
    """One side of every third sentence at most; the characters are those of the document."""
    for seed in range(20):
        pair, changes = plant(article(), load_mutator("digits"), Random(seed))
        changed = [k for k in range(SIZE) if (pair.source[k], pair.target[k]) != (article().source[k],) * 2]
        assert len(changed) == len(changes) >= SIZE // APART - 1
        assert all(later - sooner >= APART for sooner, later in pairwise(changed))
        documents = pair_document(pair, "source"), pair_document(pair, "target")
        for number, change in zip(changed, changes, strict=True):
            text = documents[change.side].text[change.chars.start : change.chars.stop]
            assert text.isdecimal()
            assert text != str(number + 20)


def test_a_change_is_found_where_a_finding_touches_it(tmp_path: Path) -> None:
    """Both sides are changed in turn; a finding elsewhere in the sentence does not count."""
    score = score_kind(folder_of_articles(tmp_path), "digits", ("en", "fr"), by_digits)
    assert score.planted >= 3
    assert score.found == score.planted
    assert score.by == {"numbers": score.planted}


def test_findings_of_untouched_articles_are_counted_per_word(tmp_path: Path) -> None:
    """The English side is counted, whichever it is."""
    folder = folder_of_articles(tmp_path)
    expected = FalseScore("en-fr", 6 * SIZE, "numbers", "number", Severity.LOW, 1)
    assert score_untouched(folder, ("en", "fr"), by_digits) == (expected,)
    assert score_untouched(folder, ("fr", "en"), by_digits) == (replace(expected, languages="fr-en"),)


def test_what_became_of_a_sentence_is_no_finding_inside_it() -> None:
    """Findings about dropped sentences say nothing of what is in kept ones."""
    pair = article()
    comparison = by_digits(pair_document(pair, "source"), pair_document(pair, "target"))
    assert len(list(findings_inside(comparison))) == 1
    dropped = replace(comparison, fates=(Fate.DROPPED, *comparison.fates[1:]))
    assert not list(findings_inside(dropped))


def test_a_replaced_sentence_points_at_what_was_cut_out_of_it_alone() -> None:
    """More than half of a sentence may have gone; of another word put in its place it says nothing."""
    pair, (change, *_) = plant(article(), load_mutator("digits"), Random(1))
    comparison = by_digits(pair_document(pair, "source"), pair_document(pair, "target"))
    whole = replace(finding(0, change.sentence, change.sentence), kind="replaced")
    dropped = replace(comparison, fates=(Fate.DROPPED,) * len(comparison.fates), findings=(whole,))
    assert list(findings_inside(dropped)) == [whole]
    cut = replace(change, chars=Span(change.chars.start, change.chars.start))
    assert touches(whole, cut)
    assert not touches(whole, change)


def test_tables_add_up_and_have_intervals() -> None:
    """Recall is a share of the planted, false findings are a rate per 1,000 words."""
    scores = [
        KindScore("digits", "en-fr", 8, 7, 4, {"a": 7}),
        KindScore("digits", "en-de", 12, 11, 6, {"a": 1, "b": 10}),
    ]
    (row,) = recall_table("", sum_kinds(scores)).rows
    assert row == ("digits", "all", "20", "0.900", "0.699 to 0.972", "0.500", "0.299 to 0.701", "b 10, a 8")
    false = [FalseScore(pair, 1000, "a", "x", Severity.HIGH, 2) for pair in ("en-fr", "en-de")]
    assert [row[4:6] for row in false_table("", sum_false(false)).rows] == [("4", "2.00"), ("4", "2.00")]
    assert recall_table("", [KindScore("digits", "en-fr", 0, 0, 0)]).rows[0][3:] == ("–",) * 5


def test_the_result_has_a_row_for_every_kind_and_pair(tmp_path: Path) -> None:
    """The comparison of the command is the real one."""
    folder = folder_of_articles(tmp_path)
    result = mutate_result(folder, kinds=("digits", "weekday"), languages=(("en", "fr"), ("fr", "en")))
    assert [row[:2] for row in result.tables["mutate"].rows] == [
        (kind, pair) for kind in ("digits", "weekday") for pair in ("en-fr", "fr-en")
    ]
    assert [(row[0], row[2] == "0") for row in result.tables["mutate-kinds"].rows] == [
        ("digits", False),
        ("weekday", True),
    ]
