"""Paragraphs of word processors: their text and, in it, headings, rows, links and images, alike for all formats."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from align.bitext import Element, Role, Span, Structure
from align.reading.assemble import Container, Piece
from align.reading.cells import is_sentence
from align.reading.plain import block_spans


@dataclass(slots=True)
class Paragraph:
    """The text of a paragraph as it is gathered, and the elements met in it."""

    parts: list[str] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    opened: list[tuple[int, str]] = field(default_factory=list)
    length: int = 0

    def add(self, text: str) -> None:
        """Add visible text."""
        self.parts.append(text)
        self.length += len(text)

    def open_link(self, address: str) -> None:
        """Begin a link; one within the file, or without an address, is none."""
        self.opened.append((self.length, "" if address.startswith("#") else address))

    def close_link(self) -> None:
        """End the link that was begun last."""
        if self.opened:
            start, address = self.opened.pop()
            if address:
                self.elements.append(Element(Structure.LINK, Span(start, self.length), address))

    def add_image(self) -> None:
        """Note an image here; how its file is called in the archive says nothing."""
        self.elements.append(Element(Structure.IMAGE, Span(self.length, self.length)))

    def pieces(self, role: Role | None, level: str, row: Container | None) -> Iterator[Piece]:
        """Yield the paragraphs of its text, each with the elements that begin in it.

        Args:
            role: that its style tells; None for none.
            level: of the heading that it is; empty for none.
            row: of the table with several columns that it is in; None for none.
        """
        while self.opened:
            self.close_link()
        text = "".join(self.parts)
        within = (row,) if row else ()
        left = sorted(self.elements, key=lambda element: element.chars.start)
        spans = block_spans(text)
        for number, span in enumerate(spans):
            last = number == len(spans) - 1
            here = [element for element in left if last or element.chars.start < span.stop]
            left = left[len(here) :]
            shown = text[span.start : span.stop]
            own = Role.CELL if row and role is None and not is_sentence(shown) else role
            heading = (Element(Structure.HEADING, Span(0, len(shown)), level),) if level else ()
            yield Piece(shown, own, (*heading, *(_within(element, span) for element in here)), within)
        if left:
            yield Piece("", role, tuple(Element(it.kind, Span(0, 0), it.value) for it in left))


def _within(element: Element, span: Span) -> Element:
    """Return an element of a text as that of a piece of it."""
    start = min(max(element.chars.start, span.start), span.stop)
    stop = max(start, min(element.chars.stop, span.stop))
    return Element(element.kind, Span(start - span.start, stop - span.start), element.value)
