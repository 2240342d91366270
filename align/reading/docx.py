"""Word files (.docx): paragraphs, tables and text boxes in document order; styles tell headings, tables of contents.

python-docx opens the file and names the styles; the text is collected from the XML itself, because python-docx leaves
out tracked insertions, content controls and text boxes. Notes stand behind the text, whatever page they are on; headers
and footers are left out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING

from align.bitext import Role, Structure
from align.errors import InputError
from align.reading.assemble import Container, Piece, assemble_structure
from align.reading.blocks import Reading
from align.reading.paragraphs import Paragraph
from align.reading.quiet import quiet

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element as Element


def read(data: bytes, *, name: str, encoding: str | None) -> Reading:
    """Read a Word file; its encoding is always its own."""
    import docx

    with quiet("docx"):
        try:
            document = docx.Document(BytesIO(data))
            assembled = assemble_structure(_pieces(document))
            core = document.core_properties
            title, author, date = core.title or "", core.author or "", core.created
        except Exception as error:  # python-docx has no error of its own for most damage
            raise InputError(
                f"{name}: expected a Word file, found a damaged one ({_one_line(error)}); save it again"
            ) from None
    # The library's template, which many tools leave in their files.
    byline = "" if author == "python-docx" else author
    return Reading(
        assembled.text,
        assembled.blocks,
        title=title,
        byline=byline,
        date=date.date().isoformat() if date else "",
        structure=assembled.structure,
    )


_WORD_SPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COMPATIBILITY_SPACE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PARAGRAPH = f"{_WORD_SPACE}p"
_ROW = f"{_WORD_SPACE}tr"
_LINK = f"{_WORD_SPACE}hyperlink"
_FIELD = f"{_WORD_SPACE}fldSimple"
_IMAGES = frozenset(
    ["{http://schemas.openxmlformats.org/drawingml/2006/picture}pic", "{urn:schemas-microsoft-com:vml}imagedata"]
)
# Old drawings repeat the text of new ones; deleted text is not shown; ruby repeats its word in another script.
_SKIPPED = frozenset(
    [f"{_COMPATIBILITY_SPACE}Fallback", *(f"{_WORD_SPACE}{tag}" for tag in ("del", "moveFrom", "rt", "pPr"))]
)
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "ptab": "\t"}
_ADDRESS = re.compile(r"\s*HYPERLINK\s+\"([^\"]{1,2000})\"")


def _pieces(document: "Document") -> Iterator[Piece]:
    styles = {style.style_id: style.name or "" for style in document.styles}
    links = {key: rel.target_ref for key, rel in document.part.rels.items() if rel.is_external}
    yield from _pieces_under(document.element.body, styles, links)
    for note in _notes(document):
        yield from _pieces_under(note, styles, {})


def _notes(document: "Document") -> Iterator["Element"]:
    """Yield the foot notes and end notes; those with a type are rules between text and notes."""
    from docx.oxml import parse_xml

    for kind in ("footnotes", "endnotes"):
        parts = [rel.target_part for rel in document.part.rels.values() if rel.reltype.endswith(f"/{kind}")]
        for part in parts:
            for note in parse_xml(part.blob).iterchildren(f"{_WORD_SPACE}{kind[:-1]}"):
                if note.get(f"{_WORD_SPACE}type") in (None, "normal"):
                    yield note


def _pieces_under(root: "Element", styles: dict[str, str], links: dict[str, str]) -> Iterator[Piece]:
    titled = False
    rows: dict[Element, Container] = {}
    for paragraph in root.iter(_PARAGRAPH):
        if len(paragraph) and not _is_skipped(paragraph):
            gathered = _gather(paragraph, links)
            role, level = _role(paragraph, styles)
            if level and any(part.strip() for part in gathered.parts):
                role = Role.HEADING if titled else Role.HEADLINE
                titled = True
            yield from gathered.pieces(role, level, _row(paragraph, rows))


def _row(paragraph: "Element", rows: "dict[Element, Container]") -> Container | None:
    """Return the row of a table of several columns that a paragraph is in; a single column lays out the page."""
    row = next(paragraph.iterancestors(_ROW), None)
    cells = 0 if row is None else len(row.findall(f"{_WORD_SPACE}tc"))
    return rows.setdefault(row, Container(Structure.ROW, str(cells))) if row is not None and cells > 1 else None


def _is_skipped(paragraph: "Element") -> bool:
    return any(ancestor.tag in _SKIPPED for ancestor in paragraph.iterancestors())


def _gather(paragraph: "Element", links: dict[str, str]) -> Paragraph:
    """Return the visible text of one paragraph, without that of text boxes in it, which are paragraphs of their own."""
    from lxml import etree

    gathered, fields = Paragraph(), _Fields()
    walk = etree.iterwalk(paragraph, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        if event == "end":
            if tag in (_LINK, _FIELD):
                gathered.close_link()
        elif element is not paragraph and (tag in _SKIPPED or tag == _PARAGRAPH):
            walk.skip_subtree()
        elif tag == f"{_WORD_SPACE}t":
            gathered.add(element.text or "")
        elif tag == _LINK:
            gathered.open_link(links.get(element.get(_RELATION, ""), ""))
        elif tag == _FIELD:
            gathered.open_link(_address(element.get(f"{_WORD_SPACE}instr", "")))
        elif tag in _IMAGES:
            gathered.add_image()
        elif isinstance(tag, str):
            fields.meet(element, gathered)
            gathered.add(_CHARACTERS.get(tag.removeprefix(_WORD_SPACE), ""))
    return gathered


@dataclass(slots=True)
class _Fields:
    """The fields that are open in a paragraph: what each says of itself, and whether it is a link by now."""

    told: list[str] = field(default_factory=list)
    shown: list[bool] = field(default_factory=list)

    def meet(self, element: "Element", gathered: Paragraph) -> None:
        """Note a mark of a field, or a part of what it says of itself."""
        if element.tag == f"{_WORD_SPACE}instrText" and self.told:
            self.told[-1] += element.text or ""
        if element.tag != f"{_WORD_SPACE}fldChar":
            return
        kind = element.get(f"{_WORD_SPACE}fldCharType")
        if kind == "begin":
            self.told.append("")
            self.shown.append(False)
        elif kind == "separate" and self.told and not self.shown[-1]:
            gathered.open_link(_address(self.told[-1]))
            self.shown[-1] = True
        elif kind == "end" and self.told:
            self.told.pop()
            if self.shown.pop():
                gathered.close_link()


def _address(told: str) -> str:
    found = _ADDRESS.match(told)
    return found[1] if found else ""


def _role(paragraph: "Element", styles: dict[str, str]) -> tuple[Role | None, str]:
    """Return the role that a style tells, and the level of a heading; empty for none."""
    style = paragraph.find(f"{_WORD_SPACE}pPr/{_WORD_SPACE}pStyle")
    style_id = style.get(f"{_WORD_SPACE}val", "") if style is not None else ""
    # Word translates the names of styles but not those of the built-in ones in the file.
    name = styles.get(style_id, style_id).lower()
    if name in ("title", "subtitle") or name.startswith("heading"):
        return Role.HEADLINE, {"title": "1", "subtitle": "2"}.get(name) or (name.split()[-1:] or ["1"])[0]
    if name.startswith("toc "):
        return Role.FURNITURE, ""
    return (Role.CAPTION if name == "caption" else None), ""


def _one_line(error: Exception) -> str:
    return " ".join(f"{type(error).__name__} {error}".split())[:200]
