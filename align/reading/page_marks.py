"""What stands in a text for the page's sake: rules between scenes, page numbers, running heads.

1. A line of stars, dashes or other signs is a rule. A number between dashes, or behind a word for "page", is a page
   number.
2. What may as well be something else (a bare number, a line with a number at one of its ends, a short line that comes
   again) is a mark where it stands inside a sentence or at the edge of a page that a form feed ends, and so are others
   like it, and a short line beside such a number. The title above a text stays, though it comes again.
3. A bare number alone between two paragraphs that begin and end a sentence is that of a page that ends there.
   Chapters that are numbered, years, answers, refrains and lists stay what they are.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from align.bitext import Span
from align.reading.lines import Beginning, Ending, Line
from align.reading.page_candidates import Candidate, candidate
from align.reading.page_turns import find_page_turns, stands_alone


def find_page_marks(text: str, lines: Sequence[Line]) -> frozenset[int]:
    """Return the numbers of the lines that are rules, page numbers or running heads.

    Args:
        text: as read.
        lines: the visible lines of it.
    """
    visible = [text[line.chars.start : line.chars.stop] if line.width <= _WIDEST_MARK else "" for line in lines]
    certain = {i for i, line in enumerate(visible) if line and (_is_rule(lines, i, line) or is_page_number(line))}
    candidates = [
        found for i, line in enumerate(visible) if line and i not in certain and (found := candidate(i, line))
    ]
    repeated = _repeated(candidates)
    usual = _usual_width(lines)
    likely = [
        found
        for found in candidates
        if found.page >= 0 or (found.key in repeated and (found.plain or _stands_out(lines, found.number, usual)))
    ]
    inside = _inside(lines, certain | {found.number for found in likely})
    opening = next((i for i, line in enumerate(visible) if not line or line[-1:] in _STOPS), 0)
    marks = certain.union(*(_accepted(lines, group, inside, opening) for group in _groups(likely)))
    marks |= find_page_turns(text, lines, candidates, repeated)
    numbers = {i for i in certain if is_page_number(visible[i])} | {
        found.number for found in candidates if not found.key
    }
    return frozenset(marks | _beside_numbers(lines, marks, numbers, candidates))


def _beside_numbers(
    lines: Sequence[Line], marks: set[int], numbers: set[int], candidates: Sequence[Candidate]
) -> set[int]:
    """Return lines beside the number of a page, and that number, where both stand inside a sentence.

    Such a line is a name in capitals beside any mark, or parted from the text, or too short to be some of it.

    Args:
        lines: of a text.
        marks: those that are known.
        numbers: of lines that are, or may be, the number of a page and nothing else.
        candidates: among the lines.
    """
    usual = _usual_width(lines)
    names = {
        found.number
        for found in candidates
        if found.key
        and found.number not in marks
        and (
            not numbers.isdisjoint(_beside(found.number))
            or (found.plain and not marks.isdisjoint(_beside(found.number)))
        )
        and (found.plain or _is_parted(lines, found.number, numbers, usual))
    }
    around = _text_around(lines, marks | numbers | names)
    heads = {
        number
        for number in names
        if _is_inside(lines, *around[number]) and _is_longer(lines, around[number][0], number)
    }
    return heads | {i for number in heads for i in _beside(number) if i in numbers}


def _is_longer(lines: Sequence[Line], before: int, i: int) -> bool:
    """Tell whether a sentence may have begun in a line, not in another one below it: a title is shorter than a text."""
    begun = lines[before].stops or (before > 0 and not lines[before].blank_before)
    return begun or lines[before].width > lines[i].width


def _is_parted(lines: Sequence[Line], i: int, numbers: set[int], usual: int) -> bool:
    """Tell whether a blank line, or a page's end, parts a line beside a number from the text, or its width does."""
    edges = [j for j in (i, i + 1) if 0 < j < len(lines) and numbers.isdisjoint((j - 1, j))]
    parted = all(lines[j].blank_before > 0 or lines[j].page != lines[j - 1].page for j in edges)
    told = parted and lines[i].beginning is not Beginning.SMALL
    return bool(edges) and (told or _stands_out(lines, i, usual))


