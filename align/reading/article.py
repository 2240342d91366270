"""What trafilatura makes of a page: its title, byline and date, and which blocks are the article.

Its judgement is evidence, not the last word: it is heard only when it found a substantial text, and nothing between the
headline and the last paragraph that it found is taken away.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from align.bitext import Role
from align.furniture.shapes import describe_line
from align.reading.assemble import PagePiece, Piece
from align.reading.quiet import quiet


@dataclass(frozen=True, slots=True)
class Article:
    """The pieces of a page with their roles, and what is known of the article."""

    pieces: tuple[Piece, ...]
    title: str
    byline: str
    date: str


def judge(source: str, pieces: Sequence[PagePiece]) -> Article:
    """Return the pieces with the roles that the tags leave open filled in where the evidence is clear.

    Args:
        source: the page as HTML.
        pieces: its visible blocks.
    """
    found = _extract(source)
    headline = _headline(pieces, found["title"])
    title = pieces[headline].text if headline is not None else found["title"]
    titled = [
        replace(piece, role=Role.HEADLINE if i == headline else Role.HEADING)
        if i == headline or (piece.heading in _LOWER and piece.role is None)
        else piece
        for i, piece in enumerate(pieces)
    ]
    judged = _with_evidence(titled, headline, found["text"])
    return Article(tuple(judged), title, found["author"], found["date"])


# Trafilatura's text below both of these is no evidence: it may have found a box.
_FEWEST_CHARACTERS = 200
_SMALLEST_SHARE = 0.3
# Of the text without a role: above this, sentences that it left out are no part of the article either.
_SURE_SHARE = 0.5
_LOWER = ("h2", "h3", "h4", "h5", "h6")
# Share of a block's word triples that must occur in trafilatura's text; it drops notes and links inside paragraphs.
_FOUND_SHARE = 0.6
_WORD = re.compile(r"\w+")


def _extract(source: str) -> dict[str, str]:
    """Return trafilatura's text, title, author and date; nothing where it fails on the page."""
    import trafilatura

    with quiet("trafilatura", "htmldate", "courlan", "justext"):
        try:
            found = trafilatura.bare_extraction(source, with_metadata=True, include_comments=False, favor_recall=True)
        except Exception:  # it raises anything on odd pages, and the page is readable without it
            found = None
    return {key: str(getattr(found, key, None) or "") for key in ("text", "title", "author", "date")}


def _headline(pieces: Sequence[PagePiece], title: str) -> int | None:
    """Return the number of the heading that fits the title, or else of the first one of the first level."""
    headings = [i for i, piece in enumerate(pieces) if piece.heading and piece.role is None]
    fitting = [i for i in headings if _fits(pieces[i].text, title)]
    return next(iter(fitting or [i for i in headings if pieces[i].heading == "h1"]), None)


def _fits(heading: str, title: str) -> bool:
    one, other = " ".join(_words(heading)), " ".join(_words(title))
    return bool(one and other) and (one in other or other in one)


def _with_evidence(pieces: Sequence[PagePiece], headline: int | None, main: str) -> list[Piece]:
    """Mark what trafilatura found as body, and what lies clearly outside of that as furniture."""
    known = _Known(main)
    inside = [piece.role is None and known.has(piece.text) for piece in pieces]
    length = sum(len(piece.text) for piece in pieces if piece.role is None)
    share = len(main) / max(length, 1)
    if True not in inside or (len(main) < _FEWEST_CHARACTERS and share < _SMALLEST_SHARE):
        return list(pieces)
    sure = len(main) >= _FEWEST_CHARACTERS and share >= _SURE_SHARE
    last = len(inside) - 1 - inside[::-1].index(True)
    first = inside.index(True) if headline is None else min(headline, inside.index(True))
    judged: list[Piece] = []
    for i, piece in enumerate(pieces):
        role = Role.BODY if inside[i] else piece.role
        open_heading = role is Role.HEADING
        outside = not first <= i <= last and (role is None or open_heading)
        judged.append(replace(piece, role=Role.FURNITURE if outside and (sure or not _is_prose(piece.text)) else role))
    return judged


def _is_prose(text: str) -> bool:
    return describe_line(text).is_prose


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
