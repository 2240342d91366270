"""The documents whose tables are made from stored results: the README and the pages in `docs/`.

Between the markers `<!-- eval:NAME -->` and `<!-- /eval:NAME -->` goes the table NAME of whichever stored result has
one, so that no number is typed by hand. One table, `summary`, is put together from several results.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from align.errors import InputError
from eval.results import Result, Table, markdown_table, source_line

SUMMARY = "summary"
_MARKED = re.compile(r"(<!-- eval:([\w-]+) -->\n).*?(<!-- /eval:\2 -->)", re.DOTALL)
_NEAR = "near-30"  # the level of the near-parallel articles that stands for all of them


def marked_documents(folder: Path) -> tuple[Path, ...]:
    """Return the README of a folder and the pages in its `docs/` that have markers, by name."""
    paths = [folder / "README.md", *sorted((folder / "docs").glob("*.md"))]
    return tuple(path for path in paths if path.is_file() and _MARKED.search(path.read_text(encoding="utf-8")))


def fill_tables(text: str, results: Iterable[Result]) -> str:
    """Return a text with the tables between its markers made anew, each with a line that says where it comes from.

    Args:
        text: of a document, with markers or without.
        results: all that are stored.

    Raises:
        InputError: when no result, or more than one, has a table that is asked for.
    """
    stored = tuple(results)

    def fill(match: re.Match[str]) -> str:
        table, sources = summarize(stored) if match[2] == SUMMARY else _find(match[2], stored)
        lines = "".join(source_line(source) for source in sources)
        return f"{match[1]}\n{markdown_table(table)}\n{lines}\n{match[3]}"

    return _MARKED.sub(fill, text)


def summarize(results: Iterable[Result]) -> tuple[Table, tuple[Result, ...]]:
    """Return the accuracy on each set, fitted on it and not, in a short table, and the results that it is made from.

    Raises:
        InputError: when one of the tables `accuracy`, `near-levels` and `left-out` is missing.
    """
    stored = tuple(results)
    (accuracy, first), (near, second), (left_out, third) = (
        _find(name, stored) for name in ("accuracy", "near-levels", "left-out")
    )
    columns = "strict F1", "null F1"
    # In the table of accuracy the column after P and R of strict beads is F1 for short.
    fitted = [
        {**_column(accuracy, own), _NEAR: _column(near, name)[_NEAR]}
        for own, name in zip(("F1", "null F1"), columns, strict=True)
    ]
    unseen = [_column(left_out, name) for name in columns]
    rows = tuple((row[0], *(column[row[0]] for column in (*fitted, *unseen))) for row in left_out.rows)
    header = ("set", *columns, *(f"{name}, set left out" for name in columns))
    return Table("Accuracy in short", header, rows), (*first, *second, *third)


def _find(name: str, results: tuple[Result, ...]) -> tuple[Table, tuple[Result, ...]]:
    """Return the table of that name and the one result that has it."""
    found = tuple(result for result in results if name in result.tables)
    if len(found) != 1:
        names = ", ".join(result.name for result in found) or "none"
        raise InputError(f"expected one stored result with the table {name!r}, found {names}")
    return found[0].tables[name], found


def _column(table: Table, name: str) -> dict[str, str]:
    """Return the cells of a column by the names of their rows."""
    number = table.header.index(name)
    return {row[0]: row[number] for row in table.rows}
