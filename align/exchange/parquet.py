"""Parquet (extra `parquet`): a row a unit of two versions, zstd, with the version of the columns in the metadata."""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from align.bitext import Span
from align.errors import InputError, OptionError
from align.exchange.streams import STANDARD, reading_bytes, writing_bytes
from align.exchange.unit import UNKNOWN, Side, Unit, runs_between

SCHEMA_VERSION = "1"
KEY = b"versalign_schema_version"
_ROWS = 5000  # units in a group of rows, and in memory
_TEXTS = ("id", "continues", "fate", "role", "verdict", "label")
_SIDES = ("source", "target")
_ENDS = ("start", "stop")


def write(units: Iterable[Unit], path: Path) -> int:
    """Write a row a unit.

    Raises:
        OptionError: also if pyarrow is not installed.
        InputError: also for a unit of more than two versions.
    """
    _check_installed()
    from pyarrow import RecordBatch
    from pyarrow.parquet import ParquetWriter

    schema, rows, count = _schema(), iter(units), 0
    with writing_bytes(path) as file, ParquetWriter(file, schema, compression="zstd") as writer:
        while batch := [_row(unit, path) for unit in islice(rows, _ROWS)]:
            writer.write_batch(RecordBatch.from_pylist(batch, schema=schema))
            count += len(batch)
    return count


def read(path: Path) -> Iterator[Unit]:
    """Yield the units; columns may stand in any order, and others than the texts may be missing.

    Raises:
        OptionError: also if pyarrow is not installed.
    """
    _check_installed()
    if path == STANDARD:
        raise InputError("expected the path of a Parquet file, which is read from its end, found -")
    from pyarrow import ArrowException
    from pyarrow.parquet import ParquetFile

    with reading_bytes(path) as stream:
        try:
            file = ParquetFile(stream)
            told = (file.schema_arrow.metadata or {}).get(KEY, SCHEMA_VERSION.encode()).decode()
            if told != SCHEMA_VERSION:
                raise InputError(f"{path}: expected version {SCHEMA_VERSION} of the columns, found {told[:20]}")
            if missing := [side for side in _SIDES if side not in file.schema_arrow.names]:
                raise InputError(f"{path}: expected columns source and target, found no {missing[0]}")
            rows = (row for batch in file.iter_batches(_ROWS) for row in batch.to_pylist())
            for number, row in enumerate(rows, 1):
                yield _unit(row, number)
        except (ArrowException, ValueError, TypeError, UnicodeDecodeError) as error:
            reason = str(error).split("\n")[0][:200]
            raise InputError(f"{path}: expected a Parquet file of units, found: {reason}") from None


def _check_installed() -> None:
    from importlib.util import find_spec

    if find_spec("pyarrow") is None:
        raise OptionError("expected pyarrow for Parquet, found none; install it with: pip install 'versalign[parquet]'")


def _schema() -> Any:
    import pyarrow as pa

    fields = [pa.field(name, pa.string()) for name in _TEXTS]
    for side in _SIDES:
        fields += [pa.field(name, pa.string()) for name in (side, f"{side}_language", f"{side}_document")]
        fields += [pa.field(f"{side}_{end}", pa.int64()) for end in _ENDS]
        fields += [pa.field(f"{side}_continued", pa.list_(pa.int64()))]
    fields += [pa.field(name, pa.float64()) for name in ("probability", "score")]
    fields += [pa.field("scores", pa.map_(pa.string(), pa.float64()))]
    return pa.schema(fields, metadata={KEY: SCHEMA_VERSION.encode()})


def _row(unit: Unit, path: Path) -> dict[str, Any]:
    if len(unit.sides) > 2:
        found = len(unit.sides)
        raise InputError(f"{path}: expected units of two versions, found one of {found}; write jsonl or tmx")
    row: dict[str, Any] = {name: _utf8(getattr(unit, name)) for name in _TEXTS}
    for name, side in zip(_SIDES, (*unit.sides, Side("")), strict=False):
        language = "" if side.language == UNKNOWN else side.language
        row |= {name: _utf8(side.text), f"{name}_language": _utf8(language), f"{name}_document": _utf8(side.document)}
        if side.segments is not None:
            row |= {f"{name}_start": side.segments.start, f"{name}_stop": side.segments.stop}
        row[f"{name}_continued"] = [edge for run in side.continued for edge in (run.start, run.stop)]
    return row | {"probability": unit.probability, "score": unit.score, "scores": list(unit.scores)}


def _unit(row: dict[str, Any], number: int) -> Unit:
    return Unit(
        tuple(_side(row, name) for name in _SIDES),
        probability=row.get("probability"),
        score=row.get("score"),
        scores=tuple((str(name), float(value)) for name, value in row.get("scores") or ()),
        line=number,
        **_texts(row),
    )


def _texts(row: dict[str, Any]) -> dict[str, Any]:
    return {name: str(row[name]) for name in _TEXTS if row.get(name) is not None}


def _side(row: dict[str, Any], name: str) -> Side:
    return Side(
        str(row[name] or ""),
        language=row.get(f"{name}_language") or UNKNOWN,
        document=row.get(f"{name}_document") or "",
        segments=_span(row, name),
        continued=runs_between(row.get(f"{name}_continued") or ()),
    )


def _span(row: dict[str, Any], name: str) -> Span | None:
    start, stop = (row.get(f"{name}_{end}") for end in _ENDS)
    return None if start is None or stop is None else Span(start, stop)


def _utf8(text: str) -> str:
    r"""Return a text that UTF-8 can hold: a lone surrogate becomes `\ud800` and the like."""
    return text.encode("utf-8", "backslashreplace").decode()
