"""Products in blocks of rows: the right numbers, and the same bytes whoever works them out."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from align.blas import one_thread
from corpora.encoder.products import ROWS, multiply


@pytest.mark.parametrize("rows", [1, ROWS, 3 * ROWS + 5])
def test_a_product_is_the_same_on_any_number_of_threads(rows: int) -> None:
    """Of transposed matrices, too."""
    random = np.random.default_rng(7)
    first, second = random.standard_normal((2, 96, rows)).astype(np.float32)
    products = []
    for workers in (1, 2, 5):
        with one_thread(), ThreadPoolExecutor(workers) as pool:
            products.append(multiply(first.T, second, pool))
    assert np.allclose(products[0], first.T.astype(np.float64) @ second, atol=1e-4)
    assert products[0].tobytes() == products[1].tobytes() == products[2].tobytes()
