"""How many bytes a text takes by its scripts, so that lengths can be compared before a single pair is known."""

import re
from collections.abc import Sequence

import numpy as np

_WIDE = re.compile("[^\0-\u2e7f]")  # characters that say more than a letter
_SYLLABLES = re.compile("[\u3040-\u30ff\uac00-\ud7a3]")  # kana and Hangul
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
    joined = "".join(texts)
    size, letters = len(joined.encode("utf-8", "surrogatepass")), len(joined)
    if _WIDE.search(joined):
        letters += 2 * len(_WIDE.findall(joined)) - len(_SYLLABLES.findall(joined))
    return (size + _FEW) / (letters + _FEW)
