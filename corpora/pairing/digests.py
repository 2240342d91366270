"""What pairing by content keeps of a document: vectors of its sentences, its numbers and its names in Latin script."""

import re
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from align.bitext import Document, Role
from align.documents import read_document
from align.encoding import load_encoder
from align.errors import AlignError
from align.language import primary_language
from corpora.find import Found
from corpora.trouble import Trouble

_MOST = 64  # sentences of a document, spread evenly over a longer one
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_NAME = re.compile(r"\b[A-Z][A-Za-z]{3,}")


@dataclass(frozen=True, slots=True)
class Digest:
    """One document: float16 (n, d) unit vectors of its sentences, the numbers and names; or why it cannot be read."""

    document: Found
    language: str
    vectors: npt.NDArray[np.float16]
    numbers: frozenset[str]
    names: frozenset[str]
    trouble: Trouble | None = None


def digest_documents(documents: tuple[Found, ...]) -> list[Digest]:
    """Return the digests of documents.

    Args:
        documents: to read.
    """
    return [_digest(document) for document in documents]


def _digest(found: Found) -> Digest:
    nothing = np.zeros((0, 0), dtype=np.float16), frozenset[str](), frozenset[str]()
    try:
        document = read_document(found.path)
    except Exception as error:  # a damaged file may raise anything in the library that reads it
        reason = " ".join(str(error).split()).replace(str(found.path), found.name)
        told = reason if isinstance(error, AlignError) else f"{type(error).__name__}: {reason}"
        return Digest(found, "", *nothing, Trouble(found.name, told))
    texts = _sentences(document)
    vectors = load_encoder().encode(texts)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + np.float32(1e-9)
    together = " ".join(texts)
    numbers = frozenset(re.sub(r"\D", "", number) for number in _NUMBER.findall(together) if len(number) > 1)
    names = frozenset(name.lower() for name in _NAME.findall(together))
    return Digest(found, primary_language(document.language), vectors.astype(np.float16), numbers, names)


def _sentences(document: Document) -> list[str]:
    """Return the sentences of the article and its headline, or some of them."""
    texts = [segment.text for segment in document.segments if segment.role in {Role.BODY, Role.HEADLINE}]
    if len(texts) <= _MOST:
        return texts
    return [texts[number * len(texts) // _MOST] for number in range(_MOST)]
