"""OpenDocument texts (.odt): paragraphs, tables and text boxes in document order, notes behind them.

Tracked deletions, comments, headers and footers are left out, as in Word files; indexes are furniture.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from align.bitext import Role, Structure
from align.errors import InputError
from align.reading.archive import open_archive, parse_part
from align.reading.assemble import Container, Piece, assemble_structure
from align.reading.blocks import Reading
from align.reading.paragraphs import Paragraph

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
    assembled = assemble_structure(_pieces(content))
    title, author, language = (_told(meta, tag) for tag in ("title", "initial-creator", "language"))
    return Reading(
        assembled.text,
        assembled.blocks,
        title=title,
        byline=author or _told(meta, "creator"),
        date=_told(meta, "creation-date")[: len("2021-03-04")],
        language=language,
        structure=assembled.structure,
    )


def _told(meta: "Element | None", tag: str) -> str:
    """Return what the file tells of itself; empty for nothing."""
    found = None if meta is None else next(meta.iter(f"{{*}}{tag}"), None)
    return "" if found is None else " ".join((found.text or "").split())


_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_LINK = f"{_TEXT}a"
_ADDRESS = "{http://www.w3.org/1999/xlink}href"
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
    rows: dict[Element, Container] = {}
    for paragraph in content.iter(*_PARAGRAPHS):
        around = {ancestor.tag for ancestor in paragraph.iterancestors()}
        if around & _SKIPPED or not around & {f"{_OFFICE}text"}:
            continue
        gathered = _gather(paragraph)
        role, level = (Role.FURNITURE, "") if around & _INDEXES else _role(paragraph, parents)
        pieces = gathered.pieces(role, level, _row(paragraph, rows))
        if _NOTE in around:
            notes += pieces
        else:
            yield from pieces
    yield from notes


def _row(paragraph: "Element", rows: "dict[Element, Container]") -> Container | None:
    """Return the row of a table of several columns that a paragraph is in; a single column lays out the page."""
    row = next(paragraph.iterancestors(f"{_TABLE}table-row"), None)
    cells = 0 if row is None else len(row.findall(f"{_TABLE}table-cell"))
    return rows.setdefault(row, Container(Structure.ROW, str(cells))) if row is not None and cells > 1 else None


def _gather(paragraph: "Element") -> Paragraph:
    """Return the visible text of one paragraph; notes and text boxes in it are paragraphs of their own."""
    from lxml import etree

    gathered = Paragraph()
    walk = etree.iterwalk(paragraph, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            if element.tag == _LINK:
                gathered.close_link()
            if element is not paragraph:
                gathered.add(_SPACES.sub(" ", element.tail or ""))
        elif element is not paragraph and (element.tag in _WITHOUT_TEXT or element.tag.startswith(_DRAWING)):
            if next(element.iter(f"{_DRAWING}image"), None) is not None:
                gathered.add_image()
            walk.skip_subtree()
        elif element.tag == f"{_TEXT}s":
            count = element.get(f"{_TEXT}c", "1")
            gathered.add(" " * min(int(count) if count.isdecimal() else 1, _MOST_SPACES))
        else:
            if element.tag == _LINK:
                gathered.open_link(element.get(_ADDRESS, ""))
            gathered.add(_CHARACTERS.get(element.tag, "") + _SPACES.sub(" ", element.text or ""))
    return gathered


def _role(paragraph: "Element", parents: dict[str, str]) -> tuple[Role | None, str]:
    """Return the role that a style tells, and the level of a heading; empty for none."""
    style = paragraph.get(f"{_TEXT}style-name", "")
    name = (parents.get(style) or style).lower()
    if paragraph.tag == f"{_TEXT}h" or name in ("title", "subtitle") or name.startswith("heading"):
        number = re.search(r"\d{1,2}$", name)
        told = paragraph.get(f"{_TEXT}outline-level") or (number[0] if number else "")
        return Role.HEADLINE, told or {"subtitle": "2"}.get(name, "1")
    caption = name in ("caption", "illustration", "figure", "drawing", "table")
    return (Role.CAPTION if caption else None), ""
