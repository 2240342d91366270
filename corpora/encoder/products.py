"""Products of matrices on all processors, with the same bytes on any number of them.

Blocks of so many rows are one product each, on one thread of a pool; the pool decides only who does which. To be called
inside `align.blas.one_thread`, or the library would share out each block again.
"""

from concurrent.futures import Executor

import numpy as np

from align.lattice.arrays import Floats

ROWS = 256  # of a block: with fewer, waking threads takes longer than they work


def multiply(first: Floats, second: Floats, pool: Executor) -> Floats:
    """Return the product of float32 (n, k) and float32 (k, m): float32 (n, m)."""
    blocks = [first[start : start + ROWS] for start in range(0, len(first), ROWS)]
    product = np.empty((first.shape[0], second.shape[1]), dtype=np.float32)
    outs = [product[start : start + ROWS] for start in range(0, len(first), ROWS)]
    waiting = [pool.submit(np.matmul, block, second, out=out) for block, out in zip(blocks[1:], outs[1:], strict=True)]
    np.matmul(blocks[0], second, out=outs[0])
    for job in waiting:
        job.result()
    return product
