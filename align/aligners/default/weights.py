"""The weights of the default aligner, fitted on development data by `eval/fit.py`."""

import hashlib
import json
import math
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from align.aligners.default.describe import (
    CANDIDATE_FEATURES,
    CLOSE,
    COUNTERPART_FEATURES,
    NULL_FEATURES,
    describe_counterparts,
)
from align.aligners.default.network import Network, network_from_dict, network_to_dict
from align.encoding import Encoder
from align.errors import ModelError
from align.lattice.arrays import Doubles
from align.lattice.features import FEATURES

PATH = Path(__file__).parent / "weights.json"
# By the signature of the encoder that they were fitted on.
OTHERS: dict[str, Path] = {"use-multilingual-3-0.2.1": PATH.with_name("weights_use.json")}
LEAST_RATE, MOST_RATE = 0.02, 0.97  # an estimated share is held between them: beyond, it would only confirm itself
GAPS = ("open", "extend", "long_open", "long_extend", "turn")
RATES = ("open_rate", "extend_rate", "other_open_rate", "other_extend_rate")
NULLS = ("null_best", "null_close", "null_size")
VERSION = ("bias", "share", "sure", "closeness", "length")
MOVE = ("bias", "share", "closeness", "margin", "other_margin", "size", "beyond", "passage", "room", "others")


@dataclass(frozen=True, slots=True)
class Match:
    """How much of two documents corresponds.

    Attributes:
        share: of the segments that correspond, on the side where it is larger, 0 to 1.
        sure: beads and moves that correspond for sure: the sum of the fourth powers of their probabilities.
        closeness: mean cosine above the floor of what corresponds.
        length: segments of the shorter document.
    """

    share: float
    sure: float
    closeness: float
    length: int


@dataclass(frozen=True, slots=True)
class GapWeights:
    """What runs of null segments cost, in log units.

    Attributes:
        gap: float64 (5,), in the order of `GAPS`: opening and extending a short and a long run of null segments, and
            what a target run costs more where it follows a source run.
        rate: float64 (4,), in the order of `RATES`: how opening and extending a short run grow with the log odds of a
            null on its own side, and on the other.
    """

    gap: Doubles
    rate: Doubles

    def at(self, rates: tuple[float, float]) -> Doubles:
        """Return what runs cost where such shares of the source and the target segments are null: float64 (9,)."""
        one, two = log_odds(rates[0]), log_odds(rates[1])
        opening, extending, long_opening, long_extending, turn = self.gap.tolist()
        own_opens, own_extends, other_opens, other_extends = self.rate.tolist()
        source = opening + (one * own_opens + two * other_opens), extending + (one * own_extends + two * other_extends)
        target = opening + (two * own_opens + one * other_opens), extending + (two * own_extends + one * other_extends)
        return np.array([*source, long_opening, long_extending, *target, long_opening, long_extending, turn])


@dataclass(frozen=True, slots=True)
class FirstWeights:
    """Of the first pass, which sees all candidates: one number for each kind of evidence.

    Attributes:
        bead: float64 (F,), for the features of a bead, in the order of `align.lattice.features.FEATURES`.
        null: float64 (3,), in the order of `NULLS`.
        gaps: for runs of null segments.
    """

    bead: Doubles
    null: Doubles
    gaps: GapWeights


@dataclass(frozen=True, slots=True)
class SecondWeights:
    """Of the second pass, which sees what the first left open.

    Attributes:
        bead: from `align.aligners.default.describe.CANDIDATE_FEATURES` to the score of a bead.
        null: from `align.aligners.default.describe.NULL_FEATURES` to the score of a null segment.
        gaps: for runs of null segments.
        counterpart: from `align.aligners.default.describe.COUNTERPART_FEATURES` to the log odds that the sides of a
            bead correspond at all. The best path has a bead wherever two sentences stand between good neighbours; this
            holds against it that one may have been dropped there and the other added.
    """

    bead: Network
    null: Network
    gaps: GapWeights
    counterpart: Network

    def correspond(self, features: Doubles, shares: Doubles) -> Doubles:
        """Return the probability that the sides of beads correspond at all: float64 (k,).

        Args:
            features: float64 (k, F), of the beads, in the order of `CANDIDATE_FEATURES`.
            shares: float64 (k,), their probabilities in the second pass.
        """
        odds = self.counterpart.score(describe_counterparts(features, shares))
        return 1.0 / (1.0 + np.exp(-odds))


