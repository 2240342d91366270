"""What of a text is prose: in which language it is, code, commands, addresses and names of files do not tell.

1. Fenced code is left out, and what stands between backticks.
2. Of each line the words that look like code go: those with slashes, underscores, digits, dots or brackets inside, with
   capitals inside, or with a dash, a dollar sign or the like before them.
3. A line goes as a whole where such words are many, or where it begins as a command or a comment does, or ends as a
   statement does. Where enough is left, short lines go: entries of menus, commands of two words.

Only runs of ASCII characters are looked at: in a script of its own prose is never code.
"""

import math
import re

# Dev texts in 40 languages, November 2026: shorter pieces make the model waver, more of them change nothing.
_PIECE = 300
_PIECES = 40
_MANY = 0.3  # share of the words of a line
# Characters in lines of five words, or of a dozen letters without a space: with so many of them shorter lines, such as
# the entries of a menu, need not be read.
_ENOUGH = 200

_FENCE = re.compile(r"^[ \t]{0,8}(?:```|~~~)[^`\n]*$", re.MULTILINE)
_QUOTED = re.compile(r"`[^`\n]{1,200}`")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S{1,300}|[\w.+-]{1,60}@[\w.-]{1,60}")
_CODE = re.compile(
    r"(?<![!-~])(?=[!-~])(?=[\"'(]?(?:-{1,2}\w|[$@/~%]\w)"
    r"|[!-~]{0,60}(?:\w[\\/_=<>{}\[\]|@#$%^&*~+:.(]\w|[a-z][A-Z]|[\d_{}<>|=\\]|\(\)|&&|['\"]\w{1,40}['\"][\]:]))[!-~]++"
)
_WHOLE = re.compile(r"(?:[^\W\d_]\S{0,40}\s{1,3}){4}\S|[^\W\d_\u0000-\u0e00]{12}")
_STATEMENT = re.compile(r"^\s*(?:[$%] |>>> |// |/\*|\*/|#!|--\s)|[{}\\]\s*$|\w\([^()\n]{0,100}\)\s*[:;]?\s*$")


def prose_pieces(text: str) -> list[str]:
    r"""Return pieces of the prose of a text, spread evenly: at most 40 of 300 characters, lines joined.

    Args:
        text: of any length; a text without prose is taken as it is, but for addresses.

    >>> prose_pieces("Öffne config.yaml mit `vim`:\n$ vim config.yaml")
    ['Öffne   mit  : ']
    """
    if "```" in text or "~~~" in text:
        text = _without_fences(text)
    count = max(1, math.ceil(len(text) / _PIECE))
    numbers = range(count) if count <= _PIECES else [index * count // _PIECES for index in range(_PIECES)]
    pieces = [text[number * _PIECE : (number + 1) * _PIECE] for number in numbers]
    if "@" in text or "://" in text or "www." in text:
        pieces = [_ADDRESS.sub(" ", piece) for piece in pieces]
    lines = [[prose_of_line(line) for line in piece.split("\n")] for piece in pieces]
    whole = [[line for line in piece if _WHOLE.search(line)] for piece in lines]
    if sum(len(line) for piece in whole for line in piece) >= _ENOUGH:
        lines = whole
    prose = [" ".join(piece) for piece in lines]
    return prose if any(map(_has_letters, prose)) else pieces


def prose_of_line(line: str) -> str:
    """Return a line without what looks like code, nothing of a line of code.

    >>> prose_of_line("Lies README.md, dann starte neu."), prose_of_line("for (int i = 0; i < 9; i++) {")
    ('Lies   dann starte neu.', '')
    """
    if line.isascii() and _STATEMENT.search(line):
        return ""
    bare, found = _CODE.subn(" ", _QUOTED.sub(" ", line) if "`" in line else line)
    return "" if found > 1 and line.isascii() and found >= _MANY * len(line.split()) else bare


def _without_fences(text: str) -> str:
    """Return a text without the lines between pairs of fences."""
    parts = _FENCE.split(text)
    return "\n".join(parts[::2] if len(parts) % 2 else [*parts[:-1:2], parts[-1]])


def _has_letters(text: str) -> bool:
    return any(map(str.isalpha, text))
