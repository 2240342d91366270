"""The compiled dynamic programme gives what walking every path gives."""

from itertools import product

import numpy as np
import pytest
from numpy.typing import NDArray

from align.lattice.arrays import Lattice
from align.lattice.build import build_lattice
from align.lattice.candidates import HOPELESS, LEAST, Candidates, score_beads
from align.lattice.features import FEATURES, MOST, SIDE
from align.lattice.outer import full_band
from align.lattice.paths import best_path
from align.lattice.shares import posterior
from tests.align.lattice import slow

GAPS = np.array([-2.0, -0.5, -3.0, 0.2, -1.5, -0.7, -2.5, 0.1, 0.8])
USUAL = 0.2  # log ratio of lengths
WEIGHTS = np.array(
    [-1.0, 6.0, 1.0, 0.5, 0.5, 1.0, -1.0, 2.0, -2.0, -4.0, 3.0, -5.0, -0.5, -0.2, -0.7, -1.0, -1.0, -1.0, -0.2]
)
CASES = [(1, 1, 1), (2, 3, 2), (3, 2, 3), (4, 4, 4), (5, 3, 5), (4, 5, 6)]


class Bitext:
    """A small random bitext: some target vectors resemble source vectors, some do not."""

    def __init__(self, n: int, m: int, seed: int) -> None:
        """Make vectors, sizes and null scores."""
        random = np.random.default_rng(seed)
        self.source = (random.standard_normal((n, 12)) + 0.3).astype(np.float32)
        noise = random.standard_normal((m, 12)).astype(np.float32)
        self.target = self.source[random.integers(0, n, m)] * random.random((m, 1)).astype(np.float32) * 2 + noise
        self.sizes = list(map(int, random.integers(20, 200, n))), list(map(int, random.integers(20, 200, m)))
        self.nulls = random.standard_normal(n) * 0.3, random.standard_normal(m) * 0.3
        self.n, self.m = n, m

    def candidates(self) -> Candidates:
        """Return the candidates of all cells."""
        return score_beads(self.lattice(), full_band(self.n, self.m), WEIGHTS)

    def lattice(self) -> Lattice:
        """Return the lattice of all cells."""
        sizes = np.array(self.sizes[0], dtype=np.int32), np.array(self.sizes[1], dtype=np.int32)
        reach = np.full(self.n + 1, SIDE, dtype=np.int32), np.full(self.m + 1, SIDE, dtype=np.int32)
        return build_lattice(self.source, self.target, sizes, reach, full_band(self.n, self.m), USUAL)

    def bead_scores(self) -> dict[tuple[slow.Step, slow.Step], float]:
        """Return the score of every bead that is worth a look, the slow way."""
        least = slow.floor(self.source, self.target) + LEAST
        scores = {}
        for i, j in product(range(self.n), range(self.m)):
            for p, q in product(range(i + 1, self.n + 1), range(j + 1, self.m + 1)):
                extra = p - i + q - j - 2
                near = slow.cosine(self.source[i:p], self.target[j:q])
                if q - j <= MOST[p - i] and (extra == 0 or near >= least):
                    phi = slow.features(self.source, self.target, self.sizes, USUAL, (i, j), (p, q))
                    scores[(i, j), (p, q)] = float(np.dot(WEIGHTS, [phi[name] for name in FEATURES]))
        return {bead: score for bead, score in scores.items() if score >= HOPELESS}

    def all_paths(self) -> list[tuple[slow.Path, float]]:
        """Return every path that can be taken, with its score, once for each way to take its runs of nulls."""
        beads = self.bead_scores()
        return [
            (path, score)
            for path in slow.paths(self.n, self.m)
            for score in slow.path_scores(path, beads, GAPS, self.nulls)
        ]


@pytest.mark.parametrize(("n", "m", "seed"), CASES)
def test_best_path_is_the_best_of_all_paths(n: int, m: int, seed: int) -> None:
    """No path that can be walked scores higher than the one that is found."""
    bitext = Bitext(n, m, seed)
    steps = best_path(bitext.candidates(), GAPS, *bitext.nulls)
    every = bitext.all_paths()
    found = tuple((int(a), int(b)) for a, b in steps)
    assert max(score for path, score in every if path == found) == pytest.approx(
        max(score for _, score in every), abs=1e-3
    )


@pytest.mark.parametrize(("n", "m", "seed"), CASES)
def test_probabilities_are_shares_of_all_paths(n: int, m: int, seed: int) -> None:
    """The probability of a bead or a null segment is the share of the weight of all paths that goes through it."""
    bitext = Bitext(n, m, seed)
    candidates = bitext.candidates()
    found, source_p, target_p, steps, weight = posterior(candidates, GAPS, *bitext.nulls)
    every = bitext.all_paths()
    total = slow.log_sum([score for _, score in every])
    assert weight == pytest.approx(total, abs=1e-3)
    shares: dict[tuple[int, ...], float] = {}
    source_null, target_null = np.zeros(n), np.zeros(m)
    for path, score in every:
        share = float(np.exp(score - total))
        for (a, b), (i, j) in zip(path, slow.places(path), strict=False):
            if a and b:
                key = (i + a, j + b, a, b)
                shares[key] = shares.get(key, 0.0) + share
            elif a:
                source_null[i] += share
            else:
                target_null[j] += share
    assert source_p == pytest.approx(source_null, abs=1e-3)
    assert target_p == pytest.approx(target_null, abs=1e-3)
    assert steps[:4].sum() == pytest.approx(source_null.sum(), abs=1e-3)
    assert steps[4:8].sum() == pytest.approx(target_null.sum(), abs=1e-3)
    cells = [(i, j) for i in range(n + 1) for j in range(m + 1)]
    for cell, start, stop in zip(cells, candidates.starts, candidates.starts[1:], strict=False):
        for k in range(start, stop):
            assert found[k] == pytest.approx(shares.get((*cell, *candidates.shapes[k].tolist()), 0.0), abs=1e-3)


