"""Hedges, such as "allegedly", that one version has and the other has not: it says as a fact what was uncertain."""

from collections.abc import Iterator

from align.bitext import Comparison, Finding, Severity
from align.checks.unanswered import Weights, find_unanswered, quoted_words, unanswered_finding
from align.encoding import Encoder

# As in `align.checks.negation`, with hedging words taken out on either side; these are few and count thrice. Words that
# may be hedges, such as "could", are weighed like the others; as only a third of what was told of them was right, they
# are told where nothing may render them. `eval mutate` measures all hedges.
_WEIGHTS = Weights(
    bias=-0.35, gained=0.52, nearness=0.0, acquitted=-1.28, cue=-2.67, around=2.62, there=1.12, without=-1.65
)
_LEAST = 0.5


def find_hedges(comparison: Comparison, encoder: Encoder | None = None) -> Iterator[Finding]:
    """Yield a finding for every text whose counterpart lacks its hedges, or has some of its own; see `Check`."""
    for found in find_unanswered(comparison, encoder, "hedge"):
        if found.modal and found.acquitted:  # "may" is permission there, or a reserve: either way it is rendered
            continue
        probability = _WEIGHTS.probability(found)
        if probability >= _LEAST:
            here, there = ("source", "target") if found.side == "source" else ("target", "source")
            message = f"the {here} says this with a reserve ({quoted_words(found)}) and the {there} as a fact"
            yield unanswered_finding(
                comparison,
                found,
                check="hedge",
                severity=Severity.MEDIUM if found.side == "source" and not found.modal else Severity.LOW,
                probability=probability,
                message=message,
            )
