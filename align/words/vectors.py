"""The words of the segments of two documents with their vectors."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from align.encoding import WordForms
from align.lattice.arrays import Doubles, Flags, Floats, Ints, Longs
from align.words.cut import Cut, cut_text


class SideWords(NamedTuple):
    """The k words of the n segments of one document.

    Attributes:
        cuts: one for each segment.
        starts: int64 (n + 1,), where the words of each segment start.
        forms: int32 (k,), numbers of the distinct forms of both documents.
        sizes: float64 (k,), see `align.words.cut.Cut`.
        opens: bool (k,), the same.
        capital: bool (k,), whether it begins with a capital letter that does not begin the segment.
        digit: bool (k,), whether it begins with a digit.
        letters: float64 (k,), logarithm of its characters.
    """

    cuts: tuple[Cut, ...]
    starts: Longs
    forms: Ints
    sizes: Doubles
    opens: Flags
    capital: Flags
    digit: Flags
    letters: Doubles


class PairWords(NamedTuple):
    """The words of both documents.

    Attributes:
        source: of one document.
        target: of the other.
        units: float32 (t, d), vectors of the distinct forms, of length 1.
        weights: float32 (t,), the lengths that they had: how much a word says.
    """

    source: SideWords
    target: SideWords
    units: Floats
    weights: Floats


def read_words(source: Sequence[str], target: Sequence[str], encoder: WordForms) -> PairWords:
    """Return the words of segments of two documents.

    Args:
        source: texts of the segments.
        target: the same.
        encoder: what gives the vectors.
    """
    cuts = [tuple(cut_text(text, encoder.pieces) for text in side) for side in (source, target)]
    numbers: dict[str, int] = {}
    forms = [[numbers.setdefault(form, len(numbers)) for cut in side for form in cut.forms] for side in cuts]
    vectors = encoder.encode_forms(list(numbers))
    weights = np.linalg.norm(vectors, axis=1).astype(np.float32)
    sides = [_side(side, np.array(own, dtype=np.int32), numbers) for side, own in zip(cuts, forms, strict=True)]
    return PairWords(sides[0], sides[1], vectors / np.maximum(weights, np.float32(1e-6))[:, None], weights)


def _side(cuts: tuple[Cut, ...], forms: Ints, numbers: Mapping[str, int]) -> SideWords:
    """Return the words of one document; what is known of a form is worked out once."""
    starts = np.cumsum([0, *(len(cut.forms) for cut in cuts)], dtype=np.int64)
    inside = np.ones(len(forms) + 1, dtype=bool)
    inside[starts] = False
    capital = np.array([form[0].isupper() for form in numbers], dtype=bool)
    digit = np.array([form[0].isdigit() for form in numbers], dtype=bool)
    letters = np.log1p(np.array([len(form) for form in numbers], dtype=np.float64))
    return SideWords(
        cuts,
        starts,
        forms,
        np.array([size for cut in cuts for size in cut.sizes]),
        np.array([opens for cut in cuts for opens in cut.opens], dtype=bool),
        capital[forms] & inside[:-1],
        digit[forms],
        letters[forms],
    )
