"""What speaks for a candidate bead: features of two blocks of segments, weighed into one score.

All functions are compiled by numba and see arrays only. The vectors of an encoder of sums are linear, so the dot
product of any two blocks is a box sum over those of single segments and its cosine costs a few look-ups; no overlap is
ever encoded.

The arrays are told in `align.lattice.arrays`; [i, a] stands for the a segments that end at place i.
"""

from typing import NamedTuple

from align.lattice.arrays import Doubles, Lattice
from align.lattice.kernel import inlined

SIDE = 9  # segments on one side of a bead at most
# Segments on the other side, at most, of a bead with so many on one: 8 on both sides together, but 1-9 and 5-5, too.
MOST = (0, 9, 6, 5, 5, 5, 2, 1, 1, 1)
# Columns of sums over so many rows that the features of such beads look at: with a segment more or less on one side.
_LOOKED_AT = (0, 10, 9, 6, 6, 6, 5, 2, 2, 2, 1)
USUAL_SIZE = 80.0  # bytes of a sentence
NEIGHBOURS = 4  # in the hubness of a segment, as in Artetxe and Schwenk 2019, doi:10.18653/v1/P19-1309

# Knots, where the weight of a feature may change. Those of the cosine part what chance, loose paraphrase and close
# translation reach; good pairs have a relative cosine of about 1, so that half of it is little and more is no better.
LOOSE, FAIR, CLOSE = 0.3, 0.5, 0.7
HALF_LEVEL, MOST_RELATIVE = 0.5, 1.2
IDLE = 0.08  # of the cosine, what a member of a bead is useful from
WORST_GAIN, WORST_LOSS = -0.5, 1.0  # of the cosine, where nothing can be taken in or left out
_MOST_SQUARE = 4.0  # of a log ratio: beyond e to the 2nd, a length is wrong and not more wrong


class BeadFeatures(NamedTuple):
    """The features of a candidate bead by name, here with the column of each; blocks are those of its two sides.

    Attributes:
        bead: 1.
        cosine: of the blocks, so that chance is 0 and equality 1.
        cosine_above_30: what that exceeds .3 by.
        cosine_above_50: the same with .5.
        cosine_above_70: the same with .7.
        relative: the cosine above the floor, in levels, 1.2 at most.
        relative_below_50: what that falls short of .5 by.
        margin: the cosine less the mean of the blocks' hubs.
        neighbours: how close each block is to what lies just outside of the other, in the mean, above the floor.
        extension: what the cosine gains by taking in the best of these.
        contraction: what it loses without the least needed segment at an edge; 0 of 1-1.
        idle_member: what that falls short of .08 by; 0 of 1-1.
        length: absolute logarithm of the ratio of the sizes.
        length_squared: its square, 4 at most.
        compound: 1 of all but 1-1.
        one_three: 1 of 1-3 and 3-1.
        two_two: 1 of 2-2.
        other_shape: 1 of more than four segments.
        extra_segments: how many there are beyond 1-1.
    """

    bead: int
    cosine: int
    cosine_above_30: int
    cosine_above_50: int
    cosine_above_70: int
    relative: int
    relative_below_50: int
    margin: int
    neighbours: int
    extension: int
    contraction: int
    idle_member: int
    length: int
    length_squared: int
    compound: int
    one_three: int
    two_two: int
    other_shape: int
    extra_segments: int


FEATURES = BeadFeatures._fields
AT = BeadFeatures(*range(len(FEATURES)))


@inlined
def fill_boxes(lattice: Lattice, i: int, j: int, boxes: Doubles) -> None:
    """Put the sum of products over the a rows before i and the b columns before j into boxes[a, b], as far as needed.

    Args:
        lattice: has the products; those outside of its band count as 0.
        i: source place, 0 to n.
        j: target place, 0 to m.
        boxes: float64 (SIDE + 2, SIDE + 2) to write to, zeros in the first row; rows beyond i are left as they are.
    """
    values, rows, first, end = lattice.products
    sides = boxes.shape[0]
    for a in range(1, min(sides, i + 1)):
        row = i - a
        place = rows[row] + j
        total, most = 0.0, _LOOKED_AT[a]
        if j - most >= first[row] and j <= end[row]:
            for b in range(1, most + 1):
                total += values[place - b]
                boxes[a, b] = boxes[a - 1, b] + total
        else:
            for b in range(1, most + 1):
                if first[row] <= j - b < end[row]:
                    total += values[place - b]
                boxes[a, b] = boxes[a - 1, b] + total


@inlined
def fill_around(lattice: Lattice, i: int, j: int, boxes: Doubles, right: Doubles, below: Doubles) -> None:
    """Fill `boxes`; put the sums with what lies just behind cell (i, j) into right[a] and below[b].

    Args:
        lattice: has the products.
        i: source place, 0 to n.
        j: target place, 0 to m.
        boxes: as in `fill_boxes`.
        right: float64 (SIDE + 1,) to write to, 0 at first: of the a source segments before i with target segment j.
        below: the same of the b target segments before j with source segment i.
    """
    n, m = lattice.source.units.shape[0] - 1, lattice.target.units.shape[0] - 1
    fill_boxes(lattice, i, j, boxes)
    for k in range(1, SIDE + 1):
        right[k] = right[k - 1] + (dot(lattice, i - k, j) if k <= i and j < m else 0.0)
        below[k] = below[k - 1] + (dot(lattice, i, j - k) if k <= j and i < n else 0.0)


