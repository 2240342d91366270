"""Plain text: lines of wrapped prose are joined to paragraphs, all other lines stand alone.

1. Head and tail of a free e-book are furniture (`ebook`), and so are rules, page numbers and running heads
   (`page_marks`).
2. All other lines are joined or not by runs between blank lines (`wrapping`). Where a page ends inside a sentence the
   paragraph goes on behind the page's marks.
3. The text as read is that of the file. Only what stands inside a sentence for the page's sake is taken out of it: a
   segment is one piece of text, so the mark follows the paragraph that it cut in two. Other lines keep their numbers.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from align.bitext import Role, Span
from align.reading.blocks import Block, Reading
from align.reading.ebook import find_boilerplate
from align.reading.encodings import decode
from align.reading.lines import Beginning, Ending, Line, lines_of
from align.reading.page_marks import find_inline_marks, find_page_marks, goes_on
from align.reading.wrapping import join_runs


def read(data: bytes, *, name: str, encoding: str | None) -> Reading:
    """Read a plain text."""
    decoded = decode(data, name=name, encoding=encoding)
    lines = lines_of(decoded.text)
    book = find_boilerplate([decoded.text[line.chars.start : line.chars.stop] for line in lines])
    paragraphs = _paragraphs(decoded.text, lines, book.head, book.tail)
    text, blocks = _lay_out(decoded.text, paragraphs)
    return Reading(
        text,
        blocks,
        title=book.title,
        byline=book.author,
        encoding=decoded.encoding,
        warnings=decoded.warnings,
        verbatim=text == decoded.text,
        unmoved=decoded.text if text != decoded.text else "",
    )


def block_spans(text: str) -> tuple[Span, ...]:
    r"""Return the half-open character spans of the paragraphs, without the white space around them.

    >>> [(span.start, span.stop) for span in block_spans("One.\nTwo.\n\n Three. ")]
    [(0, 4), (5, 9), (12, 18)]
    """
    lines = lines_of(text)
    runs = _runs(lines, range(len(lines)))
    return tuple(_span(lines, paragraph) for paragraph in _joined(lines, runs))


class _Paragraph(NamedTuple):
    """Places of a paragraph, in order, and of the marks inside it; or of furniture."""

    parts: tuple[Span, ...]
    marks: tuple[Span, ...] = ()
    role: Role | None = None


# Without a small letter to tell, a sentence goes on behind a page's end only from a line of this width.
_FULL_ENOUGH = 30


def _paragraphs(text: str, lines: Sequence[Line], head: int, tail: int) -> list[_Paragraph]:
    """Return paragraphs and furniture in order; `head` and `tail` are the numbers of lines where the book is."""
    article = lines[head:tail]
    marks = {head + i for i in find_page_marks(text, article)}
    runs = _runs(lines, [i for i in range(head, tail) if i not in marks])
    joined = _joined(lines, runs)
    if not marks and "[" not in text and "{" not in text and "\f" not in text:  # as in most texts from the web
        aside = [*range(head), *range(tail, len(lines))]
        found = [_Paragraph((lines[i].chars,), role=Role.FURNITURE) for i in aside]
        found += [_Paragraph((_span(lines, numbers),)) for numbers in joined]
        return sorted(found, key=lambda paragraph: paragraph.parts[0].start) if aside else found
    return _with_marks(text, lines, (head, tail), marks, _bridged(lines, joined))


def _with_marks(
    text: str, lines: Sequence[Line], book: tuple[int, int], marks: set[int], joined: Sequence[Sequence[int]]
) -> list[_Paragraph]:
    """Return paragraphs, what stands inside them for the page's sake, and furniture, in order."""
    head, tail = book
    inside = {i for numbers in joined for i in range(numbers[0], numbers[-1])} & marks
    aside = [[i] for i in range(len(lines)) if (i < head or i >= tail or i in marks) and i not in inside]
    found = [_Paragraph((lines[i].chars,), role=Role.FURNITURE) for (i,) in aside]
    for numbers in joined:
        between = tuple(lines[i].chars for i in range(numbers[0], numbers[-1]) if i in marks)
        found += _with_inline_marks(text, [lines[i].chars for i in numbers], between)
    return sorted(found, key=lambda paragraph: paragraph.parts[0].start)


def _runs(lines: Sequence[Line], numbers: Sequence[int]) -> list[list[int]]:
    """Return the numbers of lines in runs that nothing parts: no blank line, no other line, no form feed."""
    runs: list[list[int]] = []
    for i in numbers:
        follows = bool(runs) and runs[-1][-1] == i - 1 and not lines[i].blank_before
        if follows and lines[i].page == lines[i - 1].page:
            runs[-1].append(i)
        else:
            runs.append([i])
    return runs


