"""A comparison as JSON for other programs; `schema.json` beside this module says what may stand where.

Segment numbers and character offsets are half-open, from 0, into the texts as read; findings and their evidence have
lines and columns, from 1, beside them. Scores, probabilities and shares are rounded to four decimal places, so that
another processor gives the same bytes; all else is there in full, and `read_json` gives it back. Keys keep their
meaning as long as `schema_version` stays.
"""

import json
import re
from importlib.metadata import version
from math import isfinite
from typing import IO, Any

from align.bitext import Bead, Comparison, Coverage, Document, Element, Evidence, Fate, Finding, Move, Span
from align.lines import Lines
from align.report.view import USUAL, View
from align.salience import gravest
from align.sanitize import escape_json, is_unicode

SCHEMA_VERSION = 6
_PLACES = 4
# The layout spreads a span over four lines. A string holds no raw newline, so this matches nothing inside one.
_PAIR = re.compile(r"\[\n +(\d+),\n +(\d+)\n +\]")

Json = dict[str, Any]


def write_json(comparison: Comparison, *, file: IO[str], view: View = USUAL) -> None:
    """Write the comparison as one JSON object, indented, and a newline: all of it, whatever the view."""
    encoding = getattr(file, "encoding", None) or "utf-8"
    text = json.dumps(to_dict(comparison), ensure_ascii=not is_unicode(encoding), indent=1, allow_nan=False)
    text = _PAIR.sub(r"[\1, \2]", text)
    file.write(escape_json(text) + "\n")


def to_dict(comparison: Comparison) -> Json:
    """Return the comparison as plain dictionaries, lists, strings and numbers."""
    alignment = comparison.alignment
    lines = {"source": Lines(alignment.source.text), "target": Lines(alignment.target.text)}
    return {
        "schema_version": SCHEMA_VERSION,
        "version": version("versalign"),
        "signature": alignment.signature,
        "verdict": comparison.verdict.value,
        "version_probability": _number(alignment.version_probability),
        "closeness": _number(alignment.closeness),
        "warnings": list(alignment.warnings),
        "source": _document(alignment.source),
        "target": _document(alignment.target),
        "coverage": {
            "source": _coverage(comparison.source_coverage),
            "target": _coverage(comparison.target_coverage),
        },
        "beads": [_bead(bead, fate) for bead, fate in zip(alignment.beads, comparison.fates, strict=True)],
        "moves": [_move(move) for move in alignment.moves],
        "continuations": [
            {"source": _span(each.source), "target": _span(each.target)} for each in alignment.continuations
        ],
        "findings": [_finding(finding, lines) for finding in comparison.findings],
        "gravest": [finding.id for finding in gravest(comparison)],
    }


def _document(document: Document) -> Json:
    meta, segments = document.meta, document.segments
    ends = [0, *(segment.chars.stop for segment in segments)]
    return {
        "name": document.name,
        "language": document.language,
        "title": meta.title,
        "byline": meta.byline,
        "date": meta.date,
        "encoding": meta.encoding,
        "sha256": meta.sha256,
        "warnings": list(meta.warnings),
        "verbatim": meta.verbatim,
        "segmented": meta.segmented,
        "segments": [
            {
                "before": document.text[end : segment.chars.start],
                "text": segment.text,
                "chars": _span(segment.chars),
                "paragraph": segment.paragraph,
                "role": segment.role.value,
            }
            for end, segment in zip(ends, segments, strict=False)
        ],
        "after": document.text[ends[-1] :],
        "structure": None if document.structure is None else [_element(element) for element in document.structure],
    }


def _element(element: Element) -> Json:
    return {"kind": element.kind.value, "chars": _span(element.chars), "value": element.value}


def _coverage(coverage: Coverage) -> Json:
    return {
        "segments": coverage.segments,
        "segments_in_all": coverage.segments_in_all,
        "characters": coverage.characters,
        "characters_in_all": coverage.characters_in_all,
        "words": coverage.words,
        "words_in_all": coverage.words_in_all,
        "share": _number(coverage.share),
    }


def _bead(bead: Bead, fate: Fate) -> Json:
    closest = bead.rejected
    return {
        "source": _span(bead.source),
        "target": _span(bead.target),
        "fate": fate.value,
        "score": _number(bead.score),
        "probability": _number(bead.probability),
        "rejected": closest and {"segments": _span(closest.segments), "score": _number(closest.score)},
    }


def _move(move: Move) -> Json:
    return {
        "source": _span(move.source),
        "target": _span(move.target),
        "score": _number(move.score),
        "probability": _number(move.probability),
    }


def _finding(finding: Finding, lines: dict[str, Lines]) -> Json:
    return {
        "id": finding.id,
        "check": finding.check,
        "kind": finding.kind,
        "severity": finding.severity.value,
        "bead": finding.bead,
        "source": _span(finding.source),
        "target": _span(finding.target),
        "places": {
            "source": place_of(finding.source, lines["source"]),
            "target": place_of(finding.target, lines["target"]),
        },
        "probability": _number(finding.probability),
        "message": finding.message,
        "reasons": list(finding.reasons),
        "evidence": [_evidence(evidence, lines) for evidence in finding.evidence],
    }


def _evidence(evidence: Evidence, lines: dict[str, Lines]) -> Json:
    return {
        "label": evidence.label,
        "side": evidence.side,
        "chars": _span(evidence.chars),
        "place": place_of(evidence.chars, lines[evidence.side]),
        "text": evidence.text,
    }


def place_of(chars: Span, lines: Lines) -> Json:
    r"""Return lines and columns of half-open characters, from 1; the last column is the one behind them.

    Args:
        chars: of a text.
        lines: of the same text.

    >>> place_of(Span(5, 8), Lines("One.\nTwo."))
    {'line': 2, 'column': 1, 'end_line': 2, 'end_column': 4}
    """
    start, stop = lines.place(chars.start), lines.place(chars.stop)
    return {"line": start.line, "column": start.column, "end_line": stop.line, "end_column": stop.column}


def _span(span: Span) -> list[int]:
    return [span.start, span.stop]


def _number(value: float) -> float | None:
    """Return a rounded number that JSON can hold; a score may be infinite, which JSON cannot write."""
    # Adding zero turns -0.0 into 0.0.
    return round(float(value), _PLACES) + 0.0 if isfinite(value) else None
