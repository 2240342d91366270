"""The lines above an article: which one is the headline, and what the others are."""

from collections.abc import Sequence

from align.bitext import Role
from align.furniture.bylines import find_author, is_name, is_signature
from align.furniture.counting import count_words
from align.furniture.dates import rest_of_date_line
from align.furniture.shapes import Line, Shape, line_key


def head_roles(lines: Sequence[Line], given: Sequence[Role | None], first: int, last: int, title: str) -> list[Role]:
    """Return the roles of the lines before line `first`, where the article's prose begins.

    Args:
        lines: all blocks.
        given: the roles that the format tells.
        first: number of the first sentence.
        last: number of the last sentence.
        title: of the document where the format tells it.
    """
    roles = [Role.FURNITURE] * first
    # Share bars, notices and the like between the headline and its author part nothing.
    seen = [i for i in range(first) if lines[i].shape not in _PASSED_OVER]
    cut = first - len(seen)
    evident = cut > 0 or any(_is_evidence(lines, i, last) for i in range(first))
    kept = [*(lines[i] for i in seen), *lines[first:]]
    own = [*(given[i] for i in seen), *given[first:]]
    for i, role in zip(seen, _roles(kept, own, first - cut, last - cut, title, evident=evident), strict=True):
        roles[i] = role
    _mark_places(lines, roles)
    return roles


def _roles(
    lines: Sequence[Line], given: Sequence[Role | None], first: int, last: int, title: str, *, evident: bool
) -> list[Role]:
    headline = _headline(lines, given, first, last, title, evident=evident)
    roles = [_role(lines, i, headline, evident, first, last) for i in range(first)]
    if headline is not None and headline + 1 < first and _is_author(lines, headline + 1, first, last):
        roles[headline + 1] = Role.BYLINE
    _mark_tags(lines, roles)
    return roles


_ROLES = {Shape.CAPTION: Role.CAPTION, Shape.BYLINE: Role.BYLINE, Shape.DATE: Role.DATE, Shape.AGE: Role.DATE}
_META = frozenset((Shape.BYLINE, Shape.DATE, Shape.AGE))
_PASSED_OVER = frozenset(
    (Shape.ADVERT, Shape.ADDRESS, Shape.COPYRIGHT, Shape.PROMPT, Shape.LABEL, Shape.TRAIL, Shape.NUMBER, Shape.SHARING)
)

_WORDS_OF_HEADLINE = 3
# Dialogue; a headline may begin with a quotation, but not with a dash.
_SPEECH = ("—", "–", "- ", "― ")
# More lines than these without a date, a name or a label above the text are a list, not the head of a page.
_LINES_WITHOUT_EVIDENCE = 2
_WORDS_OF_AGENCY = 4
# How many lines around the article are compared with one another: long lists must not cost the square of their length.
_NEARBY = 80
_LONG_HEADLINE = 8
_FULL_HEADLINE = 5
_WORDS_OF_PARAGRAPH = 12
_WORDS_OF_TAG = 2
_PARAGRAPHS = 3


def _headline(
    lines: Sequence[Line], given: Sequence[Role | None], first: int, last: int, title: str, *, evident: bool
) -> int | None:
    """Return the number of the line that is the best headline, None when no line is good enough."""
    own = next((i for i, role in enumerate(given) if role is Role.HEADLINE), None)
    if own is not None:
        return own if own < first else None
    candidates = [i for i in range(max(0, first - _NEARBY), first) if _may_be_headline(lines, i, title)]
    if not candidates or (not evident and first > _LINES_WITHOUT_EVIDENCE):
        return None
    scores = {i: _headline_score(lines, i, first, last, title) for i in candidates}
    best = max(candidates, key=scores.__getitem__)
    if not evident and not _is_titled(lines[best], title):
        below = lines[best + 1].text if best + 1 < len(lines) else ""
        if _is_text(lines[best]) or below[:1].islower():
            return None
    return best if scores[best] > 0 else None


def _may_be_headline(lines: Sequence[Line], i: int, title: str) -> bool:
    line = lines[i]
    if title and line.key == line_key(title):
        return True
    rest = rest_of_date_line(line.text)
    dated = line.shape is Shape.LINE and rest is not None and count_words(rest) >= _WORDS_OF_HEADLINE
    return dated or (line.shape in (Shape.LINE, Shape.SENTENCE) and line.words >= _WORDS_OF_HEADLINE)


def _is_titled(line: Line, title: str) -> bool:
    return bool(title) and line.key == line_key(title)


def _is_text(line: Line) -> bool:
    """Tell whether a line is of the text rather than above it: a sentence, speech, or what goes on below."""
    two = line.sentences > 0 and line.words >= _WORDS_OF_PARAGRAPH
    return line.ends or two or line.text.startswith(_SPEECH) or line.text[-1] in ":：,،，、;"


