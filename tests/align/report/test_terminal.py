"""The terminal report: what it shows, folds and marks as uncertain, its map, its speed, and how tmux displays it."""

import os
import shutil
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from align.bitext import Fate, Finding, Severity, Span, Verdict
from align.report.terminal.look import BLUE, ORANGE, UNICODE, Look
from align.report.terminal.plan import plan
from align.report.terminal.rows import Rows
from align.report.wording import exit_status
from tests.align.comparisons import (
    ADDED,
    DROPPED,
    KEPT,
    UNCERTAIN,
    Fates,
    bridge,
    compare,
    document,
    orchard,
    two_articles,
)
from tests.align.report.renderings import plain, rows_of, terminal


def test_kept_runs_are_folded_beyond_the_context() -> None:
    """A long run of kept rows becomes one line that says what it stands for."""
    texts = [f"Sentence {number}." for number in range(1, 21)]
    source, target = document("a", "en", [texts]), document("b", "fr", [texts[:12] + texts[13:]])
    fates: Fates = [*[(1, 1, KEPT, 0.9)] * 12, (1, 0, DROPPED, 0.9), *[(1, 1, KEPT, 0.9)] * 7]
    comparison = compare(source, target, fates)
    rows = rows_of(terminal(comparison))
    assert "… 11 kept (1–11 │ 1–11) …" in rows
    assert "… 6 kept (15–20 │ 14–19) …" in rows
    assert [line[:15] for line in rows.splitlines() if "Sentence" in line] == [
        "12 Sentence 12.",
        "13 Sentence 13.",
        "14 Sentence 14.",
    ]
    assert "… 12 kept" in terminal(comparison, context=0)
    assert "kept (" not in terminal(comparison, context=None)
    assert "Left out: 11 kept rows, source sentences 1 to 11, target sentences 1 to 11." in plain(comparison)


def test_run_of_dropped_rows_is_shown_in_full() -> None:
    """What was dropped is what the reader came for."""
    source = document("a", "en", [[f"Gone {number}." for number in range(40)]])
    rows = rows_of(terminal(compare(source, document("b", "fr", []), [(1, 0, DROPPED, 0.9)] * 40)))
    assert all(f"Gone {number}." in rows for number in range(40))


def test_map_shows_a_few_dropped_among_many() -> None:
    """In a long text one dropped sentence is less than a cell of the map, and is still seen."""
    texts = [f"Sentence {number}." for number in range(2000)]
    source, target = document("a", "en", [texts]), document("b", "fr", [texts[:500] + texts[501:]])
    fates: Fates = [*[(1, 1, KEPT, 0.9)] * 500, (1, 0, DROPPED, 0.9), *[(1, 1, KEPT, 0.9)] * 1499]
    report = terminal(compare(source, target, fates), 100)
    line = next(line for line in report.splitlines() if line.startswith("Map"))
    assert line.count("▓") == 1
    assert "▓ a few dropped or added" in report


def test_only_shows_the_fates_asked_for_and_keeps_their_numbers() -> None:
    """Other rows are left out without a fold."""
    rows = rows_of(terminal(bridge(), 120, only=frozenset({DROPPED})))
    assert "  8 No money was set aside" in rows
    assert " 13 “We lived through" in rows
    assert "Ferries" not in rows
    assert "kept (" not in rows


@pytest.mark.parametrize("width", [60, 100, 120])
def test_moved_rows_say_where_their_counterpart_stands(width: int) -> None:
    """Here the text, there a note with the numbers of the other side; a text that moved is never in doubt."""
    rows = rows_of(terminal(orchard(), width))
    assert [line for line in rows.splitlines() if "⇅" in line and "moved" in line] != []
    assert rows.count("(moved to 3–4)") == rows.count("(moved to 2)") == rows.count("(moved from 8)") == 1
    assert rows.count("(moved from 9)") == 2
    assert "?" not in rows


def test_moved_text_counts_in_the_head_and_can_be_asked_for() -> None:
    """Legend, map, counts and `--only moved` know it."""
    report = terminal(orchard(), 100)
    assert "⇅ moved" in report
    assert "▚ moved" in report
    assert "5 kept, 2 moved, 2 dropped" in report
    rows = rows_of(terminal(orchard(), 100, only=frozenset({Fate.MOVED})))
    assert rows.count("⇅") == 5
    assert "Parkplatz" not in rows


def test_plain_report_says_where_a_text_moved() -> None:
    """A line that is heard needs no columns to be understood."""
    lines = plain(orchard()).splitlines()
    assert (
        "Source paragraph 4, sentence 9, moved to target sentences 3 to 4, probability 86 %: "
        "A teacher and her pupils dug the holes by hand."
    ) in lines