@pytest.mark.parametrize(("n", "m", "seed"), CASES)
def test_expected_numbers_of_steps_are_the_slopes_of_the_weight(n: int, m: int, seed: int) -> None:
    """A small change of each of the nine costs changes the log weight of all paths by how often it is paid."""
    bitext, step = Bitext(n, m, seed), 1e-4
    candidates = bitext.candidates()
    steps = posterior(candidates, GAPS, *bitext.nulls)[3]
    for k, shift in enumerate(np.eye(len(GAPS)) * step):
        up, down = (posterior(candidates, GAPS + way * shift, *bitext.nulls)[4] for way in (1.0, -1.0))
        assert (up - down) / (2.0 * step) == pytest.approx(steps[k], abs=1e-5)
    assert (steps[::2] > 0.0).all()


@pytest.mark.parametrize("null", [-3.0, 2.0])
def test_weights_of_paths_may_be_beyond_what_a_number_holds(null: float) -> None:
    """The only path of two texts without a bead has the weight of its runs, however long they are."""
    n, m = 900, 700
    band = np.array([(0, 1)] * n + [(0, m + 1)], dtype=np.int32)
    cells = np.concatenate(([0], np.cumsum(band[:, 1])))
    nothing = np.zeros((0, 2), dtype=np.int8), np.zeros(0, dtype=np.float32)
    candidates = Candidates(band, cells, np.zeros(cells[-1] + 1, dtype=np.int64), *nothing)
    nulls = np.full(n, null), np.full(m, null)
    _, source_p, target_p, steps, weight = posterior(candidates, GAPS, *nulls)
    path = ((1, 0),) * n + ((0, 1),) * m
    assert weight == pytest.approx(slow.log_sum(slow.path_scores(path, {}, GAPS, nulls)), abs=1e-6)
    assert np.allclose(source_p, 1.0, rtol=0, atol=1e-9)
    assert np.allclose(target_p, 1.0, rtol=0, atol=1e-9)
    assert [steps[:4].sum(), steps[4:8].sum(), steps[8]] == pytest.approx([n, m, 1.0], abs=1e-6)


def test_where_nothing_may_be_null_all_paths_go_by_beads() -> None:
    """Cells that no path reaches take no share."""
    band = full_band(3, 3)
    starts = np.cumsum([0, *(i > 0 and j > 0 for i in range(4) for j in range(4))])
    shapes, scores = np.ones((9, 2), dtype=np.int8), np.zeros(9, dtype=np.float32)
    candidates = Candidates(band, np.arange(0, 17, 4), starts, shapes, scores)
    forbidden = np.full(3, -1e6)
    shares, source_p, target_p, _, weight = posterior(candidates, GAPS, forbidden, forbidden)
    assert shares.reshape(3, 3).tolist() == np.eye(3).tolist()
    assert not source_p.any()
    assert not target_p.any()
    assert weight == 0.0


def test_box_sums_survive_a_narrow_band() -> None:
    """A bead inside of a band has the score that it has when all cells are there."""
    bitext = Bitext(40, 40, 7)
    bitext.target = bitext.source + 0.1
    band = _diagonal(40, 6)
    narrow = build_lattice(
        bitext.source,
        bitext.target,
        (np.array(bitext.sizes[0], dtype=np.int32), np.array(bitext.sizes[1], dtype=np.int32)),
        (np.full(41, SIDE, dtype=np.int32), np.full(41, SIDE, dtype=np.int32)),
        band,
        USUAL,
    )
    assert len(narrow.products.values) < 40 * 40
    steps = best_path(score_beads(narrow, band, WEIGHTS), GAPS, *bitext.nulls)
    assert steps.tolist() == [[1, 1]] * 40


def _diagonal(n: int, radius: int) -> NDArray[np.int32]:
    """Return a band of cells near the diagonal."""
    rows = [(max(0, i - radius), min(n, i + radius) + 1) for i in range(n + 1)]
    return np.array(rows, dtype=np.int32)


def test_beads_go_up_to_five_and_five_and_to_one_and_nine() -> None:
    """Of sentences that are all alike, blocks of these shapes are scored, and none that are larger."""
    noise = np.random.default_rng(8)
    sides = [(1.0 + noise.standard_normal((14, 32))).astype(np.float32) for _ in range(2)]
    sizes, reach = np.full(14, 80, dtype=np.int32), np.full(15, SIDE, dtype=np.int32)
    lattice = build_lattice(sides[0], sides[1], (sizes, sizes), (reach, reach), full_band(14, 14), 0.0)
    candidates = score_beads(lattice, full_band(14, 14), np.zeros(len(WEIGHTS)))
    shapes = {(a, b) for a, b in candidates.shapes.tolist()}
    assert {(1, 9), (9, 1), (5, 5), (2, 6), (6, 2)} <= shapes
    assert all(b <= MOST[a] and a <= MOST[b] for a, b in shapes)
