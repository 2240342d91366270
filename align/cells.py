r"""Texts as cells of tab-separated tables, which spreadsheets and scripts read.

Tabs, line ends and backslashes become `\t`, `\n` and `\\`, rarer line ends, controls and hidden characters `\u2028`,
`\U000e0041` and the like, so that a row is a line and a cell shows all that is in it. A text that begins like a formula
gets an apostrophe before it, so that a spreadsheet shows it and does not run it.
"""

import re

from align.sanitize import replace_hidden

_SHORT = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|U(00(?:0[0-9a-fA-F]|10)[0-9a-fA-F]{4})|(.))", re.DOTALL)
_LONG = {"\\": "\\", "t": "\t", "n": "\n", "r": "\r"}
# What a spreadsheet runs, also behind what it may strip; it takes the wide forms, too, and a quotation mark away.
_FORMULA = re.compile(r"(?:\\[tr]|(?:[\s\"\u200c\u200d]|\\n|\\u[0-9a-f]{4}|\\U[0-9a-f]{8})*[=+\-@＝＋－＠﹦﹢﹣﹫])")


def cell_of(text: str) -> str:
    r"""Return a text as one safe cell.

    >>> cell_of("=A1\tand more")
    "'=A1\\tand more"
    """
    return guard(replace_hidden(text.translate(_SHORT), _escaped))


def text_of(cell: str) -> str:
    r"""Return the text of a cell that `cell_of` made.

    >>> text_of("'=A1\\tand more")
    '=A1\tand more'
    """
    return _ESCAPE.sub(_unescape, unguard(cell))


def guard(cell: str) -> str:
    """Return a cell with an apostrophe before what a spreadsheet would run.

    >>> guard("=1+1"), guard("1+1")
    ("'=1+1", '1+1')
    """
    return f"'{cell}" if _is_guarded(cell) else cell


def unguard(cell: str) -> str:
    """Return a cell without the apostrophe of `guard`.

    >>> unguard("'=1+1"), unguard("'tis")
    ('=1+1', "'tis")
    """
    return cell[1:] if cell.startswith("'") and _is_guarded(cell[1:]) else cell


def _escaped(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _unescape(found: re.Match[str]) -> str:
    code = found[1] or found[2]
    return chr(int(code, 16)) if code else _LONG.get(found[3], found[0])


def _is_guarded(cell: str) -> bool:
    """Return whether a cell gets an apostrophe; also one that looks as if it had got one, so that it can be told."""
    return _FORMULA.match(cell.lstrip("'")) is not None
