r"""Tab-separated units with a header, for spreadsheets and scripts.

Texts are as read, with the white space between their segments; tabs, line ends and backslashes in them become `\t`,
`\n` and `\\`, and so on (`align.cells`). Units of one move share its number, `move`, and its probability. What a side
goes on with behind gaps, starts and stops, is one cell, such as `4 5`; if it is a null bead of its own, `continues`
has the id of the bead. What a unit does not tell is an empty cell.
With `--segmented`, starts and stops are lines of the file, from 0, and blank lines have no row.
"""

import math
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from align.bitext import Span
from align.cells import cell_of, text_of
from align.errors import InputError
from align.exchange.lines import parse_lines, probability_of
from align.exchange.streams import reading, writing
from align.exchange.unit import UNKNOWN, Moved, Side, Unit, runs_between

_PLACES = ("source_start", "source_stop", "target_start", "target_stop")
_CONTINUED = ("source_continued", "target_continued")
_NUMBERS = (*_PLACES, *_CONTINUED, "score", "probability", "move", "move_probability")
_TEXTS = ("id", "fate", "role", "verdict", "label", "continues")
_SIDES = ("source_language", "target_language", "source_document", "target_document", "source", "target")
COLUMNS = (*_NUMBERS, *_TEXTS, *_SIDES)
_REQUIRED = (*_PLACES, "probability")  # of beads; of other units the texts


def write(units: Iterable[Unit], path: Path) -> int:
    """Write the header and one line a unit.

    Raises:
        InputError: also for a unit of more than two versions.
    """
    count = 0
    with writing(path) as stream:
        stream.write("\t".join(COLUMNS) + "\n")
        for unit in units:
            count += 1
            if len(unit.sides) > 2:
                found = len(unit.sides)
                raise InputError(f"{path}: expected units of two versions, found one of {found}; write jsonl or tmx")
            stream.write("\t".join(_cells(unit)) + "\n")
    return count


def read(path: Path) -> Iterator[Unit]:
    """Yield the units; columns may stand in any order, and those that a unit can do without may be missing.

    Raises:
        InputError: also for a header that lacks the texts, or else the places and the probability.
    """
    with reading(path) as stream:
        header = next(stream, "").rstrip("\r\n").split("\t")
        required = ("source", "target") if {"source", "target"} <= {*header} else _REQUIRED
        if missing := [column for column in required if column not in header]:
            wanted = f"source and target, or {', '.join(_REQUIRED)}"
            raise InputError(f"{path}:1: expected a header with {wanted}, found no {missing[0]}")
        yield from parse_lines(
            stream,
            lambda number, line: _parse(number, dict(zip(header, line.split("\t"), strict=False)), required),
            wanted=f"cells under {', '.join(required)}",
            name=str(path),
            first=2,
        )


def _cells(unit: Unit) -> Iterator[str]:
    """Yield the cells of a row."""
    source, target = (*unit.sides, Side(""))[:2]
    for side in (source, target):
        yield from ["", ""] if side.segments is None else [str(side.segments.start), str(side.segments.stop)]
    for side in (source, target):
        yield " ".join(f"{run.start} {run.stop}" for run in side.continued)
    for number in (unit.score, unit.probability):
        yield "" if number is None else f"{number:.4f}"
    yield from ["", ""] if unit.move is None else [str(unit.move.number), f"{unit.move.probability:.4f}"]
    languages = ("" if side.language == UNKNOWN else side.language for side in (source, target))
    texts = (*(getattr(unit, key) for key in _TEXTS), *languages, source.document, target.document)
    yield from map(cell_of, (*texts, source.text, target.text))


def _parse(number: int, cells: dict[str, str], required: tuple[str, ...]) -> Unit:
    if any(column not in cells for column in required):
        raise ValueError
    spans = [_span(cells, column) for column in ("source", "target")]
    if "source" not in required and None in spans:
        raise ValueError
    score, move = cells.get("score"), cells.get("move")
    told = float(score) if score else None
    if told is not None and not math.isfinite(told):
        raise ValueError
    sides = (
        Side(
            text_of(cells.get(name, "")),
            language=text_of(cells.get(f"{name}_language", "")) or UNKNOWN,
            document=text_of(cells.get(f"{name}_document", "")),
            segments=span,
            continued=runs_between(cells.get(f"{name}_continued", "").split()),
        )
        for name, span in zip(("source", "target"), spans, strict=True)
    )
    return Unit(
        tuple(sides),
        probability=probability_of(cells.get("probability", "")),
        score=told,
        move=Moved(int(move), float(cells["move_probability"])) if move else None,
        line=number,
        **_texts(cells),
    )


def _texts(cells: dict[str, str]) -> dict[str, Any]:
    return {column: text_of(cells[column]) for column in _TEXTS if column in cells}


def _span(cells: dict[str, str], side: str) -> Span | None:
    start, stop = cells.get(f"{side}_start"), cells.get(f"{side}_stop")
    return Span(int(start), int(stop)) if start and stop else None
