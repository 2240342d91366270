"""Show a result on standard output: as tables for a person, as JSON or as Markdown."""

import sys
from pathlib import Path

import typer

from align.errors import OptionError
from eval.results import Result, source_line, to_json, to_markdown, write_result


def show(result: Result, *, output: Path | None, as_json: bool, as_markdown: bool) -> None:
    """Print a result, and keep it when there is a folder for it."""
    if as_json and as_markdown:
        raise OptionError("expected --json or --markdown, found both; choose one")
    if output is not None:
        for path in write_result(result, output):
            typer.echo(f"written: {path}", err=True)
    if as_json:
        typer.echo(to_json(result), nl=False)
    elif as_markdown:
        typer.echo(to_markdown(result), nl=False)
    else:
        _print_tables(result)


def _print_tables(result: Result) -> None:
    """Print the tables for a person."""
    from rich.console import Console
    from rich.table import Table

    console = Console(width=None if sys.stdout.isatty() else 160)
    for table in result.tables.values():
        shown = Table(title=table.title, title_justify="left")
        for number, name in enumerate(table.header):
            shown.add_column(name, justify="right" if number else "left")
        for row in table.rows:
            shown.add_row(*row)
        console.print(shown)
    console.print(source_line(result).strip("*\n"), markup=False, highlight=False)
