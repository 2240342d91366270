"""What the alignment says."""

from corpora.filters import Texts


def probability(pair: Texts) -> float:
    """Return the probability of the bead."""
    return pair.probability


def similarity(pair: Texts) -> float:
    """Return the cosine of the vectors of both sides, 0 for less."""
    return max(0.0, pair.similarity)
