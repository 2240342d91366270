"""The card of a corpus: all that is counted, as one object; `card.json` holds it, and `corpora.card_page` shows it."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from corpora.filters import Limit
from corpora.ledger import BARS, Ledger, names_of
from corpora.rows import Row

SCHEMA_VERSION = 1
_WORST = 0.01  # of the pairs go by a suggested limit
_LENGTHS = (10, 20, 40, 80, 160, 320, 640, 1280)  # characters at which a bar of the lengths ends; one more for longer


@dataclass(slots=True)
class Counts:
    """What is counted of the rows that are kept."""

    pairs: int = 0
    languages: Counter[str] = field(default_factory=Counter)
    fates: Counter[str] = field(default_factory=Counter)
    labels: Counter[str] = field(default_factory=Counter)
    probability: list[int] = field(default_factory=lambda: [0] * BARS)
    characters: dict[str, int] = field(default_factory=lambda: {"source": 0, "target": 0})
    words: dict[str, int] = field(default_factory=lambda: {"source": 0, "target": 0})
    lengths: dict[str, list[int]] = field(
        default_factory=lambda: {side: [0] * (len(_LENGTHS) + 1) for side in ("source", "target")}
    )

    def add(self, row: Row) -> None:
        """Count a row."""
        self.pairs += 1
        self.languages[f"{row['source_language']}-{row['target_language']}"] += 1
        self.fates[row["fate"]] += 1
        self.labels.update(row["label"].split(","))
        self.probability[min(BARS - 1, int(row["probability"] * BARS))] += 1
        for side in ("source", "target"):
            text = row[side]
            self.characters[side] += len(text)
            self.words[side] += text.count(" ") + 1
            self.lengths[side][bisect_left(_LENGTHS, len(text))] += 1

    def to_dict(self) -> dict[str, Any]:
        """Return the counts as JSON can hold them."""
        return {
            "pairs": self.pairs,
            "languages": dict(sorted(self.languages.items())),
            "fates": dict(sorted(self.fates.items())),
            "labels": dict(sorted(self.labels.items())),
            "probability": self.probability,
            "characters": self.characters,
            "words": self.words,
            "lengths": {"up_to": list(_LENGTHS), **self.lengths},
        }


def describe_filters(ledger: Ledger, limits: Mapping[str, Limit]) -> dict[str, Any]:
    """Return for each filter its limit, what it marks and alone removes, its histogram, and a limit from the data.

    Args:
        ledger: with the bits of all filters.
        limits: of all filters.
    """
    described: dict[str, Any] = {}
    for k, name in enumerate(ledger.names):
        limit, bit = limits[name], 1 << k
        marked = ledger.drops if limit.action == "drop" else ledger.labels
        described[name] = {
            limit.side: limit.value,
            "action": limit.action,
            "marks": int(((marked & bit) != 0).sum()),
            "alone": int((ledger.drops == bit).sum()) if limit.action == "drop" else 0,
            "histogram": ledger.histograms[name],
            "up_to": limit.top,
            "suggested": suggest(ledger.histograms[name], limit),
        }
    return described


def suggest(bars: Sequence[int], limit: Limit) -> float:
    """Return the limit nearest to the good end by which at most one in a hundred goes, at the edge of a bar.

    Args:
        bars: rows in each bar.
        limit: for its side and the end of the histogram.

    >>> suggest([1, 0] + [0] * 8 + [10] * 10, Limit("at_least", 0.5))
    0.5
    """
    total, width = sum(bars), limit.top / len(bars)
    gone, edge = 0, 0
    for count in bars if limit.side == "at_least" else reversed(bars):
        gone += count
        if gone > total * _WORST:
            break
        edge += 1
    if limit.side == "at_least":
        return round(min(edge * width, limit.top), 4)
    return round(max(limit.top - edge * width, 0.0), 4)


def count_reasons(ledger: Ledger, repeated: Mapping[str, npt.NDArray[np.bool_]]) -> dict[str, int]:
    """Return how many rows are rejected for each reason; a row may have several."""
    counts: dict[str, int] = {}
    for bits, number in zip(*np.unique(ledger.drops, return_counts=True), strict=True):
        for name in names_of(int(bits), ledger.names):
            counts[name] = counts.get(name, 0) + int(number)
    counts.update({name: int(flags.sum()) for name, flags in repeated.items() if flags.any()})
    return counts
