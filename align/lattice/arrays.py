"""Arrays by name: one alias for each kind of number, and the shapes that kernels pass around.

Every module that annotates an array takes its alias from here, so that a name means one dtype everywhere.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]
Bytes = NDArray[np.int8]
Ints = NDArray[np.int32]
Longs = NDArray[np.int64]
UBytes = NDArray[np.uint8]
UInts = NDArray[np.uint32]
ULongs = NDArray[np.uint64]
Flags = NDArray[np.bool_]
_LINE = 16  # numbers of four bytes in a line of the cache


def aligned(count: int, width: int) -> Floats:
    """Return room for vectors, float32 (count, width), that begins where a line of the processor's cache does.

    Kernels read them eight numbers at a time, which takes longer where these lie in two lines.

    Args:
        count: of vectors.
        width: of each.
    """
    room = np.empty(count * width + _LINE, dtype=np.float32)
    start = -room.ctypes.data % (4 * _LINE) // 4
    return room[start : start + count * width].reshape(count, width)


class Products(NamedTuple):
    """Dot products of source with target vectors in and around the band.

    Attributes:
        values: float32 (k,), row after row; that of i and j is at rows[i] + j.
        rows: int64 (n,).
        first: int32 (n,), the first target segment of each row.
        end: int32 (n,), the end of the row.
    """

    values: Floats
    rows: NDArray[np.int64]
    first: Ints
    end: Ints


class Closest(NamedTuple):
    """The closest segments on the other side, of those in and around the band.

    Attributes:
        number: int32 (n,), the closest one.
        cosines: float32 (n, NEIGHBOURS), falling; -1 where there are fewer.
    """

    number: Ints
    cosines: Floats


class Side(NamedTuple):
    """What the lattice knows of the n segments of one document; [i, a] stands for the a segments that end at place i.

    Attributes:
        closest: the closest segments on the other side.
        units: float32 (n + 1, SIDE + 2), one by the length of the vector of [i, a].
        sizes: float64 (n + 1,), running sums of UTF-8 bytes, scaled so that both sides have the same sum.
        logs: float32 (n + 1, SIDE + 1), the logarithm of the size of [i, a].
        hubs: float32 (n + 1, SIDE + 1), how close the segments of [i, a] are to their nearest neighbours, in the mean.
        reach: int32 (n + 1,), how many segments before a place a bead that ends there may take.
    """

    closest: Closest
    units: Floats
    sizes: Doubles
    logs: Floats
    hubs: Floats
    reach: Ints


class Lattice(NamedTuple):
    """All that the score of a bead depends on.

    Attributes:
        products: of single segments.
        source: one side.
        target: the other.
        floor: mean cosine of random pairs.
        level: how far above the floor the cosine of good pairs is in these documents.
    """

    products: Products
    source: Side
    target: Side
    floor: float
    level: float
