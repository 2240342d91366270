"""How much of each word of one bead is transported to the words of the other side.

Unbalanced transport: each word sends its mass, the length of its vector, to words of the other side, and to nobody
where none is similar enough (Chizat et al. 2018, doi:10.1090/mcom/3303). Unlike the most similar word, a word that two
others need is shared by them.
"""

from typing import NamedTuple

import numpy as np

from align.lattice.arrays import Doubles, Floats
from align.lattice.kernel import inlined
from align.words.columns import AT

SHARPNESS = 0.08  # of the entropy: the smaller, the fewer words share a mass
RELAX = 0.25  # what a mass that goes nowhere costs, as a distance of 1 - cosine
ROUNDS = 12


class Room(NamedTuple):
    """Room for what is worked out of one bead, as long as the longest side or its matrix."""

    similar: Doubles
    plan: Doubles
    left: Doubles
    right: Doubles
    norms_left: Doubles
    norms_right: Doubles
    grams: Doubles


@inlined
def transport(similar: Doubles, w: Floats, v: Floats, room: Room, left: Doubles, right: Doubles) -> None:
    """Fill in what is transported.

    Args:
        similar: float64 (a, b), cosines of the words of both sides.
        w: float32 (a,), masses of the source words.
        v: float32 (b,), those of the target words.
        room: as large at least.
        left: features of the source words, to be filled.
        right: those of the target words.
    """
    a, b = similar.shape
    plan, power = room.plan, RELAX / (RELAX + SHARPNESS)
    total = 0.0
    for x in range(a):
        total += w[x]
    for y in range(b):
        total += v[y]
    total = max(total / 2.0, 1e-9)
    for x in range(a):
        room.left[x] = 1.0
        for y in range(b):
            plan[x, y] = np.exp((similar[x, y] - 1.0) / SHARPNESS)
    for y in range(b):
        room.right[y] = 1.0
    for _ in range(ROUNDS):
        for x in range(a):
            value = 1e-30
            for y in range(b):
                value += plan[x, y] * room.right[y]
            room.left[x] = (w[x] / total / value + 1e-30) ** power
        for y in range(b):
            room.right[y] = 1e-30
        for x in range(a):
            for y in range(b):
                room.right[y] += plan[x, y] * room.left[x]
        for y in range(b):
            room.right[y] = (v[y] / total / room.right[y] + 1e-30) ** power
    for y in range(b):
        right[y, AT.carried] = right[y, AT.closeness] = 0.0
    for x in range(a):
        carried, close = 0.0, 0.0
        for y in range(b):
            mass = plan[x, y] * room.left[x] * room.right[y]
            carried += mass
            close += mass * similar[x, y]
            right[y, AT.carried] += mass
            right[y, AT.closeness] += mass * similar[x, y]
        left[x, AT.carried] = carried / max(w[x] / total, 1e-9)
        left[x, AT.closeness] = close / max(carried, 1e-12)
    for y in range(b):
        right[y, AT.closeness] /= max(right[y, AT.carried], 1e-12)
        right[y, AT.carried] /= max(v[y] / total, 1e-9)
