"""What is told in ten seconds: plain sentences, counts that agree with the rows, and the gravest findings."""

from dataclasses import replace

import pytest

from align.bitext import Comparison, Finding, Move, Severity, Span, Verdict
from align.checks import run_checks
from align.report.digest import digest, gravest_in_words, uncertain_in_words
from align.report.kind_words import kind_in_words
from align.report.terminal.look import UNICODE, Look
from tests.align.comparisons import ADDED, DROPPED, KEPT, MOVED, UNCERTAIN, Fates, compare, document, two_articles

PAIR = (1, 1, KEPT, 0.9)
GONE, NEW = (1, 0, DROPPED, 0.9), (0, 1, ADDED, 0.9)


def made(*fates: tuple[int, int, object, float], verdict: Verdict = Verdict.NEAR_PARALLEL) -> Comparison:
    """Return a comparison with these beads and what the checks say of them."""
    rows: Fates = list(fates)  # type: ignore[arg-type]
    source = document(
        "a", "en", [[f"The place {'of ' * k}was seen by her." for k in range(sum(row[0] for row in rows))]]
    )
    target = document(
        "b", "fr", [[f"La place {'de ' * k}est vue par elle." for k in range(sum(row[1] for row in rows))]]
    )
    comparison = compare(source, target, rows, verdict)
    return replace(comparison, findings=run_checks(comparison))


@pytest.mark.parametrize(
    ("comparison", "words"),
    [
        (
            made(PAIR, verdict=Verdict.SAME),
            "Nothing is missing and nothing was added: every sentence of either version is in the other one.",
        ),
        (made(PAIR, GONE, PAIR), "1 of 3 sentences is missing."),
        (made(PAIR, GONE, PAIR, GONE, GONE, PAIR), "3 of 6 sentences are missing."),
        (made(PAIR, NEW, NEW), "2 sentences were added."),
        (made(PAIR, GONE, PAIR, NEW), "1 of 3 sentences is missing. 1 sentence was added."),
        (made(PAIR, GONE, NEW, PAIR), "1 sentence was replaced by something else."),
        (
            made(GONE, GONE, PAIR, PAIR, GONE, GONE),
            "4 of 6 sentences are missing: the target is an excerpt, sentences 3–4.",
        ),
        (made(GONE, PAIR, GONE, PAIR, GONE), "3 of 5 sentences are missing."),
    ],
)
def test_a_digest_says_what_differs_and_how_much(comparison: Comparison, words: str) -> None:
    """Whatever was replaced is not counted again as missing or added."""
    assert digest(comparison, "–") == words
    assert uncertain_in_words(comparison) == ""


@pytest.mark.parametrize(
    ("comparison", "words", "doubt"),
    [
        (made(PAIR, (1, 1, UNCERTAIN, 0.4)), "Nothing is surely missing, added or changed.", "1 row in doubt"),
        (made(PAIR, (1, 0, DROPPED, 0.4), PAIR, GONE), "1 of 4 sentences is missing.", "1 row in doubt"),
    ],
)
def test_what_is_in_doubt_is_told_apart(comparison: Comparison, words: str, doubt: str) -> None:
    """It is in no count of the digest, and none of the gravest."""
    assert digest(comparison, "–") == words
    assert uncertain_in_words(comparison) == f"{doubt}, marked with ? and not counted here"
    assert all(finding.probability > 0.5 for finding, _ in gravest_in_words(comparison, Look(UNICODE, "utf-8"), 90))


def test_moved_sentences_are_told() -> None:
    """A move counts once."""
    rows: Fates = [PAIR, (1, 0, MOVED, 0.9), PAIR, (0, 1, MOVED, 0.9)]
    plain = made(*rows)
    alignment = replace(plain.alignment, moves=(Move(Span(1, 2), Span(2, 3), 1.0, 0.9),))
    moved = replace(plain, alignment=alignment)
    assert digest(replace(moved, findings=run_checks(moved)), "–") == "1 sentence stands in another place."


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (["Nous avons vu la place.", "The other place was seen by them."], "1 of 2 sentences is still in English."),
        (["The place was seen by them."] * 2, "All 2 sentences are still in English."),
    ],
)
def test_a_target_in_the_language_of_the_source_says_so_first(lines: list[str], words: str) -> None:
    """With how much of it."""
    source = document("a", "en", [["The place was seen by them."] * len(lines)])
    comparison = compare(source, document("b", "fr", [lines]), [PAIR] * len(lines))
    assert digest(replace(comparison, findings=run_checks(comparison)), "–").startswith(words)


