"""The head of the terminal report: which two versions, how they compare as a whole, and how to read what follows."""

from collections.abc import Iterator

from rich.text import Text

from align.bitext import Comparison, Coverage, Document, Fate
from align.report.terminal.look import STYLES, Look, is_doubtful
from align.report.terminal.strip import draw_strips
from align.report.terminal.width import wrap
from align.report.verdict_words import verdict_in_words
from align.report.wording import covered, language, replaced_pairs, sizes

_LABEL = 10
_LEAST_BAR, _MOST_BAR = 8, 40
# Cells that "the target covers 41 % of the source: 12 of 33 sentences" takes.
_COVERAGE_TEXT = 60
_EXPLAINED = {
    Fate.MERGED: "merged (several into one)",
    Fate.SPLIT: "split (one into several)",
    Fate.MOVED: "moved (to another place)",
}
_WIDTH_TO_EXPLAIN = 120


def head_lines(comparison: Comparison, look: Look, width: int) -> Iterator[Text]:
    """Yield the lines of the head.

    Args:
        comparison: what the report is about.
        look: the symbols.
        width: of the lines, in cells.
    """
    alignment = comparison.alignment
    for label, document in (("Source", alignment.source), ("Target", alignment.target)):
        yield from _document_lines(label, document, look, width)
    yield Text()
    yield from labelled("Verdict", verdict_in_words(comparison, look.symbols.dash), width, "bold")
    for warning in alignment.warnings:
        yield from labelled("", f"Warning: {look.text(warning)}", width, STYLES[Fate.UNCERTAIN])
    if comparison.are_versions:
        yield Text()
        yield from _coverage_lines("Coverage", comparison.source_coverage, look, width, whole="source", other="target")
        yield from _coverage_lines("", comparison.target_coverage, look, width, whole="target", other="source")
        yield Text()
        yield from _map_lines(comparison, look, width)


def legend_lines(comparison: Comparison, look: Look, width: int) -> Iterator[Text]:
    """Yield the legend of the symbols that occur.

    Args:
        comparison: whose fates occur.
        look: the symbols.
        width: of the lines, in cells; wide ones explain more.
    """
    words = _EXPLAINED if width >= _WIDTH_TO_EXPLAIN else {}
    fates = look.symbols.fates
    items = [f"{fates[fate]} {words.get(fate, fate)}" for fate in Fate if fate in comparison.fates]
    if replaced_pairs(comparison):
        items.append(f"{look.symbols.replaced} replaced")
    if any(map(is_doubtful, comparison.alignment.beads, comparison.fates)):
        items.append(f"{fates[Fate.UNCERTAIN]}34% in doubt, 34 % sure")
    yield from _items("Legend", items, width)


def labelled(label: str, text: str, width: int, style: str = "") -> Iterator[Text]:
    """Yield the lines of a text behind its label; it is wrapped beside the label, never below it.

    Args:
        label: stands before the first line.
        text: sanitised.
        width: of the lines with the label, in cells.
        style: of the text, in the words of rich.
    """
    for line in wrap(text, width - _LABEL):
        yield Text.assemble((label.ljust(_LABEL), "dim"), (line, style))
        label = ""


def _items(label: str, items: list[str], width: int) -> Iterator[Text]:
    """Yield the lines of a list whose items are never broken."""
    # Wrapping keeps no-break spaces, and only those.
    unbroken = [item.replace(" ", "\N{NO-BREAK SPACE}") for item in items]
    for line in labelled(label, "\N{NO-BREAK SPACE}\N{NO-BREAK SPACE} ".join(unbroken), width, "dim"):
        line.plain = line.plain.replace("\N{NO-BREAK SPACE}", " ")
        line.rstrip()
        yield line


def _document_lines(label: str, document: Document, look: Look, width: int) -> Iterator[Text]:
    name = look.text(document.name)
    yield from labelled(label, look.text(document.meta.title) or name, width, "bold")
    facts = [name] if document.meta.title.strip() else []
    facts += [look.text(language(document)), sizes(document)]
    yield from labelled("", f" {look.symbols.fates[Fate.ASIDE]} ".join(facts), width)
    for warning in document.meta.warnings:
        yield from labelled("", f"Warning: {look.text(warning)}", width, STYLES[Fate.UNCERTAIN])


def _coverage_lines(
    label: str, coverage: Coverage, look: Look, width: int, *, whole: str, other: str
) -> Iterator[Text]:
    cells = min(max(width - _LABEL - _COVERAGE_TEXT, _LEAST_BAR), _MOST_BAR)
    # A full bar means all of it, an empty one nothing.
    full = min(max(round(coverage.share * cells), coverage.share > 0), cells - (coverage.share < 1))
    shades = look.symbols.shades
    bar = Text.assemble(shades[Fate.KEPT] * full, shades[Fate.DROPPED] * (cells - full), "  ")
    for line in wrap(covered(coverage, whole=whole, other=other), width - _LABEL - cells - 2):
        yield Text.assemble((label.ljust(_LABEL), "dim"), bar, line)
        label, bar = "", Text(" " * (cells + 2))


def _map_lines(comparison: Comparison, look: Look, width: int) -> Iterator[Text]:
    source, target = draw_strips(comparison, look, width - _LABEL - len("source "))
    yield Text.assemble(("Map".ljust(_LABEL), "dim"), ("source ", "dim"), source)
    yield Text.assemble(" " * _LABEL, ("target ", "dim"), target)
    shades = look.symbols.shades
    lost = dict.fromkeys((shades[Fate.DROPPED], shades[Fate.ADDED]))
    meanings = [f"{shades[Fate.KEPT]} kept", f"{'/'.join(lost)} dropped or added"]
    others = (Fate.MOVED, Fate.UNCERTAIN, Fate.ASIDE)
    meanings += [f"{shades[fate]} {fate}" for fate in others if fate in comparison.fates]
    if look.symbols.few in source.plain + target.plain:
        meanings.append(f"{look.symbols.few} a few dropped or added")
    yield from _items("", meanings, width)
