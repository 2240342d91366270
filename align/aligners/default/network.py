"""A network with one hidden layer: from the features of a bead or a null segment to its score.

Features interact: a low cosine means little in a short sentence, and much in a pair where others are high. A linear
model cannot say that; sixteen hidden units can, and cost a matrix product.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from align.lattice.arrays import Doubles
from align.lattice.kernel import exact

_FARTHEST = 6.0  # deviations from the mean; what lies beyond was never seen and must not decide everything


@dataclass(frozen=True, slots=True)
class Network:
    """The score of features x is `direct @ z + out @ tanh(z @ hidden + bias) + constant` with z = (x - mean) / scale.

    Attributes:
        mean: float64 (d,).
        scale: float64 (d,).
        direct: float64 (d,).
        hidden: float64 (d, h).
        bias: float64 (h,).
        out: float64 (h,).
        constant: float64 (1,).
    """

    mean: Doubles
    scale: Doubles
    direct: Doubles
    hidden: Doubles
    bias: Doubles
    out: Doubles
    constant: Doubles

    def standardize(self, features: Doubles) -> Doubles:
        """Return features (k, d) as the network sees them; NaN, a feature that is not known, is its mean."""
        seen = np.empty(features.shape)
        _standardize(features, self.mean, self.scale, seen)
        return seen

    def score(self, features: Doubles) -> Doubles:
        """Return the scores of features (k, d): float64 (k,)."""
        return self.weigh(self.standardize(features))

    def weigh(self, seen: Doubles) -> Doubles:
        """Return the scores of features that are standardised already: float64 (k,)."""
        hidden, scores = seen @ self.hidden, seen @ self.direct
        hidden += self.bias
        np.tanh(hidden, out=hidden)
        scores += hidden @ self.out
        scores += self.constant
        return scores


@exact
def _standardize(features: Doubles, mean: Doubles, scale: Doubles, seen: Doubles) -> None:
    """Fill in what `Network.standardize` returns."""
    for k in range(features.shape[0]):
        for x in range(features.shape[1]):
            value = (features[k, x] - mean[x]) / scale[x]
            if value != value:  # no number
                value = 0.0
            seen[k, x] = min(max(value, -_FARTHEST), _FARTHEST)


def network_to_dict(network: Network, names: Sequence[str]) -> dict[str, Any]:
    """Return a network as names and numbers: one row a feature, four significant digits.

    Args:
        network: with d features.
        names: d of them, in the order of the network's rows.
    """
    columns = np.column_stack([network.mean, network.scale, network.direct, network.hidden])
    return {
        "features": {name: _short(row) for name, row in zip(names, columns, strict=True)},
        "bias": _short(network.bias),
        "out": _short(network.out),
        "constant": _short(network.constant),
    }


def network_from_dict(record: dict[str, Any], names: Sequence[str]) -> Network:
    """Return the network of a JSON file; its features are brought into the order of `names`.

    Args:
        record: as `network_to_dict` returns it; features that are not among the names are left out.
        names: of the features, as they will be passed to the network.

    Raises:
        KeyError: for a feature that the file does not have.
    """
    columns = np.array([record["features"][name] for name in names])
    mean, scale, direct = columns[:, :3].T
    bias, out, constant = (np.array(record[name]) for name in ("bias", "out", "constant"))
    return Network(mean, scale, direct, columns[:, 3:], bias, out, constant)


def _short(values: Doubles) -> list[float]:
    return [float(f"{value:.4g}") for value in values]
