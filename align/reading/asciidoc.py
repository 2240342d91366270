"""AsciiDoc in its usual structure: headings, paragraphs, lists, blocks, tables, admonitions, links and images.

Attributes, comments, conditions and includes are markup; included files are not read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from align.bitext import Element, Role, Span, Structure
from align.reading.asciidoc_inline import read_inline
from align.reading.assemble import Container, Piece, assemble_structure
from align.reading.blocks import Reading
from align.reading.cells import cell_roles
from align.reading.encodings import decode
from align.reading.front_matter import split_front_matter
from align.reading.markdown import code_piece


def read(data: bytes, *, name: str, encoding: str | None) -> Reading:
    """Read an AsciiDoc file."""
    decoded = decode(data, name=name, encoding=encoding)
    matter, source = split_front_matter(decoded.text)  # as Hugo and Antora have it
    walk = _Walk(source.split("\n"))
    pieces = list(walk.pieces())
    assembled = assemble_structure(pieces)
    return Reading(
        assembled.text,
        assembled.blocks,
        title=matter.get("title")
        or next((" ".join(piece.text.split()) for piece in pieces if piece.role is Role.HEADLINE), ""),
        byline=matter.get("author") or walk.attributes.get("author", walk.author),
        date=matter.get("date") or walk.attributes.get("revdate", ""),
        language=walk.attributes.get("lang", "").replace("_", "-"),
        encoding=decoded.encoding,
        warnings=decoded.warnings,
        structure=assembled.structure,
    )


_HEADING = re.compile(r"(?P<marks>={1,6}|#{1,6})[ \t]+(?P<text>\S.*)")
_ATTRIBUTE = re.compile(r":(?P<key>!?[\w-]{1,60}!?):(?:[ \t]+(?P<value>.*))?")
_DIRECTIVE = re.compile(
    r"(?P<name>include|ifdef|ifndef|ifeval|endif|toc|image|video|audio)::(?P<target>[^\[\n]*)\[(?P<given>.*)\]"
)
_LIST = re.compile(r"[ \t]*(?:\*{1,5}|-|\.{1,5}|\d{1,4}\.|<\d{0,3}\.?>)[ \t]+(?:\[[ xX*]\][ \t]+)?(?P<text>\S.*)")
_TERM = re.compile(r"[ \t]*(?P<term>\S.{0,200}?)(?P<mark>:{2,4}|;;)(?:[ \t]+(?P<text>.*))?")
_ADMONITION = re.compile(r"(?P<name>NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ \t]+(?P<text>.*)")
_STYLE = re.compile(r"\[(?P<style>[^\[\]]*)\]")
_ANCHOR = re.compile(r"\[\[[^\[\]]*\]\]")
_BLOCK_TITLE = re.compile(r"\.(?P<text>[^\s.].*)")
_FENCE = re.compile(
    r"(?P<mark>-{4,}|\.{4,}|={4,}|_{4,}|\*{4,}|\+{4,}|/{4,}|--|\|===|```)(?:(?<=```)(?P<language>\w*))?[ \t]*"
)
_ADMONITIONS = frozenset("note tip important warning caution".split())
_CODE_MARKS, _HIDDEN_MARKS = ("-", ".", "`", "+"), ("/",)


@dataclass(slots=True)
class _Walk:
    """Goes through the lines of a document; `style` and `title` wait for the block that they belong to."""

    lines: list[str]
    attributes: dict[str, str] = field(default_factory=dict)
    author: str = ""
    place: int = 0
    style: str = ""
    titled: bool = False
    open: list[tuple[str, tuple[Container, ...]]] = field(default_factory=list)
    within: tuple[Container, ...] = ()
    paragraph: list[str] = field(default_factory=list)

    def pieces(self) -> Iterator[Piece]:
        while self.place < len(self.lines):
            line = self.lines[self.place].rstrip()
            self.place += 1
            fence = _FENCE.fullmatch(line)
            if fence:
                yield from self._flush()
                yield from self._fence(fence)
            elif not line.strip():
                yield from self._flush()
            elif line.startswith("//"):
                continue
            elif line.strip() == "+" or (not self.paragraph and _ANCHOR.fullmatch(line)) or line in ("'''", "<<<"):
                yield from self._flush()
            else:
                yield from self._line(line)
        yield from self._flush()

    def _line(self, line: str) -> Iterator[Piece]:
        """Yield what a line begins, or add it to the paragraph."""
        heading, directive, item = _HEADING.fullmatch(line), _DIRECTIVE.fullmatch(line), _LIST.fullmatch(line)
        attribute, style = _ATTRIBUTE.fullmatch(line), _STYLE.fullmatch(line)
        if directive or item:
            yield from self._flush()
        if heading and not self.paragraph:
            yield from self._heading(len(heading["marks"]), heading["text"])
        elif attribute and not self.paragraph:
            self.attributes[attribute["key"].lower()] = (attribute["value"] or "").strip()
        elif directive:
            yield from self._directive(directive)
        elif style and not self.paragraph:
            self.style = style["style"]
        elif item:
            self.paragraph = [item["text"]]
        elif not self.paragraph and (title := _BLOCK_TITLE.fullmatch(line)):
            yield from read_inline(title["text"]).pieces(Role.CAPTION, self.within)
        elif (term := _TERM.fullmatch(line)) and not self.paragraph:
            yield from read_inline(term["term"]).pieces(None, self.within)
            self.paragraph = [term["text"]] if term["text"] else []
        else:
            self.paragraph.append(line.strip())

    def _heading(self, level: int, text: str) -> Iterator[Piece]:
        line = read_inline(text.rstrip(" =#"))
        line.elements.append(Element(Structure.HEADING, Span(0, len(line.text)), str(level)))
        first = level == 1 and not self.titled
        yield from line.pieces(Role.HEADLINE if first else Role.HEADING, self.within)
        self.titled, self.style = self.titled or first, ""
        if first and self.place < len(self.lines):
            following = self.lines[self.place].strip()
            # The line below the title names the author, unless it says something about the document.
            if following and not following.startswith((":", "//", "[", "=")):
                self.author = following.partition("<")[0].strip()
                self.place += 1

    def _directive(self, found: re.Match[str]) -> Iterator[Piece]:
        name, target = found["name"], found["target"]
        if name == "image":
            yield from read_inline(f"image:{target}[{found['given']}]").pieces(None, self.within)
        elif name in ("include", "toc", "video", "audio"):
            value = f"{name} {target}".strip()
            yield Piece("", None, (Element(Structure.MACRO, Span(0, 0), value),), self.within)
        elif found["given"].strip() and name in ("ifdef", "ifndef"):
            self.paragraph.append(found["given"])

    def _fence(self, fence: re.Match[str]) -> Iterator[Piece]:
        """Yield a block of code or a table as a whole; others are opened, or closed, and hold text."""
        mark = fence["mark"]
        style, self.style = self.style, ""
        if mark == "|===":
            yield from self._table(self._until(mark))
        elif mark[0] in _HIDDEN_MARKS:
            self._until(mark)
        elif mark[0] in _CODE_MARKS and mark != "--":
            words = re.split(r"[,\s%]+", style)
            language = fence["language"] or (words[1] if len(words) > 1 and words[0] in ("source", "") else "")
            yield code_piece("\n".join(self._until(mark)), language.lower(), self.within)
        elif self.open and self.open[-1][0] == mark:
            self.within = self.open.pop()[1]
        else:
            self.open.append((mark, self.within))
            name = style.partition(",")[0].partition("%")[0].lower()
            if name in _ADMONITIONS:
                self.within = (*self.within, Container(Structure.MACRO, name))

    def _until(self, mark: str) -> list[str]:
        """Return the lines up to the next such mark, and go behind it."""
        start = self.place
        while self.place < len(self.lines) and self.lines[self.place].rstrip() != mark:
            self.place += 1
        self.place += 1
        return self.lines[start : self.place - 1]

    def _flush(self) -> Iterator[Piece]:
        """Yield the paragraph."""
        text, self.paragraph = "\n".join(self.paragraph), []
        if not text:
            return
        style, self.style = self.style.partition(",")[0].lower(), ""
        if style in ("source", "listing", "literal"):
            yield code_piece(text, "", self.within)
            return
        found = _ADMONITION.match(text)
        name = found["name"].lower() if found else style if style in _ADMONITIONS else ""
        within = (*self.within, Container(Structure.MACRO, name)) if name else self.within
        yield from read_inline(text[found.start("text") :] if found else text).pieces(None, within)

    def _table(self, lines: list[str]) -> Iterator[Piece]:
        """Yield the cells of a table; the first line of it, or what its rows have in common, tells the columns."""
        cells = [
            [cell.strip() for cell in re.split(r"(?<!\\)(?:\b[\w.+]{0,8})?\|", line)[1:]]
            for line in lines
            if "|" in line
        ]
        width = len(cells[0]) if cells else 0
        flat = [cell for row in cells for cell in row]
        if width == 1 and (widths := [len(row) for row in cells]):
            width = max(widths)
        rows = [flat[at : at + width] for at in range(0, len(flat), width or 1)]
        pieces = []
        for row in rows:
            within = (*self.within, Container(Structure.ROW, str(len(row))))
            pieces.append([read_inline(cell).pieces(None, within) for cell in row])
        yield from cell_roles(pieces)
