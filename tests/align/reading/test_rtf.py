"""What the reader makes of RTF: letters of many code pages, what is not shown, and files that were made to do harm."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.bitext import Role
from align.errors import InputError
from align.reading import read_bytes
from tests.align.reading.readings import SENTENCE, check_tiling, pairs, texts

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Arial;}{\f1\fcharset204 Times;}{\f2\fcharset128 Gothic;}}"
    r"{\colortbl;\red0;}{\stylesheet{\s0 Normal;}{\s1\b heading 1;}{\s2 caption;}}{\*\generator X;}"
    r"{\info{\title Harbour}{\author Ann Lee}{\creatim\yr2021}}{\header Running head\par}"
)


def read_rtf(body: str) -> list[tuple[Role | None, str]]:
    """Return role and text of the blocks of a file with this body."""
    reading = read_bytes((HEAD + body + "}").encode("latin-1"), name="a.rtf")
    check_tiling(reading)
    assert (reading.title, reading.byline, reading.warnings) == ("Harbour", "Ann Lee", ())
    return pairs(reading)


def test_an_rtf_file_is_read_in_document_order() -> None:
    """Styles tell the roles, notes stand behind the text, cells apart; addresses and running heads are gone."""
    assert read_rtf(
        rf"""\pard\s1\b The harbour closes\b0\par
\pard\plain {SENTENCE} It was {{\b the}} last{{\footnote\pard A note.\par}} one.\line New line.\par
{{\field{{\*\fldinst{{HYPERLINK "http://x.org"}}}}{{\fldrslt{{\ul A link}}}}}} ends.\par
\trowd\cellx100 boats\cell seven\cell\row
\pard\s2 The quay\par
{{\shp{{\*\shpinst{{\sp{{\sn a}}{{\sv b}}}}{{\shptxt \pard In a box.\par}}}}{{\shprslt old}}}}
\pard {{\v hidden}}{{\deleted
gone}}The {{\pict\bin2 }}{{}} end."""
    ) == [
        (Role.HEADLINE, "The harbour closes"),
        (None, f"{SENTENCE} It was the last one."),
        (None, "New line."),
        (None, "A link ends."),
        (None, "boats"),
        (None, "seven"),
        (Role.CAPTION, "The quay"),
        (None, "In a box."),
        (None, "The  end."),
        (None, "A note."),
    ]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"caf\'e9 \u1234\'3f \u8364?", "café Ӓ €"),
        (r"\u-10179?\u-8703?", "😁"),
        (r"{\uc2 \u233\'c3\'a9!}{\uc0\u233}a", "é!éa"),
        (r"{\f1 \'cf\'f0\'e8\'e2\'e5\'f2} \'e9", "Привет é"),
        (r"{\f2 \'83e\'83\'58\'83g}", "テスト"),
        (r"\{a\} \\ b\~c\_d\emdash e \ldblquote f\rdblquote", "{a} \\ b\u00a0c\u2011d—e “f”"),
        (r"{\*\unknown gone}{\unknown kept}", "kept"),
    ],
)
def test_letters_are_those_that_are_shown(body: str, text: str) -> None:
    """Code pages go with fonts, Unicode has a fallback that is skipped."""
    assert [found for _, found in read_rtf(body)] == [text]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"Just text.", "none of its marks"),
        (rb"{\rtf1 }", "only white space"),
        (b"{\\rtf1 " + b"{" * 2000, "groups within each other"),
    ],
)
def test_a_bad_rtf_file_is_refused(data: bytes, reason: str) -> None:
    """In one line."""
    with pytest.raises(InputError, match=reason) as caught:
        read_bytes(data, name="a.rtf")
    assert "\n" not in str(caught.value)


def test_a_torn_rtf_file_is_read_with_a_warning() -> None:
    """What is there is read."""
    reading = read_bytes(rb"{\rtf1 One was here.\par Two", name="a.rtf")
    assert texts(reading) == ["One was here.", "Two"]
    assert reading.warnings == ("a.rtf: ends within a group; it may be cut off",)


@given(st.lists(st.sampled_from([*r"\{}'*-", r"\u", r"\bin", r"\par", r"\'", "9", "a", " ", r"\footnote", r"\info"])))
def test_any_rtf_gives_a_sound_reading_or_an_error_of_ours(parts: list[str]) -> None:
    """Whatever the words are."""
    try:
        reading = read_bytes(("{\\rtf1 " + "".join(parts)).encode(), name="a.rtf")
    except InputError:
        return
    check_tiling(reading)


PATTERNS = [r"{\field{\*\fldinst{HYPERLINK }}}", r"{\f0 }", "{}", r"\u1", r"\'41", r"{\footnote a}"]


@pytest.mark.parametrize("part", PATTERNS)
def test_long_files_take_linear_time(part: str) -> None:
    """Patterns that repeat without end cost no more than others."""
    start = time.process_time()
    assert texts(read_bytes(("{\\rtf1 One" + part * 40_000).encode(), name="a.rtf"))[0].startswith("One")
    assert time.process_time() - start < 5.0
