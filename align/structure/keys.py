"""What has to be the same for two elements to be the same."""

from collections.abc import Hashable

from align.bitext import Document, Structure
from align.structure.addresses import address_key
from align.structure.code import code_lines
from align.structure.places import Placed


def key_of(placed: Placed, document: Document, languages: tuple[str, ...]) -> Hashable:
    """Return what is compared of an element.

    Args:
        placed: an element of the document.
        document: that it is in.
        languages: primary tags of both versions.
    """
    element = placed.element
    if element.kind in (Structure.CODE, Structure.INLINE):
        text = document.text[element.chars.start : element.chars.stop]
        return code_lines(text, element.value) if element.kind is Structure.CODE else " ".join(text.split())
    if element.kind in (Structure.LINK, Structure.IMAGE):
        return address_key(element.value, languages)
    if element.kind is Structure.MACRO:
        return " ".join(address_key(part, languages) or part for part in element.value.lower().split())
    return element.value
