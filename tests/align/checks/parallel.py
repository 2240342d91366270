"""Two versions whose sentences correspond one to one, for tests of what is inside of them."""

from align.bitext import Alignment, Bead, Comparison, Finding, Span
from align.checks import load_check
from align.comparison import comparison_of
from tests.align.comparisons import document


def parallel(source: list[str], target: list[str], languages: str) -> Comparison:
    """Return a comparison of sentences that correspond; languages are written as `en-fr`."""
    one, other = languages.split("-")
    versions = (
        document("a.txt", one, [[text] for text in source]),
        document("b.txt", other, [[text] for text in target]),
    )
    beads = tuple(Bead(Span(k, k + 1), Span(k, k + 1), 5.0, 0.97) for k in range(len(source)))
    return comparison_of(Alignment(*versions, beads, "by hand"))


def found(check: str, source: list[str], target: list[str], languages: str) -> list[Finding]:
    """Return what a check finds in sentences that correspond."""
    return list(load_check(check)(parallel(source, target, languages)))


def kinds(check: str, source: str, target: str, languages: str) -> list[str]:
    """Return the kinds of what a check finds in one sentence and its rendering."""
    return [finding.kind for finding in found(check, [source], [target], languages)]
