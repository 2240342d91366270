"""The arithmetic of the encoder's training: free functions over arrays, compiled by numba.

All loops over threads write to disjoint places, so the result does not depend on the number of threads.
"""

import numpy as np
from numba import prange

from align.lattice.arrays import Floats, Ints, Longs
from align.lattice.kernel import fast_parallel, parallel

PARTS = 16  # that threads share out


@fast_parallel
def sum_rows(table: Floats, pieces: Ints, offsets: Longs) -> Floats:
    """Return the sum of the rows of each text's pieces: float32 (n, d) from `table` float32 (v, d)."""
    count, width = len(offsets) - 1, table.shape[1]
    out = np.zeros((count, width), dtype=np.float32)
    for text in prange(count):
        for place in range(offsets[text], offsets[text + 1]):
            row = pieces[place]
            for k in range(width):
                out[text, k] += table[row, k]
    return out


def softmax_gradient(similarity: Floats, source: Longs, target: Longs, margin: float, sharpness: float) -> Floats:
    """Replace cosines (n, n) by the gradient of the mean of the symmetric softmax loss; return the losses (n,).

    Args:
        similarity: float32 (n, n), cosines of source and target texts, those of true pairs on the diagonal.
        source: hashes of the source texts, int64 (n,); pairs that share a text are not each other's negatives.
        target: hashes of the target texts, int64 (n,).
        margin: taken off the cosine of the true pairs.
        sharpness: inverse temperature.
    """
    own = np.float32(sharpness) * (similarity.diagonal() - np.float32(1.0 + margin))
    _take_exponentials(similarity, source, target, np.float32(sharpness))
    np.fill_diagonal(similarity, np.exp(own))
    rows, columns = similarity.sum(axis=1), similarity.sum(axis=0)
    scale = np.float32(sharpness / (2 * len(own)))
    _scale(similarity, scale / rows, scale / columns)
    similarity[np.diag_indices(len(own))] -= scale + scale
    losses: Floats = (np.log(rows) + np.log(columns)) / 2 - own
    return losses


# These two are not `fast_parallel`: what a process has compiled and what it finds compiled would round differently.
@parallel
def _take_exponentials(similarity: Floats, source: Longs, target: Longs, sharpness: np.float32) -> None:
    """Replace cosines by exp(sharpness * (cosine - 1)), for pairs that share a text by 0.

    Cosines are at most 1, so that both directions share the exponentials and all stay in range. They are Taylor series
    at x / 256, squared eight times: unlike calls of `np.exp` these become vector instructions. For -50 < x <= 0 the
    relative error is below 4e-5.
    """
    one = np.float32(1.0)
    for i in prange(len(source)):
        for j in range(len(target)):
            x = sharpness * (similarity[i, j] - one) * np.float32(1 / 256)
            value = one
            for k in range(5, 0, -1):
                value = one + value * x * np.float32(1 / k)
            for _ in range(8):
                value *= value
            similarity[i, j] = np.float32(0.0) if (source[i] == source[j]) | (target[i] == target[j]) else value


@parallel
def _scale(values: Floats, rows: Floats, columns: Floats) -> None:
    """Multiply each value by the sum of the factors of its row and its column."""
    for i in prange(len(rows)):
        for j in range(len(columns)):
            values[i, j] *= rows[i] + columns[j]


@fast_parallel
def update_rows(
    table: Floats, squares: Floats, pieces: Longs, starts: Longs, texts: Longs, gradient: Floats, rate: float
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
    for part in prange(PARTS):
        total = np.zeros(width, dtype=np.float32)
        # Every so many, as the frequent pieces come first and would all fall to one thread.
        for distinct in range(part, len(pieces), PARTS):
            total[:] = np.float32(0.0)
            for place in range(starts[distinct], starts[distinct + 1]):
                text = texts[place]
                for k in range(width):
                    total[k] += gradient[text, k]
            square = np.float32(0.0)
            for k in range(width):
                square += total[k] * total[k]
            row = pieces[distinct]
            squares[row] += square / width
            step = np.float32(rate / np.sqrt(squares[row] + 1e-12))
            for k in range(width):
                table[row, k] -= step * total[k]
