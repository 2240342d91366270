"""The compiled features of candidates are those of plain numpy."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from align.aligners.default.describe import (
    CLOSE,
    describe_lengths,
    describe_marks,
    describe_nulls,
    describe_paragraphs,
    describe_shapes,
)
from align.aligners.default.evidence import gather_evidence
from align.aligners.default.marks import KIND, Marks, count_marks
from align.documents import document_from_text
from align.encoding import load_encoder
from align.lattice.pruning import Blocks

TEXTS = st.lists(st.text('?!"«—.…:3a', min_size=1, max_size=9), min_size=1, max_size=6)


def random_blocks(n: int, m: int, random: np.random.Generator) -> Blocks:
    """Return 20 blocks within n source and m target segments: int64 (20, 4)."""
    first = random.integers(0, (n, m), size=(20, 2))
    ends = np.minimum(first + random.integers(1, 5, size=(20, 2)), (n, m))
    return np.stack([first[:, 0], ends[:, 0], first[:, 1], ends[:, 1]], axis=1)


def sums(counts: NDArray[np.float64], spans: Blocks) -> NDArray[np.float64]:
    """Return the sums of counts over spans, six at most."""
    return np.minimum([counts[first:end].sum(axis=0) for first, end in spans.tolist()], 6.0)


def marks_of_numpy(source: Marks, target: Marks, blocks: Blocks) -> NDArray[np.float64]:
    """Return what `describe_marks` does."""
    counts = sums(source.counts, blocks[:, :2]), sums(target.counts, blocks[:, 2:])
    shared = [KIND[name] for name in ("question", "exclamation", "quote", "digit")]
    final = [KIND[name] for name in ("question", "exclamation", "stop", "quote", "ellipsis", "colon")]
    first = source.first[blocks[:, 0]], target.first[blocks[:, 2]]
    last = source.last[blocks[:, 1] - 1], target.last[blocks[:, 3] - 1]
    spoken, ended = (np.isin(first, [KIND["quote"], KIND["dash"]]), np.isin(last, final))
    asks = np.array(last) == KIND["question"]
    both = np.minimum(np.minimum(*counts), 3.0)[:, shared]
    flags = spoken[0] & spoken[1], spoken[0] != spoken[1], last[0] == last[1], ended[0] != ended[1], asks[0] != asks[1]
    return np.column_stack([np.abs(counts[0] - counts[1]), both, *flags])


@settings(deadline=None)  # the first call compiles
@given(TEXTS, TEXTS, st.integers(0, 99))
def test_marks_of_blocks_are_those_of_numpy(source: list[str], target: list[str], seed: int) -> None:
    """Counts of all marks and the kinds at both ends of either side."""
    blocks = random_blocks(len(source), len(target), np.random.default_rng(seed))
    marks = count_marks(source), count_marks(target)
    assert np.array_equal(describe_marks(*marks, blocks), marks_of_numpy(*marks, blocks))


@settings(deadline=None)
@given(st.integers(0, 999))
def test_paragraphs_and_shapes_of_blocks_are_those_of_numpy(seed: int) -> None:
    """Ends, what lies between, and how many segments there are."""
    random = np.random.default_rng(seed)
    source, target = random.random(7) < 0.4, random.random(6) < 0.4
    blocks = random_blocks(6, 5, random)
    i, i_end, j, j_end = blocks.T
    broken = [
        np.cumsum(flags)[ends - 1] > np.cumsum(flags)[first]
        for flags, first, ends in ((source, i, i_end), (target, j, j_end))
    ]
    begin, finish = (source[i], target[j]), (source[i_end], target[j_end])
    columns = [column for one, other in (begin, finish) for column in (one & other, one != other)]
    columns += [broken[0] != broken[1], broken[0] & broken[1]]
    assert np.array_equal(describe_paragraphs(source, target, blocks), np.column_stack(columns))
    low, high = np.minimum(i_end - i, j_end - j), np.maximum(i_end - i, j_end - j)
    shapes = [(low == 1) & (high == number) for number in (1, 2, 3)]
    shapes += [(low == 1) & (high > 3), (low == 2) & (high == 2), (low > 1) & (high > 2)]
    assert np.array_equal(describe_shapes(blocks), np.column_stack(shapes))


@settings(deadline=None, max_examples=25)
@given(TEXTS, TEXTS, st.integers(0, 99))
def test_lengths_of_blocks_are_those_of_numpy(source: list[str], target: list[str], seed: int) -> None:
    """Ratio and spread of the beads believed in, and the seven columns."""
    random = np.random.default_rng(seed)
    documents = [document_from_text("\n".join(side), language="en", segmented=True) for side in (source, target)]
    lattice = gather_evidence(load_encoder(), *documents).lattice
    blocks = random_blocks(len(source), len(target), random)
    shares = random.random(len(blocks))
    first, second = (
        sums_of[blocks[:, end]] - sums_of[blocks[:, end - 1]] + 4.0
        for sums_of, end in ((lattice.source.sizes, 1), (lattice.target.sizes, 3))
    )
    weights, ratios = shares * np.minimum(np.sqrt(first * second), 200.0), np.log(second / first)
    usual = (weights * ratios).sum() / (weights.sum() + 200.0)
    off = ratios - usual
    spread = np.sqrt(((weights * off**2).sum() + 300.0 * 0.3**2) / (weights.sum() + 300.0))
    first, second = first * np.exp(0.5 * usual), second * np.exp(-0.5 * usual)
    by_size = np.abs(second - first) / np.sqrt(3.4 * (first + second) + 50.0)
    size = np.log(np.minimum(first, second) / 80.0)
    more = np.sign((blocks[:, 3] - blocks[:, 2]) - (blocks[:, 1] - blocks[:, 0]))
    columns = [
        np.abs(off), np.minimum(off**2, 3.0), np.clip(off * more, -1.5, 1.5), np.minimum(np.abs(off) / spread, 5.0),
        np.minimum(by_size, 8.0), size, np.minimum(size, 0.0),
    ]  # fmt: skip
    found = describe_lengths(lattice, blocks, shares)
    assert np.allclose(found[0], np.column_stack(columns), atol=1e-12)
    assert abs(found[1] - spread) < 1e-12


@settings(deadline=None)
@given(st.integers(0, 99))
def test_features_of_nulls_are_those_of_numpy(seed: int) -> None:
    """The eight columns of some segments."""
    random = np.random.default_rng(seed)
    heights, sizes, shares = random.standard_normal((3, 5))
    marks = count_marks(["1", "a", "12345", "?", "3.5"])
    held = np.clip(shares, 1e-4, 1.0 - 1e-4)
    columns = [
        heights, np.maximum(0.0, heights - CLOSE), sizes, np.log(held / (1.0 - held)), np.full(5, 0.3), heights / 0.6,
        np.full(5, 0.6), np.minimum(marks.counts[:, KIND["digit"]], 3.0),
    ]  # fmt: skip
    assert np.allclose(describe_nulls(heights, sizes, shares, marks, 0.3, 0.6), np.column_stack(columns), atol=1e-12)
