"""Markdown and MDX as they are meant to be read: marks, link targets and image addresses are gone from the text.

Headings, code, the text of images and cells have roles of their own, and the structure tells addresses and macros.
Front matter tells title, author, date and language; it is no part of the text. The dialects of documentation are those
of `markdown_rules`; `{note}` fences of MyST and `[!NOTE]` quotations are read here.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from align.bitext import Element, Role, Span, Structure
from align.reading.assemble import Container, Piece, assemble_structure
from align.reading.blocks import Reading
from align.reading.cells import cell_roles
from align.reading.directives import CODE_DIRECTIVES, MARKUP_DIRECTIVES, PICTURE_DIRECTIVES, TEXT_DIRECTIVES
from align.reading.encodings import decode
from align.reading.front_matter import split_front_matter
from align.reading.macros import Macro
from align.reading.markdown_inline import read_inline
from align.reading.markdown_rules import make_parser

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token


def read(data: bytes, *, name: str, encoding: str | None) -> Reading:
    """Read a Markdown text (CommonMark with tables, strikethrough and macros)."""
    decoded = decode(data, name=name, encoding=encoding)
    matter, source = split_front_matter(decoded.text)
    parser = make_parser(modules=PurePath(name).suffix.lower() == ".mdx")
    pieces = list(_Walk(parser).pieces(_parse(parser, source)))
    assembled = assemble_structure(pieces)
    title = next((" ".join(piece.text.split()) for piece in pieces if piece.role is Role.HEADLINE), "")
    return Reading(
        assembled.text,
        assembled.blocks,
        title=matter.get("title") or title,
        byline=matter.get("author", ""),
        date=matter.get("date", ""),
        language=matter.get("language", "").replace("_", "-"),
        encoding=decoded.encoding,
        warnings=decoded.warnings,
        structure=assembled.structure,
    )


# A macro in the address of a link has spaces, which Markdown does not allow there.
_MACRO_ADDRESS = re.compile(r"(?<=\]\()[^()\s{}]{0,300}\{[{%][^\n{}]{0,300}[}%]\}[^()\s{}]{0,300}(?=\))")


def _parse(parser: "MarkdownIt", source: str) -> "list[Token]":
    return parser.parse(
        _MACRO_ADDRESS.sub(lambda found: f"<{found[0].replace('<', '%3C').replace('>', '%3E')}>", source)
    )


@dataclass(frozen=True, eq=False, slots=True)
class _Macro(Container):
    """A macro that holds what follows, up to where its name closes."""

    name: str = ""


@dataclass(slots=True)
class _Walk:
    """Goes through the tokens of a document.

    `within` are the containers open at the place, `saved` those before each open quotation.
    """

    parser: "MarkdownIt"
    within: tuple[Container, ...] = ()
    saved: list[tuple[Container, ...]] = field(default_factory=list)
    role: Role | None = None
    level: str = ""
    titled: bool = False
    items: int = 0

    def pieces(self, tokens: "Sequence[Token]") -> Iterator[Piece]:
        holding = _find_holding(tokens)
        for number, token in enumerate(tokens):
            if token.type == "inline" and not token.hidden:
                yield from self._inline(token)
            elif token.type in ("fence", "code_block") and not token.hidden:
                yield from self._code(token)
            elif token.type == "macro":
                yield from self._macro(token.meta["macro"], holds=number in holding)
            elif token.type == "html_block":
                yield from self._page(token.content)
            elif token.type == "table_open":
                yield from self._table(tokens, number)
            elif token.type == "blockquote_open":
                yield from self._quotation(tokens[number + 1 : number + 3])
            else:
                self._enter(token)

    def _enter(self, token: "Token") -> None:
        """Go into a heading or an item, or out of it or a quotation."""
        if token.type == "heading_open":
            first = token.tag == "h1" and not self.titled
            self.role, self.level = Role.HEADLINE if first else Role.HEADING, token.tag[1:]
            self.titled = self.titled or first
        elif token.type == "heading_close":
            self.role, self.level = None, ""
        elif token.type in ("list_item_open", "list_item_close"):
            self.items += token.nesting
        elif token.type == "blockquote_close":
            self.within = self.saved.pop()

    def _inline(self, token: "Token") -> Iterator[Piece]:
        line = read_inline(token.children or [], item=self.items > 0)
        if self.level:
            line.elements.append(Element(Structure.HEADING, Span(0, len(line.text)), self.level))
        yield from line.pieces(self.role, self.within)

    def _code(self, token: "Token") -> Iterator[Piece]:
        """Yield a block of code; in MyST, a block with a name in braces may be text."""
        info = token.info.strip()
        directive = _DIRECTIVE.match(info)
        name, given = (directive["name"].lower(), info[directive.end() :].strip()) if directive else ("", info)
        if name in TEXT_DIRECTIVES:
            title, value = ("", f"{name} {given}") if name in PICTURE_DIRECTIVES else (given, name)
            yield from self._macro(Macro("```", caption=title, value=value, opens=True), holds=True)
            yield from _Walk(self.parser, self.within, titled=True).pieces(
                _parse(self.parser, _OPTIONS.sub("", token.content))
            )
            self._close("```")
        elif name in MARKUP_DIRECTIVES:
            yield from self._macro(Macro("```", value=f"{name} {given}".strip()), holds=False)
        else:
            language = given if name in CODE_DIRECTIVES or not name else name
            yield code_piece(token.content, _LANGUAGE.split(f"{language} ")[0].lower(), self.within)

    def _page(self, source: str) -> Iterator[Piece]:
        from align.reading.html import fragment_pieces

        for piece in fragment_pieces(source):
            heading = piece.role is None and any(element.kind is Structure.HEADING for element in piece.elements)
            role = Role.HEADING if heading else piece.role
            yield Piece(piece.text, role, piece.elements, (*self.within, *piece.within))

    def _macro(self, macro: Macro, *, holds: bool) -> Iterator[Piece]:
        """Yield what a macro on lines of its own shows; one that holds others is open from here on."""
        if macro.closes:
            self._close(macro.name)
            return
        kind, value = (Structure.IMAGE, macro.address) if macro.address else (Structure.MACRO, macro.value)
        if holds and len(self.within) < _MOST_OPEN:
            self.within = (*self.within, _Macro(kind, value, macro.name))
            yield Piece(macro.caption, Role.CAPTION, (), self.within)
        elif value:
            text, role = (macro.text, None) if self.items and not macro.caption else (macro.caption, Role.CAPTION)
            yield Piece(text, role, (Element(kind, Span(0, len(text)), value),), self.within)

    def _close(self, name: str) -> None:
        for place in range(len(self.within) - 1, -1, -1):
            container = self.within[place]
            if isinstance(container, _Macro) and container.name == name:
                self.within = self.within[:place]
                return

    def _quotation(self, following: "Sequence[Token]") -> Iterator[Piece]:
        """Open a quotation; one that begins with `[!NOTE]` is a macro, and what is beside that mark its title."""
        self.saved.append(self.within)
        inline = following[1] if len(following) > 1 and following[1].type == "inline" else None
        alert = _ALERT.match(inline.content) if inline else None
        if alert and inline:
            self.within = (*self.within, Container(Structure.MACRO, alert["name"].lower()))
            inline.children = self.parser.parseInline(inline.content[alert.end() :])[0].children
            yield Piece(alert["title"], Role.CAPTION, (), self.within)

    def _table(self, tokens: "Sequence[Token]", number: int) -> Iterator[Piece]:
        """Yield the cells of a table, and hide them from the walk."""
        rows: list[list[list[Piece]]] = []
        width = 0
        for token in tokens[number:]:
            if token.type == "table_close":
                break
            width += token.type == "th_open"
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "inline":
                token.hidden = True
                rows[-1].append(read_inline(token.children or []).pieces(None))
        for row in rows:
            container = Container(Structure.ROW, str(width))
            row[:] = [[replace(piece, within=(*self.within, container)) for piece in cell] for cell in row]
        yield from cell_roles(rows)


_MOST_OPEN = 50  # macros in each other; more hold nothing
_ALERT = re.compile(r"\[!(?P<name>[A-Za-z][\w-]{0,40})(?:\|[^\]\n]{0,60})?\][+-]?(?P<title>[^\n]*)\n?")
_DIRECTIVE = re.compile(r"\{(?P<name>[\w:+.-]{1,60})\}")
_LANGUAGE = re.compile(r"[\s{,:]")
_OPTIONS = re.compile(r"\A(?:---\n(?:[\w-]{1,60}:[^\n]*\n){0,50}---\n|(?:[ \t]{0,9}:[\w-]{1,60}:[^\n]*\n){1,50})")


def code_piece(text: str, language: str, within: tuple[Container, ...] = ()) -> Piece:
    """Return a block of code as a piece.

    Args:
        text: of the code.
        language: that it is said to be in; empty if none is.
        within: the containers that it is in.
    """
    text = text.strip("\n")
    return Piece(text, Role.CODE, (Element(Structure.CODE, Span(0, len(text)), language),), within)


def _find_holding(tokens: "Sequence[Token]") -> frozenset[int]:
    """Return the numbers of the macros that are closed by a later one of their name."""
    holding: set[int] = set()
    opened: dict[str, list[int]] = {}
    for number, token in enumerate(tokens):
        macro: Macro | None = token.meta["macro"] if token.type == "macro" else None
        if macro and macro.closes and opened.get(macro.name):
            holding.add(opened[macro.name].pop())
        elif macro and macro.opens:
            opened.setdefault(macro.name, []).append(number)
    return frozenset(holding)
