"""What the words of beads say is what slow code finds."""

from collections import Counter
from itertools import accumulate, pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from align.aligners.default.word_cover import WORD_FEATURES, cover
from align.encoding.static.words import Words
from align.lattice.arrays import Ints

LENGTHS = st.lists(st.integers(0, 9), min_size=1, max_size=5)


@given(LENGTHS, LENGTHS, st.integers(0, 99))
def test_a_word_that_is_there_twice_counts_twice(source: list[int], target: list[int], seed: int) -> None:
    """Repeated words are compared once, and the features are those of all of them."""
    random, n, m = np.random.default_rng(seed), len(source), len(target)
    starts = np.concatenate(([0], np.cumsum([*source, *target]))).astype(np.int64)
    vectors = random.normal(scale=0.25, size=(7, 16)).astype(np.float32)
    tokens = random.integers(0, 7, starts[-1]).astype(np.int32)
    weights = random.random(7).astype(np.float32)
    repeated = Words(vectors, weights, tokens, np.ones(len(tokens), dtype=np.float32), starts)
    texts = [Counter(tokens[first:end].tolist()) for first, end in pairwise(starts)]
    merged = Words(
        vectors,
        weights,
        np.array([token for text in texts for token in text], dtype=np.int32),
        np.array([count for text in texts for count in text.values()], dtype=np.float32),
        np.array([*accumulate(map(len, texts), initial=0)], dtype=np.int64),
    )
    blocks = np.array([[0, n, 0, m], [0, 1, m - 1, m], [n - 1, n, 0, 1]])
    assert np.allclose(cover(merged, (n, m), blocks).values, cover(repeated, (n, m), blocks).values, rtol=0, atol=1e-6)


Cover = NDArray[np.float64]


def slow_features(words: Words, n: int, block: tuple[int, int, int, int]) -> dict[str, float]:
    """Return what `cover` says of a block, from the vectors of all its words, by name."""
    texts = [words.tokens[first:end] for first, end in pairwise(words.starts)]
    sides, spans = (texts[:n], texts[n:]), (block[:2], block[2:])
    found = dict.fromkeys(WORD_FEATURES, 0.0)
    shares, gains, uses = [1.0], [1.0], [1.0]
    for own, (first, end), other, (a, b) in zip(sides, spans, sides[::-1], spans[::-1], strict=True):
        inside = np.concatenate(own[first:end])
        weights = words.weights[inside].astype(np.float64)
        total, usual = weights.sum(), words.weights[np.concatenate(own)].sum() / len(own)

        def covered(numbers: list[int], inside: Ints = inside, other: list[Ints] = other) -> Cover:
            """Return how similar the most similar word of some segments is to each word, 0 at least."""
            similar = [words.vectors[inside] @ words.vectors[other[number]].T for number in numbers]
            best: Cover = np.concatenate([np.zeros((len(inside), 1)), *similar], axis=1).max(axis=1)
            return best

        here = covered([*range(a, b)])
        outside = covered([number for number in (a - 1, b) if 0 <= number < len(other)])
        better = weights @ np.maximum(0.0, outside - here)
        shares.append(weights @ here / total)
        found["well_covered"] += 0.5 * weights @ np.maximum(0.0, here - 0.5) / total
        found["better_outside"] += 0.5 * better / total
        found["covered_mass"] += weights @ here / usual
        found["uncovered_mass"] += weights @ (here < 0.35) / usual
        found["outside_mass"] += better / usual
        for edge in {a, b - 1} if b - a > 1 else ():
            added = weights @ (here - covered([number for number in range(a, b) if number != edge]))
            uses.append(added / words.weights[other[edge]].sum())
            gains.append(added / total)
    found["least_covered"] = min(shares)
    if sum(end - first for first, end in spans) > 2:
        found["edge_share"], found["edge_use"] = min(gains), min(uses)
        found["edge_idle"] = max(0.0, 0.1 - min(uses))
    return found


@given(st.lists(st.integers(1, 6), min_size=3, max_size=5), st.lists(st.integers(1, 6), min_size=3, max_size=5))
def test_features_of_words_are_what_their_names_say(source: list[int], target: list[int]) -> None:
    """Each of the nine, of blocks of several shapes, inside and at the edges of the documents."""
    random, n = np.random.default_rng(sum(source) * 100 + sum(target)), len(source)
    starts = np.concatenate(([0], np.cumsum([*source, *target]))).astype(np.int64)
    vectors = random.normal(scale=0.3, size=(30, 8)).astype(np.float32)
    tokens = random.integers(0, 30, starts[-1]).astype(np.int32)
    weights = random.random(30).astype(np.float32) + np.float32(0.1)
    words = Words(vectors, weights, tokens, np.ones(len(tokens), dtype=np.float32), starts)
    blocks = [(0, 1, 0, 1), (1, 2, 1, 3), (0, 2, 1, 2), (1, 3, 1, 3), (0, n, 2, 3)]
    found = cover(words, (n, len(target)), np.array(blocks))
    for row, block in zip(found.values, blocks, strict=True):
        wanted = slow_features(words, n, block)
        assert dict(zip(found.names, row.tolist(), strict=True)) == pytest.approx(wanted, abs=2e-5)
