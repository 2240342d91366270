"""Gold bitexts cut into pieces that a path can describe: in order, without gaps, with beads that are not too large."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

import numpy as np

from align.score import SIDE, TOTAL, Ints
from eval.gold import GoldPair, Link

LENGTH = 120  # source sentences of a piece
_SHORTEST = 3


def cut_pieces(pairs: Iterable[GoldPair]) -> Iterator[tuple[GoldPair, Ints]]:
    """Yield pieces with their gold path, int32 (k, 2); pieces with crossing or broken links are left out."""
    for pair in pairs:
        for piece in _cut(pair):
            path = gold_path(piece)
            if path is not None and min(len(piece.source), len(piece.target)) > _SHORTEST:
                yield piece, path


def gold_path(pair: GoldPair) -> Ints | None:
    """Return the steps (k, 2) of the gold links: source nulls before target nulls; None where no path has these links.

    >>> pair = GoldPair("p", "en", "fr", ("a", "b", "c"), ("A", "C"), (((0,), (0,)), ((1,), ()), ((2,), (1,))))
    >>> gold_path(pair).tolist()
    [[1, 1], [1, 0], [1, 1]]
    """
    steps: list[tuple[int, int]] = []
    i = j = 0
    for source, target in _two_sided(pair):
        unbroken = all(side == tuple(range(side[0], side[-1] + 1)) for side in (source, target))
        fits = max(len(source), len(target)) <= SIDE and len(source) + len(target) <= TOTAL
        if not unbroken or not fits or source[0] < i or target[0] < j:
            return None
        steps += [(1, 0)] * (source[0] - i) + [(0, 1)] * (target[0] - j) + [(len(source), len(target))]
        i, j = source[-1] + 1, target[-1] + 1
    steps += [(1, 0)] * (len(pair.source) - i) + [(0, 1)] * (len(pair.target) - j)
    return np.array(steps, dtype=np.int32)


def _two_sided(pair: GoldPair) -> list[Link]:
    """Return the links with both sides, in order of their first sentences."""
    return sorted(link for link in pair.links if link[0] and link[1])


def _cut(pair: GoldPair) -> Iterator[GoldPair]:
    """Yield parts of a pair, each ending with a link; what crosses an end makes that part unusable, no more."""
    links: list[Link] = []
    i = j = 0
    for link in _two_sided(pair):
        links.append(link)
        if link[0][-1] + 1 - i >= LENGTH:
            stop = max(each[0][-1] for each in links) + 1, max(each[1][-1] for each in links) + 1
            yield from _part(pair, links, (i, j), stop)
            links, (i, j) = [], stop
    yield from _part(pair, links, (i, j), (len(pair.source), len(pair.target)))


def _part(pair: GoldPair, links: list[Link], start: tuple[int, int], stop: tuple[int, int]) -> Iterator[GoldPair]:
    """Yield the part of a pair between two places, unless a link reaches back behind the start."""
    if any(source[0] < start[0] or target[0] < start[1] for source, target in links):
        return
    moved = tuple(
        (tuple(k - start[0] for k in source), tuple(k - start[1] for k in target)) for source, target in links
    )
    yield replace(
        pair,
        name=f"{pair.name}@{start[0]}",
        source=pair.source[start[0] : stop[0]],
        target=pair.target[start[1] : stop[1]],
        links=moved,
    )
