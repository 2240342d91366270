"""How many bytes a text takes by its scripts, so that lengths can be compared before a single pair is known."""

from collections.abc import Sequence

import numpy as np

from align.lattice.arrays import UInts

_WIDE = 0x2E80  # from here on a character says more than a letter
_SYLLABLES = (0x3040, 0x3100), (0xAC00, 0xD7A4)  # kana and Hangul
_MORE_BYTES = 0x80, 0x800, 0x10000  # characters from which on UTF-8 takes one byte more
_FEW = 40.0  # letters that every text has on top, so that tiny ones differ less


def usual_ratio(source: Sequence[str], target: Sequence[str]) -> float:
    """Return the usual logarithm of the bytes of the target over those of the source where they say the same.

    A Chinese character is taken for three letters, a kana or a Hangul syllable for two; texts of the same letters are
    taken to be as long as each other.

    Args:
        source: texts of the source.
        target: texts of the target.

    >>> round(usual_ratio(["the harbour is closed"] * 9, ["порт закрыт из-за шторма"] * 9), 1)
    0.5
    """
    return float(np.log(_bytes_a_letter(target) / _bytes_a_letter(source)))


def _bytes_a_letter(texts: Sequence[str]) -> float:
    """Return how many bytes a letter takes in some texts."""
    codes: UInts = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    letters = len(codes) + 2 * int((codes >= _WIDE).sum())
    letters -= sum(int(((codes >= first) & (codes < end)).sum()) for first, end in _SYLLABLES)
    size = len(codes) + sum(int((codes >= more).sum()) for more in _MORE_BYTES)
    return (size + _FEW) / (letters + _FEW)
