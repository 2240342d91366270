"""Alignments as the lines of an exchange format."""

import io

from align.bitext import Alignment
from align.exchange import load_format


def written(alignment: Alignment, name: str) -> list[str]:
    """Return the lines that a format writes; no other character than the end of a row ends a line."""
    stream = io.StringIO()
    load_format(name).write(alignment, stream)
    lines = stream.getvalue().splitlines()
    assert stream.getvalue() == "".join(f"{line}\n" for line in lines)
    return lines
