"""One module per input format; each gives back the text as read, its blocks and what the format tells about them.

Heavy libraries are imported inside the functions that need them. To add a format, add a module and a line to `READERS`;
without a suffix it is told by `marks.py` or `looks.py`. Formats that are known and not read are named in `unread.py`.
"""

import sys
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, Protocol

from align.errors import InputError
from align.limits import MEDIA_FACTOR, USUAL_LIMITS, Limits
from align.plugins import load_member
from align.reading.archive import check_archive
from align.reading.blocks import Block, Reading
from align.reading.looks import by_look
from align.reading.marks import by_mark
from align.reading.packed import inner_suffix, is_packed, unpack
from align.reading.unread import UNREAD, refuse

__all__ = ["READERS", "Block", "Limits", "Reader", "Reading", "read_bytes", "read_file"]

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
    ".odt": "align.reading.odt:read",
    ".rtf": "align.reading.rtf:read",
    ".epub": "align.reading.epub:read",
    ".pdf": "align.reading.pdf:read",
    ".srt": "align.reading.subtitles:read",
    ".vtt": "align.reading.subtitles:read",
}
_PLAIN = ".txt"
_PAGES = (".html", ".htm", ".xhtml")
_ARCHIVES = (".docx", ".odt", ".epub")


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


def read_bytes(data: bytes, *, name: str, encoding: str | None = None, limits: Limits = USUAL_LIMITS) -> Reading:
    """Read a document as what its first bytes mark it as, or else by the suffix of its name, or as what it looks like.

    Args:
        data: the whole file, packed by gzip or not.
        name: of the file, for its suffix and for messages.
        encoding: of the text, for formats that leave it open; outranked by a byte order mark only.
        limits: beyond which it is refused.

    Raises:
        InputError: the bytes are empty, damaged, too many, not of the format, of one that is not read, or hold no text.
        OptionError: there is no such encoding.

    >>> reading = read_bytes(b"The harbour is closed.", name="note.txt")
    >>> reading.text, len(reading.blocks)
    ('The harbour is closed.', 1)
    """
    if is_packed(data):
        data = unpack(data, name=name, limits=limits)
    if not data or data.isspace():
        raise InputError(f"{name}: expected text, found an empty file; give a file with text")
    told = inner_suffix(name)
    suffix = _suffix_of(data, told)
    if suffix in UNREAD:
        raise refuse(name, suffix)
    _check_limits(data, suffix, name, limits)
    read: Reader = load_member(READERS, suffix, kind="reader")
    reading = read(data, name=name, encoding=encoding)
    if not reading.blocks:
        raise InputError(f"{name}: expected text, found only white space or markup; give a file with text")
    limits.check_segments(name, len(reading.blocks))
    if told in READERS and READERS[told] != READERS[suffix]:
        said = f"{name}: expected {told} by its name, found {suffix}; read as {suffix}"
        reading = replace(reading, warnings=(*reading.warnings, said))
    return reading


def _suffix_of(data: bytes, told: str) -> str:
    """Return the suffix of the format of a file: a reader's, or one of `UNREAD`."""
    found = by_mark(data)
    if (found == ".xml" and told in _PAGES) or (found == ".zip" and told in _ARCHIVES):
        found = ""  # a page in a dialect of its own, or an archive whose reader can say what it lacks
    if not found and (told == _PLAIN or told not in READERS):
        found = by_look(data)
    return found or (told if told in READERS or told in UNREAD else _PLAIN)


def _check_limits(data: bytes, suffix: str, name: str, limits: Limits) -> None:
    """Refuse what would take too much memory, before anything is made of it."""
    if suffix in _ARCHIVES:
        check_archive(data, name=name, limits=limits)
        return
    if suffix == ".pdf":
        limits.check_media(name, len(data))
        return
    limits.check_size(name, len(data))
    if suffix in _PAGES:
        limits.check_tags(name, data.count(b"<"))
    elif suffix == ".rtf":
        limits.check_tags(name, data.count(b"{"))
        limits.check_lines(name, data.count(b"\\par") + data.count(b"\\line") + data.count(b"\\cell"))
    else:
        limits.check_lines(name, data.count(b"\n") + data.count(b"\r"))


def read_file(path: Path, *, encoding: str | None = None, limits: Limits = USUAL_LIMITS) -> tuple[bytes, Reading]:
    """Read a document from a file, or from standard input for the path `-`; its bytes come first, for a checksum.

    Args:
        path: of the file, or `-`.
        encoding: of the text, for formats that leave it open; found out for None.
        limits: beyond which it is refused.
    """
    name = "<stdin>" if str(path) == "-" else str(path)
    most = limits.size * MEDIA_FACTOR + 1
    try:
        data = _standard_input(most) if str(path) == "-" else _bytes_of(path, most)
    except FileNotFoundError:
        raise InputError(f"{name}: expected a file, found nothing there; check the path") from None
    except IsADirectoryError:
        raise InputError(f"{name}: expected a file, found a directory; name a file in it") from None
    except PermissionError:
        raise InputError(f"{name}: expected a readable file, found no permission to read it; check its mode") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{name}: expected a readable file, found: {reason}; check the path") from None
    limits.check_media(name, len(data))
    return data, read_bytes(data, name=name, encoding=encoding, limits=limits)


def _bytes_of(path: Path, most: int) -> bytes:
    """Return the first bytes of a file, which may have no end."""
    with path.open("rb") as file:
        return _first_bytes(file, most)


def _standard_input(most: int) -> bytes:
    """Return the first bytes of standard input, which is None where it was closed before the start."""
    if sys.stdin is None:
        raise ValueError("a closed standard input")
    return _first_bytes(sys.stdin.buffer, most)


_FIRST_CHUNK, _LARGEST_CHUNK = 2**16, 2**24


def _first_bytes(file: BinaryIO, most: int) -> bytes:
    """Read in chunks that grow, because a file object makes room at once for as much as it is asked for."""
    parts: list[bytes] = []
    chunk = _FIRST_CHUNK
    while most > 0:
        asked = min(most, chunk)
        part = file.read(asked)
        parts.append(part)
        if len(part) < asked:  # the end
            break
        most, chunk = most - asked, min(2 * chunk, _LARGEST_CHUNK)
    return b"".join(parts)
