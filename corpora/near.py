"""Near duplicates: texts most of whose words are the same, found by the least hashes of their words (Broder 1997).

64 hashes a text in 16 bands of 4: texts with nine tenths of their words in common share a band all but surely.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

HASHES, BANDS = 64, 16
_SEED = 1
_AT_ONCE = 8192
_MIXER = np.uint64(0x9E3779B97F4A7C15)  # odd, its bits without order: 2⁶⁴ by the golden ratio (Knuth, TAOCP 6.4)
_LEAST = 6  # different words; of shorter texts only exact copies are told

Digests = npt.NDArray[np.uint32]
Flags = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Sketches:
    """The hashes of one text of each row, or of both as one: uint32 (n, 64), and which are long enough, bool (n,)."""

    digests: Digests
    long: Flags


def sketch(texts: Sequence[Sequence[str]]) -> Digests:
    """Return the least hashes of texts, uint32 (n, 64).

    Args:
        texts: the different words of each.
    """
    from rensa import RMinHash

    made: Any = RMinHash.digest_matrix_from_token_sets(texts, HASHES, _SEED)
    return np.array(made.to_rows(), dtype=np.uint32).reshape(len(texts), HASHES)


def is_long(words: npt.NDArray[np.integer[Any]]) -> Flags:
    """Return of which texts, by their different words, near copies are told, bool (n,)."""
    found: Flags = words >= _LEAST
    return found


def near_duplicates(compared: Iterable[Sketches], alive: Flags, similarity: float) -> Flags:
    """Return which rows are near duplicates of an earlier one that stays, bool (n,).

    Args:
        compared: the sketches of all rows, once for each text that is compared.
        alive: which rows are compared, bool (n,).
        similarity: share of common words from which on two texts are nearly the same.
    """
    dropped = np.zeros(len(alive), dtype=bool)
    for sketches in compared:
        rows = np.flatnonzero(alive & sketches.long)
        for later, earlier in _edges(sketches.digests, rows, similarity).tolist():
            if not dropped[earlier]:
                dropped[later] = True
    return dropped


def _edges(digests: Digests, rows: Numbers, similarity: float) -> Numbers:
    """Return later and earlier rows that are nearly the same, int64 (k, 2), sorted: each with the first of its band."""
    found = [np.empty((0, 2), dtype=np.int64)]
    for keys in _bands(digests):
        _, first, place = np.unique(keys[rows], return_index=True, return_inverse=True)
        leader = rows[first[place]]
        later = np.flatnonzero(leader < rows)
        for start in range(0, len(later), _AT_ONCE):
            some = later[start : start + _AT_ONCE]
            pairs = np.stack([rows[some], leader[some]], axis=1)
            same = (digests[pairs[:, 0]] == digests[pairs[:, 1]]).mean(axis=1)
            found.append(pairs[same >= similarity])
    edges: Numbers = np.unique(np.concatenate(found), axis=0)
    return edges


class Index:
    """Sketches that others are held against."""

    def __init__(self, digests: Digests, similarity: float) -> None:
        """Take sketches.

        Args:
            digests: uint32 (n, 64).
            similarity: share of common words from which on two texts are nearly the same.
        """
        self._digests, self._similarity = digests, similarity
        self._bands = [np.unique(keys, return_index=True) for keys in _bands(digests)]

    def holds(self, digests: Digests) -> Flags:
        """Return which sketches are nearly one of these, bool (m,): each is compared with the first of its band.

        Args:
            digests: uint32 (m, 64).
        """
        found = np.zeros(len(digests), dtype=bool)
        if not len(self._digests):
            return found
        for keys, (known, first) in zip(_bands(digests), self._bands, strict=True):
            place = np.minimum(np.searchsorted(known, keys), len(known) - 1)
            rows = np.flatnonzero((known[place] == keys) & ~found)
            same = (digests[rows] == self._digests[first[place[rows]]]).mean(axis=1)
            found[rows] = same >= self._similarity
        return found


def _bands(digests: Digests) -> Iterator[npt.NDArray[np.uint64]]:
    """Yield a key of the hashes of each band, uint64 (n,): the same hashes have the same key."""
    width = HASHES // BANDS
    for band in range(BANDS):
        keys = np.zeros(len(digests), dtype=np.uint64)
        for column in range(band * width, (band + 1) * width):
            keys = (keys ^ digests[:, column]) * _MIXER
            keys ^= keys >> np.uint64(29)
        yield keys
