"""E-books (EPUB 2 and 3): the chapters in the order of the book, each read as a web page.

`epub_package.py` tells that order, and which pages are covers and tables of contents; these are furniture.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from zipfile import ZipFile

from align.bitext import Element, Role, Structure
from align.errors import InputError
from align.reading.archive import declared_encoding, open_archive, read_part
from align.reading.assemble import PagePiece, Piece, assemble_structure
from align.reading.blocks import Reading
from align.reading.encodings import decode
from align.reading.epub_package import Chapter, read_package
from align.reading.html import fragment_pieces


def read(data: bytes, *, name: str, encoding: str | None) -> Reading:
    """Read an e-book; its encoding is always its own."""
    with open_archive(data, name) as archive:
        book = read_package(archive, name)
        parts = set(archive.namelist())
        missing = [chapter.part for chapter in book.chapters if chapter.part not in parts]
        found = [chapter for chapter in book.chapters if chapter.part in parts]
        assembled = assemble_structure(piece for chapter in found for piece in _pieces(archive, chapter, name))
    warnings = tuple(f"{name}: lacks the chapter {part!r:.80}" for part in missing)
    return Reading(
        assembled.text,
        assembled.blocks,
        title=book.title,
        byline=book.author,
        date=book.date,
        language=book.language,
        warnings=warnings,
        structure=assembled.structure,
    )


_ENTITIES = re.compile(r"<!ENTITY\b|<html\b", re.IGNORECASE)
_PAGE_TYPE = re.compile(
    r"<(?:body|section|nav)\b[^>]{0,500}?\bepub:type\s{0,9}=\s{0,9}[\"']([^\"'>]{1,200})", re.IGNORECASE
)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]{1,20}:|//", re.IGNORECASE)
_PARTS = frozenset("frontmatter bodymatter backmatter".split())
_FURNITURE = frozenset(
    "cover toc landmarks loi lot page-list titlepage halftitlepage halftitle copyright-page imprint colophon".split()
)


def _pieces(archive: ZipFile, chapter: Chapter, name: str) -> Iterator[Piece]:
    data = read_part(archive, chapter.part, name)
    source = decode(data, name=name, declared=declared_encoding(data)).text
    first = _ENTITIES.search(source)
    if first and first[0].lower() == "<!entity":
        raise InputError(f"{name}: expected plain XHTML, found entities declared in {chapter.part!r:.80}; save it anew")
    kinds = [set(kind.split()) - _PARTS for kind in _PAGE_TYPE.findall(source)]
    told = [kind for kind in kinds if kind]
    aside = chapter.is_aside or (bool(told) and all(kind & _FURNITURE for kind in told))
    for piece in fragment_pieces(source):
        elements = tuple(filter(None, map(_told, piece.elements)))
        yield replace(piece, role=_role(piece, aside=aside), elements=elements)


def _told(element: Element) -> Element | None:
    """Return an element as what a translation keeps: how files are called within a book says nothing."""
    if element.kind is Structure.IMAGE:
        return replace(element, value="")
    inside = element.kind is Structure.LINK and not _ELSEWHERE.match(element.value)
    return None if inside else element


def _role(piece: Piece, *, aside: bool) -> Role | None:
    if aside:
        return Role.FURNITURE
    heading = isinstance(piece, PagePiece) and bool(piece.heading)
    return Role.HEADLINE if heading and piece.role is None else piece.role
