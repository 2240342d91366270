"""Which beads are looked at together."""

import numpy as np

from align.words.describe import _ACROSS, _AT_ONCE, _chunks


def test_what_moved_far_is_looked_at_apart() -> None:
    """A bead that links the ends of two books would ask for the cosines of all of their words."""
    blocks = np.array([(k, k + 1, k, k + 1) for k in range(1000)])
    blocks[500, 2:] = 0, 1
    found = list(_chunks(blocks))
    assert [first for first, _, _ in found][1:] == [end for _, end, _ in found][:-1]
    assert (found[0][0], found[-1][1]) == (0, 1000)
    assert max(end - first for first, end, _ in found) == _AT_ONCE
    reach = [np.ptp(blocks[first:end].reshape(-1, 2, 2), axis=(0, 2)).max() for first, end, _ in found]
    assert max(reach) <= _ACROSS
    assert (500, 501, (500, 501, 0, 1)) in found


def test_no_beads_are_no_chunk() -> None:
    """And nothing is asked for."""
    assert not list(_chunks(np.zeros((0, 4), dtype=np.int64)))
