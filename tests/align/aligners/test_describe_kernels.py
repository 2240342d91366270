"""The compiled features of candidates are those of plain numpy."""

from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from align.aligners.default.columns import Columns
from align.aligners.default.describe import (
    CLOSE,
    describe_marks,
    describe_nulls,
    describe_paragraphs,
    describe_shapes,
)
from align.aligners.default.evidence import gather_evidence
from align.aligners.default.lengths import describe_lengths, usual_lengths
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


def differing(found: Columns, wanted: dict[str, NDArray[Any]]) -> list[str]:
    """Return the names of the columns that are not what they should be, and of those that only one of both has."""
    columns = dict(zip(found.names, found.values.T, strict=True))
    both = columns.keys() & wanted.keys()
    wrong = {name for name in both if not np.allclose(columns[name], wanted[name], rtol=0, atol=1e-12)}
    return sorted(wrong | (columns.keys() ^ wanted.keys()))


def marks_of_numpy(source: Marks, target: Marks, blocks: Blocks) -> dict[str, NDArray[Any]]:
    """Return what `describe_marks` does."""
    one, other = sums(source.counts, blocks[:, :2]), sums(target.counts, blocks[:, 2:])
    final = [KIND[name] for name in ("question", "exclamation", "stop", "quote", "ellipsis", "colon")]
    first = source.first[blocks[:, 0]], target.first[blocks[:, 2]]
    last = source.last[blocks[:, 1] - 1], target.last[blocks[:, 3] - 1]
    spoken, ended = (np.isin(first, [KIND["quote"], KIND["dash"]]), np.isin(last, final))
    asks = np.array(last) == KIND["question"]
    shared = ("question", "exclamation", "quote", "digit")
    return {
        **{f"unlike_{name}": np.abs(one - other)[:, kind] for name, kind in KIND.items()},
        **{f"both_{name}": np.minimum(np.minimum(one, other), 3.0)[:, KIND[name]] for name in shared},
        "both_spoken": spoken[0] & spoken[1],
        "one_spoken": spoken[0] != spoken[1],
        "same_end": last[0] == last[1],
        "one_ends": ended[0] != ended[1],
        "one_asks": asks[0] != asks[1],
    }


@given(TEXTS, TEXTS, st.integers(0, 99))
def test_marks_of_blocks_are_those_of_numpy(source: list[str], target: list[str], seed: int) -> None:
    """Counts of all marks and the kinds at both ends of either side."""
    blocks = random_blocks(len(source), len(target), np.random.default_rng(seed))
    marks = count_marks(source), count_marks(target)
    assert differing(describe_marks(*marks, blocks), marks_of_numpy(*marks, blocks)) == []


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
    paragraphs = {
        "both_begin": source[i] & target[j],
        "one_begins": source[i] != target[j],
        "both_finish": source[i_end] & target[j_end],
        "one_finishes": source[i_end] != target[j_end],
        "one_broken": broken[0] != broken[1],
        "both_broken": broken[0] & broken[1],
    }
    assert differing(describe_paragraphs(source, target, blocks), paragraphs) == []
    sizes = [tuple(sorted((p - o, q - r))) for o, p, r, q in blocks.tolist()]
    named = {(1, 1): "is_1_1", (1, 2): "is_1_2", (1, 3): "is_1_3", (2, 2): "is_2_2"}
    names = [named.get(size, "is_1_n" if size[0] == 1 else "is_n_m") for size in sizes]
    shapes = {name: np.array(names) == name for name in (*named.values(), "is_1_n", "is_n_m")}
    assert differing(describe_shapes(blocks), shapes) == []


@settings(max_examples=25)
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
    wanted = {
        "deviation": np.abs(off),
        "deviation_squared": np.minimum(off**2, 3.0),
        "longer": np.clip(off * more, -1.5, 1.5),
        "deviation_by_spread": np.minimum(np.abs(off) / spread, 5.0),
        "deviation_by_size": np.minimum(by_size, 8.0),
        "size": size,
        "small": np.minimum(size, 0.0),
    }
    lengths = usual_lengths(lattice, blocks, shares)
    assert differing(describe_lengths(lattice, blocks, lengths), wanted) == []
    assert abs(lengths.spread - spread) < 1e-12


@given(st.integers(0, 99))
def test_features_of_nulls_are_those_of_numpy(seed: int) -> None:
    """The nine columns of some segments."""
    random = np.random.default_rng(seed)
    heights, sizes, shares = random.standard_normal((3, 5))
    marks = count_marks(["1", "a", "12345", "?", "3.5"])
    held = np.clip(shares, 1e-4, 1.0 - 1e-4)
    wanted = {
        "best": heights,
        "close": np.maximum(0.0, heights - CLOSE),
        "size": sizes,
        "first_odds": np.log(held / (1.0 - held)),
        "null_odds": np.full(5, 0.3),
        "other_null_odds": np.full(5, -0.2),
        "relative": heights / 0.6,
        "level": np.full(5, 0.6),
        "digits": np.minimum(marks.counts[:, KIND["digit"]], 3.0),
    }
    assert differing(describe_nulls(heights, sizes, shares, marks, (0.3, -0.2), 0.6), wanted) == []
