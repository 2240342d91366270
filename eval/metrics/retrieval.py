"""Retrieval: does a sentence find its translation among all sentences of the other language?

Files are gzipped or plain TSV with two columns, English and one other language, named `….en-xx.tsv.gz`.
"""

import gzip
import re
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from align.encoding import Encoder
from align.errors import InputError
from eval.gold.sets import read_lines

_NAME = re.compile(r"\.([a-zA-Z-]+?)-([a-z]{2,3})\.tsv(?:\.gz)?$")


@dataclass(frozen=True, slots=True)
class ParallelText:
    """Sentences of two languages that are translations of each other, line by line."""

    name: str
    source_language: str
    target_language: str
    source: tuple[str, ...]
    target: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Retrieval:
    """How many sentences found their translation.

    Attributes:
        forward: sentences of the source that did.
        backward: sentences of the target that did.
        sentences: on either side.
    """

    forward: int
    backward: int
    sentences: int

    @property
    def accuracies(self) -> tuple[float, float]:
        """Return the shares for source to target and back, 0 to 1."""
        return self.forward / self.sentences, self.backward / self.sentences


def retrieval_files(folder: Path) -> tuple[Path, ...]:
    """Return the retrieval files in a folder."""
    return tuple(sorted(path for path in folder.glob("*.tsv*") if _NAME.search(path.name)))


def read_parallel(path: Path) -> ParallelText:
    """Return a retrieval file.

    Raises:
        InputError: with file and line, for a line that has not two columns with text.
    """
    named = _NAME.search(path.name)
    if named is None:
        raise InputError(f"{path}: expected a name such as set.en-de.tsv.gz")
    source, target = [], []
    for number, line in enumerate(_lines(path), start=1):
        columns = line.split("\t")
        if len(columns) != 2 or not all(column.strip() for column in columns):
            raise InputError(f"{path}:{number}: expected two columns with text, found {line[:60]!r}")
        source.append(columns[0])
        target.append(columns[1])
    return ParallelText(path.name.split(".tsv")[0], named[1], named[2], tuple(source), tuple(target))


def score_retrieval(text: ParallelText, encoder: Encoder) -> Retrieval:
    """Return how many sentences are nearest by cosine to their own translation, in both directions.

    The accuracy of Tatoeba and FLORES retrieval (Artetxe and Schwenk 2019, doi:10.1162/tacl_a_00288, without margin).
    Of equal cosines the first sentence counts.
    """
    cosines = _unit(encoder.encode(text.source)) @ _unit(encoder.encode(text.target)).T
    truth = np.arange(len(text.source))
    forward, backward = cosines.argmax(axis=1) == truth, cosines.argmax(axis=0) == truth
    return Retrieval(int(forward.sum()), int(backward.sum()), len(truth))


def _lines(path: Path) -> tuple[str, ...]:
    """Return the lines of a file that may be gzipped."""
    if path.suffix != ".gz":
        return read_lines(path)
    try:
        text = gzip.decompress(path.read_bytes()).decode("utf-8")
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        raise InputError(f"{path}: expected gzipped UTF-8, found something else ({error})") from None
    return tuple(text.removesuffix("\n").split("\n"))


def _unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the vectors at length one; a zero vector stays zero."""
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    norms[norms == 0.0] = 1.0
    unit: NDArray[np.float32] = vectors / norms
    return unit
