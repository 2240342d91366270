"""The narrow band holds what the aligner looks for."""

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from align.aligners.default.weights import load_weights
from align.lattice.arrays import Ints, Lattice
from align.lattice.bands import narrow_band
from align.lattice.build import build_lattice
from align.lattice.candidates import score_beads
from align.lattice.features import SIDE
from align.lattice.outer import find_band, full_band
from align.lattice.paths import WORST, best_path
from align.lattice.shares import posterior

Vectors = NDArray[np.float64]

NULLS_ARE_CHEAP = np.array([-6.0, -1.0, -8.0, -0.2, -6.0, -1.0, -8.0, -0.2, 0.0])


def near_parallel(seed: int, size: int) -> tuple[Lattice, list[tuple[int, int]]]:
    """Return the lattice of a text and a version of it, and the cells between what corresponds.

    Sentences are dropped in runs, inserted, and merged.
    """
    choice, noise = random.Random(seed), np.random.default_rng(seed)
    truth = noise.standard_normal((size, 64)) + 0.3
    source: list[Vectors] = []
    target: list[Vectors] = []
    cells = [(0, 0)]
    k = 0
    while k < size:
        kind, many = choice.choice("11111121ds"), choice.randint(1, 5)
        if kind == "1":
            source.append(truth[k])
            target.append(truth[k])
        elif kind == "2":
            source += list(truth[k : k + many])
            target.append(truth[k : k + many].sum(axis=0))
        elif kind == "d":
            source += list(truth[k : k + many])
        else:
            target += list(truth[k : k + many])
        k += 1 if kind == "1" else many
        cells.append((len(source), len(target)))
    return lattice_of(np.array([*source, truth[0]]), np.array([*target, truth[0]]), noise), cells


def lattice_of(source: Vectors, target: Vectors, noise: np.random.Generator) -> Lattice:
    """Return the lattice of vectors, each a little off."""
    sides = [(v + 0.5 * noise.standard_normal(v.shape)).astype(np.float32) for v in (source, target)]
    n, m = map(len, sides)
    sizes = np.full(n, 80, dtype=np.int32), np.full(m, 80, dtype=np.int32)
    reach = np.full(n + 1, SIDE, dtype=np.int32), np.full(m + 1, SIDE, dtype=np.int32)
    return build_lattice(sides[0], sides[1], sizes, reach, full_band(n, m), 0.0)


def find_path(lattice: Lattice, band: Ints) -> tuple[list[list[int]], float]:
    """Return the best path and the weight of all paths."""
    n, m = len(lattice.source.units) - 1, len(lattice.target.units) - 1
    candidates = score_beads(lattice, band, load_weights().first.bead)
    nulls = np.zeros(n), np.zeros(m)
    weight = posterior(candidates, NULLS_ARE_CHEAP, *nulls)[-1]
    return best_path(candidates, NULLS_ARE_CHEAP, *nulls).tolist(), weight


@settings(max_examples=30)
@given(st.integers(0, 10_000), st.integers(2, 60))
def test_narrow_band_holds_what_corresponds(seed: int, size: int) -> None:
    """With runs dropped and put in, and merges of up to five, no place between two beads is outside."""
    lattice, cells = near_parallel(seed, size)
    n, m = len(lattice.source.units) - 1, len(lattice.target.units) - 1
    band = narrow_band(lattice, full_band(n, m))
    assert [(i, j) for i, j in cells if not band[i, 0] <= j < band[i, 1]] == []


@settings(max_examples=30)
@given(st.integers(0, 10_000), st.integers(1, 40), st.integers(1, 40))
def test_every_cell_of_a_narrow_band_can_be_reached(seed: int, n: int, m: int) -> None:
    """Its ends never go back and rows touch, even where the documents have nothing in common."""
    noise = np.random.default_rng(seed)
    lattice = lattice_of(noise.standard_normal((n, 64)), noise.standard_normal((m, 64)), noise)
    band = narrow_band(lattice, full_band(n, m))
    assert band[0, 0] == 0
    assert band[n, 1] == m + 1
    assert (np.diff(band, axis=0) >= 0).all()
    assert (band[1:, 0] < band[:-1, 1]).all()
    path, weight = find_path(lattice, band)
    assert np.sum(path, axis=0).tolist() == [n, m]
    assert weight > WORST / 2


def test_narrow_band_is_narrow() -> None:
    """A tenth of the cells is left of a text with many changes."""
    lattice, _ = near_parallel(1, 200)
    n, m = len(lattice.source.units) - 1, len(lattice.target.units) - 1
    band = narrow_band(lattice, full_band(n, m))
    assert (band[:, 1] - band[:, 0]).sum() < 0.1 * (n + 1) * (m + 1)


def test_very_long_documents_take_little_memory_and_lose_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The way over passages of passages finds the band that all pairs of passages find, however many levels it has."""
    noise = np.random.default_rng(1)
    source = noise.standard_normal((3000, 16)).astype(np.float32)
    kept = np.sort(noise.choice(3000, 2400, replace=False))
    target = source[kept] + np.float32(0.5) * noise.standard_normal((2400, 16)).astype(np.float32)
    whole = find_band(source, target)
    monkeypatch.setattr("align.lattice.outer._ALL_PASSAGES", 500)
    assert np.array_equal(find_band(source, target), whole)
    inside = (whole[kept + 1, 0] <= np.arange(1, 2401)) & (np.arange(1, 2401) < whole[kept + 1, 1])
    assert inside.all()
    assert (whole[:, 1] - whole[:, 0]).max() < 400