def _joined(lines: Sequence[Line], runs: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return the numbers of the lines of each paragraph."""
    starts = join_runs([[lines[i] for i in run] for run in runs])
    return [
        list(run[first:stop])
        for run, firsts in zip(runs, starts, strict=True)
        for first, stop in zip(firsts, [*firsts[1:], len(run)], strict=True)
    ]


def _bridged(lines: Sequence[Line], paragraphs: Sequence[list[int]]) -> list[list[int]]:
    """Join paragraphs where the marks of a page, or its end, stand inside a sentence."""
    bridged: list[list[int]] = []
    for numbers in paragraphs:
        before = bridged[-1] if bridged else []
        if before and _is_cut_by_page(lines, before, numbers):
            before.extend(numbers)
        else:
            bridged.append(list(numbers))
    return bridged


def _is_cut_by_page(lines: Sequence[Line], before: Sequence[int], numbers: Sequence[int]) -> bool:
    line, after = lines[before[-1]], lines[numbers[0]]
    if numbers[0] == before[-1] + 1 and line.page == after.page:
        return False
    if line.ending is Ending.STOP or after.beginning is Beginning.ITEM:
        return False
    if goes_on(line, after):
        return True
    return line.width >= _FULL_ENOUGH and max(len(before), len(numbers)) > 1 and line.ending is Ending.OPEN


def _span(lines: Sequence[Line], numbers: Sequence[int]) -> Span:
    return _over([lines[i].chars for i in numbers])


def _with_inline_marks(text: str, places: Sequence[Span], marks: tuple[Span, ...]) -> Iterator[_Paragraph]:
    """Yield a paragraph; page numbers in brackets go, those at its ends as furniture of their own."""
    holes = [hole for place in places for hole in find_inline_marks(text, place)]
    if not holes and not marks:
        yield _Paragraph((Span(places[0].start, places[-1].stop),))
        return
    parts = [part for place in places for part in _without(text, place, holes)]
    if not parts:
        yield from (_Paragraph((hole,), role=Role.FURNITURE) for hole in holes)
        return
    outer = [hole for hole in holes if hole.stop <= parts[0].start or hole.start >= parts[-1].stop]
    yield from (_Paragraph((hole,), role=Role.FURNITURE) for hole in outer)
    inner = sorted([*marks, *(hole for hole in holes if hole not in outer)], key=lambda span: span.start)
    yield _Paragraph(tuple(parts) if inner else (Span(parts[0].start, parts[-1].stop),), tuple(inner))


def _without(text: str, place: Span, holes: Sequence[Span]) -> Iterator[Span]:
    """Yield what is left of a line without some places in it, trimmed."""
    edges = [
        place.start,
        *(edge for hole in holes if hole.start in range(place.start, place.stop) for edge in (hole.start, hole.stop)),
        place.stop,
    ]
    for start, stop in zip(edges[::2], edges[1::2], strict=True):
        piece = text[start:stop]
        if piece.strip():
            low = start + len(piece) - len(piece.lstrip())
            yield Span(low, low + len(piece.strip()))


def _lay_out(text: str, paragraphs: Sequence[_Paragraph]) -> tuple[str, tuple[Block, ...]]:
    """Return the text and its blocks; the marks inside a paragraph follow it, and as many lines end as before."""
    if not any(paragraph.marks for paragraph in paragraphs):
        return text, tuple(Block(_over(paragraph.parts), paragraph.role) for paragraph in paragraphs)
    out: list[str] = []
    blocks: list[Block] = []
    length = done = 0

    def put(piece: str) -> None:
        nonlocal length
        out.append(piece)
        length += len(piece)

    for paragraph in paragraphs:
        first, last = paragraph.parts[0], paragraph.parts[-1]
        put(text[done : first.start])
        start = length
        if not paragraph.marks:
            put(text[first.start : last.stop])
            blocks.append(Block(Span(start, length), paragraph.role))
            done = last.stop
            continue
        pieces = [text[part.start : part.stop] for part in paragraph.parts]
        gaps = [_gap(text[a.stop : b.start]) for a, b in zip(paragraph.parts, paragraph.parts[1:], strict=False)]
        put("".join(piece + gap for piece, gap in zip(pieces, [*gaps, ""], strict=True)))
        blocks.append(Block(Span(start, length), paragraph.role))
        done = last.stop
        ends = text.count("\n", first.start, done) - "".join(gaps).count("\n")
        for mark in paragraph.marks:
            put("\n" if ends > 0 else " ")
            ends -= 1
            start = length
            put(text[mark.start : mark.stop])
            blocks.append(Block(Span(start, length), Role.FURNITURE))
        put("\n" * max(0, ends))
    put(text[done:])
    return "".join(out), tuple(blocks)


def _over(parts: Sequence[Span]) -> Span:
    return parts[0] if len(parts) == 1 else Span(parts[0].start, parts[-1].stop)


def _gap(between: str) -> str:
    return "\n" if "\n" in between else " "
