"""The words of the segments of two documents with their vectors."""

from collections.abc import Collection, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np

from align.encoding import WordForms
from align.lattice.arrays import Doubles, Flags, Floats, Ints, Longs
from align.words.cut import Cut, cut_text, words_in


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
    cuts = [tuple([cut_text(text, encoder.pieces) for text in side]) for side in (source, target)]
    forms = [[form for cut in side for form in cut.forms] for side in cuts]
    numbers = {form: number for number, form in enumerate(dict.fromkeys(chain(*forms)))}
    vectors = encoder.encode_forms(list(numbers))
    weights = np.sqrt(np.einsum("kx,kx->k", vectors, vectors))
    vectors /= np.maximum(weights, np.float32(1e-6))[:, None]
    traits = _traits(numbers, unspaced=any(cut.unspaced for side in cuts for cut in side))
    sides = [
        _side(cut, np.fromiter(map(numbers.__getitem__, own), np.int32, len(own)), traits)
        for cut, own in zip(cuts, forms, strict=True)
    ]
    return PairWords(sides[0], sides[1], vectors, weights)


class _Traits(NamedTuple):
    """What is known of each distinct form, as `SideWords` tells it of each word."""

    sizes: Doubles
    capital: Flags
    digit: Flags
    letters: Doubles


def _traits(forms: Collection[str], *, unspaced: bool) -> _Traits:
    """Return what is known of forms; where all are in scripts with spaces each is a word."""
    count = len(forms)
    firsts = [form[0] for form in forms]
    return _Traits(
        np.fromiter(map(words_in, forms), np.float64, count) if unspaced else np.ones(count),
        np.fromiter(map(str.isupper, firsts), bool, count),
        np.fromiter(map(str.isdigit, firsts), bool, count),
        np.log1p(np.fromiter(map(len, forms), np.float64, count)),
    )


def _side(cuts: tuple[Cut, ...], forms: Ints, traits: _Traits) -> SideWords:
    """Return the words of one document."""
    starts = np.cumsum([0, *(len(cut.forms) for cut in cuts)], dtype=np.int64)
    inside = np.ones(len(forms) + 1, dtype=bool)
    inside[starts] = False
    opens = np.fromiter(chain.from_iterable(cut.opens for cut in cuts), bool, len(forms))
    return SideWords(
        cuts,
        starts,
        forms,
        traits.sizes[forms],
        opens,
        traits.capital[forms] & inside[:-1],
        traits.digit[forms],
        traits.letters[forms],
    )
