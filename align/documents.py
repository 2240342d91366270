"""From a file to a document: read, furniture, language, segments."""

import hashlib
import re
from dataclasses import replace
from pathlib import Path

from align.bitext import Document, Meta, Role, Segment
from align.errors import InputError
from align.furniture.judge import assign_roles, describe
from align.language import check_language, identify
from align.limits import USUAL_LIMITS, Limits
from align.reading import Reading, read_file
from align.reading.blocks import Block
from align.reading.plain import read as read_plain
from align.sentences.split import line_segments, make_segments

SEGMENTER = "rules-1"
_UNSURE = 0.5  # below this confidence of the language identification the user is told


def read_document(
    path: Path,
    *,
    language: str = "",
    encoding: str = "",
    segmented: bool = False,
    keep_furniture: bool = False,
    limits: Limits = USUAL_LIMITS,
) -> Document:
    """Read a document from a file, or from standard input for the path `-`.

    Args:
        path: a file of a format in `align.reading.READERS`, packed by gzip or not.
        language: BCP 47 tag; identified from the text when empty.
        encoding: of the text; found out when empty.
        segmented: the text has one segment a line and is not to be cut any further.
        keep_furniture: count everything on the page as article text.
        limits: beyond which it is refused.

    Raises:
        InputError: the file cannot be read as text, or holds too much.
        OptionError: there is no such language or encoding.
    """
    language = check_language(language) if language else ""
    data, reading = read_file(path, encoding=encoding or None, limits=limits)
    name = "<stdin>" if path == Path("-") else str(path)
    document = _document(reading, data, name, language, segmented, keep_furniture)
    limits.check_segments(name, len(document.segments))
    return document


def document_from_text(
    text: str, *, name: str = "text", language: str = "", segmented: bool = False, keep_furniture: bool = False
) -> Document:
    """Make a document from a string, which it keeps as it is, line ends too; see `read_document`.

    Args:
        text: plain text, whatever it looks like; paragraphs are parted by blank lines.
        name: what reports and messages call it.
        language: a BCP 47 tag; found out when empty.
        segmented: whether each line is one segment.
        keep_furniture: whether everything counts as article text.

    >>> [segment.text for segment in document_from_text("It rained. We left.", language="en").segments]
    ['It rained.', 'We left.']
    """
    language = check_language(language) if language else ""
    data = text.encode("utf-8", "surrogatepass")
    text = _SURROGATE.sub("\ufffd", text)
    reading = replace(read_plain(_readable(text).encode(), name=name, encoding="utf-8"), text=text, verbatim=True)
    if not reading.blocks:
        raise InputError(f"{name}: expected text, found only white space; give a text")
    return _document(reading, data, name, language, segmented, keep_furniture)


def _readable(text: str) -> str:
    r"""Return a text of the same length without what decoding would take out, shorten or refuse.

    >>> _readable("\ufeffOne\r\ntwo\r")
    ' One \ntwo\n'
    """
    marked = " " + text[1:] if text.startswith("\ufeff") else text
    return marked.replace("\0", "\ufffd").replace("\r\n", " \n").replace("\r", "\n")


_SURROGATE = re.compile(r"[\ud800-\udfff]")


def _document(
    reading: Reading, data: bytes, name: str, language: str, segmented: bool, keep_furniture: bool
) -> Document:
    warnings = list(reading.warnings)
    language = language or reading.language
    if not language:
        guessed = identify(reading.text)
        language = guessed.language
        if guessed.confidence < _UNSURE:
            warnings.append(f"the language is a guess ({guessed.language}); name it if it is wrong")
    segments, title, byline, date = _segments(reading, language, segmented, keep_furniture)
    if not any(segment.role is Role.BODY for segment in segments):
        raise InputError(f"{name}: expected article text, found only page furniture; try --keep-furniture")
    return Document(
        name=name,
        language=language,
        text=reading.text,
        segments=segments,
        meta=Meta(
            title=reading.title or title,
            byline=reading.byline or byline,
            date=reading.date or date,
            encoding=reading.encoding,
            sha256=hashlib.sha256(data).hexdigest(),
            warnings=tuple(warnings),
            verbatim=reading.verbatim,
            segmented=segmented,
        ),
    )


def _segments(
    reading: Reading, language: str, segmented: bool, keep_furniture: bool
) -> tuple[tuple[Segment, ...], str, str, str]:
    """Return the segments and title, byline and date as found on the page."""
    if segmented:
        return line_segments(reading.text), "", "", ""
    blocks = assign_roles(reading, language=language)
    described = describe(reading, blocks)
    if keep_furniture:
        blocks = tuple(Block(block.chars, Role.BODY) for block in blocks)
    return make_segments(reading.text, blocks, language), *described
