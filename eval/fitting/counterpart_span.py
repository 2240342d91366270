"""Where one version says what a clause of the other one says, whatever marks stand there.

For every word of the other text the most similar word within the clause is set against the most similar one outside of
it, by mass; the run of words with the greatest sum is the counterpart.
"""

import numpy as np

from align.bitext import Span
from align.encoding import WordForms
from align.lattice.arrays import Doubles
from align.words.cut import Cut, chars_of, cut_text

_AGAINST = 0.02  # is taken off each word, so that those which rest on neither side are not drawn in
_FIT = (0.6, 1.7)  # how long a counterpart is to be, as a part of what the lengths of both texts lead one to expect


def find_span(texts: tuple[str, str], clause: Span, encoder: WordForms) -> Span | None:
    """Return the half-open characters of the second text that render a clause of the first; None where that is unclear.

    Args:
        texts: two sentences that correspond.
        clause: characters of the first one.
        encoder: what gives vectors of words.
    """
    own, other = (cut_text(text, encoder.pieces) for text in texts)
    inside = np.array([clause.start <= start and stop <= clause.stop for start, stop in own.spans], dtype=bool)
    if not inside.any() or inside.all() or not other.forms:
        return None
    (mine, _), (theirs, masses) = _units(own, encoder), _units(other, encoder)
    cosines = theirs @ mine.T
    gains = masses * (cosines[:, inside].max(axis=1) - cosines[:, ~inside].max(axis=1) - _AGAINST)
    first, end = _best_run(gains)
    sizes = np.array(own.sizes), np.array(other.sizes)
    expected = sizes[0][inside].sum() / sizes[0].sum() * sizes[1].sum()
    if end - first == len(gains) or not _FIT[0] <= sizes[1][first:end].sum() / expected <= _FIT[1]:
        return None
    return chars_of(other, first, end, 0)


def _units(cut: Cut, encoder: WordForms) -> tuple[Doubles, Doubles]:
    """Return the vectors of words, of length 1, and the lengths that they had."""
    vectors = np.asarray(encoder.encode_forms(cut.forms), dtype=np.float64)
    lengths = np.linalg.norm(vectors, axis=1)
    return vectors / np.maximum(lengths, 1e-6)[:, None], lengths


def _best_run(values: Doubles) -> tuple[int, int]:
    """Return the half-open run with the greatest sum."""
    sums = np.concatenate(([0.0], np.cumsum(values)))
    lowest = np.minimum.accumulate(sums)
    end = int((sums[1:] - lowest[:-1]).argmax()) + 1
    return int(sums[:end].argmin()), end
