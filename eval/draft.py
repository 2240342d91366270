"""A pair under change, and the truth that is read off it.

Every sentence is a *piece* that knows which correspondences (*keys*) of the original it holds: a merged piece holds
several, the halves of a split one share theirs, an inserted one has none. After any number of changes, what is tied
together by keys is a bead.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from eval.gold import GoldPair, Link, spread_nulls


@dataclass(frozen=True, slots=True)
class Piece:
    """One sentence of a side and the keys of the correspondences that it holds."""

    text: str
    keys: tuple[int, ...]


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
    """Return the links and, apart, those that moved, which the links have as null beads.

    An alignment in order cannot hold a move but as something dropped and added; the moves say what belongs together.
    Of two passages that cross the lighter one moved: whatever is outside of the heaviest beads in order, by sentences
    on both sides, since drops and merges may have left little of what crossed. Only between equals `draft.moved` tells.
    """
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
    paired = {group: link for group, link in links.items() if all(link)}
    stayed = {
        paired[group] for group in _heaviest_ascent(paired, {groups[key] for key in draft.moved if key in groups})
    }
    moves = tuple(link for link in paired.values() if link not in stayed)
    nulls += [link for link in links.values() if not all(link)]
    nulls += [null for source, target in moves for null in ((source, ()), ((), target))]
    return spread_nulls(_in_order([*stayed, *nulls])), moves


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


def _heaviest_ascent(links: Mapping[int, Link], moved: set[int]) -> list[int]:
    """Return the groups of the heaviest links of which each lies behind the one before on both sides.

    A link weighs its sentences; between equals, the groups that did not move weigh more.
    """
    order = sorted(links, key=lambda group: links[group])
    weights = [(sum(map(len, links[group])), group not in moved) for group in order]
    best: list[tuple[int, int]] = []
    before: list[int] = []
    for k, group in enumerate(order):
        heaviest, last = (0, 0), -1
        for j in range(k):
            if best[j] > heaviest and _lies_behind(links[group], links[order[j]]):
                heaviest, last = best[j], j
        best.append((heaviest[0] + weights[k][0], heaviest[1] + weights[k][1]))
        before.append(last)
    chain = []
    k = max(range(len(order)), key=best.__getitem__, default=-1)
    while k >= 0:
        chain.append(order[k])
        k = before[k]
    return chain


def _lies_behind(link: Link, other: Link) -> bool:
    return all(side[0] > before[-1] for side, before in zip(link, other, strict=True))
