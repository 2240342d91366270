"""How long the two sides are."""

import re

from corpora.filters import Texts
from corpora.filters.sides import Side

# A sign of Chinese, Japanese or Korean stands for some letters (NTREX-128 against English, November 2026).
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]")
_WEIGHT = 2.0
_SLACK = 10  # characters that are given to both sides, as the ratio of two words says little


def shortest(pair: Texts) -> float:
    """Return the characters of the shorter side."""
    return min(len(pair.source), len(pair.target))


def longest(pair: Texts) -> float:
    """Return the characters of the longer side."""
    return max(len(pair.source), len(pair.target))


def length_ratio(pair: Texts) -> float:
    """Return the length of the shorter side as a share of the longer one; signs for syllables count more."""
    one, other = _weight(pair.sides[0]) + _SLACK, _weight(pair.sides[1]) + _SLACK
    return one / other if one < other else other / one


def _weight(side: Side) -> float:
    return len(side.text) + (0.0 if side.is_latin else _WEIGHT * len(_WIDE.findall(side.text)))
