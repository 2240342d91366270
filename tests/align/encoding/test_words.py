"""Words that are the same sequence of pieces are one word."""

from itertools import accumulate

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from align.encoding.static.pieces import BARE, BEGINS, INSIDE
from align.encoding.static.words import Table, group_words

KINDS = np.array([BARE, BEGINS, BEGINS, INSIDE, INSIDE, INSIDE], dtype=np.int8)  # of the pieces of a tiny vocabulary
TABLE = Table(np.eye(len(KINDS), 8, dtype=np.int8), np.linspace(0.5, 3.0, len(KINDS), dtype=np.float32))


def words_of(text: list[int]) -> list[tuple[int, ...]]:
    """Return the words of a text, each the pieces of it: a new one begins where a piece says so."""
    words: list[tuple[int, ...]] = []
    for piece in text:
        if KINDS[piece] == BARE:
            continue
        if not words or KINDS[piece] == BEGINS:
            words.append(())
        words[-1] += (piece,)
    return words


@given(st.lists(st.lists(st.integers(0, len(KINDS) - 1), max_size=12), max_size=5))
def test_words_are_what_an_obvious_version_finds(texts: list[list[int]]) -> None:
    """Each once in every text, as they come, with how often it is there; their vectors are of length 1."""
    pieces = np.array([piece for text in texts for piece in text], dtype=np.int64)
    starts = np.array([*accumulate(map(len, texts), initial=0)], dtype=np.int64)
    found = group_words(pieces, starts, KINDS, TABLE)
    words = [words_of(text) for text in texts]
    distinct = list(dict.fromkeys(word for text in words for word in text))
    assert found.starts.tolist() == [*accumulate((len(set(text)) for text in words), initial=0)]
    assert found.tokens.tolist() == [distinct.index(word) for text in words for word in dict.fromkeys(text)]
    assert found.counts.tolist() == [text.count(word) for text in words for word in dict.fromkeys(text)]
    sums = np.array([TABLE.rows[list(word)].T @ TABLE.scales[list(word)] for word in distinct]).reshape(-1, 8)
    lengths = np.linalg.norm(sums, axis=1)
    assert np.allclose(found.weights, lengths)
    assert np.allclose(found.vectors * lengths[:, None], sums, atol=1e-5)
