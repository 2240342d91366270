"""Findings as SARIF 2.1.0 (OASIS, 2020), the format that code hosts and editors take findings in; plain JSON.

A finding is a result at its place in the target, with the place in the source beside it. High, medium and low are
error, warning and note; what is in doubt is for a person to look at, which SARIF calls review. The id of a finding is
its fingerprint, so that a host knows it again.
"""

import json
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import PurePath, PurePosixPath
from typing import IO, Any
from urllib.parse import quote

from align.bitext import Comparison, Severity
from align.report.results import RULES, Result, Where, results_of
from align.report.view import USUAL, View

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.HIGH: "error", Severity.MEDIUM: "warning", Severity.LOW: "note"}
_FINGERPRINT = "versalignFinding/v1"
Json = dict[str, Any]


def write_sarif(comparison: Comparison, *, file: IO[str], view: View = USUAL) -> None:
    """Write a log with one run: all findings, whatever the view."""
    write_log(results_of(comparison), file=file)


def write_log(results: Iterable[Result], *, file: IO[str]) -> None:
    """Write a log with one run.

    Args:
        results: of one pair of documents or of many.
        file: that is open for writing text.
    """
    file.write(json.dumps(sarif_log(results), ensure_ascii=True, indent=1) + "\n")


def sarif_log(results: Iterable[Result]) -> Json:
    """Return a log with one run as plain dictionaries."""
    told = list(results)
    kinds = list(dict.fromkeys((*RULES, *(result.kind for result in told))))
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "versalign",
                        "semanticVersion": version("versalign"),
                        "rules": [_rule(kind) for kind in kinds],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [_result(result, kinds.index(result.kind)) for result in told],
            }
        ],
    }


def _rule(kind: str) -> Json:
    return {"id": kind, "shortDescription": {"text": RULES.get(kind, kind)}}


def _result(result: Result, rule: int) -> Json:
    level = _LEVELS[result.severity] if result.is_sure else "none"
    found: Json = {
        "ruleId": result.kind,
        "ruleIndex": rule,
        "kind": "fail" if result.is_sure else "review",
        "level": level,
        "message": {"text": result.message},
        "locations": [_location(result.target)],
        "relatedLocations": [{"id": 1, **_location(result.source), "message": {"text": "the source"}}],
        "rank": round(100 * result.probability, 1),
        "properties": {
            "severity": result.severity.value,
            "probability": round(result.probability, 4),
            "reasons": list(result.reasons),
        },
    }
    if result.id:
        found["partialFingerprints"] = {_FINGERPRINT: result.id}
    return found


def _location(where: Where) -> Json:
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": uri_of(where.file)},
            "region": {
                "startLine": where.start.line,
                "startColumn": where.start.column,
                "endLine": where.stop.line,
                "endColumn": where.stop.column,
            },
        }
    }


def uri_of(file: str) -> str:
    """Return the name of a file as a URI: relative as it was given, or of a whole path.

    >>> uri_of("docs/guide fr.md"), uri_of("/tmp/a%b.txt")
    ('docs/guide%20fr.md', 'file:///tmp/a%25b.txt')
    """
    path = PurePath(file)
    encoded = quote(PurePosixPath(*path.parts).as_posix().encode("utf-8", "surrogatepass"), safe="/-._~")
    return f"file://{encoded}" if path.is_absolute() else encoded
