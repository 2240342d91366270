"""Gold bitexts cut into pieces, and the path that their links describe, as far as a path can."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from align.lattice.arrays import Ints
from align.lattice.features import MOST, SIDE
from eval.gold.sets import GoldPair, Link
from eval.near.draft import part_moves

LENGTH = 1000  # source sentences of a piece: longer than most documents, so that training sees them as they are
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class GoldPath:
    """What is known of the right path.

    Attributes:
        steps: int32 (k, 2), the gold beads in order; everything between them is null.
        open: bool (n,) and (m,), segments of links that no path can have, as they have gaps or are too large; of these
            nothing is known, though `steps` has them as null. A link that crosses others has moved: it is null.
    """

    steps: Ints
    open: tuple[NDArray[np.bool_], NDArray[np.bool_]]


def cut_pieces(pairs: Iterable[GoldPair]) -> Iterator[tuple[GoldPair, GoldPath]]:
    """Yield pieces with their gold path; tiny ones are left out."""
    for pair in pairs:
        for piece in _cut(pair):
            if min(len(piece.source), len(piece.target)) > _SHORTEST:
                yield piece, gold_path(piece)


def gold_path(pair: GoldPair) -> GoldPath:
    """Return what the links of a pair say of the path; source nulls come before target nulls.

    >>> links = (((0,), (0,)), ((1,), ()), ((2,), (1,)), ((3,), (2, 4)))
    >>> path = gold_path(GoldPair("p", "en", "fr", tuple("abcd"), tuple("ABCDE"), links))
    >>> path.steps.tolist()
    [[1, 1], [1, 0], [1, 1], [1, 0], [0, 1], [0, 1], [0, 1]]
    >>> [np.flatnonzero(side).tolist() for side in path.open]
    [[3], [2, 4]]
    """
    sizes = len(pair.source), len(pair.target)
    unknown = np.zeros(sizes[0], dtype=bool), np.zeros(sizes[1], dtype=bool)
    whole = [link for link in _two_sided(pair) if _fits(link)]
    for link in set(_two_sided(pair)).difference(whole):
        for side, flags in zip(link, unknown, strict=True):
            flags[list(side)] = True
    steps: list[tuple[int, int]] = []
    i = j = 0
    for source, target in part_moves(whole, stayed=())[0]:
        if source and target:
            steps += [(1, 0)] * (source[0] - i) + [(0, 1)] * (target[0] - j) + [(len(source), len(target))]
            i, j = source[-1] + 1, target[-1] + 1
    steps += [(1, 0)] * (sizes[0] - i) + [(0, 1)] * (sizes[1] - j)
    return GoldPath(np.array(steps, dtype=np.int32), unknown)


def _fits(link: Link) -> bool:
    """Return whether a bead can be the link."""
    unbroken = all(side == tuple(range(side[0], side[-1] + 1)) for side in link)
    return unbroken and len(link[0]) <= SIDE and len(link[1]) <= MOST[len(link[0])]


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
