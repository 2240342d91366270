"""Numbers, dates, weekdays and times inside kept sentences."""

from collections.abc import Sequence

import pytest

from align.bitext import Alignment, Bead, Comparison, Finding, Move, Role, Severity, Span, Verdict
from align.comparison import comparison_of
from tests.align.comparisons import Sentence, document


def compared(
    source: Sequence[Sentence], target: Sequence[Sentence], languages: str = "en-fr", *, beads: tuple[Bead, ...] = ()
) -> Comparison:
    """Return the comparison of two documents; sentence by sentence where no beads are given."""
    one, other = languages.split("-")
    beads = beads or tuple(Bead(Span(k, k + 1), Span(k, k + 1), 1.0, 0.99) for k in range(len(source)))
    sides = document("a", one, [source]), document("b", other, [target])
    return comparison_of(Alignment(*sides, beads, "by hand"))


def findings(comparison: Comparison) -> list[Finding]:
    """Return what the check found."""
    return [finding for finding in comparison.findings if finding.check == "quantities"]


def said(comparison: Comparison) -> list[tuple[str, str, str, str]]:
    """Return kind, severity and the characters on both sides of what the check found."""
    source, target = comparison.alignment.source.text, comparison.alignment.target.text
    return [
        (it.kind, it.severity, source[it.source.start : it.source.stop], target[it.target.start : it.target.stop])
        for it in findings(comparison)
    ]


def test_a_changed_number_is_high_and_has_its_place_on_both_sides() -> None:
    """The message says both; the exit status is 1."""
    comparison = compared(["It rained.", "She carries 64 cars."], ["Il pleuvait.", "Il embarque 46 voitures."])
    assert said(comparison) == [("number", "high", "64", "46")]
    (finding,) = findings(comparison)
    assert finding.message == "the source says 64, the target 46"
    assert finding.bead == 1
    assert finding.counts
    assert comparison.verdict is Verdict.NEAR_PARALLEL


@pytest.mark.parametrize(
    ("source", "target", "kind", "values"),
    [
        ("They left on Tuesday.", "Ils sont partis mercredi.", "weekday", ("Tuesday", "mercredi")),
        ("They left on 3 May 2019.", "Ils sont partis le 5 mai 2019.", "date", ("3 May 2019", "5 mai 2019")),
        ("They left on 3 May.", "Ils sont partis le 3 juin.", "date", ("3 May", "3 juin")),
        ("They left at 5 p.m.", "Ils sont partis à 18 heures.", "time", ("5 p.m.", "18 heures")),
        ("Three boats sank.", "Cinq bateaux ont coulé.", "number", ("Three", "Cinq")),
        ("It is 5 miles long.", "Il fait 5 km de long.", "unit", ("5 miles", "5 km")),
        ("It cost $50.", "Il a coûté 50 euros.", "currency", ("$50", "50 euros")),
        ("It cost 3.5 million.", "Il a coûté 3,5 milliards.", "number", ("3.5 million", "3,5 milliards")),
    ],
)
def test_each_kind_is_called_by_its_name(source: str, target: str, kind: str, values: tuple[str, str]) -> None:
    """A date is shown as a whole."""
    assert said(compared([source], [target])) == [(kind, "high", *values)]


def test_of_several_numbers_like_is_paired_with_like() -> None:
    """By size and place; each is in one finding, with its unit or currency."""
    comparison = compared(
        ["He paid 1,350 euros for two of 64 boats."], ["Il a payé 1 530 euros pour deux des 46 bateaux."]
    )
    assert said(comparison) == [("number", "high", "1,350 euros", "1 530 euros"), ("number", "high", "64", "46")]


def test_what_one_side_alone_says_is_low() -> None:
    """At the end of the sentence that does not say it; the verdict stays that of a difference."""
    comparison = compared(["It carries 310 people.", "Bye."], ["Il transporte des gens.", "Au revoir."])
    assert said(comparison) == [("number-missing", "low", "310", "")]
    (finding,) = findings(comparison)
    assert finding.severity is Severity.LOW
    assert finding.target.start == len("Il transporte des gens.")
    assert not finding.counts


