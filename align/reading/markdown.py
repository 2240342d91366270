"""Markdown as it is meant to be read: marks, link targets and image addresses are gone.

Front matter (`key: value` lines between two lines `---`) tells title, author, date and language; it is no part of the
text.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from align.bitext import Role
from align.flow import flow
from align.reading.assemble import Piece, assemble
from align.reading.blocks import Reading
from align.reading.encodings import decode

if TYPE_CHECKING:
    from markdown_it.token import Token


def read(data: bytes, *, name: str, encoding: str | None) -> Reading:
    """Read a Markdown text (CommonMark with tables and strikethrough)."""
    from markdown_it import MarkdownIt

    decoded = decode(data, name=name, encoding=encoding)
    matter, source = split_front_matter(decoded.text)
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(source)
    text, blocks = assemble(_pieces(tokens))
    return Reading(
        text,
        blocks,
        title=matter.get("title") or _title(tokens),
        byline=matter.get("author", matter.get("byline", "")),
        date=matter.get("date", ""),
        language=matter.get("lang", matter.get("language", "")).replace("_", "-"),
        encoding=decoded.encoding,
        warnings=decoded.warnings,
    )


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    r"""Return the keys of the front matter, in small letters, and the text after it.

    >>> split_front_matter("---\ntitle: 'The harbour'\n---\nClosed.")
    ({'title': 'The harbour'}, 'Closed.')
    """
    matter = _FRONT_MATTER.match(text)
    if matter is None:
        return {}, text
    lines = matter["lines"].splitlines()
    pairs = [pair for line in lines if (pair := _PAIR.fullmatch(line))]
    # Two rules with prose between them look the same but for the colons.
    if not pairs or not all(_PAIR.fullmatch(line) or _CONTINUATION.match(line) for line in lines):
        return {}, text
    return {pair[1].lower(): pair[2].strip().strip("\"'[]") for pair in pairs}, text[matter.end() :]


_FRONT_MATTER = re.compile(r"---[ \t]*\n(?P<lines>(?:(?!---[ \t]*\n|---[ \t]*$)[^\n]*\n){1,200})---[ \t]*(?:\n|$)")
_PAIR = re.compile(r"([A-Za-z][\w-]*):(?:[ \t]+|$)(.*)")
_CONTINUATION = re.compile(r"\s|-[ \t]|#|$")


def _title(tokens: "list[Token]") -> str:
    for opening, inline in pairwise(tokens):
        if opening.type == "heading_open" and opening.tag == "h1":
            return " ".join(piece.text for piece in _inline_pieces(inline.children or [], None)).strip()
    return ""


def _pieces(tokens: "list[Token]") -> Iterator[Piece]:
    from align.reading.html import fragment_pieces

    role: Role | None = None
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            role = Role.HEADLINE if token.type == "heading_open" else None
        elif token.type in ("fence", "code_block"):
            yield Piece(token.content, Role.FURNITURE)
        elif token.type == "html_block":
            yield from fragment_pieces(token.content)
        elif token.type == "inline":
            yield from _inline_pieces(token.children or [], role)


def _inline_pieces(tokens: "list[Token]", role: Role | None) -> Iterator[Piece]:
    """Yield the lines of one paragraph and then the captions of its images."""
    lines, captions = [""], []
    for token in tokens:
        if token.type == "image":
            captions.append(token.content)
        elif token.type == "hardbreak" or (token.type == "html_inline" and token.content.lower().startswith("<br")):
            lines.append("")
        elif token.type == "softbreak":
            lines[-1] += "\n"
        elif token.type != "html_inline":
            lines[-1] += token.content
    yield from (Piece(flow(line), role) for line in lines)
    yield from (Piece(caption, Role.CAPTION) for caption in captions)
