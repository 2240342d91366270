"""From a file to a document: read, furniture, language, segments."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from align.bitext import Document, Meta, Role, Segment
from align.errors import InputError
from align.furniture.judge import assign_roles, describe
from align.language import Identified, check_language, identify, language_name
from align.mixture import second_language
from align.reading import Reading, read_bytes, read_file
from align.reading.blocks import Block
from align.sentences.split import line_segments, make_segments

SEGMENTER = "rules-2"
_OPTIONS = "--source-lang or --target-lang"
_WRONG = 0.8  # share of the sentences in another language from which the one that was named is wrong
_UNSURE = 0.5  # below this confidence of the language identification the user is told


def read_document(
    path: Path,
    *,
    language: str = "",
    encoding: str = "",
    segmented: bool = False,
    keep_furniture: bool = False,
) -> Document:
    """Read a document from a file, or from standard input for the path `-`.

    Args:
        path: a .txt, .md, .html, .docx or .pdf file.
        language: BCP 47 tag; identified from the text when empty.
        encoding: of the text; found out when empty.
        segmented: the text has one segment a line and is not to be cut any further.
        keep_furniture: count everything on the page as article text.

    Raises:
        InputError: the file cannot be read as text.
        OptionError: there is no such language or encoding.
    """
    language = check_language(language) if language else ""
    data, reading = read_file(path, encoding=encoding or None)
    name = "<stdin>" if path == Path("-") else str(path)
    return _document(reading, data, name, language, segmented, keep_furniture)


def document_from_text(
    text: str, *, name: str = "text", language: str = "", segmented: bool = False, keep_furniture: bool = False
) -> Document:
    """Make a document from a string; see `read_document`.

    Args:
        text: the text; paragraphs are parted by blank lines.
        name: what reports and messages call it.
        language: a BCP 47 tag; found out when empty.
        segmented: whether each line is one segment.
        keep_furniture: whether everything counts as article text.

    >>> [segment.text for segment in document_from_text("It rained. We left.", language="en").segments]
    ['It rained.', 'We left.']
    """
    language = check_language(language) if language else ""
    data = text.encode("utf-8", "surrogatepass")
    reading = read_bytes(data, name=f"{name}.txt", encoding=None)
    return _document(reading, data, name, language, segmented, keep_furniture)


def _document(
    reading: Reading, data: bytes, name: str, language: str, segmented: bool, keep_furniture: bool
) -> Document:
    warnings = list(reading.warnings)
    named = language or reading.language
    guessed = Identified(named, 1.0) if named else identify(reading.text)
    language = guessed.language
    segments, title, byline, date = _segments(reading, language, segmented, keep_furniture)
    if not any(segment.role is Role.BODY for segment in segments):
        raise InputError(f"{name}: expected article text, found only page furniture; try --keep-furniture")
    warnings += _doubts(guessed, [segment.text for segment in segments if segment.role is Role.BODY], bool(named))
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
        ),
    )


def _doubts(guessed: Identified, sentences: list[str], named: bool) -> Iterator[str]:
    """Yield warnings about the language of a text: it is a guess, another one, or there are two."""
    if guessed.confidence < _UNSURE:
        yield f"the language is a guess ({guessed.language}); if it is wrong, name it with {_OPTIONS}"
    second = second_language(sentences, guessed.language)
    if second is None:
        return
    first, other = language_name(guessed.language), language_name(second.language)
    if named and second.sentences >= _WRONG * second.of:
        yield f"the text looks {other}, but {first} was named as its language; name another one with {_OPTIONS}"
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