def _usual_width(lines: Sequence[Line]) -> int:
    return sorted(line.width for line in lines)[(len(lines) * 9) // 10] if lines else 0


def _stands_out(lines: Sequence[Line], i: int, usual: int) -> bool:
    """Tell whether a line could be none of wrapped prose: it begins with no small letter and ends too early."""
    following = lines[i + 1].first if i + 1 < len(lines) else 0
    return lines[i].beginning is not Beginning.SMALL and lines[i].width + 1 + following < _LOOSE * usual


def _beside(number: int) -> tuple[int, int]:
    return number - 1, number + 1


def find_inline_marks(text: str, chars: Span) -> list[Span]:
    """Return the places of page numbers in brackets inside a paragraph, such as `[Page 19]`.

    Args:
        text: as read.
        chars: of the paragraph.
    """
    if text.find("[", chars.start, chars.stop) < 0 and text.find("{", chars.start, chars.stop) < 0:
        return []
    return [Span(*found.span()) for found in _INLINE.finditer(text, chars.start, chars.stop)]


def is_rule(line: str) -> bool:
    """Tell whether a line is a rule between two parts of a text.

    >>> [is_rule(line) for line in ("* * *", "________", "———", "...", "So?")]
    [True, True, True, False, False]
    """
    if not _RULE.fullmatch(line):
        return _ORNAMENT.fullmatch(line) is not None
    return bool(line.strip(". …")) or line.count(".") > 3


def is_page_number(line: str) -> bool:
    """Tell whether a line is a page number for certain.

    >>> [is_page_number(line) for line in ("— 27 —", "[Page 19]", "27")]
    [True, True, False]
    """
    return len(line) <= _LONGEST_PAGE_NUMBER and _PAGE_NUMBER.fullmatch(line) is not None


_WIDEST_MARK = 80
_LONGEST_PAGE_NUMBER = 60  # no form of it is as long
_NARROWEST_PAGE = 10
_FULL_ENOUGH = 30
_STOPS = frozenset(".!?…。！？؟।۔")
_LOOSE = 0.9  # of the usual width
_RULE = re.compile(r"[\s*·•∙◦●○■□◆◇★☆✦✧✶❦❧⁂※#~=_+–—―─━|<>^°.…-]{1,200}")
_ORNAMENT = re.compile(r"[\s*~–—-]{0,10}(?:o0o|oOo|O0O)[\s*~–—-]{0,10}")
_ROMAN = r"[ivxlcIVXLC]{1,8}"
_NUMBER = rf"(?:\d{{1,4}}|{_ROMAN})"
_PAGE_WORDS = (
    r"(?:page|pages|pg\.?|p\.|pp\.|seite|s\.|página|pág\.?|pagina|pag\.?|strana|strona|str\.?|side|sida|sid\.|sivu|oldal"
    r"|страница|стр\.?|с\.|сторінка|стор\.?|σελίδα|σελ\.?|sayfa|halaman|trang|صفحة|עמוד|पृष्ठ)"
)
_OF = r"(?:\s?(?:/|of|von|de|di|sur|van|av|af|z|из|з|from|аз)\s?\d{1,4})?"
_PAGE_NUMBER = re.compile(
    rf"[-–—~•·|*]{{1,3}}\s?{_NUMBER}\s?[-–—~•·|*]{{1,3}}"
    rf"|[\[({{<|–—-]?\s?{_PAGE_WORDS}\s?{_NUMBER}{_OF}\s?[\])}}>|–—-]?"
    r"|[-–—\[(]?\s?第?\s?\d{1,4}\s?(?:页|頁|ページ|쪽|페이지)(?:\s?/?\s?共\s?\d{1,4}\s?页)?\s?[-–—\])]?",
    re.IGNORECASE,
)
_INLINE = re.compile(rf"[\[{{]\s?{_PAGE_WORDS}\s?{_NUMBER}\s?[\]}}]", re.IGNORECASE)


def _is_rule(lines: Sequence[Line], i: int, line: str) -> bool:
    """Tell whether a line is a rule; a single sign between blank lines only, as it may be what is left of a list."""
    apart = lines[i].blank_before > 0 and (i + 1 == len(lines) or lines[i + 1].blank_before > 0)
    return is_rule(line) and (len(line) > 1 or apart)


def _repeated(candidates: Sequence[Candidate]) -> frozenset[str]:
    seen: set[str] = set()
    again: set[str] = set()
    for found in candidates:
        (again if found.key in seen else seen).add(found.key)
    return frozenset(again)


def _groups(candidates: Sequence[Candidate]) -> list[list[Candidate]]:
    groups: dict[tuple[str, bool], list[Candidate]] = defaultdict(list)
    for found in candidates:
        groups[found.key, found.page >= 0].append(found)
    return list(groups.values())


def _inside(lines: Sequence[Line], left_out: set[int]) -> dict[int, bool]:
    """Return for lines inside a sentence whether it goes on behind them for certain, or a page begins or ends."""
    found: dict[int, bool] = {}
    for i, (before, after) in _text_around(lines, left_out).items():
        if _is_at_edge(lines, i):
            found[i] = True
        elif before >= 0 and after < len(lines) and lines[before].ending is not Ending.STOP:
            found[i] = _is_inside(lines, before, after)
    return found


def _text_around(lines: Sequence[Line], left_out: set[int]) -> dict[int, tuple[int, int]]:
    """Return the numbers of the last line before and the first one behind each line that is left out."""
    found: dict[int, tuple[int, int]] = {}
    waiting: list[int] = []
    last = -1
    for i in range(len(lines) + 1):
        if i in left_out:
            waiting.append(i)
            continue
        found.update((number, (last, i)) for number in waiting)
        waiting, last = [], i
    return found


def _is_inside(lines: Sequence[Line], before: int, after: int) -> bool:
    """Tell whether a sentence goes on from a line to another one for certain; there may be no such lines."""
    if before < 0 or after >= len(lines) or lines[before].width < _NARROWEST_PAGE:
        return False
    return goes_on(lines[before], lines[after])


def goes_on(line: Line, after: Line) -> bool:
    """Tell whether a sentence goes on from a line to the next line of text for certain.

    Args:
        line: the one before a mark.
        after: the one behind it.
    """
    if line.ending is Ending.STOP or after.beginning in (Beginning.ITEM, Beginning.CAPITAL, Beginning.DASH):
        return line.ending is Ending.HYPHEN and after.beginning is Beginning.SMALL
    return after.beginning is Beginning.SMALL or (after.unspaced and line.ending in (Ending.OPEN, Ending.MARK))


def _is_at_edge(lines: Sequence[Line], i: int) -> bool:
    """Tell whether a line is among the first or the last two of a page that a form feed ends."""
    page = lines[i].page
    if lines[0].page == lines[-1].page:
        return False
    near = (i - 2, i + 2)
    return any(not 0 <= j < len(lines) or lines[j].page != page for j in near)


def _accepted(lines: Sequence[Line], group: Sequence[Candidate], inside: dict[int, bool], opening: int) -> set[int]:
    """Return those of a group of like candidates that are marks.

    Args:
        lines: of the text.
        group: in order.
        inside: which lines are inside a sentence, for certain or not.
        opening: before this line stands what heads the text: a title is none, though it comes again.
    """
    interrupting = [found for found in group if inside.get(found.number, False)]
    beside = [found for found in group if found.number in inside]
    numbers = {found.number for found in group}
    numbered = group[0].page >= 0
    if not group[0].key:
        return {found.number for found in interrupting} | (numbers if _are_pages(group, inside) else set())
    rising = all(a.page < b.page for a, b in pairwise(group)) or not numbered
    if len(group) > 1 and rising and 2 * len(beside) >= len(group) and 3 * len(interrupting) >= len(group):
        first = group[0].number
        titled = not numbered and first < opening and not inside.get(first, False)
        return numbers - {first} if titled else numbers
    return {found.number for found in interrupting if numbered and (found.plain or _cuts_text(lines, found.number))}


def _cuts_text(lines: Sequence[Line], i: int) -> bool:
    """Tell whether a line stands alone and text goes on behind it: below a headline and a date comes a short line."""
    if not stands_alone(lines, [i]) or _is_at_edge(lines, i) or i + 1 >= len(lines):
        return False
    return lines[i + 1].ending is Ending.STOP or lines[i + 1].width >= _FULL_ENOUGH


def _are_pages(group: Sequence[Candidate], inside: dict[int, bool]) -> bool:
    """Tell whether bare numbers count pages: they rise by one, and many stand inside a sentence or at an edge."""
    steps = [b.page - a.page for a, b in pairwise(group)]
    beside = sum(found.number in inside for found in group)
    certain = any(inside.get(found.number, False) for found in group)
    return certain and all(step == 1 for step in steps) and 2 * beside >= len(group)
