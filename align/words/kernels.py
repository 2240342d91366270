"""What the words of one bead say of each other, worked out from their similarities alone."""

from typing import NamedTuple

import numpy as np

from align.lattice.arrays import Doubles, Floats, Ints, Longs
from align.lattice.kernel import exact, fast, inlined
from align.words.columns import AT
from align.words.grams import fill_grams, fill_norms
from align.words.transport import Room, transport


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


def make_room(starts: tuple[Longs, Longs]) -> Room:
    """Return room for beads whose words start here, int64 (k + 1,) for each side."""
    a, b = (int(np.diff(side).max(initial=1)) for side in starts)
    matrices, norms = (np.empty((a, b)), np.empty((a, b))), (np.empty((3, a)), np.empty((3, b)))
    return Room(*matrices, np.empty(a), np.empty(b), *norms, np.empty((3, b)))


@exact
def number_forms(forms: Ints, first: int, end: int, slots: Longs, places: Longs, distinct: Ints) -> int:
    """Find the distinct forms of some words, in their order, and return how many there are.

    Args:
        forms: int32 (k,), of all words of a document.
        first: the first of these words.
        end: their end.
        slots: int64 (t,), -1 for every form of the pair, before and after.
        places: int64 (k,), to be filled for each of the words with the place of its form among the distinct ones.
        distinct: int32 (k,), to be filled with the distinct forms.
    """
    count = 0
    for x in range(first, end):
        if slots[forms[x]] < 0:
            slots[forms[x]], distinct[count] = 0, forms[x]
            count += 1
    _sort(distinct, count)
    for x in range(count):
        slots[distinct[x]] = x
    for x in range(first, end):
        places[x] = slots[forms[x]]
    for x in range(count):
        slots[distinct[x]] = -1
    return count


@inlined
def _sort(values: Ints, count: int) -> None:
    """Sort the first values, by Shell's method."""
    gap = count // 2
    while gap > 0:
        for x in range(gap, count):
            value, y = values[x], x
            while y >= gap and values[y - gap] > value:
                values[y] = values[y - gap]
                y -= gap
            values[y] = value
        gap //= 2


@fast
def fill_own(
    cosines: Floats,
    source: SideTokens,
    target: SideTokens,
    blocks: Longs,
    first: int,
    end: int,
    rows: Longs,
    columns: Longs,
    room: Room,
    left: Doubles,
    right: Doubles,
    left_mates: Longs,
    right_mates: Longs,
) -> None:
    """Fill in the features of the words of both sides of some beads.

    Args:
        cosines: float32 (s, t), of distinct source with distinct target words.
        source: the words of one document.
        target: those of the other.
        blocks: int64 (k, 4), first and end of the source segments, first and end of the target segments.
        first: the first of these beads.
        end: their end.
        rows: int64 (k + 1,), where the source words of each bead start in the features.
        columns: the same of the target.
        room: for the largest of all beads.
        left: float64 (r, F), features of the source words, to be filled.
        right: the same of the target.
        left_mates: int64 (r,), to be filled with the row of the most similar word of the other side.
        right_mates: the same of the target.
    """
    for k in range(first, end):
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
        transport(similar, w, v, room, own, other)
        fill_norms(w, source.products[i : i + a], room.norms_left)
        fill_norms(v, target.products[j : j + b], room.norms_right)
        fill_grams(similar, w, v, room, own, other)
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
