"""Choose what a report shows: rows where something changed, and folds in place of what did not.

A row is one bead, or what was dropped beside what stands there instead. A fold stands for a run of beads: kept ones
farther than `context` from any difference, or lines outside the article. What was dropped, added, merged or split, is
in doubt or has a remark is never folded.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from align.bitext import Comparison, Fate, Span
from align.continuations import continued_beads
from align.report.inside import changed_words
from align.report.terminal.look import is_doubtful
from align.report.wording import remarks, replaced_pairs

# A fold takes a line of its own; it has to save more than it costs.
_LEAST_KEPT, _LEAST_ASIDE = 2, 3
CHANGED, REPLACED = "changed", "replaced"  # what can be asked for beside fates and kinds


@dataclass(frozen=True, slots=True)
class Entry:
    """Beads that are shown together: one as a row, or a run of them as a fold.

    Attributes:
        beads: half-open numbers of beads.
        folded: whether one line stands for all of them.
        instead: of a row that shows something dropped, the number of the added bead that stands in its place.
    """

    beads: Span
    folded: bool
    instead: int | None = None


def plan(
    comparison: Comparison, *, only: frozenset[str] | None, context: int | None, around: int = 0
) -> Iterator[Entry]:
    """Yield rows and folds in order.

    Args:
        comparison: whose beads are shown.
        only: the fates, the kinds of findings, `changed` and `replaced` to show, all else left out without a fold; None
            for all.
        context: kept beads shown on either side of a difference; None for all, and nothing is folded.
        around: beads shown on either side of those that `only` names.
    """
    fates = comparison.fates
    pairs = {} if only is not None and REPLACED not in only else {min(p): p for p in replaced_pairs(comparison)}
    beside = {max(pair) for pair in pairs.values()}
    if only is not None:
        wanted = _wanted(comparison, only) | {bead for pair in pairs.values() for bead in pair}
        near = _around(wanted, around, len(fates)) - beside
        yield from (_row(*pairs.get(bead, (bead,))) for bead in range(len(fates)) if bead in near)
        return
    shown = [True] * len(fates) if context is None else _near_differences(comparison, context)
    keys = [None if shown[bead] else fate for bead, fate in enumerate(fates)]
    for key, group in groupby(range(len(fates)), key=keys.__getitem__):
        run = list(group)
        if key is not None and len(run) >= (_LEAST_ASIDE if key is Fate.ASIDE else _LEAST_KEPT):
            yield Entry(Span(run[0], run[-1] + 1), folded=True)
        else:
            yield from (_row(*pairs.get(bead, (bead,))) for bead in run if bead not in beside)


def _around(wanted: set[int], reach: int, count: int) -> set[int]:
    """Return the beads, of so many, that are wanted or within reach of one; it takes no longer however far that is."""
    near: set[int] = set()
    told = 0
    for bead in sorted(wanted):
        end = min(bead + reach + 1, count)
        near.update(range(max(bead - reach, told), end))
        told = max(told, end)
    return near


def _wanted(comparison: Comparison, only: frozenset[str]) -> set[int]:
    """Return the beads with some fates, or with findings of some kinds."""
    named = {bead for bead, fate in enumerate(comparison.fates) if fate in only}
    named |= {finding.bead for finding in comparison.findings if {finding.kind, finding.check} & only}
    return named | (set(changed_words(comparison)) if CHANGED in only else set())


def _row(bead: int, instead: int | None = None) -> Entry:
    return Entry(Span(bead, bead + 1), folded=False, instead=instead)


def _near_differences(comparison: Comparison, context: int) -> list[bool]:
    fates = comparison.fates
    said, parts = remarks(comparison), continued_beads(comparison.alignment)
    continued = {*parts, *parts.values()}
    differs = [
        fate not in {Fate.KEPT, Fate.ASIDE} or is_doubtful(bead, fate) or number in said or number in continued
        for number, (bead, fate) in enumerate(zip(comparison.alignment.beads, fates, strict=True))
    ]
    shown = list(differs)
    for order in (range(len(fates)), reversed(range(len(fates)))):
        away = context + 1
        for bead in order:
            away = 0 if differs[bead] else away + 1
            shown[bead] = shown[bead] or (fates[bead] is Fate.KEPT and away <= context)
    return shown
