"""Marks of punctuation and digits in segments: whoever translates a question writes a question mark.

Marks of different scripts are counted as one kind: `？` is a question mark, `。` a full stop, `«` and `「` are
quotation marks. Only counts and the kinds at both ends of a segment are kept, and how long it is.
"""

from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from typing import NamedTuple

import numpy as np

from align.lattice.arrays import Doubles, Ints, Longs, UBytes, UInts
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
_ONE_BYTE, _TWO_BYTES, _THREE_BYTES = 0x7F, 0x7FF, 0xFFFF  # the last characters of so many bytes of UTF-8
_WIDE = 0x2E80  # from here on characters say more than a letter
_KANA, _KANA_END, _HANGUL, _HANGUL_END = 0x3040, 0x3100, 0xAC00, 0xD7A4


class Marks(NamedTuple):
    """What is in some segments.

    Attributes:
        counts: float64 (n, kinds), how often each kind of mark occurs, in the order of `NAMES`.
        first: uint8 (n,), the kind of the first character, `len(NAMES)` where it is no mark.
        last: uint8 (n,), that of the last character.
        sizes: int32 (n,), UTF-8 bytes.
        letters: int32 (n,), how many letters say as much: a Chinese character three, a kana or Hangul syllable two.
    """

    counts: Doubles
    first: UBytes
    last: UBytes
    sizes: Ints
    letters: Ints

    def chosen(self, which: slice | Longs) -> "Marks":
        """Return the marks of some of the segments."""
        counts, first, last, sizes, letters = self
        return Marks(counts[which], first[which], last[which], sizes[which], letters[which])


def count_marks(texts: Sequence[str]) -> Marks:
    """Return the marks of texts; none of them may be empty.

    >>> marks = count_marks(["„Wirklich?“", "No. 12"])
    >>> marks.counts[:, [KIND["question"], KIND["quote"], KIND["digit"]]].tolist()
    [[1.0, 2.0, 0.0], [0.0, 0.0, 2.0]]
    """
    ends = np.fromiter(accumulate(map(len, texts)), dtype=np.int64, count=len(texts))
    codes = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    kinds, sizes = np.empty((2, len(ends)), dtype=np.uint8), np.empty((2, len(ends)), dtype=np.int32)
    marks = Marks(np.zeros((len(ends), _OTHER)), kinds[0], kinds[1], sizes[0], sizes[1])
    _count(codes, ends, _table(), marks)
    return marks


@exact
def _count(codes: UInts, ends: Longs, table: UBytes, marks: Marks) -> None:
    """Count the marks of texts whose characters, text after text, end there."""
    start = 0
    for text in range(ends.shape[0]):
        kind = np.uint8(_OTHER)
        size = letters = ends[text] - start
        for place in range(start, ends[text]):
            code = codes[place]
            kind = table[min(code, _PLANE)]
            size += (code > _ONE_BYTE) + (code > _TWO_BYTES) + (code > _THREE_BYTES)
            if code >= _WIDE:
                letters += 1 if _KANA <= code < _KANA_END or _HANGUL <= code < _HANGUL_END else 2
            if kind < _OTHER:
                marks.counts[text, kind] += 1.0
            if place == start:
                marks.first[text] = kind
        marks.last[text], marks.sizes[text], marks.letters[text] = kind, size, letters
        start = ends[text]


@cache
def _table() -> UBytes:
    """Return the kind of each character of the basic plane, and that of all others: uint8 (65537,)."""
    table = np.full(_PLANE + 1, _OTHER, dtype=np.uint8)
    for name, letters in MARKS.items():
        table[[ord(letter) for letter in letters]] = KIND[name]
    table[[code for code in range(_PLANE) if chr(code).isdecimal()]] = KIND["digit"]
    return table
