"""Numbers of segments as a file of beads has them.

Of a text with one segment a line they are the numbers of its lines, from 0, blank lines included, so that they fit the
file that a person or another program has. Of any other document they are those of its segments.
"""

from bisect import bisect_left

from align.bitext import Document, Span
from align.errors import InputError
from align.lines import Lines


class Numbering:
    """From the segments of a document to the numbers in a file, and back; all spans are half-open, from 0."""

    def __init__(self, document: Document) -> None:
        """Find the line of each segment, where lines count."""
        self.lines: list[int] | None = None
        self.total = len(document.segments)
        if document.meta.segmented and document.meta.verbatim:
            lines = Lines(document.text)
            self.lines = [lines.place(segment.chars.start).line - 1 for segment in document.segments]
            self.total = len(lines)

    def told(self, segments: Span) -> Span:
        """Return the numbers that a file has for segments; an empty span keeps its place."""
        if self.lines is None:
            return segments
        if segments:
            return Span(self.lines[segments.start], self.lines[segments.stop - 1] + 1)
        place = self.lines[segments.start] if segments.start < len(self.lines) else self.total
        return Span(place, place)

    def meant(self, numbers: Span, *, side: str, place: str) -> Span:
        """Return the segments that a file means; of blank lines none.

        Args:
            numbers: as the file has them.
            side: source or target, for the message.
            place: path and line, for the message.

        Raises:
            InputError: the text has no such line.
        """
        if self.lines is None:
            return numbers
        if numbers.stop > self.total:
            last = numbers.stop - 1
            raise InputError(f"{place}: expected {side} lines up to {self.total - 1}, found {last}")
        return Span(bisect_left(self.lines, numbers.start), bisect_left(self.lines, numbers.stop))

    def blank_before(self, segments: Span) -> range:
        """Return the numbers of the blank lines between segments and those before them."""
        if self.lines is None:
            return range(0)
        before = self.lines[segments.start - 1] + 1 if segments.start else 0
        return range(before, self.told(Span(segments.start, segments.start)).start)
