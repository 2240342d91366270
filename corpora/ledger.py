"""What is known of all rows of a corpus at once, as arrays: a few hundred bytes a row, so that millions fit."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from corpora.columns import Columns
from corpora.filters import ACTIONS, FILTERS, Limit
from corpora.near import HASHES, Flags, Sketches, is_long
from corpora.overlap import Overlap

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
        overlapping: which rows have a text that the corpus must not hold, bool (n,).
        sketches: for near duplicates, once for each text that is compared.
    """

    sources: Keys
    targets: Keys
    places: Numbers
    drops: Numbers
    labels: Numbers
    overlapping: Flags
    names: tuple[str, ...]
    documents: list[tuple[str, str]]
    histograms: dict[str, list[int]] = field(default_factory=dict)
    sketches: tuple[Sketches, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """Some rows: their columns, and the names of the pairs of documents that these number."""

    columns: Columns
    documents: Sequence[tuple[str, str]]


def take_stock(
    parts: Iterable[Part], limits: Mapping[str, Limit], near: str, overlap: Overlap | None = None, *, rows: int
) -> Ledger:
    """Return the ledger of rows; the score of `boilerplate`, which needs all rows, is not in it yet.

    Args:
        parts: all rows, in order.
        limits: of the filters.
        near: which texts near duplicates are told by, as in `corpora.recipe.Dedup`.
        overlap: texts that the corpus must not hold; None for none.
        rows: how many there are in all.
    """
    names = tuple(name for name in limits if limits[name].action != "off")
    scored = [(k, list(FILTERS).index(name), limits[name]) for k, name in enumerate(names) if name in FILTERS]
    numbers: dict[tuple[str, str], int] = {}
    bars = np.zeros((len(names), BARS), dtype=np.int64)
    keys, places, drops, labels = [_NO_KEYS], [_NO_NUMBERS], [_NO_NUMBERS], [_NO_NUMBERS]
    sketches, held = _Gathered(near, rows), [_NO_FLAGS]
    for part in parts:
        columns = part.columns
        keys.append(columns["keys"].copy())  # a view would keep all columns of the part
        places.append(_places(part, numbers))
        bits = {action: np.zeros(len(columns), dtype=np.int64) for action in ACTIONS}
        for k, column, limit in scored:
            scores = columns["scores"][:, column]
            bars[k] += np.bincount(bars_of(scores, limit), minlength=BARS)
            bits[limit.action][limit.fails(scores)] |= 1 << k
        drops.append(bits["drop"])
        labels.append(bits["label"])
        sketches.add(columns)
        held.append(overlap.held_by(columns) if overlap else np.zeros(len(columns), dtype=bool))
    sources, targets = np.ascontiguousarray(np.concatenate(keys).T)
    histograms = {names[k]: bars[k].tolist() for k, _, _ in scored}
    bits_of_rows = np.concatenate(drops), np.concatenate(labels), np.concatenate(held)
    whole = sketches.all()
    return Ledger(sources, targets, np.concatenate(places), *bits_of_rows, names, list(numbers), histograms, whole)


_NO_KEYS = np.zeros((0, 2), dtype=np.uint64)
_NO_NUMBERS = np.zeros(0, dtype=np.int64)
_NO_FLAGS = np.zeros(0, dtype=bool)


def _places(part: Part, numbers: dict[tuple[str, str], int]) -> Numbers:
    """Return the number of the pair of documents of each row; new ones are numbered as they come."""
    pairs = part.columns["pair"]
    new = np.zeros(len(part.documents), dtype=np.int64)
    for pair in dict.fromkeys(pairs.tolist()):
        new[pair] = numbers.setdefault(part.documents[pair], len(numbers))
    found: Numbers = new[pairs]
    return found


class _Gathered:
    """The sketches of the texts that are compared, part by part, in arrays with room for all from the beginning."""

    def __init__(self, near: str, rows: int) -> None:
        self._sides = {"either": (0, 1), "source": (0,), "target": (1,), "both": (None,)}.get(near, ())
        self._digests = [np.empty((rows, HASHES), dtype=np.uint32) for _ in self._sides]
        self._long = [np.empty(rows, dtype=bool) for _ in self._sides]
        self._done = 0

    def add(self, columns: Columns) -> None:
        place = slice(self._done, self._done + len(columns))
        for side, digests, long in zip(self._sides, self._digests, self._long, strict=True):
            sketches, words = columns["sketches"], columns["words"]
            digests[place] = sketches.min(axis=1) if side is None else sketches[:, side]
            long[place] = is_long(words.sum(axis=1) if side is None else words[:, side])
        self._done += len(columns)

    def all(self) -> tuple[Sketches, ...]:
        return tuple(map(Sketches, self._digests, self._long))


def bars_of(scores: npt.NDArray[np.float64], limit: Limit) -> Numbers:
    """Return the number of the bar that each score is in, int64 (n,).

    Args:
        scores: of a filter, float64 (n,).
        limit: of the filter.
    """
    found: Numbers = np.clip((scores / limit.top * BARS).astype(np.int64), 0, BARS - 1)
    return found


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
        marked = ledger.drops if limit.action == "drop" else ledger.labels
        marked[limit.fails(scores)] |= bit
        ledger.histograms["boilerplate"] = np.bincount(bars_of(scores, limit), minlength=BARS).tolist()
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
