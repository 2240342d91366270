"""The JSON report: it keeps to its published schema and changes no text and no number."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from align.bitext import Comparison
from align.comparison import compare, comparison_of
from align.documents import read_document
from align.report.as_json import to_dict
from align.report.schema import check_schema, load_schema
from tests.align.comparisons import bridge, chinese, from_right, orchard, short, two_articles
from tests.align.report.renderings import as_json


@pytest.mark.parametrize("make", [bridge, chinese, from_right, orchard, two_articles, short])
def test_json_keeps_to_its_schema(make: Callable[[], Comparison]) -> None:
    """Every key is in the published schema and every key of the schema is there; findings of the checks, too."""
    check_schema(to_dict(make()))
    check_schema(to_dict(comparison_of(make().alignment)))


def test_the_schema_asks_for_all_that_it_knows() -> None:
    """No key may be left out, and none may be added without a new version."""
    schema = load_schema()
    rules = [schema, schema["properties"]["coverage"], *schema["$defs"].values()]
    objects = [rule for rule in rules if "properties" in rule]
    assert len(objects) == 14
    for rule in objects:
        assert sorted(rule["required"]) == sorted(rule["properties"])
        assert rule["additionalProperties"] is False


def test_findings_tell_line_and_column(tmp_path: Path) -> None:
    """From 1, in the file as an editor shows it, on both sides; of what is missing, the place where it would be."""
    source, target = tmp_path / "a.txt", tmp_path / "b.txt"
    source.write_bytes("\ufeffThe pier is shut.\r\n\r\n  It was built in 1911. The mayor wept for an hour.".encode())
    target.write_bytes("La jetée est fermée.\r\rElle fut construite en 1911.\r".encode())
    comparison = compare(read_document(source, language="en"), read_document(target, language="fr"))
    found = next(item for item in to_dict(comparison)["findings"] if item["kind"] == "dropped")
    assert found["places"] == {
        "source": {"line": 3, "column": 25, "end_line": 3, "end_column": 52},
        "target": {"line": 3, "column": 29, "end_line": 3, "end_column": 29},
    }
    assert found["evidence"]
    for evidence in found["evidence"]:
        assert evidence["place"]["line"] in (1, 3)


def test_json_tells_whether_lines_are_those_of_the_file(tmp_path: Path) -> None:
    """Of formats whose text is put together they are lines of the text as read."""
    plain, page = tmp_path / "a.txt", tmp_path / "b.html"
    plain.write_text("The pier is shut.\n")
    page.write_text("<p>The pier is shut.</p>")
    found = to_dict(compare(read_document(plain, segmented=True), read_document(page)))
    assert [(found[side]["verbatim"], found[side]["segmented"]) for side in ("source", "target")] == [
        (True, True),
        (False, False),
    ]


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
