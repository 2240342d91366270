"""Which rows say what an earlier one says, or what a test set of the user holds."""

import numpy as np
import numpy.typing as npt

from corpora.ledger import Ledger
from corpora.near import Flags, near_duplicates
from corpora.recipe import Dedup

DUPLICATE, NEAR, OVERLAP = "duplicate", "near-duplicate", "overlap"


def find_repeated(ledger: Ledger, dedup: Dedup) -> dict[str, Flags]:
    """Return which rows go for each reason, bool (n,); a row that the filters remove goes for none of them.

    Args:
        ledger: of all rows.
        dedup: which texts are compared.
    """
    alive = ledger.drops == 0
    gone = {OVERLAP: ledger.overlapping & alive}
    alive &= ~gone[OVERLAP]
    gone[DUPLICATE] = _copies(ledger, alive, dedup.exact)
    alive &= ~gone[DUPLICATE]
    gone[NEAR] = near_duplicates(ledger.sketches, alive, dedup.similarity)
    return gone


def _copies(ledger: Ledger, alive: Flags, sides: str) -> Flags:
    """Return which rows have the text, or texts, of an earlier one that stays."""
    copies = np.zeros(len(alive), dtype=bool)
    if sides == "off":
        return copies
    keys = ledger.sources, ledger.targets
    seen: tuple[set[object], set[object]] = (set(), set())
    repeated = [_repeated(side) for side in keys]
    # Rows whose texts stand nowhere else are no copies, and nothing is a copy of them.
    for row in np.flatnonzero(alive & (repeated[0] | repeated[1])).tolist():
        source, target = int(keys[0][row]), int(keys[1][row])
        known = {"both": ((source, target), None), "source": (source, None), "target": (None, target)}.get(
            sides, (source, target)
        )
        copies[row] = any(key is not None and key in texts for key, texts in zip(known, seen, strict=True))
        if not copies[row]:
            for key, texts in zip(known, seen, strict=True):
                texts.add(key)
    return copies


def _repeated(keys: npt.NDArray[np.uint64]) -> Flags:
    """Return which keys stand in several rows."""
    _, place, counts = np.unique(keys, return_inverse=True, return_counts=True)
    found: Flags = counts[place] > 1
    return found
