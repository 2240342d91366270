"""Zip archives, which Word, OpenDocument and e-book files are: what is refused before any part is read."""

import lzma
import re
import zipfile
import zlib
from io import BytesIO
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from align.errors import InputError
from align.limits import Limits
from align.reading.encodings import decode, is_known_on_the_web

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_MOST_ENTRIES = 10_000
_ENTRY_MARK = b"PK\x01\x02"
_LARGEST_RATIO = 200
# Small files of white space compress well and do no harm.
_RATIO_FROM = 2**20
_XML = (".xml", ".rels", ".opf", ".ncx")
_MEDIA = frozenset(
    ".png .jpg .jpeg .gif .bmp .tif .tiff .webp .avif .emf .wmf .ico .mp3 .mp4 .m4a .ogg .wav .ttf .otf .woff .woff2 "
    ".odttf .bin".split()
)
# A damaged list of parts leads to places before the file, to methods that nobody knows, to half of a part.
UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    NotImplementedError,
    RuntimeError,
    OSError,
    EOFError,
    ValueError,
    OverflowError,
)


def check_archive(data: bytes, *, name: str, limits: Limits) -> None:
    """Refuse what is damaged, encrypted, or would unpack to an unreasonable size.

    Declared sizes can be trusted: `zipfile` stops at them and compares the checksum.

    Args:
        data: the whole file.
        name: of the file, for messages.
        limits: for the size of its text.

    Raises:
        InputError: with the reason.
    """
    with open_archive(data, name) as archive:
        entries = archive.infolist()
        for entry in entries:
            _check_entry(entry, name)
        texts = [entry for entry in entries if PurePosixPath(entry.filename).suffix.lower() not in _MEDIA]
        limits.check_size(name, sum(entry.file_size for entry in texts))
        limits.check_media(name, sum(entry.file_size for entry in entries))
        tags = 0
        for entry in texts:
            part = read_part(archive, entry.filename, name)
            tags += part.count(b"<")
            limits.check_tags(name, tags)
            if entry.filename.lower().endswith(_XML):
                _check_xml(part, entry.filename, name)


def open_archive(data: bytes, name: str) -> zipfile.ZipFile:
    """Return an archive whose list of parts is sound.

    Args:
        data: the whole file.
        name: of the file, for messages.

    Raises:
        InputError: with the reason.
    """
    # Counted before `zipfile` makes objects of all of them.
    entries = data.count(_ENTRY_MARK)
    if entries > _MOST_ENTRIES:
        raise InputError(f"{name}: expected at most {_MOST_ENTRIES} parts, found {entries}; not a sound document")
    try:
        return zipfile.ZipFile(BytesIO(data))
    except UNREADABLE:
        raise InputError(f"{name}: expected a document, found a damaged one; save it again") from None


def read_part(archive: zipfile.ZipFile, part: str, name: str) -> bytes:
    """Return the bytes of one part of an archive.

    Args:
        archive: that `open_archive` opened.
        part: its name in there; never a path of this machine.
        name: of the file, for messages.

    Raises:
        InputError: there is no such part, or it is damaged.
    """
    try:
        return archive.read(part)
    except KeyError:
        raise InputError(f"{name}: expected a part {part!r:.80}, found none; save the file again") from None
    except UNREADABLE:
        raise InputError(f"{name}: expected a sound part {part!r:.80}, found a damaged one; save it again") from None


def parse_part(archive: zipfile.ZipFile, part: str, name: str) -> "Element":
    """Return the root of a part that is XML: no entity, no network, no document type of elsewhere.

    Args:
        archive: that `check_archive` let pass.
        part: its name in there.
        name: of the file, for messages.

    Raises:
        InputError: there is no such part, or it is damaged.
    """
    from lxml import etree

    data = read_part(archive, part, name)
    # Decoded here, because the parser obeys encodings that no browser knows.
    source = _XML_PROLOG.sub("", decode(data, name=name, declared=declared_encoding(data)).text)
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(source.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        reason = " ".join(str(error).split())[:120]
        raise InputError(f"{name}: expected XML in {part!r:.80}, found: {reason}; save it again") from None


_XML_PROLOG = re.compile(r"\A\s*<\?xml[^>]{0,300}\?>")
_XML_ENCODING = re.compile(rb"\s{0,99}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{1,40})[\"']")


def declared_encoding(data: bytes) -> str:
    """Return the encoding that a piece of XML declares; empty for none."""
    found = _XML_ENCODING.match(data)
    return found[1].decode("ascii", "ignore") if found else ""


def _check_xml(part: bytes, path: str, name: str) -> None:
    """Refuse XML that declares entities, which may grow without end, or an encoding that only some readers obey."""
    # UTF-16 has a NUL in each ASCII character; `<` stands in XML for nothing else.
    if b"<!ENTITY" in part.replace(b"\0", b""):
        raise InputError(f"{name}: expected plain XML, found entities declared in {path!r:.80}; save it again")
    declared = declared_encoding(part)
    if declared and not is_known_on_the_web(declared):
        raise InputError(f"{name}: expected UTF-8 in {path!r:.80}, found the encoding {declared!r}; save it again")


def _check_entry(entry: zipfile.ZipInfo, name: str) -> None:
    if entry.flag_bits & 1:
        raise InputError(f"{name}: expected a readable file, found an encrypted one; save it without password")
    if entry.file_size > _RATIO_FROM and entry.file_size > _LARGEST_RATIO * max(entry.compress_size, 1):
        raise InputError(f"{name}: expected a document, found a part packed over {_LARGEST_RATIO}:1; it may be a bomb")
