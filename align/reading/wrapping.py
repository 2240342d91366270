"""Which lines of a text belong together: those of prose that was wrapped to some width, on screen or on paper.

1. *The measure.* A wrapped line ends where the next word no longer fits. So each line end allows some widths of the
   column, from that of the line to that with one more word; the width that most line ends allow is the measure. A line
   end that does not allow it is loose: a paragraph ends there, or the text is not wrapped.
2. *Prose or lines.* Line ends within sentences speak for wrapped prose where the line is full and the next one begins
   with a small letter, or a word is parted; against it where each line begins with a capital (verse), where lines are
   loose (lists, addresses), where most of them end with a mark (verse), where many are wider than the measure and
   where no sentence ends anywhere.
   What the whole document says counts for a run of lines that says little.
3. *Joining.* In wrapped prose a line goes on where the next one begins with a small letter; where it is full, unless
   an item or a speech begins behind a stop. All other lines stand alone: verse, lists, tables, a sentence a line.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from align.reading.lines import Beginning, Ending, Line, by_characters

# Wider columns are not read: there, each line is a paragraph. Where words are not parted, 80 characters are 160 cells.
_WIDEST, _WIDEST_UNSPACED = 120, 165
_NARROWEST = 8
# Proportional type and hyphenation by hand leave lines this much longer or shorter than others.
_SLACK = 0.04
# Of a script without spaces: marks that may not begin a line take a character with them.
_UNSPACED_SLACK = 4

# How much a line end speaks for wrapped prose, as log odds; set by hand from verse, lists and wrapped news.
_SMALL, _CAPITAL, _PARTED = 1.2, -0.9, 3.0
_FULL, _LOOSE, _LOOSE_LIKELY = 0.9, -1.5, -0.6
_MARKED, _UNMARKED = -0.7, 0.3
_LOOSE_STOP = -0.35
_TOO_WIDE, _TOO_WIDE_UNSPACED = -1.5, -5.0  # without words to keep whole no line is wider than the column
_BEGUN, _NO_SENTENCE, _WIDTH_OF_LISTS = 1.0, -5.0, 40
_ENOUGH = 0.5
# The document's word for each of its runs.
_DOCUMENT_SHARE, _MOST_BY_DOCUMENT = 0.4, 3.0
# Small-lettered verse: of so many line ends within sentences most have a mark, or many have one and many are loose.
_FEWEST_OF_VERSE, _MOSTLY_MARKED = 3, 0.7
_LOOSE_OF_VERSE, _MARKED_OF_VERSE = 0.35, 0.4
# A run with as many line ends has a measure of its own.
_OWN_MEASURE = 4
_LEAST_FILL = 0.6
_MOST_ITEMS = 0.3


@dataclass(frozen=True, slots=True)
class Run:
    """Lines between blank lines, the line ends within them, and what they say.

    Attributes:
        lines: in order, at least one.
        cased: whether small letters at the beginning mean anything: there are capitals, too.
        listed: whether many lines begin as items of a list.
        unspaced: whether most lines are in a script that does not part words.
    """

    lines: Sequence[Line]
    cased: bool
    listed: bool
    unspaced: bool

    @property
    def ends(self) -> list[tuple[Line, Line]]:
        """Return each line with the next one, but for those before an item."""
        return [(line, after) for line, after in pairwise(self.lines) if after.beginning is not Beginning.ITEM]


def join_runs(runs: Sequence[Sequence[Line]]) -> list[list[int]]:
    """Return for each run of lines the numbers of those that begin a paragraph.

    Args:
        runs: the lines between blank lines, or between tables and other things that are no text.
    """
    if all(len(lines) == 1 for lines in runs):  # as in most texts from the web
        return [[0] for _ in runs]
    described = [_describe(lines) for lines in runs]
    ends = [end for run in described for end in run.ends]
    measure = _measure(ends)
    if any(line.unspaced for line, _ in ends):
        counted = [_describe([by_characters(line) for line in lines]) for lines in runs]
        ends_counted = [end for run in counted for end in run.ends]
        length = _measure(ends_counted)
        if _count_full(ends_counted, length) > _count_full(ends, measure):
            described, measure = counted, length
    measures = [_measure_of(run, measure) for run in described]
    evidence = [_evidence(run, own) for run, own in zip(described, measures, strict=True)]
    document = max(-_MOST_BY_DOCUMENT, min(_MOST_BY_DOCUMENT, _DOCUMENT_SHARE * sum(evidence)))
    wrapped = [
        bool(own) and said + document > _ENOUGH and not _is_verse(run, own)
        for run, own, said in zip(described, measures, evidence, strict=True)
    ]
    chosen = [(run, own) for run, own, is_wrapped in zip(described, measures, wrapped, strict=True) if is_wrapped]
    fill = _usual_fill(chosen)
    return [
        _starts(run, own, fill) if is_wrapped else list(range(len(run.lines)))
        for run, own, is_wrapped in zip(described, measures, wrapped, strict=True)
    ]


def _describe(lines: Sequence[Line]) -> Run:
    unspaced = 2 * sum(line.unspaced for line in lines) > len(lines)
    cased = not unspaced and any(line.cased for line in lines)
    items = sum(line.beginning is Beginning.ITEM for line in lines)
    return Run(lines, cased, items > 1 and items >= _MOST_ITEMS * len(lines), unspaced)


def _measure(ends: Sequence[tuple[Line, Line]]) -> int:
    """Return the least width that most line ends allow, the widest of several; 0 when there is none that is read."""
    allowed = [range(line.width, _room(line, after)) for line, after in ends if line.width <= _widest(line)]
    if not allowed:
        return 0
    changes = Counter[int]()
    for widths in allowed:
        changes[widths.start] += 1
        changes[widths.stop] -= 1
    best = most = current = 0
    for place in sorted(changes):
        current += changes[place]
        if current >= most and changes[place] > 0:
            best, most = place, current
    return best if best >= _NARROWEST else 0


def _widest(line: Line) -> int:
    return _WIDEST_UNSPACED if line.unspaced else _WIDEST


def _room(line: Line, after: Line) -> int:
    """Return the least width at which the next word would have fitted on a line."""
    needed = line.width + (not after.unspaced) + after.first
    return needed + _UNSPACED_SLACK if after.unspaced else int(needed * (1 + _SLACK)) + 1


def _measure_of(run: Run, document: int) -> int:
    """Return the measure of a run: its own where it has enough lines, else the document's."""
    own = _measure(run.ends)
    widest = max(line.width for line in run.lines)
    if len(run.ends) >= _OWN_MEASURE or not document or not _LEAST_FILL * document <= widest <= document:
        return own
    return document


