"""What Markdown has beside CommonMark in the files of documentation, as rules of the parser.

Lines of macros, containers (`:::note`), indented admonitions (`!!! note "Title"`), raw code of Hugo and Jekyll and
imports of MDX; macros, attributes and note marks inside a line. Tokens of type `macro` have a `Macro` in their `meta`.
Beyond a depth of nesting at which the parser drops the text, the rest is read as paragraphs: nothing vanishes.
"""

import re
from typing import TYPE_CHECKING

from align.reading.macros import Macro, match_macro

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.ruler import RuleOptionsType
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

# Levels; a quotation has one, a list two. The parser needs time in proportion to them for brackets, too.
_DEEPEST, _MOST_LEVELS = 30, 36
_ENDING = ("paragraph", "reference", "blockquote", "list")  # what a line of markup may end


def make_parser(*, modules: bool = False) -> "MarkdownIt":
    """Return a parser for CommonMark with tables, strikethrough and the rules of this module.

    Args:
        modules: whether the file is MDX, with imports, exports and expressions in braces.
    """
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": _MOST_LEVELS}).enable(["table", "strikethrough"])
    parser.options["modules"] = modules
    first: RuleOptionsType = {"alt": list(_ENDING)}
    parser.block.ruler.before("table", "deep", _deep)
    parser.block.ruler.before("table", "admonition", _admonition, first)
    parser.block.ruler.before("table", "raw_code", _raw_code, first)
    parser.block.ruler.before("table", "macro_lines", _macro_lines, first)
    parser.block.ruler.before("table", "modules", _modules)
    parser.block.ruler.at("reference", _reference)
    parser.inline.ruler.before("escape", "macro", _inline_macro)
    parser.inline.ruler.before("link", "note_mark", _note_mark)
    return parser


_MARKS = re.compile(r"[ \t]*(?:(?:>|[*+-](?=[ \t]))[ \t]*)*")


def _deep(state: "StateBlock", start: int, end: int, silent: bool) -> bool:
    """Read what is nested too deeply to be parsed line by line, without the marks of quotations and lists."""
    if silent or state.level < _DEEPEST:
        return False
    for line in range(start, end):
        text = state.src[state.bMarks[line] : state.eMarks[line]]
        _paragraph(state, line, text[_marks_end(text) :])
    state.line = end
    return True


def _marks_end(text: str) -> int:
    found = _MARKS.match(text)
    return found.end() if found else 0


def _paragraph(state: "StateBlock", line: int, text: str) -> None:
    state.push("paragraph_open", "p", 1)
    token = state.push("inline", "", 0)
    token.content, token.map, token.children = text.strip(), [line, line + 1], []
    state.push("paragraph_close", "p", -1)


_COLONS = re.compile(r"(?P<fence>:{3,})[ \t]*(?P<brace>\{?)(?P<name>[\w-]*)\}?(?P<title>[^\n]*)")
_LABEL = re.compile(r"[ \t]*\[(?P<title>[^\[\]]*)\]")
_CONTENTS = re.compile(r"\[TOC\]|\[\[_?TOC_?\]\]", re.IGNORECASE)


def _macro_lines(state: "StateBlock", start: int, end: int, silent: bool) -> bool:
    """Read macros that have lines of their own, the mark of a container, or the place of a table of contents."""
    if state.is_code_block(start):
        return False
    place, stop = state.bMarks[start] + state.tShift[start], state.eMarks[start]
    line = state.src[place:stop].strip()
    macros: list[Macro] = []
    last = start
    if colons := _COLONS.fullmatch(line):
        macros.append(_container(colons))
    elif _CONTENTS.fullmatch(line):
        macros.append(Macro("toc", value="toc"))
    elif line[:1] in ("{", "<"):
        found = _lone_macros(state, place, start, end)
        if found is None:
            return False
        macros, last = found
    else:
        return False
    if not silent:
        for macro in macros:
            state.push("macro", "", 0).meta = {"macro": macro}
        state.line = last + 1
    return True


def _container(colons: re.Match[str]) -> Macro:
    """Return a line `:::note Title`, `:::note[Title]`, `:::{note} Title` or `:::`."""
    name, title = colons["name"].lower(), colons["title"].strip()
    if not name:
        return Macro(":::", closes=True)
    label = _LABEL.match(title)
    return Macro(":::", caption=label["title"] if label else title.partition("{")[0].strip(), value=name, opens=True)


def _lone_macros(state: "StateBlock", place: int, start: int, end: int) -> tuple[list[Macro], int] | None:
    """Return the macros that are all that stands on some lines, and the last line."""
    macros: list[Macro] = []
    last = start
    while True:
        found = match_macro(state.src, place, state.eMarks[end - 1], components=_components(state, place))
        if found is None:
            return None
        macros.append(found[0])
        place = found[1]
        while last + 1 < end and place > state.eMarks[last]:
            last += 1
        while place < state.eMarks[last] and state.src[place] in " \t":
            place += 1
        if place >= state.eMarks[last]:
            return macros, last
        if state.src[place] not in "{<":
            return None


def _components(state: "StateBlock | StateInline", place: int) -> bool:
    """Tell whether a brace or an angle may begin a component: an angle in any file, a brace in MDX only."""
    return state.src[place] == "<" or bool(state.md.options["modules"])


