"""PDF files with a text layer: lines joined to paragraphs, also across pages; running heads and page numbers aside."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from align.bitext import Role
from align.errors import AlignError, InputError
from align.reading.assemble import Piece, assemble
from align.reading.blocks import Reading
from align.reading.plain import block_spans
from align.reading.quiet import quiet

if TYPE_CHECKING:
    from pypdf import DocumentInformation


def read(data: bytes, *, name: str, encoding: str | None) -> Reading:
    """Read a PDF file; its encoding is always its own."""
    with quiet("pypdf"):
        try:
            return _read(data, name)
        except AlignError:
            raise
        except Exception as error:  # pypdf lets errors of any type through on malformed files
            reason = " ".join(f"{type(error).__name__} {error}".split())[:200]
            raise InputError(
                f"{name}: expected a PDF file, found a damaged one ({reason}); print it to PDF again"
            ) from None


_MOST_PAGES = 2000
_MARK_WITHIN = 1024


def _read(data: bytes, name: str) -> Reading:
    from pypdf import PdfReader

    if b"%PDF-" not in data[:_MARK_WITHIN]:
        raise InputError(f"{name}: expected a PDF file, found none of its marks at the beginning; check the format")
    reader = PdfReader(BytesIO(data))
    # An empty password only restricts printing; anybody may read the file.
    if reader.is_encrypted and not reader.decrypt(""):
        raise InputError(f"{name}: expected a readable PDF file, found an encrypted one; save it without password")
    if len(reader.pages) > _MOST_PAGES:
        raise InputError(f"{name}: expected at most {_MOST_PAGES} pages, found {len(reader.pages)}; split the file")
    pages = [_lines(page.extract_text()) for page in reader.pages]
    if not any(line.strip() for page in pages for line in page):
        raise InputError(f"{name}: expected text, found that it has no text layer (a scan?); run OCR first")
    text, blocks = assemble(page_pieces(pages))
    title, author, date = _description(reader.metadata)
    return Reading(text, blocks, title=title, byline=author, date=date)


def page_pieces(pages: Sequence[Sequence[str]]) -> Iterator[Piece]:
    """Yield the paragraphs of all pages; what stands at the edge of pages follows the paragraph it interrupts."""
    repeated = _repeated_edges(pages)
    lines: list[str] = []
    asides: list[tuple[int, str]] = []
    length = 0
    for page in pages:
        edges = _edges(page)
        for number, line in enumerate(page):
            if number in edges and (_PAGE_NUMBER.fullmatch(line.strip()) or _key(line) in repeated):
                asides.append((length, line))
            else:
                lines.append(line)
                length += len(line) + 1
    text = "\n".join(lines)
    for span in block_spans(text):
        while asides and asides[0][0] <= span.start:
            yield Piece(asides.pop(0)[1], Role.FURNITURE)
        yield Piece(text[span.start : span.stop])
    yield from (Piece(line, Role.FURNITURE) for _, line in asides)


# How many lines at the top and at the bottom of a page may be running heads.
_EDGE_LINES = 2
_PAGE_NUMBER = re.compile(
    r"(?:[^\W\d]{1,8}\.?\s)?[-–—|\[(]{0,2}\s?(?:\d{1,4}|[ivxlc]{1,7})\s?(?:(?:/|\w{1,4})\s?\d{1,4})?\s?[-–—|\])]{0,2}"
)


def _lines(page: str) -> list[str]:
    return [line.replace("\0", "") for line in page.splitlines()]


def _edges(page: Sequence[str]) -> frozenset[int]:
    visible = [number for number, line in enumerate(page) if line.strip()]
    return frozenset(visible[:_EDGE_LINES] + visible[-_EDGE_LINES:])


def _repeated_edges(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """Return the lines, digits aside, that stand at the edge of at least half of the pages and of three."""
    counts = Counter(key for page in pages for key in {_key(page[number]) for number in _edges(page)})
    return frozenset(key for key, count in counts.items() if count >= max(3, len(pages) / 2))


def _key(line: str) -> str:
    return re.sub(r"\d{1,6}", "#", " ".join(line.split()))


_JUNK_TITLE = re.compile(r"(?i)untitled|microsoft word\b.*|.*\.(?:docx?|pdf|indd|tex|html?|rtf)")


def _description(metadata: "DocumentInformation | None") -> tuple[str, str, str]:
    """Return title, author and day of creation; a title that a program made from a file name is none."""
    if metadata is None:
        return "", "", ""
    title, author = (metadata.title or "").strip(), (metadata.author or "").strip()
    try:
        created = metadata.creation_date
    except ValueError:
        created = None
    return "" if _JUNK_TITLE.fullmatch(title) else title, author, created.date().isoformat() if created else ""
