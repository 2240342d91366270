"""Text from outside is safe to print and stays readable."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.sanitize import fit_encoding, is_unicode, sanitize, sanitize_line

BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
TEXTS = st.text(st.characters(categories=None), max_size=80) | st.text(
    st.sampled_from("a \n\r\t\x1b\x07\x7f\x9b\u0085\u202e\u2066\u200b\u200c\u200d\ufeff\u00ad\U000e0041\ud800\u2028北é")
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("\x1b]8;;http://x.example\x07y", "␛]8;;http://x.example␇y"),
        ("a\x00\x7f\x9b", "a␀␡⟨9B⟩"),
        ("a\tb", "a b"),
        ("a\r\nb\rc", "a\nb␍c"),
        ("a\u2028b", "a\nb"),
        ("a\u202eb\u202c", "a⟨RLO⟩b⟨PDF⟩"),
        ("\u2066\u2069\u200e\u200f\u061c", "⟨LRI⟩⟨PDI⟩⟨LRM⟩⟨RLM⟩⟨ALM⟩"),
        ("a\u200bb\ufeffc\u00add", "a⟨ZWSP⟩b⟨BOM⟩c⟨SHY⟩d"),
        ("x\U000e0041\U000e0001", "x⟨TAG A⟩⟨U+E0001⟩"),
        ("\ud800\u2061", "⟨U+D800⟩⟨U+2061⟩"),
    ],
)
def test_what_cannot_be_seen_is_shown(text: str, expected: str) -> None:
    """Each kind of character has its picture."""
    assert sanitize(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "می‌خواهم کتاب بخوانم.",
        "क्‍ष और क्‌ष, हिन्दी में।",
        "ශ්‍රී ලංකාව",
        "👨‍👩‍👧 et 🇫🇷 ❤️",
        "كِتَابٌ جَدِيدٌ",
        "שָׁלוֹם עוֹלָם",
        "北京、「東京」。",
        "Quoi\u00a0? «\u202fRien\u202f»",
        "e\u0301 Å ﬁ",
    ],
)
def test_texts_of_many_scripts_stay_as_they_are(text: str) -> None:
    """Joiners, marks and no-break spaces are spelling, not tricks."""
    assert sanitize(text) == text
    assert sanitize_line(text) == text


@given(TEXTS)
def test_no_control_character_is_left(text: str) -> None:
    """What comes out has neither controls nor surrogates nor bidirectional controls, and can be written as UTF-8."""
    found = sanitize(text)
    assert not {char for char in found if unicodedata.category(char) in {"Cc", "Cs"}} - {"\n"}
    assert not BIDI & set(found)
    assert found.encode("utf-8").decode("utf-8") == found


@given(TEXTS)
def test_sanitizing_twice_changes_nothing_more(text: str) -> None:
    """A picture is not taken for something to picture."""
    assert sanitize(sanitize(text)) == sanitize(text)


@given(TEXTS)
def test_a_line_is_one_line(text: str) -> None:
    """No line break of any kind is left."""
    assert len(sanitize_line(text).splitlines()) <= 1


@given(TEXTS, st.sampled_from(["ascii", "latin-1", "cp1252", "shift_jis", "utf-8"]))
def test_fitted_text_can_be_written(text: str, encoding: str) -> None:
    """Printing never fails for an encoding."""
    fitted = fit_encoding(sanitize(text), encoding)
    assert fitted.encode(encoding).decode(encoding) == fitted


def test_only_the_encodings_of_unicode_can_write_any_text() -> None:
    """The question that decides on ASCII symbols."""
    assert is_unicode("UTF-8")
    assert is_unicode("utf_16_le")
    assert not is_unicode("iso-8859-1")
