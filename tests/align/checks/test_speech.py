"""Direct speech of one version that the other one tells without quotation marks."""

import pytest

from align.bitext import Severity
from tests.align.checks.parallel import found

MARKS = ["« {} »", "“{}”", "„{}“", "»{}«", '"{}"', "‘{}’", "“{} »"]


def test_speech_told_as_paraphrase_is_told() -> None:
    """The finding points at the quotation."""
    source, target = ["“We will never leave this house,” she said."], ["Elle ne veut pas quitter cette maison."]
    (finding,) = found("quotation", source, target, "en-fr")
    assert (finding.kind, finding.severity) == ("quotation-lost", Severity.MEDIUM)
    assert source[0][finding.source.start : finding.source.stop] == "“We will never leave this house,”"


@pytest.mark.parametrize("marks", MARKS)
def test_marks_of_all_styles_are_quotation_marks(marks: str) -> None:
    """Also those that open with one kind and close with another."""
    source = ["“We will never leave this house,” she said."]
    target = [marks.format("Nous ne quitterons jamais cette maison") + ", dit-elle."]
    assert found("quotation", source, target, "en-fr") == []


@pytest.mark.parametrize(
    "target",
    [
        ["— Nous ne quitterons jamais cette maison, dit-elle."],
        ["Elle ajoute : « Nous ne quitterons jamais cette maison"],
    ],
    ids=["dash", "open"],
)
def test_what_may_be_speech_is_silent(target: list[str]) -> None:
    """A dash begins a dialogue, and a quotation that nothing closes goes on."""
    assert found("quotation", ["“We will never leave this house,” she said."], target, "en-fr") == []


def test_new_marks_weigh_little() -> None:
    """Somebody is made to say what the source says itself; marks around a term or a title are not told."""
    source = ["The house will never be sold to anybody."]
    (finding,) = found("quotation", source, ["« La maison ne sera jamais vendue à personne. »"], "en-fr")
    assert (finding.kind, finding.severity) == ("quotation-gained", Severity.LOW)
    assert found("quotation", ["The Old Mill is closed."], ["« Le Vieux Moulin » est fermé."], "en-fr") == []


def test_speech_that_moved_to_the_next_sentence_is_not_lost() -> None:
    """Quotations are compared in the whole document."""
    source = ["“We will never leave this house.”", "So she told the mayor on Monday."]
    target = ["C'est ce qu'elle a dit au maire.", "« Nous ne quitterons jamais cette maison »."]
    assert found("quotation", source, target, "en-fr") == []


def test_another_headline_is_told_and_weighs_little() -> None:
    """It is no translation of that of the source."""
    from align.checks import load_check
    from tests.align.checks.test_checks import vigil

    (finding,) = load_check("particulars")(vigil())
    assert (finding.kind, finding.severity) == ("headline-changed", Severity.LOW)
