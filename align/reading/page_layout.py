"""From fragments on pages to paragraphs: columns in order, what repeats at the edges aside, lines joined.

1. *Edges.* At the top and at the bottom of a page stand page numbers, what comes again on other pages, and what a
   browser prints there: the day, the title, the address, the number of the page.
2. *Columns.* A file mostly has its text in the order of reading. Where it was drawn row by row over two columns (wide
   gaps one below the other, with text on both sides) the left column comes first.
3. *Paragraphs.* The next line belongs to the same paragraph if it stands as near as lines do, in the same size, is not
   indented, and its first word would not have fitted on the line before. Over the end of a column or a page only a
   sentence goes on.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from align.bitext import Role
from align.flow import flow
from align.reading.assemble import Piece
from align.reading.lines import Beginning, Ending, Line, lines_of
from align.reading.page_marks import is_page_number, is_rule
from align.reading.pdf_text import Fragment, Page


def lay_out(pages: Sequence[Page]) -> Iterator[Piece]:
    """Yield the paragraphs of all pages in the order of reading; what stands at the edges follows the paragraph.

    Args:
        pages: in order.
    """
    edges = _edges(pages)
    rows = [
        _Row(fragment, number, fragment.turned or (number, fragment) in edges)
        for number, page in enumerate(pages)
        for fragment in _in_columns(page.fragments)
    ]
    text = [row for row in rows if not row.aside]
    if not text:
        yield from (Piece(row.fragment.text, Role.FURNITURE) for row in rows)
        return
    measures = _measure(text)
    held: list[_Row] = []
    asides: list[_Row] = []
    for row in rows:
        if row.aside:
            asides.append(row)
            continue
        if held and not _goes_on(held, row, measures):
            yield from _paragraph(held, asides, measures)
            held, asides = [], []
        held.append(row)
    yield from _paragraph(held, asides, measures)


@dataclass(frozen=True, slots=True)
class _Row:
    fragment: Fragment
    page: int
    aside: bool


@dataclass(frozen=True, slots=True)
class _Measures:
    """Of the text: the height of its letters, the steps from line to line in such heights, the right margins."""

    size: float
    step: float
    weight: int
    margins: dict[tuple[int, int], float]


_EDGE = 0.12  # of the page's height
_OUTER_EDGE = 0.06
_EDGE_ROWS = 2
_SAME_ROW = 0.5  # of the size
_BOLDER = 150
_HEADING = 1.15
_LONGEST_HEADING = 200
_INDENT = 0.7
_SAME_SIZE = 0.08
_SAME_COLUMN = range(-5, 3)  # where lines may begin, in sizes: those of lists are indented
_STEP_SLACK = 0.25
_RAGGED = 0.12  # of the width of a column
_ROWS_OF_COLUMNS = 3
_WIDEST_GAP = 3.5
_LETTERS_OF_COLUMN = 14
_DAY = r"\d{1,4}[./-]\s?\d{1,2}[./-]\s?\d{1,4}\.?,?\s\d{1,2}[:.]\d{2}(?:\s?[AP]M)?"
_PRINTED = re.compile(
    rf"{_DAY}(?:\s.*)?|.*\s{_DAY}|(?:https?|file)://\S.*|.*\S\s\d{{1,4}}\s?/\s?\d{{1,4}}|\d{{1,4}}\s?/\s?\d{{1,4}}"
)
_WORDS_OF_REST = 2
_BARE = re.compile(r"\d{1,4}|[ivxlc]{1,7}")


def _edges(pages: Sequence[Page]) -> frozenset[tuple[int, Fragment]]:
    """Return the fragments at the edges of pages that are no text, each with the number of its page."""
    rows = [(number, row, page.height) for number, page in enumerate(pages) for row in _edge_rows(page)]
    counts = Counter(key for _, key in {(number, _key(row)) for number, row, _ in rows})
    often = max(2, (len(pages) - 1) / 2)
    found: set[tuple[int, Fragment]] = set()
    for number, row, height in rows:
        text = " ".join(fragment.text for fragment in row)
        repeated = counts[_key(row)] >= often and any(map(str.isalnum, text)) and not _ends_sentence(text)
        numbered = _BARE.fullmatch(text) is not None or is_page_number(text)
        printed = _is_near(row, height, _OUTER_EDGE) and _PRINTED.fullmatch(text) is not None
        near = _is_near(row, height, _EDGE)
        # A page that is not full ends far from its edge; three pages do not end alike by chance.
        if printed or (near and (numbered or repeated)) or (repeated and len(pages) > 2):
            found.update((number, fragment) for fragment in row)
    return frozenset(found)


def _edge_rows(page: Page) -> list[list[Fragment]]:
    """Return the first and the last rows of a page."""
    rows: list[list[Fragment]] = []
    for fragment in sorted(page.fragments, key=lambda it: (-it.bottom, it.left)):
        if rows and abs(rows[-1][0].bottom - fragment.bottom) <= _SAME_ROW * fragment.size:
            rows[-1].append(fragment)
        else:
            rows.append([fragment])
    return [*rows[:_EDGE_ROWS], *rows[_EDGE_ROWS:][-_EDGE_ROWS:]]


def _is_near(row: Sequence[Fragment], height: float, share: float) -> bool:
    """Tell whether a row is within a share of the height from the upper or the lower edge."""
    return not share * height < row[0].bottom < (1 - share) * height


def _ends_sentence(text: str) -> bool:
    """Tell whether a row is the rest of a sentence, which may come again in a text full of formulas."""
    line = _line(text)
    return line.beginning is Beginning.SMALL and line.ending is Ending.STOP and len(text.split()) >= _WORDS_OF_REST


def _key(row: Sequence[Fragment]) -> str:
    return re.sub(r"\d{1,6}", "#", " ".join(fragment.text for fragment in row).casefold())


def _in_columns(fragments: Sequence[Fragment]) -> list[Fragment]:
    """Return the fragments in the order of reading."""
    out: list[Fragment] = []
    left: list[Fragment] = []
    right: list[Fragment] = []
    i = 0
    while i < len(fragments):
        pair = fragments[i : i + 2]
        if len(pair) == 2 and _are_beside(*pair) and (not right or _fits(left, right, *pair)):
            left.append(pair[0])
            right.append(pair[1])
            i += 2
            continue
        if right and fragments[i].right <= min(it.left for it in right):
            left.append(fragments[i])  # a last line of the left column alone
        elif right and fragments[i].left >= max(it.right for it in left):
            right.append(fragments[i])
        else:
            out += _columns(left, right)
            left, right = [], []
            out.append(fragments[i])
        i += 1
    return out + _columns(left, right)


def _are_beside(left: Fragment, right: Fragment) -> bool:
    return abs(left.bottom - right.bottom) <= _SAME_ROW * left.size and right.left > left.right


def _fits(lefts: Sequence[Fragment], rights: Sequence[Fragment], left: Fragment, right: Fragment) -> bool:
    """Tell whether a row keeps the gap of the rows above it."""
    return max(it.right for it in (*lefts, left)) < min(it.left for it in (*rights, right))


def _columns(left: list[Fragment], right: list[Fragment]) -> list[Fragment]:
    """Return two columns one after the other where they hold text; cells of a table stay row by row."""
    long = sum(len(it.text) >= _LETTERS_OF_COLUMN for it in (*left, *right))
    if min(len(left), len(right)) >= _ROWS_OF_COLUMNS and 2 * long > len(left) + len(right):
        return [*left, *right]
    return sorted([*left, *right], key=lambda it: (-it.bottom, it.left))


def _measure(rows: Sequence[_Row]) -> _Measures:
    sizes = Counter[float]()
    weights = Counter[int]()
    for row in rows:
        sizes[round(row.fragment.size, 1)] += len(row.fragment.text)
        weights[row.fragment.weight] += len(row.fragment.text)
    size = sizes.most_common(1)[0][0]
    steps = [
        (a.fragment.bottom - b.fragment.bottom) / a.fragment.size
        for a, b in pairwise(rows)
        if a.page == b.page and _is_same_size(a.fragment, b.fragment) and a.fragment.bottom > b.fragment.bottom
    ]
    near = sorted(step for step in steps if 0.6 < step < 2.5)
    margins: dict[tuple[int, int], float] = {}
    for row in rows:
        place = row.page, round(row.fragment.left / size)
        margins[place] = max(margins.get(place, 0.0), row.fragment.right)
    # Between paragraphs the steps are longer, so a low one is taken.
    return _Measures(size, near[len(near) // 4] if near else 1.2, weights.most_common(1)[0][0], margins)


def _is_same_size(one: Fragment, other: Fragment) -> bool:
    return abs(one.size - other.size) <= _SAME_SIZE * max(one.size, other.size)


def _goes_on(held: Sequence[_Row], row: _Row, measures: _Measures) -> bool:
    """Tell whether a line belongs to the paragraph of the lines before it."""
    last, after = held[-1].fragment, row.fragment
    if is_rule(last.text) or is_rule(after.text) or not _is_same_size(last, after):
        return False
    line, following = _line(last.text), _line(after.text)
    if _weighs_more(last, measures) != _weighs_more(after, measures) and line.ending is not Ending.HYPHEN:
        return False
    if row.page != held[-1].page or after.bottom > last.bottom + last.size:
        parted = line.ending is Ending.STOP or following.beginning in (Beginning.ITEM, Beginning.DASH)
        return not parted and not _is_heading(held, measures) and _is_full(held, row, measures)
    step = (last.bottom - after.bottom) / last.size
    if abs(step) < _SAME_ROW and line.ending is not Ending.STOP:
        # A justified line with few words in it, below lines of text; the cells of a table are short.
        gap = after.left - last.right
        return 0 < gap <= _WIDEST_GAP * last.size and len(held[0].fragment.text) >= _LETTERS_OF_COLUMN
    beside = after.left > last.right or after.right < last.left
    if beside or not 0.5 < step <= measures.step * (1 + _STEP_SLACK):
        return False
    if line.ending is Ending.HYPHEN and following.beginning is Beginning.SMALL:
        return True
    indented = after.left - last.left > _INDENT * last.size
    hanging = len(held) == 1 and line.ending is not Ending.STOP
    if (indented and not hanging) or (following.beginning is Beginning.ITEM and line.ending is Ending.STOP):
        return False
    return _is_full(held, row, measures)


def _is_full(held: Sequence[_Row], row: _Row, measures: _Measures) -> bool:
    """Tell whether the first word of a line would not have fitted on the one before."""
    last = held[-1].fragment
    place = round(last.left / measures.size)
    page = held[-1].page
    near = [measures.margins.get((page, place + k), 0.0) for k in _SAME_COLUMN]
    margin = max(*near, *(it.fragment.right for it in held if it.page == page))
    following = _line(row.fragment.text)
    # Not every program fills its lines; within a sentence more of them goes.
    goes_on = following.beginning is Beginning.SMALL and _line(last.text).ending is Ending.OPEN
    slack = max(0.5 * last.size, _RAGGED * (margin - last.left) if goes_on else 0.0)
    return last.right + (following.first_length + 1) * last.letter > margin - slack


def _line(text: str) -> Line:
    return lines_of(text)[0]


def _weighs_more(fragment: Fragment, measures: _Measures) -> bool:
    return fragment.weight >= measures.weight + _BOLDER


def _is_heading(held: Sequence[_Row], measures: _Measures) -> bool:
    fragments = [row.fragment for row in held]
    letters = sum(len(it.text) for it in fragments)
    large = median(it.size for it in fragments) >= _HEADING * measures.size
    bold = all(_weighs_more(it, measures) for it in fragments) and _line(fragments[-1].text).ending is not Ending.STOP
    return letters <= _LONGEST_HEADING and (large or bold)


def _paragraph(held: Sequence[_Row], asides: Sequence[_Row], measures: _Measures) -> Iterator[Piece]:
    if held:
        text = flow("\n".join(row.fragment.text for row in held))
        yield Piece(text, Role.HEADLINE if _is_heading(held, measures) else None)
    yield from (Piece(row.fragment.text, Role.FURNITURE) for row in asides)
