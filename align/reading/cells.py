"""The cells of tables: labels and values are cells, sentences are article text."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from align.bitext import Role
from align.furniture.shapes import describe_line
from align.reading.assemble import Piece


def cell_roles(rows: Sequence[Sequence[Sequence[Piece]]]) -> Iterator[Piece]:
    """Yield the pieces of a table as cells, but for sentences and the columns that are mostly sentences below the head.

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
                is_text = told or piece.role is not None or is_sentence(piece.text)
                yield piece if is_text else replace(piece, role=Role.CELL)


def is_sentence(text: str) -> bool:
    """Tell whether the text of a cell is a sentence, and not a label or a value."""
    return bool(text.strip()) and describe_line(text).is_prose


def _is_prose(cells: Sequence[Sequence[Piece]]) -> bool:
    """Tell whether most cells that are not empty are sentences."""
    texts = [" ".join(piece.text for piece in cell if piece.role is None).strip() for cell in cells]
    texts = [text for text in texts if text]
    return bool(texts) and 2 * sum(map(is_sentence, texts)) > len(texts)
