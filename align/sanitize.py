"""Make text from outside safe to print.

A text, a file name or an error message may hold escape sequences that drive a terminal, or bidirectional controls
that make a line read as what it is not. Nothing is deleted silently: each such character becomes a visible picture
(`␛`, `⟨9B⟩`, `⟨RLO⟩`). The joiners ZWJ and ZWNJ stay, because Persian, Indic scripts and emoji are spelled with them.
"""

import codecs
import re

_NAMES = {
    0x00AD: "SHY",
    0x061C: "ALM",
    0x180E: "MVS",
    0x200B: "ZWSP",
    0x200E: "LRM",
    0x200F: "RLM",
    0x202A: "LRE",
    0x202B: "RLE",
    0x202C: "PDF",
    0x202D: "LRO",
    0x202E: "RLO",
    0x2060: "WJ",
    0x2066: "LRI",
    0x2067: "RLI",
    0x2068: "FSI",
    0x2069: "PDI",
    0xFEFF: "BOM",
}
_TAGS = 0xE0000
_NEWLINES = re.compile("\r\n|[\u2028\u2029]")
# The ranges without a name: invisible operators, deprecated format characters, interlinear annotation, tags.
_HOSTILE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u2061-\u2064\u206a-\u206f\ufff9-\ufffb\U000e0000-\U000e007f"
    + "".join(map(chr, _NAMES))
    + "]"
)


def sanitize(text: str) -> str:
    r"""Return the text with every control character made visible; newlines stay and a tab becomes a space.

    >>> sanitize("a\x1b[31mb\u202ec\td")
    'a␛[31mb⟨RLO⟩c d'
    """
    return _HOSTILE.sub(_picture, _NEWLINES.sub("\n", text).replace("\t", " "))


def sanitize_line(text: str) -> str:
    r"""Return the sanitised text on one line, for a cell of a table or a message.

    >>> sanitize_line("one\r\ntwo")
    'one two'
    """
    return sanitize(text).replace("\n", " ")


def fit_encoding(text: str, encoding: str) -> str:
    r"""Return the text with what the encoding cannot write as `\uXXXX`, so that printing it cannot fail.

    Args:
        text: any.
        encoding: a name that Python knows.

    >>> fit_encoding("né à 北", "latin-1")
    'né à \\u5317'
    """
    return text if is_unicode(encoding) else text.encode(encoding, "backslashreplace").decode(encoding)


def is_unicode(encoding: str) -> bool:
    """Return whether the encoding can write any text.

    >>> is_unicode("UTF8"), is_unicode("ascii")
    (True, False)
    """
    return codecs.lookup(encoding).name.startswith("utf")


def _picture(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    if code in _NAMES:
        return f"⟨{_NAMES[code]}⟩"
    if code < 0xA0:
        return f"⟨{code:02X}⟩"
    if _TAGS + 0x20 < code < _TAGS + 0x7F:
        return f"⟨TAG {chr(code - _TAGS)}⟩"
    return f"⟨U+{code:04X}⟩"
