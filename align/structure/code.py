"""Code in two versions of a document: what of it a translation keeps, line by line.

Comments, strings and placeholders in angle brackets are for readers and may be translated; so may words in output, in
labels of diagrams, between the tags of markup and in the values of data. All else is the same in both versions.
"""

import re
from difflib import SequenceMatcher
from itertools import zip_longest

_MARKUP = frozenset("html xml xhtml svg jsx tsx vue svelte astro htm markup handlebars jinja erb php".split())
_HASH = frozenset(
    "bash sh shell zsh fish console shell-session shellsession terminal python py pycon ruby rb perl r yaml yml "
    "toml ini conf cfg properties dockerfile docker make makefile elixir powershell ps1 nix tcl julia text txt".split()
)
_SLASH = frozenset(
    "js javascript mjs ts typescript jsx tsx java c cpp c++ h cs csharp go golang rust rs kotlin kt swift scala dart "
    "php css scss sass less json jsonc json5 groovy gradle proto protobuf solidity zig objc".split()
)
_DASH = frozenset("sql lua haskell hs ada elm vhdl postgres mysql sqlite".split())
_DIAGRAMS = frozenset("mermaid plantuml puml dot graphviz d2".split())

_BLOCKS = re.compile(r"/\*.*?\*/|<!--.*?-->|\"\"\".*?\"\"\"|'''.*?'''|\{/\*.*?\*/\}", re.DOTALL)
_STRINGS = re.compile(
    r"(?:\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`[^`\n]*`|“[^”\n]*”|«[^»\n]*»|„[^“”\n]*[“”])(?P<key>\s{0,9}:)?"
)
_HASH_COMMENT = re.compile(r"(?:^|(?<=\s))#.*")
_SLASH_COMMENT = re.compile(r"(?:^|(?<=[\s;{},)]))//.*")
_DASH_COMMENT = re.compile(r"(?:^|(?<=\s))--\s.*")
_LINE_COMMENT = re.compile(r"^\s{0,99}(?:[;%]|REM\s|'\s).*", re.IGNORECASE)
_PLACEHOLDER = re.compile(r"(?<!\w)<[^\W\d][\w '-]{0,60}>")
_BETWEEN_TAGS = re.compile(r"(?<=>)[^<>{}]+(?=<|$)|^[^<>{}=;]+(?=<)")
_LABELS = re.compile(r"\[[^\[\]]*\]|\([^()]*\)|\{[^{}]*\}|\|[^|]*\|")
_DATA = re.compile(r"(?P<key>[\w\"'.$/ -]{1,80}[:=])\s{0,9}(?P<value>.+)")
_TOKEN = re.compile(r"\w+|[^\w\s]")
_WORDY = re.compile(r"[^\W\d_][\w\s.,:;!?¡¿'’‘\"“”«»„()…–—-]*")
_MOST_LINES = 400  # compared one by one; longer code is compared as a whole
_SHARED = 0.5  # of the tokens of two wordy lines, at least, for one to be a changed form of the other


def code_lines(text: str, language: str = "") -> tuple[str, ...]:
    """Return the lines of code that a translation keeps, with single spaces and without blank ones.

    Args:
        text: of the code.
        language: as the document names it; empty for none.

    >>> code_lines("make all  # build it", "bash"), code_lines('print("Hello")')
    (('make all',), ('print("")',))
    """
    text = text.replace("\u00a0", " ").replace("…", "...").replace("’", "'")
    text = _BLOCKS.sub("", text)
    markup = language in _MARKUP or (not language and "</" in text)
    lines = (" ".join(_kept(line, language, markup).split()) for line in text.splitlines())
    return tuple(line for line in lines if line)


def _kept(line: str, language: str, markup: bool) -> str:
    line = _STRINGS.sub(lambda found: found[0] if found["key"] else '""', line)
    known = language in _HASH | _SLASH | _DASH | _MARKUP
    if language in _HASH or not known:
        line = _HASH_COMMENT.sub("", line)
    if language in _SLASH or not known:
        line = _SLASH_COMMENT.sub("", line)
    if language in _DASH or not known:
        line = _DASH_COMMENT.sub("", line)
    if not known:
        line = _LINE_COMMENT.sub("", line)
    if language in _DIAGRAMS:
        line = _LABELS.sub("[]", line)
    return _BETWEEN_TAGS.sub("", line) if markup else _PLACEHOLDER.sub("<>", line)


def changed_lines(source: tuple[str, ...], target: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return the lines that differ, as pairs; one side is empty for a line that the other version has not.

    Args:
        source: the lines that are kept of one version, as `code_lines` gives them.
        target: those of the other.

    >>> changed_lines(("a = 1", "run all"), ("a = 2", "run all"))
    [('a = 1', 'a = 2')]
    """
    if source == target:
        return []
    if max(len(source), len(target)) > _MOST_LINES:
        pairs = [(one, other) for one, other in zip_longest(source, target, fillvalue="") if one != other]
        return [pair for pair in pairs if not _is_translation(*pair)]
    found: list[tuple[str, str]] = []
    for tag, i, i_end, j, j_end in SequenceMatcher(None, source, target, autojunk=False).get_opcodes():
        if tag != "equal":
            found += zip_longest(source[i:i_end], target[j:j_end], fillvalue="")
    return [pair for pair in found if not _is_translation(*pair)]


def likeness(source: tuple[str, ...], target: tuple[str, ...]) -> float:
    """Return the share of tokens that two pieces of code have in common, 0 to 1.

    Args:
        source: lines of one version.
        target: lines of the other.
    """
    one, other = (_TOKEN.findall("\n".join(lines[:_MOST_LINES])) for lines in (source, target))
    if not one or not other:
        return float(one == other)
    shared = set(one) & set(other)
    return sum(token in shared for token in (*one, *other)) / (len(one) + len(other))


def _is_translation(source: str, target: str) -> bool:
    """Tell whether two lines, or one without counterpart, are words for readers: output, a label, a value."""
    one, other = _DATA.fullmatch(source), _DATA.fullmatch(target)
    if one and other and one["key"] == other["key"]:
        source, target = one["value"], other["value"]
    if not source or not target:
        return False
    if not (_is_wordy(source) and _is_wordy(target)):
        return False
    return likeness((source,), (target,)) < _SHARED


def _is_wordy(line: str) -> bool:
    """Tell whether a line is several words, or one with letters that no command has."""
    return _WORDY.fullmatch(line) is not None and (len(line.split()) > 1 or not line.isascii())
