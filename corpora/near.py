"""Near duplicates: texts most of whose words are the same, found by the least hashes of their words (Broder 1997).

64 hashes a text in 16 bands of 4: texts with nine tenths of their words in common share a band all but surely.
"""

from typing import Any

import numpy as np
import numpy.typing as npt

from corpora.folding import text_words

HASHES, BANDS = 64, 16
_SEED = 1
_AT_ONCE = 8192
_LEAST = 6  # different words; of shorter texts only exact copies are told

Digests = npt.NDArray[np.uint32]
Flags = npt.NDArray[np.bool_]


class Sketches:
    """The hashes of the rows, for each text that is compared: the pair as one, or each side."""

    def __init__(self, sides: str) -> None:
        """Take which sides are compared: both, either, source or target."""
        self.sides = sides
        self._waiting: list[list[list[str]]] = [[], []]
        self._parts: list[list[Digests]] = [[], []]
        self._long: list[list[bool]] = [[], []]
        self.digests: list[Digests] = []
        self.long: list[Flags] = []

    def add(self, source: str, target: str) -> None:
        """Add a row."""
        if self.sides == "both":
            compared = [[*text_words(source), *(f"\0{word}" for word in text_words(target))]]
        else:
            texts = {"source": [source], "target": [target], "either": [source, target]}[self.sides]
            compared = [text_words(text) for text in texts]
        for k, words in enumerate(compared):
            self._long[k].append(len(words) >= _LEAST)
            self._waiting[k].append(words)
            if len(self._waiting[k]) >= _AT_ONCE:
                self._hash(k)

    def finish(self) -> None:
        """Make the arrays: hashes uint32 (n, 64), and which texts are long enough, bool (n,)."""
        for k in range(2):
            if self._waiting[k]:
                self._hash(k)
            if self._parts[k]:
                self.digests.append(np.concatenate(self._parts[k]))
                self.long.append(np.array(self._long[k], dtype=bool))
            self._parts[k] = []

    def _hash(self, k: int) -> None:
        from rensa import RMinHash

        made: Any = RMinHash.digest_matrix_from_token_sets(self._waiting[k], HASHES, _SEED)
        self._parts[k].append(np.array(made.to_rows(), dtype=np.uint32))
        self._waiting[k] = []


def near_duplicates(sketches: Sketches, alive: Flags, similarity: float) -> Flags:
    """Return which rows are near duplicates of an earlier one that stays, bool (n,).

    Args:
        sketches: of all rows.
        alive: which rows are compared, bool (n,).
        similarity: share of common words from which on two texts are nearly the same.
    """
    dropped = np.zeros(len(alive), dtype=bool)
    for digests, long in zip(sketches.digests, sketches.long, strict=True):
        rows = np.flatnonzero(alive & long)
        edges = _edges(digests[rows], similarity)
        for later, earlier in edges[np.argsort(edges[:, 0], kind="stable")].tolist():
            if not dropped[rows[earlier]]:
                dropped[rows[later]] = True
    return dropped


def _edges(digests: Digests, similarity: float) -> npt.NDArray[np.int64]:
    """Return later and earlier rows that are nearly the same, int64 (k, 2): each row with the first of its band."""
    found = []
    width = HASHES // BANDS
    for band in range(BANDS):
        part = np.ascontiguousarray(digests[:, band * width : (band + 1) * width])
        keys = part.view([("", part.dtype)] * width).ravel()
        _, first, place = np.unique(keys, return_index=True, return_inverse=True)
        leader = first[place.ravel()]
        later = np.flatnonzero(leader < np.arange(len(leader)))
        for start in range(0, len(later), _AT_ONCE):
            rows = later[start : start + _AT_ONCE]
            same = (digests[rows] == digests[leader[rows]]).mean(axis=1)
            near = rows[same >= similarity]
            found.append(np.stack([near, leader[near]], axis=1))
    return np.unique(np.concatenate(found), axis=0) if found else np.empty((0, 2), dtype=np.int64)
