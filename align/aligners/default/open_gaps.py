"""Where a bead may go on behind something, and so its places are aligned once more.

A gap is open where something aside stands between article text, and the path holds one of its edges to be null, has put
it in a bead with a neighbour, or a sentence has begun before it; and where a sentence goes on in small letters behind
what the path leaves null.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from align.aligners.default.evidence import Evidence
from align.aligners.default.moves import places_in
from align.aligners.default.steps import Steps
from align.bitext import EVEN, Document, Role
from align.furniture.shapes import ends_sentence
from align.lattice.arrays import Doubles, Flags, Ints, Longs
from align.lattice.kernel import exact

_FARTHEST = 6  # segments from one edge of a gap to the other, at most, where article text is among them
_HEADS = frozenset({Role.HEADLINE, Role.HEADING})  # no sentence goes on behind one
_OPEN = ":"  # what ends so is no half of a sentence, though no stop ends it


def find_open_gaps(
    evidence: Evidence, steps: Steps, moved: Longs, documents: tuple[Document, Document]
) -> list[list[list[int]]]:
    """Return the places of each open gap of both sides: its first edge, what stands in it, its other edge.

    Args:
        evidence: of the pair.
        steps: the path.
        moved: int64 (k, 4), where what moved begins and ends on both sides.
        documents: whose segments the places are.
    """
    flags = [np.zeros((2, len(side.places)), dtype=np.bool_) for side in evidence.sides]
    is_doubtful = _fill_flags(steps.shapes, steps.probabilities, EVEN, flags[0], flags[1])
    gaps: list[list[list[int]]] = []
    for side in (0, 1):
        places, segments = evidence.sides[side].places, documents[side].segments
        has_aside = len(places) > 0 and places[-1] - places[0] >= len(places)
        if len(segments) < 3 or not (is_doubtful or has_aside):
            gaps.append([])
            continue
        if len(moved):
            flags[side][0, places_in(moved[:, 2 * side : 2 * side + 2])] = False
        null, crowded = flags[side].tolist()
        gaps.append(list(_open_gaps(documents[side], places, null, crowded)))
    return gaps


def _open_gaps(
    document: Document, places: Sequence[int], null: Sequence[bool], crowded: Sequence[bool]
) -> Iterator[list[int]]:
    segments = document.segments
    body = [k for k, number in enumerate(places) if segments[number].role is Role.BODY]
    last = -1
    for k, (first, second) in enumerate(pairwise(body)):
        if first < last:
            continue
        doubtful = null[first] or null[second] or crowded[first] or crowded[second]
        number, following = places[first], places[second]
        if not doubtful and following == number + 1:
            continue
        finished = _is_finished(segments[number].text)
        if finished and not doubtful:
            continue
        last = -1 if finished else _goal(document, places, null, crowded, body[k : k + _FARTHEST + 1])
        if last < 0 and following > number + 1 and not {it.role for it in segments[number + 1 : following]} & _HEADS:
            last = second
        if last > first:
            yield list(range(first, last + 1))


@exact
def _fill_flags(shapes: Ints, probabilities: Doubles, least: float, source: Flags, target: Flags) -> bool:
    """Fill in which places of both sides are null, and which in a bead with a neighbour; return whether any are.

    Args:
        shapes: int32 (k, 2), of the steps of the path.
        probabilities: float64 (k,), of the steps.
        least: probability below which a bead counts as one with neighbours.
        source: bool (2, n), false.
        target: bool (2, m), false.
    """
    i = j = 0
    found = False
    for step in range(shapes.shape[0]):
        a, b = shapes[step, 0], shapes[step, 1]
        doubtful = a > 0 and b > 0 and probabilities[step] < least
        for place in range(i, i + a):
            source[0, place], source[1, place] = b == 0, a > 1 or doubtful
        for place in range(j, j + b):
            target[0, place], target[1, place] = a == 0, b > 1 or doubtful
        found = found or a != 1 or b != 1 or doubtful
        i, j = i + a, j + b
    return found


def _goal(
    document: Document, places: Sequence[int], null: Sequence[bool], crowded: Sequence[bool], body: Sequence[int]
) -> int:
    """Return the place in small letters where a sentence that has begun goes on behind article text; -1 for none.

    What it goes on behind is null, or sentences in a bead with both of its edges.

    Args:
        document: whose segments the places are.
        places: the number of the segment of each.
        null: which of them the path leaves null.
        crowded: which of them are in a bead with a neighbour.
        body: the places that are article text, from that in which the sentence begins, as far as is looked.
    """
    first, finished = body[0], False
    for place in body[1:]:
        numbers = range(places[first] + 1, places[place])
        if len(numbers) >= _FARTHEST or any(document.segments[number].role in _HEADS for number in numbers):
            break
        text = document.segments[places[place]].text
        if _is_small(text):
            return place if numbers and (finished or all(null[first + 1 : place])) else -1
        finished = finished or _is_finished(text)
        if not (null[place] or crowded[place]):
            break
    return -1


def _is_finished(text: str) -> bool:
    return text.endswith(_OPEN) or ends_sentence(text)


def _is_small(text: str) -> bool:
    """Tell whether the first letter of a text is a small one, and no digit is before it."""
    return next(filter(str.isalnum, text), "A").islower()
