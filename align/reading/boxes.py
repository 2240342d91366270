"""What is in the boxes of a web page: a claim of their tag or name holds only where their text bears it out.

1. A box that holds the headline, or most of the page, is the page.
2. Claims that are sure (`page_roles.py`), and comments, hold for all text in their box.
3. In other boxes prose is article text: sentences that are no link, no teaser of another article, no notice, no appeal,
   no quotation from the article itself. Headings and lines beside such prose go with it, all else is furniture.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING

from align.bitext import Role
from align.furniture.counting import count_words
from align.furniture.notices import mark_notices
from align.furniture.shapes import Line, Shape, describe_line
from align.reading.assemble import PagePiece
from align.reading.page_roles import Claim, claim_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


@dataclass(slots=True)
class Box:
    """A block-level element and the pieces in it, half-open; `fields` counts what it wants: an address, an answer."""

    element: "Element"
    tag: str
    start: int
    stop: int = 0
    fields: int = 0


def settle(pieces: Sequence[PagePiece], boxes: Sequence[Box]) -> list[PagePiece]:
    """Return the pieces with the roles that the boxes around them give.

    Args:
        pieces: all visible blocks of the page, with the roles of inline elements.
        boxes: all block-level elements, in the order in which they begin.
    """
    page = _Page(pieces)
    for box in boxes:
        claim = claim_of(box.element, box.tag)
        if box.start == box.stop:
            continue
        if page.asks(box):
            page.mark(_ASKS, box)
        elif claim is not None and page.upholds(claim, box):
            page.mark(page.weaken(claim, box), box)
    return page.settled()


_ASKS = Claim(Role.FURNITURE)
_DOUBTED = Claim(Role.FURNITURE, sure=False)
# Shapes of which readers' comments have one.
_OF_COMMENTS = frozenset((Shape.AGE, Shape.DATE, Shape.REPLY, Shape.COMMENTS))
# Shapes that neither begin nor end a teaser.
_PASSED_OVER = frozenset((Shape.BYLINE, Shape.DATE, Shape.AGE, Shape.CAPTION, Shape.NUMBER, Shape.TRAIL))
_LINKED = 0.7
_PROSE_LINKED = 0.5
_WORDS_OF_TEASER = 60
_WORDS_OF_FORM = 60
_WORDS_OF_PREAMBLE = 12
_WORDS_OF_BRIEF = 3
# Appeals beside a box that promotes something, and in any other.
_FEW_APPEALS = 1
_MANY_APPEALS = 3


class _Page:
    """The pieces of a page, what their lines are, and which claims are made on them."""

    def __init__(self, pieces: Sequence[PagePiece]) -> None:
        self._pieces = pieces
        plain = [describe_line(piece.text) for piece in pieces]
        self._lines = mark_notices(plain)
        self._length = [0, *accumulate(len(piece.text) for piece in pieces)]
        self._words = [0, *accumulate(line.words for line in self._lines)]
        titles = (piece.heading == "h1" and line.shape is not Shape.PROMPT for piece, line in self._both())
        self._titles = [0, *accumulate(map(int, titles))]
        open_prose = (
            i for i, (piece, line) in enumerate(self._both()) if line.is_prose and piece.linked < _PROSE_LINKED
        )
        self._last_prose = max(open_prose, default=0)
        noticed = (line.shape is not before.shape for line, before in zip(self._lines, plain, strict=True))
        self._sure: list[Role | None] = [Role.FURNITURE if notice else None for notice in noticed]
        self._doubtful: list[tuple[Claim, Box] | None] = [None] * len(pieces)

    def upholds(self, claim: Claim, box: Box) -> bool:
        """Tell whether a claim may hold at all: a box around the article, or its headline, is about the page."""
        if claim.role in (Role.BYLINE, Role.CAPTION):
            return True
        if box.tag == "button":
            return not self._pieces[box.start].heading
        if self._titles[box.stop] > self._titles[box.start] and box.tag != "nav":
            return False
        if next(box.element.iter("{*}main"), None) is not None and box.tag != "nav":
            return False
        most = 2 * (self._length[box.stop] - self._length[box.start]) > self._length[-1]
        return not most or claim.role is Role.COMMENT

    def asks(self, box: Box) -> bool:
        """Tell whether a box wants an address, or an answer to one question, and holds hardly anything else."""
        words = self._words[box.stop] - self._words[box.start]
        titled = self._titles[box.stop] > self._titles[box.start]
        # A column of several boxes has several headings.
        headings = sum(bool(piece.heading) for piece in self._pieces[box.start : box.stop])
        if not box.fields or words > _WORDS_OF_FORM or titled or headings > 1:
            return False
        lines = self._lines[box.start : box.stop]
        return any(line.appeals > 0 or line.shape is Shape.PROMPT or line.text[-1] in "?？؟" for line in lines)

    def weaken(self, claim: Claim, box: Box) -> Claim:
        """Return a claim that looks sure as a doubtful one where the article goes on below."""
        if box.stop > self._last_prose or not claim.sure:
            return claim
        if box.tag == "footer":
            return _DOUBTED
        marked = box.fields or any(self._lines[i].shape in _OF_COMMENTS for i in range(box.start, box.stop))
        return _DOUBTED if claim.role is Role.COMMENT and not marked else claim

    def mark(self, claim: Claim, box: Box) -> None:
        """Lay a claim on the pieces of a box."""
        for i in range(box.start, box.stop):
            if claim.sure:
                self._sure[i] = self._sure[i] or claim.role
            else:
                self._doubtful[i] = (claim, box)

    def settled(self) -> list[PagePiece]:
        """Return the pieces with the roles that were found."""
        known = _Quoted([line.key for i, line in enumerate(self._lines) if self._is_open(i) and line.is_prose])
        text = [self._doubtful[i] is not None and self._is_text(i, known) for i in range(len(self._pieces))]
        self._draw_along(text)
        return [self._settle(i, text[i]) for i in range(len(self._pieces))]

    def _both(self) -> "zip[tuple[PagePiece, Line]]":
        return zip(self._pieces, self._lines, strict=True)

    def _is_open(self, i: int) -> bool:
        return self._sure[i] is None and self._doubtful[i] is None

    def _settle(self, i: int, text: bool) -> PagePiece:
        piece = self._pieces[i]
        if self._sure[i] is not None:
            return replace(piece, role=self._sure[i])
        if self._doubtful[i] is None:
            return piece
        if not text:
            return replace(piece, role=Role.FURNITURE)
        return replace(piece, role=piece.role or (None if piece.heading else Role.BODY), kept=True)

    def _is_text(self, i: int, known: "_Quoted") -> bool:
        """Tell whether a piece of a doubtful box is a sentence of the article."""
        claim, box = self._doubtful[i] or (None, None)
        line, piece = self._lines[i], self._pieces[i]
        brief = line.shape is Shape.LINE and line.text[-1] in ".。" and line.words >= _WORDS_OF_BRIEF
        if claim is None or box is None or piece.linked >= _PROSE_LINKED:
            return False
        if not line.is_prose and (claim.promotes or not brief):
            return False
        above = self._lines[box.start if i == box.start else i - 1]
        if Shape.ADVERT in (self._lines[box.start].shape, above.shape):
            return False
        if line.appeals > (_FEW_APPEALS if claim.promotes else _MANY_APPEALS) or known.has(line.key):
            return False
        if box.tag == "header" and line.words < _WORDS_OF_PREAMBLE and line.sentences < 2:
            return False
        return not self._is_teaser(i, claim, box)

    def _is_teaser(self, i: int, claim: Claim, box: Box) -> bool:
        """Tell whether a sentence tells of another article: its title leads there, or "Read more" stands below."""
        if self._lines[i].words > _WORDS_OF_TEASER:
            return False
        above = i - 1
        while above >= box.start and self._lines[above].shape in _PASSED_OVER:
            above -= 1
        titled = above >= box.start and self._is_link(above) and self._lines[above].shape is not Shape.LABEL
        if titled and (self._pieces[above].heading or self._opens(above, box)):
            return True
        below = i + 1
        asked = below < box.stop and self._lines[below].shape in (Shape.LABEL, Shape.PROMPT)
        return claim.promotes and below < box.stop and (asked or self._is_link(below))

    def _is_link(self, i: int) -> bool:
        return self._pieces[i].linked >= _LINKED

    def _opens(self, i: int, box: Box) -> bool:
        """Tell whether a linked line is the first of its box, or of an entry: before it is no other link."""
        return i == box.start or not self._is_link(i - 1)

    def _draw_along(self, text: list[bool]) -> None:
        """Let headings and other lines of a box go with the sentences of the article beside them."""
        for i in range(1, len(text)):
            if text[i - 1] and self._goes_with(i, i - 1) and not self._pieces[i].heading:
                text[i] = True
        for i in range(len(text) - 2, -1, -1):
            if text[i + 1] and self._goes_with(i, i + 1):
                text[i] = True

    def _goes_with(self, i: int, beside: int) -> bool:
        mine, other = self._doubtful[i], self._doubtful[beside]
        line = self._lines[i]
        plain = line.shape is Shape.LINE and not self._is_link(i)
        return mine is not None and other is not None and mine[1] is other[1] and plain


class _Quoted:
    """The sentences of the article outside of boxes, to tell what a box only repeats from them."""

    def __init__(self, keys: Sequence[str]) -> None:
        self._text = "\n".join(keys)

    def has(self, key: str) -> bool:
        bare = key.strip("\"'“”„«»‘’「」『』…. ")
        return count_words(bare) > 3 and bare in self._text