def test_two_articles_get_no_rows_unless_asked_for() -> None:
    """A row would claim a correspondence that is not there."""
    assert "home side" not in terminal(two_articles())
    assert "two different articles" in terminal(two_articles())
    assert "home side" not in plain(two_articles())
    assert "home side" in terminal(two_articles(), only=frozenset(Fate))


def test_row_below_an_even_chance_reads_as_uncertain() -> None:
    """Whatever its fate, a row with a low probability has a question mark, in each layout."""
    comparison = compare(document("a", "en", [["One."]]), document("b", "fr", [["Un."]]), [(1, 1, KEPT, 0.499)])
    assert "=?49%" in terminal(comparison, 60)
    assert "=?49%" in terminal(comparison, 100)
    assert " =? " in terminal(comparison, 120)
    assert "?49%" in terminal(comparison, 120)
    assert "Kept but in doubt, probability 49 %" in plain(comparison)


def test_nothing_to_report_reads_as_such() -> None:
    """Two equal texts give one fold and exit status 0."""
    text = document("a", "en", [["One.", "Two."]])
    report = terminal(compare(text, text, [(1, 1, KEPT, 0.99)] * 2, Verdict.SAME))
    assert "… 2 kept (1–2 │ 1–2) …" in report
    assert "the target has 100 % of the source: 2 of 2 sentences" in report
    assert "0 findings; exit status 0: nothing to report" in report


def test_five_thousand_beads_are_quick() -> None:
    """A long comparison is shown in a couple of seconds."""
    texts = [f"Sentence number {number} of a text that goes on for quite a while, it seems." for number in range(5000)]
    text = document("a", "en", [texts[at : at + 5] for at in range(0, 5000, 5)])
    comparison = compare(text, text, [(1, 1, KEPT, 0.9)] * 5000)
    begin = time.process_time()
    report = terminal(comparison, 120, context=None)
    assert time.process_time() - begin < 8  # two seconds on an idle machine
    assert report.count("\n") > 5000


def _claim(bead: int, *, kind: str = "changed", severity: Severity = Severity.HIGH, chance: float = 0.87) -> Finding:
    """Return the finding of a check that no report has heard of."""
    span = Span(0, 4)
    return Finding(
        check="spelling",
        kind=kind,
        severity=severity,
        bead=bead,
        source=span,
        target=span,
        probability=chance,
        message="the names are not\nthe same: \x1b[31mLin, Lim",
    )


@pytest.mark.parametrize("width", [60, 100, 140])
def test_what_a_finding_says_stands_below_its_row(width: int) -> None:
    """A kept row that a check has something to say of is shown, whichever check it is, and its text is made safe."""
    texts = [f"Sentence {number}." for number in range(1, 21)]
    source, target = document("a", "en", [texts]), document("b", "fr", [texts])
    comparison = replace(compare(source, target, [(1, 1, KEPT, 0.9)] * 20), findings=(_claim(9),))
    shown = terminal(comparison, width)
    lines = shown.splitlines()
    (line,) = (
        number for number, line in enumerate(lines) if line.startswith("    ! the names are not the same: ␛[31m")
    )
    assert "Sentence 10." in lines[line - 1]
    assert "(high, 87 % sure)" in " ".join(shown.split())
    assert rows_of(shown).count("Sentence") == 6
    assert "1 finding; exit status 1: there are differences" in " ".join(shown.split())
    said = plain(comparison).splitlines()
    assert "Remark: the names are not the same: ␛[31mLin, Lim (high, 87 % sure)" in said


def test_what_a_row_shows_already_is_not_said_again() -> None:
    """That a sentence was dropped stands in its row."""
    assert "    ! " not in terminal(bridge(), context=None)
    assert "Remark" not in plain(bridge(), context=None)


@pytest.mark.parametrize(
    ("findings", "doubtful", "status", "line"),
    [
        ([], 0, 0, "0 findings; exit status 0: nothing to report"),
        ([], 2, 0, "0 findings, 2 uncertain rows; exit status 0: nothing certain of medium or high severity"),
        ([("low", 0.9)], 0, 0, "1 finding (1 low); exit status 0: nothing certain of medium or high severity"),
        (
            [("high", 0.49), ("low", 0.3)],
            1,
            0,
            "2 findings (2 uncertain), 1 uncertain row; exit status 0: nothing certain of medium or high severity",
        ),
        ([("medium", 0.5)], 0, 1, "1 finding; exit status 1: there are differences"),
        (
            [("high", 0.9), ("low", 0.9), ("medium", 0.2)],
            1,
            1,
            "3 findings (1 low, 1 uncertain), 1 uncertain row; exit status 1: there are differences",
        ),
    ],
)
def test_what_counts_little_is_told_among_the_details(
    findings: list[tuple[str, float]], doubtful: int, status: int, line: str
) -> None:
    """Low and uncertain findings and uncertain rows make no exit status of 1, but nobody is to overlook them."""
    text = document("a", "en", [["One."] * 4])
    chances = [0.2] * doubtful + [0.9] * (4 - doubtful)
    rows: Fates = [(1, 1, UNCERTAIN if chance < 0.5 else KEPT, chance) for chance in chances]
    claims = tuple(_claim(3, severity=Severity(severity), chance=chance) for severity, chance in findings)
    comparison = replace(compare(text, text, rows, Verdict.SAME), findings=claims)
    assert exit_status(comparison) == status
    assert f"\nFindings  {line}\n" in terminal(comparison, 160)
    assert f"Findings: {line}." in plain(comparison).splitlines()


@pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
def test_row_is_displayed_in_a_real_terminal() -> None:
    """In tmux, 100 cells wide, both sides of a row stand beside each other with the symbol between them."""
    program = (
        "from align.report.terminal.console import make_console\n"
        "from align.report.terminal.write import write_terminal\n"
        "from tests.align.comparisons import chinese; import time\n"
        "write_terminal(chinese(), console=make_console()); time.sleep(30)"
    )
    tmux = ["tmux", "-u", "-f", "/dev/null", "-L", f"versalign-{os.getpid()}"]
    environment = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "NO_COLOR", "TMUX"}}
    start = [*tmux, "new-session", "-d", "-x", "100", "-y", "50", sys.executable, "-c", program]
    subprocess.run(start, check=True, env=environment, cwd=Path(__file__).parents[3])
    try:
        screen, deadline = "", time.monotonic() + 20
        while "Signature" not in screen and time.monotonic() < deadline:
            time.sleep(0.2)
            screen = subprocess.run([*tmux, "capture-pane", "-p"], check=True, capture_output=True, text=True).stdout
    finally:
        subprocess.run([*tmux, "kill-server"], check=False)
    rows = [line for line in screen.splitlines() if "4 More than three hundred people came." in line]
    assert len(rows) == 1
    assert "   =   当天来了三百多人" in rows[0]


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_what_was_replaced_stands_beside_what_replaces_it(width: int) -> None:
    """On one row, which is never folded; the longer side goes on alone."""
    source = document("a", "en", [["We met.", "The bread was dear.", "The shop was shut.", "We left."]])
    target = document("b", "fr", [["On arriva.", "Le pont est neuf.", "On partit."]])
    fates: Fates = [
        (1, 1, KEPT, 0.9),
        (1, 0, DROPPED, 0.9),
        (1, 0, DROPPED, 0.9),
        (0, 1, ADDED, 0.8),
        (1, 1, KEPT, 0.9),
    ]
    report = terminal(compare(source, target, fates), width, context=0)
    assert "≠ replaced" in report.split("Legend")[1]
    lines = rows_of(report).splitlines()
    (row,) = (number for number, line in enumerate(lines) if "≠" in line)
    assert "The bread was dear." in lines[row]
    assert "Le pont est neuf." in lines[row + (width < 80)]
    assert "The shop was shut." in lines[row + 1 + (width < 80)]
    assert "−" in lines[row + 1 + (width < 80)]
    assert "Counts    rows: 2 kept, 1 dropped, 1 replaced" in report
    assert "80%" in report or width < 120


def test_what_was_replaced_is_plain_rows_where_one_fate_is_asked_for() -> None:
    """Whoever asks for what was dropped gets all of it."""
    source, target = document("a", "en", [["Bread is dear."]]), document("b", "fr", [["Le pont est neuf."]])
    comparison = compare(source, target, [(1, 0, DROPPED, 0.9), (0, 1, ADDED, 0.9)])
    rows = rows_of(terminal(comparison, only=frozenset({DROPPED})))
    assert "−   (dropped)" in rows
    assert "Le pont" not in rows


def test_each_side_of_a_replacement_has_its_own_colour() -> None:
    """Dropped and added look as they do elsewhere."""
    source, target = document("a", "en", [["Bread is dear."]]), document("b", "fr", [["Le pont est neuf."]])
    comparison = compare(source, target, [(1, 0, DROPPED, 0.9), (0, 1, ADDED, 0.9)])
    look = Look(UNICODE, "utf-8")
    (entry,) = plan(comparison, only=None, context=1)
    row = Rows(comparison, look).row(entry)
    assert (row.source.style, row.target.style) == (ORANGE, BLUE)
    assert row.mark(confidence=True) == "≠"


def test_plain_report_says_what_was_replaced_by_what_in_one_line() -> None:
    """A listener hears both together."""
    source, target = document("a", "en", [["Bread is dear."]]), document("b", "fr", [["Le pont est neuf."]])
    report = plain(compare(source, target, [(1, 0, DROPPED, 0.9), (0, 1, ADDED, 0.8)]))
    assert (
        "Replaced, probability 80 %: source sentence 1: Bread is dear. In its place target sentence 1: "
        "Le pont est neuf.\n" in report
    )
