"""The report as plain sentences, one to a line, to be heard from a screen reader or searched with grep.

No boxes, bars, columns or colours; every line says in words what it is about.
"""

from collections.abc import Iterator
from typing import IO

from align.bitext import Alignment, Bead, Comparison, Document, Fate, Move, Span
from align.continuations import continued_beads
from align.passages import moves_of_beads
from align.report.digest import digest, gravest_in_words, uncertain_in_words
from align.report.inside import changed_words
from align.report.terminal.look import ASCII, Look, is_doubtful
from align.report.terminal.plan import Entry, plan
from align.report.terminal.rows import Rows, aside_in_words, role_counts, roles_of
from align.report.view import USUAL, View
from align.report.wording import (
    count,
    covered,
    fate_counts,
    findings_in_words,
    goes_on,
    language,
    numbers,
    outside_in_words,
    percent,
    remarks,
    sizes,
    unit,
)

_LONGEST = 300  # characters of a line about one of the gravest findings


def write_plain(comparison: Comparison, *, file: IO[str], view: View = USUAL) -> None:
    """Write the report; the view chooses the beads as in the terminal report, and has no say in the layout."""
    look = Look(symbols=ASCII, encoding=getattr(file, "encoding", None) or "utf-8")
    for line in _lines(comparison, look, view):
        file.write(look.text(line) + "\n")


def _lines(comparison: Comparison, look: Look, view: View) -> Iterator[str]:
    alignment = comparison.alignment
    in_short = list(_in_short(comparison, look))
    yield from in_short
    for label, document in (("Source", alignment.source), ("Target", alignment.target)):
        title = f"{document.meta.title}. " if document.meta.title.strip() else ""
        yield f"{label}: {title}{document.name}, {language(document)}, {sizes(document)}."
        yield from (f"Warning about the {label.lower()}: {warning}" for warning in document.meta.warnings)
    yield from (f"Warning: {warning}" for warning in alignment.warnings)
    if view.summary:
        return
    if comparison.are_versions or view.only is not None:
        yield from _rows(comparison, look, view)
    for label, document in (("source", alignment.source), ("target", alignment.target)):
        if words := outside_in_words(document):
            yield f"Not article text in the {label}: {words}."
    if counts := fate_counts(comparison):
        yield f"Rows: {counts}."
    yield f"Signature: {alignment.signature}"
    yield f"Findings: {findings_in_words(comparison)}."
    yield from in_short


def _in_short(comparison: Comparison, look: Look) -> Iterator[str]:
    """Yield what differs in a few lines."""
    yield f"In short: {digest(comparison, ' to ')}"
    if not comparison.are_versions:
        return
    for number, (finding, words) in enumerate(gravest_in_words(comparison, look, _LONGEST), 1):
        yield f"Gravest {number}, {finding.severity}: {words}"
    source, target = comparison.source_coverage, comparison.target_coverage
    nouns = unit(comparison.alignment.source), unit(comparison.alignment.target)
    yield f"Coverage: {covered(source, whole='source', other='target', noun=nouns[0])}."
    yield f"Coverage: {covered(target, whole='target', other='source', noun=nouns[1])}."
    if doubt := uncertain_in_words(comparison):
        yield f"Uncertain: {doubt}."


def _rows(comparison: Comparison, look: Look, view: View) -> Iterator[str]:
    moves, said, changed = moves_of_beads(comparison.alignment), remarks(comparison), changed_words(comparison)
    rows = Rows(comparison, look)
    for entry in plan(comparison, only=view.only, context=view.context, around=view.around):
        yield _changed(comparison, entry, rows) if entry.beads.start in changed else _entry(comparison, entry, moves)
        if not entry.folded:
            for remark in said.get(entry.beads.start, []):
                yield f"{'Remark' if remark.is_sure else 'Uncertain remark'}: {remark.text}"


def _changed(comparison: Comparison, entry: Entry, rows: Rows) -> str:
    """Return the line of a row with words that were changed, between signs on both sides."""
    bead, row = comparison.alignment.beads[entry.beads.start], rows.row(entry)
    fate = comparison.fates[entry.beads.start]
    claim = f"{fate.capitalize()}, changed inside, probability {percent(bead.probability)} %"
    sides = (("source", bead.source, row.source), ("target", bead.target, row.target))
    return f"{claim}: {' '.join(f'{_sentences(name, span)}: {side.text}' for name, span, side in sides)}"


