"""Kernels that stand for a few steps of numpy do what these would."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from align.aligners.default.network import Network
from align.aligners.default.weights import GapWeights, log_odds
from align.aligners.default.word_pairs import _collect_needed, _fill_offsets, _list_needed
from align.distinct import distinct_words
from align.lattice.arrays import Doubles, Floats, Longs, Products
from align.lattice.features import NEIGHBOURS, SIDE
from align.lattice.measure import measure
from align.untranslated import _WORD

SEED = 5


@given(arrays(np.float64, (4, 3), elements=st.floats(-1e300, 1e300) | st.sampled_from([np.nan, np.inf, -np.inf])))
def test_features_are_standardised(features: Doubles) -> None:
    """What lies far out is held, and NaN is the mean."""
    mean, scale = np.array([0.0, 1.0, -2.0]), np.array([1.0, 0.5, 3.0])
    rest = np.zeros((3, 2)), np.zeros(2), np.zeros(2), np.zeros(1)
    seen = Network(mean, scale, np.zeros(3), *rest).standardize(features)
    with np.errstate(over="ignore", invalid="ignore"):
        assert seen.tolist() == np.nan_to_num(np.clip((features - mean) / scale, -6.0, 6.0)).tolist()


@given(arrays(np.float32, (9, 3), elements=st.floats(0.125, 1.0, width=32)), st.integers(1, 8))
def test_hubs_are_means_of_the_closest(vectors: Floats, count: int) -> None:
    """Of as many as there are on the other side, and of all segments of a block."""
    source, target = vectors[:count], vectors[count:]
    values = source @ target.T
    first, end = np.zeros(count, dtype=np.int32), np.full(count, len(target), dtype=np.int32)
    rows = np.arange(count) * len(target)
    found = measure(Products(values.ravel(), rows, first, end), source, target)
    lengths = np.linalg.norm(source, axis=1)[:, None] * np.linalg.norm(target, axis=1)
    closest = -np.sort(-values / lengths, axis=1)[:, :NEIGHBOURS]
    assert found.source.hubs[1:, 1] == pytest.approx(closest.mean(axis=1), abs=1e-5)
    last = min(count, SIDE)
    assert found.source.hubs[count, last] == pytest.approx(closest[count - last :].mean(axis=1).mean(), abs=1e-5)
    assert found.floor == pytest.approx(((values / lengths).sum() + 3.0) / (values.size + 30.0), abs=1e-5)


def test_pairs_of_segments_have_room_for_their_words() -> None:
    """One number for each word of either side."""
    random = np.random.default_rng(SEED)
    counts = random.integers(0, 6, 9)
    source, target = np.cumsum([0, *counts[:4]]), np.cumsum([0, *counts[4:]])
    keys = np.sort(random.permutation(20)[:12])
    sizes = counts[:4][keys // 5] + counts[4:][keys % 5]
    offsets = np.empty(len(keys) + 1, dtype=np.int64)
    assert _fill_offsets(keys, np.concatenate([source, source[-1] + target[1:]]), 4, 5, offsets) == sizes.sum()
    assert offsets.tolist() == [0, *np.cumsum(sizes).tolist()]


@given(st.integers(0, 9999))
def test_the_same_pairs_are_compared_in_short_and_in_long_documents(seed: int) -> None:
    """Whether there is a flag for each pair, or a list that is sorted."""
    random, n, m = np.random.default_rng(seed), 7, 5
    first, start = random.integers(0, n, 6), random.integers(0, m, 6)
    ends = np.minimum(first + random.integers(1, 4, 6), n), np.minimum(start + random.integers(1, 4, 6), m)
    blocks: Longs = np.stack([first, ends[0], start, ends[1]], axis=1)
    keys, listed = np.empty(n * m, dtype=np.int64), np.empty(6 * 25, dtype=np.int64)
    count = _collect_needed(blocks, np.zeros((n, m), dtype=np.bool_), keys)
    assert keys[:count].tolist() == sorted(set(listed[: _list_needed(blocks, n, m, listed)].tolist()))


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
    assert distinct_words(text) == set(_WORD.findall(text))
