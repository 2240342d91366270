"""Aligners: two documents to an alignment. One table, one protocol."""

from importlib import import_module
from typing import Protocol

from align.bitext import Alignment, Document
from align.errors import OptionError

ALIGNERS: dict[str, str] = {
    "default": "align.aligners.default:align",
    "length": "align.aligners.length:align",
}


class Aligner(Protocol):
    """Finds the beads of two documents."""

    def __call__(self, source: Document, target: Document) -> Alignment:
        """Return beads that cover both documents exactly once."""
        ...


def align_documents(source: Document, target: Document, *, aligner: str = "default") -> Alignment:
    """Align two documents.

    Args:
        source: a document with article text, in any language.
        target: the same; it may be in the language of the source.
        aligner: a name in `ALIGNERS`.

    Raises:
        OptionError: for a name that is not in the table.
    """
    if aligner not in ALIGNERS:
        raise OptionError(f"expected an aligner among {', '.join(ALIGNERS)}, found {aligner!r}")
    module, function = ALIGNERS[aligner].split(":")
    run: Aligner = getattr(import_module(module), function)
    return run(source, target)
