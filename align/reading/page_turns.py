"""Numbers of pages that end between two sentences: nothing but their place tells them from other numbers."""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from align.reading.lines import Beginning, Ending, Line
from align.reading.page_candidates import Candidate


def find_page_turns(
    text: str, lines: Sequence[Line], candidates: Sequence[Candidate], repeated: Collection[str]
) -> set[int]:
    """Return bare numbers between whole sentences, with the running heads beside them, if they count pages.

    These rise one by one, and not from one; nothing but blank lines is beside them.

    Args:
        text: as read.
        lines: of it.
        candidates: among its lines.
        repeated: what comes again in them.
    """
    bare = [found for found in candidates if not found.key and found.page]
    heads = {found.number for found in candidates if found.page < 0 and found.key in repeated}
    blocks = [(found.page, [i for i in _near(found.number) if i == found.number or i in heads]) for found in bare]
    alone = [(page, block) for page, block in blocks if stands_alone(lines, block)]
    pages = [page for page, _ in alone]
    counted = all(b - a == 1 for a, b in pairwise(pages)) and all(1 < page <= _LAST_PAGE for page in pages)
    if not counted or any(found.page == 1 for found in bare):
        return set()
    between = [block for _, block in alone if _ends_and_begins(text, lines, block)]
    # The number of the last page has no text behind it.
    between += [block for _, block in alone if between and block[-1] + 1 == len(lines)]
    return {i for block in between for i in block}


def stands_alone(lines: Sequence[Line], block: Sequence[int]) -> bool:
    """Tell whether blank lines, or the ends of the text or of a page, are on both sides of some lines.

    Args:
        lines: of a text.
        block: the numbers of some that follow each other.
    """
    edges = [j for j in (block[0], block[-1] + 1) if 0 < j < len(lines)]
    return all(lines[j].blank_before > 0 or lines[j].page != lines[j - 1].page for j in edges)


_NARROWEST_PROSE = 30
_LAST_PAGE = 999  # larger numbers are as often years
_QUESTION = re.compile("[?？؟]")


def _near(number: int) -> tuple[int, int, int]:
    return number - 1, number, number + 1


def _ends_and_begins(text: str, lines: Sequence[Line], block: Sequence[int]) -> bool:
    """Tell whether a statement ends before some lines and another one begins behind them, both of some width."""
    i, j = block[0] - 1, block[-1] + 1
    if i < 0 or j >= len(lines):
        return False
    before, after = lines[i], lines[j]
    ended = before.ending is Ending.STOP and not _QUESTION.search(text, before.chars.stop - 3, before.chars.stop)
    begun = after.beginning is Beginning.CAPITAL or (after.beginning is Beginning.OTHER and not after.cased)
    width = before.width if before.blank_before or not i else max(before.width, lines[i - 1].width)
    return ended and begun and min(width, after.width) >= _NARROWEST_PROSE