_RAW = re.compile(
    r"\{(?P<mark>%|\{[<%])-?\s{0,9}(?P<name>highlight|raw|comment|mermaid)\b(?P<given>[^%>}]{0,200}?)-?(?:%\}|[%>]\}\})"
)


def _raw_code(state: "StateBlock", start: int, end: int, silent: bool) -> bool:
    """Read what stands between tags as code: `{% highlight ruby %}`, `{{< highlight go >}}`, `{% raw %}`."""
    if state.is_code_block(start):
        return False
    place = state.bMarks[start] + state.tShift[start]
    opening = _RAW.match(state.src, place, state.eMarks[start])
    if opening is None:
        return False
    closing = re.compile(
        rf"\{{(?:%-?\s{{0,9}}end|\{{[<%]\s{{0,9}}/\s{{0,9}}){opening['name']}\s{{0,9}}-?(?:%\}}|[%>]\}}\}})"
    )
    found = closing.search(state.src, opening.end(), state.eMarks[end - 1])
    if found is None:
        return False
    if not silent:
        last = start
        while last + 1 < end and found.end() > state.eMarks[last]:
            last += 1
        token = state.push("fence", "code", 0)
        token.content = state.src[opening.end() : found.start()].strip("\n")
        token.info = (opening["given"].split() or [""])[0]
        token.hidden = opening["name"] == "comment"
        state.line = last + 1
    return True


_DEFINITION = re.compile(r"\[(?!\^)[^\[\]]{1,999}\]:\s{0,99}(?:<|\S{0,999}[/.#:@])")


def _reference(state: "StateBlock", start: int, end: int, silent: bool) -> bool:
    """Read the definition of a link, unless it is that of a note or a name with a word behind it."""
    from markdown_it.rules_block import reference

    place = state.bMarks[start] + state.tShift[start]
    return _DEFINITION.match(state.src, place) is not None and reference(state, start, end, silent)


_ADMONITION = re.compile(
    r"(?:!!!|\?\?\?\+?|===\+?!?)[ \t]+(?:(?P<name>[\w -]{1,60}?)[ \t]*)?(?:\"(?P<title>[^\"\n]*)\")?[ \t]*"
)
_INDENT = 4


def _admonition(state: "StateBlock", start: int, end: int, silent: bool) -> bool:
    """Read `!!! note "Title"` or `=== "Tab"` and the indented lines below it, which are Markdown and no code."""
    if state.is_code_block(start):
        return False
    place = state.bMarks[start] + state.tShift[start]
    head = _ADMONITION.fullmatch(state.src, place, state.eMarks[start])
    if head is None or not (head["name"] or head["title"]):
        return False
    if silent:
        return True
    name = (head["name"] or "tab").lower()
    last = _indented_end(state, start + 1, end, state.sCount[start] + _INDENT)
    state.push("macro", "", 0).meta = {"macro": Macro("!!!", caption=head["title"] or "", value=name, opens=True)}
    indent, state.blkIndent = state.blkIndent, state.sCount[start] + _INDENT
    line_max, state.lineMax = state.lineMax, last
    state.md.block.tokenize(state, start + 1, last)
    state.blkIndent, state.lineMax, state.line = indent, line_max, max(last, start + 1)
    state.push("macro", "", 0).meta = {"macro": Macro("!!!", closes=True)}
    return True


def _indented_end(state: "StateBlock", line: int, end: int, indent: int) -> int:
    """Return the line behind the last one that is indented so far, blank lines between them included."""
    last = line
    while line < end and (state.isEmpty(line) or state.sCount[line] >= indent):
        line += 1
        last = last if state.isEmpty(line - 1) else line
    return last


_MODULE = re.compile(r"(?:import|export)\s[^\n]*(?:['\";{(=]|\bfrom\b)")
# Docusaurus reads imports in `.md` files, too.
_IMPORT = re.compile(r"import\s(?:[\w*{}, ]{1,200}\sfrom\s)?(?:'[^'\n]+'|\"[^\"\n]+\");?\s*$", re.MULTILINE)


def _modules(state: "StateBlock", start: int, end: int, silent: bool) -> bool:
    """Leave out imports and exports of MDX, which go on to the next blank line."""
    pattern = _MODULE if state.md.options["modules"] else _IMPORT
    if state.level or state.sCount[start] or not pattern.match(state.src, state.bMarks[start], state.eMarks[start]):
        return False
    line = start
    while line < end and not state.isEmpty(line):
        line += 1
    if not silent:
        state.line = line
    return True


def _inline_macro(state: "StateInline", silent: bool) -> bool:
    """Read a macro inside a line, or the role of the code behind it, such as {ref} of MyST."""
    if state.src[state.pos] not in "{<":
        return False
    role = _ROLE.match(state.src, state.pos, state.posMax)
    if role:
        if not silent:
            state.push("role", "", 0)
        state.pos = role.end()
        return True
    found = match_macro(state.src, state.pos, state.posMax, components=_components(state, state.pos))
    if found is None:
        return False
    if not silent:
        state.push("macro", "", 0).meta = {"macro": found[0]}
    state.pos = found[1]
    return True


_NOTE = re.compile(r"\[\^[^\s\[\]^]{1,60}\]:?")
_ROLE = re.compile(r"\{[\w:+-]{1,40}\}(?=`)")


def _note_mark(state: "StateInline", silent: bool) -> bool:
    """Leave out the mark of a note, `[^1]`, in the text as before the note."""
    found = _NOTE.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    state.pos = found.end()
    return True
