"""Documents from strings and files: offsets are those of the text that the caller has, and no character is lost."""

from pathlib import Path

import pytest
from hypothesis import given

from align import compare
from align.documents import document_from_text, read_document
from align.errors import InputError
from align.lines import Lines, Place
from tests.align.hostile import TEXTS

LETTER = "\ufeffThe pier is shut.\r\n\r\nNobody \ud800 knows why. Ćwikła."


@pytest.mark.parametrize("segmented", [False, True])
def test_a_string_keeps_its_offsets(segmented: bool) -> None:
    """Line ends and a byte order mark stay; half a character changes nothing but itself."""
    document = document_from_text(LETTER, language="en", segmented=segmented)
    assert document.text == LETTER.replace("\ud800", "\ufffd")
    assert document.segments[0].text == "The pier is shut."
    for segment in document.segments:
        found = LETTER[segment.chars.start : segment.chars.stop].replace("\ud800", "\ufffd")
        assert segment.text == found
    assert not document.meta.warnings


def test_strings_with_half_characters_are_compared() -> None:
    """The encoder takes them as well."""
    found = compare(document_from_text(LETTER, language="en"), document_from_text(LETTER, language="en"))
    assert found.verdict.value == "same"


@given(TEXTS)
def test_any_string_is_a_document_of_its_length(text: str) -> None:
    """Or holds nothing to compare."""
    for segmented in (False, True):
        try:
            document = document_from_text(text, language="en", segmented=segmented, keep_furniture=True)
        except InputError:
            continue
        assert len(document.text) == len(text)


def test_a_string_that_looks_like_a_page_is_text() -> None:
    """Whoever has a string knows what it is."""
    text = "<html><body><p>One is not read as a page.</p></body></html>"
    assert document_from_text(text, language="en").text == text


def test_lines_without_width_are_blank(tmp_path: Path) -> None:
    """They are no segments, whether the text is cut or comes with one segment a line."""
    path = tmp_path / "a.txt"
    path.write_text("One was here.\n\u200b\nTwo was here.\n\u00a0\u2060\n\u00adThree.\n", encoding="utf-8")
    for segmented in (False, True):
        document = read_document(path, language="en", segmented=segmented)
        assert [segment.text.strip("\u00ad") for segment in document.segments] == [
            "One was here.", "Two was here.", "Three.",
        ]  # fmt: skip


PAGED = (
    "The old man opened the window and looked at the\n\n42   THE SALT ROAD\n\nsea until it was dark. He went home. "
    "It was cold there and nobody had lit the fire.\n\nAll was well in the harbour that night, they said.\n"
)


def test_lines_that_are_segments_stay_where_they_are(tmp_path: Path) -> None:
    """Even where a page number stands inside a sentence, which a text that is to be cut has behind its paragraph."""
    path = tmp_path / "a.txt"
    path.write_text(PAGED, encoding="utf-8")
    cut = read_document(path, language="en")
    assert cut.segments[0].text.endswith("sea until it was dark.")
    assert (cut.meta.verbatim, document_from_text(PAGED, language="en").text) == (False, cut.text)
    lines = read_document(path, language="en", segmented=True)
    assert (lines.text, lines.meta.verbatim) == (PAGED, True)
    assert [segment.text for segment in lines.segments] == [line for line in PAGED.split("\n") if line]


def test_lines_are_those_of_editors() -> None:
    """All three line ends count once, and no other character ends a line."""
    lines = Lines("a\r\nb\rc\n\u2028\x0bd\u0085e")
    assert len(lines) == 4
    assert [lines.place(offset) for offset in (0, 3, 5, 7, 9, 12)] == [
        Place(1, 1), Place(2, 1), Place(3, 1), Place(4, 1), Place(4, 3), Place(4, 6),
    ]  # fmt: skip
    assert (len(Lines("")), len(Lines("\n")), len(Lines("a"))) == (0, 1, 1)
