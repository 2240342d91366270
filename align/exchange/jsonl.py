"""One JSON object a bead, with its texts and their places in the documents as read.

The beads of a move share its number; `move` of any other bead is null. With `--segmented`, `segments` are lines of the
file, half-open, from 0; `texts` and `chars` are those of the lines that are not blank.
"""

import json
from collections.abc import Iterator
from typing import Any, TextIO

from align.bitext import Alignment, Document, Span
from align.exchange.numbering import Numbering
from align.exchange.rows import Moved, Row, parse_rows
from align.passages import moves_of_beads


def write(alignment: Alignment, stream: TextIO) -> None:
    """Write one line a bead."""
    moves = moves_of_beads(alignment)
    source, target = Numbering(alignment.source), Numbering(alignment.target)
    for number, bead in enumerate(alignment.beads):
        record = {
            "source": _side(alignment.source, bead.source, source),
            "target": _side(alignment.target, bead.target, target),
            "score": round(bead.score, 4),
            "probability": round(bead.probability, 4),
            "move": _move(alignment, moves[number], source, target) if number in moves else None,
        }
        # Escaped, so that not even a lone surrogate or a control character leaves the program as it is.
        stream.write(json.dumps(record) + "\n")


def read(stream: TextIO, name: str) -> Iterator[Row]:
    """Yield the beads; texts and characters are not looked at."""
    return parse_rows(stream, _parse, wanted="an object with source, target, score and probability", name=name)


def _parse(number: int, line: str) -> Row:
    record = json.loads(line)
    source, target = (Span(*map(int, record[side]["segments"])) for side in ("source", "target"))
    probability = float(record["probability"])
    if not 0.0 <= probability <= 1.0:
        raise ValueError
    told = record.get("move")
    move = told and Moved(int(told["number"]), float(told["probability"]), float(told["score"]))
    return Row(number, source, target, probability, float(record["score"]), move)


def _move(alignment: Alignment, number: int, source: Numbering, target: Numbering) -> dict[str, Any]:
    """Return a move: its number, its half-open segments on both sides, score and probability."""
    move = alignment.moves[number]
    return {
        "number": number,
        "source": _numbers(source.told(move.source)),
        "target": _numbers(target.told(move.target)),
        "score": round(move.score, 4),
        "probability": round(move.probability, 4),
    }


def _numbers(span: Span) -> list[int]:
    return [span.start, span.stop]


def _side(document: Document, segments: Span, numbering: Numbering) -> dict[str, Any]:
    """Return one side: half-open segment numbers, the texts, and their half-open characters."""
    chosen = document.segments[segments.start : segments.stop]
    return {
        "segments": _numbers(numbering.told(segments)),
        "texts": [segment.text for segment in chosen],
        "chars": [[segment.chars.start, segment.chars.stop] for segment in chosen],
    }
