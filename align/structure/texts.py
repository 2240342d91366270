"""The texts of headings and those that stand for images: one that is missing, or says something else than the other."""

from collections.abc import Iterator, Sequence

import numpy as np

from align.bitext import Alignment, Document, Role
from align.encoding import Encoder, load_encoder
from align.structure.places import Placed

# Cosine; of true pairs of sentences one in a hundred is below, and of strangers nineteen in twenty.
_SAME = 0.2
_READ = frozenset({Role.IMAGE, Role.HEADING})  # a text within a sentence is a part of that


def other_texts(
    alignment: Alignment, pairs: Sequence[tuple[Placed, Placed]], encoder: Encoder | None, noun: str
) -> Iterator[tuple[tuple[Placed, Placed], str]]:
    """Yield the pairs of which one has no text or another one, each with what is said of it.

    Args:
        alignment: of the documents that they are in.
        pairs: headings or images that correspond.
        encoder: what gives the vectors; the embedded one for None.
        noun: what they are called.
    """
    for pair in pairs:
        texts = _text(alignment.source, pair[0]), _text(alignment.target, pair[1])
        if all(texts):
            one, other = (encoder or load_encoder()).encode(texts)
            if float(one @ other) < _SAME * float(np.linalg.norm(one) * np.linalg.norm(other)):
                yield pair, f"the text of this {noun} is another one in the target"
        elif any(texts):
            here, there = ("source", "target") if texts[0] else ("target", "source")
            yield pair, f"this {noun} has a text in the {here} and none in the {there}"


def _text(document: Document, placed: Placed) -> str:
    """Return the text of an element that stands alone."""
    roles = {document.segments[number].role for number in range(placed.segments.start, placed.segments.stop)}
    return document.text[placed.element.chars.start : placed.element.chars.stop] if roles <= _READ else ""
