"""Sentences are cut where a reader would cut them, nothing is lost, and no text makes it slow.

The hard cases are in `sentences.txt`, one test a line.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.bitext import Document, Role, Span
from align.ledger import is_blank
from align.reading.blocks import Block
from align.sentences.split import line_segments, make_segments, split_sentences

CASES = Path(__file__).with_name("sentences.txt")
LANGUAGES = ("ar", "de", "el", "en", "fr", "hy", "ja", "ko", "nl", "ru", "th", "und", "zh-Hant")
TEXTS = st.text(
    alphabet=st.sampled_from(list("aAbB1iIvV .,!?…:;\n\t\"'“”„«»()[]-—。！？」「あ中ا؟।\u200b\u00a0\r\f\u2029é😀"))
)


def read_cases() -> Iterator[object]:
    """Yield one parameter set for every line of the file: language and text with its boundaries."""
    language = ""
    for number, line in enumerate(CASES.read_text("utf-8").splitlines(), 1):
        if line.startswith("# ") and len(line.split()) == 2:
            language = line[2:]
        elif line and not line.startswith("#"):
            marks = [pytest.mark.xfail(reason="known to fail", strict=True)] if line.startswith("!") else []
            yield pytest.param(
                language, line.removeprefix("!").replace("¶", "\n"), id=f"{language}-{number}", marks=marks
            )


def sentences(text: str, language: str) -> list[str]:
    """Return the texts of the sentences."""
    return [text[span.start : span.stop] for span in split_sentences(text, language)]


@pytest.mark.parametrize(("language", "case"), list(read_cases()))
def test_a_text_is_cut_where_a_reader_would_cut_it(language: str, case: str) -> None:
    """Each line of the file is cut at its marks and nowhere else."""
    text = case.replace("| ", "").replace("|", "")
    assert sentences(text, language) == [piece.strip() for piece in case.split("|")]


def test_a_blank_line_ends_a_sentence() -> None:
    """A single newline is a space, two are a boundary, with white space between them or not."""
    assert sentences("One\ntwo\n \nThree\r\n\r\nfour", "en") == ["One\ntwo", "Three", "four"]


@pytest.mark.parametrize("tag", ["pt-BR", "pt_BR", "PT", "pt-Latn-BR"])
def test_only_the_primary_part_of_a_tag_counts(tag: str) -> None:
    """Region, script and casing change nothing."""
    assert sentences("O Sr. Silva saiu. Choveu.", tag) == ["O Sr. Silva saiu.", "Choveu."]


@pytest.mark.parametrize("tag", ["nb", "nn", "no"])
def test_all_kinds_of_norwegian_have_the_same_rules(tag: str) -> None:
    """Bokmål and Nynorsk are written with the same abbreviations."""
    assert sentences("Kong Olav V. Norges konge. Ja.", tag) == ["Kong Olav V. Norges konge.", "Ja."]


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "\u00a0\t\u2029"])
def test_a_text_without_visible_characters_has_no_sentences(text: str) -> None:
    """Nothing gives nothing."""
    assert split_sentences(text, "en") == []


@pytest.mark.parametrize("text", ["...", "“ — ”", "?! ?! ?!", "* * *", "😀. 😀."])
def test_a_text_without_letters_is_one_sentence(text: str) -> None:
    """Punctuation alone is never a sentence beside others."""
    assert sentences(text, "en") == [text]


@given(TEXTS, st.sampled_from(LANGUAGES))
def test_nothing_is_lost(text: str, language: str) -> None:
    """Sentences are in order, have no white space at their ends, and only white space is between them."""
    end = 0
    for span in split_sentences(text, language):
        piece = text[span.start : span.stop]
        assert piece
        assert piece == piece.strip()
        assert span.start >= end
        assert not text[end : span.start].strip()
        end = span.stop
    assert not text[end:].strip()


@given(TEXTS, TEXTS, st.sampled_from(LANGUAGES))
def test_a_blank_line_parts_two_texts(before: str, after: str, language: str) -> None:
    """What is behind a blank line does not change how the text before it is cut."""
    whole = sentences(f"{before}\n\n{after}", language)
    assert whole == sentences(before, language) + sentences(after, language)


@given(st.lists(st.sampled_from(["It rains.", "Nobody came!", "Who left?", "“We saw it.”"]), min_size=1))
def test_plain_sentences_come_back_as_they_were_joined(parts: list[str]) -> None:
    """Easy prose has no surprises."""
    assert sentences(" ".join(parts), "en") == parts


@pytest.mark.parametrize("language", ["en", "de", "ja", "ru", "und"])
@pytest.mark.parametrize(
    "text",
    [
        *(
            "a",
            ".",
            "。",
            "“",
            "(",
            "A. ",
            "1. ",
            ". ",
            "a.",
            "(a.) B ",
            '." ',
            "\n ",
            "… a",
            "?!",
            "z. b. ",
            "」と",
            "「あ。」と",
        ),
        *("x) ", '。"', "A.-", "’.", "[1]", ".[1]", ".😀", "II. ", "U.S. "),
        *(
            "a.1 A",
            "ab.Ab",
            'ab."Ab',
            ". . . ",
            "x.[y",
            "в 1902 г. К. ",
            "ab.\n2.\n",
            ".1,2",
            "ab—.",
            "¹.¹",
            "AB.Ab",
            "a.b@C.D",
        ),
    ],
)
def test_no_repetition_makes_it_slow(text: str, language: str) -> None:
    """A hundred thousand characters of the same kind are done in a moment; a quadratic rule would hang here."""
    many = text * (100_000 // len(text))
    assert (
        "".join(sentences(many, language)).replace(" ", "") == many.replace("\n", "").replace(" ", "") or "\n" in many
    )


def test_article_text_and_comments_are_cut_and_the_rest_is_not() -> None:
    """A headline of two sentences is one segment; the paragraph is the number of the block."""
    text = "Rain? Yes.\n\nIt rained. We left.\n\nGood. Thanks!\n\n"
    blocks = [Block(Span(0, 12), Role.HEADLINE), Block(Span(12, 32), Role.BODY), Block(Span(33, 47), Role.COMMENT)]
    segments = make_segments(text, blocks, "en")
    assert [(segment.text, segment.paragraph, segment.role.value) for segment in segments] == [
        ("Rain? Yes.", 0, "headline"),
        ("It rained.", 1, "body"),
        ("We left.", 1, "body"),
        ("Good.", 2, "comment"),
        ("Thanks!", 2, "comment"),
    ]
    assert Document("rain", "en", text, segments).segments == segments


def test_a_block_without_visible_text_has_no_segment() -> None:
    """Its number is left out, so that the others keep theirs."""
    segments = make_segments("  A b.", [Block(Span(0, 2), Role.CAPTION), Block(Span(2, 6), Role.BODY)], "en")
    assert [(segment.text, segment.paragraph) for segment in segments] == [("A b.", 1)]


def test_a_block_without_a_role_is_refused() -> None:
    """Whoever calls has to decide what is article text."""
    with pytest.raises(ValueError, match="expected a role for every block"):
        make_segments("A.", [Block(Span(0, 2))], "en")


@given(TEXTS)
def test_pre_split_lines_account_for_the_whole_text(text: str) -> None:
    """One segment per line that is not blank, whatever is on it; a document accepts them."""
    segments = line_segments(text)
    lines = [line.strip() for line in re.split("\r\n|\r|\n", text.removeprefix("\ufeff"))]
    assert [segment.text for segment in segments] == [line for line in lines if not is_blank(line)]
    assert Document("lines", "und", text, segments).text == text


def test_blank_lines_part_the_paragraphs_of_pre_split_text() -> None:
    """Any number of blank lines is one boundary, and those at the start are none."""
    segments = line_segments("\n\nA. B.\r\nC\n \n\nD\n")
    assert [(segment.text, segment.paragraph) for segment in segments] == [("A. B.", 0), ("C", 0), ("D", 1)]
