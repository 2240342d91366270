"""Which beads the screen lists: all, those of one kind, or all with the kept ones folded.

A place on the screen is the number of an entry. Filters and folds make other entries of the same beads, so whoever
remembers a place remembers the bead.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import groupby

from align.bitext import Comparison, Fate, Span
from align.report.terminal.look import is_doubtful
from align.report.wording import remarks

_LEAST = 3  # beads that a fold stands for: a line saved, and one to see where the text goes on


@dataclass(frozen=True, slots=True)
class Plan:
    """What is listed: half-open numbers of beads, in order; of more than one bead, an entry is a fold."""

    entries: tuple[Span, ...]

    def place_of(self, bead: int) -> int:
        """Return the entry of a bead, or the one before where it is not listed; 0 if there is none."""
        return max(0, bisect_right(self.entries, bead, key=lambda entry: entry.start) - 1)


def plan_all(beads: int) -> Plan:
    """Return a plan of every bead."""
    return Plan(tuple(Span(bead, bead + 1) for bead in range(beads)))


def plan_some(beads: Collection[int]) -> Plan:
    """Return a plan of some beads, given in order."""
    return Plan(tuple(Span(bead, bead + 1) for bead in beads))


def plan_folded(comparison: Comparison, judged: Collection[int]) -> Plan:
    """Return a plan in which a run of kept beads, or of lines outside the article, is one entry.

    Args:
        comparison: whose beads they are.
        judged: beads that somebody has decided on; they are never folded.
    """
    return Plan(tuple(_entries(comparison, judged)))


def kinds_of(comparison: Comparison) -> dict[str, tuple[int, ...]]:
    """Return the beads of each kind that occurs: the fates, and the kinds of the findings; rising numbers."""
    kinds: dict[str, set[int]] = {}
    for bead, fate in enumerate(comparison.fates):
        kinds.setdefault(fate.value, set()).add(bead)
    for finding in comparison.findings:
        kinds.setdefault(finding.kind, set()).add(finding.bead)
    return {kind: tuple(sorted(beads)) for kind, beads in kinds.items()}


def _entries(comparison: Comparison, judged: Collection[int]) -> Iterator[Span]:
    said = remarks(comparison)
    beads = comparison.alignment.beads

    def quiet(bead: int) -> str:
        """Return why a bead is of no interest, or nothing."""
        fate = comparison.fates[bead]
        plain = fate in {Fate.KEPT, Fate.ASIDE} and bead not in said and not is_doubtful(beads[bead], fate)
        return fate.value if plain and bead not in judged else ""

    for why, group in groupby(range(len(beads)), key=quiet):
        run = list(group)
        if why and len(run) >= _LEAST:
            yield Span(run[0], run[-1] + 1)
        else:
            yield from (Span(bead, bead + 1) for bead in run)
