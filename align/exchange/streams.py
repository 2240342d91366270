"""Files of text to read from and to write to, where `-` is a standard stream; trouble is one line."""

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

from align.errors import InputError
from align.files import replacing

STANDARD = Path("-")


@contextmanager
def reading_bytes(path: Path) -> Iterator[BinaryIO]:
    """Give a file to read from, from its beginning; `-` is standard input.

    Raises:
        InputError: it cannot be read.
    """
    if path == STANDARD:
        yield sys.stdin.buffer
        return
    try:
        file = path.open("rb")
    except (OSError, ValueError) as error:  # the latter for a name with a null character
        raise InputError(f"{path}: expected a readable file, found: {_reason(error)}; check the path") from None
    with file:
        try:
            yield file
        except OSError as error:
            raise InputError(f"{path}: expected a readable file, found: {_reason(error)}; check the path") from None


@contextmanager
def reading(path: Path) -> Iterator[TextIO]:
    r"""Give a file of UTF-8 text, with or without a byte order mark; only `\n` ends a line.

    Raises:
        InputError: it cannot be read, or is no UTF-8.
    """
    with reading_bytes(path) as file:
        text = io.TextIOWrapper(file, encoding="utf-8-sig", errors="surrogatepass", newline="\n")
        try:
            yield text
        except UnicodeDecodeError:
            raise InputError(f"{path}: expected UTF-8, found other bytes; save it as UTF-8") from None
        finally:
            text.detach()


@contextmanager
def writing_bytes(path: Path) -> Iterator[BinaryIO]:
    """Give a file to write to, which takes its place when the block ends and goes with an error; `-` is stdout.

    Raises:
        InputError: it cannot be written.
    """
    if path == STANDARD:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    try:
        with replacing(path) as file:
            yield file
    except OSError as error:
        raise InputError(f"{path}: expected a file to write to, found: {_reason(error)}") from error


@contextmanager
def writing(path: Path) -> Iterator[TextIO]:
    """Do what `writing_bytes` does with UTF-8 text; line ends stay as they are, and so do lone surrogates."""
    if path == STANDARD:
        yield sys.stdout
        return
    with writing_bytes(path) as file:
        text = io.TextIOWrapper(file, encoding="utf-8", errors="surrogatepass", newline="\n")
        try:
            yield text
        finally:
            text.detach()  # flushes, and leaves the file to be closed by who opened it


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
