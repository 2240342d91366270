"""Lay text out on a grid of terminal cells: measure, wrap, pad.

`rich.cells.cell_len` is the only measure, because rich draws what is laid out here. Lines break at spaces, between
Chinese or Japanese characters, and inside a word only when it is longer than a line; never inside a grapheme cluster.
"""

from collections.abc import Iterator

import regex
from rich.cells import cell_len

# No-break spaces are not in it: French sets them before its punctuation.
_SPACE = r"[ \t\n\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]"
_IDEOGRAPH = r"(?=[\p{Han}\p{Hiragana}\p{Katakana}\p{Bopomofo}])\X"
_OPENING = r"(?=[(\[{“‘「『（《〈【〔［])\X"
_CLOSING = r"(?=[)\]}”’」』）》〉】〕］、。，．・：；？！…ー々,.:;?!])\X"
# Marks are counted, not repeated without end, so that a long run of brackets is not scanned again from each place.
_UNIT = rf"(?:{_OPENING}){{0,3}}{_IDEOGRAPH}"
_PIECES = regex.compile(rf"(?P<space>{_SPACE}+)|{_UNIT}(?:{_CLOSING}){{0,3}}|(?:(?!{_SPACE}|{_UNIT})\X)+")
_CLUSTERS = regex.compile(r"\X")


def wrap(text: str, width: int) -> list[str]:
    """Return the lines of a sanitised text, none wider than `width` cells; white space is collapsed.

    Args:
        text: sanitised.
        width: in cells, 2 at least: a wide character takes two.

    >>> wrap("one two three", 8)
    ['one two', 'three']
    >>> wrap("北京欢迎你。", 6)
    ['北京欢', '迎你。']
    """
    lines: list[str] = []
    line, used, gap = "", 0, ""
    for piece in _PIECES.finditer(text):
        if piece["space"]:
            gap = " " if line else ""
            continue
        word = piece.group()
        size = cell_len(word)
        if used + len(gap) + size <= width:
            line, used, gap = line + gap + word, used + len(gap) + size, ""
            continue
        if line:
            lines.append(line)
        *full, line = _broken(word, width) if size > width else [word]
        lines.extend(full)
        used, gap = cell_len(line), ""
    return [*lines, line] if line else lines


def pad(line: str, width: int, *, right: bool = False) -> str:
    """Return the line filled with spaces to `width` cells; `right` puts them first.

    Args:
        line: no wider than `width`.
        width: in cells.
        right: whether the line is set flush right.

    >>> pad("北", 4) + pad("北", 4, right=True)
    '北    北'
    """
    filling = " " * (width - cell_len(line))
    return filling + line if right else line + filling


def _broken(word: str, width: int) -> Iterator[str]:
    part, used = "", 0
    for cluster in _CLUSTERS.findall(word):
        size = cell_len(cluster)
        if part and used + size > width:
            yield part
            part, used = "", 0
        part, used = part + cluster, used + size
    yield part
