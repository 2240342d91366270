"""What is known of each word of a bead, by the name and the number of its column."""

from typing import NamedTuple


class OwnFeatures(NamedTuple):
    """What is known of a word from its bead alone, here with the column of each.

    Attributes:
        best: cosine with the most similar word.
        lead: what that exceeds the second one by.
        rivalry: what the most similar other word of its own side exceeds it by, for that counterpart.
        carried: share of its mass that is transported.
        closeness: mean cosine of where it goes.
        bigram: greatest cosine of a pair of words that it belongs to with one, two or three words there.
        trigram: the same of three words.
        apart: how far from its own place, as a share of the text, its most similar word stands.
        outside: what the most similar word of the segments before and after there exceeds `best` by; where there is
            none, its cosine is -1.
    """

    best: int
    lead: int
    rivalry: int
    carried: int
    closeness: int
    bigram: int
    trigram: int
    apart: int
    outside: int


REACHES = (1, 3, 6)  # words on either side that a mean is taken over
SPREAD = ("carried", "best", "trigram")  # the features of which means are taken
OWN_FEATURES = OwnFeatures._fields
AT = OwnFeatures(*range(len(OWN_FEATURES)))
FEATURES = (
    *OWN_FEATURES,
    "whole",
    "weight",
    "letters",
    "capital",
    "digit",
    "place",
    *(f"{name}_{reach}" for name in SPREAD for reach in REACHES),
    "outside_3",
    "clause_carried",
    "clause_best",
    "clause_words",
    "segment_carried",
    "segment_best",
    "bead_carried",
    "bead_best",
    "other_carried",
    "other_best",
    "surplus",
    "size_surplus",
    "words",
    "other_words",
    "cosine",
    "segments",
    "other_segments",
    "usual_carried",
    "usual_best",
    "unspaced",
    "other_unspaced",
)
COLUMN = {name: number for number, name in enumerate(FEATURES)}
