"""The arithmetic of the encoder's training: free functions over arrays, compiled by numba.

All loops over threads write to disjoint places, so the result does not depend on the number of threads.
"""

import numpy as np
from numba import njit, prange
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]
Places = NDArray[np.int64]

BLOCKS = 16  # a loop's parts that threads share out; sums are made within a part
ZERO, ONE = np.float32(0.0), np.float32(1.0)


@njit(parallel=True, cache=True, fastmath=True)
def sum_rows(table: Floats, pieces: Ints, offsets: Places) -> Floats:
    """Return the sum of the rows of each text's pieces: float32 (n, d) from `table` float32 (v, d)."""
    count, width = len(offsets) - 1, table.shape[1]
    out = np.zeros((count, width), dtype=np.float32)
    for text in prange(count):
        for place in range(offsets[text], offsets[text + 1]):
            row = pieces[place]
            for k in range(width):
                out[text, k] += table[row, k]
    return out


@njit(parallel=True, cache=True, fastmath=True)
def softmax_gradient(
    similarity: Floats, source: Places, target: Places, margin: np.float32, sharpness: np.float32
) -> Floats:
    """Replace cosines (n, n) by the gradient of the mean of the symmetric softmax loss; return the losses (n,).

    The exponentials are shared by both directions: cosines are at most 1, so subtracting the sharpness once keeps all
    of them in range.

    Args:
        similarity: float32 (n, n), cosines of source and target texts, those of true pairs on the diagonal.
        source: hashes of the source texts, int64 (n,); pairs that share a text are not each other's negatives.
        target: hashes of the target texts, int64 (n,).
        margin: taken off the cosine of the true pairs.
        sharpness: inverse temperature.
    """
    n = similarity.shape[0]
    own = np.zeros(n, dtype=np.float32)
    rows = np.zeros(n, dtype=np.float32)
    columns = np.zeros((BLOCKS, n), dtype=np.float32)
    for block in prange(BLOCKS):
        for i in range(block * n // BLOCKS, (block + 1) * n // BLOCKS):
            own[i] = sharpness * (similarity[i, i] - margin - ONE)
            for j in range(n):
                value = _exponential(sharpness * (similarity[i, j] - ONE))
                similarity[i, j] = ZERO if (source[i] == source[j]) | (target[i] == target[j]) else value
            similarity[i, i] = _exponential(own[i])
            total = ZERO
            for j in range(n):
                total += similarity[i, j]
                columns[block, j] += similarity[i, j]
            rows[i] = total
    # Plain loops: array expressions are cut by the number of threads, and a part's rest is rounded otherwise.
    totals = np.zeros(n, dtype=np.float32)
    for block in range(BLOCKS):
        for j in range(n):
            totals[j] += columns[block, j]
    inverse = np.zeros(n, dtype=np.float32)
    for j in range(n):
        inverse[j] = ONE / totals[j]
    scale = sharpness / np.float32(2 * n)
    loss = np.zeros(n, dtype=np.float32)
    for i in prange(n):
        loss[i] = (np.log(rows[i]) + np.log(totals[i])) / np.float32(2.0) - own[i]
        row = ONE / rows[i]
        for j in range(n):
            similarity[i, j] *= scale * (row + inverse[j])
        similarity[i, i] -= scale + scale
    return loss


@njit(cache=True, fastmath=True)
def _exponential(x: np.float32) -> np.float32:
    """Return exp(x), for -50 < x < 1 with a relative error of 4e-5: a Taylor series at x / 256, squared eight times.

    Unlike a call of `np.exp` it becomes vector instructions.
    """
    x *= np.float32(1 / 256)
    value = ONE
    for k in range(5, 0, -1):
        value = ONE + value * x * np.float32(1 / k)
    for _ in range(8):
        value *= value
    return value


@njit(parallel=True, cache=True, fastmath=True)
def update_rows(
    table: Floats, squares: Floats, pieces: Places, starts: Places, texts: Places, gradient: Floats, rate: float
) -> None:
    """Move the rows of `table` against the gradient, row-wise Adagrad (Duchi et al. 2011; one rate a row).

    Args:
        table: float32 (v, d), changed in place.
        squares: float32 (v,), running sum of mean squared gradients, changed in place.
        pieces: the distinct pieces, most frequent ones first.
        starts: where the texts of each distinct piece start in `texts`, and their end last.
        texts: the rows of `gradient` that hold the piece.
        gradient: float32 (n, d) of the texts' vectors.
        rate: step size.
    """
    width = table.shape[1]
    for block in prange(BLOCKS):
        total = np.zeros(width, dtype=np.float32)
        # Every so many, as the frequent pieces come first and would all fall to one thread.
        for distinct in range(block, len(pieces), BLOCKS):
            total[:] = ZERO
            for place in range(starts[distinct], starts[distinct + 1]):
                text = texts[place]
                for k in range(width):
                    total[k] += gradient[text, k]
            square = ZERO
            for k in range(width):
                square += total[k] * total[k]
            row = pieces[distinct]
            squares[row] += square / width
            step = np.float32(rate / np.sqrt(squares[row] + 1e-12))
            for k in range(width):
                table[row, k] -= step * total[k]
