"""The map of the texts: one line a side, from its first to its last sentence, to look at rather than to read.

Both sides have the same scale, so that a shorter version is a shorter line.
"""

from itertools import groupby

from rich.text import Text

from align.bitext import Comparison, Fate
from align.report.terminal.look import STYLES, Look, is_doubtful

# Few sentences are drawn wide, but not as wide as to look like many.
_WIDEST_SENTENCE = 4
# Where a cell stands for many sentences, fewer of them than this share are shown as a few.
_NOTICED = 0.25
_LOST = frozenset({Fate.DROPPED, Fate.ADDED})


def draw_strips(comparison: Comparison, look: Look, width: int) -> tuple[Text, Text]:
    """Return the line of the source and that of the target, `width` cells for the longer one.

    Args:
        comparison: whose beads are drawn.
        look: the symbols.
        width: cells for the longer side.
    """
    sides = _segment_fates(comparison)
    scale = min(_WIDEST_SENTENCE, width / max(*map(len, sides), 1))
    source, target = (_draw(fates, look, round(len(fates) * scale)) for fates in sides)
    return source, target


def _segment_fates(comparison: Comparison) -> tuple[list[Fate], list[Fate]]:
    source: list[Fate] = []
    target: list[Fate] = []
    for bead, fate in zip(comparison.alignment.beads, comparison.fates, strict=True):
        shown = Fate.UNCERTAIN if is_doubtful(bead, fate) else fate
        source.extend([shown] * len(bead.source))
        target.extend([shown] * len(bead.target))
    return source, target


def _draw(fates: list[Fate], look: Look, cells: int) -> Text:
    cells = max(cells, 1) if fates else 0
    edges = [cell * len(fates) // cells for cell in range(cells)]
    stops = [max(start + 1, (cell + 1) * len(fates) // cells) for cell, start in enumerate(edges)]
    marks = [_mark(fates[start:stop], look) for start, stop in zip(edges, stops, strict=True)]
    line = Text()
    for (shade, style), group in groupby(marks):
        line.append(shade * len(list(group)), style)
    return line


def _mark(fates: list[Fate], look: Look) -> tuple[str, str]:
    """Return the shade and the style of a cell."""
    symbols = look.symbols
    body = [fate for fate in fates if fate is not Fate.ASIDE]
    if not body:
        return symbols.shades[Fate.ASIDE], STYLES[Fate.ASIDE]
    lost = [fate for fate in body if fate in _LOST]
    if 0 < len(lost) < _NOTICED * len(body):
        return symbols.few, STYLES[lost[0]]
    noticed = [fate for fate in (Fate.UNCERTAIN, Fate.MOVED) if body.count(fate) >= _NOTICED * len(body)]
    fate = (lost or noticed or [Fate.KEPT])[0]
    return symbols.shades[fate], STYLES[fate]
