"""The steps of a path are its beads, and null segments where a bead is less probable than nothing."""

import numpy as np
import pytest

from align.aligners.default.passes import decode
from align.lattice.arrays import Doubles
from align.lattice.candidates import Candidates
from align.lattice.paths import best_path, number_steps
from align.lattice.pruning import gather_candidates
from align.lattice.shares import posterior

GAPS = np.array([-1.0, -0.2, -2.0, 0.0])
Rows = list[tuple[int, int, float, float]]


def random_candidates(random: np.random.Generator, n: int, m: int) -> Candidates:
    """Return beads of up to two segments a side in all cells, with scores that make null segments as probable."""
    blocks = [
        [i - a, i, j - b, j]
        for i in range(1, n + 1)
        for j in range(1, m + 1)
        for a in range(1, min(i, 2) + 1)
        for b in range(1, min(j, 2) + 1)
    ]
    scores = (2.0 * random.standard_normal(len(blocks))).astype(np.float32)
    return gather_candidates(np.array(blocks), scores, np.array([[0, m], [n, m]]))


def steps_one_by_one(candidates: Candidates, nulls: tuple[Doubles, Doubles]) -> Rows:
    """Return what `decode` does, step after step."""
    shares, *singly = posterior(candidates, GAPS, *nulls)[:3]
    path = best_path(candidates, GAPS, *nulls)
    rows: Rows = []
    i = j = 0
    for (a, b), k in zip(path.tolist(), number_steps(candidates, path).tolist(), strict=True):
        score, share = (float(candidates.scores[k]), float(shares[k])) if k >= 0 else (0.0, 0.0)
        singles = [(1, 0, nulls[0][place], singly[0][place]) for place in range(i, i + a)]
        singles += [(0, 1, nulls[1][place], singly[1][place]) for place in range(j, j + b)]
        stays = k >= 0 and any(single[3] <= max(share, 0.5) for single in singles)
        rows += [(a, b, score, share)] if stays else singles
        i, j = i + a, j + b
    return rows


@pytest.mark.parametrize("seed", range(8))
def test_steps_are_those_of_the_path_one_by_one(seed: int) -> None:
    """Shapes, scores and probabilities, of beads that stay and of those that are dissolved."""
    random = np.random.default_rng(seed)
    n, m = 6, 5
    candidates = random_candidates(random, n, m)
    nulls = random.standard_normal(n), random.standard_normal(m)
    steps, wanted = decode(candidates, GAPS, nulls), np.array(steps_one_by_one(candidates, nulls))
    assert steps.shapes.tolist() == wanted[:, :2].tolist()
    assert np.allclose(steps.scores, wanted[:, 2])
    assert np.allclose(steps.probabilities, np.clip(wanted[:, 3], 0.0, 1.0))
    assert steps.shapes.sum(axis=0).tolist() == [n, m]
