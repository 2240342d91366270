"""The reports: what a person sees, and that no text from outside drives the terminal.

The golden files are for reading. After a wanted change write them anew and look at the difference:

    UPDATE_GOLDEN=1 pytest tests/align/test_report.py
"""

import io
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from align.bitext import (
    Alignment,
    Bead,
    Comparison,
    Counterpart,
    Coverage,
    Document,
    Fate,
    Finding,
    Meta,
    Role,
    Segment,
    Span,
    Verdict,
)
from align.errors import OptionError
from align.report import REPORTS, load_report
from align.report.as_json import Json, to_dict, write_json
from align.report.console import Color, make_console
from align.report.look import BLUE, MAGENTA, ORANGE
from align.report.plain import write_plain
from align.report.terminal import write_terminal
from align.report.width import pad, wrap

GOLDEN = Path(__file__).parent / "golden"
SCHEMA = Path(__file__).parents[2] / "align" / "report" / "schema.json"

KEPT, MERGED, SPLIT = Fate.KEPT, Fate.MERGED, Fate.SPLIT
DROPPED, ADDED, UNCERTAIN, ASIDE = Fate.DROPPED, Fate.ADDED, Fate.UNCERTAIN, Fate.ASIDE

Sentence = str | tuple[Role, str]
Fates = list[tuple[int, int, Fate, float]]


def document(
    name: str, language: str, paragraphs: Sequence[Sequence[Sentence]], *, meta: Meta | None = None
) -> Document:
    """Build a document from its sentences; one that is no body text comes with its role."""
    between = "" if language.startswith(("zh", "ja")) else " "
    text, segments = "", []
    for number, paragraph in enumerate(paragraphs):
        text += "\n\n" if text else ""
        for place, sentence in enumerate(paragraph):
            role, words = (Role.BODY, sentence) if isinstance(sentence, str) else sentence
            text += between if place else ""
            segments.append(Segment(words, Span(len(text), len(text) + len(words)), number, role))
            text += words
    return Document(name, language, text, tuple(segments), meta or Meta())


def compare(source: Document, target: Document, fates: Fates, verdict: Verdict = Verdict.NEAR_PARALLEL) -> Comparison:
    """Build a comparison from the shape, fate and probability of each bead; a null bead came close to segment 1."""
    beads: list[Bead] = []
    row = column = 0
    for height, breadth, _, probability in fates:
        spans = Span(row, row + height), Span(column, column + breadth)
        closest = None if height and breadth else Counterpart(Span(0, 1), 0.31)
        beads.append(Bead(*spans, score=probability - 0.1, probability=probability, rejected=closest))
        row, column = row + height, column + breadth
    alignment = Alignment(source, target, tuple(beads), "versalign 0.1.0, two-pass, static-1")
    outcome = tuple(fate for _, _, fate, _ in fates)
    return Comparison(
        alignment,
        outcome,
        verdict,
        _coverage(source, [bead.source for bead in beads], outcome),
        _coverage(target, [bead.target for bead in beads], outcome),
        tuple(_findings(alignment, outcome)),
    )


def _coverage(version: Document, spans: list[Span], fates: tuple[Fate, ...]) -> Coverage:
    body = [segment for segment in version.segments if segment.role is Role.BODY]
    both = [
        segment
        for span, fate in zip(spans, fates, strict=True)
        for segment in version.segments[span.start : span.stop]
        if fate in {KEPT, MERGED, SPLIT}
    ]
    return Coverage(len(both), len(body), sum(len(s.text) for s in both), sum(len(s.text) for s in body))


def _findings(alignment: Alignment, fates: tuple[Fate, ...]) -> Iterator[Finding]:
    for number, (bead, fate) in enumerate(zip(alignment.beads, fates, strict=True)):
        if fate in {DROPPED, ADDED}:
            version, span = (alignment.source, bead.source) if fate is DROPPED else (alignment.target, bead.target)
            chars = version.segments[span.start].chars
            source, target = (chars, Span(0, 0)) if fate is DROPPED else (Span(0, 0), chars)
            check = "omission" if fate is DROPPED else "addition"
            yield Finding(
                f"{number:012x}", check, fate, number, source, target, bead.probability, f"A sentence was {fate}."
            )


