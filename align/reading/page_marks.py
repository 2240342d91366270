"""What stands in a text for the page's sake: rules between scenes, page numbers, running heads.

1. A line of stars, dashes or other signs is a rule. A number between dashes, or behind a word for "page", is a page
   number.
2. What may as well be something else (a bare number, a line with a number at one of its ends, a short line that comes
   again) is a mark where it stands inside a sentence or at the edge of a page that a form feed ends, and so are others
   like it. Chapters that are numbered, refrains and lists stay what they are.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from align.bitext import Span
from align.reading.lines import Beginning, Ending, Line


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may be a page mark.

    Attributes:
        number: of the line.
        key: what is the same in others of its kind; empty for a bare number.
        page: the number in it, -1 where there is none.
        plain: whether it looks like a running head by itself: in capitals, or with its number far from its name.
    """

    number: int
    key: str
    page: int
    plain: bool


def find_page_marks(text: str, lines: Sequence[Line]) -> frozenset[int]:
    """Return the numbers of the lines that are rules, page numbers or running heads.

    Args:
        text: as read.
        lines: the visible lines of it.
    """
    visible = [text[line.chars.start : line.chars.stop] if line.width <= _WIDEST_MARK else "" for line in lines]
    certain = {i for i, line in enumerate(visible) if line and (_is_rule(lines, i, line) or is_page_number(line))}
    candidates = [
        found for i, line in enumerate(visible) if line and i not in certain and (found := _candidate(i, line))
    ]
    repeated = _repeated(candidates)
    usual = _usual_width(lines)
    likely = [
        found
        for found in candidates
        if found.page >= 0 or (found.key in repeated and (found.plain or _stands_out(lines, found.number, usual)))
    ]
    inside = _inside(lines, certain | {found.number for found in likely})
    marks = certain.union(*(_accepted(group, inside) for group in _groups(likely)))
    # A name in capitals beside the number of a page.
    beside = {found.number for found in candidates if found.plain and not marks.isdisjoint(_beside(found.number))}
    names = _inside(lines, marks | beside)
    return frozenset(marks | {number for number in beside if names.get(number, False)})


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
_BARE = re.compile(r"[\[({]?(?P<page>\d{1,4})(?:\s?/\s?\d{1,4})?[\])}]?|(?P<roman>[ivxlc]{1,8})")
_HEAD = re.compile(
    r"(?P<left>\d{1,4})(?P<left_gap>\s{1,80}|\s?[|·•–—]\s?)(?P<right_text>\D.{1,70})"
    r"|(?P<left_text>.{0,70}?[^\s\d|·•–—-])(?P<right_gap>\s{1,80}|\s?[|·•–—]\s?)(?P<right>\d{1,4})"
)
_FAR = 3  # spaces
_WORDS_OF_HEAD = 10
_ENDS = re.compile(r"[.!?…。！？;,:，；：][\"'”’»)\]]{0,2}$")


def _is_rule(lines: Sequence[Line], i: int, line: str) -> bool:
    """Tell whether a line is a rule; a single sign between blank lines only, as it may be what is left of a list."""
    apart = lines[i].blank_before > 0 and (i + 1 == len(lines) or lines[i + 1].blank_before > 0)
    return is_rule(line) and (len(line) > 1 or apart)


def _candidate(number: int, line: str) -> Candidate | None:
    bare = _BARE.fullmatch(line)
    if bare:
        return Candidate(number, "", int(bare["page"] or 0), plain=False)
    head = _HEAD.fullmatch(line) if line[0].isdecimal() or line[-1].isdecimal() else None
    if head is None:
        if _ENDS.search(line[-3:]) or len(line.split()) > _WORDS_OF_HEAD:
            return None
        return Candidate(number, _key(line), -1, plain=_in_capitals(line))
    name = head["right_text"] or head["left_text"]
    gap = head["left_gap"] or head["right_gap"]
    if len(name.split()) > _WORDS_OF_HEAD or _ENDS.search(name[-3:]) or not any(map(str.isalpha, name)):
        return None
    far = len(gap) >= _FAR and "  " not in name and not name[0].islower()
    return Candidate(number, _key(name), int(head["left"] or head["right"]), plain=far or _in_capitals(name))


def _in_capitals(name: str) -> bool:
    return all(letter.isupper() for letter in name if letter.isalpha()) and any(map(str.isalpha, name))


def _key(name: str) -> str:
    return " ".join(name.casefold().split())


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
    text = [i for i in range(len(lines)) if i not in left_out]
    before: dict[int, int] = {}
    last = -1
    for i in range(len(lines)):
        if i in left_out:
            before[i] = last
        else:
            last = i
    places = {number: place for place, number in enumerate(text)}
    found: dict[int, bool] = {}
    for i, previous in before.items():
        place = places[previous] + 1 if previous >= 0 else 0
        if _is_at_edge(lines, i):
            found[i] = True
        elif previous >= 0 and place < len(text) and lines[previous].ending is not Ending.STOP:
            line = lines[previous]
            found[i] = line.width >= _NARROWEST_PAGE and goes_on(line, lines[text[place]])
    return found


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


def _accepted(group: Sequence[Candidate], inside: dict[int, bool]) -> set[int]:
    """Return those of a group of like candidates that are marks."""
    interrupting = [found for found in group if inside.get(found.number, False)]
    beside = [found for found in group if found.number in inside]
    numbers = {found.number for found in group}
    numbered = group[0].page >= 0
    if not group[0].key:
        return {found.number for found in interrupting} | (numbers if _are_pages(group, inside) else set())
    rising = all(a.page < b.page for a, b in pairwise(group)) or not numbered
    if len(group) > 1 and rising and 2 * len(beside) >= len(group) and 3 * len(interrupting) >= len(group):
        return numbers
    return {found.number for found in interrupting if found.plain and numbered}


def _are_pages(group: Sequence[Candidate], inside: dict[int, bool]) -> bool:
    """Tell whether bare numbers count pages: they rise by one, and many stand inside a sentence or at an edge."""
    steps = [b.page - a.page for a, b in pairwise(group)]
    beside = sum(found.number in inside for found in group)
    certain = any(inside.get(found.number, False) for found in group)
    return certain and all(step == 1 for step in steps) and 2 * beside >= len(group)
