"""Two texts to read and the blocks that readers find, for the tests of the readers."""

from align.bitext import Role, Structure
from align.reading import Reading, read_bytes

SENTENCE = "The last ferry between the two islands left the quay on Thursday evening, said the mayor of the town."

WRAPPED = """\
The last ferry between the two islands left the quay on Thursday
evening. Nobody waved, and the captain, who had served the line for
thirty years, did not look back at the town that he knew so well.
The council has asked three companies to study a bridge.

A second meeting will be held in the school. One of the companies
built the tunnel in the north.
"""


def texts(reading: Reading) -> list[str]:
    """Return the texts of the blocks."""
    return [reading.text[block.chars.start : block.chars.stop] for block in reading.blocks]


def pairs(reading: Reading) -> list[tuple[Role | None, str]]:
    """Return role and text of the blocks."""
    return [(block.role, text) for block, text in zip(reading.blocks, texts(reading), strict=True)]


def elements(reading: Reading) -> list[tuple[Structure, str, str]]:
    """Return kind, text and value of the elements."""
    return [(it.kind, reading.text[it.chars.start : it.chars.stop], it.value) for it in reading.structure or ()]


def check_tiling(reading: Reading) -> None:
    """Check that the blocks are in order, stripped and not empty, with only white space between them."""
    end = 0
    for block in reading.blocks:
        text = reading.text[block.chars.start : block.chars.stop]
        assert text == text.strip() != ""
        assert not reading.text[end : block.chars.start].strip()
        assert block.chars.start >= end
        end = block.chars.stop
    assert not reading.text[end:].strip()


def read_text(text: str, name: str = "a.txt") -> Reading:
    """Read a text given as a string."""
    return read_bytes(text.encode(), name=name)
