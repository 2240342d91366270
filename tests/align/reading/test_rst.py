"""reStructuredText with what Sphinx adds to it: text, code, links and macros; nothing vanishes without a word."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.bitext import Role, Structure
from align.errors import InputError
from tests.align.reading.readings import check_tiling, pairs, read_text, texts


def elements(text: str) -> list[tuple[Structure, str, str]]:
    """Return kind, text and value of the elements of a text."""
    reading = read_text(text, "a.rst")
    return [(it.kind, reading.text[it.chars.start : it.chars.stop], it.value) for it in reading.structure or ()]


def test_a_page_falls_into_blocks_with_roles() -> None:
    """Sections, lists, code, pictures, tables and the fields of the head."""
    text = (
        ":author: Ann Lee\n:date: 2024-05-01\n\nTitle\n=====\n\nFirst\nline.\n\n- item\n- other\n\nPart\n----\n\n"
        "Code::\n\n    ls\n\n.. image:: a.png\n   :alt: Quay\n\n.. Not shown.\n\n== ==\na  b\n== ==\n1  2\n== ==\n"
    )
    reading = read_text(text, "a.rst")
    assert pairs(reading) == [
        (Role.HEADLINE, "Title"),
        *[(None, line) for line in ("First line.", "item", "other")],
        (Role.HEADING, "Part"),
        (None, "Code:"),
        (Role.CODE, "ls"),
        (Role.IMAGE, "Quay"),
        *[(Role.CELL, cell) for cell in ("a", "b", "1", "2")],
    ]
    assert (reading.title, reading.byline, reading.date) == ("Title", "Ann Lee", "2024-05-01")


def test_links_roles_and_names_stand_for_their_words() -> None:
    """With their targets in the structure."""
    text = (
        "See `it <https://a.example/>`_, b_, :ref:`the part <part>`, :func:`~os.walk` and |x|.\n\n"
        ".. _b: c.html\n.. |x| replace:: y z\n"
    )
    assert texts(read_text(text, "a.rst")) == ["See it, b, the part, os.walk and y z."]
    assert elements(text) == [
        (Structure.LINK, "it", "https://a.example/"),
        (Structure.LINK, "b", "c.html"),
        (Structure.LINK, "the part", "part"),
        (Structure.INLINE, "os.walk", ""),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (".. note:: Keep it dry.", [(None, "Keep it dry.")]),
        (".. versionadded:: 2.0\n   It is new.", [(None, "It is new.")]),
        (".. deprecated:: 2.0 Use the other one.", [(None, "Use the other one.")]),
        (".. seealso:: The other page.", [(None, "The other page.")]),
        (".. tab:: Linux\n\n   Type it.", [(Role.CAPTION, "Linux"), (None, "Type it.")]),
        (".. code-block:: sh\n   :linenos:\n\n   ls -l", [(Role.CODE, "ls -l")]),
        (".. py:function:: f(a)\n\n   Does it.", [(Role.CODE, "f(a)"), (None, "Does it.")]),
        (".. toctree::\n\n   a\n   b\n\nText.", [(None, "Text.")]),
    ],
)
def test_a_directive_is_read_for_what_it_holds(text: str, found: list[tuple[Role | None, str]]) -> None:
    """Text, code, a title, or nothing that is shown."""
    assert pairs(read_text(text, "a.rst")) == found


def test_no_other_file_is_read() -> None:
    """Includes are refused; what they would have read is not in the text."""
    for line in (".. include:: /etc/hosts", ".. literalinclude:: /etc/hosts", ".. csv-table::\n   :file: /etc/hosts"):
        assert "localhost" not in read_text(f"Text.\n\n{line}\n", "a.rst").text


def test_what_docutils_could_not_read_is_refused() -> None:
    """A line over its limit, and too many levels; each says what to do."""
    with pytest.raises(InputError, match=r"found 20000; wrap them or save it as \.txt"):
        read_text("ab" * 10_000, "a.rst")
    with pytest.raises(InputError, match=r"nested too deeply; save it as \.txt"):
        read_text("- " * 2000 + "x", "a.rst")


BLOCKS = st.sampled_from(
    [
        "W *W* and ``W``.",
        "- W\n- W",
        "W\n  W",
        "::\n\n  W",
        ".. note::\n\n   W",
        ".. unheard-of:: W\n\n   W",
        ".. warning:: W",
        "W *W `W",
        "+---+\n| W\n+---+",
        "W\n===",
        "W\n--",
        "| W\n| W",
        ":W: W",
        "== ==\nW  W\n== ==\nW  W\n== ==",
        ".. [1] W",
        "Line [1]_ and :role:`W` and :ref:`W <x>`.",
    ]
)


@given(st.lists(BLOCKS, min_size=2, max_size=8))
def test_every_word_of_a_page_is_read(blocks: list[str]) -> None:
    """Also of what is wrong; the fields of the head alone are told apart."""
    words = iter(f"w{number}w" for number in range(999))
    text = re.sub(r"\bW\b", lambda _: next(words), "\n\n".join(["First.", *blocks]))
    reading = read_text(text, "a.rst")
    check_tiling(reading)
    assert set(re.findall(r"\bw\d+w\b", text)) <= set(re.findall(r"w\d+w", reading.text))
