"""The verdict as a person reads it: its words, and counts that agree with the rows."""

from dataclasses import replace

import pytest

from align.bitext import Comparison, Finding, Move, Severity, Span, Verdict
from align.report.verdict_words import verdict_in_words
from tests.align.comparisons import ADDED, DROPPED, KEPT, MOVED, UNCERTAIN, Fates, compare, document, two_articles

PAIR = (1, 1, KEPT, 0.9)
GONE, NEW = (1, 0, DROPPED, 0.9), (0, 1, ADDED, 0.9)


def made(*fates: tuple[int, int, object, float], verdict: Verdict = Verdict.NEAR_PARALLEL) -> Comparison:
    """Return a comparison with these beads."""
    rows: Fates = list(fates)  # type: ignore[arg-type]
    source = document("a", "en", [[f"The place {k} was seen by her." for k in range(sum(row[0] for row in rows))]])
    target = document("b", "fr", [[f"La place {k} est vue par elle." for k in range(sum(row[1] for row in rows))]])
    return compare(source, target, rows, verdict)


@pytest.mark.parametrize(
    ("comparison", "words"),
    [
        (made(PAIR, verdict=Verdict.SAME), "complete: every sentence of either version is in the other one."),
        (made(PAIR, GONE, PAIR), "shortened: 1 of 3 sentences is missing."),
        (made(PAIR, GONE, PAIR, GONE, GONE, PAIR), "shortened: 3 of 6 sentences are missing."),
        (made(PAIR, NEW, NEW), "expanded: 2 sentences were added."),
        (made(PAIR, GONE, PAIR, NEW), "shortened and expanded: 1 of 3 sentences is missing, 1 sentence was added."),
        (made(PAIR, GONE, NEW, PAIR), "changed: 1 sentence was replaced."),
        (made(GONE, GONE, PAIR, PAIR, GONE, GONE), "an excerpt: sentences 3–4 of 6."),
        (made(GONE, PAIR, GONE, PAIR, GONE), "shortened: 3 of 5 sentences are missing."),
        (made(PAIR, (1, 1, UNCERTAIN, 0.4)), "perhaps complete: 1 row in doubt."),
        (made(PAIR, (1, 0, DROPPED, 0.4), PAIR), "shortened: 1 of 3 sentences is missing, 1 row in doubt."),
    ],
)
def test_a_verdict_says_what_differs_and_how_much(comparison: Comparison, words: str) -> None:
    """Whatever was replaced is not counted again as missing or added."""
    assert verdict_in_words(comparison, "–") == words


def test_moved_sentences_are_told() -> None:
    """A move counts once."""
    rows: Fates = [PAIR, (1, 0, MOVED, 0.9), PAIR, (0, 1, MOVED, 0.9)]
    plain = made(*rows)
    alignment = replace(plain.alignment, moves=(Move(Span(1, 2), Span(2, 3), 1.0, 0.9),))
    moved = replace(plain, alignment=alignment)
    assert verdict_in_words(moved, "–") == "reordered: 1 sentence stands in another place."


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (["Nous avons vu la place.", "The other place was seen by them."], "partly untranslated: 1 of 2 sentences is"),
        (["Vu la place.", *["The place was seen by them."] * 2], "mostly untranslated: 2 of 3 sentences are"),
        (["The place was seen by them."] * 2, "untranslated: all 2 sentences are"),
    ],
)
def test_a_target_in_the_language_of_the_source_says_so_first(lines: list[str], words: str) -> None:
    """With how much of it."""
    source = document("a", "en", [["The place was seen by them."] * len(lines)])
    comparison = compare(source, document("b", "fr", [lines]), [PAIR] * len(lines))
    assert verdict_in_words(comparison, "–") == f"{words} still in English."


def found(check: str, kind: str) -> Finding:
    """Return a finding in the first bead."""
    return Finding(
        check=check,
        kind=kind,
        severity=Severity.HIGH,
        bead=0,
        source=Span(0, 3),
        target=Span(0, 2),
        probability=0.9,
        message="another one",
    )


def test_other_findings_are_not_passed_over() -> None:
    """A version is not complete if a check has found something inside a kept sentence."""
    comparison = replace(made(PAIR), findings=(found("number", "number"),))
    assert verdict_in_words(comparison, "–") == "complete in its sentences: 1 other finding."


@pytest.mark.parametrize(
    ("kinds", "words"),
    [
        (["heading"], "1 difference in headings"),
        (["code", "code"], "2 differences in code"),
        (["link", "table", "link"], "2 differences in links, 1 in tables"),
    ],
)
def test_what_differs_in_the_structure_is_counted_by_kind(kinds: list[str], words: str) -> None:
    """The noun stands once."""
    comparison = replace(made(PAIR), findings=tuple(found("structure", kind) for kind in kinds))
    assert verdict_in_words(comparison, "–") == f"complete in its sentences: {words}."


@pytest.mark.parametrize("verdict", [Verdict.RELATED, Verdict.UNRELATED])
def test_other_articles_are_called_so(verdict: Verdict) -> None:
    """Nothing is said to be missing."""
    assert verdict_in_words(replace(two_articles(), verdict=verdict), "–").startswith("two different articles")
