"""From all candidates to the few that stay possible once their sentence vectors have been weighed."""

import numpy as np
from numba import njit
from numpy.typing import NDArray

from align.dp import Candidates
from align.score import Doubles, Ints

Blocks = NDArray[np.int64]
LEAST_SHARE = 1e-4  # probability below which a candidate is given up
_BOTH_NULL = 8  # source nulls between two beads, at most, where there are target nulls too


@njit(cache=True)
def keep(candidates: Candidates, which: NDArray[np.bool_]) -> Candidates:
    """Return some of the candidates, bool (k,), in the same band."""
    band, cells, old, of_all, scores_of_all = candidates
    starts, left = np.zeros_like(old), which.sum()
    shapes, scores = np.empty((left, 2), dtype=np.int8), np.empty(left, dtype=np.float32)
    count = 0
    for cell in range(len(old) - 1):
        for k in range(old[cell], old[cell + 1]):
            if which[k]:
                shapes[count, 0], shapes[count, 1], scores[count] = of_all[k, 0], of_all[k, 1], scores_of_all[k]
                count += 1
        starts[cell + 1] = count
    return Candidates(band, cells, starts, shapes, scores)


def prune(candidates: Candidates, shares: Doubles) -> tuple[Blocks, NDArray[np.float32], Doubles]:
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


@njit(cache=True)
def candidate_blocks(candidates: Candidates) -> Blocks:
    """Return first and end of the source and of the target segments of each candidate: int64 (k, 4)."""
    blocks = np.empty((len(candidates.scores), 4), dtype=np.int64)
    cell = 0
    for i in range(len(candidates.band)):
        for j in range(candidates.band[i, 0], candidates.band[i, 1]):
            for k in range(candidates.starts[cell], candidates.starts[cell + 1]):
                blocks[k, 0], blocks[k, 1] = i - candidates.shapes[k, 0], i
                blocks[k, 2], blocks[k, 3] = j - candidates.shapes[k, 1], j
            cell += 1
    return blocks


@njit(cache=True)
def gather_candidates(blocks: Blocks, scores: NDArray[np.float32], cells: Blocks) -> Candidates:
    """Return blocks as candidates in the narrowest band that holds them and some more cells.

    Args:
        blocks: int64 (k, 4), in the order of the cells where they end.
        scores: float32 (k,).
        cells: int64 (p, 2), the cells of a path, the last one of which is that of all segments.
    """
    band = _band(blocks, cells)
    first = np.zeros(len(band) + 1, dtype=np.int64)
    for i in range(len(band)):
        first[i + 1] = first[i] + band[i, 1] - band[i, 0]
    starts = np.zeros(first[-1] + 1, dtype=np.int64)
    shapes = np.empty((len(blocks), 2), dtype=np.int8)
    for k in range(len(blocks)):
        shapes[k, 0], shapes[k, 1] = blocks[k, 1] - blocks[k, 0], blocks[k, 3] - blocks[k, 2]
        starts[first[blocks[k, 1]] + blocks[k, 3] - band[blocks[k, 1], 0] + 1] += 1
    for cell in range(len(starts) - 1):
        starts[cell + 1] += starts[cell]
    return Candidates(band, first, starts, shapes, scores)


@njit(cache=True)
def _band(blocks: Blocks, cells: Blocks) -> Ints:
    """Return the band around the ends of blocks and other cells; it never goes back, so that it can be walked.

    Between two beads source nulls come first, in cells below those of the beads; without them a pair would not have the
    same alignment as its mirror.
    """
    n, m = (cells[-1, 0], cells[-1, 1]) if len(cells) else (0, 0)
    band = np.empty((n + 1, 2), dtype=np.int32)
    band[:, 0], band[:, 1] = m, 1
    band[0, 0] = 0
    for k in range(len(cells)):
        _widen(band, cells[k, 0], cells[k, 1])
    for k in range(len(blocks)):
        _widen(band, blocks[k, 0], blocks[k, 2])
        _widen(band, blocks[k, 1], blocks[k, 3])
    for i in range(n - 1, -1, -1):
        band[i, 0] = min(band[i, 0], band[i + 1, 0])
    for i in range(n):
        band[i + 1, 1] = max(band[i + 1, 1], band[i, 1])
        band[i + 1, 0] = min(band[i + 1, 0], band[i, 1] - 1)
    for i in range(n, 0, -1):
        band[i, 0] = band[max(i - _BOTH_NULL, 0), 0]
    return band


@njit(cache=True)
def _widen(band: Ints, i: int, j: int) -> None:
    """Take a cell into the band."""
    band[i, 0], band[i, 1] = min(band[i, 0], j), max(band[i, 1], j + 1)
