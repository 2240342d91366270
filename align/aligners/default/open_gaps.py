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
from align.lattice.arrays import Longs


def open_gaps(
    evidence: Evidence, steps: Steps, moved: Longs, documents: tuple[Document, Document], side: int
) -> Iterator[list[int]]:
    """Yield the places of each open gap of a side: its first edge, what stands in it, its other edge.

    Args:
        evidence: of the pair.
        steps: the path.
        moved: int64 (k, 4), where what moved begins and ends on both sides.
        documents: whose segments the places are.
        side: 0 for the source, 1 for the target.
    """
    document, places = documents[side], evidence.sides[side].places
    segments = document.segments
    own, other = steps.shapes[:, side], steps.shapes[:, 1 - side]
    if len(segments) < 3:
        return
    nulls = np.repeat(other == 0, own)
    nulls[places_in(moved[:, 2 * side : 2 * side + 2])] = False
    null = nulls.tolist()
    crowded = np.repeat((own > 1) | ((other > 0) & (steps.probabilities < EVEN)), own).tolist()
    body = [k for k, number in enumerate(places) if segments[number].role is Role.BODY]
    last = -1
    for k, (first, second) in enumerate(pairwise(body)):
        if first < last:
            continue
        doubtful = null[first] or null[second] or crowded[first] or crowded[second]
        if not doubtful and places[second] == places[first] + 1:
            continue
        finished = _is_finished(segments[places[first]].text)
        if finished and not doubtful:
            continue
        between = {segments[number].role for number in range(places[first] + 1, places[second])}
        last = -1 if finished else _goal(document, places, null, crowded, body[k : k + _FARTHEST + 1])
        if last < 0 and between and not between & _HEADS:
            last = second
        if last > first:
            yield list(range(first, last + 1))


_FARTHEST = 6  # segments from one edge of a gap to the other, at most, where article text is among them
_HEADS = frozenset({Role.HEADLINE, Role.HEADING})  # no sentence goes on behind one
_OPEN = ":"  # what ends so is no half of a sentence, though no stop ends it


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
