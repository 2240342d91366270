"""The cells of tables: labels and values are cells, sentences are article text."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from align.bitext import Role
from align.furniture.shapes import describe_line
from align.reading.assemble import Piece


def cell_roles(rows: Sequence[Sequence[Sequence[Piece]]]) -> Iterator[Piece]:
    """Yield the pieces of a table as cells, but those of columns in which most cells below the head are sentences.

    A column as a whole decides, so that a short description is no cell in one version and a sentence in the other.

    Args:
        rows: of the table, from the top; each has cells, each of these pieces of which some have a role.
    """
    columns = list(zip_longest(*rows[1:], fillvalue=()))
    prose = [_is_prose(column) for column in columns]
    for number, row in enumerate(rows):
        for place, cell in enumerate(row):
            told = number > 0 and prose[place]
            for piece in cell:
                yield piece if piece.role is not None or told else replace(piece, role=Role.CELL)


def _is_prose(cells: Sequence[Sequence[Piece]]) -> bool:
    """Tell whether at least half of the cells that are not empty are sentences."""
    texts = [" ".join(piece.text for piece in cell if piece.role is None).strip() for cell in cells]
    texts = [text for text in texts if text]
    return bool(texts) and 2 * sum(describe_line(text).is_prose for text in texts) >= len(texts)
