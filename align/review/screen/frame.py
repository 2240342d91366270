"""The lines that stand around the columns: names of the texts above them, the status and the keys at the foot."""

from collections.abc import Mapping, Sequence

from rich.cells import cell_len, set_cell_size

from align.bitext import Alignment, Fate
from align.report.terminal.look import Look
from align.report.terminal.marked import show
from align.report.terminal.width import pad, wrap
from align.review.screen.actions import BY_NAME, FOOTER
from align.review.screen.beads import GUTTER, STATE, Layout, Line
from align.review.screen.keys import keys_of


def head_line(alignment: Alignment, layout: Layout, look: Look) -> Line:
    """Return the line that names the texts, each above its column.

    Args:
        alignment: of the two texts.
        layout: the widths.
        look: the symbols.
    """
    if layout.stacked:
        return [(f" {show(alignment.source.name, look)} (S), {show(alignment.target.name, look)} (T)", "dim")]
    source, target = (
        _cut(f"{label} {show(document.name, look)} ({show(document.language, look)})", layout.text)
        for label, document in (("source", alignment.source), ("target", alignment.target))
    )
    before, between = " " * (STATE + layout.source_number + 1), " " * (GUTTER + layout.target_number + 1)
    return [(before + source + between + target, "dim")]


def foot_lines(
    parts: Sequence[str], message: str, keys: Mapping[str, str], look: Look, width: int
) -> tuple[Line, Line]:
    """Return the status line and the line of keys.

    Args:
        parts: what the status line says always.
        message: what was just said; it takes the place of both lines where there is no room for all.
        keys: the action of each key.
        look: the symbols.
        width: of the lines, in cells.
    """
    text = f" {look.symbols.fates[Fate.ASIDE]} ".join(parts)
    line = f" {text}" + (f"  {look.symbols.bar} {message}" if message else "")
    footer = _keys_line(keys, width)
    if message and cell_len(line) > width - 2:
        first, *more = wrap(message, width - 2)
        line = f" {first}"
        if more:
            footer = [(_cut(f" {' '.join(more)}", width), "reverse")]
    return [(_cut(line, width), "reverse")], footer


def first_key(name: str, keys: Mapping[str, str]) -> str:
    """Return the key of an action, empty where none leads to it.

    Args:
        name: of the action.
        keys: the action of each key.
    """
    return next(iter(keys_of(name, keys)), "")


def _keys_line(keys: Mapping[str, str], width: int) -> Line:
    """Return as many keys as there is room for; none is cut."""
    line: Line = []
    used = 0
    for name in FOOTER:
        key = first_key(name, keys)
        size = len(key) + len(BY_NAME[name].short) + 3
        if key and used + size <= width:
            line += [(f" {key}", "bold"), (f" {BY_NAME[name].short} ", "dim")]
            used += size
    return line


def _cut(text: str, width: int) -> str:
    return pad(set_cell_size(text, width).rstrip(), width)
