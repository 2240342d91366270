"""One JSON object a bead, with its texts and their places in the documents as read.

The beads of a move share its number; `move` of any other bead is null.
"""

import json
from collections.abc import Iterator
from typing import Any

from align.bitext import Alignment, Document, Span
from align.passages import moves_of_beads


def lines(alignment: Alignment) -> Iterator[str]:
    """Yield one line a bead."""
    moves = moves_of_beads(alignment)
    for number, bead in enumerate(alignment.beads):
        record = {
            "source": _side(alignment.source, bead.source),
            "target": _side(alignment.target, bead.target),
            "score": round(bead.score, 4),
            "probability": round(bead.probability, 4),
            "move": _move(alignment, moves[number]) if number in moves else None,
        }
        # Escaped, so that not even a lone surrogate or a control character leaves the program as it is.
        yield json.dumps(record)


def _move(alignment: Alignment, number: int) -> dict[str, Any]:
    """Return a move: its number, its half-open segments on both sides, score and probability."""
    move = alignment.moves[number]
    return {
        "number": number,
        "source": [move.source.start, move.source.stop],
        "target": [move.target.start, move.target.stop],
        "score": round(move.score, 4),
        "probability": round(move.probability, 4),
    }


def _side(document: Document, segments: Span) -> dict[str, Any]:
    """Return one side: half-open segment numbers, the texts, and their half-open characters."""
    chosen = document.segments[segments.start : segments.stop]
    return {
        "segments": [segments.start, segments.stop],
        "texts": [segment.text for segment in chosen],
        "chars": [[segment.chars.start, segment.chars.stop] for segment in chosen],
    }
