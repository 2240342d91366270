"""The two versions of a command: reading them, loading what gives them vectors, and waiting for the result."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from align.bitext import Document
from align.errors import OptionError
from align.limits import Limits

if TYPE_CHECKING:
    from align.encoding import Encoder

_Result = TypeVar("_Result")


def read_pair(
    source: Path,
    target: Path,
    languages: tuple[str, str],
    encoding: str,
    segmented: bool,
    keep_furniture: bool,
    limits: Limits,
) -> tuple[Document, Document]:
    """Return both documents.

    Args:
        source: a file, or - for standard input.
        target: the same; one of them alone may be standard input.
        languages: of either; found out where empty.
        encoding: of both; found out if empty.
        segmented: whether each line is a sentence.
        keep_furniture: whether page furniture is article text.
        limits: what is too much.

    Raises:
        OptionError: both are standard input.
        InputError: one cannot be read.
    """
    from align.documents import read_document

    if source == target == Path("-"):
        raise OptionError("expected one of the versions from standard input, found - twice; give a file for the other")
    first, second = (
        read_document(
            path,
            language=language,
            encoding=encoding,
            segmented=segmented,
            keep_furniture=keep_furniture,
            limits=limits,
        )
        for path, language in zip((source, target), languages, strict=True)
    )
    return first, second


def load_vectors(name: str | None, pooling: str = "", allow_download: bool = False) -> "Encoder | None":
    """Load the encoder: before the documents, so that its vocabulary is read while they are.

    None stays None, so that an aligner without vectors accepts it; one with vectors finds the embedded encoder loaded.

    Args:
        name: as for `align.encoding.load_encoder`.
        pooling: likewise.
        allow_download: likewise.
    """
    from align.lattice.alone import let_numba_be_alone

    let_numba_be_alone()
    from align.encoding import load_encoder

    encoder = load_encoder(name or "embedded", pooling=pooling, allow_download=allow_download)
    return None if name is None else encoder


def with_patience(work: Callable[[], _Result], encoder: "Encoder | None" = None) -> _Result:
    """Do `work`; on a terminal show that it goes on.

    Args:
        work: what takes a while.
        encoder: that tells how far it is, if it can.
    """
    if not sys.stderr.isatty():
        return work()
    from rich.console import Console

    from align.encoding import Reporting
    from align.lattice.shipped import shipped_kernels

    first = "" if shipped_kernels() else " (the first run also prepares the kernels, which takes a while)"
    with Console(stderr=True).status(f"comparing{first} …") as s:
        if isinstance(encoder, Reporting):
            encoder.report = lambda done, of, rate: s.update(f"encoding: {done} of {of} texts, {rate:.0f} a second …")
        return work()
