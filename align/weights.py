"""The weights of the default aligner, fitted and tuned on development data by `eval/fit.py` and `eval/tune.py`."""

import hashlib
import json
import math
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from align.score import FEATURES, Doubles

PATH = Path(__file__).parent / "weights.json"
LEAST_RATE, MOST_RATE = 0.02, 0.7  # an estimated share is held between them: beyond, it would only confirm itself
CLOSE = 0.35  # cosine above the floor from which a segment's best counterpart speaks against a null twice
GAPS = ("open", "extend", "long_open", "long_extend")
RATES = ("open_rate", "extend_rate", "compound_rate")
NULLS = ("null_best", "null_close", "null_size")
VERSION = ("bias", "share", "count", "closeness")


@dataclass(frozen=True, slots=True)
class Weights:
    """One number for each kind of evidence, in log units.

    Attributes:
        bead: float64 (F,), for the features of a bead.
        gap: float64 (4,), in the order of `GAPS`: opening and extending a short and a long run of null segments.
        rate: float64 (3,), in the order of `RATES`: how opening and extending a short run grow with the log odds of a
            null in the pair, and the score of a bead beyond 1-1 with the log odds of such a bead.
        null: float64 (3,), in the order of `NULLS`: how close a null segment's best counterpart is (cosine above the
            floor, and what of it exceeds `CLOSE`), and the logarithm of its size.
        version: float64 (4,), in the order of `VERSION`: for the probability that two documents are versions at all.
    """

    bead: Doubles
    gap: Doubles
    rate: Doubles
    null: Doubles
    version: Doubles

    def gaps(self, rate: float) -> Doubles:
        """Return what runs of null segments cost where a share `rate` of all segments is null: float64 (4,)."""
        gaps: Doubles = self.gap + log_odds(rate) * np.append(self.rate[:2], [0.0, 0.0])
        return gaps

    def compound(self, rate: float) -> float:
        """Return what beads beyond 1-1 gain where a share `rate` of all beads is of that kind."""
        return float(self.rate[2]) * log_odds(rate)

    def null_scores(self, above: Doubles, sizes: Doubles) -> Doubles:
        """Return what speaks for segments to be null: float64 (n,).

        Args:
            above: float64 (n,), cosine of each segment's best counterpart above the floor.
            sizes: float64 (n,), logarithm of each segment's size; see `align.aligners.evidence`.
        """
        scores: Doubles = null_features(above, sizes) @ self.null
        return scores

    def version_probability(self, share: float, count: float, closeness: float) -> float:
        """Return the probability that two documents are versions of one text.

        Args:
            share: of the segments that correspond, on the side where it is larger, 0 to 1.
            count: how many segments correspond on that side.
            closeness: mean cosine above the floor of what corresponds.
        """
        odds = float(self.version @ version_features(share, count, closeness))
        return 1.0 / (1.0 + float(np.exp(-odds)))


def log_odds(rate: float) -> float:
    """Return the log odds of an estimated share; beyond the limits an estimate would only confirm itself."""
    held = min(max(rate, LEAST_RATE), MOST_RATE)
    return math.log(held / (1.0 - held))


def null_features(above: Doubles, sizes: Doubles) -> Doubles:
    """Return the features of null segments: float64 (n, 3)."""
    return np.stack([above, np.maximum(0.0, above - CLOSE), sizes], axis=1)


def version_features(share: float, count: float, closeness: float) -> Doubles:
    """Return the features of a pair of documents: float64 (4,)."""
    return np.array([1.0, share, np.log1p(count), closeness])


def revision() -> str:
    """Return a short name of the weights that ship with the package; it changes with them."""
    return hashlib.sha256(PATH.read_bytes()).hexdigest()[:8]


@cache
def load_weights() -> Weights:
    """Return the weights that ship with the package."""
    return from_dict(json.loads(PATH.read_text(encoding="utf-8")))


def from_dict(record: dict[str, Any]) -> Weights:
    """Return weights from the names and numbers of a JSON file."""
    return Weights(
        bead=np.array([record["bead"][name] for name in FEATURES]),
        gap=np.array([record["gap"][name] for name in GAPS]),
        rate=np.array([record["rate"][name] for name in RATES]),
        null=np.array([record["null"][name] for name in NULLS]),
        version=np.array([record["version"][name] for name in VERSION]),
    )


def to_dict(weights: Weights) -> dict[str, dict[str, float]]:
    """Return weights as names and numbers, rounded to four places."""

    def named(names: tuple[str, ...], values: Doubles) -> dict[str, float]:
        return {name: round(float(value), 4) for name, value in zip(names, values, strict=True)}

    return {
        "bead": named(FEATURES, weights.bead),
        "gap": named(GAPS, weights.gap),
        "rate": named(RATES, weights.rate),
        "null": named(NULLS, weights.null),
        "version": named(VERSION, weights.version),
    }
