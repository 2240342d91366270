"""What is left of the candidates is the same beads at the same cells."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from align.lattice.candidates import Candidates
from align.lattice.paths import best_path
from align.lattice.pruning import candidate_blocks, gather_candidates, keep
from align.lattice.shares import posterior

GAPS = np.array([-2.0, -0.5, -3.0, 0.2, -2.0, -0.5, -3.0, 0.2, 0.0])


def all_single(n: int, m: int) -> Candidates:
    """Return all 1-1 beads of a small lattice; the later ones score more."""
    blocks = [[i, i + 1, j, j + 1] for i in range(n) for j in range(m)]
    scores = np.linspace(0.0, 1.0, len(blocks), dtype=np.float32)
    return gather_candidates(np.array(blocks), scores, np.array([[0, m], [n, m]]))


@given(st.integers(1, 5), st.integers(1, 5), st.data())
def test_kept_candidates_are_the_same_beads(n: int, m: int, data: st.DataObject) -> None:
    """Blocks and scores of those that are kept are what they were."""
    candidates = all_single(n, m)
    which = np.array(data.draw(st.lists(st.booleans(), min_size=n * m, max_size=n * m)))
    kept = keep(candidates, which)
    assert candidate_blocks(kept).tolist() == candidate_blocks(candidates)[which].tolist()
    assert kept.scores.tolist() == candidates.scores[which].tolist()


def test_without_the_improbable_the_rest_is_as_probable_as_before() -> None:
    """Candidates of next to no probability may go: path and shares of the others stay."""
    candidates, nulls = all_single(5, 4), (np.zeros(5), np.zeros(4))
    candidates.scores[::3] = -38.0
    shares = posterior(candidates, GAPS, *nulls)[0]
    which = shares > 1e-15
    kept = keep(candidates, which)
    assert 0 < len(kept.scores) < len(candidates.scores)
    assert np.allclose(posterior(kept, GAPS, *nulls)[0], shares[which], rtol=0, atol=1e-12)
    assert best_path(kept, GAPS, *nulls).tolist() == best_path(candidates, GAPS, *nulls).tolist()


def test_a_band_of_nothing_is_one_cell() -> None:
    """Two documents without a place have one cell and no candidates."""
    empty = gather_candidates(
        np.zeros((0, 4), dtype=np.int64), np.zeros(0, dtype=np.float32), np.zeros((0, 2), dtype=np.int64)
    )
    assert empty.band.tolist() == [[0, 1]]
    assert empty.starts.tolist() == [0, 0]
