"""Why two sides stand together: how close they are, how long, which numbers and names both have; and the runner-up.

This is worked out from the texts when a person looks at a bead, whoever made the alignment.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import regex

from align.bitext import Alignment, Bead, Document, Span

_REACH = 6  # segments on either side of a bead among which the runner-up is looked for
_NUMBER = regex.compile(r"\d[\d.,٫٬\u00a0\u202f']{0,20}\d|\d")
_NAME = regex.compile(r"\p{Lu}[\p{L}\p{M}\-’']{1,40}")
Cosines = Callable[[str, tuple[str, ...]], tuple[float, ...]]
_TRUSTED = 3  # beads, at least, before the length that is usual here says anything


@dataclass(frozen=True, slots=True)
class Rival:
    """A counterpart that was not taken: segments of the other side, and how close they are (cosine, -1 to 1)."""

    side: str
    segments: Span
    cosine: float


@dataclass(frozen=True, slots=True)
class Why:
    """What speaks for a bead.

    Attributes:
        cosine: of its two sides, -1 to 1; None where one is empty.
        lengths: characters of both sides.
        usual: characters of the target for one of the source, as is usual here; 0 if unknown.
        numbers: those of both sides, of the source only, of the target only.
        names: the same for words with a capital, spelled alike.
        rival: what came closest beside it.
    """

    cosine: float | None
    lengths: tuple[int, int]
    usual: float
    numbers: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
    names: tuple[tuple[str, ...], ...]
    rival: Rival | None


def explain(alignment: Alignment, bead: int, cosines: Cosines) -> Why:
    """Return why a bead stands as it does.

    Args:
        alignment: the beads.
        bead: number of it.
        cosines: tells how close a text is to some others, as `align.review.cosines` does.
    """
    here = alignment.beads[bead]
    source, target = alignment.source.text_over(here.source), alignment.target.text_over(here.target)
    numbers = _shared(_numbers(source), _numbers(target))
    names = _shared(_names(source), _names(target))
    cosine = cosines(source, (target,))[0] if source and target else None
    rival = _rival(alignment, here, cosines)
    return Why(cosine, (len(source), len(target)), _usual(alignment, bead), numbers, names[:1], rival)


def _rival(alignment: Alignment, bead: Bead, cosines: Cosines) -> Rival | None:
    if bead.rejected is not None:
        return Rival("target" if bead.source else "source", bead.rejected.segments, bead.rejected.score)
    if not (bead.source and bead.target):
        return None
    document = alignment.target
    around = range(max(0, bead.target.start - _REACH), min(len(document.segments), bead.target.stop + _REACH))
    others = [number for number in around if not bead.target.start <= number < bead.target.stop]
    if not others:
        return None
    found = cosines(alignment.source.text_over(bead.source), tuple(document.segments[n].text for n in others))
    cosine, number = max(zip(found, others, strict=True))
    return Rival("target", Span(number, number + 1), cosine)


def _usual(alignment: Alignment, bead: int) -> float:
    """Return how long the target is for its source in the beads around."""
    around = alignment.beads[max(0, bead - 40) : bead + 40]
    pairs = [each for each in around if each.source and each.target]
    if len(pairs) < _TRUSTED:
        return 0.0
    source, target = (
        sum(len(document.chars_over(span)) for span in spans) for document, spans in _sides(alignment, pairs)
    )
    return target / max(source, 1)


def _sides(alignment: Alignment, beads: Sequence[Bead]) -> tuple[tuple[Document, list[Span]], ...]:
    return (alignment.source, [bead.source for bead in beads]), (alignment.target, [bead.target for bead in beads])


def _numbers(text: str) -> Counter[str]:
    """Return the numbers of a text in the digits of ASCII, without what groups them."""
    found: Counter[str] = Counter()
    for match in _NUMBER.finditer(text):
        digits = "".join(str(int(letter)) for letter in match[0] if letter.isdecimal())
        found[digits] += 1
    return found


def _names(text: str) -> Counter[str]:
    return Counter(set(_NAME.findall(text)))


def _shared(source: Counter[str], target: Counter[str]) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Return what both have, and what only the one or the other has."""
    both, one, other = source & target, source - target, target - source
    return tuple(both.elements()), tuple(one.elements()), tuple(other.elements())
