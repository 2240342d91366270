"""Hold JSON against `schema.json`, and say where it departs from it.

Of JSON Schema this knows the keywords that ours uses, and no other.
"""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

_KINDS: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}
_SHOWN = 40  # characters of a value in a message
# What each version added to the one before it, by the kind of object; the whole has no name.
_ADDED: dict[int, dict[str, tuple[str, ...]]] = {
    4: {"document": ("verbatim", "segmented", "structure"), "finding": ("places",), "evidence": ("place",)},
    5: {"": ("gravest",), "finding": ("reasons",), "coverage": ("words", "words_in_all")},
    6: {"": ("continuations",)},
}
VERSIONS = (3, 4, 5, 6)


@cache
def load_schema(version: int = VERSIONS[-1]) -> dict[str, Any]:
    """Return the schema of a comparison, as it was in one of `VERSIONS`."""
    text = (Path(__file__).parent / "schema.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    schema["properties"]["schema_version"]["const"] = version
    for later in range(version + 1, VERSIONS[-1] + 1):
        for kind, keys in _ADDED[later].items():
            for key in keys:
                rule = schema["$defs"][kind] if kind else schema
                rule["required"].remove(key)
                del rule["properties"][key]
    return schema


def check_schema(
    value: object, rule: dict[str, Any] | None = None, place: str = "", *, version: int = VERSIONS[-1]
) -> None:
    """Check that a value, parsed from JSON, is as the schema says.

    Args:
        value: what was parsed.
        rule: the part of the schema that holds for it; the whole schema for None.
        place: where it stands in the whole, such as `beads[3].source`; empty for the whole.
        version: of the schema.

    Raises:
        ValueError: it is not; the message names the place, what was expected and what was found.

    >>> check_schema([3], {"type": "array", "minItems": 2}, "beads[0].source")
    Traceback (most recent call last):
    ValueError: beads[0].source: expected 2 items or more, found 1
    """
    rule = load_schema(version) if rule is None else rule
    if "$ref" in rule:
        rule = load_schema(version)["$defs"][rule["$ref"].rpartition("/")[2]]
    _check_value(value, rule, place or "the whole")
    if isinstance(value, dict):
        _check_keys(value, rule, place or "the whole")
        for key, item in value.items():
            check_schema(item, rule["properties"][key], f"{place}.{key}" if place else key, version=version)
    elif isinstance(value, list):
        for number, item in enumerate(value):
            check_schema(item, rule["items"], f"{place}[{number}]", version=version)


def _check_value(value: Any, rule: dict[str, Any], place: str) -> None:
    types = rule.get("type", [])
    types = [types] if isinstance(types, str) else types
    # To Python, true and false are numbers; to JSON they are not.
    if types and (
        (isinstance(value, bool) and "boolean" not in types)
        or not any(isinstance(value, _KINDS[name]) for name in types)
    ):
        raise _fault(place, f"a value of type {' or '.join(types)}", value)
    if "const" in rule and value != rule["const"]:
        raise _fault(place, repr(rule["const"]), value)
    if "enum" in rule and value not in rule["enum"]:
        raise _fault(place, f"one of {', '.join(rule['enum'])}", value)
    if "pattern" in rule and not re.search(rule["pattern"], value):
        raise _fault(place, f"a string like {rule['pattern']}", value)
    if "minimum" in rule and not value >= rule["minimum"]:
        raise _fault(place, f"a number from {rule['minimum']}", value)
    if "maximum" in rule and not value <= rule["maximum"]:
        raise _fault(place, f"a number up to {rule['maximum']}", value)
    if isinstance(value, list) and len(value) < rule.get("minItems", 0):
        raise ValueError(f"{place}: expected {rule['minItems']} items or more, found {len(value)}")
    if isinstance(value, list) and len(value) > rule.get("maxItems", len(value)):
        raise ValueError(f"{place}: expected {rule['maxItems']} items or fewer, found {len(value)}")


def _check_keys(value: dict[str, Any], rule: dict[str, Any], place: str) -> None:
    for key in rule["required"]:
        if key not in value:
            raise ValueError(f"{place}: expected a key {key!r}, found none")
    for key in value:
        if key not in rule["properties"]:
            raise ValueError(f"{place}: expected no key but those of the schema, found {key!r:.{_SHOWN}}")


def _fault(place: str, expected: str, value: object) -> ValueError:
    return ValueError(f"{place}: expected {expected}, found {value!r:.{_SHOWN}}")
