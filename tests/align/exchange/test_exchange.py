"""Exchange formats: what every one promises, what comes back from a file, and what is said of a wrong one."""

import json
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.bitext import Alignment, Bead, Continuation, Document, Fate, Segment, Span
from align.comparison import comparison_of
from align.errors import AlignError, InputError, OptionError
from align.exchange import FORMATS, Unit, read_beads, read_units, units_of, write_beads, write_units
from tests.align.comparisons import orchard
from tests.align.exchange.writings import written
from tests.align.halves import BAC, FERRY, ferry, turned
from tests.align.hostile import TEXTS

LINES = ["vecalign", "vecalign-cost", "tsv", "jsonl"]  # which have a line a bead
TOLD = ["vecalign", "tsv", "jsonl"]  # which tell the probability of each
SHAPES = [(1, 0), (0, 1), (1, 1), (2, 1), (1, 3), (2, 2)]


def make_document(texts: Sequence[str]) -> Document:
    """Return a document of these segments."""
    segments, start = [], 0
    for number, text in enumerate(texts):
        segments.append(Segment(text, Span(start, start + len(text)), paragraph=number))
        start += len(text) + 1
    return Document("text", "en", "\n".join(texts), tuple(segments))


@st.composite
def alignments(draw: st.DrawFn) -> Alignment:
    """Draw beads of any shape with probabilities and scores that a file tells in full, over texts of any kind."""
    number = st.integers(0, 10_000).map(lambda value: value / 10_000)
    shapes = draw(st.lists(st.tuples(st.sampled_from(SHAPES), number, number), max_size=8))
    beads, i, j = [], 0, 0
    for (a, b), score, probability in shapes:
        beads.append(Bead(Span(i, i + a), Span(j, j + b), score, probability))
        i, j = i + a, j + b
    source, target = (
        make_document([f"x{text}x" for text in draw(st.lists(TEXTS, min_size=n, max_size=n))]) for n in (i, j)
    )
    return Alignment(source, target, tuple(beads), "by hand")


@pytest.mark.parametrize("name", LINES)
@given(alignment=alignments())
def test_every_format_writes_each_bead_as_one_line(name: str, alignment: Alignment) -> None:
    """The contract of the table: a row a bead after the same header, whatever the texts hold."""
    header = written(replace(alignment, source=make_document([]), target=make_document([]), beads=()), name)
    lines = written(alignment, name)
    assert lines[: len(header)] == header
    assert len(lines) == len(header) + len(alignment.beads)