def test_a_correct_translation_stays_complete() -> None:
    """Nothing is found where all is said in other words."""
    source = ["Both of the 21-year-olds paid £1,350 on 3 May at 5 p.m.", "That was the first of two.", "May I?"]
    target = [
        "Les deux jeunes de 21 ans ont payé 1 350 livres le 3 mai à 17 heures.",
        "C’était le premier des deux.",
        "Puis-je ?",
    ]
    comparison = compared(source, target)
    assert comparison.findings == ()
    assert comparison.verdict is Verdict.SAME


def test_what_a_neighbour_says_is_not_missed() -> None:
    """Content crosses full stops."""
    source = ["It has 64 seats and 28 beds.", "It is new.", "Nobody came."]
    target = ["Il a 64 sièges.", "Il est neuf et compte 28 lits.", "Personne n’est venu."]
    assert findings(compared(source, target)) == []


def test_a_neighbour_that_says_it_for_itself_is_no_witness() -> None:
    """A number that has its own equal there does not stand for one that was changed here."""
    source = ["It has 64 seats.", "There are 46 beds."]
    target = ["Il a 46 sièges.", "Il y a 46 lits."]
    assert said(compared(source, target)) == [("number", "high", "64", "46")]


def test_headings_count_and_other_lines_outside_the_article_do_not() -> None:
    """A headline in both versions says what the article says; a date line of the page does not."""
    source: list[Sentence] = [(Role.HEADLINE, "64 boats sunk"), (Role.DATE, "3 May 2019"), "They sank."]
    target: list[Sentence] = [(Role.HEADLINE, "46 bateaux coulés"), (Role.DATE, "5 mai 2019"), "Ils ont coulé."]
    assert said(compared(source, target)) == [("number", "high", "64", "46")]


def test_merged_and_moved_sentences_are_read_together() -> None:
    """Both sides of a move are compared where the source stands."""
    sides = (
        document("a", "en", [["It has 64 seats.", "It has 28 beds.", "It sank on Monday.", "Nobody came."]]),
        document("b", "fr", [["Il a coulé mardi.", "Il a 28 lits et 64 sièges.", "Personne n’est venu."]]),
    )
    beads = (
        Bead(Span(0, 0), Span(0, 1), 1.0, 0.9),
        Bead(Span(0, 2), Span(1, 2), 1.0, 0.9),
        Bead(Span(2, 3), Span(2, 2), 1.0, 0.9),
        Bead(Span(3, 4), Span(2, 3), 1.0, 0.9),
    )
    comparison = comparison_of(Alignment(*sides, beads, "by hand", moves=(Move(Span(2, 3), Span(0, 1), 2.0, 0.9),)))
    assert said(comparison) == [("weekday", "high", "Monday", "mardi")]
    assert findings(comparison)[0].bead == 2


def test_dropped_and_doubtful_sentences_are_not_read() -> None:
    """What is gone as a whole is told as a whole."""
    beads = Bead(Span(0, 1), Span(0, 1), 1.0, 0.3), Bead(Span(1, 2), Span(1, 1), 1.0, 0.9)
    comparison = compared(["It has 64 seats.", "It has 28 beds."], ["Il a 46 sièges."], beads=beads)
    assert findings(comparison) == []


def test_values_are_shown_on_one_line_and_made_safe() -> None:
    """A text may hold what drives a terminal."""
    comparison = compared(["It sank on 3\nMay\u202e 2019."], ["Il a coulé le 5 mai 2018."])
    assert all("\n" not in it.message and "\u202e" not in it.message for it in findings(comparison))
    assert findings(comparison)


def test_versions_in_one_language_are_compared_too() -> None:
    """A revision that changes a figure changes what is said."""
    comparison = compared(
        ["The bridge closes on Monday for 6 weeks."], ["The bridge closes on Monday for 9 weeks."], "en-en"
    )
    assert said(comparison) == [("number", "high", "6 weeks", "9 weeks")]
