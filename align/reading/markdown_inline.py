"""What stands inside a line of Markdown: words, code, links, images, macros, and tags of HTML."""

import re
from typing import TYPE_CHECKING

from align.bitext import Structure
from align.flow import flow
from align.reading.inline import Inline
from align.reading.page_roles import is_known_tag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token


def read_inline(tokens: "Sequence[Token]", *, item: bool = False) -> Inline:
    """Return the lines of a paragraph.

    Args:
        tokens: of the paragraph.
        item: whether it is that of a list, which may begin with a box or, as a definition, with a colon.
    """
    line = Inline()
    for number, token in enumerate(tokens):
        before = tokens[number - 1].type if number else ""
        if token.type == "text":
            line.add(_text(token.content, first=not number, item=item, after=before, line=line))
        elif token.type == "softbreak":
            after = tokens[number + 1].content if number + 1 < len(tokens) else ""
            if number <= _TOKENS_OF_LABEL and _is_label(tokens[:number]) and not after[:1].islower():
                line.end_line()
            else:
                line.add(_soft_break(line.text, after))
        elif token.type == "hardbreak":
            line.end_line()
        elif token.type == "code_inline":
            _code(line, token.content, role=before == "role")
        elif token.type == "html_inline":
            _tag(line, token.content)
        else:
            _element(line, token)
    return line


_WORDS_OF_LABEL = 4
_TOKENS_OF_LABEL = 5  # with an empty text on both sides
_BOX = re.compile(r"\[[ xX]\]\s")
_SHOWN = re.compile(r"(?P<text>[^<>]*?)\s*<[^<>]*>")
_ATTRIBUTE = re.compile(
    r"""\b(?P<key>href|src|alt)\s{0,9}=\s{0,9}(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)')""", re.IGNORECASE
)


def _text(text: str, *, first: bool, item: bool, after: str, line: Inline) -> str:
    """Return text without the box of a task or the colon of a definition, which begins a line of its own."""
    if first and item:
        text = text.removeprefix(": ")
        box = _BOX.match(text)
        return text[box.end() :] if box else text
    if after == "softbreak" and text.startswith(": "):
        line.end_line()
        return text[2:].lstrip()
    return text


def _is_label(tokens: "Sequence[Token]") -> bool:
    """Tell whether the first line of a paragraph is a few bold words alone, such as the title of a note."""
    told = [token for token in tokens if token.type != "text" or token.content]
    if [token.type for token in told] != ["strong_open", "text", "strong_close"]:
        return False
    return len(told[1].content.split()) <= _WORDS_OF_LABEL


def _soft_break(before: str, after: str) -> str:
    """Return what a line's end inside a paragraph stands for: nothing between two Chinese characters."""
    ends = before[-1:] + after[:1]
    return "" if len(flow("\n".join(ends))) == len("..") and not ends.startswith("-") else " "


def _code(line: Inline, text: str, *, role: bool) -> None:
    """Add inline code; behind a role of MyST it is the name of something, perhaps with the words that stand for it."""
    shown = _SHOWN.fullmatch(text) if role else None
    if shown and shown["text"]:
        line.mark(Structure.LINK, text[shown.end("text") :].strip(" <>"), shown["text"])
    else:
        line.mark(Structure.INLINE, "", text.strip("<>") if role else text)


def _element(line: Inline, token: "Token") -> None:
    """Add a link, an image or a macro; other tokens only say how their text looks."""
    if token.type == "link_open":
        line.open(Structure.LINK, str(token.attrs.get("href", "")))
    elif token.type == "link_close":
        line.close(Structure.LINK)
    elif token.type == "image":
        line.image(str(token.attrs.get("src", "")), token.content, str(token.attrs.get("title", "")))
    elif token.type == "macro":
        macro = token.meta["macro"]
        if macro.address:
            line.image(macro.address, macro.text)
        elif macro.value:
            line.mark(Structure.MACRO, macro.value, macro.text)
    else:
        line.add(token.content)


def _tag(line: Inline, tag: str) -> None:
    """Add what a tag shows; what looks like a tag and is none, such as `<name>`, is text."""
    name = tag.strip("</ >").partition(" ")[0].partition("\n")[0].rstrip("/").lower()
    given = {
        found["key"].lower(): found["double"] if found["double"] is not None else found["single"]
        for found in _ATTRIBUTE.finditer(tag)
    }
    if tag.startswith("<!") or tag.startswith("<?"):
        return
    if name == "br":
        line.end_line()
    elif name == "img":
        line.image(given.get("src", ""), given.get("alt", ""))
    elif tag.startswith("</"):
        line.close(Structure.LINK if name == "a" else Structure.INLINE)
    elif name == "a" and "href" in given:
        line.open(Structure.LINK, given["href"])
    elif name == "code":
        line.open(Structure.INLINE)
    if not is_known_tag(name, tag):
        line.add(tag)
