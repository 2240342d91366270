"""A baseline: the findings that are known, in a file, so that only new ones count.

The file is JSON with one line a finding, in a fixed order, so that a change of it reads well in a review. What counts
is the id, which is made from the texts concerned; names and messages are for people.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from align.bitext import Comparison
from align.errors import InputError
from align.files import replacing_text
from align.sanitize import sanitize_line

_VERSION = 1
_ID = 12  # hexadecimal digits


def read_baseline(path: Path) -> frozenset[str]:
    """Return the ids of the findings that are known.

    Raises:
        InputError: the file cannot be read, or is no baseline.
    """
    try:
        data: Any = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise InputError(
            f"{path}: expected a baseline, found: {error.strerror}; make one with --write-baseline"
        ) from None
    except (ValueError, RecursionError):
        raise InputError(f"{path}: expected a baseline in JSON, found something else; make it anew") from None
    version = data.get("baseline_version") if isinstance(data, dict) else None
    findings = data.get("findings") if isinstance(data, dict) else None
    if version != _VERSION or not isinstance(findings, list):
        raise InputError(f"{path}: expected a baseline of version {_VERSION}, found {version!r:.40}; make it anew")
    ids = [item.get("id") if isinstance(item, dict) else None for item in findings]
    for number, identity in enumerate(ids):
        if not isinstance(identity, str) or len(identity) != _ID:
            raise InputError(f"{path}: findings[{number}]: expected an id of {_ID} digits, found {identity!r:.40}")
    return frozenset(map(str, ids))


def write_baseline(path: Path, comparisons: Iterable[Comparison]) -> int:
    """Write the findings of some comparisons as known; return how many they are.

    Args:
        path: of the file, written whole or not at all.
        comparisons: with findings.

    Raises:
        InputError: it cannot be written.
    """
    rows = sorted(
        {
            (comparison.alignment.source.name, comparison.alignment.target.name, it.id, it.kind, it.message)
            for comparison in comparisons
            for it in comparison.findings
        }
    )
    keys = ("source", "target", "id", "kind", "message")
    lines = [json.dumps(dict(zip(keys, map(sanitize_line, row), strict=True)), ensure_ascii=True) for row in rows]
    body = ",\n  ".join(lines)
    try:
        with replacing_text(path) as stream:
            stream.write(f'{{"baseline_version": {_VERSION}, "findings": [\n  {body}\n]}}\n')
    except OSError as error:
        raise InputError(f"{path}: expected a file to write to, found: {error.strerror}") from None
    return len(rows)
