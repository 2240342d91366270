"""Words of a text are cut with their places, in scripts with spaces and without."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.encoding import WordForms, load_encoder
from align.words.cut import count_words, cut_text


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("L'été, 1,350 ans.", ["L", "été", "1,350", "ans"]),
        ("Die E-Mail kam um 7:55 Uhr.", ["Die", "E", "Mail", "kam", "um", "7:55", "Uhr"]),
        ("हिन्दी में लिखा", ["हिन्दी", "में", "लिखा"]),
        ("كتب الرسالة أمس.", ["كتب", "الرسالة", "أمس"]),
        ("— … !", []),
    ],
)
def test_words_are_letters_and_digits(text: str, forms: list[str]) -> None:
    """Marks belong to no word, vowel signs and the marks inside of numbers do."""
    assert cut_text(text).forms == forms


def test_what_is_written_without_spaces_is_cut_into_pieces() -> None:
    """A foreign word among them stays whole, and nothing is lost."""
    encoder = load_encoder()
    assert isinstance(encoder, WordForms)
    text = "新しい橋はBerlinで2019年に開通した。"
    cut = cut_text(text, encoder.pieces)
    assert "".join(cut.forms) == text.rstrip("。")
    assert {"Berlin", "2019"} <= set(cut.forms)
    assert len(cut.forms) > 5


@settings(max_examples=50)
@given(st.text(max_size=60))
def test_words_stand_where_they_say_in_order(text: str) -> None:
    """Whatever the text is, each form is what the text has at its place, and none overlap."""
    cut = cut_text(text)
    assert [text[start:stop] for start, stop in cut.spans] == cut.forms
    assert all(first[1] <= second[0] for first, second in zip(cut.spans, cut.spans[1:], strict=False))
    assert len(cut.opens) == len(cut.sizes) == len(cut.forms)


def test_a_mark_opens_a_clause() -> None:
    """A comma, a dash or a quotation mark does, a hyphen does not."""
    cut = cut_text("Rain, they said – “heavy rain” – on the north-east coast.")
    assert [form for form, opens in zip(cut.forms, cut.opens, strict=True) if opens] == ["they", "heavy", "on"]


def test_characters_of_a_script_without_spaces_count_as_parts_of_words() -> None:
    """Eight Chinese characters say as much as five words."""
    assert count_words("今天早上下雨很大") == pytest.approx(5.0)
