"""Features with their names: whoever computes a column says in the same place what it is.

Only `Columns.ordered` brings them into the order of the weights, and it refuses a column too many or too few.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from align.lattice.arrays import Doubles


class Columns(NamedTuple):
    """Features of some beads or segments.

    Attributes:
        names: of the columns.
        values: float64 (k, F), a row each.
    """

    names: tuple[str, ...]
    values: Doubles

    def ordered(self, names: Sequence[str]) -> Doubles:
        """Return the values with the columns in the order of `names`: float64 (k, F).

        Raises:
            ValueError: if these are not the names of the columns.

        >>> gather({"size": np.array([1.0, 2.0]), "level": 0.5}, 2).ordered(("level", "size")).tolist()
        [[0.5, 1.0], [0.5, 2.0]]
        """
        if self.names == tuple(names):
            return self.values
        if sorted(self.names) != sorted(names):
            others = sorted(set(names).symmetric_difference(self.names))
            raise ValueError(f"expected a column for each of {len(names)} features, found no match for {others}")
        return self.values[:, [self.names.index(name) for name in names]]


def gather(pairs: Mapping[str, Doubles | float], count: int) -> Columns:
    """Return columns of their names and values.

    Args:
        pairs: from the name of a feature to its values, float64 (k,), or to the one value that all rows have.
        count: of rows, k.
    """
    values = np.empty((count, len(pairs)))
    for number, column in enumerate(pairs.values()):
        values[:, number] = column
    return Columns(tuple(pairs), values)


def join(*parts: Columns) -> Columns:
    """Return the columns of all parts, which have the same rows."""
    names = tuple(name for part in parts for name in part.names)
    return Columns(names, np.concatenate([part.values for part in parts], axis=1))