def bridge() -> Comparison:
    """Return an English article and its shortened French version."""
    source = document(
        "bridge.en.txt",
        "en",
        [
            [(Role.HEADLINE, "Old harbour bridge to close for two years")],
            [(Role.BYLINE, "By Ann Whitfield"), (Role.DATE, "3 March 2026")],
            [
                "The old harbour bridge will close to traffic in April and stay closed for two years.",
                "The council voted for the closure on Monday night, by nine votes to four.",
            ],
            [
                "Engineers found cracks in three of the eleven piers last autumn.",
                "They had warned of them as early as 2019.",
                "No money was set aside at the time.",
            ],
            [
                "Ferries will carry people on foot across the harbour every ten minutes.",
                "Cyclists may take their bicycles on board.",
                "Cars must use the motorway bridge, eleven kilometres upstream.",
            ],
            [
                "Shop owners on the east bank fear for their trade.",
                "\u201cWe lived through one closure and half of the street did not survive it,\u201d said "
                "Maria Okafor, who sells fishing tackle.",
                "The council has promised lower rents.",
                "It did not say for how long.",
            ],
            [
                "The work costs 48 million.",
                "The state pays two thirds of it.",
                "The bridge was built in 1931.",
            ],
        ],
        meta=Meta(title="Old harbour bridge to close for two years", byline="Ann Whitfield", date="2026-03-03"),
    )
    target = document(
        "pont.fr.html",
        "fr",
        [
            [(Role.HEADLINE, "Le vieux pont du port ferme pour deux ans")],
            [
                "Le vieux pont du port fermera à la circulation en avril, pour deux ans.",
                "Le conseil municipal l’a décidé lundi soir, par neuf voix contre quatre.",
            ],
            [
                "L’automne dernier, des ingénieurs ont découvert des fissures dans trois des onze piles, dont ils "
                "avaient signalé le risque dès 2019.",
            ],
            [
                "Des bacs transporteront les piétons d’une rive à l’autre toutes les dix minutes.",
                "Les cyclistes pourront embarquer avec leur vélo.",
                "Les voitures devront emprunter le pont de l’autoroute.",
                "Il se trouve à onze kilomètres en amont.",
            ],
            ["Les commerçants de la rive est s’inquiètent.", "La mairie a promis de baisser les loyers."],
            ["Les travaux coûtent 48 millions.", "L’État en paie les deux tiers.", "Le pont date de 1931."],
            ["Une exposition sur son histoire ouvrira en mai."],
            [(Role.FURNITURE, "Lire aussi"), (Role.FURNITURE, "Abonnez-vous"), (Role.FURNITURE, "Mentions légales")],
        ],
        meta=Meta(title="Le vieux pont du port ferme pour deux ans", warnings=("The encoding was guessed: utf-8.",)),
    )
    fates: Fates = [
        *[(1, 1, ASIDE, 0.9), (1, 0, ASIDE, 0.9), (1, 0, ASIDE, 0.9)],
        *[(1, 1, KEPT, 0.97), (1, 1, KEPT, 0.95), (2, 1, MERGED, 0.88), (1, 0, DROPPED, 0.91)],
        *[(1, 1, KEPT, 0.96), (1, 1, KEPT, 0.93), (1, 2, SPLIT, 0.86), (1, 1, UNCERTAIN, 0.34)],
        *[(1, 0, DROPPED, 0.94), (1, 1, KEPT, 0.9), (1, 0, UNCERTAIN, 0.55)],
        *[(1, 1, KEPT, 0.97), (1, 1, KEPT, 0.94), (1, 1, KEPT, 0.98), (0, 1, ADDED, 0.92)],
        *[(0, 1, ASIDE, 0.9)] * 3,
    ]
    return compare(source, target, fates)


