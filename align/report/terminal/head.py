"""The head of the terminal report: what differs, in ten seconds; which two versions they are; how to read the rows."""

from collections.abc import Iterator

from rich.text import Text

from align.bitext import Comparison, Coverage, Document, Fate, Finding, Severity
from align.continuations import continued_beads
from align.report.digest import digest, gravest_in_words, uncertain_in_words
from align.report.inside import changed_words
from align.report.terminal.look import ORANGE, STYLES, Look, is_doubtful
from align.report.terminal.strip import draw_strips
from align.report.terminal.width import wrap
from align.report.wording import covered, language, replaced_pairs, share_of, sizes, unit

_LABEL = 10
_LEAST_BAR, _MOST_BAR = 8, 40
# Cells that "the target has 41 % of the source: 12 of 33 sentences, 450 of 1200 words" takes.
_COVERAGE_TEXT = 75
_EXPLAINED = {
    Fate.MERGED: "merged (several into one)",
    Fate.SPLIT: "split (one into several)",
    Fate.MOVED: "moved (to another place)",
}
_WORDS = {Fate.ASIDE: "not article text"}
_WIDTH_TO_EXPLAIN = 120
_LINES = 2  # that one of the gravest findings takes
_LOST = 8  # cells that wrapping leaves empty


def digest_lines(comparison: Comparison, look: Look, width: int) -> Iterator[Text]:
    """Yield the lines that tell in ten seconds what differs; they stand first and, again, last.

    Args:
        comparison: what the report is about.
        look: the symbols.
        width: of the lines, in cells.
    """
    for line in wrap(digest(comparison, look.symbols.dash), width):
        yield Text(line, "bold")
    if not comparison.are_versions:
        return
    yield Text()
    label, room = "Gravest", (width - _LABEL - 2) * _LINES - _LOST
    for finding, words in gravest_in_words(comparison, look, room):
        mark, style = ("!", f"bold {ORANGE}") if finding.severity is Severity.HIGH else (_mark(finding, look), "")
        for line in wrap(words, width - _LABEL - 2)[: _LINES + 1]:
            yield Text.assemble((label.ljust(_LABEL), "dim"), (mark.ljust(2), style), line)
            label, mark = "", ""
    yield from _coverage_lines("Coverage", comparison, look, width)
    doubt = uncertain_in_words(comparison)
    if doubt:
        yield from labelled("Uncertain", doubt, width, STYLES[Fate.UNCERTAIN])


def head_lines(comparison: Comparison, look: Look, width: int) -> Iterator[Text]:
    """Yield the lines that tell which two versions they are, and the map of them.

    Args:
        comparison: what the report is about.
        look: the symbols.
        width: of the lines, in cells.
    """
    alignment = comparison.alignment
    for label, document in (("Source", alignment.source), ("Target", alignment.target)):
        yield from _document_lines(label, document, look, width)
    for warning in alignment.warnings:
        yield from labelled("", f"Warning: {look.text(warning)}", width, STYLES[Fate.UNCERTAIN])
    if comparison.are_versions:
        yield Text()
        yield from _map_lines(comparison, look, width)


def legend_lines(comparison: Comparison, look: Look, width: int) -> Iterator[Text]:
    """Yield the legend of the symbols that occur.

    Args:
        comparison: whose fates occur.
        look: the symbols.
        width: of the lines, in cells; wide ones explain more.
    """
    words = {**_WORDS, **(_EXPLAINED if width >= _WIDTH_TO_EXPLAIN else {})}
    fates = look.symbols.fates
    items = [f"{fates[fate]} {words.get(fate, fate)}" for fate in Fate if fate in comparison.fates]
    if continued_beads(comparison.alignment):
        items.append(f"{look.symbols.continued} continued")
    if changed_words(comparison):
        items.append(f"{look.symbols.replaced} changed inside")
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


def _mark(finding: Finding, look: Look) -> str:
    """Return the symbol of a finding that is not grave: what is missing, was added, moved, or differs."""
    symbols = look.symbols
    if finding.severity is Severity.LOW:
        return symbols.fates[Fate.ASIDE]
    if finding.kind == Fate.MOVED:
        return symbols.fates[Fate.MOVED]
    if not (finding.source and finding.target):
        return symbols.fates[Fate.DROPPED if finding.source else Fate.ADDED]
    return symbols.replaced


def _coverage_lines(label: str, comparison: Comparison, look: Look, width: int) -> Iterator[Text]:
    source, target = comparison.source_coverage, comparison.target_coverage
    nouns = unit(comparison.alignment.source), unit(comparison.alignment.target)
    for coverage, words in (
        (source, covered(source, whole="source", other="target", noun=nouns[0])),
        (target, covered(target, whole="target", other="source", noun=nouns[1])),
    ):
        cells = min(max(width - _LABEL - _COVERAGE_TEXT, _LEAST_BAR), _MOST_BAR)
        bar = _bar(coverage, look, cells)
        for line in wrap(words, width - _LABEL - cells - 2):
            yield Text.assemble((label.ljust(_LABEL), "dim"), bar, line)
            label, bar = "", Text(" " * (cells + 2))
        label = ""


def _bar(coverage: Coverage, look: Look, cells: int) -> Text:
    share, shades = share_of(coverage), look.symbols.shades
    # A full bar means all of it, an empty one nothing.
    full = min(max(round(share * cells), share > 0), cells - (share < 1))
    return Text.assemble(shades[Fate.KEPT] * full, shades[Fate.DROPPED] * (cells - full), "  ")


def _map_lines(comparison: Comparison, look: Look, width: int) -> Iterator[Text]:
    source, target = draw_strips(comparison, look, width - _LABEL - len("source "))
    yield Text.assemble(("Map".ljust(_LABEL), "dim"), ("source ", "dim"), source)
    yield Text.assemble(" " * _LABEL, ("target ", "dim"), target)
    shades = look.symbols.shades
    lost = dict.fromkeys((shades[Fate.DROPPED], shades[Fate.ADDED]))
    meanings = [f"{shades[Fate.KEPT]} kept", f"{'/'.join(lost)} dropped or added"]
    others = (Fate.MOVED, Fate.UNCERTAIN, Fate.ASIDE)
    meanings += [f"{shades[fate]} {_WORDS.get(fate, fate)}" for fate in others if fate in comparison.fates]
    if look.symbols.few in source.plain + target.plain:
        meanings.append(f"{look.symbols.few} a few dropped or added")
    yield from _items("", meanings, width)
