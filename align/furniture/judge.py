"""Page furniture told from article text, in pasted text as in pages whose tags say little.

1. Every block is described by its own shape (`line_shapes.py`).
2. The article runs from the first to the last sentence that asks the reader for nothing. Before it is the head of the
   page, after it the tail; a text without prose (a list, a poem, a note) has neither and stays as it is.
3. In the head one line is the headline; lines before it and names of agencies after it are furniture.
4. Inside the article only certain shapes are taken out: advertisements, bare addresses, prompts, lists of articles,
   captions with a credit, and headings between two paragraphs (`subheadings.py`).
5. In the tail all that follows the first certain piece of furniture is furniture, unless it is a sentence of its own.
6. Readers' comments run from their heading, or from the first name above an age, to the end.

When in doubt a block is body: to lose article text is worse than to keep furniture. No rule is made for one site.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from align.bitext import Role
from align.furniture.bars import without_reading_time
from align.furniture.bylines import find_author
from align.furniture.comments import comment_roles, find_comments
from align.furniture.dates import find_date, rest_of_date_line
from align.furniture.head import head_roles
from align.furniture.notices import mark_notices
from align.furniture.shapes import Line, Shape, describe_line
from align.furniture.subheadings import is_subheading
from align.reading.blocks import Block, Reading


def assign_roles(reading: Reading, *, language: str = "und") -> tuple[Block, ...]:
    r"""Return all blocks with their role set; what the format told is kept unless a block is certainly furniture.

    Args:
        reading: a text as read.
        language: BCP 47 tag where known; it sharpens the search for bylines.

    >>> from align.reading import read_bytes
    >>> page = b"Advertisement\n\nThe harbour of the old town was closed on Monday after the storm, the mayor said."
    >>> [block.role.value for block in assign_roles(read_bytes(page, name="page.txt"))]
    ['furniture', 'body']
    """
    apart = _stand_apart(reading)
    lines = [
        describe_line(_text(reading, block), language, apart=alone)
        for block, alone in zip(reading.blocks, apart, strict=True)
    ]
    lines = mark_notices(_without_clauses(lines))
    given = [block.role for block in reading.blocks]
    roles = _roles(lines, given, reading.title)
    if not _is_plausible(lines, roles):
        roles = [role or Role.BODY for role in given]
    return tuple(Block(block.chars, role) for block, role in zip(reading.blocks, roles, strict=True))


def describe(reading: Reading, blocks: Sequence[Block]) -> tuple[str, str, str]:
    """Return title, byline and date as the format tells them, else from the blocks of these roles; empty if unknown.

    Args:
        reading: what the format tells.
        blocks: of the reading, with their roles.
    """
    texts = {role: _first(reading, blocks, role) for role in (Role.HEADLINE, Role.BYLINE, Role.DATE)}
    headline = texts[Role.HEADLINE]
    title = reading.title or rest_of_date_line(headline) or headline
    byline = find_author(texts[Role.BYLINE]) or texts[Role.BYLINE]
    date = find_date(texts[Role.DATE]) or find_date(texts[Role.BYLINE])
    if not date and rest_of_date_line(headline):
        date = find_date(headline)
    return title, reading.byline or byline, reading.date or date


# Below this share of the visible text, comments aside, the rules have misread the page.
_SMALLEST_BODY = 0.2
_WORDS_OF_PROSE = 12
_WORDS_OF_QUESTION = 20
# One such word occurs in any article on the press; two, behind a label or a site's name, in none of the samples.
_APPEALS_OF_BANNER = 2
# Above the article there is no such neighbour to go by, and its first sentence is worth more.
_APPEALS_AT_THE_TOP = 3
# How far below the first sentence, which may be a standfirst, the author and the date may stand.
_LINES_OF_STANDFIRST = 5

# A single word above a caption is as likely a label.
_WORDS_OF_BEGINNING = 2
_CUTTING = frozenset((Shape.CAPTION, Shape.ADVERT, Shape.NUMBER, Shape.PROMPT, Shape.SHARING, Shape.ADDRESS))

_CERTAIN = frozenset((Shape.ADVERT, Shape.ADDRESS, Shape.COPYRIGHT, Shape.SHARING, Shape.PROMPT))
# How near to a clause "(c)" the others stand.
_CLAUSES_APART = 2
_CLAUSE = re.compile(r"\(?[abde][.)]\s", re.IGNORECASE)
_LIKELY = _CERTAIN | {Shape.LABEL, Shape.RELATED, Shape.AGE, Shape.COMMENTS, Shape.REPLY}
_META = frozenset((Shape.BYLINE, Shape.DATE, Shape.AGE))
# They may be longer than the article and say nothing about it.
_UNCOUNTED = frozenset((Role.COMMENT, Role.CODE, Role.CELL))
_SHAPE_ROLES = {Shape.CAPTION: Role.CAPTION, Shape.BYLINE: Role.BYLINE, Shape.DATE: Role.DATE, Shape.AGE: Role.DATE}


def _text(reading: Reading, block: Block) -> str:
    return reading.text[block.chars.start : block.chars.stop]


def _without_clauses(lines: Sequence[Line]) -> list[Line]:
    """Return the lines, with a clause "(c)" beside others of a list as text, which looks like a copyright notice."""
    found = list(lines)
    for i, line in enumerate(lines):
        if line.shape in (Shape.COPYRIGHT, Shape.CAPTION) and line.text[:3].lower() == "(c)":
            beside = lines[max(0, i - _CLAUSES_APART) : i + _CLAUSES_APART + 1]
            if any(_CLAUSE.match(other.text) for other in beside):
                prose = line.ends or line.words >= _WORDS_OF_PROSE
                found[i] = line._replace(shape=Shape.SENTENCE if prose else Shape.LINE)
    return found


def _stand_apart(reading: Reading) -> list[bool]:
    """Tell of every block whether blank lines, or the ends of the text, are on both sides of it."""
    edges = [0, *(edge for block in reading.blocks for edge in (block.chars.start, block.chars.stop))]
    gaps = [reading.text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=False)]
    blank = [True, *(len(gap.splitlines()) > 1 or gap.count("\n") > 1 for gap in gaps[1:]), True]
    return [before and after for before, after in pairwise(blank)]


def _first(reading: Reading, blocks: Sequence[Block], role: Role) -> str:
    text = next((" ".join(_text(reading, block).split()) for block in blocks if block.role is role), "")
    return without_reading_time(text) or text


def _roles(lines: Sequence[Line], given: Sequence[Role | None], title: str) -> list[Role]:
    prose = [i for i, line in enumerate(lines) if given[i] in (None, Role.BODY) and _is_article(line, given[i])]
    if not any(lines[i].words >= _WORDS_OF_PROSE for i in prose):
        return [role or _certain_role(line) for line, role in zip(lines, given, strict=True)]
    comments = find_comments(lines, prose)
    prose = [i for i in prose if i < comments]
    first = _first_of_article(lines, prose)
    last = _last_of_article(lines, prose[prose.index(first) :])
    first = _first_half(lines, given, first)
    found: list[Role] = head_roles(lines, given, first, last, title)
    found += [_standfirst_role(lines, first, i) or _middle_role(lines, given, i) for i in range(first, last + 1)]
    found += _tail_roles(lines, last + 1, comments)
    found += comment_roles(lines, comments)
    _mark_lists_of_articles(lines, found)
    _mark_repeated_headline(lines, given, found)
    return [_merged(line, own, general) for line, own, general in zip(lines, given, found, strict=True)]


def _is_article(line: Line, given: Role | None) -> bool:
    """Tell whether a block is prose; the format's word counts for a line that is not clearly something else."""
    return line.is_prose or (given is Role.BODY and line.shape is Shape.LINE and line.ends)


