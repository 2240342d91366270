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
from align.reading.encodings import decode
from align.reading.page_roles import BREAKING, HEADINGS, SKIPPED, block_role, inline_role, is_hidden, text_length
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
    article = judge(decoded.text, list(page_pieces(root)))
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


def page_pieces(root: "Tag") -> Iterator[PagePiece]:
    """Yield the visible blocks under `root` in order, without recursion: pages nest deeply."""
    from lxml import etree

    walk = etree.iterwalk(root, events=("start", "end"))
    state = _Walk(text_length(root))
    for event, element in walk:
        tag = _tag(element)
        if event == "start" and (tag in SKIPPED or is_hidden(element)):
            walk.skip_subtree()
        elif event == "start":
            yield from state.enter(element, tag)
        else:
            if not (tag in SKIPPED or is_hidden(element)):
                yield from state.leave(element, tag)
            if element is not root:
                state.add(element.tail)
    yield from state.flush()


def fragment_pieces(source: str) -> Iterator[Piece]:
    """Yield the visible blocks of a piece of HTML inside another format."""
    root = _parse(source, "HTML block")
    if root is not None:
        yield from page_pieces(root)


@dataclass(slots=True)
class _Walk:
    """The text gathered since the last break, and the roles and headings of the open elements."""

    page_length: int
    parts: list[tuple[str, Role | None]] = field(default_factory=list)
    roles: list[Role | None] = field(default_factory=lambda: [None])
    inline: list[Role | None] = field(default_factory=lambda: [None])
    heading: str = ""
    preformatted: int = 0
    structure: PageStructure = field(default_factory=PageStructure)

    def enter(self, element: "Tag", tag: str) -> Iterator[PagePiece]:
        if tag in BREAKING:
            yield from self.flush()
            self.roles.append(self.roles[-1] or block_role(element, tag, self.page_length))
            self.heading = tag if tag in HEADINGS else self.heading
            self.preformatted += tag == "pre"
        self.structure.enter(element, tag, len(self.parts))
        self.inline.append(self.inline[-1] or inline_role(element, tag))
        if tag == "br":
            self.parts.append(("\n", None))
        self.add(element.text)

    def leave(self, element: "Tag", tag: str) -> Iterator[PagePiece]:
        if tag in BREAKING:
            yield from self.flush()
        self.structure.leave(element, tag, len(self.parts))
        if tag in BREAKING:
            self.roles.pop()
            self.heading = "" if tag in HEADINGS else self.heading
            self.preformatted -= tag == "pre"
        self.inline.pop()

    def add(self, text: str | None) -> None:
        if text:
            spaced = text if self.preformatted else _WHITE_SPACE.sub(" ", text)
            self.parts.append((spaced, self.inline[-1]))

    def flush(self) -> Iterator[PagePiece]:
        parts = [part for part, _ in self.parts]
        language = self.structure.code[-1] if self.structure.code else None
        if language is not None:
            yield from self._code("".join(parts), language)
            return
        text = _SPACES.sub(" ", "".join(parts))
        role = self.roles[-1] or _role_of_parts(self.parts)
        self.parts.clear()
        for piece in self.structure.pieces(parts, text, block_spans(text), role):
            level = (Element(Structure.HEADING, Span(0, len(piece.text)), self.heading[1:]),) if self.heading else ()
            yield replace(piece, heading=self.heading, elements=(*level, *piece.elements))

    def _code(self, text: str, language: str) -> Iterator[PagePiece]:
        self.parts.clear()
        self.structure.found.clear()
        if text.strip():
            code = Element(Structure.CODE, Span(0, len(text)), language)
            yield PagePiece(text, self.roles[-1] or Role.CODE, (code,))


_WHITE_SPACE = re.compile(r"[ \t\n\r\f]+")
_SPACES = re.compile(r" {2,}")

# A paragraph that names its author or a day inside a sentence is not a byline.
_LONGEST_LINE = 120


def _role_of_parts(parts: list[tuple[str, Role | None]]) -> Role | None:
    """Return the role of the inline elements that hold most of a short block."""
    total = sum(len(text.strip()) for text, _ in parts)
    for role in (Role.BYLINE, Role.DATE):
        if 0 < total <= _LONGEST_LINE and 2 * sum(len(text.strip()) for text, part in parts if part is role) >= total:
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
