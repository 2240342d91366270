"""Words and clauses inside of kept beads that only one of two languages has."""

from collections.abc import Iterator, Sequence

import numpy as np

from align.bitext import EVEN, Alignment, Document, Finding, Severity, Span
from align.encoding import Encoder
from align.words.columns import COLUMN
from align.words.cut import Cut
from align.words.describe import Described
from align.words.judge import Judged, judge_words
from align.words.places import Place, quote, severity_of
from align.words.runs import Runs
from align.words.vectors import SideWords

# Probability from which on a run is told of: of few words every second one is rendered without a word of its own.
_LEAST = {Severity.HIGH: EVEN, Severity.MEDIUM: 0.6, Severity.LOW: 0.9}
_WIDER = 1.5  # times the words of a run, at most, are missing where the lengths of the sides tell of more
_LINKED = 0.45  # cosine from which on a word tells where its counterpart stands


def find_clauses(alignment: Alignment, places: Sequence[Place], encoder: Encoder | None) -> Iterator[Finding]:
    """Yield a finding for every run of words that only one side of a bead has.

    Args:
        alignment: of two documents in languages that the encoder knows.
        places: the beads and moves to look into.
        encoder: what gives the vectors; the embedded one for None.
    """
    blocks = np.array([[p.source.start, p.source.stop, p.target.start, p.target.stop] for p in places], dtype=np.int64)
    texts = [[segment.text for segment in document.segments] for document in (alignment.source, alignment.target)]
    judged = judge_words((texts[0], texts[1]), blocks, encoder)
    if not len(judged.blocks):
        return
    place_of = {tuple(block): place for block, place in zip(blocks.tolist(), places, strict=True)}
    for side in (0, 1):
        runs, probabilities = judged.runs[side], judged.run_probabilities[side]
        for number in np.flatnonzero(probabilities >= EVEN).tolist():
            place = place_of[tuple(judged.blocks[runs.beads[number]].tolist())]
            yield from _finding(alignment, judged, runs, number, side, place, float(probabilities[number]))


def _finding(
    alignment: Alignment, judged: Judged, runs: Runs, number: int, side: int, place: Place, probability: float
) -> Iterator[Finding]:
    """Yield a finding for a run unless it is hardly worth one."""
    bead, first, end = (int(values[number]) for values in (runs.beads, runs.firsts, runs.ends))
    rows, own = judged.rows[side], _words(judged, side)
    words = float(own.sizes[rows.words[first:end]].sum())
    whole = bool(runs.whole[number])
    severity = severity_of(_words_lost(rows, first, words), whole=whole)
    if probability < _LEAST[severity]:
        return
    documents = alignment.source, alignment.target
    chars = _chars(documents[side], own, int(rows.words[first]), int(rows.words[end - 1]))
    gap = _gap(documents[1 - side], judged, side, first, bead)
    here, there = ("source", "target") if side == 0 else ("target", "source")
    count = max(1, round(words))
    subject, verb = (
        ("a whole sentence", "has") if whole else (f"{count} words", "have") if count > 1 else ("1 word", "has")
    )
    yield Finding(
        check="words",
        kind="partly-dropped" if side == 0 else "partly-added",
        severity=severity,
        bead=place.bead,
        source=chars if side == 0 else gap,
        target=gap if side == 0 else chars,
        probability=probability if place.probability is None else min(probability, place.probability),
        message=f"{subject} of the {here} {verb} no counterpart in the {there}: "
        f"{quote(documents[side].text[chars.start : chars.stop])}",
    )


def _words_lost(rows: Described, first: int, words: float) -> float:
    """Return how many words a run says, in the language that takes more for it, and by the lengths of the two sides.

    Where words at the ends of a clause have a counterpart by chance, the other side is shorter than the run tells.
    """
    own, other, surplus = (rows.features[first, COLUMN[name]] for name in ("words", "other_words", "size_surplus"))
    usual = own - other - surplus if np.isfinite(surplus) else 0.0
    by_length = float(np.exp(own) - np.exp(other + usual))
    return max(words, min(by_length, _WIDER * words)) * max(1.0, float(np.exp(-usual)))


def _words(judged: Judged, side: int) -> SideWords:
    return judged.pair.target if side else judged.pair.source


def _chars(document: Document, words: SideWords, first: int, last: int) -> Span:
    """Return the characters from one word of a document to another."""
    return Span(_word(document, words, first).start, _word(document, words, last).stop)


def _word(document: Document, words: SideWords, number: int) -> Span:
    segment = int(np.searchsorted(words.starts, number, side="right")) - 1
    cut: Cut = words.cuts[segment]
    start, stop = cut.spans[number - int(words.starts[segment])]
    begin = document.segments[segment].chars.start
    return Span(begin + start, begin + stop)


def _gap(other: Document, judged: Judged, side: int, first: int, bead: int) -> Span:
    """Return the place on the other side where a run would stand: after the counterpart of the last word before it."""
    rows, theirs, words = judged.rows[side], judged.rows[1 - side], _words(judged, 1 - side)
    for row in range(first - 1, int(rows.starts[bead]) - 1, -1):
        if judged.absent[side][row] < 0.0 and rows.features[row, COLUMN["best"]] >= _LINKED:
            place = _word(other, words, int(theirs.words[rows.mates[row]])).stop
            return Span(place, place)
    place = _word(other, words, int(theirs.words[theirs.starts[bead]])).start
    return Span(place, place)
