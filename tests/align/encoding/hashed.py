"""An encoder that can do no more than it must: a word has a direction made from its hash, a text their mean."""

from collections.abc import Sequence
from hashlib import sha256

import numpy as np

from align.lattice.arrays import Floats

_WIDTH = 32


class HashedEncoder:
    """Only what `align.encoding.Encoder` asks for; it knows no translations."""

    signature = "hashed-1"
    languages = frozenset({"en"})

    def encode(self, texts: Sequence[str]) -> Floats:
        """Return one vector a text: float32 (n, 32)."""
        return np.array([_mean(text) for text in texts], dtype=np.float32).reshape(len(texts), _WIDTH)


def _mean(text: str) -> Floats:
    directions = [_direction(word.strip(".,")) for word in text.lower().split()]
    return np.mean(directions, axis=0, dtype=np.float32) if directions else np.zeros(_WIDTH, dtype=np.float32)


def _direction(word: str) -> Floats:
    digest = np.frombuffer(sha256(word.encode()).digest(), dtype=np.uint8)
    return digest.astype(np.float32) / np.float32(127.5) - np.float32(1.0)