@inlined
def dot(lattice: Lattice, i: int, j: int) -> float:
    """Return the product of source segment i and target segment j, 0 outside of the band.

    Args:
        lattice: has the products.
        i: source segment, 0 to n - 1.
        j: target segment; any number may be asked for.
    """
    products = lattice.products
    if products.first[i] <= j < products.end[i]:
        return float(products.values[products.rows[i] + j])
    return 0.0


@inlined
def bead_features(
    lattice: Lattice, i: int, j: int, a: int, b: int, boxes: Doubles, right: Doubles, below: Doubles, phi: Doubles
) -> None:
    """Put the features of the bead of the a source segments before i and the b target segments before j into phi.

    Args:
        lattice: of n source and m target segments.
        i: source place where the bead ends, a to n.
        j: target place, b to m.
        a: source segments, 1 to SIDE.
        b: target segments, 1 to SIDE.
        boxes: what `fill_around` has put there for this cell.
        right: likewise.
        below: likewise.
        phi: float64 (F,) to write to, in the order of `FEATURES`.
    """
    n, m = lattice.source.units.shape[0] - 1, lattice.target.units.shape[0] - 1
    s, t = lattice.source.units, lattice.target.units
    s_unit, t_unit = float(s[i, a]), float(t[j, b])
    box = boxes[a, b]
    x = box * s_unit * t_unit
    floor = lattice.floor
    x_rel = (x - floor) / (1.0 - floor)
    # How much a block resembles what lies just outside the other, and whether taking that in would be better.
    near, count, best = 0.0, 0, x + WORST_GAIN
    if j - b - 1 >= 0:
        near += (boxes[a, b + 1] - box) * s_unit * t[j - b, 1]
        count += 1
        best = max(best, boxes[a, b + 1] * s_unit * t[j, b + 1])
    if j < m:
        near += right[a] * s_unit * t[j + 1, 1]
        count += 1
        best = max(best, (box + right[a]) * s_unit * t[j + 1, b + 1])
    if i - a - 1 >= 0:
        near += (boxes[a + 1, b] - box) * t_unit * s[i - a, 1]
        count += 1
        best = max(best, boxes[a + 1, b] * s[i, a + 1] * t_unit)
    if i < n:
        near += below[b] * t_unit * s[i + 1, 1]
        count += 1
        best = max(best, (box + below[b]) * s[i + 1, a + 1] * t_unit)
    near = near / count if count else floor
    # What the least needed segment at an edge of the bead adds to it.
    compound = a + b > 2
    least = WORST_LOSS if compound else 0.0
    if a > 1:
        least = min(least, x - boxes[a - 1, b] * s[i, a - 1] * t_unit)
        least = min(least, x - (box - boxes[1, b]) * s[i - 1, a - 1] * t_unit)
    if b > 1:
        least = min(least, x - boxes[a, b - 1] * s_unit * t[j, b - 1])
        least = min(least, x - (box - boxes[a, 1]) * s_unit * t[j - 1, b - 1])
    hub = lattice.source.hubs[i, a] + lattice.target.hubs[j, b]
    ratio = float(lattice.target.logs[j, b]) - lattice.source.logs[i, a]
    relative = (x - floor) / lattice.level
    low, high = min(a, b), max(a, b)
    phi[AT.bead] = 1.0
    phi[AT.cosine] = x_rel
    phi[AT.cosine_above_30] = max(0.0, x_rel - LOOSE)
    phi[AT.cosine_above_50] = max(0.0, x_rel - FAIR)
    phi[AT.cosine_above_70] = max(0.0, x_rel - CLOSE)
    phi[AT.relative] = min(relative, MOST_RELATIVE)
    phi[AT.relative_below_50] = max(0.0, HALF_LEVEL - relative)
    phi[AT.margin] = x - 0.5 * hub  # that is, the mean of both sides
    phi[AT.neighbours] = near - floor
    phi[AT.extension] = best - x
    phi[AT.contraction] = least
    phi[AT.idle_member] = max(0.0, IDLE - least) if compound else 0.0
    phi[AT.length] = abs(ratio)
    phi[AT.length_squared] = min(ratio * ratio, _MOST_SQUARE)
    phi[AT.compound] = 1.0 if compound else 0.0
    phi[AT.one_three] = 1.0 if low == 1 and high == 3 else 0.0
    phi[AT.two_two] = 1.0 if low == 2 and high == 2 else 0.0
    phi[AT.other_shape] = 1.0 if low + high > 4 else 0.0
    phi[AT.extra_segments] = a + b - 2.0
