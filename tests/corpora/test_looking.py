"""Look into a corpus, judge it, export it, and learn from it."""

import json
from pathlib import Path

import pytest

import corpora
from align.errors import InputError, OptionError
from align.exchange import read_units
from align.review import make_project
from align.review.elsewhere import alignment_of
from align.review.elsewhere import read_rows as read_sample
from corpora.building import build_corpus
from corpora.encoder.pairs import find_pair_files, read_pairs
from corpora.exporting import export_corpus
from corpora.judging import describe_judgements, draw_sample, interval
from corpora.looking import describe_corpus, explain_row
from corpora.recipe import Recipe
from corpora.rows import read_rows
from tests.corpora.articles import write_articles


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small corpus."""
    folder = tmp_path_factory.mktemp("corpus")
    build_corpus(Recipe(inputs=(write_articles(folder / "in", count=8),), output=folder / "out", pair="names"))
    return folder / "out"


def test_stats_count_the_pairs(corpus: Path) -> None:
    """Those of the file."""
    count = len(list(read_rows(corpus / "pairs.jsonl")))
    lines = list(describe_corpus(corpus))
    assert lines[0].split() == ["pairs", str(count)]
    assert ["en-fr", str(count)] in [line.split() for line in lines]


def test_explain_tells_why(corpus: Path) -> None:
    """Of a copy, too, which pair it repeats."""
    kept = next(read_rows(corpus / "pairs.jsonl"))
    assert next(explain_row(corpus, kept["id"])) == f"{kept['id']}  kept"
    copy = next(row for row in read_rows(corpus / "rejected.jsonl") if row["reasons"] == ["duplicate"])
    *_, last = explain_row(corpus, copy["id"])
    assert "source and target as in" in last
    with pytest.raises(InputError, match="found 'nothing' in neither"):
        list(explain_row(corpus, "nothing"))


def test_a_sample_is_judged_in_a_review(corpus: Path, tmp_path: Path) -> None:
    """What was accepted there is right, what was rejected is wrong; the project or the sample may be named."""
    path, project = tmp_path / "sample.jsonl", tmp_path / "sample.versalign"
    draw_sample(corpus, path, count=6, seed=0)
    rows, sort = read_sample(path)
    with make_project(project, alignment_of(rows, path), sort=sort) as review:
        first, second, third, fourth, *_ = review.subjects()
        review.accept(first)
        review.accept(second)
        review.reject(third, "another sentence")
        review.unsure(fourth)
    for named in (path, project):
        assert describe_judgements(named) == [
            "precision 0.667 (95 % interval 0.208 to 0.939): 2 of 3 pairs are right",
            "3 pairs are not judged yet",
        ]


def test_a_sample_is_judged(corpus: Path, tmp_path: Path) -> None:
    """The same pairs are drawn each time, and nothing is claimed before anybody has judged."""
    path = tmp_path / "sample.jsonl"
    assert draw_sample(corpus, path, count=8, seed=0) == 8
    first = path.read_bytes()
    draw_sample(corpus, path, count=8, seed=0)
    assert path.read_bytes() == first
    with pytest.raises(InputError, match="judgement"):
        describe_judgements(path)
    rows = list(read_rows(path))
    for number, row in enumerate(rows[:-1]):
        row["judgement"] = number > 0
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert describe_judgements(path) == [
        "precision 0.857 (95 % interval 0.487 to 0.974): 6 of 7 pairs are right",
        "1 pairs are not judged yet",
    ]


@pytest.mark.parametrize(("right", "judged"), [(0, 5), (5, 5), (1, 2), (199, 200)])
def test_the_interval_holds_the_share(right: int, judged: int) -> None:
    """And stays within 0 and 1, at the ends, too."""
    low, high = interval(right, judged)
    assert 0.0 <= low <= right / judged <= high + 1e-12 <= 1.0 + 1e-9


@pytest.mark.parametrize("name", ["tmx", "tsv", "jsonl", "moses"])
def test_an_export_holds_all_texts(corpus: Path, tmp_path: Path, name: str) -> None:
    """In order."""
    rows = list(read_rows(corpus / "pairs.jsonl"))
    count, files = export_corpus(corpus, name, tmp_path / f"out.{name}")
    assert (count, files) == (len(rows), sorted(tmp_path.iterdir()))
    units = read_units(tmp_path / f"out.{name}", name)
    texts = [tuple(side.text for side in unit.sides) for unit in units]
    assert texts == [(row["source"], row["target"]) for row in rows]


def test_an_unknown_export_is_refused(corpus: Path, tmp_path: Path) -> None:
    """With the names of those that there are."""
    with pytest.raises(OptionError, match="expected as format tmx, moses, tsv, jsonl, parquet, found 'tmxx'"):
        export_corpus(corpus, "tmxx", tmp_path / "out")


def test_a_corpus_is_a_table(corpus: Path) -> None:
    """Whole, or in parts; each score is a column."""
    frame = corpora.read(corpus)
    assert list(frame["id"]) == [row["id"] for row in read_rows(corpus / "pairs.jsonl")]
    assert (frame["score_probability"] == frame["probability"]).all()
    assert [len(part) for part in corpora.read_parts(corpus, rows=6)][:2] == [6, 6]


def test_an_encoder_learns_from_the_training_part(corpus: Path) -> None:
    """And from nothing that dev or test hold."""
    files = find_pair_files(corpus)
    assert [(file.source_language, file.target_language) for file in files] == [("en", "fr")]
    learned = [(pair.source, pair.target) for pair in read_pairs(files[0])]
    assert learned == [(row["source"], row["target"]) for row in read_rows(corpus / "splits" / "train.jsonl")]
