"""The contract of the checks, over the whole table, and the order in which their findings come."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from align.bitext import Alignment, Bead, Comparison, Element, Role, Severity, Span, Structure
from align.checks import CHECKS, load_check, run_checks
from align.comparison import compare, comparison_of
from align.documents import document_from_text
from align.errors import OptionError
from align.kinds import KINDS
from tests.align.comparisons import bridge, chinese, document, from_right, orchard

SEEDS = Path(__file__).resolve().parents[3] / "seeds"


def ferry() -> Comparison:
    """Return a comparison of two files as the aligner makes it."""
    return compare(SEEDS / "ferry" / "en.txt", SEEDS / "ferry" / "fr.txt")


def half_translated() -> Comparison:
    """Return a comparison of an article with a version of which a paragraph is still in the language of the first."""
    source = document_from_text("It rained.\n\nThe bridge was closed for a week. Nobody was there.", language="en")
    target = document_from_text("Il pleuvait.\n\nThe bridge was closed for a week. Personne.", language="fr")
    beads = tuple(Bead(Span(k, k + 1), Span(k, k + 1), 1.0, 0.9) for k in range(3))
    return comparison_of(Alignment(source, target, beads, "by hand"))


def manual() -> Comparison:
    """Return a comparison of a page with its translation, in which a link leads elsewhere and a command is missing."""
    source = document("boats.md", "en", [["Boats are rented here."], [(Role.CODE, "rent --all")]])
    target = document("bateaux.md", "fr", [["Les bateaux se louent ici."]])
    link, code = Span(17, 21), source.segments[1].chars
    links = [Element(Structure.LINK, span, f"https://{n}.example/") for n, span in (("a", link), ("b", Span(22, 25)))]
    source = replace(source, structure=(links[0], Element(Structure.CODE, code)))
    return comparison_of(
        Alignment(
            source,
            replace(target, structure=(links[1],)),
            (Bead(Span(0, 1), Span(0, 1), 1.0, 0.9), Bead(Span(1, 2), Span(1, 1), 0.0, 1.0)),
            "by hand",
        )
    )


def vigil() -> Comparison:
    """Return a comparison of an article with a translation that is untrue to it in every sentence."""
    source = document(
        "vigil.txt",
        "en",
        [
            [(Role.HEADLINE, "Villagers stand watch over their old bakery")],
            ["The bakery will not be sold this year.", "The owner allegedly took the money from the till."],
            [
                "Two clerks saw him, a claim that could not be independently confirmed.",
                "The school was closed on Monday, the mayor said.",
            ],
            ["“We will never leave this house,” said the baker.", "Ruth Ambler and Ruth Halket bought the oven."],
            ["Later Halket sold flour.", "In winter Halket sold bread."],
            ["On Sunday Minister Anna Kovacs visited the old bakery."],
        ],
    )
    target = document(
        "veille.txt",
        "fr",
        [
            [(Role.HEADLINE, "Trois chiens perdus en mer")],
            ["La boulangerie sera vendue cette année.", "Le propriétaire a pris l'argent de la caisse."],
            ["Deux employés l'ont vu.", "L'école était fermée lundi."],
            ["Le boulanger restera dans cette maison.", "Ruth Castellan et Ruth Halket ont acheté le four."],
            ["Plus tard, Halkett a vendu de la farine.", "En hiver, Halket a vendu du pain."],
            ["Dimanche, Anna Kovacs a visité la vieille boulangerie."],
        ],
    )
    beads = tuple(Bead(Span(k, k + 1), Span(k, k + 1), 5.0, 0.95) for k in range(10))
    return comparison_of(Alignment(source, target, beads, "by hand"))


def revised() -> Comparison:
    """Return a comparison of an article with a later wording of it."""
    source = document("a", "en", [["The bridge will not be closed.", "It needs paint."]])
    target = document("b", "en", [["The bridge will be closed.", "It needs new paint!"]])
    beads = tuple(Bead(Span(k, k + 1), Span(k, k + 1), 1.0, 0.9) for k in range(2))
    return comparison_of(Alignment(source, target, beads, "by hand"))


COMPARISONS = [half_translated, bridge, chinese, from_right, orchard, ferry, manual, vigil, revised]


@pytest.mark.parametrize("name", CHECKS)
@pytest.mark.parametrize("make", COMPARISONS)
def test_a_check_keeps_to_its_contract(name: str, make: Callable[[], Comparison]) -> None:
    """Findings have the name of the check, lie in their texts, are in order, and are the same each time."""
    comparison = replace(make(), findings=())
    texts = {"source": comparison.alignment.source.text, "target": comparison.alignment.target.text}
    check = load_check(name)
    findings = list(check(comparison))
    assert findings == list(check(comparison))
    assert [finding.bead for finding in findings] == sorted(finding.bead for finding in findings)
    for finding in findings:
        assert (finding.check, finding.id) == (name, "")
        assert finding.kind in KINDS
        assert finding.severity in Severity
        assert 0 <= finding.bead < len(comparison.alignment.beads)
        assert finding.source.stop <= len(texts["source"])
        assert finding.target.stop <= len(texts["target"])
        assert finding.source or finding.target
        assert finding.message == finding.message.strip() != ""
        assert "\n" not in finding.message
        for place in finding.evidence:
            assert place.label
            assert texts[place.side][place.chars.start : place.chars.stop] == place.text


@pytest.mark.parametrize("name", CHECKS)
def test_every_check_finds_something(name: str) -> None:
    """The contract above is not kept by findings that are not there."""
    assert any(list(load_check(name)(make())) for make in COMPARISONS)


def test_findings_of_all_checks_come_in_the_order_of_the_beads() -> None:
    """Whatever the order of the table; each has an id of its own."""
    findings = run_checks(orchard())
    assert [finding.kind for finding in findings] == ["dropped", "dropped", "moved"]
    assert [finding.bead for finding in findings] == [1, 8, 10]
    assert len({finding.id for finding in findings}) == 3
    assert comparison_of(orchard().alignment).findings == findings


def test_a_moved_passage_is_one_finding_as_sure_as_its_least_sure_move() -> None:
    """Both moves follow each other on both sides."""
    *_, finding = run_checks(orchard())
    alignment = orchard().alignment
    assert finding.probability == 0.86
    assert finding.source == alignment.source.chars_over(Span(7, 9))
    assert finding.target == alignment.target.chars_over(Span(1, 4))


def test_unknown_check_is_refused_with_the_known_names() -> None:
    """The message says what there is."""
    with pytest.raises(OptionError, match=r"move, untranslated, outside, structure, .*found 'spelling'"):
        load_check("spelling")
