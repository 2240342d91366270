"""Which moves count, which beads a move has, and which moves form a passage."""

from collections.abc import Iterable
from dataclasses import dataclass

from align.bitext import Alignment, Move, Span

LIKELY = 0.5  # probability from which a move counts as one; below, it is something dropped and something added


@dataclass(frozen=True, slots=True)
class Passage:
    """Moves that follow each other on both sides; its probability is that of the least sure one."""

    source: Span
    target: Span
    probability: float


def join_moves(moves: Iterable[Move]) -> tuple[Passage, ...]:
    """Return the passages of moves, which are in the order of the source.

    >>> join_moves([Move(Span(3, 4), Span(0, 1), 2.0, 0.9), Move(Span(4, 5), Span(1, 3), 1.0, 0.8)])
    (Passage(source=Span(start=3, stop=5), target=Span(start=0, stop=3), probability=0.8),)
    """
    passages: list[Passage] = []
    for move in moves:
        last = passages[-1] if passages else None
        if last and (last.source.stop, last.target.stop) == (move.source.start, move.target.start):
            source, target = Span(last.source.start, move.source.stop), Span(last.target.start, move.target.stop)
            passages[-1] = Passage(source, target, min(last.probability, move.probability))
        else:
            passages.append(Passage(move.source, move.target, move.probability))
    return tuple(passages)


def likely_moves(alignment: Alignment) -> tuple[Move, ...]:
    """Return the moves that count."""
    return tuple(move for move in alignment.moves if move.probability >= LIKELY)


def moves_of_beads(alignment: Alignment) -> dict[int, int]:
    """Return the number of the move that each null bead belongs to, by the number of the bead."""
    source, target = (
        {k: number for number, span in enumerate(spans) for k in range(span.start, span.stop)}
        for spans in ([move.source for move in alignment.moves], [move.target for move in alignment.moves])
    )
    found = {}
    for number, bead in enumerate(alignment.beads):
        move = None
        if not bead.target:
            move = source.get(bead.source.start)
        elif not bead.source:
            move = target.get(bead.target.start)
        if move is not None:
            found[number] = move
    return found
