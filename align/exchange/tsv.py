r"""Tab-separated beads with a header, for spreadsheets and scripts.

Texts are as read, with the white space between their segments; tabs, line ends and backslashes in them become `\t`,
`\n` and `\\`. A text that begins like a formula gets an apostrophe before it, so that a spreadsheet shows it and does
not run it. The beads of a move share its number, `move`, and its probability; these cells of other beads are empty.
"""

from collections.abc import Iterator

from align.bitext import Alignment, Document, Span
from align.passages import moves_of_beads

COLUMNS = (
    "source_start", "source_stop", "target_start", "target_stop", "score", "probability", "move", "move_probability",
    "source", "target",
)  # fmt: skip
_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
_FORMULA = ("=", "+", "-", "@", "\\t", "\\r")


def lines(alignment: Alignment) -> Iterator[str]:
    """Yield the header and one line a bead."""
    yield "\t".join(COLUMNS)
    moves = moves_of_beads(alignment)
    for number, bead in enumerate(alignment.beads):
        places = [bead.source.start, bead.source.stop, bead.target.start, bead.target.stop]
        numbers = [*map(str, places), f"{bead.score:.4f}", f"{bead.probability:.4f}"]
        move = moves.get(number)
        numbers += ["", ""] if move is None else [str(move), f"{alignment.moves[move].probability:.4f}"]
        texts = [_text(alignment.source, bead.source), _text(alignment.target, bead.target)]
        yield "\t".join(numbers + texts)


def _text(document: Document, segments: Span) -> str:
    """Return the text of segments as one safe cell."""
    cell = document.text_over(segments).translate(_ESCAPES)
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