@dataclass(frozen=True, slots=True)
class Weights:
    """All weights.

    Attributes:
        first: of the first pass.
        second: of the second.
        move: float64 (10,), for the probability of a move, in the order of `MOVE`: log odds of its share in the lattice
            of the null segments; its cosine above the floor, in levels; what that exceeds the cosine of the closest
            other segment by, on the side where it is more and where it is less; logarithm of the size of the shorter
            side relative to a usual sentence; segments more than 1-1; other moves of its passage; null places; moves.
        version: float64 (5,), for the probability that two documents are versions at all, in the order of `VERSION`.
        encoder: signature of the encoder whose vectors they were fitted on.
    """

    first: FirstWeights
    second: SecondWeights
    move: Doubles
    version: Doubles
    encoder: str

    def version_probability(self, match: Match) -> float:
        """Return the probability that two documents are versions of one text, 0 to 1."""
        odds = float(self.version @ version_features(match))
        return 1.0 / (1.0 + float(np.exp(-odds)))


def log_odds(rate: float) -> float:
    """Return the log odds of an estimated share; beyond the limits an estimate would only confirm itself."""
    held = min(max(rate, LEAST_RATE), MOST_RATE)
    return math.log(held / (1.0 - held))


def null_features(heights: Doubles, sizes: Doubles) -> Doubles:
    """Return the features of null segments in the first pass: float64 (n, 3).

    Args:
        heights: float64 (n,), cosine of each segment's best counterpart above the floor.
        sizes: float64 (n,), logarithm of each segment's size; see `align.aligners.default.evidence`.
    """
    features = np.empty((len(heights), len(NULLS)))
    features[:, 0], features[:, 1], features[:, 2] = heights, np.maximum(0.0, heights - CLOSE), sizes
    return features


def version_features(match: Match) -> Doubles:
    """Return the features of a pair of documents: float64 (5,), in the order of `VERSION`."""
    return np.array([1.0, match.share, math.log1p(match.sure), match.closeness, math.log(match.length)])


@cache
def revision(path: Path = PATH) -> str:
    """Return a short name of weights, those of the embedded encoder if none are named; it changes with them."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:8]


@cache
def load_weights(path: Path = PATH) -> Weights:
    """Return weights, those that were fitted on the embedded encoder if none are named.

    Raises:
        ModelError: the file cannot be read, or holds something else.
    """
    try:
        return from_dict(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(f"{path}: expected weights of the aligner, found: {error}; calibrate anew") from None


def weights_for(encoder: Encoder) -> Path:
    """Return where the weights are that were fitted on an encoder; those of the embedded one where there are none."""
    fitted: Path | None = getattr(encoder, "weights", None)  # if it is `Calibrated`
    return OTHERS.get(encoder.signature, PATH) if fitted is None else fitted


def from_dict(record: dict[str, Any]) -> Weights:
    """Return weights from the names and numbers of a JSON file."""

    def values(part: dict[str, float], names: tuple[str, ...]) -> Doubles:
        return np.array([part[name] for name in names])

    def gaps(part: dict[str, float]) -> GapWeights:
        return GapWeights(values(part, GAPS), values(part, RATES))

    first, second = record["first"], record["second"]
    return Weights(
        FirstWeights(values(first["bead"], FEATURES), values(first["null"], NULLS), gaps(first["gaps"])),
        SecondWeights(
            network_from_dict(second["bead"], CANDIDATE_FEATURES),
            network_from_dict(second["null"], NULL_FEATURES),
            gaps(second["gaps"]),
            network_from_dict(second["counterpart"], COUNTERPART_FEATURES),
        ),
        values(record["move"], MOVE),
        values(record["version"], VERSION),
        record["encoder"],
    )


def to_dict(weights: Weights) -> dict[str, Any]:
    """Return weights as names and numbers."""

    def named(names: tuple[str, ...], values: Doubles) -> dict[str, float]:
        return {name: round(float(value), 4) for name, value in zip(names, values, strict=True)}

    def gaps(part: GapWeights) -> dict[str, float]:
        return {**named(GAPS, part.gap), **named(RATES, part.rate)}

    first, second = weights.first, weights.second
    return {
        "encoder": weights.encoder,
        "first": {
            "bead": named(FEATURES, first.bead),
            "null": named(NULLS, first.null),
            "gaps": gaps(first.gaps),
        },
        "second": {
            "bead": network_to_dict(second.bead, CANDIDATE_FEATURES),
            "null": network_to_dict(second.null, NULL_FEATURES),
            "gaps": gaps(second.gaps),
            "counterpart": network_to_dict(second.counterpart, COUNTERPART_FEATURES),
        },
        "move": named(MOVE, weights.move),
        "version": named(VERSION, weights.version),
    }
