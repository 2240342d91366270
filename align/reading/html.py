"""HTML and XHTML: the visible text of a page in blocks, with the roles that its tags and trafilatura speak for.

Pages are parsed with lxml, without network, external entities or huge trees. See `page_roles.py` for the names that
betray page furniture and `article.py` for trafilatura.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from align.bitext import Element, Role, Span, Structure
from align.errors import InputError
from align.reading.article import judge
from align.reading.assemble import PagePiece, Piece, assemble_structure
from align.reading.blocks import Reading
from align.reading.boxes import Box, settle
from align.reading.encodings import decode
from align.reading.page_meta import read_meta
from align.reading.page_roles import BREAKING, HEADINGS, SKIPPED, inline_role, is_hidden, page_number
from align.reading.page_structure import PageStructure, with_local_links
from align.reading.plain import block_spans

if TYPE_CHECKING:
    from lxml.etree import _Element as Tag


def read(data: bytes, *, name: str, encoding: str | None) -> Reading:
    """Read a web page."""
    decoded = decode(data, name=name, encoding=encoding, declared=_declared_encoding(data))
    root = _parse(decoded.text, name)
    if root is None:
        return Reading("", (), encoding=decoded.encoding, warnings=decoded.warnings)
    article = judge(decoded.text, page_pieces(root), read_meta(root))
    assembled = assemble_structure(article.pieces)
    return Reading(
        assembled.text,
        assembled.blocks,
        title=article.title,
        byline=article.byline,
        date=article.date,
        language=_language(root),
        encoding=decoded.encoding,
        warnings=decoded.warnings,
        structure=with_local_links(assembled.structure, root),
    )


def page_pieces(root: "Tag") -> list[PagePiece]:
    """Return the visible blocks under `root` in order, without recursion: pages nest deeply."""
    from lxml import etree

    walk = etree.iterwalk(root, events=("start", "end"))
    state = _Walk()
    for event, element in walk:
        tag = _tag(element)
        if event == "start" and (tag in SKIPPED or is_hidden(element)):
            state.meet_field(element, tag)
            walk.skip_subtree()
        elif event == "start" and tag != "comment" and (number := page_number(element)):
            state.meet_page(number, tag)
            walk.skip_subtree()
        elif event == "start":
            state.enter(element, tag)
        else:
            if not (tag in SKIPPED or is_hidden(element) or (tag != "comment" and page_number(element))):
                state.leave(element, tag)
            if element is not root:
                state.add(element.tail)
    state.flush()
    return settle(state.pieces, state.boxes)


def fragment_pieces(source: str) -> Iterator[Piece]:
    """Yield the visible blocks of a piece of HTML inside another format."""
    root = _parse(source, "HTML block")
    if root is not None:
        yield from page_pieces(root)


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of a line: its text, the role that inline elements give it, and whether it leads to another page."""

    text: str
    role: Role | None = None
    linked: bool = False


@dataclass(slots=True)
class _Walk:
    """The blocks and boxes met so far, and the text gathered since the last break."""

    pieces: list[PagePiece] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    open: list[Box] = field(default_factory=list)
    parts: list[_Part] = field(default_factory=list)
    inline: list[Role | None] = field(default_factory=lambda: [None])
    links: list[bool] = field(default_factory=lambda: [False])
    heading: str = ""
    preformatted: int = 0
    seam: bool = False
    pages: list[str] = field(default_factory=list)
    structure: PageStructure = field(default_factory=PageStructure)

    def enter(self, element: "Tag", tag: str) -> None:
        if tag in BREAKING:
            self.flush()
            box = Box(element, tag, len(self.pieces))
            self.boxes.append(box)
            self.open.append(box)
            self.heading = tag if tag in HEADINGS else self.heading
            self.preformatted += tag == "pre"
        else:
            self.seam = _touches(element)
        self.structure.enter(element, tag, len(self.parts))
        self.inline.append(self.inline[-1] or inline_role(element, tag))
        self.links.append(self.links[-1] or (tag == "a" and _leads_away(element)))
        if tag == "br":
            self.parts.append(_Part("\n"))
        self.add(element.text)

    def leave(self, element: "Tag", tag: str) -> None:
        if tag in BREAKING:
            self.flush()
            self.open.pop().stop = len(self.pieces)
        self.structure.leave(element, tag, len(self.parts))
        if tag in BREAKING:
            self.heading = "" if tag in HEADINGS else self.heading
            self.preformatted -= tag == "pre"
        self.inline.pop()
        self.links.pop()

    def meet_field(self, element: "Tag", tag: str) -> None:
        if tag == "input" and (element.get("type") or "").lower() in _ASKED_FOR:
            for box in self.open:
                box.fields += 1

    def meet_page(self, number: str, tag: str) -> None:
        """Keep the number of a page for behind the block that it stands in, or that begins behind it."""
        if tag in BREAKING:
            self.flush()
        self.pages.append(number)

    def add(self, text: str | None) -> None:
        if text:
            spaced = text if self.preformatted else _WHITE_SPACE.sub(" ", text)
            if self.seam and self.parts and _is_seam(self.parts[-1].text, spaced):
                self.parts.append(_Part(" "))
            self.seam = False
            self.parts.append(_Part(spaced, self.inline[-1], self.links[-1]))

    def flush(self) -> None:
        parts = [part.text for part in self.parts]
        if self.structure.code and self.structure.code[-1] is not None:
            self._code("".join(parts), self.structure.code[-1])
            return
        text = _SPACES.sub(" ", "".join(parts))
        role = _role_of_parts(self.parts)
        total = sum(len(part.text.strip()) for part in self.parts)
        linked = sum(len(part.text.strip()) for part in self.parts if part.linked) / max(total, 1)
        self.parts.clear()
        for piece in self.structure.pieces(parts, text, block_spans(text), role):
            level = (Element(Structure.HEADING, Span(0, len(piece.text)), self.heading[1:]),) if self.heading else ()
            elements = (*level, *piece.elements)
            self.pieces.append(replace(piece, heading=self.heading, linked=linked, elements=elements))
        if text.strip() or not self.open:
            self.pieces += [PagePiece(number, Role.FURNITURE) for number in self.pages]
            self.pages.clear()

    def _code(self, text: str, language: str) -> None:
        self.parts.clear()
        self.structure.found.clear()
        if text.strip():
            code = Element(Structure.CODE, Span(0, len(text)), language)
            self.pieces.append(PagePiece(text, Role.CODE, (code,)))


