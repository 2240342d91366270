"""Marks of punctuation and digits in segments: whoever translates a question writes a question mark.

Marks of different scripts are counted as one kind: `？` is a question mark, `。` a full stop, `«` and `「` are
quotation marks. Only counts and the kinds at both ends of a segment are kept.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np

from align.lattice.arrays import Doubles, Longs, UBytes, UInts
from align.lattice.kernel import exact

MARKS = {
    "question": "?？؟՞",
    "exclamation": "!！",
    "quote": "\"'“”„‟«»‹›‘’‚「」『』《》〈〉",
    "bracket": "()（）[]［］",
    "colon": ":：",
    "semicolon": ";；؛",
    "comma": ",，、،",
    "stop": ".。．।",
    "dash": "—–―─",
    "ellipsis": "…",
    "digit": "",  # all decimal digits
}
NAMES = tuple(MARKS)
KIND = {name: number for number, name in enumerate(NAMES)}
_OTHER, _PLANE = len(NAMES), 0x10000


class Marks(NamedTuple):
    """What is in some segments.

    Attributes:
        counts: float64 (n, kinds), how often each kind of mark occurs, in the order of `NAMES`.
        first: uint8 (n,), the kind of the first character, `len(NAMES)` where it is no mark.
        last: uint8 (n,), that of the last character.
    """

    counts: Doubles
    first: UBytes
    last: UBytes

    def chosen(self, which: slice | Longs) -> "Marks":
        """Return the marks of some of the segments."""
        return Marks(self.counts[which], self.first[which], self.last[which])


def count_marks(texts: Sequence[str]) -> Marks:
    """Return the marks of texts; none of them may be empty.

    >>> marks = count_marks(["„Wirklich?“", "No. 12"])
    >>> marks.counts[:, [KIND["question"], KIND["quote"], KIND["digit"]]].tolist()
    [[1.0, 2.0, 0.0], [0.0, 0.0, 2.0]]
    """
    ends = np.cumsum([len(text) for text in texts], dtype=np.int64)
    codes = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    marks = Marks(np.zeros((len(ends), _OTHER)), *np.empty((2, len(ends)), dtype=np.uint8))
    _count(codes, ends, _table(), marks)
    return marks


@exact
def _count(codes: UInts, ends: Longs, table: UBytes, marks: Marks) -> None:
    """Count the marks of texts whose characters, text after text, end there."""
    start = 0
    for text in range(ends.shape[0]):
        kind = np.uint8(_OTHER)
        for place in range(start, ends[text]):
            kind = table[min(codes[place], _PLANE)]
            if kind < _OTHER:
                marks.counts[text, kind] += 1.0
            if place == start:
                marks.first[text] = kind
        marks.last[text] = kind
        start = ends[text]


@cache
def _table() -> UBytes:
    """Return the kind of each character of the basic plane, and that of all others: uint8 (65537,)."""
    table = np.full(_PLANE + 1, _OTHER, dtype=np.uint8)
    for name, letters in MARKS.items():
        table[[ord(letter) for letter in letters]] = KIND[name]
    table[[code for code in range(_PLANE) if chr(code).isdecimal()]] = KIND["digit"]
    return table