def short(*, source: str = "One.", target: str = "Un.", name: str = "a.txt", signature: str = "sig") -> Comparison:
    """Return a comparison whose every text from outside can be chosen."""
    meta = Meta(title=source, warnings=(source,))
    first = document(name, "en", [[source, source], [(Role.CAPTION, source)]], meta=meta)
    second = document(name, "ar", [[target], [target]])
    fates: Fates = [(1, 1, KEPT, 0.9), (1, 0, DROPPED, 0.4), (1, 0, ASIDE, 0.9), (0, 1, UNCERTAIN, 0.6)]
    comparison = compare(first, second, fates)
    findings = tuple(replace(finding, message=source) for finding in comparison.findings)
    return replace(comparison, alignment=replace(comparison.alignment, signature=signature), findings=findings)


def chinese() -> Comparison:
    """Return an English article with a Chinese version."""
    source = document(
        "tea.en.txt",
        "en",
        [
            [
                "The tea house on Lantern Street reopened on Saturday after a fire closed it in 2024.",
                "Its owner, Mrs Lin, is 81 years old.",
                "She still roasts the tea herself.",
            ],
            ["More than three hundred people came.", "Some of them had waited since five in the morning."],
        ],
    )
    target = document(
        "茶馆.zh.txt",
        "zh-Hans",
        [
            ["灯笼街的茶馆在2024年因火灾停业，星期六重新开张。", "店主林女士今年81岁，“我还是自己炒茶”，她笑着说。"],
            ["当天来了三百多人👨‍👩‍👧。"],
            ["茶馆建于1926年。"],
        ],
    )
    fates: Fates = [
        *[(1, 1, KEPT, 0.93), (2, 1, MERGED, 0.81), (1, 1, KEPT, 0.9), (1, 0, DROPPED, 0.88), (0, 1, ADDED, 0.79)]
    ]
    return compare(source, target, fates)


def from_right() -> Comparison:
    """Return a Hebrew article with an Arabic version; both run from right to left."""
    source = document(
        "library.he.txt",
        "he",
        [
            ["הספרייה העירונית תיפתח מחדש ביום ראשון אחרי שיפוץ של שנתיים.", "הכניסה תהיה חופשית לכל התושבים."],
            ["באולם הקריאה החדש יש 240 מקומות."],
        ],
    )
    target = document(
        "library.ar.txt",
        "ar",
        [["تُفتح مكتبة المدينة من جديد يوم الأحد بعد أعمال ترميم دامت سنتين."], ["في قاعة القراءة الجديدة 240 مقعدًا."]],
    )
    return compare(source, target, [(1, 1, KEPT, 0.9), (1, 0, DROPPED, 0.87), (1, 1, KEPT, 0.92)])


def two_articles() -> Comparison:
    """Return a comparison of two articles on a related subject."""
    source = document("match.en.txt", "en", [["The home side won.", "It rained all afternoon.", "Nobody minded."]])
    target = document("season.de.txt", "de", [["Der Verein sucht einen Trainer.", "Die Saison beginnt im August."]])
    fates: Fates = [(1, 0, DROPPED, 0.6), (1, 1, UNCERTAIN, 0.22), (1, 0, DROPPED, 0.7), (0, 1, ADDED, 0.7)]
    return compare(source, target, fates, Verdict.RELATED)


def terminal(
    comparison: Comparison,
    width: int = 100,
    *,
    only: frozenset[Fate] | None = None,
    context: int | None = 1,
    ascii_only: bool = False,
) -> str:
    """Return the terminal report as text without colours."""
    file = io.StringIO()
    console = make_console(width=width, color="never", file=file)
    write_terminal(comparison, console=console, only=only, context=context, ascii_only=ascii_only)
    return file.getvalue()


def plain(comparison: Comparison, *, context: int | None = 1) -> str:
    """Return the plain report as text."""
    file = io.StringIO()
    write_plain(comparison, file=file, context=context)
    return file.getvalue()


def as_json(comparison: Comparison) -> str:
    """Return the JSON report as text."""
    file = io.StringIO()
    write_json(comparison, file=file)
    return file.getvalue()


def rows_of(report: str) -> str:
    """Return the part of a terminal report below its legend."""
    return report.split("Legend", 1)[1].split("\n\n", 1)[1]


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


