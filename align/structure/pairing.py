"""Which elements of two documents correspond: the same ones first, then those that stand in the same place.

1. What is the same and in the same place corresponds; then what is the same anywhere, since a translation moves links
   and names within its sentences. Headings and rows say too little of themselves for that. Headings correspond that
   stand above the two places of what moved.
2. What is left over on both sides in one place, or in the next one, corresponds and was changed.
3. All else is missing on one side.
"""

from collections import defaultdict, deque
from collections.abc import Hashable, Iterator, Sequence
from itertools import pairwise

from align.structure.places import Placed

Pair = tuple[Placed | None, Placed | None]


def pair_elements(
    source: Sequence[Placed],
    target: Sequence[Placed],
    keys: tuple[Sequence[Hashable], Sequence[Hashable]],
    *,
    ordered: bool,
) -> Iterator[Pair]:
    """Yield all elements of both sides, each once, with what corresponds to it; what other checks tell of is left out.

    Args:
        source: elements of one kind, in their order.
        target: those of the other side.
        keys: of each element of both sides, what has to be the same for two elements to be the same.
        ordered: whether elements are known by their order alone, as headings and rows are.
    """
    moved = _heads_of_moves(source, target) if ordered else {}
    if moved:
        yield from ((source[i], target[j]) for i, j in moved.items())
        left = [i for i in range(len(source)) if i not in moved]
        others_left = [j for j in range(len(target)) if j not in set(moved.values())]
        keys = [keys[0][i] for i in left], [keys[1][j] for j in others_left]
        source, target = [source[i] for i in left], [target[j] for j in others_left]
    links: dict[int, int] = {}
    _match(
        links,
        [(placed.zone, k) for placed, k in zip(source, keys[0], strict=True)],
        [(placed.zone, k) for placed, k in zip(target, keys[1], strict=True)],
    )
    if ordered:
        links = _rising(links)
        _match_between(links, len(source), len(target))
    else:
        _match(links, *keys)
        taken = set(links.values())
        rest = [i for i, placed in enumerate(source) if i not in links and not placed.told]
        others = [j for j, placed in enumerate(target) if j not in taken and not placed.told]
        _match_near(links, source, target, rest, others)
    for i, j in sorted(links.items()):
        yield source[i], target[j]
    taken = set(links.values())
    yield from ((placed, None) for i, placed in enumerate(source) if i not in links and not placed.told)
    yield from ((None, placed) for j, placed in enumerate(target) if j not in taken and not placed.told)


def _heads_of_moves(source: Sequence[Placed], target: Sequence[Placed]) -> dict[int, int]:
    """Return the headings that stand above what moved, of both places, the nearest ones first."""
    above: defaultdict[int, deque[int]] = defaultdict(deque)
    for j, placed in enumerate(target):
        if placed.heads is not None:
            above[placed.heads].append(j)
    found = {}
    for i, placed in reversed(list(enumerate(source))):
        if placed.heads is not None and above[placed.heads]:
            found[i] = above[placed.heads].pop()
    return dict(sorted(found.items()))


def _match(links: dict[int, int], source: Sequence[Hashable], target: Sequence[Hashable]) -> None:
    """Link what has the same key and is not linked yet, the first ones first."""
    taken = set(links.values())
    free: defaultdict[Hashable, deque[int]] = defaultdict(deque)
    for j, key in enumerate(target):
        if j not in taken:
            free[key].append(j)
    for i, key in enumerate(source):
        if i not in links and free.get(key):
            links[i] = free[key].popleft()


def _match_near(
    links: dict[int, int], source: Sequence[Placed], target: Sequence[Placed], rest: list[int], others: list[int]
) -> None:
    """Link what is left over in the same zone, then what is in neighbouring zones, in order."""
    for reach in (0, 1):
        taken = set(links.values())
        waiting = deque(j for j in others if j not in taken)
        for i in rest:
            while waiting and target[waiting[0]].zone < source[i].zone - reach:
                waiting.popleft()
            if i not in links and waiting and target[waiting[0]].zone <= source[i].zone + reach:
                links[i] = waiting.popleft()


def _rising(links: dict[int, int]) -> dict[int, int]:
    """Return the links that do not cross one before them."""
    kept: dict[int, int] = {}
    last = -1
    for i, j in sorted(links.items()):
        if j > last:
            kept[i] = last = j
    return kept


def _match_between(links: dict[int, int], sources: int, targets: int) -> None:
    """Link what is left over on both sides between two linked pairs, in order."""
    pairs = [(-1, -1), *sorted(links.items()), (sources, targets)]
    for (i, j), (i_next, j_next) in pairwise(pairs):
        links.update(zip(range(i + 1, i_next), range(j + 1, j_next), strict=False))
