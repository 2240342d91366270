"""The kernels of the trainer agree with plain numpy, however many threads there are."""

from collections.abc import Iterator

import numba
import numpy as np
import pytest
from numpy.typing import NDArray

from corpora.encoder.kernels import softmax_gradient, sum_rows, update_rows

MARGIN, SHARPNESS = 0.3, 20.0


@pytest.fixture(params=[1, 2])
def threads(request: pytest.FixtureRequest) -> Iterator[int]:
    """Use so many threads."""
    before = numba.get_num_threads()
    numba.set_num_threads(min(request.param, before))
    yield request.param
    numba.set_num_threads(before)


@pytest.fixture
def random() -> np.random.Generator:
    """Return random numbers, the same each time."""
    return np.random.default_rng(1)


def test_sums_of_rows_are_those_of_numpy(threads: int, random: np.random.Generator) -> None:
    """A text's vector is the sum of its pieces' rows."""
    table = random.standard_normal((30, 8)).astype(np.float32)
    pieces, offsets = random.integers(0, 30, 50).astype(np.int32), np.array([0, 1, 9, 50])
    found = sum_rows(table, pieces, offsets)
    assert found == pytest.approx(np.add.reduceat(table[pieces], offsets[:-1]), abs=1e-5)


def test_gradient_is_that_of_the_loss(threads: int, random: np.random.Generator) -> None:
    """Loss and gradient are those of the symmetric softmax with a margin; pairs that share a text are no negatives."""
    cosines = random.uniform(-1.0, 1.0, (33, 33)).astype(np.float32)
    source, target = random.integers(0, 25, 33), random.integers(0, 25, 33)
    gradient = cosines.copy()
    loss = softmax_gradient(gradient, source, target, MARGIN, SHARPNESS).mean()
    expected, expected_gradient = _softmax(cosines.astype(np.float64), source, target)
    assert loss == pytest.approx(expected, rel=1e-4)
    assert gradient == pytest.approx(expected_gradient, abs=1e-4)
    shared = (source[:, None] == source) | (target[:, None] == target)
    assert not gradient[shared & ~np.eye(33, dtype=bool)].any()


def test_update_is_one_step_of_adagrad(threads: int, random: np.random.Generator) -> None:
    """The gradient of a row is the sum over the texts that hold its piece, and other rows stay."""
    table, squares = random.standard_normal((40, 8)).astype(np.float32), np.ones(40, np.float32)
    gradient = random.standard_normal((5, 8)).astype(np.float32)
    pieces, starts, texts = np.arange(3, 40), np.arange(0, 75, 2), random.integers(0, 5, 74)
    expected, sums = table.copy(), np.add.reduceat(gradient[texts], starts[:-1])
    expected[3:] -= 0.1 * sums / np.sqrt(1.0 + (sums**2).mean(axis=1, keepdims=True))
    update_rows(table, squares, pieces, starts, texts, gradient, 0.1)
    assert table == pytest.approx(expected, abs=1e-5)
    assert squares[3:] == pytest.approx(1.0 + (sums**2).mean(axis=1), rel=1e-5)
    assert (squares[:3] == 1.0).all()


def test_number_of_threads_does_not_change_a_bit(random: np.random.Generator) -> None:
    """Sums are made in the same order by one thread and by all."""
    cosines = random.uniform(-1.0, 1.0, (100, 100)).astype(np.float32)
    hashes, most = np.arange(100), numba.get_num_threads()
    found = set()
    for count in (1, most):
        numba.set_num_threads(count)
        gradient = cosines.copy()
        losses = softmax_gradient(gradient, hashes, hashes, MARGIN, SHARPNESS)
        found.add(losses.tobytes() + gradient.tobytes())
    assert len(found) == 1


def _softmax(
    cosines: NDArray[np.float64], source: NDArray[np.int64], target: NDArray[np.int64]
) -> tuple[float, NDArray[np.float64]]:
    """Return the mean loss and its gradient."""
    n = len(cosines)
    shared = (source[:, None] == source) | (target[:, None] == target)
    values = SHARPNESS * (cosines - MARGIN * np.eye(n))
    values[shared & ~np.eye(n, dtype=bool)] = -np.inf
    shares = np.exp(values)
    rows, columns = shares.sum(axis=1, keepdims=True), shares.sum(axis=0)
    own = np.diag(values)
    loss = (np.log(rows[:, 0]) + np.log(columns) - 2.0 * own).mean() / 2.0
    return float(loss), SHARPNESS * (shares / rows + shares / columns - 2.0 * np.eye(n)) / (2.0 * n)
