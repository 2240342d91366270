"""What stands inside a line of AsciiDoc: words, code, links, images, macros and marks of emphasis."""

import re

from align.bitext import Structure
from align.reading.inline import Inline

_PART = re.compile(
    r"(?P<break> \+\n)"
    r"|(?P<code>``?(?P<inside>[^`\n]{1,300})``?)"
    r"|<<(?P<anchor>[^<>,\n]{1,200})(?:,(?P<words>[^<>]{0,300}))?>>"
    r"|(?P<name>link|xref|mailto|image|icon|kbd|btn|menu|footnote|anchor|indexterm|pass|stem):"
    r"(?P<target>[^\s\[\]]{0,500})\[(?P<given>[^\[\]]{0,500})\]"
    r"|(?P<url>(?:https?|ftp)://[^\s\[\]<>]{1,500})(?:\[(?P<label>[^\[\]]{0,300})\])?"
    r"|\{(?P<attribute>[\w-]{1,60})\}"
    r"|\[\[[^\[\]\n]{1,100}\]\]|\[#[\w-]{1,100}\]|\[\.[\w-]{1,100}\](?=#)|\(\(\([^()\n]{1,200}\)\)\)"
    r"|(?P<mark>(?<!\w)[*_#]{1,2}(?=\S)|(?<=\S)[*_#]{1,2}(?!\w)|(?<!\w)\+(?=\w)|(?<=\w)\+(?!\w))"
)


def read_inline(text: str) -> Inline:
    """Return the lines of a paragraph, or of a title or a cell."""
    line, place = Inline(), 0
    for found in _PART.finditer(text):
        line.add(text[place : found.start()].replace("\n", " "))
        place = found.end()
        if found["break"]:
            line.end_line()
        elif found["code"]:
            line.mark(Structure.INLINE, "", found["inside"].strip("+"))
        elif found["anchor"]:
            line.mark(Structure.LINK, f"#{found['anchor']}", (found["words"] or found["anchor"]).strip())
        elif found["name"]:
            _macro(line, found["name"], found["target"], found["given"])
        elif found["url"]:
            line.mark(Structure.LINK, found["url"], (found["label"] or found["url"]).removesuffix("^"))
        elif found["attribute"]:
            line.mark(Structure.MACRO, found["attribute"])
    line.add(text[place:].replace("\n", " "))
    return line


def _macro(line: Inline, name: str, target: str, given: str) -> None:
    """Add what a macro shows: its words, or what it is about."""
    words = given.partition(",")[0].strip(' "^')
    if name in ("image", "icon"):
        line.image(target.lstrip(":"), "" if "=" in words else words)
    elif name in ("link", "xref", "mailto"):
        line.mark(Structure.LINK, f"#{target}" if name == "xref" else target, words or target)
    elif name in ("kbd", "btn", "menu", "pass", "stem"):
        line.add(" > ".join(filter(None, (target, given))))
    elif name == "footnote" and given:
        line.add(f" ({given})")