def _entry(comparison: Comparison, entry: Entry, moves: dict[int, int]) -> str:
    if entry.folded:
        return _fold(comparison, entry)
    if entry.instead is None:
        return _row(comparison, entry.beads.start, moves)
    return _replaced(comparison.alignment, entry.beads.start, entry.instead)


def _fold(comparison: Comparison, entry: Entry) -> str:
    alignment = comparison.alignment
    first, last = alignment.beads[entry.beads.start], alignment.beads[entry.beads.stop - 1]
    source, target = Span(first.source.start, last.source.stop), Span(first.target.start, last.target.stop)
    if comparison.fates[entry.beads.start] is Fate.ASIDE:
        return f"Left out: {aside_in_words(role_counts(alignment, entry.beads))}."
    places = f"{_sentences('source', source)}, {_sentences('target', target)}"
    return f"Left out: {count(len(entry.beads), 'kept row')}, {places}."


def _row(comparison: Comparison, number: int, moves: dict[int, int]) -> str:
    alignment = comparison.alignment
    bead, fate = alignment.beads[number], comparison.fates[number]
    whole = continued_beads(alignment).get(number)
    claim = _moved(bead, alignment.moves[moves[number]]) if fate is Fate.MOVED else _claim(bead, fate)
    if whole is not None:
        claim = _continued(bead, alignment.beads[whole], fate)
    sides = (("source", alignment.source, bead.source), ("target", alignment.target, bead.target))
    present = [(name, document, span) for name, document, span in sides if span]
    if len(present) == 1:
        name, document, span = present[0]
        place = f"{name.capitalize()} paragraph {document.segments[span.start].paragraph + 1}, {_sentences('', span)}"
        return f"{place}, {_role(document, span, fate)}{claim}: {document.text_over(span)}"
    texts = (
        f"{_role(document, span, fate)}{_sentences(name, span)}: {document.text_over(span)}"
        for name, document, span in present
    )
    return f"{claim.capitalize()}: {' '.join(texts)}"


def _replaced(alignment: Alignment, number: int, instead: int) -> str:
    dropped, added = alignment.beads[number], alignment.beads[instead]
    chance = f"probability {percent(min(dropped.probability, added.probability))} %"
    source, target = alignment.source.text_over(dropped.source), alignment.target.text_over(added.target)
    places = _sentences("source", dropped.source), _sentences("target", added.target)
    return f"Replaced, {chance}: {places[0]}: {source} In its place {places[1]}: {target}"


def _claim(bead: Bead, fate: Fate) -> str:
    if fate is Fate.ASIDE:
        return "outside the article"
    chance = f"probability {percent(bead.probability)} %"
    if fate is Fate.UNCERTAIN and not (bead.source and bead.target):
        return f"uncertain, perhaps {'dropped' if bead.source else 'added'}, {chance}"
    doubt = " but in doubt" if is_doubtful(bead, fate) and fate is not Fate.UNCERTAIN else ""
    return f"{fate}{doubt}, {chance}"


def _moved(bead: Bead, move: Move) -> str:
    place = f"to {_sentences('target', move.target)}" if bead.source else f"from {_sentences('source', move.source)}"
    return f"moved {place}, probability {percent(move.probability)} %"


def _continued(null: Bead, bead: Bead, fate: Fate) -> str:
    """Return the claim of a null bead that belongs to a bead."""
    name, other = ("target", bead.target) if null.source else ("source", bead.source)
    verb = goes_on(null, bead, "-").strip("()").partition(" ")[0]
    return f"{verb} {_sentences(name, other)}, {_claim(bead, fate)}"


def _role(document: Document, span: Span, fate: Fate) -> str:
    return f"{roles_of(document, span)}, " if fate is Fate.ASIDE else ""


def _sentences(side: str, span: Span) -> str:
    if not span:
        return f"no {side} sentence"
    return f"{side} sentence{'s' if len(span) > 1 else ''} {numbers(span, ' to ')}".strip()
