"""The structure of a web page: what its elements say of headings, code, rows, images and links."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from align.bitext import Element, Role, Span, Structure
from align.reading.assemble import Container, PagePiece
from align.reading.cells import is_sentence

if TYPE_CHECKING:
    from lxml.etree import _Element as Tag


@dataclass(slots=True)
class PageStructure:
    """What is open at a place of the page, and what was found since the last piece of text.

    Places are numbers of the parts that make a piece of text.
    """

    found: list[tuple[int, int, Structure, str]] = field(default_factory=list)
    opened: list[tuple[int, Structure, str]] = field(default_factory=list)
    tables: list[bool] = field(default_factory=list)
    rows: list[Container | None] = field(default_factory=list)
    code: list[str | None] = field(default_factory=list)
    waiting: list[Element] = field(default_factory=list)

    def enter(self, element: "Tag", tag: str, place: int) -> None:
        """Note what an element begins.

        Args:
            element: of the page.
            tag: its name in small letters.
            place: before its text.
        """
        if tag == "table":
            self.tables.append(is_data(element))
        elif tag == "tr":
            self.rows.append(_row(element) if self.tables and self.tables[-1] else None)
        elif tag == "pre":
            self.code.append(language_of(element) if is_code(element) else None)
        elif mark := mark_of(element, tag):
            if tag == "img":
                self.found.append((place, place, *mark))
            else:
                self.opened.append((place, *mark))

    def leave(self, element: "Tag", tag: str, place: int) -> None:
        """Note what an element ends.

        Args:
            element: of the page.
            tag: its name in small letters.
            place: after it.
        """
        if tag == "table":
            self.tables.pop()
        elif tag == "tr":
            self.rows.pop()
        elif tag == "pre":
            self.code.pop()
        elif tag != "img" and mark_of(element, tag) and self.opened:
            start, kind, value = self.opened.pop()
            if start >= 0:
                self.found.append((start, place, kind, value))

    def pieces(self, parts: Sequence[str], text: str, spans: Sequence[Span], role: Role | None) -> list[PagePiece]:
        """Return the pieces of a text with their elements; what shows no text goes to the next piece there is.

        Args:
            parts: of the text, before their white space was folded.
            text: the whole of them, folded.
            spans: of the pieces.
            role: that the page tells.
        """
        # A link around several paragraphs is that of the first one.
        whole = [(start, len(parts), kind, value) for start, kind, value in self.opened if start >= 0 and text.strip()]
        if text.strip():
            self.opened = [(-1, kind, value) for _, kind, value in self.opened]
        offsets = _offsets(parts)
        elements = [
            Element(kind, Span(offsets[start], max(offsets[start], offsets[stop])), value)
            for start, stop, kind, value in (*self.found, *whole)
        ]
        self.found = []
        row = self.rows[-1] if self.rows else None
        pieces = []
        for number, span in enumerate(spans):
            last = number == len(spans) - 1
            here = [it for it in elements if it.chars.start < span.stop or last]
            elements = [it for it in elements if it not in here]
            placed = [Element(it.kind, Span(0, 0), it.value) for it in self.waiting]
            placed += [_within(it, span) for it in here]
            self.waiting = []
            shown = text[span.start : span.stop]
            own = Role.CELL if row and role is None and not is_sentence(shown) else role
            pieces.append(PagePiece(shown, own, tuple(placed), (row,) if row else ()))
        self.waiting += elements
        return pieces


_KINDS = {"a": (Structure.LINK, "href"), "img": (Structure.IMAGE, "src")}
_CODE_TAGS = ("code", "samp", "kbd")
_CODE_NAMES = re.compile(
    r"\b(?:highlight|source|sourcecode|code|listing|prettyprint|codehilite|language-\w+|prism)", re.I
)
_LANGUAGE = re.compile(r"\b(?:language|lang|highlight|brush)[-:]\s?([\w+#-]{1,30})", re.IGNORECASE)
# A poem or a letter in `pre` has few of these, a program many.
_SIGNS = re.compile(r"[{}()\[\]<>=;$#|\\/_*&]")
_SHARE_OF_SIGNS = 0.04


def with_local_links(structure: Sequence[Element], root: "Tag") -> tuple[Element, ...]:
    """Return the structure with full addresses of the page's own site as local ones: they differ from site to site.

    Args:
        structure: of the page.
        root: of the page, which names its own address.
    """
    named = [it.get("href") for it in root.iter("{*}link") if it.get("rel") == "canonical"]
    named += [it.get("content") for it in root.iter("{*}meta") if it.get("property") == "og:url"]
    site = next((found[0] for address in named if address and (found := _SITE.match(address.strip()))), "")
    return tuple(
        replace(it, value=it.value[len(site) :] or "/")
        if site and it.kind is Structure.LINK and f"{it.value}/".startswith(f"{site}/")
        else it
        for it in structure
    )


_SITE = re.compile(r"https?://[^/\s?#]{1,200}", re.IGNORECASE)


def mark_of(element: "Tag", tag: str) -> tuple[Structure, str] | None:
    """Return the kind and value of the element of structure that a tag inside a line makes, None for none.

    Args:
        element: of the page.
        tag: its name in small letters.
    """
    if tag == "code":
        return Structure.INLINE, ""
    kind, key = _KINDS.get(tag, (None, ""))
    value = (element.get(key) or element.get(f"data-{key}") or "").strip() if kind else ""
    return (kind, value) if kind and value and not value.startswith(("data:", "javascript:")) else None


def is_code(element: "Tag") -> bool:
    """Tell whether a `pre` holds code: by a tag in it, by its name or that of what it is in, or by its signs."""
    if next(element.iter(*(f"{{*}}{tag}" for tag in _CODE_TAGS)), None) is not None:
        return True
    around = [element, *list(element.iterancestors())[:2]]
    if any(_CODE_NAMES.search(f"{it.get('class') or ''} {it.get('id') or ''}"[:300]) for it in around):
        return True
    text = "".join(element.itertext())[:4000]
    return len(_SIGNS.findall(text)) >= _SHARE_OF_SIGNS * max(len(text), 1)


def language_of(element: "Tag") -> str:
    """Return the language that the names of a `pre`, or of what is in it or around it, tell; empty for none."""
    around = [element, *list(element)[:1], *list(element.iterancestors())[:2]]
    found = (_LANGUAGE.search((it.get("class") or "")[:300]) for it in around if isinstance(it.tag, str))
    return next((it[1].lower() for it in found if it and it[1] not in ("source", "default", "plaintext")), "")


def is_data(table: "Tag") -> bool:
    """Tell whether a table shows data: it has a head, and no other table and no headings in it."""
    inside = next(table.iter("{*}h1", "{*}h2", "{*}h3", "{*}article", "{*}main"), None)
    tables = table.iter("{*}table")
    next(tables)
    head = next(table.iter("{*}th", "{*}thead"), None)
    return head is not None and inside is None and next(tables, None) is None


def _row(element: "Tag") -> Container | None:
    """Return the container of a row with several cells."""
    cells = sum(isinstance(it.tag, str) and it.tag.rpartition("}")[2] in ("td", "th") for it in element)
    return Container(Structure.ROW, str(cells)) if cells > 1 else None


def _offsets(parts: Sequence[str]) -> list[int]:
    """Return where each part begins, and the end, once runs of spaces are folded to one."""
    offsets, length, space = [], 0, False
    for part in parts:
        offsets.append(length)
        folded = _SPACES.sub(" ", part)
        length += len(folded) - (space and folded.startswith(" "))
        space = folded.endswith(" ") if folded else space
    return [*offsets, length]


_SPACES = re.compile(r" {2,}")


def _within(element: Element, span: Span) -> Element:
    """Return an element of a text as that of a piece of it."""
    start = min(max(element.chars.start, span.start), span.stop)
    return Element(
        element.kind,
        Span(start - span.start, max(start, min(element.chars.stop, span.stop)) - span.start),
        element.value,
    )
