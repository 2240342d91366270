"""How small networks are trained: their start, the slopes that go back through them, and Adam.

Adam is that of Kingma and Ba 2015 (arXiv:1412.6980).
"""

from collections.abc import Sequence

import numpy as np

from align.aligners.default.network import Network
from align.lattice.arrays import Doubles

_LEAST_SPREAD = 1e-3  # of a feature, so that one that is always the same can be divided by it


def start_network(features: Doubles, hidden: int, random: np.random.Generator) -> Network:
    """Return a network for standardised features with small random weights.

    Args:
        features: float64 (k, d), of which mean and spread are taken.
        hidden: how many hidden units.
        random: what draws the weights.
    """
    width = features.shape[1]
    return Network(
        mean=features.mean(axis=0),
        scale=features.std(axis=0) + _LEAST_SPREAD,
        direct=np.zeros(width),
        hidden=random.normal(0.0, width**-0.5, (width, hidden)),
        bias=np.zeros(hidden),
        out=random.normal(0.0, 0.3 * hidden**-0.5, hidden),
        constant=np.zeros(1),
    )


def restart_network(network: Network, features: Doubles) -> Network:
    """Return a copy of a network that takes features for as usual as it took its own.

    Args:
        network: that was trained on the same features of other vectors.
        features: float64 (k, d), of which mean and spread are taken.
    """
    return Network(
        mean=features.mean(axis=0),
        scale=features.std(axis=0) + _LEAST_SPREAD,
        direct=network.direct.copy(),
        hidden=network.hidden.copy(),
        bias=network.bias.copy(),
        out=network.out.copy(),
        constant=network.constant.copy(),
    )


class Adam:
    """Changes arrays in place along their slopes, each number at a pace of its own; decays all but biases."""

    def __init__(self, arrays: Sequence[tuple[Doubles, float]]) -> None:
        """Take arrays with the decay of each."""
        self._arrays = arrays
        self._means = [np.zeros_like(array) for array, _ in arrays]
        self._squares = [np.zeros_like(array) for array, _ in arrays]
        self._count = 0

    def step(self, slopes: Sequence[Doubles], rate: float) -> None:
        """Go uphill.

        Args:
            slopes: one array for each of those that are changed, of its shape.
            rate: how far.
        """
        self._count += 1
        for k, ((array, decay), slope) in enumerate(zip(self._arrays, slopes, strict=True)):
            held = slope - decay * array
            self._means[k] = 0.9 * self._means[k] + 0.1 * held
            self._squares[k] = 0.99 * self._squares[k] + 0.01 * held**2
            mean = self._means[k] / (1.0 - 0.9**self._count)
            array += rate * mean / (np.sqrt(self._squares[k] / (1.0 - 0.99**self._count)) + 1e-8)


def back_slopes(network: Network, seen: Doubles, slopes: Doubles) -> list[Doubles]:
    """Return the slopes in direct, hidden, bias, out and constant.

    Args:
        network: that gave the scores.
        seen: float64 (k, d), standardised features.
        slopes: float64 (k,), in the scores.
    """
    units = np.tanh(seen @ network.hidden + network.bias)
    inside = np.outer(slopes, network.out) * (1.0 - units**2)
    return [slopes @ seen, seen.T @ inside, inside.sum(axis=0), slopes @ units, np.array([slopes.sum()])]
