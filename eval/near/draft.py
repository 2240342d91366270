"""A pair under change, and the truth that is read off it.

Every sentence is a *piece* that knows which correspondences (*keys*) of the original it holds: a merged piece holds
several, the halves of a split one share theirs, an inserted one has none. After any number of changes, what is tied
together by keys is a bead.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import product

from eval.gold.sets import GoldPair, Link, spread_nulls


@dataclass(frozen=True, slots=True)
class Piece:
    """One sentence of a side, the keys of the correspondences that it holds, and of those whose place it has taken."""

    text: str
    keys: tuple[int, ...]
    replaces: tuple[int, ...] = ()


@dataclass(slots=True)
class Draft:
    """A pair under change.

    Attributes:
        languages: of source and target.
        sides: the pieces of source and target, in order.
        moved: keys of which the target stands elsewhere.
        touched: keys that a change has already used; no other one touches them, so that each can be told.
        size: the number of correspondences at the beginning.
    """

    languages: tuple[str, str]
    sides: tuple[list[Piece], list[Piece]]
    moved: set[int] = field(default_factory=set)
    touched: set[int] = field(default_factory=set)
    size: int = field(init=False)

    def __post_init__(self) -> None:
        """Count the correspondences."""
        self.size = len(self.paired())

    def paired(self) -> list[int]:
        """Return the keys that both sides have, in the order of the source."""
        there = {key for piece in self.sides[1] for key in piece.keys}
        return list(dict.fromkeys(key for piece in self.sides[0] for key in piece.keys if key in there))


def draft_pair(pair: GoldPair) -> Draft:
    """Return a pair ready for changes; each of its links is one key."""
    holders: tuple[dict[int, int], dict[int, int]] = ({}, {})
    for key, link in enumerate(
        sorted(spread_nulls(pair.links), key=lambda link: (link[0] or (len(pair.source),), link))
    ):
        for side, ids in zip(holders, link, strict=True):
            side.update(dict.fromkeys(ids, key))
    sides = tuple(
        [Piece(text, (side[number],) if number in side else ()) for number, text in enumerate(texts)]
        for side, texts in zip(holders, (pair.source, pair.target), strict=True)
    )
    return Draft((pair.source_language, pair.target_language), (sides[0], sides[1]))


def read_truth(draft: Draft) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
    """Return the links and, apart, those that moved; see `part_moves`. Between equals `draft.moved` decides."""
    places: tuple[dict[int, list[int]], dict[int, list[int]]] = (defaultdict(list), defaultdict(list))
    nulls: list[Link] = []
    groups = find_groups(draft)
    for number, side in enumerate(draft.sides):
        for place, piece in enumerate(side):
            if piece.keys:
                places[number][groups[piece.keys[0]]].append(place)
            else:
                nulls.append(((place,), ()) if number == 0 else ((), (place,)))
    links = {group: (tuple(places[0][group]), tuple(places[1][group])) for group in sorted({*places[0], *places[1]})}
    moved = {groups[key] for key in draft.moved if key in groups}
    return part_moves([*links.values(), *nulls], stayed=[link for group, link in links.items() if group not in moved])


def read_replaced(draft: Draft) -> tuple[Link, ...]:
    """Return what a reader might take for a pair: sentences and those that stand in the place of their counterpart."""
    holders = [{key: place for place, piece in enumerate(side) for key in piece.keys} for side in draft.sides]
    found: list[Link] = []
    for number, side in enumerate(draft.sides):
        for place, piece in enumerate(side):
            others = tuple(holders[1 - number][key] for key in piece.replaces if key in holders[1 - number])
            if others:
                found.append((others, (place,)) if number else ((place,), others))
    return tuple(found)


def part_moves(links: Iterable[Link], *, stayed: Iterable[Link]) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
    """Return the links and, apart, those that moved, which the links have as null beads.

    An alignment in order cannot hold a move but as something dropped and added; the moves say what belongs together.
    Of two passages that cross the one with fewer beads moved, since drops and merges may have left little of either.

    Args:
        links: with null beads, in any order.
        stayed: where the numbers do not tell, links that share a pair of sentences with one of these are in order.
    """
    known = {pair for link in stayed for pair in product(*link)}
    nulls: list[Link] = []
    both: list[Link] = []
    for link in links:
        (both if all(link) else nulls).append(link)
    both.sort()
    in_order = _longest_ascent(both, [not known.isdisjoint(product(*link)) for link in both])
    moves = tuple(link for k, link in enumerate(both) if k not in in_order)
    nulls += [null for source, target in moves for null in ((source, ()), ((), target))]
    return spread_nulls(_in_order([*(link for k, link in enumerate(both) if k in in_order), *nulls])), moves


def find_groups(draft: Draft) -> dict[int, int]:
    """Return for every key the lowest one of those that it is tied to by merged pieces."""
    lowest = {key: key for side in draft.sides for piece in side for key in piece.keys}

    def find(key: int) -> int:
        while lowest[key] != key:
            key = lowest[key]
        return key

    for side in draft.sides:
        for piece in side:
            for key in piece.keys[1:]:
                first, second = sorted((find(piece.keys[0]), find(key)))
                lowest[second] = first
    return {key: find(key) for key in lowest}


def _in_order(links: Iterable[Link]) -> list[Link]:
    """Return the links by their place: in the source, and those without one by the target, at the end."""
    return sorted(links, key=lambda link: (not link[0], link))


def _longest_ascent(links: Sequence[Link], preferred: Sequence[bool]) -> set[int]:
    """Return the numbers of the most links of which each lies behind the one before on both sides.

    Args:
        links: by their place in the source.
        preferred: of two choices with equally many links the one with more of these is taken.
    """
    best: list[tuple[int, int]] = []
    before: list[int] = []
    for k, link in enumerate(links):
        longest, last = (0, 0), -1
        for j in range(k):
            if best[j] > longest and _lies_behind(link, links[j]):
                longest, last = best[j], j
        best.append((longest[0] + 1, longest[1] + preferred[k]))
        before.append(last)
    chain = set()
    k = max(range(len(links)), key=best.__getitem__, default=-1)
    while k >= 0:
        chain.add(k)
        k = before[k]
    return chain


def _lies_behind(link: Link, other: Link) -> bool:
    return all(side[0] > before[-1] for side, before in zip(link, other, strict=True))
