"""How many bytes a text takes by its scripts, so that lengths can be compared before a single pair is known."""

import numpy as np

from align.aligners.default.marks import Marks

_FEW = 40.0  # letters that every text has on top, so that tiny ones differ less


def usual_ratio(source: Marks, target: Marks) -> float:
    """Return the usual logarithm of the bytes of the target over those of the source where they say the same.

    A Chinese character is taken for three letters, a kana or a Hangul syllable for two; texts of the same letters are
    taken to be as long as each other.

    Args:
        source: marks of the texts of the source.
        target: of those of the target.

    >>> from align.aligners.default.marks import count_marks
    >>> texts = ["the harbour is closed"] * 9, ["порт закрыт из-за шторма"] * 9
    >>> round(usual_ratio(*map(count_marks, texts)), 1)
    0.5
    """
    return float(np.log(_bytes_a_letter(target) / _bytes_a_letter(source)))


def _bytes_a_letter(marks: Marks) -> float:
    """Return how many bytes a letter takes in some texts."""
    size, letters = sum(marks.sizes.tolist()), sum(marks.letters.tolist())
    return float((size + _FEW) / (letters + _FEW))
