"""What a text looks like that nothing marks: a web page, subtitles, a catalogue of messages, a table, or just a text.

Asked only of files whose name says "text" or nothing. All of it must fit: an article that talks about markup, or shows
some of it, is an article.
"""

import json
import re

from align.reading.encodings import peek
from align.reading.marks import xml_root
from align.reading.page import is_page


def by_look(data: bytes) -> str:
    r"""Return the suffix of the format that a text seems to have; empty for plain text.

    >>> by_look(b"1\n00:00:01,000 --> 00:00:02,000\nHello."), by_look(b"Hello.")
    ('.srt', '')
    """
    head = peek(data).lstrip("\ufeff")
    start = head.lstrip()
    if start.startswith("<"):
        _, root = xml_root(start)
        return ".html" if is_page(data, root) else ""
    if start.startswith(("{", "[")):
        return _bracketed_kind(start, whole=len(head) >= len(data))
    for suffix, pattern in _PATTERNS:
        if pattern.match(start):
            return suffix
    return ".tsv" if _is_table(head) else ""


_TIMES = r"\d{1,3}:\d\d(?::\d\d)?[,.]\d{1,3}[ \t]*-->[ \t]*\d"
_PATTERNS = (
    (".srt", re.compile(rf"(?:\d{{1,9}}[ \t]*\r?\n)?[ \t]*{_TIMES}")),
    (
        ".po",
        re.compile(
            r"(?:(?:#[^\n]*|[ \t\r]*)\n)*+(?:domain \"[^\n]*\n)?(?:msgctxt \"[^\n]*\n(?:\"[^\n]*\n)*)?"
            r"msgid \"[^\n]*\n(?:\"[^\n]*\n)*(?:msgid_plural \"[^\n]*\n(?:\"[^\n]*\n)*)?msgstr"
        ),
    ),
    (
        ".tex",
        re.compile(
            r"(?:%[^\n]*\n|\s)*+\\(?:document(?:class|style)|usepackage|RequirePackage|begin|input|"
            r"(?:part|chapter|(?:sub)*section|title)\*?)[\[{]"
        ),
    ),
    (".eml", re.compile(r"(?:[A-Za-z][\w-]{0,60}:[^\n]*\n(?:[ \t][^\n]*\n)*+)*?MIME-Version:[ \t]*1", re.IGNORECASE)),
)
_OBJECT = re.compile(r"[\[\s]*\{\s*\"(?:[^\"\\\n]|\\.){0,300}\"\s*:")
_SCRIPT_INFO = re.compile(r"\[Script Info\]\s*\n", re.IGNORECASE)


def _bracketed_kind(text: str, *, whole: bool) -> str:
    """Return the kind of a text that begins with a bracket: JSON, subtitles of another kind, or plain text."""
    if _SCRIPT_INFO.match(text):
        return ".ass"
    if _OBJECT.match(text):
        return ".json"
    if not whole or not text.startswith("[") or not text.rstrip().endswith("]"):
        return ""
    try:
        return ".json" if json.loads(text) else ""
    except (ValueError, RecursionError):
        return ""


_FEWEST_ROWS = 3


def _is_table(head: str) -> bool:
    """Tell whether every line has the same number of cells, parted by tabs, and something in two of them at least."""
    if "\t" not in head:
        return False
    lines = [line for line in head.splitlines()[:1000] if line.strip()]
    if len(lines) < _FEWEST_ROWS or "\t" not in lines[0].strip():
        return False
    lines = lines[:-1] if len(lines) > _FEWEST_ROWS else lines  # the last one may be cut through
    tabs = lines[0].count("\t")
    return all(line.count("\t") == tabs and sum(map(bool, map(str.strip, line.split("\t")))) > 1 for line in lines)
