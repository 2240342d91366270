"""Which beads the report shows."""

from align.bitext import Comparison, Fate
from align.report.terminal.plan import plan
from tests.align.comparisons import bridge


def shown(comparison: Comparison, around: int) -> list[int]:
    """Return the beads with rows when dropped ones are asked for."""
    return [entry.beads.start for entry in plan(comparison, only=frozenset({Fate.DROPPED}), context=1, around=around)]


def test_beads_around_those_asked_for_are_shown_once() -> None:
    """As many on either side as are asked for, none twice, none that there is not."""
    comparison = bridge()
    dropped = [bead for bead, fate in enumerate(comparison.fates) if fate is Fate.DROPPED]
    assert shown(comparison, 0) == dropped
    beads = range(len(comparison.fates))
    assert shown(comparison, 2) == [bead for bead in beads if any(abs(bead - each) <= 2 for each in dropped)]


def test_any_number_around_is_all_beads_and_no_more() -> None:
    """A thousand million on either side had taken four gigabytes."""
    comparison = bridge()
    assert shown(comparison, 10**12) == list(range(len(comparison.fates)))
