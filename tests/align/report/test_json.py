"""The JSON report: it keeps to its published schema and changes no text and no number."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from align.bitext import Comparison
from align.report.as_json import Json, to_dict
from tests.align.comparisons import bridge, chinese, from_right, orchard, short, two_articles
from tests.align.report.renderings import as_json

SCHEMA = Path(__file__).parents[3] / "align" / "report" / "schema.json"


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


@pytest.mark.parametrize("make", [bridge, chinese, from_right, orchard, two_articles, short])
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
