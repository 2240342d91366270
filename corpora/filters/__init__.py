"""Filters: small functions from a pair to a score; limits stand apart, so that a changed one scores nothing anew.

A pair passes a filter if its score is not beyond the limit: a score that is just the limit passes. What fails is
removed (action drop), or only labelled with the name of the filter (action label).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Protocol

from align.plugins import load_member
from corpora.filters.sides import Side, side_of

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

ACTIONS = ("drop", "label", "off")
FILTERS: dict[str, str] = {
    "probability": "corpora.filters.alignment:probability",
    "similarity": "corpora.filters.alignment:similarity",
    "shortest": "corpora.filters.lengths:shortest",
    "longest": "corpora.filters.lengths:longest",
    "length-ratio": "corpora.filters.lengths:length_ratio",
    "language": "corpora.filters.languages:language",
    "script": "corpora.filters.languages:script",
    "identical": "corpora.filters.copies:identical",
    "untranslated": "corpora.filters.copies:untranslated",
    "letters": "corpora.filters.words:letters",
    "repetition": "corpora.filters.words:repetition",
    "glued": "corpora.filters.words:glued",
    "spaced": "corpora.filters.words:spaced",
    "mojibake": "corpora.filters.debris:mojibake",
    "escapes": "corpora.filters.debris:escapes",
    "markup": "corpora.filters.debris:markup",
    "breadcrumbs": "corpora.filters.debris:breadcrumbs",
    "numbers": "corpora.filters.values:numbers",
    "urls": "corpora.filters.values:urls",
}


@dataclass(frozen=True, slots=True)
class Limit:
    """Which scores pass, and what becomes of the others.

    Attributes:
        side: at_least or at_most.
        value: the limit; a score that is equal passes.
        action: drop, label or off.
        top: the score at which the histogram ends; it starts at 0, and what lies beyond is in its last bar.
    """

    side: str
    value: float
    action: str = "drop"
    top: float = 1.0

    def fails(self, scores: "npt.NDArray[np.float64]") -> "npt.NDArray[np.bool_]":
        """Return which scores are beyond the limit."""
        beyond: npt.NDArray[np.bool_] = scores < self.value if self.side == "at_least" else scores > self.value
        return beyond


# The order is that of the reasons. `boilerplate` is scored over the whole corpus (`corpora.boilerplate`).
LIMITS: Mapping[str, Limit] = {
    "probability": Limit("at_least", 0.5),
    "similarity": Limit("at_least", 0.2, "label"),
    "shortest": Limit("at_least", 3, top=200),
    "longest": Limit("at_most", 2000, top=2500),
    "length-ratio": Limit("at_least", 0.25),
    "language": Limit("at_least", 0.5),
    "script": Limit("at_least", 0.5, "label"),
    "identical": Limit("at_most", 0),
    "untranslated": Limit("at_least", 0.25),
    "letters": Limit("at_least", 0.4),
    "repetition": Limit("at_least", 0.35),
    "glued": Limit("at_most", 45, top=60),
    "spaced": Limit("at_most", 5, top=20),
    "mojibake": Limit("at_most", 0, top=10),
    "escapes": Limit("at_most", 0, top=10),
    "markup": Limit("at_most", 0, top=10),
    "breadcrumbs": Limit("at_most", 2, top=10),
    "boilerplate": Limit("at_most", 0.1),
    "numbers": Limit("at_least", 1.0, "label"),
    "urls": Limit("at_least", 1.0, "label"),
}


@dataclass(slots=True)  # not frozen, which takes twice the time to make
class Texts:
    """What filters look at: the two texts, their primary languages, and what the alignment says of them.

    `probability` is that of the bead, 0 to 1, and `similarity` the cosine of the two vectors, -1 to 1. What several
    filters look at is made once, as `sides`.
    """

    source: str
    target: str
    source_language: str
    target_language: str
    probability: float
    similarity: float
    sides: tuple[Side, Side] = field(init=False)

    def __post_init__(self) -> None:
        """Take both sides apart."""
        self.sides = side_of(self.source, self.source_language), side_of(self.target, self.target_language)


class Filter(Protocol):
    """Scores a pair."""

    def __call__(self, pair: Texts) -> float:
        """Return the score: of a share 0 to 1, of a count from 0 on; `LIMITS` tells which way is the good one.

        Args:
            pair: the two texts.
        """
        ...


def score_pair(pair: Texts) -> dict[str, float]:
    """Return the score that each filter gives, rounded to four places.

    Args:
        pair: the two texts.
    """
    scores = {}
    for name, score in _filters().items():
        value = score(pair)
        # Most scores are 0, 1 or a count, and to round costs more than to make them.
        scores[name] = float(value) if value in _ROUND or type(value) is int else round(value, 4)
    return scores


_ROUND = (0.0, 1.0)


@cache
def _filters() -> dict[str, Filter]:
    return {name: load_member(FILTERS, name, kind="filter") for name in FILTERS}
