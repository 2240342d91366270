"""Encoders that run a network: each distinct text once, and none that a store of vectors has already.

The vector of several sentences is not the sum of theirs, so that aligners have blocks of sentences encoded as texts.
"""

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

import numpy as np

from align.encoding.store import VectorStore
from align.lattice.arrays import Floats

AT_ONCE = 512  # texts of about the same length between two reports; what is done is kept then

Report = Callable[[int, int, float], None]  # is told how many texts are done, of how many, and how many a second


class Model(Protocol):
    """A network that turns texts into vectors."""

    @property
    def signature(self) -> str:
        """Return name and revision: the same signature gives the same vectors."""
        ...

    @property
    def languages(self) -> frozenset[str]:
        """Return the languages (ISO 639-1) that it was trained on; empty where nobody says."""
        ...

    @property
    def exclusive(self) -> bool:
        """Say whether its vectors of texts in other languages mean nothing."""
        ...

    @property
    def dimensions(self) -> int:
        """Return how many numbers a vector has."""
        ...

    def run(self, texts: Sequence[str]) -> Floats:
        """Return the vectors of distinct texts, none of them empty: float32 (n, d)."""
        ...


class NetworkEncoder:
    """An encoder by a network, with a store for the vectors; see `align.encoding.Encoder`."""

    def __init__(self, model: Model, store: VectorStore | None, *, folder: Path | None = None) -> None:
        """Begin with a network of which nothing is loaded yet.

        Args:
            model: the network.
            store: where its vectors are kept; nowhere for None.
            folder: that tells all of it, as sentence-transformers reads it; None where there is none.
        """
        self._model = model
        self.folder = folder
        self._store = store
        self.weights: Path | None = None
        self.report: Report | None = None

    @property
    def signature(self) -> str:
        """Return name and revision of the network."""
        return self._model.signature

    @property
    def languages(self) -> frozenset[str]:
        """Return the languages that it was trained on; empty where nobody says."""
        return self._model.languages

    @property
    def exclusive(self) -> bool:
        """Say whether texts of other languages are refused."""
        return self._model.exclusive

    def encode(self, texts: Sequence[str]) -> Floats:
        """Return one vector a text: float32 (n, d); that of a text without a visible character is zero.

        The longest texts come first, so that a lack of memory shows at once.

        Raises:
            ModelError: the network cannot be loaded.
        """
        distinct = [text for text in dict.fromkeys(texts) if text.strip()]
        known = self._store.find(self.signature, distinct) if self._store else {}
        missing = sorted((text for text in distinct if text not in known), key=len, reverse=True)
        start = time.perf_counter()
        for first in range(0, len(missing), AT_ONCE):
            some = missing[first : first + AT_ONCE]
            fresh = dict(zip(some, self._model.run(some), strict=True))
            if self._store:
                self._store.keep(self.signature, fresh)
            known |= fresh
            if self.report is not None:
                done = first + len(some)
                self.report(done, len(missing), done / max(time.perf_counter() - start, 1e-9))
        width = len(next(iter(known.values()))) if known else self._model.dimensions
        nothing = np.zeros(width, dtype=np.float32)
        vectors = [known.get(text, nothing) for text in texts]
        return np.array(vectors, dtype=np.float32).reshape(len(texts), width)
