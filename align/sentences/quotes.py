"""Straight quotation marks where only their number tells which of them open: no space is beside them.

In Chinese and Japanese that is every one of them; elsewhere one between a stop and a letter ("It fell."Nobody came).
"""

import re

_UNSPACED = frozenset({"zh", "ja"})
_STRAIGHT = re.compile('["\uff02]')
_GLUED = re.compile('[.!?…]"(?=[^\\W\\d_])')
_MARKS = re.compile('["\uff02“”]')
_BEFORE_OPENING = frozenset("：:（(《「『")
_BEHIND_CLOSING = frozenset("，。、！？；：）》,.!?;:)」』")


def curl_quotes(paragraph: str, language: str) -> str:
    """Return a paragraph with “ or ” for the straight quotation marks that are doubtful, letter for letter as long.

    Args:
        paragraph: of a text; quotation marks are counted from its beginning.
        language: a primary tag.

    >>> curl_quotes('"走吧。"他说。', "zh")
    '“走吧。”他说。'
    """
    if language in _UNSPACED:
        return _curl_all(paragraph) if _STRAIGHT.search(paragraph) else paragraph
    if '"' not in paragraph or paragraph.count('"') % 2:
        return paragraph
    pieces: list[str] = []
    end = seen = 0
    for found in _GLUED.finditer(paragraph):
        place = found.end() - 1
        seen += paragraph.count('"', end, place)
        pieces += [paragraph[end:place], "”" if seen % 2 else "“"]
        seen, end = seen + 1, place + 1
    return "".join(pieces) + paragraph[end:]


def _curl_all(paragraph: str) -> str:
    """Tell opening from closing marks by what is beside them, else in turn."""
    letters, opened = list(paragraph), False
    for found in _MARKS.finditer(paragraph):
        place = found.start()
        if found[0] in "“”":
            opened = found[0] == "“"
            continue
        before, behind = paragraph[place - 1 : place] if place else " ", paragraph[place + 1 : place + 2] or " "
        if behind.isspace() != before.isspace():
            opened = before.isspace()
        elif before in _BEFORE_OPENING or behind in _BEHIND_CLOSING:
            opened = before in _BEFORE_OPENING
        else:
            opened = not opened
        letters[place] = "“" if opened else "”"
    return "".join(letters)
