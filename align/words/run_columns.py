"""What is known of a run of words, by the name and the number of its column."""

from typing import NamedTuple

from align.words.columns import COLUMN


class OwnOfRun(NamedTuple):
    """What is known of a run itself, here with the column of each.

    Attributes:
        length: logarithm of its size, in words of a language with spaces.
        share: of the size of its side of the bead.
        sum: of the log odds of its words, eased.
        mean: of its log odds.
        least: the lowest of them.
        mean_outside: their mean in the rest of its side.
        rest: how large the rest of its side is beside the other side, as a logarithm.
        other_sum: logarithm of the greatest sum of a run of the other side.
        second: the same of what another run of its own side exceeds it by.
        surplus_without: surplus of its side without it, as a logarithm.
        relief: what that is farther from none than the surplus with it.
        mates: share of the mass of the other side whose most similar words are in it.
        mates_by_mass: the same mass, by that of the run.
        other_mean: mean log odds of the other side.
        likely: share of its words that rather have no counterpart.
        outside: how much better it fits the segments before and after the other side.
        outside_best: mean cosine with the most similar words there.
        opens_here: whether a clause begins with it.
        closes_here: whether one ends with it.
        whole_clauses: both.
        whole_segment: whether it is whole segments of a side that has more.
        at_start: whether its side of the bead begins with it.
        at_end: whether that ends with it.
    """

    length: int
    share: int
    sum: int
    mean: int
    least: int
    mean_outside: int
    rest: int
    other_sum: int
    second: int
    surplus_without: int
    relief: int
    mates: int
    mates_by_mass: int
    other_mean: int
    likely: int
    outside: int
    outside_best: int
    opens_here: int
    closes_here: int
    whole_clauses: int
    whole_segment: int
    at_start: int
    at_end: int


_INSIDE = (
    "best",
    "carried",
    "closeness",
    "bigram",
    "trigram",
    "weight",
    "capital",
    "digit",
    "whole",
    "apart",
    "rivalry",
)
_OUTSIDE = ("best", "carried", "trigram")
_BEAD = (
    "surplus",
    "size_surplus",
    "cosine",
    "words",
    "other_words",
    "segments",
    "other_segments",
    "usual_carried",
    "usual_best",
    "bead_carried",
    "bead_best",
    "other_carried",
    "other_best",
    "unspaced",
    "other_unspaced",
)
RUN_FEATURES = (
    *OwnOfRun._fields,
    *(f"in_{name}" for name in _INSIDE),
    *(f"out_{name}" for name in _OUTSIDE),
    *_BEAD,
)
OF_RUN = OwnOfRun(*range(len(OwnOfRun._fields)))
# Where what stands in the run begins, what stands around it, and what is known of its bead.
IN, OUT = len(OF_RUN), len(OF_RUN) + len(_INSIDE)
BEAD = OUT + len(_OUTSIDE)
INSIDE, OUTSIDE, OF_BEAD = (tuple(COLUMN[name] for name in names) for names in (_INSIDE, _OUTSIDE, _BEAD))