def test_what_is_in_missing_sentences_is_counted() -> None:
    """Caveats by sentences, quotations as wholes even over several sentences, figures one by one."""
    texts = ["It rained.", "“We left at once.", "Nobody came back,” she said.", "It cost 1,350 crowns and 12 days."]
    source = document("a", "en", [[*texts, "This could not be independently confirmed."]])
    comparison = compare(
        source, document("b", "fr", [["Il pleuvait."], ["Nul ne revint."]]), [PAIR, GONE, PAIR, GONE, GONE]
    )
    dropped = tuple(finding for finding in run_checks(comparison) if finding.kind == "dropped")
    comparison = replace(comparison, findings=dropped)
    words = "3 of 5 sentences are missing. Of these: 1 caveat, 1 quotation, 2 figures."
    assert digest(comparison, "–") == words


def found(kind: str, *, severity: Severity = Severity.HIGH, chance: float = 0.9) -> Finding:
    """Return a finding in the first bead."""
    return Finding(
        check="some",
        kind=kind,
        severity=severity,
        bead=0,
        source=Span(4, 9),
        target=Span(3, 8),
        probability=chance,
        message="another one",
        reasons=("figure",),
    )


@pytest.mark.parametrize(
    ("kinds", "words"),
    [
        (["number"], "1 number was changed."),
        (["number-changed", "heading", "number-changed"], "2 numbers were changed. 1 heading differs."),
        (["link", "table", "link"], "2 links differ. 1 row of a table differs."),
    ],
)
def test_what_was_changed_elsewhere_is_counted_by_kind(kinds: list[str], words: str) -> None:
    """Whichever check it is that found it."""
    comparison = replace(made(PAIR), findings=tuple(map(found, kinds)))
    assert digest(comparison, "–") == words


def test_the_gravest_are_told_with_their_sentence_and_the_words_of_both_sides() -> None:
    """The reasons stand between them."""
    comparison = replace(made(PAIR), findings=(found("number-changed"), found("hedge-lost", chance=0.3)))
    ((_, words),) = gravest_in_words(comparison, Look(UNICODE, "utf-8"), 200)
    assert words == "sentence 1, number changed, with a figure: place → place"


def test_a_long_sentence_is_cut_at_a_word() -> None:
    """So that five of them are read in ten seconds."""
    source = document("a", "en", [["It rained.", "Nobody had expected " + "such a very long sentence " * 9 + "here."]])
    comparison = compare(source, document("b", "fr", [["Il pleuvait."]]), [PAIR, GONE])
    ((_, words),) = gravest_in_words(comparison, Look(UNICODE, "utf-8"), 70)
    assert words == "sentence 2 is missing: Nobody had expected such a very long sentence…"


@pytest.mark.parametrize(
    ("kind", "number", "words"),
    [
        ("caveat-lost", 1, "1 caveat is missing"),
        ("date-changed", 3, "3 dates were changed"),
        ("line-dropped", 2, "2 lines outside the article are missing"),
        ("something", 1, "1 something differs"),
        ("stale", 1, "1 sentence of the source has changed, and the translation has not followed"),
    ],
)
def test_a_kind_is_told_by_its_name(kind: str, number: int, words: str) -> None:
    """A check that nobody has told the reports of reads well, too."""
    assert kind_in_words(kind, number) == words


@pytest.mark.parametrize("verdict", [Verdict.RELATED, Verdict.UNRELATED])
def test_other_articles_are_called_so(verdict: Verdict) -> None:
    """Nothing is said to be missing."""
    comparison = replace(two_articles(), verdict=verdict)
    assert digest(comparison, "–").startswith("These are two different articles")
    assert list(gravest_in_words(comparison, Look(UNICODE, "utf-8"), 90)) == []


def test_a_revision_in_one_language_is_never_called_the_same() -> None:
    """Unless it is identical but for spaces and quotes."""
    one, two = document("a", "en", [["He said “no”."]]), document("b", "en-GB", [["He said 'no'."]])
    three = document("c", "en", [["He said, no."]])
    assert "not the same" not in digest(compare(one, one, [PAIR]), "–")
    assert "not the same" in digest(compare(one, three, [PAIR]), "–")
    assert "not the same" not in digest(compare(one, two, [PAIR]), "–")
