"""Whether two versions in one language are the same word for word: a revised text is never "nothing to report"."""

import re
from unicodedata import normalize

from align.bitext import Comparison, Role
from align.flow import flow
from align.furniture.certainty import is_certain_furniture
from align.language import primary_language

_UNKNOWN = "und"
_QUOTES = dict.fromkeys('«»„“”‟″〝〞＂「」『』"‹›‚‘’‛＇`´′', "'")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
# Forms of one sign that a program chose, not a writer. NFKC would take "x²" for "x2" as well.
SHAPES = str.maketrans({**_QUOTES, **_LIGATURES, "‐": "-", "‑": "-", "\u00ad": None})
# What a browser or a word processor puts before an item of a list, which is no part of its text.
LIST_MARK = re.compile(r"\A(?:\d{1,3}[.)]|[A-Za-z][.)]|[•·▪◦‣])(?:\s+|\Z)")
_APART = re.compile(r"[\s\u00ad\u200b\u2060\ufeff]+")
_DOUBLED = "''"


def is_revised(comparison: Comparison) -> bool:
    """Return whether two versions in one language are not identical but for spaces and the shapes of signs.

    What a page or its print puts around the text, of which no check tells anything, is not looked at.
    """
    alignment = comparison.alignment
    if _UNKNOWN in (alignment.source.language, alignment.target.language):
        return False
    if primary_language(alignment.source.language) != primary_language(alignment.target.language):
        return False
    left_out = _furniture(comparison)
    sides = (
        [segment.text for number, segment in enumerate(document.segments) if number not in left]
        for document, left in zip((alignment.source, alignment.target), left_out, strict=True)
    )
    return len({"".join(bare(LIST_MARK.sub("", text)) for text in texts) for texts in sides}) > 1


def bare(text: str) -> str:
    r"""Return what of a text says something: no spaces, line ends undone, one shape of quotes, hyphens and ligatures.

    >>> bare("She said “no”.") == bare('She  said\n"no".'), bare("The oﬃce coun-\ncil."), bare("x²")
    (True, 'Theofficecouncil.', 'x²')
    """
    return _APART.sub("", normalize("NFC", flow(text)).translate(SHAPES)).replace(_DOUBLED, "'")


def _furniture(comparison: Comparison) -> tuple[set[int], set[int]]:
    """Return the segments of both sides outside the text: alone there and not told of, or furniture for certain."""
    alignment = comparison.alignment
    told = {finding.bead for finding in comparison.findings}
    alone = {number for number, bead in enumerate(alignment.beads) if not (bead.source and bead.target)} - told
    found: tuple[set[int], set[int]] = set(), set()
    for number, bead in enumerate(alignment.beads):
        sides = (alignment.source, bead.source), (alignment.target, bead.target)
        for left, (document, span) in zip(found, sides, strict=True):
            left.update(
                k
                for k in range(span.start, span.stop)
                if (segment := document.segments[k]).role is Role.FURNITURE
                and (number in alone or is_certain_furniture(segment.text, document.language))
            )
    return found
