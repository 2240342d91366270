"""Hedges, such as "allegedly", that one version has and the other has not: it says as a fact what was uncertain."""

from collections.abc import Iterator
from math import exp

from align.bitext import Comparison, Finding, Severity
from align.checks.unanswered import Unanswered, find_unanswered, quoted_words, unanswered_finding
from align.encoding import Encoder

# As in `align.checks.negation`, with hedging words taken out on either side; these are few and count thrice. On the
# other half of the articles, where one text alone has a hedge: of those lost two in three are told, at one false claim
# in 10,000 words, and of those gained three in four, at one in 5,000.
_BIAS, _ACQUITTED, _CUE, _AROUND, _THERE, _WITHOUT, _GAINED = -0.35, -1.28, -2.67, 2.62, 1.12, -1.65, 0.52
_LEAST = 0.5


def find_hedges(comparison: Comparison, encoder: Encoder | None = None) -> Iterator[Finding]:
    """Yield a finding for every text whose counterpart lacks its hedges, or has some of its own; see `Check`."""
    for found in find_unanswered(comparison, encoder, "hedge"):
        probability = _probability(found)
        if probability >= _LEAST:
            here, there = ("source", "target") if found.side == "source" else ("target", "source")
            message = f"the {here} says this with a reserve ({quoted_words(found)}) and the {there} as a fact"
            yield unanswered_finding(
                comparison,
                found,
                check="hedge",
                severity=Severity.MEDIUM if found.side == "source" else Severity.LOW,
                probability=probability,
                message=message,
            )


def _probability(found: Unanswered) -> float:
    score = (
        _BIAS
        + _ACQUITTED * found.acquitted
        + _CUE * found.cue
        + _AROUND * found.around
        + _THERE * found.there
        + _WITHOUT * found.without
        + _GAINED * (found.side == "target")
    )
    return 1.0 / (1.0 + exp(-score))
