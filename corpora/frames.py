"""A corpus as pandas tables."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from corpora.rows import FIELDS, read_rows

if TYPE_CHECKING:
    import pandas


def read(path: Path | str) -> "pandas.DataFrame":
    """Return the pairs of a corpus as one table; each score is a column, `score_` and the filter's name.

    Args:
        path: the folder of a corpus, or a file with rows.

    Raises:
        InputError: the rows cannot be read.
    """
    import pandas

    parts = list(read_parts(path))
    return pandas.concat(parts, ignore_index=True) if parts else pandas.DataFrame(columns=[*FIELDS[:-1]])


def read_parts(path: Path | str, *, rows: int = 50_000) -> Iterator["pandas.DataFrame"]:
    """Yield the pairs of a corpus table by table, for one that is larger than memory.

    Args:
        path: the folder of a corpus, or a file with rows.
        rows: of each table.

    Raises:
        InputError: the rows cannot be read.
    """
    import pandas

    found = read_rows(rows_of(Path(path)))
    while part := list(islice(found, rows)):
        yield pandas.DataFrame(
            [
                {**row, **{f"score_{name}": score for name, score in row.pop("scores", {}).items()}}
                for row in map(dict, part)
            ]
        ).drop(columns="scores", errors="ignore")


def rows_of(path: Path) -> Path:
    """Return the file with the rows of a corpus: `pairs.jsonl` of a folder, or the file itself."""
    return path / "pairs.jsonl" if path.is_dir() else path


def files_of(path: Path) -> list[Path]:
    """Return the files of a corpus, or the file itself."""
    return [file for file in path.rglob("*") if file.is_file()] if path.is_dir() else [path]
