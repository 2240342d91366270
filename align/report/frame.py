"""A comparison as a pandas table: one row a bead."""

from typing import TYPE_CHECKING

from align.bitext import Comparison, Document, Span
from align.continuations import continued_beads
from align.passages import moves_of_beads

if TYPE_CHECKING:
    import pandas

_TEXTS = ("fate", "shape", "source_text", "target_text")
_NUMBERS = ("source_paragraph", "target_paragraph", "move", "continues")


def comparison_frame(comparison: Comparison) -> "pandas.DataFrame":
    """Return a table with one row a bead.

    Its columns are bead, fate, shape, source_start, source_stop, target_start, target_stop (half-open segment
    numbers), source_text, target_text (as read, with the white space between segments; empty on the missing side of a
    null bead), score, probability, source_paragraph, target_paragraph (of the first segment, `<NA>` on a missing side),
    move (the number in `alignment.moves` that the beads of a move share, else `<NA>`; doubtful ones leave their fate as
    it was) and continues (of a null bead that belongs to another bead the number of that one, else `<NA>`).
    """
    import pandas

    alignment = comparison.alignment
    beads, moves, continued = alignment.beads, moves_of_beads(alignment), continued_beads(alignment)
    columns = {
        "bead": list(range(len(beads))),
        "fate": [fate.value for fate in comparison.fates],
        "shape": [bead.shape for bead in beads],
        "source_start": [bead.source.start for bead in beads],
        "source_stop": [bead.source.stop for bead in beads],
        "target_start": [bead.target.start for bead in beads],
        "target_stop": [bead.target.stop for bead in beads],
        "source_text": [alignment.source.text_over(bead.source) for bead in beads],
        "target_text": [alignment.target.text_over(bead.target) for bead in beads],
        "score": [bead.score for bead in beads],
        "probability": [bead.probability for bead in beads],
        "source_paragraph": [_paragraph(alignment.source, bead.source) for bead in beads],
        "target_paragraph": [_paragraph(alignment.target, bead.target) for bead in beads],
        "move": [moves.get(number) for number in range(len(beads))],
        "continues": [continued.get(number) for number in range(len(beads))],
    }
    # Without types told, an empty comparison would get object columns and a missing paragraph make a column of floats.
    types = {name: "int64" for name in columns}
    types |= dict.fromkeys(_TEXTS, "str") | dict.fromkeys(_NUMBERS, "Int64")
    types |= dict.fromkeys(("score", "probability"), "float64")
    return pandas.DataFrame(columns).astype(types)


def _paragraph(document: Document, span: Span) -> int | None:
    return document.segments[span.start].paragraph if span else None
