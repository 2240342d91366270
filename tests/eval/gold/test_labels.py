"""Reading token labels and spans."""

import json
from pathlib import Path

import pytest

from align.bitext import Span
from align.errors import InputError
from eval.gold.labels import label_files, read_labels, read_spans, span_files
from tests.eval.pairs import MISSING, SHARED

LABELS = {
    "id": "x",
    "subset": "toy_de",
    "text_a": "a b c",
    "text_b": "d e",
    "labels_a": [0.0, 1, -1],
    "labels_b": [0.5, 0.2],
}
RATED = {
    "id": "x",
    "src_lang": "en",
    "tgt_lang": "fr",
    "source": "one two",
    "target": "un deux",
    "omission_src_spans": [[4, 7, "r", "Major"]],
    "addition_tgt_spans": [[7, 8, "r", "Minor"]],
}
DELETED = {"type": "Deletion", "sentence-1-token-indices": [1, 2], "sentence-2-token-indices": None}
CHANGED = {"type": "Substitute", "sentence-1-token-indices": [2, 3], "sentence-2-token-indices": [1, 2]}
EDITED = {"id": "x", "sentence_1": "one  two three", "sentence_2": "one 3", "edits": [DELETED, CHANGED]}


def write(path: Path, *rows: object) -> Path:
    """Write rows as JSONL."""
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_labels_are_read_with_their_languages(tmp_path: Path) -> None:
    """From the subset, or from the name of the file."""
    (pair,) = read_labels(write(tmp_path / "toy_rsd.jsonl", LABELS))
    assert (pair.source_labels, pair.target_labels) == ((0.0, 1.0, -1.0), (0.5, 0.2))
    assert (pair.source_language, pair.target_language) == ("en", "de")
    (pair,) = read_labels(write(tmp_path / "toy_rsd_frit.dev.jsonl", LABELS))
    assert (pair.source_language, pair.target_language) == ("fr", "it")


def test_a_side_that_nobody_judged_may_have_any_number_of_labels(tmp_path: Path) -> None:
    """It gets as many as it has tokens."""
    (pair,) = read_labels(write(tmp_path / "toy_rsd.jsonl", {**LABELS, "labels_b": [-1, -1, -1]}))
    assert pair.target_labels == (-1.0, -1.0)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({**LABELS, "labels_a": [0.0, 1]}, "expected 3 labels, one per token, found 2"),
        ({**LABELS, "labels_a": [0.0, 1, 2]}, "expected labels from 0 to 1 or -1, found 2"),
        ({"id": "x"}, "expected a key 'subset', found id"),
        ([], "expected a JSON object"),
    ],
)
def test_wrong_labels_are_refused_with_their_place(tmp_path: Path, row: object, reason: str) -> None:
    """On the second line."""
    path = write(tmp_path / "toy_rsd.jsonl", LABELS, row)
    with pytest.raises(InputError) as caught:
        read_labels(path)
    assert str(caught.value).startswith(f"{path}:2: ")
    assert reason in str(caught.value)


def test_rated_spans_are_read_and_the_place_after_the_end_is_kept(tmp_path: Path) -> None:
    """A mark of the place behind the last character is empty and at the end."""
    (pair,) = read_spans(write(tmp_path / "toy.jsonl", RATED))
    assert pair.source[pair.source_marks[0].chars.start : pair.source_marks[0].chars.stop] == "two"
    assert pair.target_marks[0].chars == Span(7, 7)


def test_edits_are_read_from_tokens_to_characters(tmp_path: Path) -> None:
    """Spaces between tokens may be of any width."""
    (pair,) = read_spans(write(tmp_path / "toy.jsonl", EDITED))
    assert [pair.source[mark.chars.start : mark.chars.stop] for mark in pair.source_marks] == ["two", "three"]
    assert [pair.target[mark.chars.start : mark.chars.stop] for mark in pair.target_marks] == ["3"]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({**RATED, "omission_src_spans": [[4, 9, "r", "Major"]]}, "expected a span in 7 characters, found 4 to 9"),
        ({**RATED, "omission_src_spans": [[4]]}, "expected spans, found something else"),
        ({**EDITED, "edits": [{**DELETED, "sentence-1-token-indices": [1, 4]}]}, "expected a span in 3 tokens"),
        ({"id": "x"}, "expected a key 'source', found id"),
    ],
)
def test_wrong_spans_are_refused_with_their_place(tmp_path: Path, row: object, reason: str) -> None:
    """On the second line."""
    path = write(tmp_path / "toy.jsonl", RATED, row)
    with pytest.raises(InputError) as caught:
        read_spans(path)
    assert str(caught.value).startswith(f"{path}:2: ")
    assert reason in str(caught.value)


def test_a_line_that_is_no_json_is_refused(tmp_path: Path) -> None:
    """With its place."""
    path = tmp_path / "toy.jsonl"
    path.write_text("{\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"toy\.jsonl:1: expected a JSON object"):
        read_spans(path)


@pytest.mark.skipif(not SHARED.is_dir(), reason=MISSING)
def test_every_shared_file_can_be_read() -> None:
    """Token labels and spans."""
    assert all(read_labels(path) for path in label_files(SHARED))
    assert all(read_spans(path) for path in span_files(SHARED))
    assert len(label_files(SHARED)) + len(span_files(SHARED)) > 0
