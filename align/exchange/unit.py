"""What exchange formats hold: units, which are texts of several languages that correspond."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from align.bitext import Bead, Comparison, Document, Fate, Move, Role, Segment, Span
from align.continuations import Runs, continued_beads, runs_of, text_of
from align.exchange.numbering import Numbering
from align.passages import moves_of_beads

UNKNOWN = "und"  # the language of a text of which no language is told (BCP 47)
EMPTY = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Moved:
    """The move that a unit belongs to.

    Attributes:
        number: the units of one move share it.
        probability: of the move, 0 to 1.
        score: of the move; None where it is not told.
        source: half-open segments of the whole move; None where they are not told.
        target: the same.
    """

    number: int
    probability: float
    score: float | None = None
    source: Span | None = None
    target: Span | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """The text of a unit in one version.

    Attributes:
        text: as read; empty where this version has nothing that corresponds.
        language: BCP 47 tag; `und` where it is not told.
        document: name of the document; empty where it is not told.
        segments: half-open numbers of its segments in the document, or of its lines where each is a segment; None where
            they are not told.
        chars: half-open characters of each segment in the document as read; empty where they are not told.
        texts: of each segment; empty where they are not told.
        properties: names and values that a format tells of it besides.
        continued: half-open numbers of further runs of its segments, in order, with which it goes on behind something,
            or begins before it; empty where it is in one place.
    """

    text: str
    language: str = UNKNOWN
    document: str = ""
    segments: Span | None = None
    chars: tuple[Span, ...] = ()
    texts: tuple[str, ...] = ()
    properties: tuple[tuple[str, str], ...] = ()
    continued: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """Texts that correspond, one a version; what a format does not tell is None or empty.

    Attributes:
        sides: the source, the target, and further versions; two may have the same language.
        id: that tells it from other units of its file.
        probability: that the texts correspond (of an empty side: that nothing does), 0 to 1.
        score: how much speaks for it, higher is better, no fixed range.
        fate: as in `align.bitext.Fate`.
        role: as in `align.bitext.Role`; of several segments `body` where one of them is.
        verdict: on the documents, as in `align.bitext.Verdict`.
        label: what kind of correspondence it is.
        scores: names and values of further scores.
        properties: names and values that a format tells of it besides.
        move: what it belongs to.
        continues: the id of the unit that goes on with it, of which it is a part; empty where it is a whole.
        line: where it stood in its file, from 1, for messages; 0 for nowhere.
    """

    sides: tuple[Side, ...]
    id: str = ""
    probability: float | None = None
    score: float | None = None
    fate: str = ""
    role: str = ""
    verdict: str = ""
    label: str = ""
    scores: tuple[tuple[str, float], ...] = ()
    properties: tuple[tuple[str, str], ...] = ()
    move: Moved | None = None
    continues: str = ""
    line: int = field(default=0, compare=False)

    def __post_init__(self) -> None:
        """Check that there is a side, and that the probability is one."""
        if not self.sides:
            raise ValueError("a unit needs one side at least, found none")
        if self.probability is not None and not 0.0 <= self.probability <= 1.0:
            raise ValueError(f"expected a probability from 0 to 1, found {self.probability}")

    @property
    def is_whole(self) -> bool:
        """Return whether no side is without text."""
        return all(side.text.strip() for side in self.sides)


def units_of(comparison: Comparison, *, blank_lines: bool = False, in_order: bool = False) -> Iterator[Unit]:
    """Yield the beads of a comparison as units, null beads included, in order; the id is the number of the bead.

    A likely move is one unit with both of its sides, where its source stands, and so is a bead that goes on behind
    something, where it is not null. Of a document with one segment a line the numbers of segments are those of its
    lines, blank lines included.

    Args:
        comparison: whose beads, with fates and verdict.
        blank_lines: whether each blank line that is not within a bead has a unit, too, as in a ladder.
        in_order: whether a move is null beads on both sides, and what a bead goes on with is one, too, so that the
            units are in order on both.

    >>> from align import compare
    >>> unit = next(units_of(compare("The bridge is closed.", "Le pont est fermé.")))
    >>> [side.text for side in unit.sides], unit.fate, unit.role, unit.verdict
    (['The bridge is closed.', 'Le pont est fermé.'], 'kept', 'body', 'same')
    """
    alignment = comparison.alignment
    moves = moves_of_beads(alignment)
    continued, runs = continued_beads(alignment), {} if in_order else runs_of(alignment)
    # A move of which a part was called furniture, by a person, is no bead any more.
    parted = {moves[number] for number in moves if comparison.fates[number] is not Fate.MOVED}
    source, target = Numbering(alignment.source), Numbering(alignment.target)
    for number, (bead, fate) in enumerate(zip(alignment.beads, comparison.fates, strict=True)):
        if blank_lines:
            yield from _blank(source.blank_before(bead.source) if bead.source else (), side=0)
            yield from _blank(target.blank_before(bead.target) if bead.target else (), side=1)
        move = alignment.moves[moves[number]] if number in moves else None
        told: Bead | Move = bead
        if move is not None and moves[number] not in parted and not in_order:
            if not bead.source or bead.source.start != move.source.start:
                continue  # the unit of the move has it
            told = move
        if number in continued and not in_order:
            continue  # the unit of its bead has it
        whole = runs.get(number) or Runs.of(told)
        yield Unit(
            sides=(
                _side(alignment.source, told.source, whole.source, source),
                _side(alignment.target, told.target, whole.target, target),
            ),
            id=str(number),
            continues=str(continued.get(number, "")),
            # A part of a bead is as likely as the whole.
            probability=(alignment.beads[continued[number]] if number in continued else told).probability,
            score=told.score,
            fate=fate.value,
            role=_role(_segments(alignment.source, whole.source) + _segments(alignment.target, whole.target)),
            verdict=comparison.verdict.value,
            move=_moved(move, moves[number], source, target) if move else None,
            line=number + 1,
        )
    if blank_lines:
        ends = [Span(len(side.segments), len(side.segments)) for side in (alignment.source, alignment.target)]
        yield from _blank(source.blank_before(ends[0]), side=0)
        yield from _blank(target.blank_before(ends[1]), side=1)


def runs_between(edges: Iterable[int | str]) -> tuple[Span, ...]:
    """Return the runs of numbers that a file tells by starts and stops, one after the other.

    Raises:
        ValueError: they are no numbers, or no pairs of them.

    >>> runs_between(["4", "5", "7", "9"])
    (Span(start=4, stop=5), Span(start=7, stop=9))
    """
    numbers = list(map(int, edges))
    return tuple(Span(*pair) for pair in zip(numbers[::2], numbers[1::2], strict=True))


def _blank(lines: Iterable[int], *, side: int) -> Iterator[Unit]:
    """Yield a null bead for each blank line, which has certainly no counterpart."""
    for line in lines:
        held = Side("", segments=Span(line, line + 1))
        yield Unit((Side(""), held) if side else (held, Side("")), probability=1.0, fate=Fate.ASIDE.value)


def _moved(move: Move, number: int, source: Numbering, target: Numbering) -> Moved:
    return Moved(number, move.probability, move.score, source.told(move.source), target.told(move.target))


def _side(document: Document, segments: Span, runs: tuple[Span, ...], numbering: Numbering) -> Side:
    chosen = _segments(document, runs)
    return Side(
        text=text_of(document, runs),
        language=document.language,
        document=document.name,
        segments=numbering.told(segments),
        chars=tuple(segment.chars for segment in chosen),
        texts=tuple(segment.text for segment in chosen),
        continued=tuple(numbering.told(run) for run in runs if run != segments),
    )


def _segments(document: Document, runs: tuple[Span, ...]) -> tuple[Segment, ...]:
    return tuple(segment for run in runs for segment in document.segments[run.start : run.stop])


def _role(segments: tuple[Segment, ...]) -> str:
    """Return the role of segments together: that of the first, or body where one is article text."""
    roles = [segment.role for segment in segments]
    return (Role.BODY if Role.BODY in roles else roles[0]).value
