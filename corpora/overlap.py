"""Texts that a corpus must not hold, such as those of a test set: the same ones, and those that are nearly the same."""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import numpy as np
import numpy.typing as npt

from align.errors import InputError
from corpora.columns import Columns, words_of_side
from corpora.folding import text_key_and_words
from corpora.near import Digests, Flags, Index, is_long, sketch

_AT_ONCE = 8192  # texts


class Overlap:
    """The texts to look for, on either side of a pair."""

    def __init__(self, paths: Iterable[Path], *, similarity: float | None) -> None:
        """Read files: a text a line, or several with tabs between them.

        Args:
            paths: of the files.
            similarity: share of common words from which on two texts are nearly the same; None for the same only.

        Raises:
            InputError: a file cannot be read.
        """
        keys: list[int] = []
        digests: tuple[list[Digests], list[Digests]] = ([], [])
        texts = (text for path in paths for line in _lines(path) for text in line.split("\t") if text.strip())
        while some := list(islice(texts, _AT_ONCE)):
            found = [text_key_and_words(text) for text in some]
            keys += [key for key, _ in found]
            words = [words for _, words in found if similarity is not None and is_long(np.array(len(words)))]
            for side in (0, 1):
                digests[side].append(sketch([words_of_side(each, side) for each in words]))
        self._keys: npt.NDArray[np.uint64] = np.unique(np.array(keys, dtype=np.uint64))
        self._near = [Index(np.concatenate(made), similarity) for made in digests if similarity is not None and made]

    def held_by(self, columns: Columns) -> Flags:
        """Return which rows have such a text on a side, bool (n,).

        Args:
            columns: of the rows.
        """
        held: Flags = np.zeros(len(columns), dtype=bool)
        if not len(self._keys):
            return held
        held |= np.isin(columns["keys"], self._keys).any(axis=1)
        for side, index in enumerate(self._near):
            rows = np.flatnonzero(is_long(columns["words"][:, side]) & ~held)
            held[rows] = index.holds(columns["sketches"][rows, side])
        return held


def _lines(path: Path) -> Iterator[str]:
    try:
        with path.open(encoding="utf-8-sig") as lines:
            for line in lines:
                yield line.rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: expected texts in UTF-8, one a line, found: {error}") from None
