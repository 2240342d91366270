"""The ledger of an alignment balances: every segment is in one bead, and what moved is null where it stands."""

from collections.abc import Iterable, Sequence
from typing import Protocol


class Run(Protocol):
    """Consecutive segments, half-open; false when there are none."""

    @property
    def start(self) -> int:
        """Return the first segment, or the place where it would be."""
        ...

    @property
    def stop(self) -> int:
        """Return the segment after the last one."""
        ...

    def __len__(self) -> int:
        """Return the number of segments."""
        ...


class Entry(Protocol):
    """What the ledger keeps account of: segments of the source and segments of the target, in a bead or a move."""

    @property
    def source(self) -> Run:
        """Return the segments of the source."""
        ...

    @property
    def target(self) -> Run:
        """Return the segments of the target."""
        ...


def check_beads(beads: Iterable[Entry], sources: int, targets: int) -> None:
    """Check that beads are in order and cover so many source and target segments exactly once.

    Args:
        beads: in their order.
        sources: number of segments of the source.
        targets: number of segments of the target.

    Raises:
        ValueError: they do not.
    """
    source = target = 0
    for bead in beads:
        if bead.source.start != source or bead.target.start != target:
            raise ValueError(f"expected a bead from segments {source} and {target}, found {bead}")
        source, target = bead.source.stop, bead.target.stop
    if (source, target) != (sources, targets):
        raise ValueError(f"expected beads over {sources, targets} segments, found {source, target}")


def check_moves(moves: Sequence[Entry], beads: Iterable[Entry]) -> None:
    """Check that moves are in the order of the source and that each takes whole null beads that no other one takes.

    Args:
        moves: both sides of what corresponds out of order.
        beads: all beads of the alignment.

    Raises:
        ValueError: they do not.
    """
    if not moves:
        return
    sources: dict[int, int] = {}
    targets: dict[int, int] = {}
    for bead in beads:
        if not bead.target:
            sources[bead.source.start] = bead.source.stop
        elif not bead.source:
            targets[bead.target.start] = bead.target.stop
    starts = [move.source.start for move in moves]
    if starts != sorted(starts):
        raise ValueError(f"expected moves in the order of the source, found {moves}")
    for move in moves:
        for run, stops in ((move.source, sources), (move.target, targets)):
            place = run.start
            while place < run.stop:
                place = stops.pop(place, run.stop + 1)
            if place != run.stop:
                raise ValueError(f"expected a move of null beads that are in no other one, found {move}")
