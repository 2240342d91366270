"""The arithmetic of the encoder's training: free functions over arrays, compiled by numba.

All loops over threads write to disjoint places, so the result does not depend on the number of threads.
"""

import numpy as np
from numba import njit, prange
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]
Places = NDArray[np.int64]


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
def softmax_gradient(similarity: Floats, same: NDArray[np.bool_], sharpness: float) -> float:
    """Replace cosines (n, n) by the gradient of the symmetric softmax loss; return the mean loss.

    `same` marks the pairs off the diagonal that must not count as negatives. The exponentials are shared by both
    directions: cosines are at most 1, so subtracting the sharpness once keeps all of them in range.
    """
    n = similarity.shape[0]
    rows = np.zeros(n, dtype=np.float64)
    loss = np.zeros(n, dtype=np.float64)
    for i in prange(n):
        loss[i] = -2.0 * sharpness * (similarity[i, i] - 1.0)
        total = 0.0
        for j in range(n):
            if same[i, j]:
                similarity[i, j] = 0.0
            else:
                value = np.exp(sharpness * (similarity[i, j] - 1.0))
                similarity[i, j] = value
                total += value
        rows[i] = total
    columns = np.zeros(n, dtype=np.float64)
    blocks = 8
    for block in prange(blocks):
        start, stop = block * n // blocks, (block + 1) * n // blocks
        for i in range(n):
            for j in range(start, stop):
                columns[j] += similarity[i, j]
    scale = np.float32(sharpness / (2.0 * n))
    inverse = (1.0 / columns).astype(np.float32)
    for i in prange(n):
        loss[i] += np.log(rows[i]) + np.log(columns[i])
        row = np.float32(1.0 / rows[i])
        for j in range(n):
            similarity[i, j] *= scale * (row + inverse[j])
        similarity[i, i] -= 2.0 * scale
    return float(loss.sum() / (2.0 * n))


@njit(parallel=True, cache=True, fastmath=True)
def update_rows(
    table: Floats,
    squares: Floats,
    order: Places,
    starts: Places,
    pieces: Ints,
    texts: Ints,
    gradient: Floats,
    rate: float,
) -> None:
    """Move the rows of `table` against the gradient, row-wise Adagrad (Duchi et al. 2011; one rate a row).

    Args:
        table: float32 (v, d), changed in place.
        squares: float32 (v,), running sum of mean squared gradients, changed in place.
        order: places of `pieces` sorted by piece.
        starts: where each distinct piece starts in `order`, and its end last.
        pieces: the piece at each place.
        texts: the row of `gradient` at each place.
        gradient: float32 (n, d) of the texts' vectors.
        rate: step size.
    """
    width = table.shape[1]
    for distinct in prange(len(starts) - 1):
        total = np.zeros(width, dtype=np.float32)
        for place in range(starts[distinct], starts[distinct + 1]):
            text = texts[order[place]]
            for k in range(width):
                total[k] += gradient[text, k]
        square = np.float32(0.0)
        for k in range(width):
            square += total[k] * total[k]
        row = pieces[order[starts[distinct]]]
        squares[row] += square / width
        step = np.float32(rate / np.sqrt(squares[row] + 1e-12))
        for k in range(width):
            table[row, k] -= step * total[k]
