"""The words of the pane below the columns: what a bead is, why it stands so, what came second, what is said of it."""

from collections.abc import Iterator

from align.bitext import Comparison, Fate
from align.passages import moves_of_beads
from align.report.terminal.look import STYLES, Look, is_doubtful
from align.report.terminal.marked import show
from align.report.wording import numbers, percent
from align.review.judgement import State
from align.review.screen.beads import Line
from align.review.screen.cells import wrap_for_all
from align.review.screen.session import Session
from align.review.screen.why import Why

SIGNS = {State.ACCEPTED: "✓", State.REJECTED: "✗", State.UNSURE: "~", State.OPEN: ""}
ASCII_SIGNS = {State.ACCEPTED: "y", State.REJECTED: "n", State.UNSURE: "~", State.OPEN: ""}
_LABEL = 11


def detail_lines(session: Session, bead: int, why: Why | None, look: Look, width: int) -> list[Line]:
    """Return the lines about a bead.

    Args:
        session: the review.
        bead: number of it.
        why: what speaks for it; None as long as that is not known.
        look: the symbols.
        width: of the lines, in cells.
    """
    lines: list[Line] = []
    for label, text, style in _items(session, bead, why, look):
        for part in wrap_for_all(text, max(width - _LABEL - 1, 10)):
            lines.append([(f" {label}".ljust(_LABEL), "dim"), (part, style)])
            label = ""
    return lines


def _items(session: Session, bead: int, why: Why | None, look: Look) -> Iterator[tuple[str, str, str]]:
    comparison = session.comparison
    yield "Bead", _headline(session, bead, look), "bold"
    for finding in session.findings(bead):
        sure = f"{finding.severity}, {percent(finding.probability)} % sure, {session.state_of(finding.id)}"
        text = f"{finding.kind} {look.symbols.dash} {show(finding.message, look)} ({sure})"
        yield "Finding", text, STYLES[comparison.fates[bead]]
    if why is not None:
        yield "Why", _why(why), ""
        if why.rival:
            closest = (
                f"{why.rival.side} {numbers(why.rival.segments, look.symbols.dash)}, cosine {why.rival.cosine:.2f}"
            )
            yield "Runner-up", f"{closest}{_excerpt(comparison, why, look)}", ""
    for comment in session.said(bead):
        yield "Said", show(comment, look), "italic"


def _headline(session: Session, bead: int, look: Look) -> str:
    comparison = session.comparison
    alignment = comparison.alignment
    here, fate = alignment.beads[bead], comparison.fates[bead]
    move = moves_of_beads(alignment).get(bead) if fate == "moved" else None
    sure = alignment.moves[move].probability if move is not None else here.probability
    doubt = ", in doubt" if is_doubtful(here, fate) else ""
    parts = [f"{bead + 1} of {len(comparison.fates)}", f"{here.shape} {fate}", f"{percent(sure)} % sure{doubt}"]
    parts.append(session.state(bead).value)
    if session.is_locked(bead):
        parts.append("locked")
    return f" {look.symbols.fates[Fate.ASIDE]} ".join(parts)


def _why(why: Why) -> str:
    source, target = why.lengths
    parts = []
    if why.cosine is not None:
        parts.append(f"cosine {why.cosine:.2f}")
    length = f"length {source} : {target}"
    if source and target and why.usual:
        length += f" (× {target / source:.2f}, here usually × {why.usual:.2f})"
    parts.append(length)
    parts.append(_compared("numbers", why.numbers))
    if why.names[0]:
        parts.append(f"names on both sides {', '.join(why.names[0][:6])}")
    return "; ".join(part for part in parts if part)


def _compared(noun: str, found: tuple[tuple[str, ...], ...]) -> str:
    both, source, target = (", ".join(values[:6]) for values in found)
    if not (both or source or target):
        return f"no {noun}"
    named = (("on both sides", both), ("in the source only", source), ("in the target only", target))
    return f"{noun} " + ", ".join(f"{where} {values}" for where, values in named if values)


def _excerpt(comparison: Comparison, why: Why, look: Look) -> str:
    assert why.rival is not None
    document = comparison.alignment.source if why.rival.side == "source" else comparison.alignment.target
    text = show(document.text_over(why.rival.segments), look)
    return f": {text[:80]}{look.symbols.ellipsis if len(text) > 80 else ''}" if text else ""
