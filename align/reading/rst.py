"""reStructuredText as it is meant to be read; docutils parses it, directives and roles of Sphinx are told to it.

Directives that hold text are read as text, those that hold code as code; includes and raw markup are never followed.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from align.bitext import Element, Role, Span, Structure
from align.errors import InputError
from align.reading.assemble import Container, Piece, assemble_structure
from align.reading.blocks import Reading
from align.reading.cells import cell_roles
from align.reading.encodings import decode
from align.reading.inline import Inline
from align.reading.markdown import code_piece
from align.reading.quiet import quiet


def read(data: bytes, *, name: str, encoding: str | None) -> Reading:
    """Read a reStructuredText file.

    Raises:
        InputError: it is nested too deeply, or has a line that is too long.
    """
    decoded = decode(data, name=name, encoding=encoding)
    longest = max(map(len, decoded.text.splitlines()), default=0)
    if longest > _LONGEST_LINE:
        raise InputError(
            f"{name}: expected lines of up to {_LONGEST_LINE} characters, found {longest}; wrap them or save it as .txt"
        )
    try:
        tree = _parse(decoded.text)
        walk = _Walk({key: str(node.get("refuri", "")) for key, node in _targets(tree)}, dict(_substitutions(tree)))
        pieces = list(walk.pieces(tree))
    except RecursionError:
        raise InputError(f"{name}: expected reStructuredText, found parts nested too deeply; save it as .txt") from None
    assembled = assemble_structure(pieces)
    return Reading(
        assembled.text,
        assembled.blocks,
        title=next((" ".join(piece.text.split()) for piece in pieces if piece.role is Role.HEADLINE), ""),
        byline=walk.fields.get("author", walk.fields.get("authors", "")),
        date=walk.fields.get("date", ""),
        encoding=decoded.encoding,
        warnings=decoded.warnings,
        structure=assembled.structure,
    )


def _parse(source: str) -> Any:
    from docutils.frontend import get_default_settings
    from docutils.parsers.rst import Parser
    from docutils.utils import new_document

    from align.reading.sphinx import register

    register(source)
    settings = get_default_settings(Parser)
    settings.report_level = settings.halt_level = 5
    settings.file_insertion_enabled = settings.raw_enabled = False
    settings.syntax_highlight = "none"
    settings.line_length_limit = _LONGEST_LINE
    settings.warning_stream = io.StringIO()
    tree = new_document("text", settings)
    with quiet("docutils"):
        Parser().parse(source, tree)
    return tree


_LONGEST_LINE = 10_000  # docutils drops the whole text for a longer one, in which it would be lost in searching


def _targets(tree: Any) -> Iterator[tuple[str, Any]]:
    from docutils import nodes

    for node in tree.findall(nodes.target):
        yield from ((name, node) for name in node["names"])


def _substitutions(tree: Any) -> Iterator[tuple[str, Any]]:
    from docutils import nodes

    for node in tree.findall(nodes.substitution_definition):
        yield from ((name, node) for name in node["names"])


_SKIPPED = frozenset(
    "comment substitution_definition target pending raw meta decoration docinfo label footnote_reference "
    "citation_reference system_message".split()
)
_LINES = frozenset("paragraph term attribution line rubric caption field_name classifier option_string".split())
_CODE = frozenset("literal_block doctest_block math_block".split())
_ADMONITIONS = frozenset(
    "note warning tip important caution danger attention hint error admonition topic sidebar".split()
)


@dataclass(slots=True)
class _Walk:
    """Goes through the tree of a document.

    `targets` are the addresses of named links, `substitutions` what names between bars stand for, `fields` the head's.
    """

    targets: dict[str, str]
    substitutions: dict[str, Any]
    fields: dict[str, str] = field(default_factory=dict)
    within: tuple[Container, ...] = ()
    level: int = 0
    titled: bool = False

    def pieces(self, node: Any) -> Iterator[Piece]:
        for child in node.children:
            yield from self._piece(child, child.__class__.__name__)

    def _piece(self, node: Any, kind: str) -> Iterator[Piece]:
        if kind in _SKIPPED:
            if kind == "system_message":
                yield from (code_piece(it.astext(), "", self.within) for it in node.children if _is_code(it))
        elif kind in _CODE:
            classes = [name for name in node["classes"] if name != "code"]
            yield code_piece(node.astext(), str(node.get("language") or (classes[0] if classes else "")), self.within)
        elif kind == "section":
            self.level += 1
            yield from self.pieces(node)
            self.level -= 1
        elif kind == "title":
            yield from self._title(node)
        elif kind == "table":
            yield from self._table(node)
        elif kind == "image":
            line = Inline()
            line.image(str(node["uri"]), str(node.get("alt", "")))
            yield from line.pieces(None, self.within)
        elif kind == "field_list" and _is_head(node):
            self.fields = {it[0].astext().lower(): " ".join(it[1].astext().split()) for it in node.children}
        elif kind in _LINES:
            yield from self._line(node, kind)
        else:
            yield from self._container(node, kind)

    def _line(self, node: Any, kind: str) -> Iterator[Piece]:
        line = Inline()
        self._inline(node, line)
        role = Role.CAPTION if kind in ("caption", "rubric") else Role.CELL if kind == "field_name" else None
        yield from line.pieces(role, self.within)

    def _title(self, node: Any) -> Iterator[Piece]:
        """Yield a heading, or the title of an admonition or a table."""
        if node.parent.__class__.__name__ != "section":
            line = Inline()
            self._inline(node, line)
            yield from line.pieces(Role.CAPTION, self.within)
            return
        line = Inline()
        self._inline(node, line)
        line.elements.append(Element(Structure.HEADING, Span(0, len(line.text)), str(self.level)))
        role = Role.HEADING if self.titled else Role.HEADLINE
        self.titled = True
        yield from line.pieces(role, self.within)

    def _container(self, node: Any, kind: str) -> Iterator[Piece]:
        """Yield what is in a node; an admonition and what Sphinx has instead of one are macros."""
        before = self.within
        value = kind if kind in _ADMONITIONS else str(node.get("macro", "")) if hasattr(node, "get") else ""
        if value and not node.children:
            yield Piece("", None, (Element(Structure.MACRO, Span(0, 0), value),), self.within)
            return
        if value:
            self.within = (*self.within, Container(Structure.MACRO, value))
        yield from self.pieces(node)
        self.within = before

    def _table(self, table: Any) -> Iterator[Piece]:
        from docutils import nodes

        yield from (piece for title in table.children if isinstance(title, nodes.title) for piece in self._title(title))
        rows: list[list[list[Piece]]] = []
        before = self.within
        for row in table.findall(nodes.row):
            self.within = (*before, Container(Structure.ROW, str(len(row.children))))
            rows.append([list(self.pieces(cell)) for cell in row.children])
        self.within = before
        yield from cell_roles(rows)

    def _inline(self, node: Any, line: Inline) -> None:
        """Add the text of a paragraph with its code, links and images."""
        for child in node.children:
            kind = child.__class__.__name__
            if kind == "Text":
                line.add(_SPACES.sub(" ", child.astext()))
            elif kind == "literal":
                line.mark(Structure.INLINE, "", child.astext())
            elif kind == "reference":
                address = child.get("refuri") or self.targets.get(child.get("refname", ""), "")
                line.open(Structure.LINK, str(address))
                self._inline(child, line)
                line.close(Structure.LINK)
            elif kind == "image":
                line.image(str(child["uri"]), str(child.get("alt", "")))
            elif kind == "substitution_reference":
                self._substitute(child, line)
            elif kind not in _SKIPPED:
                self._inline(child, line)

    def _substitute(self, node: Any, line: Inline) -> None:
        """Add what a name between bars stands for, or the name."""
        definition = self.substitutions.pop(node["refname"], None)
        if definition is None:
            line.add(node.astext())
            return
        self._inline(definition, line)
        self.substitutions[node["refname"]] = definition


_SPACES = re.compile(r"\s+")


def _is_head(node: Any) -> bool:
    """Tell whether a list of fields is the first thing in the document, and so says something about it."""
    before = node.parent.children[: node.parent.index(node)]
    return node.parent.__class__.__name__ == "document" and all(
        it.__class__.__name__ in ("comment", "target") for it in before
    )


def _is_code(node: Any) -> bool:
    return str(node.__class__.__name__) == "literal_block"
