"""A comparison as a pandas table: one row a bead."""

from typing import TYPE_CHECKING

from align.bitext import Comparison, Document, Span

if TYPE_CHECKING:
    import pandas

_TEXTS = ("fate", "shape", "source_text", "target_text")
_PARAGRAPHS = ("source_paragraph", "target_paragraph")


def comparison_frame(comparison: Comparison) -> "pandas.DataFrame":
    """Return a table with one row a bead.

    Its columns are bead, fate, shape, source_start, source_stop, target_start, target_stop (half-open segment
    numbers), source_text, target_text (segments joined by a space, empty on the missing side of a null bead), score,
    probability, source_paragraph and target_paragraph (of the first segment, `<NA>` on a missing side).
    """
    import pandas

    alignment = comparison.alignment
    beads = alignment.beads
    columns = {
        "bead": list(range(len(beads))),
        "fate": [fate.value for fate in comparison.fates],
        "shape": [bead.shape for bead in beads],
        "source_start": [bead.source.start for bead in beads],
        "source_stop": [bead.source.stop for bead in beads],
        "target_start": [bead.target.start for bead in beads],
        "target_stop": [bead.target.stop for bead in beads],
        "source_text": [_joined(alignment.source, bead.source) for bead in beads],
        "target_text": [_joined(alignment.target, bead.target) for bead in beads],
        "score": [bead.score for bead in beads],
        "probability": [bead.probability for bead in beads],
        "source_paragraph": [_paragraph(alignment.source, bead.source) for bead in beads],
        "target_paragraph": [_paragraph(alignment.target, bead.target) for bead in beads],
    }
    # Without types told, an empty comparison would get object columns and a missing paragraph make a column of floats.
    types = {name: "int64" for name in columns}
    types |= dict.fromkeys(_TEXTS, "str") | dict.fromkeys(_PARAGRAPHS, "Int64")
    types |= dict.fromkeys(("score", "probability"), "float64")
    return pandas.DataFrame(columns).astype(types)


def _joined(document: Document, span: Span) -> str:
    return " ".join(segment.text for segment in document.segments[span.start : span.stop])


def _paragraph(document: Document, span: Span) -> int | None:
    return document.segments[span.start].paragraph if span else None
