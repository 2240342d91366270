"""What is weighed of the rows of a shard, as one array: made where the rows are made, so that nobody reads them for it.

Copies are told by keys, near copies by sketches (the least hashes of the words), limits by scores. A pair's sketch is
the smaller of those of its sides, hash by hash: the least hash of all words is that of one of them.
"""

from collections.abc import Sequence
from io import BytesIO
from itertools import repeat
from operator import itemgetter
from pathlib import Path

import numpy as np
import numpy.typing as npt

from align.errors import InputError
from corpora.filters import FILTERS
from corpora.folding import text_key_and_words
from corpora.near import HASHES, sketch
from corpora.rows import Row

_scores_of = itemgetter(*FILTERS)
Columns = npt.NDArray[np.void]
SmallWords = tuple[list[str] | None, list[str] | None]
_ROW = np.dtype(
    [
        ("pair", "<u4"),  # which pair of documents of the shard
        ("keys", "<u8", (2,)),
        ("words", "<u4", (2,)),  # different words of each side
        ("scores", "<f8", (len(FILTERS),)),  # in the order of `FILTERS`
        ("sketches", "<u4", (2, HASHES)),  # words of the target count as other words than those of the source
    ]
)


def make_columns(rows: Sequence[Row], pairs: Sequence[int], small_words: Sequence[SmallWords] | None = None) -> Columns:
    """Return the columns of rows.

    Args:
        rows: with texts and scores.
        pairs: for each row, which pair of documents it comes from.
        small_words: for each row, of source and target what `text_key_and_words` may be told.
    """
    columns = np.zeros(len(rows), dtype=_ROW)
    if not rows:
        return columns
    columns["pair"] = pairs
    columns["scores"] = [_scores_of(row["scores"]) for row in rows]
    for k, side in enumerate(("source", "target")):
        told = repeat(None) if small_words is None else (each[k] for each in small_words)
        found = [text_key_and_words(row[side], words) for row, words in zip(rows, told, strict=False)]
        columns["keys"][:, k] = [key for key, _ in found]
        columns["words"][:, k] = [len(words) for _, words in found]
        columns["sketches"][:, k] = sketch([words_of_side(words, k) for _, words in found])
    return columns


_PARTED = "\n\0"  # no word has a line's end in it


def words_of_side(words: list[str], side: int) -> list[str]:
    """Return words as those of a source (side 0) or of a target (side 1).

    Args:
        words: of a text.
        side: 0 or 1.
    """
    return f"\0{_PARTED.join(words)}".split(_PARTED[0]) if side and words else words


def columns_to_bytes(columns: Columns) -> bytes:
    """Return columns as the bytes of a `.npy` file."""
    stream = BytesIO()
    np.save(stream, columns, allow_pickle=False)
    return stream.getvalue()


def read_columns(path: Path) -> Columns:
    """Return the columns of a file.

    Raises:
        InputError: it cannot be read.
    """
    try:
        columns: Columns = np.load(path, allow_pickle=False)
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: expected the columns of a shard, found: {error}") from None
    return columns
