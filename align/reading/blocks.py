"""What a reader of any format gives back: the text as read and its blocks."""

from dataclasses import dataclass

from align.bitext import Element, Role, Span


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph-like piece of a text; `role` is None where the format does not tell it."""

    chars: Span
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as read, its blocks in order (only white space between them) and what the format says about it.

    An empty string means that the format does not tell. `language` is a BCP 47 tag; `structure` is None for a format
    without any. `verbatim` means that the text is the file's own, line for line; other formats put theirs together.
    `unmoved` is the file's own text where marks of pages were taken out of sentences, else empty.
    """

    text: str
    blocks: tuple[Block, ...]
    title: str = ""
    byline: str = ""
    date: str = ""
    language: str = ""
    encoding: str = "utf-8"
    warnings: tuple[str, ...] = ()
    structure: tuple[Element, ...] | None = None
    verbatim: bool = False
    unmoved: str = ""
