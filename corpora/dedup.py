"""Which rows say what an earlier one says, or what a test set of the user holds."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

from align.errors import InputError
from corpora.folding import text_key
from corpora.ledger import Ledger
from corpora.near import Flags, near_duplicates
from corpora.recipe import Dedup

DUPLICATE, NEAR, OVERLAP = "duplicate", "near-duplicate", "overlap"


def find_repeated(ledger: Ledger, dedup: Dedup, overlap: frozenset[int]) -> dict[str, Flags]:
    """Return which rows go for each reason, bool (n,); a row that the filters remove goes for none of them.

    Args:
        ledger: of all rows.
        dedup: which texts are compared.
        overlap: keys of texts that the corpus must not hold.
    """
    alive = ledger.drops == 0
    gone = {OVERLAP: _overlapping(ledger, overlap) & alive}
    alive &= ~gone[OVERLAP]
    gone[DUPLICATE] = _copies(ledger, alive, dedup.exact)
    alive &= ~gone[DUPLICATE]
    gone[NEAR] = near_duplicates(ledger.sketches, alive, dedup.similarity)
    return gone


def read_overlap(paths: Iterable[Path]) -> frozenset[int]:
    """Return the keys of the texts of files: a text a line, or several with tabs between them.

    Raises:
        InputError: a file cannot be read.
    """
    return frozenset(
        text_key(text) for path in paths for line in _lines(path) for text in line.split("\t") if text.strip()
    )


def _lines(path: Path) -> Iterator[str]:
    try:
        with path.open(encoding="utf-8-sig") as lines:
            for line in lines:
                yield line.rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: expected texts in UTF-8, one a line, found: {error}") from None


def _overlapping(ledger: Ledger, overlap: frozenset[int]) -> Flags:
    if not overlap:
        return np.zeros(len(ledger.sources), dtype=bool)
    keys = np.array(sorted(overlap), dtype=np.uint64)
    found: Flags = np.isin(ledger.sources, keys) | np.isin(ledger.targets, keys)
    return found


def _copies(ledger: Ledger, alive: Flags, sides: str) -> Flags:
    """Return which rows have the text, or texts, of an earlier one that stays."""
    copies = np.zeros(len(alive), dtype=bool)
    seen: tuple[set[object], set[object]] = (set(), set())
    if sides == "off":
        return copies
    for row in np.flatnonzero(alive).tolist():
        source, target = int(ledger.sources[row]), int(ledger.targets[row])
        keys = {"both": ((source, target), None), "source": (source, None), "target": (None, target)}.get(
            sides, (source, target)
        )
        copies[row] = any(key is not None and key in known for key, known in zip(keys, seen, strict=True))
        if not copies[row]:
            for key, known in zip(keys, seen, strict=True):
                known.add(key)
    return copies
