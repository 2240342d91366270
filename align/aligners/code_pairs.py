"""Blocks of code on both sides of an alignment: they are paired by what they say, not by vectors."""

from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher

from align.bitext import EVEN, Alignment, Bead, Document, Role, Span
from align.structure.code import code_lines

_MOST = 500  # blocks in one place that are compared; beyond, code stays unpaired


def pair_code(source: Document, target: Document, sources: range, targets: range) -> Iterator[tuple[int, int, float]]:
    """Yield the numbers of code segments that correspond, rising on both sides, and the probability of that.

    Args:
        source: of the alignment.
        target: of the alignment.
        sources: segments of the source at one place of the alignment.
        targets: those of the target at the same place.
    """
    rows = [number for number in sources if source.segments[number].role is Role.CODE]
    columns = [number for number in targets if target.segments[number].role is Role.CODE]
    if not rows or not columns or max(len(rows), len(columns)) > _MOST:
        return
    keys = [code_lines(source.segments[number].text) for number in rows]
    others = [code_lines(target.segments[number].text) for number in columns]
    for tag, i, i_end, j, j_end in SequenceMatcher(None, keys, others, autojunk=False).get_opcodes():
        if tag in ("equal", "replace"):
            probability = 1.0 if tag == "equal" else EVEN
            yield from ((*pair, probability) for pair in zip(rows[i:i_end], columns[j:j_end], strict=False))


def without_code(alignment: Alignment) -> Alignment:
    """Return an alignment whose code corresponds to nothing, as a corpus wants it."""
    return replace(alignment, beads=tuple(_unpaired(alignment)))


def _unpaired(alignment: Alignment) -> Iterator[Bead]:
    for bead in alignment.beads:
        if bead.source and bead.target and alignment.source.segments[bead.source.start].role is Role.CODE:
            yield Bead(bead.source, Span(bead.target.start, bead.target.start), 0.0, 1.0)
            yield Bead(Span(bead.source.stop, bead.source.stop), bead.target, 0.0, 1.0)
        else:
            yield bead
