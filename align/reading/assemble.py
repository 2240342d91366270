"""Pieces of text with their roles to one text, its blocks and structure, for the formats that are not text already."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from align.bitext import Element, Role, Span, Structure
from align.reading.blocks import Block


@dataclass(frozen=True, eq=False, slots=True)
class Container:
    """An element that holds several pieces, such as the row of a table or an admonition; each is itself only."""

    kind: Structure
    value: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """The text of one future block; `role` is None where the format does not tell it.

    Attributes:
        text: as it is shown; a piece without visible text is no block, but its elements have their place.
        role: of the block.
        elements: in the text of the piece.
        within: the containers that the piece is in.
    """

    text: str
    role: Role | None = None
    elements: tuple[Element, ...] = ()
    within: tuple[Container, ...] = ()


@dataclass(frozen=True, slots=True)
class PagePiece(Piece):
    """A piece of a web page.

    Attributes:
        heading: the tag of the heading that it is, or empty.
        linked: the share of its letters that lead to another page, 0 to 1.
        kept: what holds it was judged by what is in it, and is article text.
    """

    heading: str = ""
    linked: float = 0.0
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Assembled:
    """A text, its blocks, and its structure in the order of its beginnings."""

    text: str
    blocks: tuple[Block, ...]
    structure: tuple[Element, ...]


def assemble(pieces: Iterable[Piece]) -> tuple[str, tuple[Block, ...]]:
    r"""Join the visible pieces with a blank line between them; lone surrogates, which no file can hold, are replaced.

    >>> assemble([Piece("One "), Piece(" "), Piece("Two")])
    ('One\n\nTwo', (Block(chars=Span(start=0, stop=3), role=None), Block(chars=Span(start=5, stop=8), role=None)))
    """
    assembled = assemble_structure(pieces)
    return assembled.text, assembled.blocks


def assemble_structure(pieces: Iterable[Piece]) -> Assembled:
    """Join the visible pieces as `assemble` does, and find where their elements are in the whole."""
    texts: list[str] = []
    blocks: list[Block] = []
    elements: list[Element] = []
    held: dict[Container, Span] = {}
    start = stop = 0
    for piece in pieces:
        raw = _SURROGATE.sub("\ufffd", piece.text)
        text = raw.strip()
        if text:
            stop = start + len(text)
            texts.append(text)
            blocks.append(Block(Span(start, stop), piece.role))
            for container in piece.within:
                held[container] = Span(held[container].start if container in held else start, stop)
            indent = len(raw) - len(raw.lstrip())
            elements += [_placed(element, start - indent, start, stop) for element in piece.elements]
            start = stop + len(_BETWEEN)
        else:
            # Between two blocks the place of what shows nothing is the end of the one before.
            elements += [Element(element.kind, Span(stop, stop), element.value) for element in piece.elements]
    elements += [Element(container.kind, chars, container.value) for container, chars in held.items()]
    elements.sort(key=lambda element: (element.chars.start, -element.chars.stop))
    return Assembled(_BETWEEN.join(texts), tuple(blocks), tuple(elements))


_BETWEEN = "\n\n"
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def _placed(element: Element, offset: int, start: int, stop: int) -> Element:
    """Return an element of a piece, whose text was trimmed, in the whole text."""
    low = min(max(element.chars.start + offset, start), stop)
    return Element(element.kind, Span(low, min(max(element.chars.stop + offset, low), stop)), element.value)
