"""Word files (.docx): paragraphs, tables and text boxes in document order.

python-docx opens the file and names the styles; the text is collected from the XML itself, because python-docx leaves
out tracked insertions, content controls and text boxes. Notes stand behind the text, whatever page they are on; headers
and footers are left out.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from align.bitext import Role
from align.errors import InputError
from align.reading.assemble import Piece, assemble
from align.reading.blocks import Reading
from align.reading.cells import is_sentence
from align.reading.plain import block_spans
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
            text, blocks = assemble(_pieces(document))
            core = document.core_properties
            title, author, date = core.title or "", core.author or "", core.created
        except Exception as error:  # python-docx has no error of its own for most damage
            raise InputError(
                f"{name}: expected a Word file, found a damaged one ({_one_line(error)}); save it again"
            ) from None
    # The library's template, which many tools leave in their files.
    byline = "" if author == "python-docx" else author
    return Reading(text, blocks, title=title, byline=byline, date=date.date().isoformat() if date else "")


_WORD_SPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COMPATIBILITY_SPACE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_PARAGRAPH = f"{_WORD_SPACE}p"
# Old drawings repeat the text of new ones; deleted text is not shown; ruby repeats its word in another script.
_SKIPPED = frozenset(
    [
        f"{_COMPATIBILITY_SPACE}Fallback",
        *(f"{_WORD_SPACE}{tag}" for tag in ("del", "moveFrom", "rt", "pPr", "instrText")),
    ]
)
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "ptab": "\t"}


def _pieces(document: "Document") -> Iterator[Piece]:
    styles = {style.style_id: style.name or "" for style in document.styles}
    yield from _pieces_under(document.element.body, styles)
    for note in _notes(document):
        yield from _pieces_under(note, styles)


def _notes(document: "Document") -> Iterator["Element"]:
    """Yield the foot notes and end notes; those with a type are rules between text and notes."""
    from docx.oxml import parse_xml

    for kind in ("footnotes", "endnotes"):
        parts = [rel.target_part for rel in document.part.rels.values() if rel.reltype.endswith(f"/{kind}")]
        for part in parts:
            for note in parse_xml(part.blob).iterchildren(f"{_WORD_SPACE}{kind[:-1]}"):
                if note.get(f"{_WORD_SPACE}type") in (None, "normal"):
                    yield note


def _pieces_under(root: "Element", styles: dict[str, str]) -> Iterator[Piece]:
    titled = False
    for paragraph in root.iter(_PARAGRAPH):
        if len(paragraph) and not _is_skipped(paragraph):
            text = "".join(_texts(paragraph))
            role = _role(paragraph, styles)
            if role is Role.HEADLINE and text.strip():
                role = Role.HEADING if titled else role
                titled = True
            cell = role is None and _in_table(paragraph)
            for span in block_spans(text):
                shown = text[span.start : span.stop]
                yield Piece(shown, Role.CELL if cell and not is_sentence(shown) else role)


def _in_table(paragraph: "Element") -> bool:
    """Tell whether a paragraph is in a table of several columns; a single column lays out the page."""
    row = next(paragraph.iterancestors(f"{_WORD_SPACE}tr"), None)
    return row is not None and len(row.findall(f"{_WORD_SPACE}tc")) > 1


def _is_skipped(paragraph: "Element") -> bool:
    return any(ancestor.tag in _SKIPPED for ancestor in paragraph.iterancestors())


def _texts(paragraph: "Element") -> Iterator[str]:
    """Yield the visible text of one paragraph, without that of text boxes in it, which are paragraphs of their own."""
    from lxml import etree

    walk = etree.iterwalk(paragraph, events=("start",))
    for _, element in walk:
        if element is not paragraph and (element.tag in _SKIPPED or element.tag == _PARAGRAPH):
            walk.skip_subtree()
        elif element.tag == f"{_WORD_SPACE}t":
            yield element.text or ""
        elif isinstance(element.tag, str):
            yield _CHARACTERS.get(element.tag.removeprefix(_WORD_SPACE), "")


def _role(paragraph: "Element", styles: dict[str, str]) -> Role | None:
    style = paragraph.find(f"{_WORD_SPACE}pPr/{_WORD_SPACE}pStyle")
    style_id = style.get(f"{_WORD_SPACE}val", "") if style is not None else ""
    # Word translates the names of styles but not those of the built-in ones in the file.
    name = styles.get(style_id, style_id).lower()
    if name in ("title", "subtitle") or name.startswith("heading"):
        return Role.HEADLINE
    return Role.CAPTION if name == "caption" else None


def _one_line(error: Exception) -> str:
    return " ".join(f"{type(error).__name__} {error}".split())[:200]
