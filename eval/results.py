"""Results as they are kept: a JSON file that says how, when, where and on which data its numbers came about.

Every result carries the tables that people read, as text, so that documents are made from stored files alone: see
`eval.documents`.
"""

import json
import math
import os
import platform
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from align.errors import InputError
from align.files import replacing_text
from align.sanitize import escape_json, sanitize_line

STORED = Path(__file__).with_name("results")
SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table for people: cells are text, the first column names the row."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def __post_init__(self) -> None:
        """Check that the rows are as wide as the header."""
        for row in self.rows:
            if len(row) != len(self.header):
                raise ValueError(f"{self.title}: expected {len(self.header)} cells, found {row}")


@dataclass(frozen=True, slots=True)
class Machine:
    """Where a result came about."""

    cpu: str
    cores: int
    system: str
    python: str
    numpy: str


@dataclass(frozen=True, slots=True)
class Result:
    """What one run of a command found.

    Attributes:
        name: of the file, such as `accuracy`.
        signature: all that influenced the numbers on the side of the program.
        data: digest of the data.
        tables: for people, by the name of their marker.
        body: for machines.
        version: of versalign.
        date: UTC, ISO 8601.
        machine: where it ran.
    """

    name: str
    signature: str
    data: str
    tables: dict[str, Table]
    body: dict[str, Any]
    version: str = field(default_factory=lambda: version("versalign"))
    date: str = field(default_factory=lambda: datetime.now(UTC).isoformat(timespec="seconds"))
    machine: Machine = field(default_factory=lambda: describe_machine())


def describe_machine() -> Machine:
    """Return the processor, the cores that this process may use and the versions that matter."""
    import numpy

    affinity = getattr(os, "sched_getaffinity", None)
    cores = len(affinity(0)) if affinity else os.cpu_count() or 1
    system = f"{platform.system()} {platform.machine()}"
    return Machine(_processor(), cores, system, platform.python_version(), numpy.__version__)


def to_json(result: Result) -> str:
    """Return a result as JSON; NaN becomes null."""
    plain = {"schema": SCHEMA, **_plain(asdict(result))}
    return escape_json(json.dumps(plain, ensure_ascii=False, indent=1, allow_nan=False)) + "\n"


def write_result(result: Result, folder: Path) -> tuple[Path, Path]:
    """Write `NAME.json` and `NAME.md` into a folder, which is made when missing.

    Raises:
        InputError: the folder cannot be written to.
    """
    paths = folder / f"{result.name}.json", folder / f"{result.name}.md"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path, text in zip(paths, (to_json(result), to_markdown(result)), strict=True):
            with replacing_text(path) as stream:
                stream.write(text)
    except OSError as error:
        raise InputError(f"{folder}: expected a folder to write to, found: {error.strerror}") from None
    return paths


def read_result(path: Path) -> Result:
    """Return a stored result.

    Raises:
        InputError: when the file is no result, or one of another schema.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data.pop("schema") != SCHEMA:
            raise InputError(f"{path}: expected a result of schema {SCHEMA}; make it again")
        tables = {
            name: Table(table["title"], tuple(table["header"]), tuple(tuple(row) for row in table["rows"]))
            for name, table in data.pop("tables").items()
        }
        return Result(tables=tables, machine=Machine(**data.pop("machine")), **data)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(f"{path}: expected a stored result, found something else ({error})") from None


def to_markdown(result: Result) -> str:
    """Return all tables of a result, each with its source line."""
    parts = [
        f"### {sanitize_line(table.title)}\n\n{markdown_table(table)}\n{source_line(result)}\n"
        for table in result.tables.values()
    ]
    return "\n".join(parts)


def markdown_table(table: Table) -> str:
    """Return a table in Markdown; every column but the first is set flush right."""
    lines = [table.header, ("---",) + ("---:",) * (len(table.header) - 1), *table.rows]
    safe = ([sanitize_line(cell).replace("|", "\\|") for cell in line] for line in lines)
    return "".join("| " + " | ".join(cells) + " |\n" for cells in safe)


def source_line(result: Result) -> str:
    """Return in one line where the numbers come from."""
    machine = result.machine
    told = (
        f"versalign {result.version}, {result.signature}; data {result.data}; {result.date[:10]}; "
        f"{machine.cpu}, {machine.cores} cores, Python {machine.python}"
    )
    return f"*{sanitize_line(told)}*\n"


def stored_results(folder: Path = STORED) -> tuple[Result, ...]:
    """Return the results stored in a folder, by name."""
    return tuple(read_result(path) for path in sorted(folder.glob("*.json")))


def share(value: float) -> str:
    """Return a share for a table: three decimals, a dash when there is none.

    >>> share(0.5), share(float("nan"))
    ('0.500', '–')
    """
    return "–" if math.isnan(value) else f"{value:.3f}"


def _plain(fields: dict[str, Any]) -> dict[str, Any]:
    """Return fields with everything in them that JSON can hold."""
    return {str(name): _plain_value(value) for name, value in fields.items()}


def _plain_value(value: object) -> object:
    """Return a value that JSON can hold: NaN becomes null."""
    if isinstance(value, dict):
        return _plain(value)
    if isinstance(value, list | tuple):
        return [_plain_value(item) for item in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _processor() -> str:
    """Return the name of the processor; Linux tells it in a file only."""
    path = Path("/proc/cpuinfo")
    if path.is_file():
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return platform.processor() or platform.machine() or "unknown"
