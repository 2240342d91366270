"""Pieces of text with their roles to one text and its blocks, for the formats that are not text already."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from align.bitext import Role, Span
from align.reading.blocks import Block


@dataclass(frozen=True, slots=True)
class Piece:
    """The text of one future block; `role` is None where the format does not tell it."""

    text: str
    role: Role | None = None


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


def assemble(pieces: Iterable[Piece]) -> tuple[str, tuple[Block, ...]]:
    r"""Join the visible pieces with a blank line between them; lone surrogates, which no file can hold, are replaced.

    >>> assemble([Piece("One "), Piece(" "), Piece("Two")])
    ('One\n\nTwo', (Block(chars=Span(start=0, stop=3), role=None), Block(chars=Span(start=5, stop=8), role=None)))
    """
    texts: list[str] = []
    blocks: list[Block] = []
    start = 0
    for piece in pieces:
        text = _SURROGATE.sub("\ufffd", piece.text).strip()
        if text:
            texts.append(text)
            blocks.append(Block(Span(start, start + len(text)), piece.role))
            start += len(text) + len(_BETWEEN)
    return _BETWEEN.join(texts), tuple(blocks)


_BETWEEN = "\n\n"
_SURROGATE = re.compile(r"[\ud800-\udfff]")
