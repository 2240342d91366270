"""Alignments as the lines of an exchange format."""

import tempfile
from pathlib import Path

from align.bitext import Alignment
from align.exchange import write_beads


def written(alignment: Alignment, name: str, *, in_order: bool = False) -> list[str]:
    """Return the lines that a format writes; no other character than the end of a row ends a line.

    Args:
        alignment: whose beads.
        name: of the format.
        in_order: whether moves are null beads.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "beads"
        write_beads(alignment, name, path, in_order=in_order)
        text = path.read_bytes().decode("utf-8", "surrogatepass")
    lines = text.splitlines()
    assert text == "".join(f"{line}\n" for line in lines)
    return lines
