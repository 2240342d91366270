"""With one segment a line, the numbers in files of beads are those of the lines, blank ones included."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.bitext import Alignment, Bead, Document, Move, Span
from align.documents import document_from_text
from align.errors import InputError
from align.exchange import read_beads, write_beads
from align.exchange.convert import convert
from tests.align.exchange.writings import written

LINES = st.lists(st.sampled_from(["", " ", "\u200b", "Ann came.", "Bo left."]), min_size=1, max_size=8)


def make(lines: list[str]) -> Document:
    """Return a document of these lines."""
    return document_from_text("\n".join([*lines, ""]), language="en", segmented=True)


def beads(*shapes: tuple[int, int, int, int]) -> tuple[Bead, ...]:
    """Return beads from and to these segments."""
    return tuple(Bead(Span(a, b), Span(c, d), 0.5, 0.5) for a, b, c, d in shapes)


SOURCE, TARGET = make(["", "One.", "\u200b", "Two.", "", "", "Three.", ""]), make(["Un. Deux.", "", "Quatre."])
ALIGNMENT = Alignment(SOURCE, TARGET, beads((0, 2, 0, 1), (2, 3, 1, 1), (3, 3, 1, 2)), "by hand")


def test_a_ladder_counts_lines() -> None:
    """Each line of both files is in it once: blank ones as null beads, or within a bead that goes on behind them."""
    assert written(ALIGNMENT, "vecalign") == [
        "[0]:[]:1.0000",
        "[1, 2, 3]:[0]:0.5000",
        "[4]:[]:1.0000",
        "[5]:[]:1.0000",
        "[6]:[]:0.5000",
        "[]:[1]:1.0000",
        "[]:[2]:0.5000",
        "[7]:[]:1.0000",
    ]


def test_tables_count_lines() -> None:
    """Blank lines have a number and no row."""
    rows = [line.split("\t")[:4] for line in written(ALIGNMENT, "tsv")[1:]]
    assert rows == [["1", "4", "0", "1"], ["6", "7", "2", "2"], ["8", "8", "2", "3"]]
    found = [json.loads(line) for line in written(ALIGNMENT, "jsonl")]
    assert [[*bead["source"]["segments"], *bead["target"]["segments"]] for bead in found] == [
        [int(cell) for cell in row] for row in rows
    ]
    assert found[0]["source"]["texts"] == ["One.", "Two."]


@pytest.mark.parametrize("name", ["vecalign", "vecalign-cost", "hunalign", "tsv", "jsonl", "parquet"])
def test_lines_come_back_as_segments(name: str, tmp_path: Path) -> None:
    """The beads are the same."""
    write_beads(ALIGNMENT, name, tmp_path / "beads")
    found = read_beads(tmp_path / "beads", name, SOURCE, TARGET)
    assert [(bead.source, bead.target) for bead in found.beads] == [
        (bead.source, bead.target) for bead in ALIGNMENT.beads
    ]


@pytest.mark.parametrize("name", ["vecalign", "vecalign-cost", "hunalign"])
def test_a_ladder_takes_its_texts_by_lines(name: str, tmp_path: Path) -> None:
    """Blank lines, those with characters without width among them, are no unit of another format."""
    write_beads(ALIGNMENT, name, tmp_path / "beads")
    texts = tmp_path / "en.txt", tmp_path / "fr.txt"
    for path, document in zip(texts, (SOURCE, TARGET), strict=True):
        path.write_text(document.text, encoding="utf-8")
    convert(tmp_path / "beads", tmp_path / "units.tsv", from_format=name, texts=texts)
    found = [line.split("\t")[-2:] for line in (tmp_path / "units.tsv").read_text().splitlines()[1:]]
    assert found == [["One. Two.", "Un. Deux."], ["Three.", ""], ["", "Quatre."]]


def test_moves_count_lines() -> None:
    """Of a move, too, the numbers are those of lines."""
    shapes = beads((0, 1, 0, 0), (1, 2, 0, 1), (2, 2, 1, 2))
    moves = (Move(Span(0, 1), Span(1, 2), 3.0, 0.95),)
    rows = written(
        Alignment(make(["", "Ann.", "", "Bo."]), make(["Bo.", "", "Ann."]), shapes, "by hand", moves=moves), "jsonl"
    )
    found = json.loads(rows[0])["move"]
    assert (found["source"], found["target"]) == ([1, 2], [2, 3])


def test_a_line_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """With the place in the file of beads."""
    path = tmp_path / "beads"
    path.write_text("[1]:[0]\n[3]:[9]\n")
    with pytest.raises(InputError, match=r"beads:2: expected target lines up to 2, found 9"):
        read_beads(path, "vecalign", SOURCE, TARGET)


@given(LINES, LINES)
def test_every_line_is_in_a_ladder_once(source: list[str], target: list[str]) -> None:
    """Whatever is blank."""
    try:
        sides = make(source), make(target)
    except InputError:
        return
    counts = [len(side.segments) for side in sides]
    shapes = [(i, i + 1, 0, 0) for i in range(counts[0])] + [(counts[0], counts[0], j, j + 1) for j in range(counts[1])]
    rows = written(Alignment(*sides, beads(*shapes), "by hand"), "vecalign")
    for number, lines in enumerate((source, target)):
        found = [int(line) for row in rows for line in re.findall(r"\d+", row.split(":")[number])]
        assert found == list(range(len(lines)))
