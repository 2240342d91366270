"""Hostile text is shown visibly, never obeyed, and leaves the layout as it is."""

from pathlib import Path

import pytest
from rich.cells import cell_len

from align.bitext import Span
from align.report.terminal.look import UNICODE, Look
from align.report.terminal.marked import Shown, show, show_marked, styled_lines
from align.review.screen.app import Review
from align.review.screen.cells import most_cells, wrap_for_all
from tests.align import comparisons
from tests.align.review.screen.screens import drive, project_of, text_of

LOOK = Look(UNICODE, "utf-8")
HOSTILE = {
    "escapes": ("\x1b[2J\x1b]0;title\x07 gone \x9b31m", "␛[2J␛]0;title"),
    "bidi": ("safe \u202egnp.exe\u202c end \u2067x\u2069", "⟨RLO⟩gnp.exe⟨PDF⟩"),
    "zero width": ("b" + "\u200b" * 40 + "e", "⟨ZWSP⟩⟨ZWSP⟩"),
    "marks": ("a" + "\u0301" * 9000 + "b", "⟨+8,996 marks⟩"),
    "joiners": ("a" + "\u200d" * 9000 + "b", "⟨+8,996 marks⟩"),
    "long word": ("w" * 10000, "wwwwwwwwwwww"),
    "emoji": ("👨\u200d👩\u200d👧\u200d👦 family 🏳\ufe0f\u200d🌈 flag 👍🏽", "family"),
    "chain": ("\u200d".join("😀" * 300) + " end", "⟨ZWJ⟩😀"),
    "markup": ("[bold red]not[/] [@click=app.quit]link[/]", "[bold red]not[/]"),
    "filler": ("x\u3164\u115fy", "⟨U+3164⟩⟨U+115F⟩"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_shown(tmp_path: Path, name: str) -> None:
    """In the columns, the heads, the details and the dialogs; no line is too wide, nothing of it is obeyed."""
    text, shown = HOSTILE[name]
    project = project_of(comparisons.short(source=text, target=text, name=text[:200]), tmp_path)

    def check(app: Review) -> None:
        screen = text_of(app)
        assert shown in screen.replace("\n", "") or app.size.width < 80
        assert not {"\x1b", "\x07", "\x9b", "\u202e", "\u2067"} & set(screen)
        assert max(map(cell_len, screen.splitlines())) <= app.size.width

    drive(
        project,
        ["j", "t", "escape", "enter", "escape", "/", "type [b]x", "enter"],
        check,
        size=(100, 24),
        resized=[(60, 24)],
    )


def test_spelling_stays_as_it_is() -> None:
    """Hebrew points, Persian joiners, Devanagari and families are no floods."""
    for text in ("בְּרֵאשִׁית בָּרָ֣א", "می\u200cخواهم", "क्षत्रिय", "👨\u200d👩\u200d👧\u200d👦", "ﷺ é ẹ̄́"):
        assert show(text, LOOK) == text


@pytest.mark.parametrize(
    "text", ["गाँव का पुल सोमवार को फिर से खुल गया। " * 3, "का" * 90, "👨\u200d👩\u200d👧\u200d👦 और " * 9, "ஒன்றியம் " * 20]
)
def test_no_line_is_wider_than_its_column_in_any_terminal(text: str) -> None:
    """Nothing is lost either: what a terminal gives more cells than there are would be drawn over."""
    lines = wrap_for_all(text, 30)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert max(map(most_cells, lines)) <= 30


def test_words_of_a_finding_are_marked_through_what_is_shown() -> None:
    """The marks keep their words where letters before them are pictured, and where lines are wrapped."""
    text = "a\x1b\u202e  b 48 millions"
    shown = show_marked(text, [Span(7, 9), Span(7, 8)], LOOK)
    assert shown.text == "a␛⟨RLO⟩  b ⟦48⟧ millions"
    assert [shown.text[mark.start : mark.stop] for mark in shown.marked] == ["⟦48⟧"]
    lines = list(styled_lines(shown, ["a␛⟨RLO⟩ b", "⟦48⟧", "millions"]))
    assert lines == [[("a␛⟨RLO⟩ b", False)], [("⟦48⟧", True)], [("millions", False)]]


def test_a_finding_about_the_whole_text_marks_nothing() -> None:
    """The symbol in the gutter says it already."""
    assert show_marked("all of it", [Span(0, 9)], LOOK) == Shown("all of it")
    assert show_marked("all of it", [Span(0, 9), Span(4, 6)], LOOK).text == "all ⟦of⟧ it"
