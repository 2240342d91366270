"""Checks: what a comparison claims of its two documents, as findings. One table, one protocol.

A check looks at the beads and their fates, or inside kept beads. It says what it claims, of which characters, how sure
that is and how much it matters; it neither knows other checks nor how findings are shown. `run_checks` puts the
findings of all checks in the order of the beads and gives them their ids and the reasons why they matter.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Protocol

from align.bitext import Comparison, Finding
from align.checks.identity import identities
from align.encoding import Encoder
from align.gathered import gather
from align.plugins import load_member
from align.salience import with_reasons
from align.unwrapped import unwrapped_comparison, wrapped_finding

CHECKS: dict[str, str] = {
    "omission": "align.checks.missing:find_omissions",
    "addition": "align.checks.missing:find_additions",
    "replacement": "align.checks.replaced:find_replaced",
    "move": "align.checks.displaced:find_moves",
    "untranslated": "align.checks.untranslated:find_untranslated_runs",
    "outside": "align.checks.outside:find_outside",
    "structure": "align.checks.structure:find_structure",
    "words": "align.checks.words:find_words",
    "quantities": "align.checks.quantities:find_quantities",
    "negation": "align.checks.negation:find_negations",
    "hedge": "align.checks.hedges:find_hedges",
    "caveat": "align.checks.caveats:find_caveats",
    "attribution": "align.checks.attribution:find_attributions",
    "quotation": "align.checks.quotations:find_lost_speech",
    "title": "align.checks.titles:find_titles",
    "name": "align.checks.names:find_names",
    "name-spelling": "align.checks.spellings:find_spellings",
    "particulars": "align.checks.particulars:find_particulars",
}


class Check(Protocol):
    """Finds one sort of thing in a comparison."""

    def __call__(self, comparison: Comparison, encoder: Encoder | None = None) -> Iterator[Finding]:
        """Yield findings without ids, in the order of their beads; the same ones for the same comparison.

        `check` is the name in the table. `source` and `target` are the characters of the claim, in the bead or at its
        place; evidence may lie anywhere. A check changes nothing.

        Args:
            comparison: two versions of one text, without any findings yet.
            encoder: what gives vectors to a check that needs some; the embedded one for None.
        """
        ...


def load_check(name: str) -> Check:
    """Return the check of this name.

    Raises:
        OptionError: no check has this name.
    """
    check: Check = load_member(CHECKS, name, kind="check")
    return check


def run_checks(
    comparison: Comparison, encoder: Encoder | None = None, *, names: Iterable[str] = CHECKS
) -> tuple[Finding, ...]:
    """Return what checks find in a comparison: in the order of the beads, of one bead in the order of the checks.

    They read sentences without the ends of lines, and without what stands between their halves; places are those of the
    documents as they were read.

    Args:
        comparison: two versions of one text; whether they are is for the caller to ask.
        encoder: what gives vectors to the checks that need some; the embedded one for None.
        names: of the checks; all of the table when not given.
    """
    gathered = gather(comparison)
    whole = gathered.comparison if gathered else comparison
    read, source, target = unwrapped_comparison(whole)
    findings = named_findings(read, (finding for name in names for finding in load_check(name)(read, encoder)))
    if read is not whole:
        findings = tuple(wrapped_finding(each, source, target) for each in findings)
    return tuple(map(gathered.restored, findings)) if gathered else findings


def named_findings(comparison: Comparison, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings in the order of their beads, with their ids and the reasons why they matter.

    Args:
        comparison: two versions of one text.
        findings: of this comparison, from whichever check; those of one bead stay in their order.
    """
    found = sorted(findings, key=lambda finding: finding.bead)
    ids = identities(found, comparison.alignment)
    named = [replace(finding, id=identity) for finding, identity in zip(found, ids, strict=True)]
    return tuple(with_reasons(named, comparison))
