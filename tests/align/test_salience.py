"""What makes a finding weigh, and which ones are told first."""

from dataclasses import replace

from align.bitext import Severity
from align.checks import run_checks
from align.salience import gravest
from tests.align.comparisons import DROPPED, KEPT, Fates, compare, document

ENGLISH = [
    ["The ferry will not sail before April.", "The crack is long."],
    ["The claims could not be independently confirmed.", "Nobody was hurt that day."],
    ["“We will never sell the old boat,” the mayor said.", "The boat has 64 places."],
    ["People in the harbour talked about it.", "It rained."],
]


def shortened() -> tuple[str, ...]:
    """Return the first words of the gravest findings of a text of which all but two sentences were dropped."""
    source, target = document("a", "en", ENGLISH), document("b", "fr", [["La fissure est longue.", "Il pleuvait."]])
    fates: Fates = [(1, 0, DROPPED, 0.9), (1, 1, KEPT, 0.9), *[(1, 0, DROPPED, 0.9)] * 5, (1, 1, KEPT, 0.9)]
    comparison = replace(compare(source, target, fates), findings=())
    comparison = replace(comparison, findings=run_checks(comparison))
    texts = (source.text[finding.source.start : finding.source.stop] for finding in gravest(comparison))
    assert [it.severity for it in comparison.findings if "caveat" in it.reasons] == [Severity.HIGH]
    assert {it.severity for it in comparison.findings if "caveat" not in it.reasons} == {Severity.MEDIUM}
    return tuple(text.split()[1] for text in texts)


def test_a_caveat_weighs_more_than_a_quotation_that_more_than_a_figure_and_background_least() -> None:
    """The lead comes before the middle, and what nothing speaks for in the order of the text, five in all."""
    assert shortened() == ("claims", "will", "boat", "ferry", "was")


def test_a_finding_in_doubt_is_never_among_the_gravest() -> None:
    """However much it would matter."""
    source, target = document("a", "en", ENGLISH), document("b", "fr", [["Il pleuvait."]])
    fates: Fates = [*[(1, 0, DROPPED, 0.4 if number == 2 else 0.9) for number in range(7)], (1, 1, KEPT, 0.9)]
    comparison = replace(compare(source, target, fates), findings=())
    comparison = replace(comparison, findings=run_checks(comparison))
    assert any("caveat" in finding.reasons for finding in comparison.findings)
    assert not any("caveat" in finding.reasons for finding in gravest(comparison))
