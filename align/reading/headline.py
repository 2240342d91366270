"""Which heading of a web page is the headline of its article."""

import re
from collections.abc import Sequence

from align.bitext import Role
from align.furniture.voices import hear
from align.reading.assemble import PagePiece


def find_headline(pieces: Sequence[PagePiece], titles: Sequence[str]) -> int | None:
    """Return the number of the heading that fits a title best, or else of the first one of the first level.

    Args:
        pieces: the blocks of the page.
        titles: what the page and others call it; they may have the name of the site beside the headline.

    >>> page = [PagePiece("Courier", heading="h1"), PagePiece("Harbour closes", heading="h2")]
    >>> find_headline(page, ["Harbour closes - Courier"]), find_headline(page, [])
    (1, 0)
    """
    headings = [i for i, piece in enumerate(pieces) if piece.heading and piece.role is None]
    fits = {i: max((_fit(pieces[i].text, title) for title in titles), default=0.0) for i in headings}
    best = max(headings, key=lambda i: (fits[i], -i), default=None)
    if best is not None and fits[best] >= _LEAST_FIT:
        return best
    highest = [i for i in headings if pieces[i].heading == "h1"]
    # The name of the site leads to its first page.
    return next(iter([i for i in highest if pieces[i].linked < _LINKED] or highest), None)


def title_of(pieces: Sequence[PagePiece], titles: Sequence[str]) -> str:
    """Return the first title that is no notice, as far as the page tells one.

    Args:
        pieces: the blocks of the page.
        titles: as for `find_headline`.
    """
    outside = {piece.text for piece in pieces if piece.role in (Role.FURNITURE, Role.COMMENT)}
    return next((title for title in titles if title and title not in outside and not _is_notice(title)), "")


_LEAST_FIT = 0.3
_LINKED = 0.7
_WORD = re.compile(r"[^\W_]+")


def _fit(heading: str, title: str) -> float:
    """Return which share of the longer one the shorter one is, 0 when it is no part of it."""
    one, other = (" ".join(_WORD.findall(text.casefold())) for text in (heading, title))
    if not one or not other or (f" {one} " not in f" {other} " and f" {other} " not in f" {one} "):
        return 0.0
    return min(len(one), len(other)) / max(len(one), len(other))


def _is_notice(title: str) -> bool:
    voice = hear(title)
    return voice.cores > 0 and voice.of_site and voice.to_reader
