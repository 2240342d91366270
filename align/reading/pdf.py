"""PDF files with a text layer: PDFium reads the pages, `page_layout` makes paragraphs of them.

PDFium is the reader of a browser: it parts words as they are drawn, folds ligatures and is ten times as fast as readers
in Python (eval/notes.md).
"""

import re
from contextlib import closing
from datetime import datetime
from threading import Lock
from typing import TYPE_CHECKING

from align.errors import AlignError, InputError
from align.reading.assemble import assemble
from align.reading.blocks import Reading
from align.reading.page_layout import lay_out
from align.reading.pdf_text import read_page
from align.reading.quiet import quiet

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument


def read(data: bytes, *, name: str, encoding: str | None) -> Reading:
    """Read a PDF file; its encoding is always its own."""
    if b"%PDF-" not in data[:_MARK_WITHIN]:
        raise InputError(f"{name}: expected a PDF file, found none of its marks at the beginning; check the format")
    with _ONE_AT_A_TIME, quiet("pypdfium2"):
        try:
            with closing(_open(data, name)) as document:
                return _read(document, name)
        except AlignError:
            raise
        except Exception as error:  # whatever a malformed file leads to
            raise _damaged(name, error) from None


_MOST_PAGES = 2000
_MARK_WITHIN = 1024
_ONE_AT_A_TIME = Lock()  # PDFium has no threads


def _open(data: bytes, name: str) -> "PdfDocument":
    """Open a file; an empty password only restricts printing, and anybody may read the file."""
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        return PdfDocument(data)
    except PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise InputError(
                f"{name}: expected a readable PDF file, found an encrypted one; save it without password"
            ) from None
        raise


def _damaged(name: str, error: Exception) -> InputError:
    reason = " ".join(f"{type(error).__name__} {error}".split())[:200]
    return InputError(f"{name}: expected a PDF file, found a damaged one ({reason}); print it to PDF again")


def _read(document: "PdfDocument", name: str) -> Reading:
    if len(document) > _MOST_PAGES:
        raise InputError(f"{name}: expected at most {_MOST_PAGES} pages, found {len(document)}; split the file")
    pages = []
    for number in range(len(document)):
        with closing(document[number]) as page:
            pages.append(read_page(page))
    text, blocks = assemble(lay_out(pages))
    if not blocks:
        raise InputError(f"{name}: expected text, found that it has no text layer (a scan?); run OCR first")
    told = document.get_metadata_dict()
    title = told.get("Title", "").strip()
    return Reading(
        text,
        blocks,
        title="" if _JUNK_TITLE.fullmatch(title) else title,
        byline=told.get("Author", "").strip(),
        date=_day(told.get("CreationDate", "")),
    )


# What programs make of the name of a file.
_JUNK_TITLE = re.compile(
    r"(?i)untitled|microsoft word\b.*|.*\.(?:docx?|pdf|indd|tex|html?|rtf)|\(anonymous\)|anonymous"
)
_DAY = re.compile(r"(?:D:)?(\d{8})")


def _day(created: str) -> str:
    """Return the day of a date such as `D:20260309…`, empty where it is none."""
    found = _DAY.match(created)
    try:
        return datetime.strptime(found[1], "%Y%m%d").date().isoformat() if found else ""
    except ValueError:
        return ""
