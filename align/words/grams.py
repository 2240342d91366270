"""How similar two and three words together are to words of the other side of their bead."""

import numpy as np

from align.lattice.arrays import Doubles, Floats
from align.lattice.kernel import inlined
from align.words.columns import AT
from align.words.transport import Room


@inlined
def fill_norms(w: Floats, products: Floats, norms: Doubles) -> None:
    """Fill in one by the length of one, two and three words together that begin at each; 0 where there are too few.

    Args:
        w: float32 (a,), masses of the words.
        products: float32 (a, 2), dot products of each with the next one and the one after it.
        norms: float64 (3, a), to be filled.
    """
    count = w.shape[0]
    for x in range(count):
        square = w[x] * w[x]
        norms[0, x] = 1.0 / np.sqrt(max(square, 1e-9))
        norms[1, x] = norms[2, x] = 0.0
        if x + 1 < count:
            square += w[x + 1] * w[x + 1] + 2.0 * products[x, 0]
            norms[1, x] = 1.0 / np.sqrt(max(square, 1e-9))
        if x + 2 < count:
            square += w[x + 2] * w[x + 2] + 2.0 * (products[x, 1] + products[x + 1, 0])
            norms[2, x] = 1.0 / np.sqrt(max(square, 1e-9))


@inlined
def fill_grams(similar: Doubles, w: Floats, v: Floats, room: Room, left: Doubles, right: Doubles) -> None:
    """Fill in the greatest cosines of two and of three words together: first of those that begin at each word.

    Args:
        similar: float64 (a, b), cosines of the words of both sides.
        w: float32 (a,), masses of the source words.
        v: float32 (b,), those of the target words.
        room: with the norms filled in.
        left: features of the source words, to be filled.
        right: those of the target words.
    """
    a, b = similar.shape
    dots, sums, pairs, triples = room.plan, room.grams[0], room.grams[1], room.grams[2]
    for x in range(a):
        left[x, AT.bigram] = left[x, AT.trigram] = -1.0
        for y in range(b):
            dots[x, y] = similar[x, y] * w[x] * v[y]
    for y in range(b):
        pairs[y] = triples[y] = -1.0
    for x in range(a):
        for y in range(b):
            sums[y] = 0.0
        for n in range(1, min(3, a - x) + 1):
            norm, best = room.norms_left[n - 1, x], -1.0
            for y in range(b):
                sums[y] += dots[x + n - 1, y]
            for y in range(b if n > 1 else 0):
                best = max(best, sums[y] * norm * room.norms_right[0, y])
            for y in range(b - 1):
                value = (sums[y] + sums[y + 1]) * norm * room.norms_right[1, y]
                best, pairs[y] = max(best, value), max(pairs[y], value)
            for y in range(b - 2):
                value = (sums[y] + sums[y + 1] + sums[y + 2]) * norm * room.norms_right[2, y]
                best, triples[y] = max(best, value), max(triples[y], value)
            if n > 1:
                left[x, AT.bigram if n == 2 else AT.trigram] = best
    for y in range(b):
        right[y, AT.bigram], right[y, AT.trigram] = pairs[y], triples[y]
    _spread(left, a)
    _spread(right, b)
    _fall_back(left, a)
    _fall_back(right, b)


@inlined
def _spread(features: Doubles, count: int) -> None:
    """Give each word what is known of the words together that it belongs to; those before it begin some of them."""
    for x in range(count - 1, 0, -1):
        features[x, AT.bigram] = max(features[x, AT.bigram], features[x - 1, AT.bigram])
        before = max(features[x - 1, AT.trigram], features[max(0, x - 2), AT.trigram])
        features[x, AT.trigram] = max(features[x, AT.trigram], before)


@inlined
def _fall_back(features: Doubles, count: int) -> None:
    """Give words of a text that is too short for pairs what is known of fewer words."""
    for x in range(count):
        if count < 2:
            features[x, AT.bigram] = features[x, AT.best]
        if count < 3:
            features[x, AT.trigram] = features[x, AT.bigram]
