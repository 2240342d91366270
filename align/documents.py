"""From a file to a document: read, furniture, language, segments."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from align.bitext import Document, Meta, Role, Segment
from align.errors import InputError
from align.furniture.judge import assign_roles, describe
from align.language import Identified, check_language, identify, language_name
from align.limits import USUAL_LIMITS, Limits
from align.mixture import Second, second_language
from align.reading import Reading, read_file
from align.reading.blocks import Block
from align.reading.plain import read as read_plain
from align.sentences.split import line_segments, make_segments

SEGMENTER = "rules-2"
_OPTIONS = "--source-lang or --target-lang"
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
    name = "<stdin>" if str(path) == "-" else str(path)
    document = _document(reading, data, name, language, segmented, keep_furniture)
    limits.check_segments(name, len(document.segments))
    return document


def document_from_text(
    text: str, *, name: str = "text", language: str = "", segmented: bool = False, keep_furniture: bool = False
) -> Document:
    """Make a document from a string; see `read_document`.

    Its text is the string, line ends too; half a character (a lone surrogate) is replaced. Only where the number or the
    running head of a page stands inside a sentence, and lines are no segments, it is the text as read: with that behind
    its paragraph.

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
    reading = read_plain(_readable(text).encode(), name=name, encoding="utf-8")
    # Where marks of pages were taken out of sentences, the blocks have their places in the text as read.
    reading = replace(reading, text=text) if reading.verbatim else replace(reading, unmoved=text)
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
    if segmented and reading.unmoved:  # a line is a segment, whatever stands on it
        reading = replace(reading, text=reading.unmoved, verbatim=True)
    named = language or reading.language
    guessed = Identified(named, 1.0) if named else identify(reading.text)
    segments, title, byline, date = _segments(reading, guessed.language, segmented, keep_furniture)
    body = [segment.text for segment in segments if segment.role is Role.BODY]
    if not body:
        raise InputError(f"{name}: expected article text, found only page furniture; try --keep-furniture")
    second = second_language(body, guessed.language)
    warnings = [*reading.warnings, *_doubts(guessed, second, named, language)]
    if second and named and not language and second.is_most:  # a template's language, not that of the text
        guessed = Identified(second.language, 1.0)
        segments, title, byline, date = _segments(reading, guessed.language, segmented, keep_furniture)
    return Document(
        name=name,
        language=guessed.language,
        text=reading.text,
        segments=segments,
        structure=None if segmented else reading.structure,
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


def _doubts(guessed: Identified, second: Second | None, named: str, given: str) -> Iterator[str]:
    """Yield warnings about the language of a text: it is a guess, another one than was named, or there are two.

    Args:
        guessed: the language of the text.
        second: another one in it.
        named: the language that was given or that the file names, if any.
        given: the one that was given.
    """
    if guessed.confidence < _UNSURE:
        yield f"the language is a guess ({guessed.language}); if it is wrong, name it with {_OPTIONS}"
    if second is None:
        return
    first, other = language_name(guessed.language), language_name(second.language)
    if named and second.is_most and given:
        yield f"the text looks {other}, but {first} was named as its language; name another one with {_OPTIONS}"
    elif named and second.is_most:
        yield f"the file names {first} as its language, but was read as {other}; if that is wrong, use {_OPTIONS}"
    else:
        yield f"two languages: {first} and {other} ({second.sentences} of {second.of} sentences)"


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
