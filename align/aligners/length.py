"""Gale and Church: beads from the lengths of the sentences alone (1993, Computational Linguistics 19(1), J93-1004).

The number of characters of a translation is taken to be normal around that of its source: the difference grows with the
root of the length. Each shape of bead has a prior. The words are never looked at, so this is the floor that any other
aligner must beat, and it is lost where sentences are missing.

1. The ratio of characters is that of the two documents in all; the other numbers are those of the paper.
2. Cells (i, j) are visited by anti-diagonals i + j, whole diagonals at a time, within a band around the straight line.
3. The weights, taken for probabilities, also give a posterior by the forward-backward algorithm. It is rough: the model
   is surer of itself than it is right.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np

from align.aligners.places import find_places, find_reach, spread_beads
from align.bitext import Alignment, Bead, Document, Span
from align.documents import SEGMENTER
from align.encoding import Encoder
from align.errors import OptionError
from align.lattice.arrays import Bytes, Doubles, Longs

NAME = "length-1"
# Shapes and the logarithms of their share relative to 1-1 (table 5 of the paper).
SHAPES = ((1, 1), (1, 0), (0, 1), (2, 1), (1, 2), (2, 2))
PRIORS = tuple(math.log(share / 0.89) for share in (0.89, 0.0099, 0.0099, 0.089, 0.089, 0.011))
VARIANCE = 6.8  # of the difference, per character (of the paper)
HALF_BAND = 600  # source segments on either side of the straight line that are searched
_SIDE = 2  # segments on one side of a bead at most
_FARTHEST = 35.0  # standard deviations; beyond, erfc is zero in double precision


@dataclass(frozen=True, slots=True)
class Side:
    """The places of one document: float64 (n + 1,) running sums of characters, int64 (n + 1,) reach."""

    sums: Doubles
    reach: Longs

    def __len__(self) -> int:
        """Return the number of places."""
        return len(self.sums) - 1


@dataclass(frozen=True, slots=True)
class Table:
    """A value for each cell: row d, column i - low[d] + 2 of `values` is the cell (i, d - i).

    `values` is float64 (n + m + 1, w + 4), minus infinity outside the band and in two columns at either end; `steps` is
    int8 (n + m + 1, w), the best shape.
    """

    values: Doubles
    steps: Bytes
    low: Longs

    def at(self, i: int, j: int) -> float:
        """Return the value of a cell.

        Args:
            i: source segments behind the cell.
            j: target segments behind it.
        """
        column = i - int(self.low[i + j])
        inside = 0 <= column < self.steps.shape[1]
        return float(self.values[i + j, column + _SIDE]) if inside else -math.inf


def align(source: Document, target: Document, encoder: Encoder | None = None) -> Alignment:
    """Return the alignment of two documents by the lengths of their segments.

    Args:
        source: a document with article text, in any language.
        target: the same.
        encoder: None; lengths need no vectors.

    Raises:
        OptionError: for an encoder, which would change nothing.
    """
    if encoder is not None:
        raise OptionError(f"expected no encoder for the aligner by length, found {encoder.signature}; leave it out")
    beads = spread_beads(align_lengths(_side(source), _side(target)), source, target)
    return Alignment(source, target, tuple(beads), f"aligner {NAME}, segmenter {SEGMENTER}")


def align_lengths(source: Side, target: Side) -> Iterator[Bead]:
    """Yield the beads of the best path over the places of two sides.

    Args:
        source: the places of the source: running sums of their lengths in characters, and how far back a bead may
            reach.
        target: the same of the target.
    """
    best = _fill(source, target, summed=False)
    forward = _fill(source, target, summed=True)
    backward = _fill(_reversed(source), _reversed(target), summed=True)
    ratio = _ratio(source, target)
    for i, j, number in _path(best, len(source), len(target)):
        a, b = SHAPES[number]
        score = float(_weights(source, target, np.array([i]), np.array([j]), number, ratio)[0])
        ends = _places_of_null(source, target, i, j, number)
        logs = _weights(source, target, *ends, number, ratio)
        logs = logs + _values(forward, ends[0] - a, ends[1] - b)
        logs = logs + _values(backward, len(source) - ends[0], len(target) - ends[1])
        total = forward.at(len(source), len(target))
        probability = float(np.exp(np.logaddexp.reduce(logs) - total))
        yield Bead(Span(i - a, i), Span(j - b, j), score, min(1.0, max(0.0, probability)))


def _side(document: Document) -> Side:
    """Return the places of a document."""
    places = find_places(document)
    sizes = [len(document.segments[number].text) for number in places]
    reach = find_reach(document, places, longest=_SIDE)
    return Side(np.cumsum([0.0, *sizes]), np.array(reach, dtype=np.int64))


def _reversed(side: Side) -> Side:
    """Return a side from its end to its beginning."""
    joined = side.reach[1:] > 1  # of each place, whether a bead may join it to the one before
    reach = np.ones(len(side.reach), dtype=np.int64)
    reach[0] = 0
    reach[2:] += joined[:0:-1]
    return Side(side.sums[-1] - side.sums[::-1], reach)


def _ratio(source: Side, target: Side) -> float:
    """Return how many characters of the target there are for one of the source."""
    return float(max(1.0, target.sums[-1]) / max(1.0, source.sums[-1]))


def _fill(source: Side, target: Side, *, summed: bool) -> Table:
    """Return the weight of the best path to each cell or, when `summed`, of all paths (logarithms)."""
    n, m = len(source), len(target)
    ratio = _ratio(source, target)
    width = min(n, 2 * HALF_BAND) + 1
    line = np.rint(np.arange(n + m + 1) * (n / max(1, n + m))).astype(np.int64)
    low = np.clip(line - HALF_BAND, 0, n + 1 - width)
    values = np.full((n + m + 1, width + 2 * _SIDE), -np.inf)
    steps = np.zeros((n + m + 1, width), dtype=np.int8)
    values[0, _SIDE - low[0]] = 0.0
    for d in range(1, n + m + 1):
        i = low[d] + np.arange(width)
        choices = np.full((len(SHAPES), width), -np.inf)
        for number, (a, b) in enumerate(SHAPES):
            if d >= a + b:
                first = int(low[d] - a - low[d - a - b]) + _SIDE
                choices[number] = values[d - a - b, first : first + width]
                choices[number] += _weights(source, target, i, d - i, number, ratio)
        choices[:, (i > d) | (d - i > m)] = -np.inf
        steps[d] = choices.argmax(axis=0)
        values[d, _SIDE : _SIDE + width] = np.logaddexp.reduce(choices, axis=0) if summed else choices.max(axis=0)
    return Table(values, steps, low)


def _weights(source: Side, target: Side, i: Longs, j: Longs, number: int, ratio: float) -> Doubles:
    """Return the logarithmic weights of the beads of one shape that end at (i, j); minus infinity out of reach."""
    a, b = SHAPES[number]
    i, j = np.clip(i, 0, len(source)), np.clip(j, 0, len(target))
    allowed = (source.reach[i] >= a) & (target.reach[j] >= b)
    first = source.sums[i] - source.sums[np.maximum(i - a, 0)]
    second = target.sums[j] - target.sums[np.maximum(j - b, 0)]
    mean = np.maximum((first + second / ratio) / 2.0, 1.0)
    deviation = np.abs(first * ratio - second) / np.sqrt(VARIANCE * mean)
    grid, tails = _tails()
    weights: Doubles = np.where(allowed, np.interp(deviation, grid, tails) + PRIORS[number], -np.inf)
    return weights


@cache
def _tails() -> tuple[Doubles, Doubles]:
    """Return deviations and the logarithm of the chance of one as large, on either side."""
    grid = np.linspace(0.0, _FARTHEST, 3501)
    return grid, np.array([math.log(math.erfc(value / math.sqrt(2.0))) for value in grid])


def _path(best: Table, n: int, m: int) -> list[tuple[int, int, int]]:
    """Return the end of each bead of the best path and the number of its shape, in order."""
    path = []
    i, j = n, m
    while i or j:
        number = int(best.steps[i + j, i - int(best.low[i + j])])
        path.append((i, j, number))
        i, j = i - SHAPES[number][0], j - SHAPES[number][1]
    return path[::-1]


def _places_of_null(source: Side, target: Side, i: int, j: int, number: int) -> tuple[Longs, Longs]:
    """Return where the bead may end: anywhere on the other side for a null bead, whose place says little."""
    a, b = SHAPES[number]
    if a and b:
        return np.array([i]), np.array([j])
    if a:
        every = np.arange(len(target) + 1)
        return np.full(len(every), i), every
    every = np.arange(len(source) + 1)
    return every, np.full(len(every), j)


def _values(table: Table, i: Longs, j: Longs) -> Doubles:
    """Return the values of cells."""
    d = i + j
    column = i - table.low[d]
    inside = (column >= 0) & (column < table.steps.shape[1])
    values: Doubles = np.where(inside, table.values[d, np.where(inside, column, 0) + _SIDE], -np.inf)
    return values
