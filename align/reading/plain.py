"""Plain text: blank lines part blocks; so does every line end, unless the lines are those of hard-wrapped prose.

A text is hard-wrapped when its lines break where the next word no longer fits: then a line that ends early ends a
paragraph.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from align.bitext import Span
from align.reading.blocks import Block, Reading
from align.reading.encodings import decode


def read(data: bytes, *, name: str, encoding: str | None) -> Reading:
    """Read a plain text."""
    decoded = decode(data, name=name, encoding=encoding)
    blocks = tuple(Block(span) for span in block_spans(decoded.text))
    return Reading(decoded.text, blocks, encoding=decoded.encoding, warnings=decoded.warnings)


def block_spans(text: str) -> tuple[Span, ...]:
    r"""Return the half-open character spans of the blocks, without the white space around them.

    >>> [(span.start, span.stop) for span in block_spans("One.\nTwo.\n\n Three. ")]
    [(0, 4), (5, 9), (12, 18)]
    """
    runs = _runs_of_lines(text)
    document_measure = _measure(text, runs)
    spans: list[Span] = []
    for run in runs:
        measure = document_measure or _measure(text, [run])
        spans.extend(_paragraphs(text, run, measure) if measure else run)
    return tuple(spans)


# Lines that end in a sentence mark, perhaps behind a closing quotation mark or bracket.
_SENTENCE_END = re.compile(r"[.!?…。！？؟।][\"'”’»)\]」』]{0,2}$")
_ITEM_START = re.compile(r"(?:[-–—*•·‣▪]\s|\d{1,3}[.)]\s)")

# Lines longer than this are paragraphs on one line; shorter than the second, verses or items.
_LONGEST_MEASURE = 110
_SHORTEST_MEASURE = 36
# Share of lines after which the next word would not have fitted; hyphenation and proportional type keep it below one.
_FULL_SHARE = 0.75
# How much of the measure counts as "the next word would not have fitted".
_TOLERANCE = 0.92
_FEWEST_LINES = 4
_ENDING_SHARE = 0.5


def _runs_of_lines(text: str) -> list[list[Span]]:
    """Return the visible lines, in runs parted by blank lines."""
    runs: list[list[Span]] = [[]]
    start = 0
    for line in text.splitlines(keepends=True):
        visible = line.strip()
        if visible:
            indent = len(line) - len(line.lstrip())
            runs[-1].append(Span(start + indent, start + indent + len(visible)))
        elif runs[-1]:
            runs.append([])
        start += len(line)
    return [run for run in runs if run]


def _measure(text: str, runs: Sequence[Sequence[Span]]) -> float:
    """Return the line length to which these runs are wrapped, 0 when they are not."""
    breaks = [pair for run in runs for pair in pairwise(run)]
    lengths = sorted(len(line) for line, _ in breaks)
    if len(breaks) < _FEWEST_LINES - 1 or lengths[-1] > 2 * _LONGEST_MEASURE:
        return 0.0
    measure = float(lengths[(len(lengths) * 9) // 10])
    if not _SHORTEST_MEASURE <= measure <= _LONGEST_MEASURE:
        return 0.0
    full = [line for line, after in breaks if _is_full(text, line, after, measure)]
    # Sentences of equal length, one on each line, look wrapped but for their ends.
    ending = sum(_ends_sentence(text, line) for line in full)
    return measure if len(full) >= _FULL_SHARE * len(breaks) and ending < _ENDING_SHARE * len(full) else 0.0


def _is_full(text: str, line: Span, after: Span, measure: float) -> bool:
    """Tell whether the first word of the next line would not have fitted on this one."""
    word = text[after.start : min(after.stop, after.start + 40)].split()[0]
    # Scripts without spaces break anywhere: there the "word" is a whole line.
    width = len(word) if len(word) <= 20 else 2
    return len(line) + 1 + width > _TOLERANCE * measure


def _ends_sentence(text: str, line: Span) -> bool:
    return _SENTENCE_END.search(text, max(line.start, line.stop - 4), line.stop) is not None


def _paragraphs(text: str, run: Sequence[Span], measure: float) -> list[Span]:
    """Join the lines of a run into paragraphs."""
    spans = [run[0]]
    for line, after in pairwise(run):
        new = not _is_full(text, line, after, measure)
        new = new or (_ends_sentence(text, line) and _ITEM_START.match(text, after.start) is not None)
        if new:
            spans.append(after)
        else:
            spans[-1] = Span(spans[-1].start, after.stop)
    return spans
