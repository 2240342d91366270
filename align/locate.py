"""Where a text stands in its file, for messages that an editor jumps to.

Of a plain text the places are those of the text. Of Markdown or HTML the text was put together; there each segment is
looked for in the file by its first words, in order, whatever markup stands between them. What is not found has the
place of the segment before it.
"""

import re
from functools import cached_property
from pathlib import Path

from align.bitext import Document, Span
from align.lines import Lines, Place

_MARKED_UP = frozenset({".md", ".mdx", ".markdown", ".html", ".htm", ".rst", ".adoc", ".txt"})
_WORD = re.compile(r"[^\W_]+")
_BETWEEN = r"(?:[^\w<]|_|<[^<>]{0,300}>){1,80}"
_WORDS = 6
_NEAR = 20_000  # characters in which the next segment is looked for
_MOST = 50_000_000  # bytes


class Locator:
    """Finds the lines and columns of one document in its file; for each document make one."""

    def __init__(self, document: Document) -> None:
        """Remember the document; the file is read when it is needed.

        Args:
            document: as it was read.
        """
        self._document = document

    def place(self, chars: Span) -> tuple[Place, Place]:
        """Return where some characters of the text begin, and where they end."""
        if self._raw is None:
            return self._lines.place(chars.start), self._lines.place(chars.stop)
        segments = self._document.segments_over(chars)
        number = min(segments.start, len(self._starts) - 1)
        start = self._starts[number]
        segment = self._document.segments[number]
        if chars.start > segment.chars.start and chars:
            inside = self._search(self._document.text[chars.start : chars.stop], start, start + _NEAR)
            start = start if inside is None else inside
        elif chars.start >= segment.chars.stop:
            start = min(start + len(segment.text), len(self._raw))
        stop = min(start + len(chars), len(self._raw))
        return self._lines.place(start), self._lines.place(stop)

    @cached_property
    def _raw(self) -> str | None:
        """Return the text of the file; None where the places are those of the text."""
        path = Path(self._document.name)
        if self._document.meta.verbatim or path.suffix.lower() not in _MARKED_UP or not self._document.segments:
            return None
        try:
            data = path.read_bytes() if path.is_file() and path.stat().st_size <= _MOST else b""
            return data.decode(self._document.meta.encoding, "replace") or None
        except (OSError, LookupError, ValueError):
            return None

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self._document.text if self._raw is None else self._raw)

    @cached_property
    def _starts(self) -> list[int]:
        """Return where each segment begins in the file."""
        starts, place = [], 0
        for segment in self._document.segments:
            found = self._search(segment.text, place, place + _NEAR)
            place = place if found is None else found
            starts.append(place)
        return starts

    def _search(self, text: str, start: int, stop: int) -> int | None:
        """Return where the first words of a text stand in a part of the file, with markup between them."""
        words = _WORD.findall(text[:400])[:_WORDS]
        if not words:
            return None
        found = re.compile(_BETWEEN.join(map(re.escape, words))).search(self._raw or "", start, stop)
        return found.start() if found else None
