"""Parts of some segments: which cells are searched and how far blocks reach, with walls at what is left out."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from align.lattice.arrays import Ints
from align.lattice.parts import Chosen, part_band, part_reach

_LONGEST, _WIDER = 4, 1


class Case:
    """Two documents of which the same number of segments, facing each other, is left out."""

    def __init__(self, seed: int) -> None:
        """Make runs of left-out pairs between runs of chosen segments, and a band around the diagonal."""
        random = np.random.default_rng(seed)
        kept: tuple[list[bool], list[bool]] = ([], [])
        for _ in range(int(random.integers(1, 4))):
            for side in kept:
                side += [True] * int(random.integers(0, 4))
            for side, more in zip(kept, [int(random.integers(0, 3))] * 2, strict=True):
                side += [False] * more
        for side in kept:
            side += [True]
        self.kept = kept
        n, m = len(kept[0]), len(kept[1])
        self.counts = tuple(random.integers(1, 4, size=size).tolist() for size in (n, m))
        low = np.sort(random.integers(0, m + 1, size=n + 1))
        high = np.maximum(np.sort(random.integers(0, m + 1, size=n + 1)), low)
        low[0], high[-1] = 0, m
        self.band = np.stack([low, high + 1], axis=1).astype(np.int32)
        self.reach = np.minimum(np.arange(n + 1), random.integers(1, 4, size=n + 1)).astype(np.int32)

    def chosen(self, side: int) -> Chosen:
        """Return the chosen segments of a side."""
        segments = [k for k, kept in enumerate(self.kept[side]) if kept]
        starts = np.cumsum([0, *(self.counts[side][k] for k in segments)], dtype=np.int64)
        walls = [self.before(side, k) for k, kept in enumerate(self.kept[side]) if not kept]
        return Chosen(np.array(segments, dtype=np.int64), starts, np.array(walls, dtype=np.int64))

    def before(self, side: int, place: int) -> int:
        """Return how many parts of chosen segments lie before a place of segments."""
        return sum(count for count, kept in list(zip(self.counts[side], self.kept[side], strict=True))[:place] if kept)

    def owners(self, side: int) -> list[int]:
        """Return the segment of each part."""
        return [k for k, kept in enumerate(self.kept[side]) if kept for _ in range(self.counts[side][k])]


@given(st.integers(0, 100_000))
def test_blocks_reach_as_far_as_an_obvious_version_says(seed: int) -> None:
    """A block has only parts of segments that a bead may have, with none left out between them."""
    case = Case(seed)
    found, owners = part_reach(case.chosen(0), case.reach, _LONGEST), case.owners(0)
    for place in range(len(owners) + 1):
        most = 0
        for size in range(1, min(place, _LONGEST) + 1):
            first, last = owners[place - size], owners[place - 1]
            if all(case.kept[0][first : last + 1]) and last + 1 - first <= case.reach[last + 1]:
                most = size
        assert found[place] == most


@given(st.integers(0, 100_000))
def test_the_band_is_what_an_obvious_version_says(seed: int) -> None:
    """The target places that the band has around the segment of a part, and no cell beside a wall."""
    case = Case(seed)
    found, expected = part_band(case.band, case.chosen(0), case.chosen(1), _WIDER), slow_band(case)
    assert found.tolist() == expected.tolist()


def slow_band(case: Case) -> Ints:
    """Return the band of parts, place by place."""
    owners, last = case.owners(0), len(case.owners(1))
    m = len(case.kept[1])
    walls = [[case.before(side, k) for k, kept in enumerate(case.kept[side]) if not kept] for side in (0, 1)]
    rows = []
    for place in range(len(owners) + 1):
        around = [owners[place] if place < len(owners) else len(case.kept[0]), owners[place - 1] + 1 if place else 0]
        low, high = case.band[min(around), 0] - _WIDER, case.band[max(around), 1] - 1 + _WIDER
        first, end = case.before(1, max(low, 0)), case.before(1, min(high, m))
        for row, column in zip(*walls, strict=True):
            if row <= place:
                first = max(first, column)
            if row >= place:
                end = min(end, column)
        rows.append([first, end + 1])
    rows[0][0], rows[-1][1] = 0, last + 1
    return np.array(rows, dtype=np.int32)
