"""One bead as a person sees it: what stands on either side, and what is said about it.

Text enters a row only through `Look.text`, so nothing that is drawn from rows can drive a terminal.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from rich.cells import cell_len
from rich.text import Text

from align.bitext import Alignment, Bead, Comparison, Document, Fate, Move, Role, Span
from align.continuations import continued_beads
from align.passages import moves_of_beads
from align.report.inside import Words, changed_words
from align.report.terminal.look import STYLES, Look, is_doubtful
from align.report.terminal.marked import Shown, show_marked, styled_lines
from align.report.terminal.plan import Entry
from align.report.terminal.width import pad, wrap
from align.report.wording import elsewhere, goes_on, missing, numbers, roles_in_words


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a row; `note` stands in place of a text that is missing, `hint` says what came closest to it.

    Where words were changed, `text` has signs around them, and `marked` its characters that are set off by style.
    """

    number: str
    text: str
    marked: tuple[Span, ...]
    note: str
    hint: str
    from_right: bool
    style: str
    mark_style: str


@dataclass(frozen=True, slots=True)
class Row:
    """One bead, or a replacement, ready to be drawn; `style` is that of its symbol.

    `paragraphs` are those in which its sides begin.
    """

    symbol: str
    style: str
    doubtful: bool
    confidence: str
    source: Side
    target: Side
    paragraphs: tuple[int | None, int | None]

    def mark(self, *, confidence: bool) -> str:
        """Return the symbol; a row in doubt has a question mark too, and its confidence when asked for."""
        if not self.doubtful:
            return self.symbol
        return self.symbol.strip("?") + (self.confidence if confidence else "?")


def draw_side(side: Side, width: int, *, hint: bool) -> list[Text]:
    """Return the lines of one side, each `width` cells wide; what stands for a missing text is set apart by style.

    Args:
        side: the one to draw.
        width: of each line, in cells.
        hint: whether to say what came closest to a missing text, where there is room.
    """
    if side.text:
        return list(_text_lines(side, width))
    if not side.note:
        return []
    note = Text(side.note, f"italic {side.style}".strip())
    if hint and side.hint and len(side.note) + 2 + len(side.hint) <= width:
        note.append(f"  {side.hint}", "not italic dim")
    note.append(" " * (width - note.cell_len))
    return [note]


def _text_lines(side: Side, width: int) -> Iterator[Text]:
    lines = wrap(side.text, width)
    if not side.marked:
        yield from (Text(pad(line, width, right=side.from_right), side.style) for line in lines)
        return
    for line, pieces in zip(lines, styled_lines(Shown(side.text, side.marked), lines), strict=True):
        filling = " " * (width - cell_len(line))
        drawn = Text.assemble(*((part, side.mark_style if marked else side.style) for part, marked in pieces))
        yield Text(filling) + drawn if side.from_right else drawn + Text(filling)


