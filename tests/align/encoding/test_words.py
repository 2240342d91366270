"""Words that are the same sequence of pieces are one word."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from align.encoding.static.words import _number

TOP = 2**64 - 1
FEW = st.integers(0, 3).map(lambda k: k << 32)  # hashes that meet often


@given(st.lists(FEW | st.integers(0, TOP), max_size=40))
def test_hashes_are_numbered_as_they_come(hashes: list[int]) -> None:
    """Equal hashes have one number, in the order of their first places; no hashes have none."""
    samples, numbers = _number(np.array(hashes, dtype=np.uint64))
    distinct = list(dict.fromkeys(hashes))
    assert samples.tolist() == [hashes.index(value) for value in distinct]
    assert numbers.tolist() == [distinct.index(value) for value in hashes]
