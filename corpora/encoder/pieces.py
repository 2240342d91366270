"""Translation pairs as arrays of piece numbers, ready for training."""

import logging
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import sentencepiece
from numpy.typing import NDArray

from align.errors import InputError
from corpora.encoder.pairs import PairFile, read_pairs

LOG = logging.getLogger(__name__)

MAX_PIECES = 160  # longer texts are rare, and documents rather than sentences
UNKNOWN = 0


@dataclass(frozen=True, slots=True)
class Side:
    """The texts of one side: text k has the pieces from offsets[k] to offsets[k + 1]; equal texts have equal hashes."""

    pieces: NDArray[np.int32]
    offsets: NDArray[np.int64]
    hashes: NDArray[np.int64]

    @property
    def lengths(self) -> NDArray[np.int64]:
        """Return the number of pieces of each text."""
        return np.diff(self.offsets)

    def gather(self, chosen: NDArray[np.int64]) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
        """Return the pieces of the chosen texts one after another, and the offsets where each text starts."""
        starts = self.offsets[chosen]
        lengths = self.offsets[chosen + 1] - starts
        offsets = np.concatenate(([0], np.cumsum(lengths)))
        places = np.arange(offsets[-1]) + np.repeat(starts - offsets[:-1], lengths)
        return self.pieces[places], offsets


@dataclass(frozen=True, slots=True)
class PairTable:
    """All pairs: both sides, whether a pair is a sentence (or a term), its file and its collection."""

    source: Side
    target: Side
    is_text: NDArray[np.bool_]
    file: NDArray[np.int16]
    collection: NDArray[np.int16]
    collections: tuple[str, ...]

    def usable(self) -> NDArray[np.bool_]:
        """Return which pairs have pieces, and not too many, on both sides."""
        lengths = np.stack([self.source.lengths, self.target.lengths])
        usable: NDArray[np.bool_] = (lengths.min(axis=0) > 0) & (lengths.max(axis=0) < MAX_PIECES)
        return usable


def load_vocabulary(path: Path) -> sentencepiece.SentencePieceProcessor:
    """Return a vocabulary.

    Raises:
        InputError: if the file is missing or no SentencePiece model.
    """
    try:
        return sentencepiece.SentencePieceProcessor(model_file=str(path))
    except (OSError, RuntimeError):
        found = "another file" if path.is_file() else "no file"
        raise InputError(f"{path}: expected a SentencePiece model, found {found}; check the path") from None


def read_table(files: list[PairFile], vocabulary: Path, *, threads: int = 2) -> PairTable:
    """Read all pairs of `files` and cut them into the pieces of `vocabulary`.

    Raises:
        InputError: if the vocabulary is none, or a line of a file is no pair.
    """
    model = load_vocabulary(vocabulary)
    sources, targets, is_text, file_of, collection_of = [], [], [], [], []
    collections: dict[str, int] = {}
    for number, file in enumerate(files):
        pairs = list(read_pairs(file))
        sources.append(_cut(model, [pair.source for pair in pairs], threads))
        targets.append(_cut(model, [pair.target for pair in pairs], threads))
        is_text.append(np.array([pair.kind == "text" for pair in pairs], dtype=np.bool_))
        file_of.append(np.full(len(pairs), number, dtype=np.int16))
        numbers = [collections.setdefault(pair.collection, len(collections)) for pair in pairs]
        collection_of.append(np.array(numbers, dtype=np.int16))
        LOG.info(f"read {file.path.name}: {len(pairs)} pairs")
    return PairTable(
        source=_side(sources, model.vocab_size()),
        target=_side(targets, model.vocab_size()),
        is_text=np.concatenate(is_text),
        file=np.concatenate(file_of),
        collection=np.concatenate(collection_of),
        collections=tuple(collections),
    )


def _cut(
    model: sentencepiece.SentencePieceProcessor, texts: list[str], threads: int
) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """Return the known pieces of texts one after another, and how many each text has."""
    cut = model.encode(texts, num_threads=threads)
    lengths = np.fromiter((len(pieces) for pieces in cut), dtype=np.int64, count=len(cut))
    pieces = np.fromiter((p for each in cut for p in each), dtype=np.int32, count=int(lengths.sum()))
    known = pieces != UNKNOWN
    text_of = np.repeat(np.arange(len(cut)), lengths)
    return pieces[known], np.bincount(text_of[known], minlength=len(cut)).astype(np.int64)


def _side(parts: list[tuple[NDArray[np.int32], NDArray[np.int64]]], size: int) -> Side:
    """Join the files of one side; the hash of a text is the sum of one random number a piece."""
    pieces = np.concatenate([part[0] for part in parts])
    offsets = np.concatenate(([0], np.cumsum(np.concatenate([part[1] for part in parts]))))
    numbers = np.random.default_rng(0).integers(1, 2**62, size=size)
    sums = np.concatenate(([0], np.cumsum(numbers[pieces])))
    return Side(pieces, offsets, sums[offsets[1:]] - sums[offsets[:-1]])
