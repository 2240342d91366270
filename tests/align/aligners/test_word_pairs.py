"""The kernel that compares words gives what one product of matrices after the other gives."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from align.aligners.default.word_pairs import _needed, match_words
from align.encoding.static.words import Words

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
    pairs = match_words(words, (n, m), np.array([[0, n, 0, m]]))
    of_texts = np.split(vectors[tokens], starts[1:-1])
    wanted, ends = [], [0]
    for key in pairs.keys.tolist():
        near = np.zeros((source[key // m] + 1, target[key % m] + 1), dtype=np.float32)  # a product is 0 at least
        near[:-1, :-1] = of_texts[key // m] @ of_texts[n + key % m].T
        wanted += [near[:-1].max(axis=1), near[:, :-1].max(axis=0)]
        ends.append(ends[-1] + source[key // m] + target[key % m])
    assert pairs.keys.tolist() == [*range(n * m)]
    assert pairs.offsets.tolist() == ends
    assert np.allclose(pairs.best, np.concatenate(wanted), atol=1e-5)


def test_corners_around_a_block_are_not_compared() -> None:
    """A segment beside the block is compared with those of the block, not with what is beside it on the other side."""
    assert _needed(np.array([[1, 2, 1, 3]]), 3, 4).tolist() == [1, 2, 4, 5, 6, 7, 9, 10]