def _certain_role(line: Line) -> Role:
    return Role.FURNITURE if line.shape in (Shape.ADVERT, Shape.ADDRESS, Shape.SHARING) else Role.BODY


def _merged(line: Line, own: Role | None, general: Role) -> Role:
    """Keep the format's role, but let lines that are no prose be something else than body."""
    if own is None or (own is Role.BODY and (not line.is_prose or general in (Role.COMMENT, Role.CAPTION))):
        return general
    return Role.FURNITURE if own in (Role.HEADLINE, Role.HEADING) and line.shape in _LIKELY - {Shape.SHARING} else own


def _first_of_article(lines: Sequence[Line], prose: Sequence[int]) -> int:
    """Return the first sentence that is neither an appeal above the headline nor a headline that asks something."""
    for i, following in pairwise(prose):
        parted = any(not lines[j].is_prose for j in range(i + 1, following))
        banner = parted and lines[i].appeals >= _APPEALS_AT_THE_TOP
        question = (
            lines[i].words <= _WORDS_OF_QUESTION and lines[i].text[-1] in "?!？！" and lines[i + 1].shape in _META
        )
        if not (banner or question):
            return i
    return prose[-1]


def _first_half(lines: Sequence[Line], given: Sequence[Role | None], first: int) -> int:
    """Return the line in which the first sentence begins, if a caption or the like cuts it, or else the sentence's.

    It goes on in a small letter. Without letters of two sizes only a comma tells, or the format, that it has begun.
    """
    above = next((i for i in range(first - 1, -1, -1) if lines[i].shape not in _CUTTING), first)
    begun = lines[above]
    if above >= first - 1 or begun.shape is not Shape.LINE or begun.ends or given[above] not in (None, Role.BODY):
        return first
    letter = next(filter(str.isalpha, lines[first].text), "")
    if letter.lower() != letter.upper():
        cut = letter.islower() and begun.text[-1] not in ":：" and begun.words >= _WORDS_OF_BEGINNING
    else:
        cut = given[above] is Role.BODY or begun.text[-1] in "，、،؛；,"
    return above if cut else first


