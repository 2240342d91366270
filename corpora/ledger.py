"""What is known of all rows of a corpus at once, as arrays: a few hundred bytes a row, so that millions fit."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from corpora.filters import Limit
from corpora.folding import text_key
from corpora.near import Sketches
from corpora.rows import Row

BARS = 20  # of a histogram
Keys = npt.NDArray[np.uint64]
Numbers = npt.NDArray[np.int64]


@dataclass(slots=True)
class Ledger:
    """One entry a row, in the order of the rows.

    Attributes:
        sources: key of the text, uint64 (n,).
        targets: the same.
        places: number of the pair of documents, int64 (n,).
        drops: bit k for the k-th filter that removes the row, int64 (n,).
        labels: the same for those that label it.
        names: of the filters, in the order of the bits.
        documents: names of the pair of documents of each number.
        histograms: rows in each bar, by the name of the filter.
        sketches: for near duplicates; None where none are looked for.
    """

    sources: Keys
    targets: Keys
    places: Numbers
    drops: Numbers
    labels: Numbers
    names: tuple[str, ...]
    documents: list[tuple[str, str]]
    histograms: dict[str, list[int]] = field(default_factory=dict)
    sketches: Sketches | None = None


def take_stock(rows: Iterable[Row], limits: Mapping[str, Limit], near: str) -> Ledger:
    """Return the ledger of rows; the score of `boilerplate`, which needs all rows, is not in it yet.

    Args:
        rows: with their scores.
        limits: of the filters.
        near: which texts near duplicates are told by, as in `corpora.recipe.Dedup`.
    """
    names = tuple(name for name in limits if limits[name].action != "off")
    scored = [(k, name, limits[name]) for k, name in enumerate(names) if name != "boilerplate"]
    numbers: dict[tuple[str, str], int] = {}
    lists: list[list[int]] = [[], [], [], [], []]
    histograms = {name: [0] * BARS for _, name, _ in scored}
    sketches = Sketches(near) if near != "off" else None
    for row in rows:
        bits = {"drop": 0, "label": 0}
        scores = row["scores"]
        for k, name, limit in scored:
            score = scores[name]
            histograms[name][bar_of(score, limit)] += 1
            if not limit.passes(score):
                bits[limit.action] |= 1 << k
        documents = row["source_document"], row["target_document"]
        place = numbers.setdefault(documents, len(numbers))
        values = text_key(row["source"]), text_key(row["target"]), place, bits["drop"], bits["label"]
        for kept, value in zip(lists, values, strict=True):
            kept.append(value)
        if sketches:
            sketches.add(row["source"], row["target"])
    if sketches:
        sketches.finish()
    keys = [np.array(kept, dtype=np.uint64) for kept in lists[:2]]
    numbered = [np.array(kept, dtype=np.int64) for kept in lists[2:]]
    return Ledger(keys[0], keys[1], numbered[0], numbered[1], numbered[2], names, list(numbers), histograms, sketches)


def bar_of(score: float, limit: Limit) -> int:
    """Return the number of the bar that a score is in."""
    return min(BARS - 1, max(0, int(score / limit.top * BARS)))


def score_boilerplate(ledger: Ledger, limit: Limit) -> npt.NDArray[np.float64]:
    """Return the share of the document pairs in which the text of either side occurs, 0 where these are few; mark rows.

    Args:
        ledger: whose bits, and histogram, of the filter are set.
        limit: of the filter.
    """
    count = len(ledger.documents)
    scores = np.zeros(len(ledger.places))
    if count >= FEW:
        most = np.maximum(_documents_of(ledger.sources, ledger.places), _documents_of(ledger.targets, ledger.places))
        scores = np.where(most > 1, most / count, 0.0).round(4)
    if "boilerplate" in ledger.names:
        bit = 1 << ledger.names.index("boilerplate")
        beyond = scores < limit.value if limit.side == "at_least" else scores > limit.value
        marked = ledger.drops if limit.action == "drop" else ledger.labels
        marked[beyond] |= bit
        bars = np.clip((scores / limit.top * BARS).astype(int), 0, BARS - 1)
        ledger.histograms["boilerplate"] = np.bincount(bars, minlength=BARS).tolist()
    return scores


FEW = 10  # pairs of documents, of which nothing can be said to be in many


def _documents_of(keys: Keys, places: Numbers) -> Numbers:
    """Return in how many pairs of documents the text of each row occurs."""
    order = np.lexsort((places, keys))
    keys, places = keys[order], places[order]
    new_key = np.concatenate(([True], keys[1:] != keys[:-1]))
    new = new_key | np.concatenate(([True], places[1:] != places[:-1]))
    group = np.cumsum(new_key) - 1
    counts = np.bincount(group[new])
    result = np.empty(len(keys), dtype=np.int64)
    result[order] = counts[group]
    return result


def names_of(bits: int, names: tuple[str, ...]) -> list[str]:
    """Return the names that bits stand for.

    >>> names_of(5, ("a", "b", "c"))
    ['a', 'c']
    """
    return [name for k, name in enumerate(names) if bits >> k & 1]
