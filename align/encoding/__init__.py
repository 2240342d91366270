"""Encoders: texts to vectors. One table, one protocol; a folder that `versalign corpus train` wrote is one, too.

`Encoder` is all that an encoder has to be. What some can do beside that has a protocol of its own, and who needs it
asks with `isinstance`: sums that are vectors (`Additive`), words with vectors (`WordVectors`), clauses with vectors
(`ClauseVectors`).
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol, runtime_checkable

from align.plugins import load_member

if TYPE_CHECKING:
    from align.encoding.static.clauses import Clauses
    from align.encoding.static.words import Words
    from align.lattice.arrays import Floats

ENCODERS: dict[str, str] = {"embedded": "align.encoding.static.encoder:load_embedded"}


class Encoder(Protocol):
    """Turns texts into vectors whose cosine tells how close the texts are in meaning."""

    @property
    def signature(self) -> str:
        """Return name and revision: the same signature gives the same vectors."""
        ...

    @property
    def languages(self) -> frozenset[str]:
        """Return the languages (ISO 639-1) that the encoder was trained on."""
        ...

    def encode(self, texts: Sequence[str]) -> "Floats":
        """Return one vector a text: float32 (n, d), the same whatever other texts there are.

        The vector of an empty text is zero.
        """
        ...


@runtime_checkable
class Additive(Protocol):
    """An encoder whose vector of several texts put together is the sum of their vectors."""

    @property
    def additive(self) -> Literal[True]:
        """Say so."""
        ...


@runtime_checkable
class WordVectors(Protocol):
    """An encoder that knows the words of a text, too."""

    def encode_with_words(self, texts: Sequence[str]) -> "tuple[Floats, Words]":
        """Return what `encode` does, and the words of the texts with vectors that are as long as they are telling."""
        ...


@runtime_checkable
class ClauseVectors(Protocol):
    """An encoder that knows the clauses of a text, too, whose vectors add up to that of the text."""

    def encode_with_clauses(self, texts: Sequence[str]) -> "tuple[Floats, Words, Clauses]":
        """Return what `encode_with_words` does, and the clauses of the texts."""
        ...


@runtime_checkable
class WordForms(Protocol):
    """An encoder with vectors of single words, as long as they are telling, and of what is written without spaces."""

    def pieces(self, texts: Sequence[str]) -> list[list[str]]:
        """Return the pieces of each text as they stand in the vocabulary."""
        ...

    def encode_forms(self, forms: Sequence[str]) -> "Floats":
        """Return one vector a word: float32 (n, d); that of a word in parts is their sum."""
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
    if name not in ENCODERS and Path(name).is_dir():
        from align.encoding.static.encoder import StaticEncoder

        return StaticEncoder(Path(name))
    load: Callable[[], Encoder] = load_member(
        ENCODERS, name, kind="encoder", besides="a folder that `versalign corpus train` wrote"
    )
    return load()