def _count_full(ends: Sequence[tuple[Line, Line]], measure: int) -> int:
    return sum(line.width <= measure < _room(line, after) for line, after in ends)


def _is_full(line: Line, after: Line, measure: int) -> bool:
    return _room(line, after) > measure


def _evidence(run: Run, measure: int) -> float:
    """Return how much speaks for wrapped prose in the lines of a run, as log odds."""
    if len(run.lines) < 2 or not measure:
        return 0.0
    said, full = 0.0, 0
    for line, after in run.ends:
        is_full = _is_full(line, after, measure)
        if line.ending is Ending.STOP:
            said += 0.0 if is_full else _LOOSE_STOP
            continue
        small = run.cased and after.beginning is Beginning.SMALL
        capital = not run.unspaced and after.beginning is Beginning.CAPITAL
        said += _SMALL if small else _CAPITAL if capital else 0.0
        said += _PARTED if line.ending is Ending.HYPHEN and after.beginning is Beginning.SMALL else 0.0
        said += _BEGUN if line.stops else 0.0
        said += _MARKED if line.ending is Ending.MARK else _UNMARKED
        full += is_full
        likely = small or (run.unspaced and line.ending is Ending.OPEN)
        said += _FULL if is_full else _LOOSE_LIKELY if likely else _LOOSE
    if len(run.lines) > 2 and measure < _WIDTH_OF_LISTS and not any(line.stops for line in run.lines):
        said += _NO_SENTENCE
    # The first full line makes the measure, and so says nothing.
    said -= _FULL if full else 0.0
    return said + (_TOO_WIDE_UNSPACED if run.unspaced else _TOO_WIDE) * sum(
        line.width > measure * (1 + _SLACK) + _UNSPACED_SLACK * line.unspaced for line in run.lines
    )


def _is_verse(run: Run, measure: int) -> bool:
    """Tell whether lines in small letters are too ragged, and too often end with a mark, to be wrapped."""
    within = [(line, after) for line, after in run.ends if line.ending is not Ending.STOP]
    if len(within) < _FEWEST_OF_VERSE or any(line.ending is Ending.HYPHEN for line, _ in within):
        return False
    loose = sum(not _is_full(line, after, measure) for line, after in within)
    marked = sum(line.ending is Ending.MARK for line, _ in within)
    ragged = loose >= _LOOSE_OF_VERSE * len(within) and marked >= _MARKED_OF_VERSE * len(within)
    whole = len(within) > _FEWEST_OF_VERSE and not any(line.stops for line, _ in within)
    return ragged or (whole and marked >= _MOSTLY_MARKED * len(within))


def _usual_fill(runs: Sequence[tuple[Run, int]]) -> float:
    """Return how full lines are, of the measure, that go on for certain: less than 1 where they were broken by hand."""
    fills = [
        _room(line, after) / measure
        for run, measure in runs
        for line, after in run.ends
        if run.cased and after.beginning is Beginning.SMALL and line.ending is Ending.OPEN
    ]
    return max(_LEAST_FILL, min([1.0, *fills]))


def _starts(run: Run, measure: int, fill: float) -> list[int]:
    """Return the numbers of the lines of wrapped prose that begin a paragraph."""
    ends = enumerate(pairwise(run.lines), start=1)
    return [0, *(number for number, (line, after) in ends if not _goes_on(run, line, after, measure, fill))]


def _goes_on(run: Run, line: Line, after: Line, measure: int, fill: float) -> bool:
    if after.beginning is Beginning.SMALL and run.cased:
        return True
    is_full = _is_full(line, after, measure)
    if line.ending is Ending.STOP:
        begins = after.beginning in (Beginning.ITEM, Beginning.DASH) or after.indent > line.indent + 1
        return is_full and not begins
    if after.beginning is Beginning.ITEM:
        return is_full and not run.listed
    if run.unspaced:
        return _room(line, after) >= _LEAST_FILL * measure
    return is_full or _room(line, after) >= fill * measure
