"""What the words of one bead say of each other, worked out from their similarities alone.

Unbalanced transport: each word sends its mass, the length of its vector, to words of the other side, and to nobody
where none is similar enough (Chizat et al. 2018, doi:10.1090/mcom/3303). Unlike the most similar word, a word that two
others need is shared by them.
"""

from typing import NamedTuple

import numpy as np

from align.lattice.arrays import Doubles, Floats, Longs
from align.lattice.kernel import fast, inlined

SHARPNESS = 0.08  # of the entropy: the smaller, the fewer words share a mass
RELAX = 0.25  # what a mass that goes nowhere costs, as a distance of 1 - cosine
ROUNDS = 12


class OwnFeatures(NamedTuple):
    """What is known of a word from its bead alone, here with the column of each.

    Attributes:
        best: cosine with the most similar word.
        lead: what that exceeds the second one by.
        rivalry: what the most similar other word of its own side exceeds it by, for that counterpart.
        carried: share of its mass that is transported.
        closeness: mean cosine of where it goes.
        bigram: greatest cosine of a pair of words that it belongs to with one, two or three words there.
        trigram: the same of three words.
        apart: how far from its own place, as a share of the text, its most similar word stands.
        outside: what the most similar word of the segments before and after there exceeds `best` by; where there is
            none, its cosine is -1.
    """

    best: int
    lead: int
    rivalry: int
    carried: int
    closeness: int
    bigram: int
    trigram: int
    apart: int
    outside: int


OWN_FEATURES = OwnFeatures._fields
AT = OwnFeatures(*range(len(OWN_FEATURES)))


class SideTokens(NamedTuple):
    """The words of one document, as the kernels see them.

    Attributes:
        places: int64 (k,), the row or the column of each in the matrix of cosines.
        masses: float32 (k,), the lengths of their vectors.
        products: float32 (k, 2), dot products of each with the next one and the one after it.
        starts: int64 (n + 1,), where the words of each segment start.
    """

    places: Longs
    masses: Floats
    products: Floats
    starts: Longs


class Room(NamedTuple):
    """Room for what is worked out of one bead, as long as the longest side or its matrix."""

    similar: Doubles
    plan: Doubles
    left: Doubles
    right: Doubles
    norms_left: Doubles
    norms_right: Doubles
    grams: Doubles


def fill_own(
    cosines: Floats,
    sides: tuple[SideTokens, SideTokens],
    blocks: Longs,
    starts: tuple[Longs, Longs],
    features: tuple[Doubles, Doubles],
    mates: tuple[Longs, Longs],
) -> None:
    """Fill in the features of the words of both sides of beads.

    Args:
        cosines: float32 (s, t), of distinct source with distinct target words.
        sides: the words of both documents.
        blocks: int64 (k, 4), first and end of the source segments, first and end of the target segments.
        starts: int64 (k + 1,) for each side, where the words of each bead start in the features.
        features: float64 (r, F) for each side, to be filled.
        mates: int64 (r,) for each side, to be filled with the row of the most similar word.
    """
    a, b = (int(np.diff(side).max(initial=1)) for side in starts)
    matrices, norms = (np.empty((a, b)), np.empty((a, b))), (np.empty((3, a)), np.empty((3, b)))
    room = Room(*matrices, np.empty(a), np.empty(b), *norms, np.empty((3, b)))
    _fill_own(
        cosines, sides[0], sides[1], blocks, starts[0], starts[1], room, features[0], features[1], mates[0], mates[1]
    )


@fast
def _fill_own(
    cosines: Floats,
    source: SideTokens,
    target: SideTokens,
    blocks: Longs,
    rows: Longs,
    columns: Longs,
    room: Room,
    left: Doubles,
    right: Doubles,
    left_mates: Longs,
    right_mates: Longs,
) -> None:
    """Do what `fill_own` says."""
    for k in range(blocks.shape[0]):
        i, j = source.starts[blocks[k, 0]], target.starts[blocks[k, 2]]
        a, b = rows[k + 1] - rows[k], columns[k + 1] - columns[k]
        own, other = left[rows[k] : rows[k + 1]], right[columns[k] : columns[k + 1]]
        similar = room.similar[:a, :b]
        for x in range(a):
            row = cosines[source.places[i + x]]
            for y in range(b):
                similar[x, y] = row[target.places[j + y]]
        w, v = source.masses[i : i + a], target.masses[j : j + b]
        _fill_best(similar, own, other, left_mates[rows[k] : rows[k + 1]], right_mates[columns[k] : columns[k + 1]])
        for x in range(a):
            left_mates[rows[k] + x] += columns[k]
        for y in range(b):
            right_mates[columns[k] + y] += rows[k]
        _transport(similar, w, v, room, own, other)
        _fill_norms(w, source.products[i : i + a], room.norms_left)
        _fill_norms(v, target.products[j : j + b], room.norms_right)
        _fill_grams(similar, w, v, room, own, other)
        _fill_outside(cosines, source, target, i, a, blocks[k, 2], blocks[k, 3], own, True)
        _fill_outside(cosines, target, source, j, b, blocks[k, 0], blocks[k, 1], other, False)


@inlined
def _fill_outside(
    cosines: Floats,
    own: SideTokens,
    other: SideTokens,
    first: int,
    count: int,
    low: int,
    high: int,
    features: Doubles,
    of_source: bool,
) -> None:
    """Fill in how much better a word fits the segments before and after the other side of its bead."""
    before, end = other.starts[max(0, low - 1)], other.starts[low]
    start, after = other.starts[high], other.starts[min(other.starts.shape[0] - 1, high + 1)]
    for x in range(count):
        place, best = own.places[first + x], np.float32(-1.0)
        for y in range(before, end):
            there = other.places[y]
            best = max(best, cosines[place, there] if of_source else cosines[there, place])
        for y in range(start, after):
            there = other.places[y]
            best = max(best, cosines[place, there] if of_source else cosines[there, place])
        features[x, AT.outside] = best - features[x, AT.best]


@inlined
def _fill_best(similar: Doubles, left: Doubles, right: Doubles, left_mates: Longs, right_mates: Longs) -> None:
    """Fill in what is known from the most similar words."""
    a, b = similar.shape
    for of_source in range(2):
        own, other = (a, b) if of_source else (b, a)
        features, mates = (left, left_mates) if of_source else (right, right_mates)
        for x in range(own):
            best, second, place = -1.0, -1.0, 0
            for y in range(other):
                value = similar[x, y] if of_source else similar[y, x]
                if value > best:
                    best, second, place = value, best, y
                elif value > second:
                    second = value
            rival = -1.0
            for z in range(own):
                if z != x:
                    value = similar[z, place] if of_source else similar[place, z]
                    rival = max(rival, value)
            features[x, AT.best], mates[x] = best, place
            features[x, AT.lead] = best - second if other > 1 else best
            features[x, AT.rivalry] = rival - best if own > 1 else -1.0
            features[x, AT.apart] = abs((x + 0.5) / own - (place + 0.5) / other)


@inlined
def _transport(similar: Doubles, w: Floats, v: Floats, room: Room, left: Doubles, right: Doubles) -> None:
    """Fill in what is transported."""
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


@inlined
def _fill_norms(w: Floats, products: Floats, norms: Doubles) -> None:
    """Fill in one by the length of one, two and three words together that begin at each; 0 where there are too few."""
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
def _fill_grams(similar: Doubles, w: Floats, v: Floats, room: Room, left: Doubles, right: Doubles) -> None:
    """Fill in the greatest cosines of two and of three words together: first of those that begin at each word."""
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
