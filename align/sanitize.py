r"""Make text from outside safe to print and to write: the one table of what drives, deceives or cannot be seen.

A text, a file name or an error message may hold escape sequences that drive a terminal, bidirectional controls that
make a line read as what it is not, and letters that nobody sees. Nothing is deleted silently: where people read, each
becomes a visible picture (`␛`, `⟨9B⟩`, `⟨RLO⟩`); where programs read, what their format has for it (`\u202e` in JSON).
The joiners ZWJ and ZWNJ and one variation selector after its letter stay: Persian, Indic scripts and emoji are spelled
so.
"""

import codecs
import re
from collections.abc import Callable

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
# Controls but tab and newline, half characters, separators, and what Unicode calls default ignorable but for spelling:
# bidirectional controls, fillers, invisible operators, deprecated and musical controls, tags, variation selectors.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ud800-\udfff\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff]"
)
_SELECTOR = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_RARE, _HAN = "\U000e0100", re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_BREAKS = re.compile("[\x00-\x20\x7f-\x9f\u200b\u2028\u2029\ud800-\udfff]+")  # what parts words, or may
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~!&])")


def sanitize(text: str) -> str:
    r"""Return the text with every control character made visible; newlines stay and a tab becomes a space.

    >>> sanitize("a\x1b[31mb\u202ec\td")
    'a␛[31mb⟨RLO⟩c d'
    """
    return replace_hidden(_NEWLINES.sub("\n", text).replace("\t", " "), _picture)


def sanitize_line(text: str) -> str:
    r"""Return the sanitised text on one line, for a cell of a table or a message.

    >>> sanitize_line("one\r\ntwo")
    'one two'
    """
    return sanitize(text).replace("\n", " ")


def sanitize_markdown(text: str) -> str:
    r"""Return the sanitised text on one line that Markdown shows as it is.

    >>> sanitize_markdown("<b>[x](y)")
    '\\<b\\>\\[x\\](y)'
    """
    return _MARKUP.sub(r"\\\1", sanitize_line(text))


def plain_line(text: str) -> str:
    r"""Return the text on one line without what is hidden, for files of text that have no escapes.

    >>> plain_line(" a\x1b\tb\u00adc ")
    'a bc'
    """
    return replace_hidden(_BREAKS.sub(" ", text), lambda _: "").strip()


def escape_json(text: str) -> str:
    r"""Return JSON in which no string holds a hidden character as it is; to a program it says the same.

    >>> escape_json('"a\u202eb\U000e0041"')
    '"a\\u202eb\\udb40\\udc41"'
    """
    return replace_hidden(text, _in_json)


def has_hidden(text: str) -> bool:
    r"""Tell whether a text has a hidden character, or one of those that spell.

    >>> has_hidden("a\u200bb"), has_hidden("ab")
    (True, False)
    """
    return _HIDDEN.search(text) is not None


def replace_hidden(text: str, shown: Callable[[str], str]) -> str:
    r"""Return the text with something else for each hidden character; tabs and newlines are none.

    Args:
        text: any.
        shown: what to put for a character.

    >>> replace_hidden("a\u200bb", lambda character: "?")
    'a?b'
    """
    return _HIDDEN.sub(lambda match: match[0] if _is_spelling(match) else shown(match[0]), text)


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


def _is_spelling(match: re.Match[str]) -> bool:
    """Return whether it is a variation selector in its place; a second one, or a rare one elsewhere, is a secret."""
    if not _SELECTOR.match(match[0]):
        return False
    before = match.string[match.start() - 1 : match.start()]
    return not _SELECTOR.match(before) and (match[0] < _RARE or _HAN.match(before) is not None)


def _in_json(character: str) -> str:
    code = ord(character)
    if code < 0x10000:
        return f"\\u{code:04x}"
    high, low = divmod(code - 0x10000, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"


def _picture(character: str) -> str:
    code = ord(character)
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
