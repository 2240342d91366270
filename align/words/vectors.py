"""The words of the segments of two documents with their vectors."""

from collections.abc import Sequence
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
    sides = [_side(side, numbers) for side in cuts]
    vectors = encoder.encode_forms(list(numbers))
    weights = np.linalg.norm(vectors, axis=1).astype(np.float32)
    return PairWords(sides[0], sides[1], vectors / np.maximum(weights, np.float32(1e-6))[:, None], weights)


def _side(cuts: tuple[Cut, ...], numbers: dict[str, int]) -> SideWords:
    """Return the words of one document, and number forms that are new."""
    forms = [form for cut in cuts for form in cut.forms]
    first = {0, *np.cumsum([len(cut.forms) for cut in cuts]).tolist()}
    return SideWords(
        cuts,
        np.cumsum([0, *(len(cut.forms) for cut in cuts)], dtype=np.int64),
        np.array([numbers.setdefault(form, len(numbers)) for form in forms], dtype=np.int32),
        np.array([size for cut in cuts for size in cut.sizes]),
        np.array([opens for cut in cuts for opens in cut.opens], dtype=bool),
        np.array([form[0].isupper() and place not in first for place, form in enumerate(forms)], dtype=bool),
        np.array([form[0].isdigit() for form in forms], dtype=bool),
        np.log1p(np.array([len(form) for form in forms], dtype=np.float64)),
    )