def _is_seam(before: str, after: str) -> bool:
    """Tell whether two entries meet that only a style sheet holds apart: "Share" and "Facebook", a year and a name."""
    return (before[-1:].islower() or before[-1:].isdigit()) and after[0].isupper()


def _touches(element: "Tag") -> bool:
    """Tell whether an inline element follows another one without a space."""
    before = element.getprevious()
    return before is not None and not before.tail and _tag(before) not in BREAKING and _tag(before) != "br"


# Fields for an address, or to choose an answer.
_ASKED_FOR = ("email", "radio")


def _leads_away(element: "Tag") -> bool:
    target = (element.get("href") or "").strip()
    return bool(target) and not target.startswith("#")


_WHITE_SPACE = re.compile(r"[ \t\n\r\f]+")
_SPACES = re.compile(r" {2,}")

# A paragraph that names its author or a day inside a sentence is not a byline.
_LONGEST_LINE = 120


def _role_of_parts(parts: list[_Part]) -> Role | None:
    """Return the role of the inline elements that hold most of a short block."""
    total = sum(len(part.text.strip()) for part in parts)
    for role in (Role.BYLINE, Role.DATE):
        if (
            0 < total <= _LONGEST_LINE
            and 2 * sum(len(part.text.strip()) for part in parts if part.role is role) >= total
        ):
            return role
    return None


def _tag(element: "Tag") -> str:
    # Comments and processing instructions have a function for a tag.
    return str(element.tag).rpartition("}")[2].lower() if isinstance(element.tag, str) else "comment"


_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{1,40})", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"^\s{0,99}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{1,40})[\"']")
# Browsers look for the declaration in the first kilobyte; some pages put it behind long comments.
_DECLARATION_BYTES = 4096


def _declared_encoding(data: bytes) -> str:
    head = data[:_DECLARATION_BYTES]
    found = _XML_ENCODING.search(head) or _META_CHARSET.search(head)
    return found[1].decode("ascii", "ignore") if found else ""


def _parse(source: str, name: str) -> "Tag | None":
    """Return the tree of a page, None when it has no elements."""
    from lxml import etree
    from lxml import html as lxml_html

    root = _parse_xml(source) if source.lstrip()[:5] == "<?xml" else None
    if root is not None:
        return root
    parser = lxml_html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = lxml_html.document_fromstring(source.replace("\0", "").encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
    # Past its limits lxml drops the rest of the page without an error.
    if any(entry.level_name == "FATAL" and "RESOURCE_LIMIT" in entry.type_name for entry in parser.error_log):
        raise InputError(f"{name}: expected a web page, found elements nested deeper than 256; save its text instead")
    return root


def _parse_xml(source: str) -> "Tag | None":
    """Parse well-formed XHTML as XML, where an empty `<script/>` does not swallow the page; None when that fails."""
    from lxml import etree

    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        root = etree.fromstring(_XML_PROLOG.sub("", source).encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return None
    unresolved = next(root.iter(etree.Entity), None) is not None
    return None if unresolved or _tag(root) != "html" else root


_XML_PROLOG = re.compile(r"\A\s*<\?xml[^>]{0,300}\?>")
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")


def _language(root: "Tag") -> str:
    """Return the BCP 47 tag that the page declares, empty when it declares none or nonsense."""
    declared = [root.get("lang"), root.get("{http://www.w3.org/XML/1998/namespace}lang")]
    for meta in root.iter("{*}meta"):
        key = (meta.get("http-equiv") or meta.get("name") or meta.get("property") or "").lower()
        if key in ("content-language", "language", "og:locale"):
            declared.append(meta.get("content"))
    tags = (tag.strip().replace("_", "-") for tag in declared if tag)
    return next((tag for tag in tags if _LANGUAGE_TAG.fullmatch(tag)), "")
