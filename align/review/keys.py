"""What segments and beads are called by their content, so that decisions outlive their places.

The key of a segment is made from its text, composed and with its white space folded, and from how many segments of the
document have had the same text before; so text put in front changes no other key. The id of a bead is made from its
texts on both sides in the same way.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from unicodedata import normalize

from align.bitext import Document, Span

_DIGITS = 12  # hexadecimal, as in the ids of findings

Keys = tuple[str, ...]


class SegmentKeys:
    """The keys of the segments of a document, and where they are."""

    def __init__(self, document: Document) -> None:
        """Make the key of every segment."""
        counts = Counter[str]()
        keys = []
        for segment in document.segments:
            digest = _digest(segment.text)
            keys.append(f"{digest}.{counts[digest]}" if counts[digest] else digest)
            counts[digest] += 1
        self.keys: Keys = tuple(keys)
        self._numbers = {key: number for number, key in enumerate(keys)}

    def over(self, segments: Span) -> Keys:
        """Return the keys of consecutive segments."""
        return self.keys[segments.start : segments.stop]

    def find(self, keys: Sequence[str]) -> Span | None:
        """Return where segments with these keys follow each other, at least one; None if they do so nowhere."""
        numbers = [self._numbers.get(key) for key in keys]
        start = numbers[0]
        if start is None or numbers != list(range(start, start + len(numbers))):
            return None
        return Span(start, start + len(numbers))


def bead_ids(pairs: Iterable[tuple[Keys, Keys]]) -> tuple[str, ...]:
    """Return the ids of beads, 12 hexadecimal digits each.

    Args:
        pairs: the keys of the segments of both sides, of every bead in order.

    >>> one, other, again = bead_ids([(("aa",), ("bb",)), (("aa",), ()), (("aa.1",), ("bb.1",))])
    >>> len({one, other, again}), len(one)
    (3, 12)
    """
    counts = Counter[str]()
    ids = []
    for pair in pairs:
        texts = "\t".join(" ".join(key.partition(".")[0] for key in side) for side in pair)
        ids.append(_digest(f"bead\t{texts}\t{counts[texts]}"))
        counts[texts] += 1
    return tuple(ids)


def _digest(text: str) -> str:
    folded = " ".join(normalize("NFC", text).split())
    return hashlib.sha256(folded.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
