"""A pair under change, and the truth that is read off it.

Every sentence is a *piece* that knows which correspondences (*keys*) of the original it holds: a merged piece holds
several, the halves of a split one share theirs, an inserted one has none. After any number of changes, what is tied
together by keys is a bead.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
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
    """Return a pair ready for changes; each of its links is one key, the fewest that cross others count as moved."""
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
    draft = Draft((pair.source_language, pair.target_language), (sides[0], sides[1]))
    paired = set(holders[0].values())
    order = [key for piece in draft.sides[1] for key in piece.keys if key in paired]
    draft.moved.update(set(order) - _longest_ascent(order))
    return draft


def read_truth(draft: Draft) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
    """Return the links and, apart, those that moved, which the links have as null beads.

    An alignment in order cannot hold a move but as something dropped and added; the moves say what belongs together.
    """
    groups = _groups(draft)
    places: tuple[dict[int, list[int]], dict[int, list[int]]] = (defaultdict(list), defaultdict(list))
    nulls: list[Link] = []
    for number, side in enumerate(draft.sides):
        for place, piece in enumerate(side):
            if piece.keys:
                places[number][groups[piece.keys[0]]].append(place)
            else:
                nulls.append(((place,), ()) if number == 0 else ((), (place,)))
    links, moves = [], []
    for group in sorted({*places[0], *places[1]}):
        link = tuple(places[0][group]), tuple(places[1][group])
        if link[0] and link[1] and group in {groups[key] for key in draft.moved}:
            moves.append(link)
            nulls.extend(((link[0], ()), ((), link[1])))
        else:
            links.append(link)
    return spread_nulls(_in_order([*links, *nulls])), tuple(moves)


def _in_order(links: Iterable[Link]) -> list[Link]:
    """Return the links by their place: in the source, and those without one by the target, at the end."""
    return sorted(links, key=lambda link: (not link[0], link))


def _groups(draft: Draft) -> dict[int, int]:
    """Return the lowest key of those that a key is tied to by merged pieces."""
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


def _longest_ascent(keys: Sequence[int]) -> set[int]:
    """Return the keys of the longest subsequence that never falls: those that stayed in order."""
    tails: list[tuple[int, ...]] = []  # for each length the subsequence with the lowest end
    for key in keys:
        place = bisect_right(tails, key, key=lambda tail: tail[-1])
        tails[place : place + 1] = [(*(tails[place - 1] if place else ()), key)]
    return set(tails[-1]) if tails else set()
