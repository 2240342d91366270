"""What trafilatura makes of a page: its title, byline and date, and which blocks are the article.

Its judgement is evidence, not the last word: it is heard only when it found a substantial text, and nothing between the
headline and the last paragraph that it found is taken away.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from align.bitext import Role
from align.flow import IDEOGRAPHS
from align.furniture.shapes import describe_line
from align.reading.assemble import PagePiece, Piece
from align.reading.headline import find_headline, title_of
from align.reading.page_meta import PageMeta
from align.reading.quiet import quiet


@dataclass(frozen=True, slots=True)
class Article:
    """The pieces of a page with their roles, and what is known of the article."""

    pieces: tuple[Piece, ...]
    title: str
    byline: str
    date: str


def judge(source: str, pieces: Sequence[PagePiece], meta: PageMeta) -> Article:
    """Return the pieces with the roles that the tags leave open filled in where the evidence is clear.

    Args:
        source: the page as HTML.
        pieces: its visible blocks.
        meta: what the page tells of its article outside of them.
    """
    found = _extract(source)
    headline = find_headline(pieces, (*meta.titles, found["title"]))
    # Without a heading the title that trafilatura cut off from the name of the site comes first.
    others = (found["title"], *meta.titles) if any(found["title"] in title for title in meta.titles) else meta.titles
    title = pieces[headline].text if headline is not None else title_of(pieces, (*others, found["title"]))
    titled = [
        replace(piece, role=Role.HEADLINE if i == headline else Role.HEADING)
        if i == headline or (piece.heading in _LOWER and piece.role is None)
        else piece
        for i, piece in enumerate(pieces)
    ]
    judged = _with_evidence(titled, headline, found["text"])
    return Article(tuple(judged), title, meta.byline or _author(pieces, found["author"]), meta.date)


# Trafilatura's text below both of these is no evidence: it may have found a box.
_FEWEST_CHARACTERS = 200
_SMALLEST_SHARE = 0.3
_LINKED = 0.7
_PROSE_LINKED = 0.5
_LOWER = ("h2", "h3", "h4", "h5", "h6")
# Share of a block's word triples that must occur in trafilatura's text; it drops notes and links inside paragraphs.
_FOUND_SHARE = 0.6
# Where nothing parts words each character counts as one: a sentence is no word.
_UNPARTED = f"{IDEOGRAPHS}\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_WORD = re.compile(rf"(?=\w)[{_UNPARTED}]|[^\W{_UNPARTED}]+")


def _extract(source: str) -> dict[str, str]:
    """Return trafilatura's text, title, author and date; nothing where it fails on the page."""
    import trafilatura

    with quiet("trafilatura", "htmldate", "courlan", "justext"):
        try:
            found = trafilatura.bare_extraction(source, with_metadata=True, include_comments=False, favor_recall=True)
        except Exception:  # it raises anything on odd pages, and the page is readable without it
            found = None
    return {key: str(getattr(found, key, None) or "") for key in ("text", "title", "author", "date")}


def _author(pieces: Sequence[PagePiece], author: str) -> str:
    """Return an author that was found where the page names one in its text."""
    return author if any(author in piece.text for piece in pieces if piece.role is not Role.COMMENT) else ""


def _with_evidence(pieces: Sequence[PagePiece], headline: int | None, main: str) -> list[Piece]:
    """Mark what trafilatura found as body, and what lies outside of that and is no prose of its own as furniture."""
    known = _Known(main)
    inside = [piece.role is None and known.has(piece.text) for piece in pieces]
    length = sum(len(piece.text) for piece in pieces if piece.role is None)
    share = len(main) / max(length, 1)
    if True not in inside or (len(main) < _FEWEST_CHARACTERS and share < _SMALLEST_SHARE):
        return list(pieces)
    last = len(inside) - 1 - inside[::-1].index(True)
    first = inside.index(True) if headline is None else min(headline, inside.index(True))
    judged: list[Piece] = []
    foreign = False
    for i, piece in enumerate(pieces):
        role = Role.BODY if inside[i] else piece.role
        outside = not first <= i <= last and not piece.kept
        foreign = outside and (_heads_other(piece) if piece.heading else foreign)
        doubted = outside and (role is None or role is Role.HEADING)
        own = not foreign and (_is_own(pieces, i) or (bool(piece.heading) and _is_own(pieces, i + 1)))
        judged.append(replace(piece, role=Role.FURNITURE if doubted and not own else role))
    return judged


def _is_own(pieces: Sequence[PagePiece], i: int) -> bool:
    """Tell whether a piece outside of what trafilatura found is prose of the article for all that."""
    return i < len(pieces) and describe_line(pieces[i].text).is_prose and not _is_teaser(pieces, i)


def _heads_other(heading: PagePiece) -> bool:
    """Tell whether a heading outside of the article heads another one: it leads there, or is of the first level."""
    return heading.linked >= _LINKED or heading.heading == "h1"


def _is_teaser(pieces: Sequence[PagePiece], i: int) -> bool:
    """Tell whether a piece outside of the article leads away itself, or lies between two lines that do."""
    around = [pieces[j].linked >= _LINKED for j in (i - 1, i + 1) if 0 <= j < len(pieces)]
    return pieces[i].linked >= _PROSE_LINKED or (len(around) > 1 and all(around))


class _Known:
    """The lines and word triples of a text, to look blocks up in."""

    def __init__(self, text: str) -> None:
        self._lines = {" ".join(_words(line)) for line in text.splitlines()}
        self._triples = set(_triples(_words(text)))

    def has(self, block: str) -> bool:
        words = _words(block)
        triples = _triples(words)
        if not triples:
            return " ".join(words) in self._lines
        return sum(triple in self._triples for triple in triples) >= _FOUND_SHARE * len(triples)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _triples(words: Sequence[str]) -> list[tuple[str, ...]]:
    return list(zip(words, words[1:], words[2:], strict=False))
