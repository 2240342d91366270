"""Encoders: texts to vectors. One table, one protocol; a folder that `versalign corpus train` wrote is one, too.

`Encoder` is all that an encoder has to be. What some can do beside that has a protocol of its own, and who needs it
asks with `isinstance`, or for each pair of documents with `is_additive`, `has_words` and `has_clauses`, which take a
hundredth of the time: sums that are vectors (`Additive`), words with vectors (`WordVectors`), clauses with vectors
(`ClauseVectors`), weights of the aligner that were fitted on it (`Calibrated`), telling how far it is (`Reporting`), no
texts in other languages (`Exclusive`).
"""

import json
from collections.abc import Callable, Sequence
from copy import copy
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol, TypeGuard, runtime_checkable

from align.errors import ModelError, OptionError
from align.plugins import load_member

if TYPE_CHECKING:
    from align.encoding.static.clauses import Clauses
    from align.encoding.static.words import Words
    from align.lattice.arrays import Floats

ENCODERS: dict[str, str] = {
    "embedded": "align.encoding.static.encoder:load_embedded",
    "use": "align.encoding.use:load_use",
}
TRANSFORMER = "transformer:"  # what stands before the name or the folder of a model
DESCRIPTION = "encoder.json"  # in a folder that `versalign eval calibrate` wrote: the encoder and how to load it
WEIGHTS = "weights.json"  # there: the weights of the aligner
_OF_TABLE, _OF_TRANSFORMER = "card.json", "config.json"  # what a folder of either has


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

    @property
    def signature(self) -> str:
        """Return name and revision, as every encoder does."""
        ...

    def encode_with_clauses(self, texts: Sequence[str]) -> "tuple[Floats, Words, Clauses]":
        """Return what `encode_with_words` does, and the clauses of the texts."""
        ...


def is_additive(encoder: Encoder) -> bool:
    """Return whether an encoder is `Additive`."""
    return hasattr(encoder, "additive")


def has_words(encoder: Encoder) -> TypeGuard[WordVectors]:
    """Return whether an encoder has `WordVectors`."""
    return hasattr(encoder, "encode_with_words")


def has_clauses(encoder: Encoder) -> TypeGuard[ClauseVectors]:
    """Return whether an encoder has `ClauseVectors`."""
    return hasattr(encoder, "encode_with_clauses")


@runtime_checkable
class Calibrated(Protocol):
    """An encoder that may come with weights of the aligner that were fitted on it."""

    weights: Path | None


@runtime_checkable
class Reporting(Protocol):
    """An encoder that tells how far it is: texts done, how many there are, and how many a second."""

    report: Callable[[int, int, float], None] | None


@runtime_checkable
class Exclusive(Protocol):
    """An encoder that may refuse texts in other languages than its own, as its vectors of them mean nothing."""

    @property
    def exclusive(self) -> bool:
        """Say whether it does."""
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


def load_encoder(name: str = "embedded", *, pooling: str = "", allow_download: bool = False) -> Encoder:
    """Return an encoder.

    Args:
        name: a name in `ENCODERS`, `transformer:` with the name or the folder of a model, or the path of a folder that
            `versalign corpus train` or `versalign eval calibrate` wrote. A folder that has the name of an encoder is
            told from it by `./`.
        pooling: how a transformer makes one vector of those of a text's pieces, `cls` or `mean`, where its folder does
            not tell it.
        allow_download: whether a model that is not on this machine may be fetched; nothing else ever uses a network.

    Raises:
        OptionError: for what is neither a name in the table nor a folder, or an option that means nothing to it.
        ModelError: for a folder with something else, damaged files, or a package that is missing.

    >>> sorted(load_encoder().languages)[:3]
    ['af', 'ar', 'az']
    """
    _refuse_several(name)
    folder = Path(name) if name not in ENCODERS and not name.startswith(TRANSFORMER) else None
    if folder is not None and (folder / DESCRIPTION).is_file():
        return _load_calibrated(folder, allow_download)
    if name.startswith(TRANSFORMER):
        from align.encoding.transformer import load_transformer

        return load_transformer(name.removeprefix(TRANSFORMER), pooling=pooling, allow_download=allow_download)
    if pooling or allow_download:
        option = "--pooling" if pooling else "--allow-download"
        raise OptionError(f"expected {option} with --encoder {TRANSFORMER}NAME, found {name}; leave it out")
    if folder is not None and folder.is_dir():
        if (folder / _OF_TRANSFORMER).is_file() and not (folder / _OF_TABLE).is_file():
            raise OptionError(f"expected {TRANSFORMER}{name} for a model of transformers, found {name}; name it so")
        from align.encoding.static.encoder import StaticEncoder

        return StaticEncoder(folder)
    others = f"{TRANSFORMER}NAME, or a folder that `versalign corpus train` or `versalign eval calibrate` wrote"
    load: Callable[[], Encoder] = load_member(ENCODERS, name, kind="encoder", besides=others)
    return load()


def check_languages(encoder: Encoder, languages: Sequence[str]) -> None:
    """Refuse texts that the vectors of an encoder say nothing of.

    Args:
        encoder: that is to encode them.
        languages: BCP 47 tags.

    Raises:
        OptionError: the encoder is exclusive, and was not trained on one of them.
    """
    if not (isinstance(encoder, Exclusive) and encoder.exclusive):
        return
    from align.language import language_name, primary_language

    for tag in languages:
        if tag != "und" and primary_language(tag) not in encoder.languages:
            known, name = " ".join(sorted(encoder.languages)), f"{language_name(tag)} ({tag})"
            raise OptionError(
                f"expected texts in languages that the encoder {encoder.signature} knows ({known}), found {name}; "
                "leave --encoder out, or choose another one"
            )


def _refuse_several(name: str) -> None:
    """Refuse encoders put together, as in `embedded+use`: measured, and too little (`eval/notes.md`, *Networks*)."""
    parts = name.split("+")
    if len(parts) > 1 and {parts[0], parts[-1]} & ENCODERS.keys() and not Path(name).is_dir():
        raise OptionError(
            f"expected one encoder, found {name!r}: beside the table a network adds .002 to .003 to accuracy for a "
            "hundred times the time; name one of them"
        )


def _load_calibrated(folder: Path, allow_download: bool) -> Encoder:
    """Return the encoder that a folder describes, with the weights there."""
    try:
        told = json.loads((folder / DESCRIPTION).read_text(encoding="utf-8"))
        name, pooling = str(told["encoder"]), str(told["pooling"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(f"{folder}: expected what `versalign eval calibrate` writes, found: {error}") from None
    encoder = copy(load_encoder(name, pooling=pooling, allow_download=allow_download))
    if not isinstance(encoder, Calibrated):
        raise ModelError(f"{folder}: expected an encoder that can have weights, found {name}")
    encoder.weights = folder / WEIGHTS
    return encoder
