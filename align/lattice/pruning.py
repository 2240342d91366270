"""From all candidates to the few that stay possible once their sentence vectors have been weighed."""

import numpy as np

from align.lattice.arrays import Doubles, Flags, Floats, Ints, Longs
from align.lattice.candidates import Candidates
from align.lattice.kernel import exact, inlined

Blocks = Longs
LEAST_SHARE = 1e-4  # probability below which a candidate is given up
_BOTH_NULL = 8  # source nulls between two beads, at most, where there are target nulls too


def keep(candidates: Candidates, which: Flags) -> Candidates:
    """Return some of the candidates, in the same band.

    Args:
        candidates: k of them.
        which: bool (k,), those that stay.
    """
    kept = np.flatnonzero(which)
    return candidates._replace(
        starts=np.searchsorted(kept, candidates.starts),
        shapes=candidates.shapes.take(kept, axis=0),
        scores=candidates.scores.take(kept),
    )


def prune(candidates: Candidates, shares: Doubles) -> tuple[Blocks, Floats, Doubles]:
    """Return the candidates that are not improbable.

    Args:
        candidates: all.
        shares: float64 (k,), their probabilities.

    Returns:
        Their blocks int64 (l, 4), in the order of the cells where they end, scores float32 (l,) and probabilities
        float64 (l,).
    """
    probable = shares > LEAST_SHARE
    left = keep(candidates, probable)
    return candidate_blocks(left), left.scores, shares[probable]


def candidate_blocks(candidates: Candidates) -> Blocks:
    """Return first and end of the source and of the target segments of each candidate: int64 (k, 4)."""
    cells = np.searchsorted(candidates.starts, np.arange(len(candidates.scores)), side="right") - 1
    i = np.searchsorted(candidates.cells, cells, side="right") - 1
    j = cells - candidates.cells[i] + candidates.band[i, 0]
    return np.stack([i - candidates.shapes[:, 0], i, j - candidates.shapes[:, 1], j], axis=1)


def gather_candidates(blocks: Blocks, scores: Floats, cells: Blocks) -> Candidates:
    """Return blocks as candidates in a narrow band that holds them and some more cells.

    Args:
        blocks: int64 (k, 4), in the order of the cells where they end.
        scores: float32 (k,).
        cells: int64 (p, 2), the cells of a path, the last one of which is that of all segments.
    """
    band = _band(blocks, cells)
    first = np.concatenate(([0], np.cumsum(band[:, 1] - band[:, 0], dtype=np.int64)))
    ends = first[blocks[:, 1]] + blocks[:, 3] - band[blocks[:, 1], 0]
    starts = np.concatenate(([0], np.cumsum(np.bincount(ends, minlength=first[-1]), dtype=np.int64)))
    shapes = np.stack([blocks[:, 1] - blocks[:, 0], blocks[:, 3] - blocks[:, 2]], axis=1).astype(np.int8)
    return Candidates(band, first, starts, shapes, scores)


def _band(blocks: Blocks, cells: Blocks) -> Ints:
    """Return the band around the ends of blocks and other cells; it never goes back, so that it can be walked.

    Between two beads source nulls come first, in cells below those of the beads; without them a pair would not have the
    same alignment as its mirror.
    """
    n, m = cells[-1].tolist() if len(cells) else (0, 0)
    band = np.empty((n + 1, 2), dtype=np.int32)
    band[:, 0], band[:, 1] = m, 1
    band[0, 0] = 0
    _fill_band(blocks, cells, band)
    return band


@exact
def _fill_band(blocks: Blocks, cells: Blocks, band: Ints) -> None:
    """Widen the band of a path through nothing as `_band` says."""
    n = band.shape[0] - 1
    for k in range(cells.shape[0]):
        _widen(band, cells[k, 0], cells[k, 1])
    for k in range(blocks.shape[0]):
        for end in range(2):
            _widen(band, blocks[k, end], blocks[k, 2 + end])
    for i in range(n - 1, -1, -1):
        band[i, 0] = min(band[i, 0], band[i + 1, 0])
    for i in range(n):
        band[i + 1, 1] = max(band[i + 1, 1], band[i, 1])
        band[i + 1, 0] = min(band[i + 1, 0], band[i, 1] - 1)
    for i in range(n, 0, -1):
        band[i, 0] = band[max(i - _BOTH_NULL, 0), 0]


@inlined
def _widen(band: Ints, i: int, j: int) -> None:
    """Take a cell into the band."""
    band[i, 0], band[i, 1] = min(band[i, 0], j), max(band[i, 1], j + 1)
