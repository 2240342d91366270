"""What all reports have in common: they read as a person has seen them, and no text from outside drives the terminal.

The golden files are for reading. After a wanted change write them anew and look at the difference:

    UPDATE_GOLDEN=1 pytest tests/align/report/test_report.py
"""

import io
import os
import re
from collections.abc import Callable
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

import pytest
from rich.console import Console

from align.bitext import Comparison, Fate, Verdict
from align.comparison import comparison_of
from align.errors import OptionError
from align.report import REPORTS, load_report
from align.report.as_json import write_json
from align.report.plain import write_plain
from align.report.terminal.console import make_console
from align.report.terminal.write import write_terminal
from align.report.view import View
from tests.align.comparisons import (
    bridge,
    chinese,
    compare,
    document,
    fares,
    from_right,
    orchard,
    short,
    two_articles,
)
from tests.align.halves import ferry, turned
from tests.align.hostile import FORBIDDEN, HOSTILE
from tests.align.report.renderings import as_json, audited, explained, plain, terminal

GOLDEN = Path(__file__).parent / "golden"

GOLDENS = {
    "terminal-60.txt": lambda: terminal(bridge(), 60),
    "terminal-80.txt": lambda: terminal(bridge(), 80),
    "terminal-120.txt": lambda: terminal(bridge(), 120),
    "terminal-160.txt": lambda: terminal(bridge(), 160),
    "terminal-ascii.txt": lambda: terminal(bridge(), 80, ascii_only=True),
    "terminal-everything.txt": lambda: terminal(bridge(), 120, context=None),
    "cjk-60.txt": lambda: terminal(chinese(), 60),
    "cjk-80.txt": lambda: terminal(chinese(), 80),
    "rtl-60.txt": lambda: terminal(from_right(), 60),
    "rtl-120.txt": lambda: terminal(from_right(), 120),
    "changed-60.txt": lambda: terminal(fares(), 60),
    "changed-80.txt": lambda: terminal(fares(), 80),
    "changed-120.txt": lambda: terminal(fares(), 120),
    "changed-ascii.txt": lambda: terminal(fares(), 80, ascii_only=True),
    "changed-plain.txt": lambda: plain(fares()),
    "audit.txt": lambda: audited(fares(), 100),
    "audit-explained.txt": lambda: explained(fares(), 100),
    "moved-60.txt": lambda: terminal(orchard(), 60),
    "moved-120.txt": lambda: terminal(orchard(), 120),
    "moved-ascii.txt": lambda: terminal(orchard(), 80, ascii_only=True),
    "moved-plain.txt": lambda: plain(orchard()),
    "continued-80.txt": lambda: terminal(comparison_of(ferry()), 80),
    "continued-ascii.txt": lambda: terminal(comparison_of(turned(ferry())), 80, ascii_only=True),
    "continued-plain.txt": lambda: plain(comparison_of(ferry())),
    "related.txt": lambda: terminal(two_articles(), 80),
    "plain.txt": lambda: plain(bridge()),
    # The golden file outlives a release.
    "comparison.json": lambda: as_json(chinese()).replace(f'"version": "{version("versalign")}"', '"version": "1.2.3"'),
}


@pytest.mark.parametrize("name", GOLDENS)
def test_report_reads_as_in_its_golden_file(name: str) -> None:
    """The report is the one that a person has looked at."""
    found = GOLDENS[name]()
    if os.environ.get("UPDATE_GOLDEN"):
        (GOLDEN / name).write_text(found, encoding="utf-8", newline="\n")
    assert found == (GOLDEN / name).read_text(encoding="utf-8")


_MARKS = {"json": '"near-parallel"', "sarif": '"ruleId": "dropped"', "github": "::warning file="}


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("text", HOSTILE)
def test_every_report_is_written_to_a_stream(name: str, text: str) -> None:
    """The contract of the table: something, line by line to the end, with any view; no text drives a terminal."""
    comparison = short(source=text, target=text, name=text, signature=text)
    comparison = replace(comparison, findings=tuple(replace(it, probability=0.9) for it in comparison.findings))
    for view in (View(), View(context=None, width=60), View(only=frozenset({Fate.DROPPED}), color="never")):
        file = io.StringIO()
        load_report(name)(comparison, file=file, view=view)
        found = file.getvalue()
        assert _MARKS.get(name, "1 of 2 sentences is missing") in found
        assert found.endswith("\n")
        assert not (FORBIDDEN - {"\ufeff"}) & set(found)


@pytest.mark.parametrize("name", REPORTS)
def test_every_report_is_the_same_again(name: str) -> None:
    """A report knows neither the time nor what it wrote before."""
    first, second = io.StringIO(), io.StringIO()
    for file in (first, second):
        load_report(name)(bridge(), file=file)
    assert first.getvalue() == second.getvalue()


def test_unknown_report_is_refused_with_the_known_names() -> None:
    """The message says what could have been asked for."""
    with pytest.raises(OptionError, match="terminal, plain, json, sarif, github, found 'pdf'"):
        load_report("pdf")


@pytest.mark.parametrize("write", [terminal, plain, as_json])
def test_empty_documents_are_reported(write: Callable[[Comparison], str]) -> None:
    """Two documents without any text are no reason to fail."""
    empty = document("empty.txt", "und", [])
    assert "empty.txt" in write(compare(empty, empty, [], Verdict.UNRELATED))
    assert "empty.txt" in write(compare(empty, empty, [], Verdict.SAME))


def test_ascii_report_is_written_where_the_encoding_knows_no_more() -> None:
    """A console in Latin-1 gets ASCII symbols, and texts it cannot write are spelled out."""
    raw = io.BytesIO()
    file = io.TextIOWrapper(raw, encoding="latin-1")
    write_terminal(chinese(), console=make_console(width=80, color="never", file=file))
    write_plain(chinese(), file=file)
    write_json(chinese(), file=file)
    file.flush()
    assert b"\\u706f" in raw.getvalue()
    assert b"- dropped" in raw.getvalue()


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("width", [60, 100, 160])
def test_hostile_text_never_reaches_the_terminal(text: str, width: int) -> None:
    """Titles, names, texts, warnings and signatures are all made visible, with colours on too."""
    comparison = short(source=text, target=text, name=text, signature=text)
    assert not FORBIDDEN & set(terminal(comparison, width, context=None))
    assert not FORBIDDEN & set(plain(comparison, context=None))
    assert not (FORBIDDEN - {"\ufeff"}) & set(as_json(comparison))
    file = io.StringIO()
    # A console with all of the cleverness of rich switched on changes nothing.
    console = Console(file=file, width=width, force_terminal=True, color_system="truecolor")
    write_terminal(comparison, console=console, view=View(context=None))
    colored = file.getvalue()
    assert not FORBIDDEN & set(_without_styles(colored))
    assert "\x1b]" not in colored


def _without_styles(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def test_markup_is_shown_as_it_was_written() -> None:
    """Square brackets and colons mean nothing to the report."""
    text = "[link=http://x.example]y[/link] :smile:"
    assert text in terminal(short(source=text), 160)