@pytest.mark.parametrize("name", REPORTS)
def test_every_report_of_the_table_can_be_loaded(name: str) -> None:
    """A name of the table leads to a function."""
    assert callable(load_report(name))


def test_unknown_report_is_refused_with_the_known_names() -> None:
    """The message says what could have been asked for."""
    with pytest.raises(OptionError, match="terminal, plain, json, found 'pdf'"):
        load_report("pdf")


def test_kept_runs_are_folded_beyond_the_context() -> None:
    """A long run of kept rows becomes one line that says what it stands for."""
    texts = [f"Sentence {number}." for number in range(1, 21)]
    source, target = document("a", "en", [texts]), document("b", "fr", [texts[:12] + texts[13:]])
    fates: Fates = [*[(1, 1, KEPT, 0.9)] * 12, (1, 0, DROPPED, 0.9), *[(1, 1, KEPT, 0.9)] * 7]
    comparison = compare(source, target, fates)
    rows = rows_of(terminal(comparison))
    assert "… 11 kept (1–11 │ 1–11) …" in rows
    assert "… 6 kept (15–20 │ 14–19) …" in rows
    assert [line[:12] for line in rows.splitlines() if line.startswith("Sentence")] == [
        "Sentence 12.",
        "Sentence 13.",
        "Sentence 14.",
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
    assert "the target covers 100 % of the source: 2 of 2 sentences" in report
    assert "0 findings; exit status 0: nothing to report" in report


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


HOSTILE = [
    "\x1b[31mred\x1b[0m",
    "\x1b]8;;http://x.example\x1b\\click\x1b]8;;\x1b\\",
    "\x9b2J\x07\r\x08\x7f",
    "[link=http://x.example]y[/link] [bold red]z[/] :smile: \\[x]",
    "abc\u202edef\u2066ghi\u2069\u200f\ufeff",
    "lone \ud800 surrogate",
]
_FORBIDDEN = frozenset(map(chr, [*range(10), *range(11, 32), *range(0x7F, 0xA0), 0x200E, 0x200F, 0x061C, 0xFEFF])) | (
    frozenset(map(chr, [*range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xD800, 0xE000)]))
)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("width", [60, 100, 160])
def test_hostile_text_never_reaches_the_terminal(text: str, width: int) -> None:
    """Titles, names, texts, warnings and signatures are all made visible, with colours on too."""
    comparison = short(source=text, target=text, name=text, signature=text)
    assert not _FORBIDDEN & set(terminal(comparison, width, context=None))
    assert not _FORBIDDEN & set(plain(comparison, context=None))
    assert not (_FORBIDDEN - {"\ufeff"}) & set(as_json(comparison))
    file = io.StringIO()
    # A console with all of the cleverness of rich switched on changes nothing.
    console = Console(file=file, width=width, force_terminal=True, color_system="truecolor")
    write_terminal(comparison, console=console, context=None)
    colored = file.getvalue()
    assert not _FORBIDDEN & set(_without_styles(colored))
    assert "\x1b]" not in colored


def _without_styles(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def test_markup_is_shown_as_it_was_written() -> None:
    """Square brackets and colons mean nothing to the report."""
    text = "[link=http://x.example]y[/link] :smile:"
    assert text in terminal(short(source=text), 160)


TEXTS = st.lists(
    st.one_of(
        st.sampled_from(
            [
                *HOSTILE,
                "北京、「东京」。",
                "👨‍👩‍👧",
                "🇫🇷",
                "क्षत्रिय",
                "می‌خواهم",
                "❤️",
                "שלום",
                "a" * 90,
                " ",
                "\u200d",
                "((((",
            ]
        ),
        st.text(max_size=12),
    ),
    max_size=8,
).map("".join)


@settings(max_examples=60, deadline=None)
@given(TEXTS.filter(str.strip), TEXTS.filter(str.strip), st.integers(60, 200))
def test_no_line_is_wider_than_the_console(source: str, target: str, width: int) -> None:
    """Whatever the texts hold, lines fit and no control character is left."""
    report = terminal(short(source=source, target=target), width, context=None)
    assert all(cell_len(line) <= width for line in report.split("\n"))
    assert not _FORBIDDEN & set(report)


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.integers(2, 30))
def test_wrapping_loses_no_character(text: str, width: int) -> None:
    """Lines fit and together hold all that is not white space."""
    lines = wrap(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cell_len(pad(line, width)) >= cell_len(line) for line in lines)


