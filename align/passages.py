"""Which moves count, which beads a move has, and which moves form a passage."""

from collections.abc import Iterable
from dataclasses import dataclass

from align.bitext import EVEN, Alignment, Bead, Move, Span

Link = tuple[tuple[int, ...], tuple[int, ...]]


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
    """Return the moves that count; below an even chance, one is something dropped and something added."""
    return tuple(move for move in alignment.moves if move.probability >= EVEN)


def links_of(alignment: Alignment) -> tuple[Link, ...]:
    """Return the beads in order as the numbers of their segments on both sides.

    >>> from align.documents import document_from_text
    >>> source = target = document_from_text("One. Two.", language="en")
    >>> beads = (Bead(Span(0, 1), Span(0, 2), 1.0, 0.9), Bead(Span(1, 2), Span(2, 2), 0.0, 0.8))
    >>> links_of(Alignment(source, target, beads, "by hand"))
    (((0,), (0, 1)), ((1,), ()))
    """
    return tuple(link_of(bead) for bead in alignment.beads)


def link_of(pair: Bead | Move) -> Link:
    """Return the numbers of the segments of a bead or a move on both sides."""
    source, target = pair.source, pair.target
    return tuple(range(source.start, source.stop)), tuple(range(target.start, target.stop))


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
