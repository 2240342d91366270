"""One module per input format; each gives back the text as read, its blocks and what the format tells about them.

Heavy libraries are imported inside the functions that need them. To add a format, add a module and a line to `READERS`.
"""

import sys
from pathlib import Path, PurePath
from typing import Protocol

from align.errors import InputError
from align.plugins import load_member
from align.reading.blocks import Block, Reading

__all__ = ["READERS", "Block", "Reader", "Reading", "read_bytes", "read_file"]

READERS: dict[str, str] = {
    ".txt": "align.reading.plain:read",
    ".md": "align.reading.markdown:read",
    ".markdown": "align.reading.markdown:read",
    ".mdx": "align.reading.markdown:read",
    ".rst": "align.reading.rst:read",
    ".adoc": "align.reading.asciidoc:read",
    ".asciidoc": "align.reading.asciidoc:read",
    ".html": "align.reading.html:read",
    ".htm": "align.reading.html:read",
    ".xhtml": "align.reading.html:read",
    ".docx": "align.reading.docx:read",
    ".pdf": "align.reading.pdf:read",
}


class Reader(Protocol):
    """Turns the bytes of a file into its text and blocks."""

    def __call__(self, data: bytes, *, name: str, encoding: str | None) -> Reading:
        """Return the text as read; its blocks are in order, and only white space is between them.

        Args:
            data: the whole file.
            name: of the file, for messages.
            encoding: what the user told, which outranks all but a byte order mark; None for nothing.

        Raises:
            InputError: it cannot be read; the message names the file.
        """
        ...


def read_bytes(data: bytes, *, name: str, encoding: str | None = None) -> Reading:
    """Read a document by the suffix of its name; without a known one its first bytes tell PDF, Word and HTML from text.

    Args:
        data: the whole file.
        name: of the file, for its suffix and for messages.
        encoding: of the text, for formats that leave it open; outranked by a byte order mark only.

    Raises:
        InputError: the bytes are empty, damaged, not of the format, or hold no text.
        OptionError: there is no such encoding.

    >>> reading = read_bytes(b"The harbour is closed.", name="note.txt")
    >>> reading.text, len(reading.blocks)
    ('The harbour is closed.', 1)
    """
    if not data.strip():
        raise InputError(f"{name}: expected text, found an empty file; give a file with text")
    suffix = PurePath(name).suffix.lower()
    read: Reader = load_member(READERS, suffix if suffix in READERS else _sniff(data), kind="reader")
    reading = read(data, name=name, encoding=encoding)
    if not reading.blocks:
        raise InputError(f"{name}: expected text, found only white space or markup; give a file with text")
    return reading


def read_file(path: Path, *, encoding: str | None = None) -> tuple[bytes, Reading]:
    """Read a document from a file, or from standard input for the path `-`; its bytes come first, for a checksum.

    Args:
        path: of the file, or `-`.
        encoding: of the text, for formats that leave it open; found out for None.
    """
    name = "<stdin>" if path == Path("-") else str(path)
    try:
        data = _standard_input() if path == Path("-") else path.read_bytes()
    except FileNotFoundError:
        raise InputError(f"{name}: expected a file, found nothing there; check the path") from None
    except IsADirectoryError:
        raise InputError(f"{name}: expected a file, found a directory; name a file in it") from None
    except PermissionError:
        raise InputError(f"{name}: expected a readable file, found no permission to read it; check its mode") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{name}: expected a readable file, found: {reason}; check the path") from None
    return data, read_bytes(data, name=name, encoding=encoding)


def _standard_input() -> bytes:
    """Return all of standard input, which is None where it was closed before the start."""
    if sys.stdin is None:
        raise ValueError("a closed standard input")
    return sys.stdin.buffer.read()


# A page may begin with comments and white space; a PDF may have up to a kilobyte before its mark.
_SNIFF_BYTES = 1024


def _sniff(data: bytes) -> str:
    """Return the suffix of the format that the first bytes speak for."""
    if b"%PDF-" in data[:_SNIFF_BYTES]:
        return ".pdf"
    if data.startswith(b"PK\x03\x04") and b"word/document.xml" in data:
        return ".docx"
    start = data[:_SNIFF_BYTES].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if start.startswith((b"<html", b"<!doctype html")) or (start.startswith(b"<?xml") and b"<html" in start):
        return ".html"
    return ".txt"
