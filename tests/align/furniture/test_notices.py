"""Notices, boxes and bars do not unseat what stands beside them, and texts about them stay texts."""

import time

import pytest

from align.bitext import Role
from align.furniture.judge import assign_roles, describe
from align.furniture.notices import mark_notices
from align.furniture.shapes import describe_line
from align.reading import read_bytes
from tests.align.furniture.notice_pages import NOTICE_PAGES
from tests.align.furniture.pages import blocks_and_roles


def roles_of(text: str) -> dict[str, Role | None]:
    """Return the roles of pasted lines."""
    lines = text.strip().splitlines()
    blocks = assign_roles(read_bytes("\n\n".join(lines).encode(), name="pasted.txt"))
    return {line: block.role for line, block in zip(lines, blocks, strict=True)}


@pytest.mark.parametrize("page", NOTICE_PAGES.values(), ids=NOTICE_PAGES)
@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["lines", "paragraphs"])
def test_notices_do_not_unseat_headline_author_and_date(page: str, between: str) -> None:
    """Wherever a notice stands, all other lines have the roles that they have without it."""
    texts, expected = blocks_and_roles(page)
    reading = read_bytes(between.join(texts).encode(), name="pasted.txt")
    blocks = assign_roles(reading)
    assert list(zip(texts, [block.role for block in blocks], strict=True)) == list(zip(texts, expected, strict=True))
    assert describe(reading, blocks)[0] == texts[expected.index(Role.HEADLINE)]


def test_what_is_told_beside_the_reading_time_is_understood() -> None:
    """Author and date are those of the line, without the minutes."""
    page = "Town buys the old brewery\n\nBy Ann Lee · 4 March 2021 · 4 min read\n\n" + (
        "The town of Aldmere has bought the old brewery on the river for 1.2 million pounds."
    )
    reading = read_bytes(page.encode(), name="pasted.txt")
    assert describe(reading, assign_roles(reading))[1:] == ("Ann Lee", "4 March 2021")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "The court said on Monday that the consent banner of the shop was illegal.\n"
            "Nobody can refuse cookies there without reading the privacy policy of its partners first.\n"
            "“You share your data with us and our partners, and we store cookies on your device”, said the banner.\n"
            "The judges found that users were misled, and set a fine of two million euros.",
            id="court on cookies",
        ),
        pytest.param(
            "We take your privacy seriously, and this policy says which personal data we collect and why.\n"
            "On your device our site stores cookies, so that you stay logged in.\n"
            "A copy of the policy hangs in the hall of our school, where parents can read it at any hour.\n"
            "Our partners see your personal data only with your consent, which you may withdraw.\n"
            "The headmistress answers all letters within two weeks of their arrival.\n"
            "You have the right to a copy of your personal data, and our team sends it to you.",
            id="privacy policy",
        ),
        pytest.param(
            "We bake our cookies in a small oven, and your house will smell of them for days.\n"
            "Take them out after ten minutes, before they are brown, and let them cool on a rack.",
            id="recipe",
        ),
        pytest.param(
            "Three networks were blocked in the country on Tuesday, the minister said:\nFacebook\nInstagram\nTikTok\n"
            "Nobody knows when they will be open again, and the minister did not answer any questions.",
            id="list of networks",
        ),
        pytest.param(
            "Choose the entry that you need from the menu in the upper corner of the window.\nSettings\nSave\n"
            "Both of these buttons store the changes that you have made in the form before.",
            id="buttons of a manual",
        ),
        pytest.param(
            "He had 4 minutes to read it.\nThe letter of the captain was long, and the ship left the quay at noon.",
            id="minutes in a sentence",
        ),
    ],
)
def test_texts_about_notices_are_texts(text: str) -> None:
    """Words of consent, names of networks and minutes occur in article text."""
    assert set(roles_of(text).values()) == {Role.BODY}


def test_a_headline_on_privacy_below_a_notice_stays_the_headline() -> None:
    """The words of a notice in a headline do not draw it into the notice above."""
    page = """
This website uses cookies to improve your experience.
Accept all
Parliament votes on privacy law
By Ann Lee
The parliament has voted for a law on privacy, after a debate that lasted for nine hours.
Its members will meet again on Tuesday, when the second chamber has read the text.
"""
    found = roles_of(page)
    assert found["Parliament votes on privacy law"] is Role.HEADLINE
    assert found["Accept all"] is Role.FURNITURE


@pytest.mark.parametrize("line", ["We use cookies on your device with our partners.", "Accept all", "Share", "x"])
def test_long_pages_of_notices_take_no_long_time(line: str) -> None:
    """No rule costs the square of the length."""
    start = time.perf_counter()
    assert len(mark_notices([describe_line(line)] * 20_000)) == 20_000
    assert time.perf_counter() - start < 10
