"""A paragraph under construction: its lines with the elements in them, for readers that meet both piece by piece."""

from dataclasses import dataclass, field

from align.bitext import Element, Role, Span, Structure
from align.reading.assemble import Container, Piece


@dataclass(slots=True)
class Inline:
    """The line that is being written, the lines before it, and what stands beside the paragraph, such as captions."""

    text: str = ""
    elements: list[Element] = field(default_factory=list)
    lines: list[tuple[str, tuple[Element, ...]]] = field(default_factory=list)
    beside: list[Piece] = field(default_factory=list)
    opened: list[tuple[int, int, Structure, str]] = field(default_factory=list)

    def add(self, text: str) -> None:
        """Put text at the end of the line."""
        self.text += text

    def mark(self, kind: Structure, value: str, text: str = "") -> None:
        """Put an element at the end of the line.

        Args:
            kind: of the element.
            value: of the element.
            text: that it shows.
        """
        start = len(self.text)
        self.text += text
        self.elements.append(Element(kind, Span(start, start + len(text)), value))

    def open(self, kind: Structure, value: str = "") -> None:
        """Begin an element whose text follows.

        Args:
            kind: of the element.
            value: of the element.
        """
        self.opened.append((len(self.lines), len(self.text), kind, value))

    def close(self, kind: Structure) -> None:
        """End the element that began last, if it is of this kind; of one over several lines the last one counts."""
        if self.opened and self.opened[-1][2] is kind:
            line, start, _, value = self.opened.pop()
            start = start if line == len(self.lines) else 0
            self.elements.append(Element(kind, Span(start, len(self.text)), value))

    def image(self, address: str, words: str, title: str = "") -> None:
        """Add an image, whose words and title are pieces beside the paragraph.

        Args:
            address: of the image.
            words: that stand for it.
            title: below it.
        """
        if words.strip():
            self.beside.append(Piece(words, Role.IMAGE, (Element(Structure.IMAGE, Span(0, len(words)), address),)))
        else:
            self.mark(Structure.IMAGE, address)
        if title:
            self.beside.append(Piece(title, Role.CAPTION))

    def end_line(self) -> None:
        """Begin another line."""
        self.lines.append((self.text, tuple(self.elements)))
        self.text, self.elements = "", []

    def pieces(self, role: Role | None, within: tuple[Container, ...] = ()) -> list[Piece]:
        """Return the lines, and what stands beside them, as pieces.

        Args:
            role: of the lines.
            within: the containers that they are in.
        """
        self.end_line()
        lines = [Piece(text, role, elements, within) for text, elements in self.lines]
        return lines + [Piece(piece.text, piece.role, piece.elements, within) for piece in self.beside]
