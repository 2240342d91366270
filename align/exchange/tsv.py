r"""Tab-separated beads with a header, for spreadsheets and scripts.

Texts are as read, with the white space between their segments; tabs, line ends and backslashes in them become `\t`,
`\n` and `\\`, rarer line ends `\u2028` and the like. A text that begins like a formula gets an apostrophe before it, so
that a spreadsheet shows it and does not run it. The beads of a move share its number, `move`, and its probability;
these cells of other beads are empty. With `--segmented`, starts and stops are lines of the file, from 0, and blank
lines have no row.
"""

from collections.abc import Iterator
from typing import TextIO

from align.bitext import Alignment, Document, Span
from align.errors import InputError
from align.exchange.numbering import Numbering
from align.exchange.rows import Moved, Row, parse_rows
from align.passages import moves_of_beads

COLUMNS = (
    "source_start", "source_stop", "target_start", "target_stop", "score", "probability", "move", "move_probability",
    "source", "target",
)  # fmt: skip
_REQUIRED = (*COLUMNS[:4], "probability")
_ESCAPES = str.maketrans(
    {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
    | {end: f"\\u{ord(end):04x}" for end in "\v\f\x1c\x1d\x1e\x85\u2028\u2029"}
)
_FORMULA = ("=", "+", "-", "@", "\\t", "\\r")


def write(alignment: Alignment, stream: TextIO) -> None:
    """Write the header and one line a bead."""
    stream.write("\t".join(COLUMNS) + "\n")
    moves = moves_of_beads(alignment)
    numberings = Numbering(alignment.source), Numbering(alignment.target)
    for number, bead in enumerate(alignment.beads):
        source, target = numberings[0].told(bead.source), numberings[1].told(bead.target)
        places = [source.start, source.stop, target.start, target.stop]
        numbers = [*map(str, places), f"{bead.score:.4f}", f"{bead.probability:.4f}"]
        move = moves.get(number)
        numbers += ["", ""] if move is None else [str(move), f"{alignment.moves[move].probability:.4f}"]
        texts = [_text(alignment.source, bead.source), _text(alignment.target, bead.target)]
        stream.write("\t".join(numbers + texts) + "\n")


def read(stream: TextIO, name: str) -> Iterator[Row]:
    """Yield the beads; columns may stand in any order, others than the places and the probability may be missing.

    Raises:
        InputError: also for a header that lacks one of these.
    """
    header = next(iter(stream), "").rstrip("\r\n").split("\t")
    if missing := [column for column in _REQUIRED if column not in header]:
        raise InputError(f"{name}:1: expected a header with {', '.join(_REQUIRED)}, found no {missing[0]}")
    wanted = f"cells under {', '.join(_REQUIRED)}"
    return parse_rows(
        stream,
        lambda number, line: _parse(number, dict(zip(header, line.split("\t"), strict=False))),
        wanted=wanted,
        name=name,
        first=2,
    )


def _parse(number: int, cells: dict[str, str]) -> Row:
    places = [int(cells[column]) for column in COLUMNS[:4]]
    probability, score = float(cells["probability"]), cells.get("score")
    if not 0.0 <= probability <= 1.0:
        raise ValueError
    move = Moved(int(cells["move"]), float(cells["move_probability"])) if cells.get("move") else None
    return Row(number, Span(*places[:2]), Span(*places[2:]), probability, float(score) if score else None, move)


def _text(document: Document, segments: Span) -> str:
    """Return the text of segments as one safe cell."""
    cell = document.text_over(segments).translate(_ESCAPES)
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