def test_wrapping_never_splits_a_cluster() -> None:
    """A family of three, a flag and an accent stay whole where the line has to break."""
    family, flag, accent, syllable = "👨‍👩‍👧", "🇫🇷", "e\u0301", "क्षि"
    for cluster in (family, flag, accent, syllable):
        lines = wrap(cluster * 5, 4)
        assert all(len(line) % len(cluster) == 0 for line in lines)
        assert "".join(lines) == cluster * 5


def test_wrapping_keeps_closing_marks_with_their_character() -> None:
    """No Chinese line begins with a full stop; French punctuation keeps its no-break space."""
    assert wrap("他说：“你好”。她笑。", 8) == ["他说：", "“你好”。", "她笑。"]
    assert wrap("Quoi\u00a0? Rien", 7) == ["Quoi\u00a0?", "Rien"]


def test_wrapping_is_linear_in_repeated_marks() -> None:
    """A hundred thousand brackets are no trap."""
    begin = time.perf_counter()
    wrap("(" * 100_000, 40)
    wrap("「" * 50_000 + "北" * 50_000, 40)
    assert time.perf_counter() - begin < 5


def test_five_thousand_beads_are_quick() -> None:
    """A long comparison is shown in a couple of seconds."""
    texts = [f"Sentence number {number} of a text that goes on for quite a while, it seems." for number in range(5000)]
    text = document("a", "en", [texts[at : at + 5] for at in range(0, 5000, 5)])
    comparison = compare(text, text, [(1, 1, KEPT, 0.9)] * 5000)
    begin = time.perf_counter()
    report = terminal(comparison, 120, context=None)
    assert time.perf_counter() - begin < 8  # two seconds on an idle machine
    assert report.count("\n") > 5000


COLORS = [ORANGE, BLUE, MAGENTA]


