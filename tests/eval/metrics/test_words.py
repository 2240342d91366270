"""Words without a counterpart are scored on sets of the two kinds, beside baselines."""

import json
from pathlib import Path

import pytest

from eval.metrics.words import rank_interval, score_label_file

LABELLED = [
    {
        "id": "m_0",
        "subset": "a",
        "text_a": "The bridge was closed on Monday because of ice .",
        "text_b": "Le pont a été fermé lundi .",
        "labels_a": [0, 0, 0, 0, 0, 0, 1, 1, 1, -1],
        "labels_b": [0, 0, 0, 0, 0, 0, -1],
    },
    {
        "id": "m_1",
        "subset": "b",
        "text_a": "The school has a new roof .",
        "text_b": "L' école a un nouveau toit , payé par une loterie .",
        "labels_a": [0, 0, 0, 0, 0, 0, -1],
        "labels_b": [0, 0, 0, 0, 0, 0, -1, 1, 1, 1, 1, -1],
    },
]
REVISED = {"sentence_1": "It is a very old mill .", "sentence_2": "It is an old mill by the river ."}
EDITS = [
    {"type": "Substitute", "sentence-1-token-indices": [2, 4], "sentence-2-token-indices": [2, 3]},
    {"type": "Insertion", "sentence-1-token-indices": None, "sentence-2-token-indices": [5, 8]},
]


def test_token_labels_are_scored_as_a_whole_and_by_subset(tmp_path: Path) -> None:
    """Words that are missing rank above those that are there, and better than by length alone."""
    path = tmp_path / "mill_rsd_enfr.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in LABELLED), encoding="utf-8")
    whole, first, second = score_label_file(path)
    assert [score.name for score in (whole, first, second)] == ["mill_rsd_enfr", "mill_rsd_enfr/a", "mill_rsd_enfr/b"]
    assert whole.pairs == 2
    assert whole.spearman > 0.4
    assert whole.spearman > whole.baselines["length"][0]
    assert whole.baseline == max(value for value, _ in whole.baselines.values())
    assert whole.spearman_interval.low <= whole.spearman_interval.high


def test_revisions_are_scored_by_the_diff(tmp_path: Path) -> None:
    """In one language what the diff marks is what annotators mark."""
    path = tmp_path / "revised.jsonl"
    path.write_text(json.dumps({"id": "r", **REVISED, "edits": EDITS}), encoding="utf-8")
    (score,) = score_label_file(path)
    assert score.f1 == pytest.approx(1.0)


def test_the_interval_needs_several_pairs() -> None:
    """One pair tells nothing of the spread."""
    assert rank_interval([]).low != rank_interval([]).low
