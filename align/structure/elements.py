"""The elements of a document's structure, as its markup tells them."""

from collections.abc import Iterable
from dataclasses import dataclass

from align.categories import Structure
from align.ledger import Span


@dataclass(frozen=True, slots=True)
class Element:
    """A piece of a document's structure.

    Attributes:
        kind: what it is.
        chars: half-open characters of the text as read that it holds; empty at its place where it shows no text.
        value: what a translation keeps: the level of a heading, the language of code, the number of cells in a row, the
            address of an image or a link, the name of a macro with what it is given beside text.
    """

    kind: Structure
    chars: Span
    value: str = ""


def check_elements(elements: Iterable[Element], text: str, name: str) -> None:
    """Check that elements lie within a text.

    Args:
        elements: in any order.
        text: the whole text.
        name: what the text is called in a message.

    Raises:
        ValueError: one does not.
    """
    for element in elements:
        if element.chars.stop > len(text):
            raise ValueError(f"{name}: expected elements within {len(text)} characters, found {element}")
