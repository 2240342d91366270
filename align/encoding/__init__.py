"""Encoders: texts to vectors. One table, one protocol; a folder that `versalign corpus train` wrote is one, too."""

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from align.errors import OptionError
from align.lattice.arrays import Floats

if TYPE_CHECKING:
    from align.encoding.static.words import Words

ENCODERS: dict[str, str] = {"embedded": "align.encoding.static.encoder:load_embedded"}


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

    def encode(self, texts: Sequence[str]) -> Floats:
        """Return one vector a text: float32 (n, d). The vector of an empty text is zero."""
        ...

    def encode_with_words(self, texts: Sequence[str]) -> tuple[Floats, "Words"]:
        """Return what `encode` does, and the words of the texts with vectors that are as long as they are telling."""
        ...


def load_encoder(name: str = "embedded") -> Encoder:
    """Return an encoder.

    Args:
        name: a name in `ENCODERS`, or the path of a folder that `versalign corpus train` wrote. A folder that has the
            name of an encoder is told from it by `./`.

    Raises:
        OptionError: for what is neither a name in the table nor a folder.
        ModelError: for a folder with something else, or damaged files.

    >>> sorted(load_encoder().languages)[:3]
    ['af', 'ar', 'az']
    """
    if name not in ENCODERS:
        if not Path(name).is_dir():
            known = f"{', '.join(ENCODERS)}, or a folder that `versalign corpus train` wrote"
            raise OptionError(f"expected as encoder {known}, found {name!r}; check the path")
        from align.encoding.static.encoder import StaticEncoder

        return StaticEncoder(Path(name))
    module, function = ENCODERS[name].split(":")
    encoder: Encoder = getattr(import_module(module), function)()
    return encoder
