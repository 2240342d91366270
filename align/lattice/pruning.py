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
    count = np.count_nonzero(which)
    starts, scores = np.empty_like(candidates.starts), np.empty(count, dtype=np.float32)
    kept = candidates._replace(starts=starts, shapes=np.empty((count, 2), dtype=np.int8), scores=scores)
    _fill_kept(candidates, which, kept)
    return kept


@exact
def _fill_kept(candidates: Candidates, which: Flags, kept: Candidates) -> None:
    """Fill in what `keep` returns."""
    starts, count = candidates.starts, 0
    for cell in range(starts.shape[0] - 1):
        kept.starts[cell] = count
        for k in range(starts[cell], starts[cell + 1]):
            if which[k]:
                kept.shapes[count, 0], kept.shapes[count, 1] = candidates.shapes[k, 0], candidates.shapes[k, 1]
                kept.scores[count] = candidates.scores[k]
                count += 1
    kept.starts[starts.shape[0] - 1] = count


def prune(candidates: Candidates, shares: Doubles) -> tuple[Blocks, Floats, Doubles]:
    """Return the candidates that are not improbable.

    Args:
        candidates: all.
        shares: float64 (k,), their probabilities.

    Returns:
        Their blocks int64 (l, 4), in the order of the cells where they end, scores float32 (l,) and probabilities
        float64 (l,).
    """
    room = len(candidates.scores)
    blocks, scores, left = np.empty((room, 4), dtype=np.int64), np.empty(room, dtype=np.float32), np.empty(room)
    count = _prune(candidates, shares, LEAST_SHARE, blocks, scores, left)
    return blocks[:count].copy(), scores[:count].copy(), left[:count].copy()


@exact
def _prune(candidates: Candidates, shares: Doubles, least: float, blocks: Blocks, scores: Floats, left: Doubles) -> int:
    """Fill in blocks, scores and probabilities of what is more probable than that, and return how many there are."""
    band, cells, starts, shapes, _ = candidates
    count = 0
    for i in range(band.shape[0]):
        for cell in range(cells[i], cells[i + 1]):
            j = cell - cells[i] + band[i, 0]
            for k in range(starts[cell], starts[cell + 1]):
                if shares[k] > least:
                    blocks[count, 0], blocks[count, 1] = i - shapes[k, 0], i
                    blocks[count, 2], blocks[count, 3] = j - shapes[k, 1], j
                    scores[count], left[count] = candidates.scores[k], shares[k]
                    count += 1
    return count


def candidate_blocks(candidates: Candidates) -> Blocks:
    """Return first and end of the source and of the target segments of each candidate: int64 (k, 4)."""
    blocks = np.empty((len(candidates.scores), 4), dtype=np.int64)
    _fill_blocks(candidates, blocks)
    return blocks


@exact
def _fill_blocks(candidates: Candidates, blocks: Blocks) -> None:
    """Fill in what `candidate_blocks` returns."""
    band, cells, starts, shapes, _ = candidates
    for i in range(band.shape[0]):
        for cell in range(cells[i], cells[i + 1]):
            j = cell - cells[i] + band[i, 0]
            for k in range(starts[cell], starts[cell + 1]):
                blocks[k, 0], blocks[k, 1] = i - shapes[k, 0], i
                blocks[k, 2], blocks[k, 3] = j - shapes[k, 1], j


def gather_candidates(blocks: Blocks, scores: Floats, cells: Blocks) -> Candidates:
    """Return blocks as candidates in a narrow band that holds them and some more cells.

    Args:
        blocks: int64 (k, 4), in the order of the cells where they end.
        scores: float32 (k,).
        cells: int64 (p, 2), the cells of a path, the last one of which is that of all segments.
    """
    n, m = cells[-1].tolist() if len(cells) else (0, 0)
    band, first = np.empty((n + 1, 2), dtype=np.int32), np.empty(n + 2, dtype=np.int64)
    count = _fill_band(blocks, cells, m, band, first)
    starts, shapes = np.zeros(count + 1, dtype=np.int64), np.empty((len(blocks), 2), dtype=np.int8)
    gathered = Candidates(band, first, starts, shapes, scores)
    _fill_gathered(blocks, gathered)
    return gathered


@exact
def _fill_gathered(blocks: Blocks, gathered: Candidates) -> None:
    """Fill in where the candidates of each cell start, and their shapes."""
    starts = gathered.starts
    for k in range(blocks.shape[0]):
        i, j = blocks[k, 1], blocks[k, 3]
        gathered.shapes[k, 0], gathered.shapes[k, 1] = i - blocks[k, 0], j - blocks[k, 2]
        starts[gathered.cells[i] + j - gathered.band[i, 0] + 1] += 1
    for cell in range(1, starts.shape[0]):
        starts[cell] += starts[cell - 1]


@exact
def _fill_band(blocks: Blocks, cells: Blocks, m: int, band: Ints, first: Longs) -> int:
    """Fill in the band around the ends of blocks and other cells, and the cells before each row; return their number.

    It never goes back, so that it can be walked. Between two beads source nulls come first, in cells below those of the
    beads; without them a pair would not have the same alignment as its mirror.
    """
    n = band.shape[0] - 1
    for i in range(n + 1):
        band[i, 0], band[i, 1] = m, 1
    band[0, 0] = 0
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
    first[0] = 0
    for i in range(n + 1):
        first[i + 1] = first[i] + band[i, 1] - band[i, 0]
    return int(first[n + 1])


@inlined
def _widen(band: Ints, i: int, j: int) -> None:
    """Take a cell into the band."""
    band[i, 0], band[i, 1] = min(band[i, 0], j), max(band[i, 1], j + 1)
