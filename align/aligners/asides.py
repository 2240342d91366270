"""Which lines outside the article correspond: to one another, or to article text of the other side.

In every gap of an alignment the sentences that have no counterpart are held against each other, if one of the two at
least is aside. From the nearest pair on each is taken that crosses none before it.
"""

from bisect import bisect
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from align.aligners.gaps import Gap, find_gaps
from align.aligners.places import TAKES_PART
from align.bitext import EVEN, Alignment, Bead, Document, Span
from align.encoding import Encoder, load_encoder
from align.lattice.arrays import Floats
from align.sentences.split import split_sentences

# Cosine: among ten random sentences of the news 2 in 100 find one as near, of translations 84 (Arabic) to 98 % are.
NEAR = 0.35
# The same of a line that is in the article on the other side, where the aligner has the last word: 11, and 96 to 99 %.
PERHAPS = 0.25
_SLACK = 0.1  # by which the nearest one of either may be nearer
_PLACES = 4
_NOTHING = np.float32(1e-9)
_MOST = 150  # sentences of a gap on one side; of more, which are lists of links, none is looked at


@dataclass(frozen=True, slots=True)
class Match:
    """A source and a target segment that correspond, one of them at least aside, and the cosine of their sentences."""

    source: int
    target: int
    cosine: float


def match_asides(alignment: Alignment, encoder: Encoder | None = None) -> tuple[Match, ...]:
    """Return the matches, which do not cross within a gap; a segment of several sentences may be in several.

    Args:
        alignment: of which only the gaps are looked at, each of which ends at the beads of an even chance or more.
        encoder: what gives the vectors; the embedded one for None.
    """
    sides = [
        (_sentences(alignment.source, gap.source), _sentences(alignment.target, gap.target))
        for gap in find_gaps(alignment, least=EVEN)
    ]
    sides = [(ours, theirs) for ours, theirs in sides if max(len(ours), len(theirs)) <= _MOST]
    if not sides:
        return ()
    vectors = (encoder or load_encoder()).encode([text for pair in sides for side in pair for _, text in side])
    found: list[Match] = []
    start = 0
    for ours, theirs in sides:
        middle, stop = start + len(ours), start + len(ours) + len(theirs)
        cosines = _unit(vectors[start:middle]) @ _unit(vectors[middle:stop]).T
        taking_part = (
            [_takes_part(alignment.source, number) for number, _ in ours],
            [_takes_part(alignment.target, number) for number, _ in theirs],
        )
        cosines[np.logical_and.outer(*taking_part)] = 0.0  # the aligner has said no to these
        found += [Match(ours[i][0], theirs[j][0], cosine) for i, j, cosine in _nearest_first(cosines)]
        start = stop
    return tuple(found)


def join_asides(alignment: Alignment, matches: Iterable[Match]) -> tuple[Bead, ...]:
    """Return the beads of an alignment with one bead, instead of two null beads, for lines aside that correspond.

    Args:
        alignment: whose beads they are.
        matches: as `match_asides` finds them; one beyond a bead with two sides, however doubtful, is left out.
    """
    pairs: dict[int, Match] = {}
    taken: set[int] = set()
    for match in matches:
        aside = not (_takes_part(alignment.source, match.source) or _takes_part(alignment.target, match.target))
        if aside and match.cosine >= NEAR and match.source not in pairs and match.target not in taken:
            pairs[match.source] = match
            taken.add(match.target)
    if not pairs:
        return alignment.beads
    beads: list[Bead] = []
    done = 0
    for gap in find_gaps(alignment, least=0.0):
        beads += alignment.beads[done : gap.beads.start]
        beads += _joined(alignment, gap, pairs)
        done = gap.beads.stop
    return (*beads, *alignment.beads[done:])


def _joined(alignment: Alignment, gap: Gap, pairs: Mapping[int, Match]) -> Iterator[Bead]:
    """Yield the null beads of a gap, those of a pair as one; else sources stand before targets, as everywhere."""
    nulls = alignment.beads[gap.beads.start : gap.beads.stop]
    targets = deque(bead for bead in nulls if bead.target)
    j = gap.target.start
    for bead in (bead for bead in nulls if bead.source):
        match = pairs.get(bead.source.start)
        if match is None or not gap.target.start <= match.target < gap.target.stop:
            yield replace(bead, target=Span(j, j))
            continue
        i = bead.source.start
        while targets[0].target.start < match.target:
            yield replace(targets.popleft(), source=Span(i, i))
        j = targets.popleft().target.stop
        yield Bead(bead.source, Span(j - 1, j), match.cosine, min(1.0, match.cosine))
    i = gap.source.stop
    yield from (replace(bead, source=Span(i, i)) for bead in targets)


def _sentences(document: Document, span: Span) -> list[tuple[int, str]]:
    """Return the sentences of some segments with the numbers of these: a segment that is aside may have several."""
    found: list[tuple[int, str]] = []
    for number in range(span.start, span.stop):
        text = document.segments[number].text
        if _takes_part(document, number):
            found.append((number, text))
        else:
            spans = split_sentences(text, document.language)
            found += [(number, text[sentence.start : sentence.stop]) for sentence in spans]
    return found


def _nearest_first(cosines: Floats) -> list[tuple[int, int, float]]:
    """Return pairs that do not cross, rising, each with its cosine; the nearest were chosen first."""
    cosines = cosines.round(_PLACES)  # so that another processor chooses the same
    best = np.minimum(cosines.max(axis=1)[:, None], cosines.max(axis=0))
    near = (cosines >= PERHAPS) & (cosines >= best - _SLACK)
    rows, columns = np.nonzero(near)
    order = np.lexsort((np.abs(rows - columns), -cosines[rows, columns]))
    chosen: list[tuple[int, int, float]] = []
    for i, j in zip(rows[order].tolist(), columns[order].tolist(), strict=True):
        place = bisect(chosen, (i, j))
        after_last = not place or (chosen[place - 1][0] < i and chosen[place - 1][1] < j)
        before_next = place == len(chosen) or (i < chosen[place][0] and j < chosen[place][1])
        if after_last and before_next:
            chosen.insert(place, (i, j, float(cosines[i, j])))
    return chosen


def _unit(vectors: Floats) -> Floats:
    """Return vectors of length one; that of nothing stays zero."""
    unit: Floats = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), _NOTHING)
    return unit


def _takes_part(document: Document, number: int) -> bool:
    return document.segments[number].role in TAKES_PART
