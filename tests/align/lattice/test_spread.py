"""Probabilities of blocks of parts, spread over the segments that the parts belong to."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.lattice.arrays import Doubles
from align.lattice.pruning import Blocks
from align.lattice.spread import Parts, Spread, spread_blocks


def dense(spread: Spread, others: int) -> Doubles:
    """Return a spread as a matrix: float64 (n, others)."""
    out = np.zeros((len(spread.rows), others))
    for s, (row, first, end) in enumerate(zip(spread.rows, spread.first, spread.end, strict=True)):
        out[s, first:end] = spread.values[row + first : row + end]
    return out


def slow(blocks: Blocks, shares: Doubles, own: Parts, other: Parts) -> Doubles:
    """Return the same as the words say it: each part over the parts of the other side as they weigh."""
    out = np.zeros((own.number, other.number))
    for (i, i_end, j, j_end), share in zip(blocks.tolist(), shares.tolist(), strict=True):
        total = other.weights[j:j_end].sum()
        for x in range(i, i_end):
            for y in range(j, j_end):
                weight = share * own.weights[x] * other.weights[y] / total
                out[own.segments[x], other.segments[y]] += weight
    return out


def parts_of(random: np.random.Generator, number: int) -> Parts:
    """Return parts of so many segments."""
    segments = np.repeat(np.arange(number), random.integers(1, 4, size=number))
    return Parts(segments, random.uniform(0.5, 2.0, size=len(segments)), number)


def blocks_of(random: np.random.Generator, own: Parts, other: Parts, count: int) -> Blocks:
    """Return blocks of parts."""
    sides = []
    for parts in (own, other):
        first = random.integers(0, len(parts.segments), size=count)
        sides += [first, np.minimum(first + random.integers(1, 4, size=count), len(parts.segments))]
    return np.stack(sides, axis=1)


@given(st.integers(0, 10_000), st.integers(1, 6), st.integers(1, 6), st.integers(0, 12))
def test_it_is_what_an_obvious_version_gives(seed: int, n: int, m: int, count: int) -> None:
    """Also for segments that no block has."""
    random = np.random.default_rng(seed)
    own, other = parts_of(random, n), parts_of(random, m)
    blocks, shares = blocks_of(random, own, other, count), random.uniform(size=count)
    spread, back = spread_blocks(blocks, shares, own, other)
    assert dense(spread, m) == pytest.approx(slow(blocks, shares, own, other))
    assert dense(back, n) == pytest.approx(slow(blocks[:, [2, 3, 0, 1]], shares, other, own))
    assert spread.weights == pytest.approx([own.weights[own.segments == s].sum() for s in range(n)])
    assert back.weights == pytest.approx([other.weights[other.segments == s].sum() for s in range(m)])


def test_a_sure_block_spreads_all_that_its_parts_weigh() -> None:
    """A clause that lies in two sentences lies in each as far as its counterparts there weigh."""
    own = Parts(np.array([0, 0]), np.array([1.0, 3.0]), 1)
    other = Parts(np.array([0, 1]), np.array([2.0, 4.0]), 2)
    spread, _ = spread_blocks(np.array([[1, 2, 0, 2]]), np.array([1.0]), own, other)
    assert dense(spread, 2)[0] == pytest.approx([1.0, 2.0])
