"""Words that tell who says so ("said", "according to") that the source has and the target has not.

What the target has and the source has not is not told: translators repeat who speaks, and verbs that may report often
do something else.
"""

from collections.abc import Iterator

from align.bitext import Comparison, Finding, Severity
from align.checks.unanswered import Unanswered, find_unanswered, quoted_words, unanswered_finding
from align.encoding import Encoder

# NTREX in nine pairs of languages, November 27, 2026: one claim in 8,000 words, more than half of which are true.
_PROBABILITY = 0.6
_RENDERED = 0.35  # cosine with a word of the target from which that may tell it
_CLOSE = 0.5  # mean cosine of the words of the target, at least: the rest of it is no free translation
_WITHOUT = 0.3  # share of its words that render nothing, at most


def find_attributions(comparison: Comparison, encoder: Encoder | None = None) -> Iterator[Finding]:
    """Yield a finding for every text whose counterpart does not tell who says so; see `align.checks.Check`."""
    for found in find_unanswered(comparison, encoder, "attribution", outright=True):
        if found.side == "source" and _is_lost(found):
            yield unanswered_finding(
                comparison,
                found,
                check="attribution",
                severity=Severity.LOW,
                probability=_PROBABILITY,
                message=f"the source tells who says this ({quoted_words(found)}) and the target does not",
            )


def _is_lost(found: Unanswered) -> bool:
    return found.cue < _RENDERED and found.there >= _CLOSE and found.without <= _WITHOUT
