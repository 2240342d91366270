"""What comes out of a review, and what comes in: minutes, gold, pairs, alignments made elsewhere, samples."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from align.bitext import Fate, Move, Role, Span
from align.comparison import fates_of
from align.errors import InputError
from align.exchange import read_beads, write_beads, write_comparison
from align.review import make_project
from align.review.elsewhere import alignment_of, read_rows
from align.review.lessons import write_lessons
from align.review.minutes import write_minutes
from corpora.encoder.pairs import find_pair_files, read_pairs
from eval.gold.sets import read_set
from tests.align.halves import ferry
from tests.align.review.projects import alignment, document, project

MOVE = Move(Span(1, 2), Span(2, 3), 1.0, 1.0)
SHAPES = [(1, 1), (1, 0), (2, 1), (0, 1), (1, 1), (0, 2)]


@pytest.mark.parametrize("name", ["tsv", "jsonl"])
def test_a_corrected_alignment_goes_out_and_comes_back(tmp_path: Path, name: str) -> None:
    """With its documents, and as a file that holds its texts."""
    with project(tmp_path / "p.versalign", SHAPES, (MOVE,)) as opened:
        opened.merge(4, "next")
        made = opened.alignment
    out = tmp_path / f"out.{name}"
    write_beads(made, name, out)
    assert [b.shape for b in read_beads(out, name, made.source, made.target).beads] == [b.shape for b in made.beads]
    rows, sort = read_rows(out)
    again = alignment_of(rows, out)
    assert sort == "texts"
    assert (again.source.language, again.target.language) == ("en", "fr")
    assert [(move.source.start, move.target.stop) for move in again.moves] == [(1, 3)]
    whole = [" ".join(again.source.text_over(bead.source).split()) for bead in again.beads]
    assert whole == [" ".join(made.source.text_over(bead.source).split()) for bead in made.beads]


@pytest.mark.parametrize("name", ["tsv", "jsonl"])
def test_what_is_no_article_text_stays_so(tmp_path: Path, name: str) -> None:
    """A navigation line that goes out is no dropped sentence when it comes back."""
    with project(tmp_path / "p.versalign", SHAPES) as opened:
        opened.role("source", 1, Role.FURNITURE)
        made = opened.comparison
    out = tmp_path / f"out.{name}"
    write_comparison(made, name, out)
    again = alignment_of(read_rows(out)[0], out)
    assert fates_of(again)[1] is made.fates[1] is Fate.ASIDE
    assert [segment.role for segment in again.source.segments][:3] == [Role.BODY, Role.FURNITURE, Role.BODY]


def test_a_sample_is_a_project_of_its_pairs(tmp_path: Path) -> None:
    """Each row is a bead with its probability."""
    path = tmp_path / "sample.jsonl"
    one = {"source": "It rained.", "target": "Il pleuvait.", "probability": 0.7}
    other = {"source": "A\\nb.", "target": "", "probability": 1}
    rows = [one, other]
    path.write_text("\n".join(map(json.dumps, rows)))
    found, sort = read_rows(path)
    made = alignment_of(found, path)
    assert sort == "sample"
    assert [(bead.shape, bead.probability) for bead in made.beads] == [("1-1", 0.7), ("1-0", 1.0)]
    assert made.source.segments[1].text == "A\\nb."


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.jsonl", "{}"),
        ("a.jsonl", "hello"),
        ("a.jsonl", '{"source": "a", "target": "b", "probability": 7}'),
        ("a.jsonl", "[" * 100_000),
        ("a.jsonl", "3"),
        ("a.jsonl", ""),
        ("a.tsv", "source\ttarget\n"),
        ("a.tsv", "source\ttarget\tprobability\nonly\n"),
        ("a.tsv", ""),
    ],
)
def test_what_is_no_alignment_is_refused(tmp_path: Path, name: str, text: str) -> None:
    """In one line, with the place."""
    path = tmp_path / name
    path.write_text(text)
    with pytest.raises(InputError, match="expected"):
        alignment_of(read_rows(path)[0], path)


def test_a_review_teaches_gold_and_pairs(tmp_path: Path) -> None:
    """Gold as `eval score` reads it, with the move as a link; pairs of what a person vouches for, as training reads."""
    with project(tmp_path / "p.versalign", SHAPES, (MOVE,)) as opened:
        opened.merge(4, "next")
        opened.accept(opened.bead_ids[0])
        opened.lock(2, 2)
        opened.role("target", 0, Role.FURNITURE)
        write_lessons(opened, tmp_path / "out")
    (pair,) = read_set(tmp_path / "out", "review")
    assert (pair.source_language, pair.target_language, len(pair.source), len(pair.target)) == ("en", "fr", 5, 6)
    assert pair.links == (((0,), (0,)), ((1,), (2,)), ((2, 3), (1,)), ((4,), (3, 4, 5)))
    (file,) = find_pair_files(tmp_path / "out" / "pairs")
    pairs = [(each.source[:28], each.target[-3:]) for each in read_pairs(file)]
    assert len(pairs) == 2, "the accepted one is furniture now"


def test_a_bead_that_goes_on_is_taught_whole(tmp_path: Path) -> None:
    """One link of gold has both runs, and the pair has the texts of both."""
    with make_project(tmp_path / "p.versalign", ferry()) as opened:
        opened.lock(2, 2)
        write_lessons(opened, tmp_path / "out")
    (pair,) = read_set(tmp_path / "out", "review")
    assert ((2, 4), (2,)) in pair.links
    assert ((4,), ()) not in pair.links
    (file,) = find_pair_files(tmp_path / "out" / "pairs")
    (told,) = read_pairs(file)
    assert told.source.startswith("Its engine")
    assert told.source.endswith("at Easter.")


def test_two_versions_in_one_language_have_two_gold_files(tmp_path: Path) -> None:
    """The files of both sides do not take each other's place."""
    made = alignment([(1, 1)])
    target = document("new.txt", "en", ["The council wrote."])
    with make_project(tmp_path / "p.versalign", replace(made, target=target)) as opened:
        write_lessons(opened, tmp_path / "out")
    (pair,) = read_set(tmp_path / "out", "review")
    assert pair.target == ("The council wrote.",)


def test_the_minutes_tell_all_and_take_no_text_for_markup(tmp_path: Path) -> None:
    """Decisions with reasons, comments, corrections, notes; a comment makes no heading and no image."""
    with project(tmp_path / "p.versalign", SHAPES) as opened:
        subject = opened.subjects()[0]
        opened.reject(subject, "said *elsewhere*")
        opened.comment(subject, "# big\n![x](http://example.org)\x1b[31m")
        opened.note("half done")
        opened.merge(4, "next")
        path = tmp_path / "minutes.md"
        with path.open("w", encoding="utf-8") as stream:
            write_minutes(opened, stream)
    text = path.read_text(encoding="utf-8")
    for told in ("## Rejected", r"said \*elsewhere\*", "half done", "merge source 5, target 4–6"):
        assert told in text
    for markup in ("\x1b", "![", "\n# big"):
        assert markup not in text
