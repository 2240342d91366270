"""Gzip, around a file of any format: unpacked up to a limit, never further."""

import os
import zlib

from align.errors import InputError
from align.limits import MEDIA_FACTOR, Limits

_MARK = b"\x1f\x8b"
_GZIP = 16 + zlib.MAX_WBITS
# Files that may hold pictures beside their text.
_WITH_PICTURES = (b"%PDF-", b"PK\x03\x04")


def is_packed(data: bytes) -> bool:
    """Return whether the bytes are those of a gzip file."""
    return data.startswith(_MARK)


def inner_suffix(name: str) -> str:
    """Return the suffix of a file, in small letters; of `a.html.gz` it is that of what is packed.

    >>> inner_suffix("a.html.gz"), inner_suffix("b.TXT"), inner_suffix("c.gz")
    ('.html', '.txt', '')
    """
    stem, suffix = _parted(os.path.basename(name.rstrip("/")))  # noqa: PTH119 - a path takes ten times as long
    return _parted(stem)[1] if suffix == ".gz" else suffix


def _parted(name: str) -> tuple[str, str]:
    """Return the name of a file without its suffix, and that in small letters."""
    dot = name.rfind(".")
    return (name[:dot], name[dot:].lower()) if 0 < dot < len(name) - 1 else (name, "")


def unpack(data: bytes, *, name: str, limits: Limits) -> bytes:
    """Return what a gzip file holds; of several members all, one after the other.

    Args:
        data: the whole file.
        name: of the file, for messages.
        limits: for the size of what is in it.

    Raises:
        InputError: it is damaged, too large, or packed twice.
    """
    pictures = _start(data).startswith(_WITH_PICTURES)
    most = limits.size * (MEDIA_FACTOR if pictures else 1)
    parts: list[bytes] = []
    size = 0
    while data.startswith(_MARK):
        member = zlib.decompressobj(_GZIP)
        try:
            parts.append(member.decompress(data, most + 1 - size))
        except zlib.error:
            raise InputError(f"{name}: expected a gzip file, found a damaged one; pack it again") from None
        size += len(parts[-1])
        limits.check_media(name, size) if pictures else limits.check_size(name, size)
        if not member.eof:
            raise InputError(f"{name}: expected a whole gzip file, found one that is cut off; copy it again")
        data = member.unused_data
    whole = b"".join(parts)
    if is_packed(whole):
        raise InputError(f"{name}: expected a document, found a gzip file within a gzip file; unpack it")
    return whole


def _start(data: bytes) -> bytes:
    try:
        return zlib.decompressobj(_GZIP).decompress(data, 8)
    except zlib.error:
        return b""
