"""What docutils has to be told of Sphinx: directives and roles that it does not know.

A directive that holds text is read as text, one that holds code as code; of the others, such as a table of contents,
only the name is kept. A role stands for its words.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from align.reading.directives import CODE_DIRECTIVES, MARKUP_DIRECTIVES

if TYPE_CHECKING:
    from docutils import nodes
    from docutils.parsers.rst import Directive

_DIRECTIVE = re.compile(
    r"^[ \t]*\.\.[ \t]+(?:\|[^|\n]{1,60}\|[ \t]+)?([A-Za-z][\w:+.-]{0,60}?)::(?=\s|$)", re.MULTILINE
)
_ROLE = re.compile(r"(?::([A-Za-z][\w:+.-]{0,60}):(?=`))|(?<=`):([A-Za-z][\w:+.-]{0,60}):")
_TITLED = re.compile(r"(?P<words>[^<>]+?)\s*<(?P<target>[^<>]*)>")
# Words of the page, which a translation has in its language; the words of all others are names.
_WORDS = frozenset(
    "ref doc term numref download any abbr guilabel menuselection dfn index strong emphasis samp".split()
)
_LINKS = frozenset("ref doc term numref download any".split())
_VERSIONS = frozenset(("versionadded", "versionchanged", "versionremoved", "deprecated"))
_SIGNATURE = re.compile(r".*:|^(?:function|class|method|attribute|data|option|confval|envvar|describe|object)$")


def register(source: str) -> None:
    """Tell docutils of all directives and roles in a text that it does not know.

    It knows them by name and for the whole process, so that a name is told once.
    """
    from docutils.parsers.rst import directives, roles

    # They are not told in public, and a directive that docutils knows is to stay its own.
    known = vars(directives)["_directive_registry"], vars(roles)["_role_registry"]
    role: Any = _role
    for name in sorted(set(_DIRECTIVE.findall(source))):
        if name.lower() not in known[0]:
            directives.register_directive(name.lower(), _directive())
    for found in _ROLE.finditer(source):
        name = (found[1] or found[2]).lower()
        if name not in known[1]:
            roles.register_local_role(name, role)


def _role(
    name: str,
    rawtext: str,
    text: str,
    lineno: int,
    inliner: Any,
    options: Mapping[str, Any] | None = None,
    content: Sequence[str] = (),
) -> "tuple[list[nodes.Node], list[nodes.system_message]]":
    """Return what a role stands for, with its target as that of a link."""
    from docutils import nodes

    text = text.replace("\0", "\\")
    titled = _TITLED.fullmatch(text)
    short = name.lower().rpartition(":")[2]
    words = titled["words"] if titled else text
    if titled or short in _LINKS:
        target = titled["target"] if titled else text
        return [nodes.reference(rawtext, words, refuri=target)], []
    if short in _WORDS:
        return [nodes.inline(rawtext, words)], []
    return [nodes.literal(rawtext, words.removeprefix("~").removeprefix("!"))], []


class _AnyOption(dict[str, Any]):
    """The options of a directive: all of them, unchanged."""

    def __missing__(self, key: str) -> Any:
        from docutils.parsers.rst import directives

        return directives.unchanged


def _title_and_text(name: str, given: str) -> tuple[str, str]:
    """Return what stands behind the name of a directive as a title and the text that begins there."""
    if name in _VERSIONS:
        version, *after = given.split(maxsplit=1) or [""]
        return version, " ".join(after)
    if name in ("seealso", "todo"):
        return "", given
    title, _, text = given.partition("\n")
    return title.strip(), text.strip()


@cache
def _directive() -> "type[Directive]":
    from docutils import nodes
    from docutils.parsers.rst import Directive, directives

    class AnyDirective(Directive):
        """A directive of Sphinx, or of an extension of it."""

        optional_arguments = 1
        final_argument_whitespace = True
        has_content = True
        option_spec = _AnyOption(name=directives.unchanged)

        def run(self) -> list[nodes.Node]:
            """Return its text as nodes, its code as a block, or nothing but its name."""
            name, given = self.name.lower(), "\n".join(self.arguments)
            if name in CODE_DIRECTIVES:
                block = nodes.literal_block("\n".join(self.content), "\n".join(self.content))
                block["language"] = given.lower()
                return [block]
            node = nodes.container()
            node["macro"] = f"{name} {given}".strip() if name in MARKUP_DIRECTIVES else name
            if name in MARKUP_DIRECTIVES:
                return [node]
            title, text = _title_and_text(name, given)
            if name in _VERSIONS:
                node["macro"] = f"{name} {title}"
            elif title:
                signature = _SIGNATURE.match(name) is not None
                node += nodes.literal_block(title, title) if signature else nodes.caption(title, title)
            if text:
                node += nodes.paragraph(text, "", *self.state.inline_text(text, self.lineno)[0])
            self.state.nested_parse(self.content, self.content_offset, node)
            return [node]

    return AnyDirective
