"""An audit: a comparison, which of its findings count, and how it ends.

Whoever audits the same pages again and again says once what is known (a *baseline*) or of no interest (kinds to
ignore), and how severe and how sure a finding has to be to fail. What is ignored or known is in no output.
"""

from dataclasses import dataclass, replace

from align.bitext import EVEN, Comparison, Finding, Severity
from align.errors import OptionError
from align.revision import is_revised

_SEVERITIES = tuple(Severity)


@dataclass(frozen=True, slots=True)
class FailOn:
    """From which severity and probability on a finding makes an exit status of 1."""

    severity: Severity = Severity.MEDIUM
    probability: float = EVEN

    def counts(self, finding: Finding) -> bool:
        """Return whether a finding is severe and sure enough."""
        severe = _SEVERITIES.index(finding.severity) <= _SEVERITIES.index(self.severity)
        return severe and finding.probability >= self.probability


@dataclass(frozen=True, slots=True)
class Policy:
    """What an audit asks for.

    Attributes:
        fail_on: which findings make an exit status of 1; None for the usual ones, and then versions in one language
            that are not identical do so, too.
        ignored: kinds of findings, or names of checks, that are left out.
        known: ids of findings that were there before; None where nobody says so.
    """

    fail_on: FailOn | None = None
    ignored: frozenset[str] = frozenset()
    known: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Audit:
    """What came out of an audit.

    Attributes:
        comparison: with the findings that are new and not ignored.
        known: how many findings the baseline has.
        exit_status: 0 or 1.
    """

    comparison: Comparison
    known: int
    exit_status: int


USUAL_POLICY = Policy()


def audit(comparison: Comparison, policy: Policy = USUAL_POLICY) -> Audit:
    """Return a comparison without what is ignored or known, and how it ends.

    Args:
        comparison: of two documents.
        policy: which findings count.
    """
    told = [it for it in comparison.findings if not {it.kind, it.check} & policy.ignored]
    known = policy.known or frozenset()
    new = tuple(finding for finding in told if finding.id not in known)
    fail_on = policy.fail_on or FailOn()
    failed = not comparison.are_versions or any(map(fail_on.counts, new))
    # Whoever names a severity or what is known has said what counts.
    if policy.fail_on is None and policy.known is None and not policy.ignored:
        failed = failed or is_revised(comparison)
    return Audit(replace(comparison, findings=new), len(told) - len(new), int(failed))


def fail_on_of(words: str) -> FailOn:
    """Return what an option asks for.

    Args:
        words: a severity, and perhaps a probability behind a comma.

    Raises:
        OptionError: they are something else.

    >>> fail_on_of("high,0.9")
    FailOn(severity=<Severity.HIGH: 'high'>, probability=0.9)
    """
    severity, _, chance = words.partition(",")
    try:
        wanted, probability = Severity(severity.strip().lower()), float(chance) if chance.strip() else EVEN
    except ValueError:
        wanted, probability = Severity.LOW, -1.0
    if not 0.0 <= probability <= 1.0:
        raise OptionError(
            f"expected --fail-on with high, medium or low, and perhaps a probability such as high,0.9, found {words!r}"
        )
    return FailOn(wanted, probability)
