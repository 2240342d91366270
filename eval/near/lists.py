"""Lists of short entries, such as a glossary, of which some entries stand elsewhere, or all in another order."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from eval.gold.sets import GoldPair
from eval.near.protocol import parallel_articles

KINDS = ("alone", "sorted")  # some entries moved, each alone; all sorted by the target
SIZES = (20, 50, 100)
LONGEST = 60  # characters of an entry's source
_MOST_MOVED = 4


def make_lists(folder: Path, languages: tuple[str, str], *, seed: int = 0) -> Iterator[GoldPair]:
    """Yield a list of each kind and size, sorted by the source; every entry is linked to its own.

    Args:
        folder: as `eval.near.protocol.near_sets` takes it; the entries are short sentences of its articles.
        languages: of source and target.
        seed: of the choice.
    """
    random = Random(f"{seed}/lists/{languages}")
    entries = [
        (article.source[number], article.target[number])
        for article in parallel_articles(folder, *languages)
        for number in range(len(article.source))
        if len(article.source[number]) <= LONGEST
    ]
    for size in SIZES if len(entries) >= SIZES[-1] else ():
        for kind in KINDS:
            chosen = sorted(set(random.sample(entries, size)))
            yield _list(f"{kind}-{size}", languages, chosen, _order(kind, chosen, random))


def _order(kind: str, entries: Sequence[tuple[str, str]], random: Random) -> list[int]:
    """Return the entries as the target has them."""
    order = list(range(len(entries)))
    if kind == "sorted":
        return sorted(order, key=lambda number: entries[number][1])
    for _ in range(random.randint(1, _MOST_MOVED)):
        order.insert(random.randrange(len(order)), order.pop(random.randrange(len(order))))
    return order


def _list(name: str, languages: tuple[str, str], entries: Sequence[tuple[str, str]], order: Sequence[int]) -> GoldPair:
    links = tuple(((number,), (order.index(number),)) for number in range(len(entries)))
    source, target = tuple(entry[0] for entry in entries), tuple(entries[number][1] for number in order)
    return GoldPair(f"list-{name}/{'-'.join(languages)}", *languages, source, target, links)
