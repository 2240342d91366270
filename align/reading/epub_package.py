"""What an e-book says of itself: title, author, language, and its parts in the order of reading."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote
from zipfile import ZipFile

from align.errors import InputError
from align.reading.archive import parse_part

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


@dataclass(frozen=True, slots=True)
class Chapter:
    """One part of a book: its name in the archive, and whether it is a cover or a table of contents."""

    part: str
    is_aside: bool


@dataclass(frozen=True, slots=True)
class Book:
    """What the package tells; an empty string for what it does not."""

    title: str
    author: str
    date: str
    language: str
    chapters: tuple[Chapter, ...]


def read_package(archive: ZipFile, name: str) -> Book:
    """Return what the package file of a book tells.

    Args:
        archive: the book.
        name: of the file, for messages.

    Raises:
        InputError: it is damaged, protected, or tells no chapters.
    """
    container = parse_part(archive, "META-INF/container.xml", name)
    paths = [path for root in container.iter("{*}rootfile") if (path := root.get("full-path"))]
    if not paths:
        raise InputError(f"{name}: expected an e-book, found no package file named in it; save it again")
    package = parse_part(archive, paths[0], name)
    chapters = tuple(_chapters(package, posixpath.dirname(paths[0])))
    if not chapters:
        raise InputError(f"{name}: expected an e-book, found no chapters in its order of reading; save it again")
    _check_protection(archive, chapters, name)
    language = _told(package, "language")
    return Book(
        title=_told(package, "title"),
        author=", ".join(_all_told(package, "creator")),
        date=date[0] if (date := _DAY.match(_told(package, "date"))) else "",
        language=language.replace("_", "-") if _LANGUAGE.fullmatch(language) else "",
        chapters=chapters,
    )


_DAY = re.compile(r"\d{4}(?:-\d\d){0,2}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")


def _all_told(package: "Element", tag: str) -> list[str]:
    found = package.iter(f"{{http://purl.org/dc/elements/1.1/}}{tag}")
    return [text for element in found if (text := " ".join((element.text or "").split()))]


def _told(package: "Element", tag: str) -> str:
    return next(iter(_all_told(package, tag)), "")


_PAGE_TYPES = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document")
_ASIDE_GUIDES = ("cover", "toc", "title-page", "copyright-page", "loi", "lot")
_ASIDE_NAMES = re.compile(r"(?:.*[-_.])?(?:cover|toc|nav|contents|titlepage|title-page|copyright|imprint|colophon)")


def _chapters(package: "Element", folder: str) -> Iterator[Chapter]:
    """Yield the pages of the book in the order of reading; what the package names twice is read once."""
    items = {item.get("id"): item for item in package.iter("{*}item")}
    guides = {
        _part(reference.get("href", ""), folder)
        for reference in package.iter("{*}reference")
        if reference.get("type", "").lower() in _ASIDE_GUIDES
    }
    seen: set[str] = set()
    for itemref in package.iter("{*}itemref"):
        item = items.get(itemref.get("idref"))
        if item is None or item.get("media-type", _PAGE_TYPES[0]).lower() not in _PAGE_TYPES:
            continue
        part = _part(item.get("href", ""), folder)
        if part and part not in seen:
            seen.add(part)
            named = _ASIDE_NAMES.fullmatch(PurePosixPath(part).stem.lower()) is not None
            is_nav = "nav" in item.get("properties", "").split()
            yield Chapter(part, named or is_nav or part in guides)


def _part(href: str, folder: str) -> str:
    """Return the name in the archive that a link in the package means.

    >>> _part("text/one%20two.xhtml#start", "OEBPS")
    'OEBPS/text/one two.xhtml'
    """
    path = "" if "://" in href else unquote(href.partition("#")[0].partition("?")[0])
    return posixpath.normpath(posixpath.join(folder, path)).lstrip("/") if path else ""


def _check_protection(archive: ZipFile, chapters: tuple[Chapter, ...], name: str) -> None:
    """Refuse a book whose chapters are encrypted; fonts often are, and do not matter."""
    if "META-INF/encryption.xml" not in archive.namelist():
        return
    root = parse_part(archive, "META-INF/encryption.xml", name)
    locked = {unquote(reference.get("URI", "")) for reference in root.iter("{*}CipherReference")}
    if any(chapter.part in locked for chapter in chapters):
        raise InputError(f"{name}: expected a readable e-book, found a protected one; it can only be read by its shop")
