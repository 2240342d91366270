"""The mark of a note behind a sentence's stop, which is no part of what the sentence says.

Notes are numbered anew in every version: where one lacks a sentence with a note, the mark of the next one is that of
the sentence that is missing, and a number that both have would speak for the wrong pair.
"""

import re

_STOP = r"[.!?…。！？]"
# Behind a word, or a year, as "3.14" has no note; a quotation mark or a bracket may stand between.
_AT_END = re.compile(
    rf"(?:(?<=[^\W\d_]{_STOP})|(?<=\D[12]\d{{3}}{_STOP})|(?<={_STOP}[»”’\"')\]]))"
    r"(?:\d{1,3}|[¹²³⁰⁴-⁹]{1,3}|\[\d{1,3}\])\Z"
)
_ENDS = frozenset("0123456789¹²³⁰⁴⁵⁶⁷⁸⁹]")


def without_note_mark(text: str) -> str:
    """Return the text of a sentence without the mark of a note at its end.

    >>> without_note_mark("It was lit in 1851.1"), without_note_mark("Nobody came.[12]"), without_note_mark("π is 3.14")
    ('It was lit in 1851.', 'Nobody came.', 'π is 3.14')
    """
    return _AT_END.sub("", text) if text[-1:] in _ENDS else text
