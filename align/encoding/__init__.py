"""Encoders: texts to vectors. One table, one protocol."""

from collections.abc import Sequence
from importlib import import_module
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from align.errors import OptionError

ENCODERS: dict[str, str] = {"embedded": "align.encoding.static:load_embedded"}


class Encoder(Protocol):
    """Turns texts into vectors whose sums are the vectors of the texts put together."""

    @property
    def signature(self) -> str:
        """Return name and revision: the same signature gives the same vectors."""
        ...

    @property
    def languages(self) -> frozenset[str]:
        """Return the languages (ISO 639-1) that the encoder was trained on."""
        ...

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one vector a text: float32 (n, d). The vector of an empty text is zero."""
        ...


def load_encoder(name: str = "embedded") -> Encoder:
    """Return the encoder of that name.

    Raises:
        OptionError: for a name that is not in the table.
    """
    if name not in ENCODERS:
        raise OptionError(f"expected an encoder among {', '.join(ENCODERS)}, found {name!r}")
    module, function = ENCODERS[name].split(":")
    encoder: Encoder = getattr(import_module(module), function)()
    return encoder
