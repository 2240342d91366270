"""One JSON object a bead, with its texts and their places in the documents as read."""

import json
from collections.abc import Iterator
from typing import Any

from align.bitext import Alignment, Document, Span


def lines(alignment: Alignment) -> Iterator[str]:
    """Yield one line a bead."""
    for bead in alignment.beads:
        record = {
            "source": _side(alignment.source, bead.source),
            "target": _side(alignment.target, bead.target),
            "score": round(bead.score, 4),
            "probability": round(bead.probability, 4),
        }
        # Escaped, so that not even a lone surrogate or a control character leaves the program as it is.
        yield json.dumps(record)


def _side(document: Document, segments: Span) -> dict[str, Any]:
    """Return one side: half-open segment numbers, the texts, and their half-open characters."""
    chosen = document.segments[segments.start : segments.stop]
    return {
        "segments": [segments.start, segments.stop],
        "texts": [segment.text for segment in chosen],
        "chars": [[segment.chars.start, segment.chars.stop] for segment in chosen],
    }
