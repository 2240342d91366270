"""What readers make of plain text and of Markdown: paragraphs, roles and what the front matter tells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.bitext import Role
from align.errors import InputError
from align.reading import read_bytes
from tests.align.reading.readings import SENTENCE, WRAPPED, check_tiling, pairs, read_text, texts


@given(st.text())
def test_blocks_of_plain_text_tile_it(text: str) -> None:
    """Whatever the text, every visible character is in exactly one block."""
    try:
        reading = read_bytes(text.encode(), name="a.txt")
    except InputError:
        return
    check_tiling(reading)
    expected = text.replace("\r\n", "\n").replace("\r", "\n")
    moved = any(block.role is Role.FURNITURE for block in reading.blocks)
    assert reading.text in (expected, expected.removeprefix("\ufeff")) or "\0" in text or moved
    assert (
        sorted("".join(reading.text.split())) == sorted("".join(expected.removeprefix("\ufeff").split()))
        or "\0" in text
    )


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("One.\nTwo.\n\nThree.", ["One.", "Two.", "Three."]),
        (WRAPPED, [" ".join(part.split()) for part in WRAPPED.split("\n\n")]),
        ("Milk\nEggs\nBread\nButter and jam\nTea", ["Milk", "Eggs", "Bread", "Butter and jam", "Tea"]),
        ("One\u2028Two\fThree\vFour\r\nFive\rSix", ["One", "Two", "Three", "Four", "Five", "Six"]),
        (f"{SENTENCE}\n{SENTENCE}\n{SENTENCE}\n{SENTENCE}", [SENTENCE] * 4),
    ],
    ids=["lines", "hard-wrapped", "list", "odd line ends", "a paragraph a line"],
)
def test_plain_text_falls_into_paragraphs(text: str, blocks: list[str]) -> None:
    """Hard-wrapped lines are joined, all other lines stand alone."""
    assert [" ".join(block.split()) for block in texts(read_text(text))] == blocks


def test_hard_wrapped_lines_keep_their_line_ends() -> None:
    """Offsets point into the text as read."""
    reading = read_text(WRAPPED)
    assert reading.text == WRAPPED
    assert "\n" in texts(reading)[0]


@given(
    st.lists(
        st.sampled_from(
            ["# A", "- b", "> c", "    d", "| e | f |", "|---|---|", "", "*g* `h`", "![i](j)", "<p>k", "---", "l: m"]
        )
    )
)
def test_blocks_of_markdown_tile_its_rendering(lines: list[str]) -> None:
    """Whatever the marks, the blocks account for the text that is read."""
    try:
        reading = read_text("\n".join(lines), "a.md")
    except InputError:
        return
    check_tiling(reading)


def test_markdown_is_read_as_it_is_meant() -> None:
    """Marks, link targets and addresses are gone; headings, captions and code have their roles."""
    source = (
        "---\ntitle: 'Harbour'\nauthor: Ann Lee\ndate: 2021-03-04\nlang: en_GB\n---\n"
        "# A *closed* harbour\n\nOne [link](http://x.org) "
        "and\n**more**.\n\n![The quay](q.png)\n\n- milk\n- eggs\n\n"
        "| a | b |\n|---|---|\n| 1 | 2 |\n\n```\ncode\n```\n\n## Next\n\nLine  \nbreak\n"
    )
    reading = read_text(source, "a.md")
    assert pairs(reading) == [
        (Role.HEADLINE, "A closed harbour"),
        (None, "One link and more."),
        (Role.IMAGE, "The quay"),
        *[(None, item) for item in ("milk", "eggs")],
        *[(Role.CELL, cell) for cell in ("a", "b", "1", "2")],
        (Role.CODE, "code"),
        (Role.HEADING, "Next"),
        (None, "Line"),
        (None, "break"),
    ]
    assert (reading.title, reading.byline, reading.date, reading.language) == (
        "Harbour",
        "Ann Lee",
        "2021-03-04",
        "en-GB",
    )


def test_the_first_heading_is_the_title_of_a_markdown_text() -> None:
    """Rules with prose between them are no front matter."""
    reading = read_text("---\nSome prose.\n---\n\n# The *title*\n\nText.", "a.md")
    assert reading.title == "The title"
    assert "Some prose." in texts(reading)
