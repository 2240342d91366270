"""What speaks for a candidate bead: features of two blocks of segments, weighed into one score.

All functions are compiled by numba and see arrays only. The vectors of an encoder of sums are linear, so the dot
product of any two blocks is a box sum over `gram` and its cosine costs a few look-ups; no overlap is ever encoded.

The names used throughout:
    gram: float32 (n, w), dot products of source and target vectors; row i holds the columns from shift[i] on.
    source_norms, target_norms: float32 (n + 1, SIDE + 2); [i, a] is the length of the vector of the a segments that
    end at i.
    source_sizes, target_sizes: float64 (n + 1,), running sums of UTF-8 bytes, the target's scaled to the source's.
    source_hub, target_hub: float32 (n + 1,), running sums of each segment's mean cosine with its nearest neighbours.
"""

from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]
Ints = NDArray[np.int32]

SIDE = 7  # segments on one side of a bead at most
TOTAL = 8  # segments on both sides together at most

FEATURES = (
    "bead", "cosine", "cosine_above_30", "cosine_above_50", "cosine_above_70", "relative", "relative_below_50",
    "margin", "neighbours", "extension", "contraction", "idle_member", "length", "length_squared", "compound",
    "one_three", "two_two", "other_shape", "extra_segments",
)  # fmt: skip


class Lattice(NamedTuple):
    """All that the score of a bead depends on; see the module for the arrays.

    Attributes:
        floor: mean cosine of random pairs.
        level: how far above the floor the cosine of good pairs is in these documents.
    """

    gram: Floats
    shift: Ints
    source_norms: Floats
    target_norms: Floats
    source_sizes: Doubles
    target_sizes: Doubles
    source_hub: Floats
    target_hub: Floats
    source_reach: Ints
    target_reach: Ints
    floor: float
    level: float


@njit(cache=True, fastmath=True)
def fill_boxes(lattice: Lattice, i: int, j: int, boxes: Doubles) -> None:
    """Put the sum of gram over the a rows before i and the b columns before j into boxes[a, b]."""
    gram, shift = lattice.gram, lattice.shift
    width = gram.shape[1]
    sides = boxes.shape[0]
    for a in range(1, sides):
        row = i - a
        if row < 0:
            break
        start = j - shift[row]
        total = 0.0
        for b in range(1, sides):
            place = start - b
            if 0 <= place < width:
                total += gram[row, place]
            boxes[a, b] = boxes[a - 1, b] + total


@njit(cache=True, fastmath=True)
def fill_around(lattice: Lattice, i: int, j: int, boxes: Doubles, right: Doubles, below: Doubles) -> None:
    """Fill `boxes`; put the sums with what lies just behind cell (i, j) into right[a] and below[b]."""
    n, m = lattice.source_norms.shape[0] - 1, lattice.target_norms.shape[0] - 1
    fill_boxes(lattice, i, j, boxes)
    for k in range(1, SIDE + 1):
        right[k] = right[k - 1] + (dot(lattice, i - k, j) if k <= i and j < m else 0.0)
        below[k] = below[k - 1] + (dot(lattice, i, j - k) if k <= j and i < n else 0.0)


@njit(cache=True, fastmath=True)
def dot(lattice: Lattice, i: int, j: int) -> float:
    """Return gram at source segment i and target segment j, 0 outside of the band."""
    place = j - lattice.shift[i]
    if 0 <= place < lattice.gram.shape[1]:
        return float(lattice.gram[i, place])
    return 0.0


@njit(cache=True, fastmath=True)
def bead_features(
    lattice: Lattice, i: int, j: int, a: int, b: int, boxes: Doubles, right: Doubles, below: Doubles, phi: Doubles
) -> None:
    """Put the features of the bead of the a source segments before i and the b target segments before j into phi.

    `right[a]` is the sum of gram of those a segments with target segment j, `below[b]` that of the b with source
    segment i.
    """
    n, m = lattice.source_norms.shape[0] - 1, lattice.target_norms.shape[0] - 1
    s, t = lattice.source_norms, lattice.target_norms
    box = boxes[a, b]
    x = box / (s[i, a] * t[j, b])
    floor = lattice.floor
    x_rel = (x - floor) / (1.0 - floor)
    # How much a block resembles what lies just outside the other, and whether taking that in would be better.
    near, count, gain = 0.0, 0, -0.5
    if j - b - 1 >= 0:
        outside = boxes[a, b + 1] - box
        near += outside / (s[i, a] * t[j - b, 1])
        count += 1
        gain = max(gain, boxes[a, b + 1] / (s[i, a] * t[j, b + 1]) - x)
    if j < m:
        near += right[a] / (s[i, a] * t[j + 1, 1])
        count += 1
        gain = max(gain, (box + right[a]) / (s[i, a] * t[j + 1, b + 1]) - x)
    if i - a - 1 >= 0:
        outside = boxes[a + 1, b] - box
        near += outside / (t[j, b] * s[i - a, 1])
        count += 1
        gain = max(gain, boxes[a + 1, b] / (s[i, a + 1] * t[j, b]) - x)
    if i < n:
        near += below[b] / (t[j, b] * s[i + 1, 1])
        count += 1
        gain = max(gain, (box + below[b]) / (s[i + 1, a + 1] * t[j, b]) - x)
    near = near / count if count else floor
    # What the least needed segment at an edge of the bead adds to it.
    least = 1.0
    if a > 1:
        least = min(least, x - boxes[a - 1, b] / (s[i, a - 1] * t[j, b]))
        first = box - (boxes[1, b])
        least = min(least, x - first / (s[i - 1, a - 1] * t[j, b]))
    if b > 1:
        least = min(least, x - boxes[a, b - 1] / (s[i, a] * t[j, b - 1]))
        first = box - boxes[a, 1]
        least = min(least, x - first / (s[i, a] * t[j - 1, b - 1]))
    if a + b == 2:
        least = 0.0
    hub = (lattice.source_hub[i] - lattice.source_hub[i - a]) / a + (
        lattice.target_hub[j] - lattice.target_hub[j - b]
    ) / b
    ratio = np.log(
        (lattice.target_sizes[j] - lattice.target_sizes[j - b] + 4.0)
        / (lattice.source_sizes[i] - lattice.source_sizes[i - a] + 4.0)
    )
    phi[0] = 1.0
    phi[1] = x_rel
    phi[2] = max(0.0, x_rel - 0.3)
    phi[3] = max(0.0, x_rel - 0.5)
    phi[4] = max(0.0, x_rel - 0.7)
    relative = (x - floor) / lattice.level
    phi[5] = min(relative, 1.2)
    phi[6] = max(0.0, 0.5 - relative)
    phi[7] = x - 0.5 * hub
    phi[8] = near - floor
    phi[9] = gain
    phi[10] = least
    phi[11] = max(0.0, 0.08 - least) if a + b > 2 else 0.0
    phi[12] = abs(ratio)
    phi[13] = min(ratio * ratio, 4.0)
    low, high = min(a, b), max(a, b)
    phi[14] = 1.0 if low + high > 2 else 0.0
    phi[15] = 1.0 if low == 1 and high == 3 else 0.0
    phi[16] = 1.0 if low == 2 and high == 2 else 0.0
    phi[17] = 1.0 if low + high > 4 else 0.0
    phi[18] = a + b - 2.0
