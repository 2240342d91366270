"""AsciiDoc: its blocks, what stands inside a line, and that no word vanishes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.bitext import Role, Structure
from tests.align.reading.readings import check_tiling, pairs, read_text, texts


def test_a_page_falls_into_blocks_with_roles() -> None:
    """Head, sections, lists, code, pictures, tables and admonitions."""
    text = (
        "= Title\nAnn Lee <a@b.example>\n:lang: pt-BR\n\nFirst\nline.\n\n== Part\n\n* item\ngoes on\n. other\n\n"
        "[source,sh]\n----\nls\n----\n\nimage::a.png[Quay]\n\n.Sizes\n|===\n|a |b\n\n|1 |2\n|===\n\n"
        "[TIP]\n====\nKeep it dry.\n====\n\n// no\n////\nno\n////\n"
    )
    reading = read_text(text, "a.adoc")
    assert pairs(reading) == [
        (Role.HEADLINE, "Title"),
        (None, "First line."),
        (Role.HEADING, "Part"),
        (None, "item goes on"),
        (None, "other"),
        (Role.CODE, "ls"),
        (Role.IMAGE, "Quay"),
        (Role.CAPTION, "Sizes"),
        *[(Role.CELL, cell) for cell in ("a", "b", "1", "2")],
        (None, "Keep it dry."),
    ]
    assert (reading.title, reading.byline, reading.language) == ("Title", "Ann Lee", "pt-BR")
    found = [(it.kind, it.value) for it in reading.structure or ()]
    assert found == [
        (Structure.HEADING, "1"),
        (Structure.HEADING, "2"),
        (Structure.CODE, "sh"),
        (Structure.IMAGE, "a.png"),
        (Structure.ROW, "2"),
        (Structure.ROW, "2"),
        (Structure.MACRO, "tip"),
    ]


def test_front_matter_is_meta_here_too() -> None:
    """Some sites have it in all of their files."""
    reading = read_text("---\ntitle: Boats\nmenu: [a\n---\n\nThe boats are in.", "a.adoc")
    assert (reading.title, texts(reading)) == ("Boats", ["The boats are in."])


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("See <<part,the part>> and https://a.example[it].", "See the part and it."),
        ("A *bold* and _thin_ `word`.", "A bold and thin word."),
        ("Use link:a.html[this page] or xref:b.adoc[that].", "Use this page or that."),
        ("Press kbd:[Ctrl+S] twice.", "Press Ctrl+S twice."),
        ("Two_words and 3*4 stay.", "Two_words and 3*4 stay."),
        ("WARNING: It is hot.", "It is hot."),
        ("Version {version} [[here]]is out.", "Version  is out."),
    ],
)
def test_marks_inside_a_line_are_no_text(line: str, text: str) -> None:
    """Links, macros and emphasis stand for their words."""
    assert texts(read_text(line, "a.adoc")) == [text]


BLOCKS = st.sampled_from(
    ["W *W* `W` <<x,W>>.", "== W", "* W\n* W", "W:: W", "----\nW\n----", "====\nW\n\nW\n====", "NOTE: W",
     ".W\nW", "|===\n|W |W\n|W |W\n|===", "image::a.png[W]", "[quote, W]\n____\nW\n____",
     "....\nW", "--\nW\n--", "W +\nW", "[W]"]
)  # fmt: skip


@given(st.lists(BLOCKS, min_size=1, max_size=8))
def test_every_word_of_a_page_is_read(blocks: list[str]) -> None:
    """But for the lists of attributes in brackets, which are markup."""
    words = iter(f"w{number}w" for number in range(999))
    text = re.sub(r"\bW\b", lambda _: next(words), "\n\n".join(["First.", *blocks]))
    reading = read_text(text, "a.adoc")
    check_tiling(reading)
    shown = re.sub(r"^\[.*\]$", "", text, flags=re.MULTILINE)
    assert set(re.findall(r"\bw\d+w\b", shown)) <= set(re.findall(r"w\d+w", reading.text))