def _last_of_article(lines: Sequence[Line], prose: Sequence[int]) -> int:
    """Return the last sentence that is not an appeal behind a known piece of furniture."""
    for before, i in reversed(list(pairwise(prose))):
        if not any(_is_known(lines, j) for j in range(before + 1, i)) or lines[i].appeals < _APPEALS_OF_BANNER:
            return i
    return prose[0]


def _is_known(lines: Sequence[Line], i: int) -> bool:
    """Tell whether a line is furniture by its words, or the name of the site, which stands at the top as well."""
    line = lines[i]
    repeated = (
        line.shape is Shape.LINE and not line.ends and any(other.key == line.key for other in lines[: min(i, 12)])
    )
    return line.shape in _LIKELY or repeated


def _standfirst_role(lines: Sequence[Line], first: int, i: int) -> Role | None:
    """Return the role of an author or date line between a standfirst and the text, None for all others."""
    if lines[i].shape not in _META or i > first + _LINES_OF_STANDFIRST:
        return None
    if sum(line.is_prose for line in lines[first:i]) > 1:
        return None
    beside = any(lines[j].shape in _META | {Shape.LABEL} for j in (i - 1, i + 1) if 0 <= j < len(lines))
    # A day alone between two paragraphs is the heading of a diary or a timeline.
    told = lines[i].shape is Shape.BYLINE or beside or ":" in lines[i].text
    return _SHAPE_ROLES[lines[i].shape] if told else None


def _middle_role(lines: Sequence[Line], given: Sequence[Role | None], i: int) -> Role:
    """Return the role of a block inside the article: body unless its shape is certain."""
    line = lines[i]
    if line.shape in _CERTAIN:
        return Role.FURNITURE
    if line.shape is Shape.CAPTION:
        return Role.CAPTION
    neighbours = [lines[j].shape for j in (i - 1, i + 1) if 0 <= j < len(lines)]
    if line.shape in _LIKELY and (" " in line.key or any(shape in _LIKELY for shape in neighbours)):
        return Role.FURNITURE
    return Role.HEADING if given[i] is None and is_subheading(lines, i) else Role.BODY


def _tail_roles(lines: Sequence[Line], start: int, stop: int) -> list[Role]:
    """Return the roles of what follows the last sentence of the article."""
    roles: list[Role] = []
    known = False
    for i in range(start, stop):
        line = lines[i]
        known = known or _is_known(lines, i)
        speech = line.text.startswith(tuple("\"'“„«‘—–「『"))
        role = _SHAPE_ROLES.get(line.shape, Role.BODY)
        certain = line.shape in _LIKELY - {Shape.AGE}
        doubtful = role is Role.BODY and not speech and (not line.ends or line.appeals > 0)
        roles.append(Role.FURNITURE if certain or (known and doubtful) else role)
    return roles


def _mark_lists_of_articles(lines: Sequence[Line], roles: list[Role]) -> None:
    """Mark the lines under "Related" and its like, up to the next sentence."""
    inside = False
    for i, line in enumerate(lines):
        following = lines[i + 1] if i + 1 < len(lines) else None
        if line.shape is Shape.RELATED and (
            roles[i] is Role.FURNITURE or (following and following.shape is Shape.LINE)
        ):
            inside = True
        elif line.ends or line.is_prose or line.text.endswith(":"):
            inside = False
        if inside and roles[i] is Role.BODY:
            roles[i] = Role.FURNITURE


def _mark_repeated_headline(lines: Sequence[Line], given: Sequence[Role | None], roles: list[Role]) -> None:
    """Mark every later occurrence of the headline."""
    headline = next(
        (i for i, role in enumerate(roles) if Role.HEADLINE in (role, given[i]) and lines[i].words > 2), None
    )
    if headline is None:
        return
    for i in range(headline + 1, len(lines)):
        if lines[i].key == lines[headline].key and roles[i] in (Role.BODY, Role.HEADLINE, Role.HEADING):
            roles[i] = Role.FURNITURE


def _is_plausible(lines: Sequence[Line], roles: Sequence[Role]) -> bool:
    """Tell whether enough of the text is left as an article."""
    article = sum(len(line.text) for line, role in zip(lines, roles, strict=True) if role is Role.BODY)
    visible = sum(
        len(line.text)
        for line, role in zip(lines, roles, strict=True)
        if role not in _UNCOUNTED and line.shape is not Shape.PROMPT
    )
    return article > _SMALLEST_BODY * visible
