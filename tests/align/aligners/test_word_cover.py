"""The kernel that compares words gives what one product of matrices after the other gives."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from align.aligners.default.word_cover import _match, _needed, cover
from align.encoding.static.words import Words, _merge_repeated

LENGTHS = st.lists(st.integers(0, 9), min_size=1, max_size=5)


@given(LENGTHS, LENGTHS, st.integers(0, 99))
def test_the_most_similar_words_are_those_of_a_product_of_matrices(
    source: list[int], target: list[int], seed: int
) -> None:
    """Segments of any number of words, none too, are compared to the last word."""
    random, n, m = np.random.default_rng(seed), len(source), len(target)
    lengths = [*source, *target]
    starts = np.concatenate(([0], np.cumsum(lengths))).astype(np.int64)
    vectors = random.standard_normal((7, 16)).astype(np.float32)
    tokens = random.integers(0, 7, starts[-1]).astype(np.int32)
    words = Words(vectors, np.ones(7, dtype=np.float32), tokens, np.ones(len(tokens), dtype=np.float32), starts)
    keys = _needed(np.array([[0, n, 0, m]]), n, m)
    sizes = [source[key // m] + target[key % m] for key in keys.tolist()]
    offsets = np.concatenate(([0], np.cumsum(sizes))).astype(np.int64)
    of_texts = np.split(vectors[tokens], starts[1:-1])
    wanted = []
    for key in keys.tolist():
        near = np.zeros((source[key // m] + 1, target[key % m] + 1), dtype=np.float32)  # a product is 0 at least
        near[:-1, :-1] = of_texts[key // m] @ of_texts[n + key % m].T
        wanted += [near[:-1].max(axis=1), near[:, :-1].max(axis=0)]
    assert np.allclose(_match(words, n, m, keys, offsets), np.concatenate(wanted), atol=1e-5)


def test_corners_around_a_block_are_not_compared() -> None:
    """A segment beside the block is compared with those of the block, not with what is beside it on the other side."""
    assert _needed(np.array([[1, 2, 1, 3]]), 3, 4).tolist() == [1, 2, 4, 5, 6, 7, 9, 10]


@given(LENGTHS, LENGTHS, st.integers(0, 99))
def test_a_word_that_is_there_twice_counts_twice(source: list[int], target: list[int], seed: int) -> None:
    """Repeated words are compared once, and the features are those of all of them."""
    random, n, m = np.random.default_rng(seed), len(source), len(target)
    starts = np.concatenate(([0], np.cumsum([*source, *target]))).astype(np.int64)
    vectors = random.normal(scale=0.25, size=(7, 16)).astype(np.float32)
    tokens = random.integers(0, 7, starts[-1]).astype(np.int32)
    weights = random.random(7).astype(np.float32)
    repeated = Words(vectors, weights, tokens, np.ones(len(tokens), dtype=np.float32), starts)
    merged = Words(vectors, weights, *_merge_repeated(tokens.copy(), starts, 7))
    assert merged.counts.sum() == len(tokens)
    blocks = np.array([[0, n, 0, m], [0, 1, m - 1, m], [n - 1, n, 0, 1]])
    assert np.allclose(cover(merged, (n, m), blocks), cover(repeated, (n, m), blocks), rtol=0, atol=1e-6)
