"""A text of several lines as one: what stands at a line's end for the line's sake is undone.

A segment's text is that of the document, line breaks and all. Whoever weighs words or shows them wants the words whole:
`Les-` and `sons` are one, and between two Chinese characters there is no space.
"""

import re
from collections.abc import Iterator

from align.ledger import Span

# Han, kana, Bopomofo, their punctuation and full forms; Thai, Lao, Burmese and Khmer.
IDEOGRAPHS = (
    "\u3000-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff9f\U00020000-\U0003ffff"
)
_NO_SPACE = re.compile(f"[{IDEOGRAPHS}\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u200b\u00ad]")
_HAN = "[\u3040-\u30ff\u3400-\u9fff]"
_SCRIPTS = re.compile(f"(?<={_HAN}) ?(?=[A-Za-z0-9])|(?<=[A-Za-z0-9]) ?(?={_HAN})")
_PARTED = re.compile(f"(?<={_HAN}) (?=[A-Za-z0-9])|(?<=[A-Za-z0-9]) (?={_HAN})")
_HYPHENS = "-\u2010"
_DASHES = "—–―"
_PARTING = frozenset({" -", " –", "- ", "– "})  # a dash with a space, at the end of a line or at its beginning
_WORD_BEFORE = re.compile(r"[\w’'-]{1,40}$")
_WORD = re.compile(r"[\w’']{1,40}")

# "Haupt- und Nebensaison": the hyphen stands for a part that the second word has.
_AND = frozenset(
    "und oder bzw sowie wie als bis og eller en of och samt and y o e ou et i lub oraz a nebo és vagy".split()
)
# Compounds that keep their hyphen where the line breaks behind it. None of these is a usual syllable of a longer word.
_KEPT_BEFORE = frozenset(
    "well self half high low long short non vice cross one two three five twenty thirty forty fifty sixty seventy "
    "eighty ninety mother father brother sister peut c’est c'est celui celle ceux celles quatre vingt trente demi là "
    "grand beau belle sous avant arrière nord sud кое что кто как когда где".split()
)
_KEPT_BEHIND = frozenset("il elle ils elles on je nous vous moi toi lui là même mêmes либо нибудь".split())


def flow(text: str) -> str:
    r"""Return the text on one line: a break is a space, or nothing where the script has none or a hyphen joins.

    >>> flow("The coun-\ncil met.\n  It voted."), flow("早\n上"), flow("Haupt-\nund Nebensaison")
    ('The council met. It voted.', '早上', 'Haupt- und Nebensaison')
    """
    if "\n" not in text:
        return text
    text = text.strip(_BLANKS + "\n")
    pieces: list[str] = []
    end = 0
    for start, stop, between in joints(text, Span(0, len(text)), spaced=parts_scripts(text)):
        pieces += [text[end:start], between]
        end = stop
    return "".join([*pieces, text[end:]])


def joints(text: str, chars: Span, *, spaced: bool) -> Iterator[tuple[int, int, str]]:
    """Yield what goes at the line ends between visible characters: where it begins and ends, and what stands instead.

    Args:
        text: any.
        chars: of the text, in which line ends are looked for.
        spaced: whether there is a space between Chinese and Latin letters, as `parts_scripts` tells.
    """
    end = chars.start
    place = text.find("\n", end, chars.stop)
    while place >= 0:
        low, high = place, place + 1
        while low > end and text[low - 1] in _BLANKS:
            low -= 1
        while high < chars.stop and (text[high] in _BLANKS or text[high] == "\n"):
            high += 1
        before, after = text[max(end, low - _SEEN) : low], text[high : min(chars.stop, high + _SEEN)]
        if before and after:
            cut, between = _join(before, after, spaced=spaced)
            yield low - cut, high, between
        end = high
        place = text.find("\n", end, chars.stop)


def parts_scripts(text: str) -> bool:
    """Tell whether a text has a space between Chinese or Japanese and Latin letters or digits more often than not.

    >>> parts_scripts("自 1994 年以来"), parts_scripts("自1994年以来")
    (True, False)
    """
    return not text.isascii() and 2 * len(_PARTED.findall(text)) > len(_SCRIPTS.findall(text))


# Controls are left to whoever prints: they must not vanish without a word.
_BLANKS = " \t\r\u00a0\u3000"
_SEEN = 42  # characters of a line's end, or of its beginning, that tell how they are joined


def _join(before: str, after: str, *, spaced: bool) -> tuple[int, str]:
    """Return how many characters go at the end of a line, and what stands between it and the next one."""
    last, first = before[-1], after[0]
    if last == "\u00ad":
        return 1, ""
    if last in _HYPHENS and len(before) > 1 and before[-2].isalnum() and first.isalnum():
        return _join_at_hyphen(before, after)
    if _NO_SPACE.match(last) or _NO_SPACE.match(first):
        parted = (spaced and _SCRIPTS.search(last + first)) or before[-2:] in _PARTING or after[:2] in _PARTING
        return 0, " " if parted else ""
    closed_up = last in _DASHES and len(before) > 1 and not before[-2].isspace()
    return 0, "" if closed_up else " "


def _join_at_hyphen(before: str, after: str) -> tuple[int, str]:
    word = _WORD_BEFORE.search(before[-41:-1])
    part = word.group().lower() if word else ""
    found = _WORD.match(after)
    rest = found.group() if found else ""
    if rest in _AND:
        return 0, " "
    compound = not (before[-2].isalpha() and rest[:1].islower())
    # "mother-in-" and "of-the-art" have a hyphen of their own.
    compound = compound or "-" in part or after[len(rest) : len(rest) + 1] == "-"
    if compound or part in _KEPT_BEFORE or rest in _KEPT_BEHIND:
        return 0, ""
    return 1, ""
