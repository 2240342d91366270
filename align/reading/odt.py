"""OpenDocument texts (.odt): paragraphs, tables and text boxes in document order, notes behind them.

Tracked deletions, comments, headers and footers are left out, as in Word files; indexes are furniture.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from align.bitext import Role
from align.errors import InputError
from align.reading.archive import open_archive, parse_part
from align.reading.assemble import Piece, assemble
from align.reading.blocks import Reading
from align.reading.plain import block_spans

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def read(data: bytes, *, name: str, encoding: str | None) -> Reading:
    """Read an OpenDocument text; its encoding is always its own."""
    with open_archive(data, name) as archive:
        parts = archive.namelist()
        if "META-INF/manifest.xml" in parts:
            manifest = parse_part(archive, "META-INF/manifest.xml", name)
            if next(manifest.iter("{*}encryption-data"), None) is not None:
                raise InputError(f"{name}: expected a readable file, found an encrypted one; save it without password")
        content = parse_part(archive, "content.xml", name)
        meta = parse_part(archive, "meta.xml", name) if "meta.xml" in parts else None
    text, blocks = assemble(_pieces(content))
    title, author, language = (_told(meta, tag) for tag in ("title", "initial-creator", "language"))
    return Reading(
        text,
        blocks,
        title=title,
        byline=author or _told(meta, "creator"),
        date=_told(meta, "creation-date")[: len("2021-03-04")],
        language=language,
    )


def _told(meta: "Element | None", tag: str) -> str:
    """Return what the file tells of itself; empty for nothing."""
    found = None if meta is None else next(meta.iter(f"{{*}}{tag}"), None)
    return "" if found is None else " ".join((found.text or "").split())


_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_PARAGRAPHS = (f"{_TEXT}p", f"{_TEXT}h")
_NOTE = f"{_TEXT}note"
_SKIPPED = frozenset(
    [
        f"{_OFFICE}annotation",
        *(f"{_TEXT}{tag}" for tag in ("tracked-changes", "note-citation", "ruby-text", "hidden-text")),
        *(f"{_TEXT}{tag}" for tag in ("hidden-paragraph", "sequence-decls", "variable-decls")),
        "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}title",
        "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}desc",
        "{http://www.w3.org/1998/Math/MathML}math",
    ]
)
# What stands in a paragraph and is none of its text; its white space is for the eye of whoever reads the XML.
_WITHOUT_TEXT = _SKIPPED | {*_PARAGRAPHS, _NOTE}
_DRAWING = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_INDEXES = frozenset(
    f"{_TEXT}{kind}" for kind in ("table-of-content", "illustration-index", "table-index", "object-index", "user-index")
)
_CHARACTERS = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
_SPACES = re.compile(r"[ \t\r\n]+")
_MOST_SPACES = 100


def _pieces(content: "Element") -> Iterator[Piece]:
    parents = {
        style.get(f"{_STYLE}name"): style.get(f"{_STYLE}parent-style-name", "")
        for style in content.iter(f"{_STYLE}style")
    }
    notes: list[Piece] = []
    for paragraph in content.iter(*_PARAGRAPHS):
        around = {ancestor.tag for ancestor in paragraph.iterancestors()}
        if around & _SKIPPED or not around & {f"{_OFFICE}text"}:
            continue
        text = "".join(_texts(paragraph))
        role = Role.FURNITURE if around & _INDEXES else _role(paragraph, parents)
        pieces = [Piece(text[span.start : span.stop], role) for span in block_spans(text)]
        if _NOTE in around:
            notes += pieces
        else:
            yield from pieces
    yield from notes


def _texts(paragraph: "Element") -> Iterator[str]:
    """Yield the visible text of one paragraph; notes and text boxes in it are paragraphs of their own."""
    from lxml import etree

    walk = etree.iterwalk(paragraph, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            if element is not paragraph:
                yield _SPACES.sub(" ", element.tail or "")
        elif element is not paragraph and (element.tag in _WITHOUT_TEXT or element.tag.startswith(_DRAWING)):
            walk.skip_subtree()
        elif element.tag == f"{_TEXT}s":
            count = element.get(f"{_TEXT}c", "1")
            yield " " * min(int(count) if count.isdecimal() else 1, _MOST_SPACES)
        else:
            yield _CHARACTERS.get(element.tag, "") + _SPACES.sub(" ", element.text or "")


def _role(paragraph: "Element", parents: dict[str, str]) -> Role | None:
    style = paragraph.get(f"{_TEXT}style-name", "")
    name = (parents.get(style) or style).lower()
    if paragraph.tag == f"{_TEXT}h" or name in ("title", "subtitle") or name.startswith("heading"):
        return Role.HEADLINE
    return Role.CAPTION if name in ("caption", "illustration", "figure", "drawing", "table") else None
