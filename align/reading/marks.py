"""What the first bytes of a file say for certain: binary formats, archives by their parts, and kinds of XML."""

import re
from io import BytesIO
from zipfile import ZipFile

from align.reading.archive import UNREADABLE
from align.reading.encodings import peek

_MARKS = (
    (b"\x89PNG\r\n", ".png"),
    (b"\xff\xd8\xff", ".jpg"),
    (b"GIF87a", ".gif"),
    (b"GIF89a", ".gif"),
    (b"II*\0", ".tiff"),
    (b"MM\0*", ".tiff"),
    (b"AT&TFORM", ".djvu"),
    (b"\xd0\xcf\x11\xe0", ".doc"),
    (b"\xfd7zXZ\0", ".xz"),
    (b"7z\xbc\xaf\x27\x1c", ".7z"),
    (b"Rar!\x1a\x07", ".rar"),
    (b"(\xb5/\xfd", ".zst"),
)
_MARKS_INSIDE = ((257, b"ustar", ".tar"), (60, b"BOOKMOBI", ".mobi"), (8, b"WEBPVP8", ".webp"), (4, b"1AY&SY", ".bz2"))
# A PDF may have up to a kilobyte before its mark.
_MARK_WITHIN = 1024


def by_mark(data: bytes) -> str:
    r"""Return the suffix of the format that a file has for certain, whatever it is called; empty for none.

    >>> by_mark(b"{\\rtf1 Text}"), by_mark(b"Text")
    ('.rtf', '')
    """
    for mark, suffix in _MARKS:
        if data.startswith(mark):
            return suffix
    for place, mark, suffix in _MARKS_INSIDE:
        if data.startswith(mark, place):
            return suffix
    if data.startswith(b"PK\x03\x04"):
        return _archive_kind(data)
    if data.startswith(b"%PDF-") or (b"%PDF-" in data[:_MARK_WITHIN] and b"endobj" in data):
        return ".pdf"
    head = peek(data).lstrip("\ufeff \t\r\n")
    if head.startswith("{\\rtf"):
        return ".rtf"
    if _VTT.match(head) and "-->" in head:
        return ".vtt"
    return _xml_kind(head, data)


_VTT = re.compile(r"WEBVTT(?:[ \t][^\r\n]*)?(?:[\r\n]|\Z)")
_MIME_KINDS = {
    "application/epub+zip": ".epub",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.oasis.opendocument.text-template": ".odt",
    "application/vnd.oasis.opendocument.presentation": ".odp",
    "application/vnd.oasis.opendocument.spreadsheet": ".ods",
    "application/vnd.oasis.opendocument.graphics": ".odg",
}
_PART_KINDS = (
    ("META-INF/container.xml", ".epub"),
    ("word/document", ".docx"),
    ("xl/workbook", ".xlsx"),
    ("ppt/presentation", ".pptx"),
    ("content.xml", ".odt"),
)


def _archive_kind(data: bytes) -> str:
    """Return the kind of a zip archive by its parts; empty for one that is damaged, which its reader will tell."""
    if data.count(b"PK\x01\x02") > 100_000:
        return ".zip"
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
            mime = archive.open("mimetype").read(100) if "mimetype" in names else b""
    except (KeyError, *UNREADABLE):
        return ""
    told = _MIME_KINDS.get(mime.decode("ascii", "ignore").strip())
    found = (kind for part, kind in _PART_KINDS if any(name.startswith(part) for name in names))
    return told or next(found, "" if any(name.startswith(("word/", "[Content_Types]")) for name in names) else ".zip")


_ROOTS = {
    "tmx": ".tmx",
    "xliff": ".xliff",
    "martif": ".tbx",
    "tbx": ".tbx",
    "tt": ".ttml",
    "fictionbook": ".fb2",
    "svg": ".svg",
    "rss": ".rss",
    "office:document": ".fodt",
    "pkg:package": ".doc",
    "w:worddocument": ".doc",
}
_PAGES = ("html", "head", "body")
_DOCTYPE = re.compile(r"<!doctype\s+([\w:.-]{1,80})", re.IGNORECASE)
_ROOT = re.compile(r"<([A-Za-z_][\w.:-]{0,80})(?=[\s/>])")


def _xml_kind(head: str, data: bytes) -> str:
    """Return the kind of an XML file that is no web page; empty for all else."""
    declared, root = xml_root(head)
    if root in _PAGES or root.endswith(":html"):
        return ""
    # Without a declaration it may be a text that begins with the name of a tag.
    if root in _ROOTS and (declared or data.rstrip(b"\0 \t\r\n").endswith((b">", b">\0"))):
        return _ROOTS[root]
    return ".xml" if declared else ""


def xml_root(head: str) -> tuple[bool, str]:
    """Return whether a text begins as XML does, and the name of its first element in small letters, empty for none.

    >>> xml_root("<?xml version='1.0'?><!-- A memory --><TMX version='1.4'>")
    (True, 'tmx')
    """
    place, declared = 0, False
    for _ in range(50):
        place += len(head[place:]) - len(head[place:].lstrip())
        doctype = _DOCTYPE.match(head, place)
        if head.startswith("<?", place):
            declared, end = declared or head.startswith("<?xml", place), "?>"
        elif head.startswith("<!--", place):
            end = "-->"
        elif doctype:
            declared = declared or doctype[1].lower() != "html"
            end = "]" if 0 <= head.find("[", place) < head.find(">", place) else ">"
        elif head.startswith(">", place):
            end = ">"  # of a document type with declarations of its own
        else:
            break
        found = head.find(end, place)
        if found < 0:
            return declared, ""
        place = found + len(end)
    root = _ROOT.match(head, place)
    return declared, root[1].lower() if root else ""
