"""The JSON report: it keeps to its published schema and changes no text and no number."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from align.bitext import Comparison
from align.comparison import comparison_of
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
    assert len(objects) == 11
    for rule in objects:
        assert sorted(rule["required"]) == sorted(rule["properties"])
        assert rule["additionalProperties"] is False


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
