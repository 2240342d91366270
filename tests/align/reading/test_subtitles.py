"""What the reader makes of subtitles: sentences over several cues, speakers, signs, and what is not shown."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.bitext import Role
from align.errors import InputError
from align.reading import read_bytes
from tests.align.reading.readings import check_tiling, pairs, read_text, texts

TALK = """WEBVTT - A talk
Kind: captions
Language: en-GB

STYLE
::cue { color: red }

NOTE A note that
runs on

intro
00:01.000 --> 00:04.000 align:start position:0%
<v Ann Lee>The gate was <c.loud>open</c> &amp; nobody

2
00:00:04.000 --> 00:00:06.000
<v Ann Lee>saw who had left it so.</v>

NOTE hidden

00:07.000 --> 00:09.000
- Who was it?
- <i>I <b>don't</b> know.</i>

00:09.100 --> 00:11.000
[door slams]

00:12.000 --> 00:13.000
MARTA: It was three <3 you.

00:13.100 --> 00:15.000
PARIS, 1923

00:15.000 --> 00:17.000
The rain had

stopped at last.

00:17.000 --> 00:19.000
♪ La la la ♪

00:30.000 --> 00:31.000
2024
"""


def test_cues_of_a_talk_become_sentences() -> None:
    """Speakers and sounds are furniture; a dash, a sign in capitals and music stand apart; notes are not shown."""
    reading = read_text(TALK, "a.vtt")
    assert pairs(reading) == [
        (Role.FURNITURE, "[Ann Lee]:"),
        (Role.BODY, "The gate was open & nobody\nsaw who had left it so."),
        (Role.BODY, "- Who was it?"),
        (Role.BODY, "- I don't know."),
        (Role.FURNITURE, "[door slams]"),
        (Role.FURNITURE, "MARTA:"),
        (Role.BODY, "It was three <3 you."),
        (Role.BODY, "PARIS, 1923"),
        (Role.BODY, "The rain had\nstopped at last."),
        (Role.BODY, "♪ La la la ♪"),
        (Role.BODY, "2024"),
    ]
    assert reading.language == "en-GB"
    check_tiling(reading)


def cues(*said: str, pause: float = 0.5, blank: str = "\n") -> str:
    """Return subtitles of two seconds each."""
    parts, clock = [], 0.0
    for number, text in enumerate(said, 1):
        times = [f"00:00:{int(at):02},{round(at % 1 * 1000):03}" for at in (clock, clock + 2)]
        parts.append(f"{number}\n{times[0]} --> {times[1]}\n{text}\n{blank}")
        clock += 2 + pause
    return "".join(parts)


@pytest.mark.parametrize("blank", ["\n", "", "\n\n\n"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_numbers_and_times_are_no_text(end: str, blank: str) -> None:
    """However many blank lines part the cues; a number that is said is kept."""
    source = cues("{\\an8}It came in", "1923", "<font color='red'>and left.</font>", blank=blank).replace("\n", end)
    assert texts(read_text(source, "a.srt")) == ["It came in\n1923\nand left."]


def test_names_before_a_colon_are_speakers_where_they_come_again() -> None:
    """A word that stands there once is a word."""
    source = cues("Ann: Come in and", "sit down.", "Bo: Remember:", "Ann: Why?", "Bo: Look: it rains.")
    assert [text for role, text in pairs(read_text(source, "a.srt")) if role is Role.FURNITURE] == [
        "Ann:", "Bo:", "Ann:", "Bo:",
    ]  # fmt: skip
    assert texts(read_text(cues("Remember: go.", "Then come."), "a.srt")) == ["Remember: go.\nThen come."]


def test_a_long_pause_parts_what_does_not_go_on() -> None:
    """A small letter or three dots go on all the same."""
    assert texts(read_text(cues("The door", "Nobody", pause=9), "a.srt")) == ["The door", "Nobody"]
    assert texts(read_text(cues("The door", "was shut", "...for years.", pause=9), "a.srt")) == [
        "The door\nwas shut\n...for years."
    ]


def test_captions_that_roll_up_are_said_once() -> None:
    """Those made while somebody speaks show each line twice."""
    source = (
        "WEBVTT\n\n00:00.000 --> 00:02.000\nthe<00:00.500><c> gate</c>\n\n00:02.000 --> 00:04.000\n"
        "the gate\nwas<00:02.500><c> open</c>\n\n00:04.000 --> 00:06.000\nwas open\nagain\n"
    )
    assert texts(read_text(source, "a.vtt")) == ["the gate\nwas open\nagain"]


@pytest.mark.parametrize("name", ["a.srt", "a.vtt"])
def test_subtitles_without_times_are_refused(name: str) -> None:
    """A text with the name of subtitles is told."""
    with pytest.raises(InputError, match="expected subtitles, found no line of times"):
        read_bytes(b"Just text.", name=name)


LINES = ["1", "00:00:01,000 --> 00:00:02,000", "", "Text.", "NOTE", "- A: b", "[c]", "<v D>e"]


@given(st.lists(st.sampled_from(LINES)))
def test_no_line_of_a_damaged_file_is_lost(lines: list[str]) -> None:
    """Blank lines in cues, missing numbers and missing times cost no text."""
    try:
        reading = read_text("\n".join(lines), "a.srt")
    except InputError:
        return
    check_tiling(reading)
    said = sum(line == "Text." and "-->" in before for before, line in pairwise(lines))
    assert reading.text.count("Text.") >= said
