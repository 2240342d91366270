"""Caveats that one version has and the other has not, within sentences that correspond.

A caveat tells that something could not be confirmed, or that somebody did not comment. One that was dropped with its
whole sentence is told as an omission.
"""

from collections.abc import Iterator

from align.bitext import Comparison, Finding, Severity
from align.checks.unanswered import Unanswered, find_unanswered, quoted_words, unanswered_finding
from align.encoding import Encoder
from align.lexica import load_lexicon

_RENDERED = 0.5  # cosine of a caveat with a word from which that may stand for it
_SURE = 0.8  # of NTREX in nine pairs of languages one claim in 200,000 words is false


def find_caveats(comparison: Comparison, encoder: Encoder | None = None) -> Iterator[Finding]:
    """Yield a finding for every text whose counterpart lacks its caveat; see `align.checks.Check`."""
    for found in find_unanswered(comparison, encoder, "caveat"):
        if found.cue < _RENDERED and not _negates(comparison, found):
            here, there = ("source", "target") if found.side == "source" else ("target", "source")
            yield unanswered_finding(
                comparison,
                found,
                check="caveat",
                severity=Severity.HIGH if found.side == "source" else Severity.LOW,
                probability=_SURE,
                message=f"the {there} lacks this caveat of the {here}: {quoted_words(found)}",
            )


def _negates(comparison: Comparison, found: Unanswered) -> bool:
    """Return whether the text without the caveat has anything negative: it may say the same in other words."""
    alignment = comparison.alignment
    of_target = found.side == "source"
    lexicon = load_lexicon((alignment.target if of_target else alignment.source).language)
    text = found.pair.target_text if of_target else found.pair.source_text
    hits = (*lexicon.find(text), *lexicon.find_likely(text)) if lexicon else ()
    return any(hit.key.startswith("negation") for hit in hits)