class Rows:
    """Makes the rows of a comparison."""

    def __init__(self, comparison: Comparison, look: Look) -> None:
        """Remember what is the same for all rows.

        Args:
            comparison: what the report is about.
            look: the symbols.
        """
        from align.language import direction

        self._comparison = comparison
        self._look = look
        alignment = comparison.alignment
        self._moves, self._continued = moves_of_beads(alignment), continued_beads(alignment)
        self._changed = changed_words(comparison)
        self._from_right = tuple(
            direction(document.language) == "rtl" for document in (alignment.source, alignment.target)
        )

    def row(self, entry: Entry) -> Row:
        """Return the row of an entry that is no fold."""
        row = self._row(entry.beads.start)
        return row if entry.instead is None else self._replaced(row, self._row(entry.instead), entry)

    def fold(self, entry: Entry) -> str:
        """Return the one line that stands for a fold."""
        symbols, alignment = self._look.symbols, self._comparison.alignment
        first, last = alignment.beads[entry.beads.start], alignment.beads[entry.beads.stop - 1]
        source, target = Span(first.source.start, last.source.stop), Span(first.target.start, last.target.stop)
        if self._comparison.fates[entry.beads.start] is Fate.KEPT:
            places = f"{numbers(source, symbols.dash)} {symbols.bar} {numbers(target, symbols.dash)}"
            return f"{symbols.ellipsis} {len(entry.beads)} kept ({places}) {symbols.ellipsis}"
        roles = role_counts(alignment, entry.beads)
        return f"{symbols.fates[Fate.ASIDE]} {aside_in_words(roles)} {symbols.ellipsis}"

    def _replaced(self, dropped: Row, added: Row, entry: Entry) -> Row:
        """Return what was dropped beside what stands there instead."""
        beads, instead = self._comparison.alignment.beads, entry.instead or 0
        least = min(beads[entry.beads.start].probability, beads[instead].probability)
        return Row(
            symbol=self._look.symbols.replaced,
            style="",
            doubtful=False,
            confidence=self._look.confidence(least, doubtful=False),
            source=dropped.source,
            target=added.target,
            paragraphs=(dropped.paragraphs[0], added.paragraphs[1]),
        )

    def _row(self, number: int) -> Row:
        alignment = self._comparison.alignment
        bead, fate = alignment.beads[number], self._comparison.fates[number]
        whole = alignment.beads[self._continued[number]] if number in self._continued else None
        move = alignment.moves[self._moves[number]] if fate is Fate.MOVED else None
        doubtful, probability = is_doubtful(bead, fate), (move or whole or bead).probability
        style = STYLES[Fate.UNCERTAIN if doubtful else fate]
        words = self._changed.get(number, Words((), ()))
        changed = number in self._changed
        symbols = self._look.symbols
        return Row(
            symbol=symbols.continued if whole else symbols.replaced if changed else symbols.fates[fate],
            style=style,
            doubtful=doubtful,
            confidence="" if fate is Fate.ASIDE else self._look.confidence(probability, doubtful=doubtful),
            source=self._side(alignment.source, bead, fate, move or whole, words.source, from_target=False),
            target=self._side(alignment.target, bead, fate, move or whole, words.target, from_target=True),
            paragraphs=(_paragraph(alignment.source, bead.source), _paragraph(alignment.target, bead.target)),
        )

    def _side(
        self,
        document: Document,
        bead: Bead,
        fate: Fate,
        pair: Bead | Move | None,
        words: tuple[Span, ...],
        *,
        from_target: bool,
    ) -> Side:
        span, dash = (bead.target if from_target else bead.source), self._look.symbols.dash
        shown = Shown(self._look.text(document.text_over(span)))
        if words:
            shown = show_marked(document.text_over(span), _within(words, document.chars_over(span)), self._look)
        text = shown.text
        if fate is Fate.ASIDE and span:
            text = f"[{roles_of(document, span)}] {text}"
        closest = bead.rejected
        hint = ""
        note = "" if span else missing(fate, from_target=from_target)
        if not span and isinstance(pair, Move):
            note = elsewhere(pair, dash, from_target=from_target)
        elif not span and isinstance(pair, Bead):
            note = goes_on(bead, pair, dash)
        elif not span and closest and fate is not Fate.ASIDE:
            hint = f"closest: {numbers(closest.segments, dash)} ({_short(closest.score)})"
        return Side(
            number=numbers(span, dash),
            text=text,
            marked=shown.marked,
            note=note,
            hint=hint,
            from_right=self._from_right[from_target],
            style=STYLES[Fate.UNCERTAIN if is_doubtful(bead, fate) else fate],
            mark_style=f"bold underline {STYLES[Fate.ADDED if from_target else Fate.DROPPED]}",
        )


def number_widths(alignment: Alignment) -> tuple[int, int]:
    """Return how many cells the widest segment number of either side takes."""
    source = max((len(numbers(bead.source, "-")) for bead in alignment.beads), default=0)
    target = max((len(numbers(bead.target, "-")) for bead in alignment.beads), default=0)
    return source, target


def roles_of(document: Document, span: Span) -> str:
    """Return the roles of segments as words, each once, in order.

    Args:
        document: whose segments they are.
        span: half-open, of segments.
    """
    return ", ".join(dict.fromkeys(segment.role for segment in document.segments[span.start : span.stop]))


def role_counts(alignment: Alignment, beads: Span) -> Counter[Role]:
    """Return how many lines of each role are in some beads; what both sides have counts once.

    Args:
        alignment: whose beads they are.
        beads: half-open numbers of them.
    """
    roles = Counter[Role]()
    for bead in alignment.beads[beads.start : beads.stop]:
        document, span = (alignment.source, bead.source) if bead.source else (alignment.target, bead.target)
        roles.update(segment.role for segment in document.segments[span.start : span.stop])
    return roles


def aside_in_words(roles: Counter[Role]) -> str:
    """Return one phrase for lines outside the article.

    >>> aside_in_words(Counter({Role.FURNITURE: 9}))
    '9 lines of the page around the article'
    >>> aside_in_words(Counter({Role.BYLINE: 1, Role.DATE: 2}))
    '3 lines outside the article: 1 byline, 2 dates'
    """
    total = roles.total()
    if roles[Role.FURNITURE] == total:
        return f"{total} lines of the page around the article"
    return f"{total} lines outside the article: {roles_in_words(roles)}"


def _within(words: tuple[Span, ...], chars: Span) -> Iterator[Span]:
    """Yield what of some words lies in some characters, counted from their beginning; all of them say nothing."""
    for word in words:
        is_whole = word.start <= chars.start and word.stop >= chars.stop
        if word.start < chars.stop and chars.start < word.stop and not is_whole:
            yield Span(max(word.start, chars.start) - chars.start, min(word.stop, chars.stop) - chars.start)


def _paragraph(document: Document, span: Span) -> int | None:
    return document.segments[span.start].paragraph if span else None


def _short(score: float) -> str:
    return f"{score:.2f}".replace("0.", ".", 1)
