"""Kernels that stand for a few steps of numpy do what these would."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from align.aligners.default.network import Network
from align.aligners.default.weights import GapWeights, log_odds
from align.aligners.default.word_pairs import _offsets
from align.lattice.arrays import Doubles, Floats
from align.lattice.build import _fill_nearness
from align.untranslated import _WORD, _words_among

SEED = 5


@given(arrays(np.float64, (4, 3), elements=st.floats(-1e300, 1e300) | st.sampled_from([np.nan, np.inf, -np.inf])))
def test_features_are_standardised(features: Doubles) -> None:
    """What lies far out is held, and NaN is the mean."""
    mean, scale = np.array([0.0, 1.0, -2.0]), np.array([1.0, 0.5, 3.0])
    rest = np.zeros((3, 2)), np.zeros(2), np.zeros(2), np.zeros(1)
    seen = Network(mean, scale, np.zeros(3), *rest).standardize(features)
    with np.errstate(over="ignore", invalid="ignore"):
        assert seen.tolist() == np.nan_to_num(np.clip((features - mean) / scale, -6.0, 6.0)).tolist()


@given(arrays(np.float32, (5, 4), elements=st.floats(-1.0, 1.0, width=32)), st.integers(1, 4))
def test_nearness_is_the_mean_of_what_is_known(cosines: Floats, count: int) -> None:
    """Of the first so many of each row; 0 where none is."""
    out = np.empty(5, dtype=np.float32)
    _fill_nearness(cosines, count, out)
    known = cosines[:, :count] > -1.0
    totals = np.where(known, cosines[:, :count], np.float32(0.0)).sum(axis=1)
    assert out.tolist() == (totals / np.maximum(known.sum(axis=1), 1)).astype(np.float32).tolist()


def test_pairs_of_segments_have_room_for_their_words() -> None:
    """One number for each word of either side."""
    random = np.random.default_rng(SEED)
    counts = random.integers(0, 6, 9)
    source, target = np.cumsum([0, *counts[:4]]), np.cumsum([0, *counts[4:]])
    keys = np.sort(random.permutation(20)[:12])
    sizes = counts[:4][keys // 5] + counts[4:][keys % 5]
    assert _offsets(keys, source, target).tolist() == [0, *np.cumsum(sizes).tolist()]


def test_runs_of_nulls_cost_what_their_rates_say() -> None:
    """Opening and extending a short run grow with the odds of both sides; the rest is as it is."""
    gap, rate = np.array([-1.0, -2.0, -3.0, -4.0, -5.0]), np.array([0.1, 0.2, 0.3, 0.4])
    own, other = log_odds(0.2), log_odds(0.6)
    costs = GapWeights(gap, rate).at((0.2, 0.6))
    assert costs[:2].tolist() == (gap[:2] + (own * rate[:2] + other * rate[2:])).tolist()
    assert costs[4:6].tolist() == (gap[:2] + (other * rate[:2] + own * rate[2:])).tolist()
    assert costs[2:4].tolist() == costs[6:8].tolist() == [-3.0, -4.0]
    assert costs[8] == -5.0


@given(st.text(alphabet="aéß中_7٣.,'- \n\u00a0\u2028ªⅣ"))
def test_words_of_a_long_text_are_those_of_the_pattern(text: str) -> None:
    """Whatever stands beside them."""
    words = set(_WORD.findall(text))
    assert _words_among(frozenset(words), text) == words
    assert _words_among(frozenset(text.split()) - words, text) == set()
