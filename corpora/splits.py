"""Train, dev and test by document, so that no text of one is in another.

1. Pairs of documents that share a document stay together.
2. In an order that the seed decides they fill test, then dev; the rest is train. One at least is left for train.
3. A pair with a text that dev or test has, too, is in no part.
"""

from hashlib import sha256

import numpy as np
import numpy.typing as npt

from corpora.ledger import Keys, Ledger
from corpora.near import Flags
from corpora.recipe import Splits

PARTS = ("train", "dev", "test")
WITHHELD = 3
Parts = npt.NDArray[np.int8]


def assign_parts(ledger: Ledger, kept: Flags, splits: Splits) -> Parts:
    """Return the part of each row, int8 (n,): a place in `PARTS`, or `WITHHELD`; rows that are not kept have that, too.

    Args:
        ledger: of all rows.
        kept: which rows are in the corpus, bool (n,).
        splits: shares and seed.
    """
    groups = _groups(ledger.documents)
    counts = np.bincount(ledger.places[kept], minlength=len(groups))
    sizes: dict[str, int] = {}
    for group, count in zip(groups, counts.tolist(), strict=True):
        sizes[group] = sizes.get(group, 0) + count
    order = sorted(
        (g for g in sizes if sizes[g]), key=lambda group: sha256(f"{splits.seed}\0{group}".encode()).digest()
    )
    part_of = dict.fromkeys(sizes, 0)
    total = sum(sizes.values())
    for part, share in ((2, splits.test), (1, splits.dev)):
        filled = 0
        while share and filled < share * total and len(order) > 1:
            group = order.pop()
            part_of[group] = part
            filled += sizes[group]
    by_place = np.array([part_of[group] for group in groups], dtype=np.int8)
    parts = by_place[ledger.places] if len(by_place) else np.zeros(0, dtype=np.int8)
    parts[~kept] = WITHHELD
    for part, apart in ((0, (1, 2)), (1, (2,))):
        shared = _shared(ledger, parts == part, np.isin(parts, apart))
        parts[shared] = WITHHELD
    return parts


def count_leaks(ledger: Ledger, parts: Parts) -> int:
    """Return how many rows of a part have a text, or a document, of another part: none, if all is well."""
    leaks = 0
    for part, apart in ((0, (1, 2)), (1, (2,))):
        mine, others = parts == part, np.isin(parts, apart)
        names = {name for place in np.unique(ledger.places[others]).tolist() for name in ledger.documents[place]}
        leaks += int(_shared(ledger, mine, others).sum())
        leaks += sum(
            bool(names.intersection(ledger.documents[place])) for place in np.unique(ledger.places[mine]).tolist()
        )
    return leaks


def _shared(ledger: Ledger, mine: Flags, others: Flags) -> Flags:
    """Return which of my rows have a text of the others."""

    def has(keys: Keys) -> Flags:
        found: Flags = np.isin(keys, keys[others])
        return found

    shared: Flags = mine & (has(ledger.sources) | has(ledger.targets))
    return shared


def _groups(documents: list[tuple[str, str]]) -> list[str]:
    """Return a name for each pair of documents, the same for pairs that are tied by documents that they share."""
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        while parent.setdefault(name, name) != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for source, target in documents:
        one, other = sorted((root(source), root(target)))
        parent[other] = one
    return [root(source) for source, _ in documents]
