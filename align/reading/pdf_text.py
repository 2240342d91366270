"""What stands where on the pages of a PDF file: pieces of lines with their boxes, as PDFium sees them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING
from unicodedata import normalize

if TYPE_CHECKING:
    from pypdfium2 import PdfPage


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of a line without a wide gap; lengths in points, from the lower left corner of the page.

    Attributes:
        text: with single spaces, its ligatures folded.
        left: where it begins.
        right: where it ends.
        bottom: its lower edge.
        size: the height of its letters' boxes.
        weight: of its font, 400 and above; 0 where the file does not tell.
        turned: whether it does not run from left to right across the page.
    """

    text: str
    left: float
    right: float
    bottom: float
    size: float
    weight: int
    turned: bool = False

    @property
    def letter(self) -> float:
        """Return the mean width of a character."""
        return (self.right - self.left) / len(self.text)


@dataclass(frozen=True, slots=True)
class Page:
    """The fragments of a page in the order of the file, and the height of the page in points."""

    fragments: tuple[Fragment, ...]
    height: float


def read_page(page: "PdfPage") -> Page:
    """Return what stands on a page of a file that pypdfium2 opened."""
    return Page(tuple(_fragments(list(_glyphs(page)))), float(page.get_height()))


@dataclass(slots=True)
class _Glyph:
    text: str
    left: float
    right: float
    bottom: float
    top: float
    weight: int
    angle: float
    ends_line: bool


# Of the height of a letter's box, which is some 1.15 em.
_WIDE_GAP = 1.5
_SPACE = 0.12
_NEW_LINE = 0.5
_TURNED = 0.1  # radians
_HYPHENS = (0x02, 0xFFFE)  # PDFium's signs for a hyphen that ends a line, or so it believes
# Ligatures, radicals that stand for characters, Arabic letters in the form of their place.
_FOLDED = re.compile("[\ufb00-\ufb4f\ufb50-\ufdff\ufe70-\ufefe\u2e80-\u2fdf]+")
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")


_SPACE_GLYPH = _Glyph(" ", 0.0, 0.0, 0.0, 0.0, 0, 0.0, ends_line=False)


def _glyphs(page: "PdfPage") -> Iterator[_Glyph]:
    """Yield the characters with their boxes, also those that PDFium made up for a gap or the end of a line."""
    import pypdfium2.raw as raw

    with_text = page.get_textpage()
    try:
        box = raw.FS_RECTF()
        for i in range(with_text.count_chars()):
            code = raw.FPDFText_GetUnicode(with_text, i)
            text = "-" if code in _HYPHENS else chr(code) if code < 0x110000 else "\ufffd"
            made_up = raw.FPDFText_IsGenerated(with_text, i) == 1
            if made_up or text.isspace():
                yield _Glyph(text, 0.0, 0.0, 0.0, 0.0, 0, 0.0, ends_line=text in "\r\n")
                continue
            raw.FPDFText_GetLooseCharBox(with_text, i, box)
            weight = raw.FPDFText_GetFontWeight(with_text, i)
            angle = raw.FPDFText_GetCharAngle(with_text, i)
            yield _Glyph(text, box.left, box.right, box.bottom, box.top, weight, angle, ends_line=False)
    finally:
        with_text.close()


def _fragments(glyphs: list[_Glyph]) -> Iterator[Fragment]:
    held: list[_Glyph] = []
    last: _Glyph | None = None
    parted = False
    for glyph in glyphs:
        if glyph.text.isspace():
            # PDFium sees the end of a line between the letters of a word, too, where each is drawn for itself.
            parted = parted or glyph.ends_line
            held += [] if glyph.ends_line else [glyph]
            continue
        if last is not None and _is_apart(last, glyph):
            yield from _fragment(held)
            held = []
        elif last is not None and parted and _gap(last, glyph) > _SPACE * (glyph.top - glyph.bottom):
            held.append(_SPACE_GLYPH)
        held.append(glyph)
        last, parted = glyph, False
    yield from _fragment(held)


def _gap(last: _Glyph, glyph: _Glyph) -> float:
    """Return how far two characters of a line are apart; of scripts from right to left the next one is on the left."""
    return max(glyph.left - last.right, last.left - glyph.right)


def _is_apart(last: _Glyph, glyph: _Glyph) -> bool:
    """Tell whether a character stands on another line than the last one, or far from it."""
    height = max(last.top - last.bottom, glyph.top - glyph.bottom, 1.0)
    if abs(last.angle) > _TURNED or abs(glyph.angle) > _TURNED:
        return abs(last.angle - glyph.angle) > _TURNED
    # A raised note mark is on the line.
    below = min(last.top, glyph.top) - max(last.bottom, glyph.bottom) < _NEW_LINE * min(
        last.top - last.bottom, glyph.top - glyph.bottom
    )
    return below or _gap(last, glyph) > _WIDE_GAP * height


def _fragment(glyphs: list[_Glyph]) -> Iterator[Fragment]:
    seen = [glyph for glyph in glyphs if not glyph.text.isspace()]
    text = _clean("".join(glyph.text for glyph in glyphs))
    if not seen or not text:
        return
    weights = [glyph.weight for glyph in seen]
    yield Fragment(
        text,
        left=min(glyph.left for glyph in seen),
        right=max(glyph.right for glyph in seen),
        bottom=median(glyph.bottom for glyph in seen),
        size=max(1.0, median(glyph.top - glyph.bottom for glyph in seen)),
        weight=max(0, sorted(weights)[len(weights) // 2]),
        turned=abs(seen[0].angle) > _TURNED,
    )


def _clean(text: str) -> str:
    text = _FOLDED.sub(lambda found: normalize("NFKC", found.group()), text)
    return " ".join(_CONTROLS.sub("", text).split())
