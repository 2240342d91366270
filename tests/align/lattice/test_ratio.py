"""How long the target is for its length in the source is told by pairs, not by the lengths of the documents."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.lattice.arrays import Closest, Floats, Ints
from align.lattice.build import build_lattice
from align.lattice.features import NEIGHBOURS, SIDE
from align.lattice.outer import full_band
from align.lattice.ratio import SPREAD, size_ratio

FLOOR = 0.1
TWICE = float(np.log(2.0))


def closest(cosines: Floats) -> tuple[Closest, Closest]:
    """Return the closest segments of both sides."""
    sides = []
    for rows in (cosines, cosines.T):
        padded = np.pad(np.sort(rows, axis=1)[:, ::-1], ((0, 0), (0, NEIGHBOURS)), constant_values=-1.0)
        sides.append(Closest(rows.argmax(axis=1).astype(np.int32), padded[:, :NEIGHBOURS].astype(np.float32)))
    return sides[0], sides[1]


def pairs_of(chosen: list[int], size: int, *, height: float = 0.6) -> Floats:
    """Return cosines of an article of so many sentences with a target that renders only some of them."""
    cosines = np.full((size, len(chosen)), FLOOR, dtype=np.float32)
    cosines[chosen, np.arange(len(chosen))] += np.float32(height)
    return cosines


def ratio_of(cosines: Floats, source: Ints, target: Ints, usual: float = 0.0) -> float:
    """Return the ratio of a pair."""
    return size_ratio(*closest(cosines), (source, target), FLOOR, usual)


def test_a_brief_has_the_ratio_of_its_pairs() -> None:
    """Three sentences, each twice as long as what it renders: not a tenth as long as the article."""
    sizes = np.random.default_rng(1).integers(120, 300, 40).astype(np.int32)
    chosen = [3, 17, 30]
    whole = ratio_of(pairs_of(list(range(40)), 40), sizes, 2 * sizes)
    brief = ratio_of(pairs_of(chosen, 40), sizes, 2 * sizes[chosen])
    assert whole == pytest.approx(TWICE, abs=0.03)
    assert brief == pytest.approx(TWICE, abs=0.2)


def test_a_lattice_has_briefs_as_long_as_what_they_render() -> None:
    """With nothing but a brief and its article, sizes of true pairs come out the same."""
    random = np.random.default_rng(2)
    source = (random.standard_normal((30, 64)) + 0.3).astype(np.float32)
    sizes, chosen = np.full(30, 100, dtype=np.int32), [4, 5, 20, 27]
    reach = np.full(31, SIDE, dtype=np.int32), np.full(5, SIDE, dtype=np.int32)
    both = sizes, 2 * sizes[chosen]
    lattice = build_lattice(source, source[chosen], both, reach, full_band(30, 4), TWICE)
    assert np.diff(lattice.source.sizes) == pytest.approx(100.0 * 2.0**0.5, rel=0.02)
    assert np.diff(lattice.target.sizes) == pytest.approx(200.0 / 2.0**0.5, rel=0.02)


@given(st.integers(0, 10_000), st.integers(1, 12), st.integers(1, 12), st.floats(-1.5, 1.5))
def test_swapped_documents_have_the_mirrored_ratio(seed: int, n: int, m: int, usual: float) -> None:
    """Whatever the cosines and the lengths are."""
    random = np.random.default_rng(seed)
    cosines = random.uniform(-0.1, 1.0, (n, m)).astype(np.float32)
    source, target = (random.integers(1, 400, size).astype(np.int32) for size in (n, m))
    there, back = ratio_of(cosines, source, target, usual), ratio_of(cosines.T, target, source, -usual)
    assert there == pytest.approx(-back, abs=1e-9)


def test_few_pairs_are_drawn_to_the_usual_ratio() -> None:
    """No pair says nothing, one says a little, many say all; a low cosine is no pair at all."""
    sizes = np.full(40, 100, dtype=np.int32)
    found = [ratio_of(pairs_of(list(range(k)), 40), sizes, 2 * sizes[:k]) for k in (1, 3, 40)]
    assert 0.1 < found[0] < found[1] < found[2] < TWICE
    assert ratio_of(pairs_of([7], 40, height=0.1), sizes, 2 * sizes[:1], 0.4) == 0.4


def test_an_outlier_counts_as_far_as_others_reach() -> None:
    """A false pair of a headline and a long paragraph does not decide."""
    sizes = np.full(10, 100, dtype=np.int32)
    target = sizes.copy()
    target[4] = 40_000
    found = ratio_of(pairs_of(list(range(10)), 10), sizes, target)
    assert 0.0 < found < SPREAD / 5