@pytest.mark.parametrize("name", TOLD)
@given(alignment=alignments())
def test_what_was_written_comes_back(name: str, alignment: Alignment, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Places and probabilities are the same; scores where the format has them; writing again gives the same bytes."""
    path = tmp_path_factory.mktemp("beads") / "beads"
    write_beads(alignment, name, path)
    found = read_beads(path, name, alignment.source, alignment.target)
    assert [(bead.source, bead.target, bead.probability) for bead in found.beads] == [
        (bead.source, bead.target, bead.probability) for bead in alignment.beads
    ]
    assert written(found, name) == path.read_text(encoding="utf-8", errors="surrogatepass").splitlines()
    assert "beads of beads (" in found.signature


@pytest.mark.parametrize("in_order", [False, True])
@pytest.mark.parametrize("name", ["tsv", "jsonl"])
def test_moves_come_back(name: str, in_order: bool, tmp_path: Path) -> None:
    """Rows with one number are one move; its score is that of the file, or else the log odds of its probability."""
    alignment = orchard().alignment
    write_beads(alignment, name, tmp_path / "beads", in_order=in_order)
    found = read_beads(tmp_path / "beads", name, alignment.source, alignment.target)
    assert [(move.source, move.target, move.probability) for move in found.moves] == [
        (move.source, move.target, move.probability) for move in alignment.moves
    ]
    tolerance = 0.0 if name == "jsonl" else 0.1
    assert [move.score for move in found.moves] == pytest.approx(
        [move.score for move in alignment.moves], abs=tolerance
    )


def test_a_move_that_is_furniture_in_part_is_no_bead() -> None:
    """A person may say so of a segment that moved; then each segment still stands in one unit, once."""
    moved = comparison_of(orchard().alignment)
    number = next(k for k, bead in enumerate(moved.alignment.beads) if moved.fates[k] is Fate.MOVED and bead.source)
    aside = replace(moved, fates=(*moved.fates[:number], Fate.ASIDE, *moved.fates[number + 1 :]))
    for side in (0, 1):
        told = [unit.sides[side].segments or Span(0, 0) for unit in units_of(aside)]
        assert sorted(k for span in told for k in range(span.start, span.stop)) == list(
            range(len((aside.alignment.source, aside.alignment.target)[side].segments))
        )


def test_a_rung_out_of_order_is_a_move(tmp_path: Path) -> None:
    """Of a ladder that tells no moves the longest part in order stays, and what it leaves out has moved."""
    path = tmp_path / "ladder"
    path.write_text("[0]:[2]:0.9\n[1]:[0]:0.8\n[2]:[1]:0.7\n", encoding="utf-8")
    found = read_beads(path, "vecalign", make_document("abc"), make_document("def"))
    assert [(bead.source, bead.target) for bead in found.beads] == [
        (Span(0, 1), Span(0, 0)), (Span(1, 2), Span(0, 1)), (Span(2, 3), Span(1, 2)), (Span(3, 3), Span(2, 3))
    ]  # fmt: skip
    assert [(move.source, move.target, move.probability) for move in found.moves] == [(Span(0, 1), Span(2, 3), 0.9)]
    write_beads(found, "vecalign", tmp_path / "again")
    assert (tmp_path / "again").read_text(encoding="utf-8").splitlines()[0] == "[0]:[2]:0.9000"


def test_a_ladder_of_a_person_needs_no_probabilities(tmp_path: Path) -> None:
    """With or without spaces, blank lines and a byte order mark; every bead is sure."""
    path = tmp_path / "ladder"
    path.write_text("\ufeff[0]:[0,1]\n\n[1, 2]:[]\n", encoding="utf-8")
    found = read_beads(path, "vecalign", make_document("abc"), make_document("de"))
    assert [bead.shape for bead in found.beads] == ["1-2", "2-0"]
    assert found.beads[1].target == Span(2, 2)
    assert {bead.probability for bead in found.beads} == {1.0}


HEADER = "source_start\tsource_stop\ttarget_start\ttarget_stop\tprobability\n"
ROW = {"source": {"segments": [0, 1]}, "target": {"segments": [0, 1]}, "score": 1, "probability": 1}


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("vecalign", "[0]:[0]:1\n[2]:[1]:1\n", ":2: expected a bead from source segment 1, found 2"),
        ("vecalign", "[0]:[0]:1\n[1]:[0]:1\n", ":2: expected a bead from target segment 1, found 0"),
        ("vecalign", "[0]:[0]:1\n", ":1: expected beads over 2 source and 2 target segments, found 1 and 1"),
        ("vecalign", "[0]:[0]:1\n[1]:[1, 2]:1\n", ":2: expected target segments up to 1, found 2"),
        ("vecalign", "[0]:[0]:1\n[]:[]:1\n", ":2: expected numbers of segments on one side at least, found none"),
        ("vecalign", "[1, 0]:[0]:1\n", r":1: expected \[0, 1\]:\[2\]:0.73, neighbours .* found '\[1, 0\]:\[0\]:1'"),
        ("vecalign", "[0, 2, 1]:[0]:1\n", ":1: expected .*several runs.* found"),
        ("vecalign", "[0]:[0]:1.4\n", ":1: .* a probability .no cost. from 0 to 1, found"),
        ("vecalign", "0\t0\n", ":1: expected"),
        ("tsv", "start\tstop\n", ":1: expected a header with .* found no source_start"),
        ("tsv", "", ":1: expected a header"),
        ("tsv", HEADER + "0\t1\t0\n", ":2: expected cells under source_start, "),
        ("tsv", HEADER + "0\t1\t0\tone\t1\n", ":2: expected cells under .* found '0.*one"),
        ("tsv", HEADER + "0\t1\t0\t1\tnan\n", ":2: expected cells"),
        ("tsv", HEADER + "1\t0\t0\t1\t1\n", ":2: expected cells"),
        ("tsv", HEADER + "0\t1\t0\t1\t1\n1\t1\t2\t2\t1\n", ":3: expected a bead from target segment 1, found 2"),
        ("jsonl", "{}\n", ":1: expected an object with source and target .*, found '{}'"),
        ("jsonl", "[]\n", ":1: expected an object"),
        ("jsonl", json.dumps(ROW) + "\nnothing\n", ":2: expected an object .* found 'nothing'"),
        ("jsonl", json.dumps({**ROW, "probability": 2}), ":1: expected an object"),
    ],
)
def test_a_wrong_file_is_one_line_with_its_place(name: str, text: str, message: str, tmp_path: Path) -> None:
    """Path, line, what was expected and what was found."""
    path = tmp_path / "beads"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=message) as caught:
        read_beads(path, name, make_document("ab"), make_document("cd"))
    assert str(caught.value).startswith(f"{path}:")
    assert "\n" not in str(caught.value)


def test_rows_that_are_no_move_are_refused(tmp_path: Path) -> None:
    """A move has both sides."""
    move = {"number": 0, "probability": 0.9, "score": 2.0}
    path = tmp_path / "beads"
    halves = {"target": {"segments": [0, 0]}, "move": move}, {"source": {"segments": [1, 1]}, "move": None}
    rows = [ROW | half for half in halves]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    with pytest.raises(InputError, match="beads: expected rows of both sides with the number of a move, found line 1"):
        read_beads(path, "jsonl", make_document("a"), make_document("b"))


@pytest.mark.parametrize("name", FORMATS)
@given(data=st.binary(max_size=60) | st.text('[]0123456789:,. {}"\t\n', max_size=60).map(str.encode))
def test_no_bytes_end_in_another_error(name: str, data: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Whatever a file holds, it is an alignment or an error that a user can act on."""
    path = tmp_path_factory.mktemp("any") / "beads"
    path.write_bytes(data)
    error = None
    try:
        read_beads(path, name, make_document("ab"), make_document("cd"))
    except AlignError as raised:
        error = str(raised)
    assert error is None or (error.startswith(f"{path}:") and "\n" not in error)


def test_unknown_formats_and_missing_files_are_one_line(tmp_path: Path) -> None:
    """The formats that there are, or the path."""
    with pytest.raises(OptionError, match=r"expected as format vecalign, .* parquet, found 'tvs'; did you mean 'tsv'"):
        write_beads(orchard().alignment, "tvs", None)
    with pytest.raises(InputError, match="nothing: expected a readable file, found: No such file"):
        read_beads(tmp_path / "nothing", "tsv", make_document("a"), make_document("b"))


def test_a_format_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    """A file is replaced whole or not at all."""
    path = tmp_path / "beads"
    path.write_text("old", encoding="utf-8")
    units = (unit if number < 3 else None for number, unit in enumerate(units_of(orchard())))
    with pytest.raises(AttributeError):
        write_units(cast(Iterator[Unit], units), path, "vecalign")
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", [*TOLD, "parquet"])
@pytest.mark.parametrize("made", [ferry(), turned(ferry())], ids=["source", "target"])
def test_a_bead_that_goes_on_is_one_unit_and_comes_back(name: str, made: Alignment, tmp_path: Path) -> None:
    """What was written is the bead with both halves; in order it has one, the other one is null."""
    write_beads(made, name, tmp_path / "beads")
    found = read_beads(tmp_path / "beads", name, made.source, made.target)
    assert found.continuations == made.continuations
    assert [(bead.source, bead.target) for bead in found.beads] == [(bead.source, bead.target) for bead in made.beads]
    assert [bead.probability for bead in found.beads if bead.source and bead.target] == [0.99, 0.97, 0.93, 0.98, 0.96]
    write_beads(made, name, tmp_path / "order", in_order=True)
    found = read_beads(tmp_path / "order", name, made.source, made.target)
    assert found.continuations == (() if name == "vecalign" else made.continuations)
    assert [(bead.source, bead.target) for bead in found.beads] == [(bead.source, bead.target) for bead in made.beads]


@pytest.mark.parametrize("in_order", [False, True])
@pytest.mark.parametrize("name", ["tmx", "moses"])
def test_translations_have_both_halves(name: str, in_order: bool, tmp_path: Path) -> None:
    """In the order of the text, and the caption is not among them; asked for order, too, as they hold no null beads."""
    write_beads(ferry(), name, tmp_path / "memory", in_order=in_order)
    texts = [[" ".join(side.text.split()) for side in unit.sides] for unit in read_units(tmp_path / "memory", name)]
    halves = [FERRY.segments[number].text for number in (2, 4)]
    assert [" ".join(halves), BAC.segments[2].text] in texts
    assert len(texts) == 5


def test_rungs_have_no_place_for_a_gap(tmp_path: Path) -> None:
    """The ladder of hunalign has the half that stands in order; the other one is null beads."""
    write_beads(ferry(), "hunalign", tmp_path / "ladder")
    found = read_beads(tmp_path / "ladder", "hunalign", FERRY, BAC)
    assert not found.continuations
    assert [bead.shape for bead in found.beads] == ["1-1", "1-1", "1-1", "1-0", "1-0", "1-1", "1-1"]


@pytest.mark.parametrize(
    ("ladder", "kept", "goes_on"),
    [
        ("[0, 2]:[0]:0.9\n[1]:[]:0.8\n[]:[1]:1\n[]:[2]:1\n", (Span(0, 1), Span(0, 1)), Span(2, 3)),
        ("[0, 2]:[1]:0.9\n[1]:[0]:0.8\n[]:[2]:1\n", (Span(2, 3), Span(1, 2)), Span(0, 1)),
        ("[0, 2]:[0]:0.9\n[1]:[1, 2]:0.8\n", (Span(0, 1), Span(0, 1)), Span(2, 3)),
    ],
    ids=["behind a null bead", "before a bead", "behind a bead"],
)
def test_a_rung_with_a_gap_goes_on_behind_it(
    ladder: str, kept: tuple[Span, Span], goes_on: Span, tmp_path: Path
) -> None:
    """Whoever wrote it; the run that crosses no other rung stays, and the same rung is written again."""
    path = tmp_path / "ladder"
    path.write_text(ladder, encoding="utf-8")
    found = read_beads(path, "vecalign", make_document("abc"), make_document("def"))
    assert found.continuations == (Continuation(goes_on, kept[1]),)
    assert kept in [(bead.source, bead.target) for bead in found.beads]
    assert not found.moves
    assert ladder.splitlines()[0] + "000" in written(found, "vecalign")


@given(alignment=alignments(), data=st.data())
def test_any_bead_may_go_on(alignment: Alignment, data: st.DataObject) -> None:
    """Null beads anywhere, on either side, before or behind a bead: JSON lines bring all back as it was."""
    both = [bead for bead in alignment.beads if bead.source and bead.target]
    nulls = [bead for bead in alignment.beads if not (bead.source and bead.target)]
    pairs = [
        Continuation(*((null.source, bead.target) if null.source else (bead.source, null.target)))
        for bead in both
        for null in nulls
        if not _touch(null.source, bead.source) and not _touch(null.target, bead.target)
    ]
    if not pairs:
        return
    made = replace(alignment, continuations=(data.draw(st.sampled_from(pairs)),))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "beads"
        write_beads(made, "jsonl", path)
        found = read_beads(path, "jsonl", made.source, made.target)
    assert found.continuations == made.continuations
    counted = [[(bead.source, bead.target) for bead in it.beads if bead.source and bead.target] for it in (found, made)]
    assert counted[0] == counted[1]


def _touch(one: Span, other: Span) -> bool:
    return bool(one) and one.start <= other.stop and other.start <= one.stop