def _headline_score(lines: Sequence[Line], i: int, first: int, last: int, title: str) -> float:
    """Weigh length, the title, what follows, and repetition above (a headline) or below the article (a masthead)."""
    line = lines[i]
    # A masthead has capitals only; a standfirst is longer than its headline.
    enough = _LONG_HEADLINE if is_name(line.text) or is_signature(line.text) else _FULL_HEADLINE
    score = min(line.words, enough) / enough
    if title and (line.key == line_key(title) or (len(line.key) > 10 and line.key in line_key(title))):
        score += 3
    if i + 1 == first or any(lines[j].shape in _META for j in (i + 1, i + 2) if j < first):
        score += 0.5
    if any(lines[j].key == line.key for j in range(max(0, first - _NEARBY), first) if j != i):
        score += 1
    if _is_masthead(lines, i, last):
        score -= 3
    # Of two equal candidates the first: a subtitle follows its headline.
    return score - 0.001 * i


def _is_masthead(lines: Sequence[Line], i: int, last: int) -> bool:
    """Tell whether a line comes again below the article, or holds another such line of the head."""
    key = lines[i].key
    tail = {line.key for line in lines[last + 1 : last + 1 + _NEARBY] if line.shape is Shape.LINE and not line.ends}
    return any(name == key or (len(name) > 5 and name in key) for name in tail)


def _is_evidence(lines: Sequence[Line], i: int, last: int) -> bool:
    return lines[i].shape not in (Shape.LINE, Shape.SENTENCE, Shape.NUMBER) or _is_masthead(lines, i, last)


def _role(lines: Sequence[Line], i: int, headline: int | None, evident: bool, first: int, last: int) -> Role:
    line = lines[i]
    if i == headline:
        return Role.HEADLINE
    if line.shape in _ROLES and not _is_founding_date(line, before=headline is not None and i < headline):
        return _ROLES[line.shape]
    if line.shape not in (Shape.LINE, Shape.SENTENCE) or _is_masthead(lines, i, last):
        return Role.FURNITURE
    if headline is None or not evident:
        return Role.BODY
    if i < headline:
        return Role.FURNITURE
    beside_meta = any(lines[j].shape in _META for j in (i - 1, i + 1) if 0 <= j < len(lines))
    if line.words <= _WORDS_OF_AGENCY and beside_meta and not line.ends:
        signed = any(lines[j].shape is Shape.BYLINE for j in range(first))
        return Role.FURNITURE if signed or line.words == 1 or not is_name(line.text) else Role.BYLINE
    # A subtitle; a short line with a full stop is as likely the first of the article.
    return Role.BODY if _is_text(line) else Role.HEADLINE


def _is_founding_date(line: Line, *, before: bool) -> bool:
    """Tell whether a date above the headline has a place and more beside it, as in the masthead of a newspaper."""
    return line.shape is Shape.DATE and before and count_words(rest_of_date_line(line.text) or "") > 1


def _is_author(lines: Sequence[Line], i: int, first: int, last: int) -> bool:
    """Tell whether line `i`, below the headline of an article of some length, is the name of its author alone."""
    line = lines[i]
    if line.shape is not Shape.LINE or line.ends or not is_signature(line.text):
        return False
    signed = any(it.shape is Shape.BYLINE and not rest_of_date_line(it.text) for it in lines[:first])
    paragraphs = sum(it.is_prose and it.words >= _WORDS_OF_PARAGRAPH for it in lines[first : last + 1])
    return not signed and paragraphs >= _PARAGRAPHS


def _mark_tags(lines: Sequence[Line], roles: list[Role]) -> None:
    """Mark runs of words without a stop, each on a line of its own: tags, or the steps of a path."""
    short = [
        roles[i] is Role.HEADLINE and lines[i].words <= _WORDS_OF_TAG and not lines[i].ends for i in range(len(roles))
    ]
    for i, alone in enumerate(short):
        if alone and any(short[max(0, i - 1) : i] + short[i + 1 : i + 2]):
            roles[i] = Role.FURNITURE


def _mark_places(lines: Sequence[Line], roles: list[Role]) -> None:
    """Mark names beside dates as dates where another line names the author: they tell where the text was written."""
    bylines = [i for i, role in enumerate(roles) if role is Role.BYLINE]
    rests = {i: rest_of_date_line(lines[i].text) for i in bylines}
    # "By" names a person with or without a date.
    dated = [i for i, rest in rests.items() if rest and not find_author(rest)]
    if len(dated) < len(bylines):
        for i in dated:
            roles[i] = Role.DATE