@pytest.mark.parametrize("color", COLORS)
def test_colors_can_be_read_on_black_and_on_white(color: str) -> None:
    """The contrast is above 4.5:1 against either (WCAG 2.2)."""
    channels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    assert 1.05 / (luminance + 0.05) >= 4.5
    assert (luminance + 0.05) / 0.05 >= 4.5


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("environment", "color", "is_terminal", "colored"),
    [
        ({}, "auto", True, True),
        ({}, "auto", False, False),
        ({}, "always", False, True),
        ({}, "never", True, False),
        ({"NO_COLOR": "1"}, "auto", True, False),
        ({"NO_COLOR": ""}, "auto", True, True),
        ({"NO_COLOR": "1"}, "always", True, True),
        ({"FORCE_COLOR": "1"}, "auto", False, True),
        ({"FORCE_COLOR": "1"}, "never", False, False),
        ({"TERM": "dumb"}, "auto", True, False),
        ({"TERM": "dumb"}, "always", True, True),
    ],
)
def test_color_follows_the_option_then_the_environment(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], color: Color, is_terminal: bool, colored: bool
) -> None:
    """--color wins over NO_COLOR, which wins over FORCE_COLOR, which wins over the kind of output."""
    for name in ("NO_COLOR", "FORCE_COLOR", "COLORTERM", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    file = _Terminal() if is_terminal else io.StringIO()
    write_terminal(short(), console=make_console(width=80, color=color, file=file))
    found = file.getvalue()
    assert (("38;" in found) or ("\x1b[1;3" in found)) == colored
    if not colored and (not is_terminal or color == "never" or environment.get("TERM") == "dumb"):
        assert "\x1b" not in found


@pytest.mark.parametrize(
    ("option", "columns", "expected"),
    [
        (None, "", 80),
        (100, "150", 100),
        (None, "150", 150),
        (45, "", 60),
        (999, "", 200),
        (None, "x", 80),
        (None, "0", 80),
    ],
)
def test_width_is_the_option_then_columns_then_eighty(
    monkeypatch: pytest.MonkeyPatch, option: int | None, columns: str, expected: int
) -> None:
    """Output to a pipe has a width that can be told beforehand."""
    monkeypatch.setenv("COLUMNS", columns)
    assert make_console(width=option, file=io.StringIO()).width == expected


def test_width_too_small_is_refused() -> None:
    """Below forty cells nothing can be laid out."""
    with pytest.raises(OptionError, match="40 cells or more, found 12"):
        make_console(width=12, file=io.StringIO())


def check_schema(value: object, rule: Json, schema: Json, place: str = "$") -> None:
    """Assert what the keywords used in our schema say; not a validator for any other schema."""
    if "$ref" in rule:
        check_schema(value, schema["$defs"][rule["$ref"].rsplit("/", 1)[1]], schema, place)
        return
    kinds: dict[str, type | tuple[type, ...]] = {
        "object": dict,
        "array": list,
        "string": str,
        "integer": int,
        "number": (int, float),
        "null": type(None),
    }
    types = rule.get("type", [])
    types = [types] if isinstance(types, str) else types
    assert not types or any(isinstance(value, kinds[kind]) for kind in types), place
    assert "const" not in rule or value == rule["const"], place
    assert "enum" not in rule or value in rule["enum"], place
    if isinstance(value, dict):
        assert set(rule["required"]) == set(rule["properties"]) == set(value), place
        for key, item in value.items():
            check_schema(item, rule["properties"][key], schema, f"{place}.{key}")
    if isinstance(value, list):
        assert rule.get("minItems", 0) <= len(value) <= rule.get("maxItems", len(value)), place
        for item in value:
            check_schema(item, rule["items"], schema, place)


@pytest.mark.parametrize("make", [bridge, chinese, from_right, two_articles, short])
def test_json_keeps_to_its_schema(make: Callable[[], Comparison]) -> None:
    """Every key is in the published schema and every key of the schema is there."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    check_schema(to_dict(make()), schema, schema)


def test_json_says_the_same_after_a_round_trip() -> None:
    """Escaping changes how a text is written, not what it is; lone surrogates survive."""
    comparison = short(source="\x9b \u202e \ud800 é", target="北")
    text = as_json(comparison)
    assert text.encode("utf-8")
    assert json.loads(text) == to_dict(comparison)
    assert "北" in text


def test_json_writes_no_infinite_score() -> None:
    """JSON has no infinity; the score is null."""
    comparison = short()
    beads = (replace(comparison.alignment.beads[0], score=float("-inf")), *comparison.alignment.beads[1:])
    found = to_dict(replace(comparison, alignment=replace(comparison.alignment, beads=beads)))
    assert found["beads"][0]["score"] is None


@pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
def test_row_is_displayed_in_a_real_terminal() -> None:
    """In tmux, 100 cells wide, both sides of a row stand beside each other with the symbol between them."""
    program = (
        "from tests.align.test_report import *; import time\n"
        "write_terminal(chinese(), console=make_console()); time.sleep(30)"
    )
    tmux = ["tmux", "-u", "-f", "/dev/null", "-L", f"versalign-{os.getpid()}"]
    environment = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "NO_COLOR", "TMUX"}}
    start = [*tmux, "new-session", "-d", "-x", "100", "-y", "50", sys.executable, "-c", program]
    subprocess.run(start, check=True, env=environment, cwd=Path(__file__).parents[2])
    try:
        screen, deadline = "", time.monotonic() + 20
        while "Signature" not in screen and time.monotonic() < deadline:
            time.sleep(0.2)
            screen = subprocess.run([*tmux, "capture-pane", "-p"], check=True, capture_output=True, text=True).stdout
    finally:
        subprocess.run([*tmux, "kill-server"], check=False)
    rows = [line for line in screen.splitlines() if line.startswith("More than three hundred people came.")]
    assert len(rows) == 1
    assert "   =   当天来了三百多人" in rows[0]
