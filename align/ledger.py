"""The ledger of an alignment balances: every segment is in one bead, and what moved is null where it stands."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from align.bitext import Bead, Move


def check_beads(beads: Iterable["Bead"], sources: int, targets: int) -> None:
    """Check that beads are in order and cover so many source and target segments exactly once.

    Args:
        beads: in their order.
        sources: number of source segments.
        targets: number of target segments.

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


def check_moves(moves: Sequence["Move"], beads: Iterable["Bead"]) -> None:
    """Check that moves are in the order of the source and that each takes whole null beads that no other one takes.

    Args:
        moves: in their order.
        beads: of the same alignment.

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
    if list(moves) != sorted(moves, key=lambda move: move.source):
        raise ValueError(f"expected moves in the order of the source, found {moves}")
    for move in moves:
        for span, stops in ((move.source, sources), (move.target, targets)):
            place = span.start
            while place < span.stop:
                place = stops.pop(place, span.stop + 1)
            if place != span.stop:
                raise ValueError(f"expected a move of null beads that are in no other one, found {move}")
