"""Show a result on standard output: as tables for a person, as JSON or as Markdown."""

import sys
from pathlib import Path

import typer

from align.errors import OptionError
from align.sanitize import sanitize_line
from eval.results import Result, source_line, to_json, to_markdown, write_result


def show(result: Result, *, output: Path | None, as_json: bool, as_markdown: bool) -> None:
    """Print a result, and keep it when there is a folder for it."""
    if as_json and as_markdown:
        raise OptionError("expected --json or --markdown, found both; choose one")
    if output is not None:
        for path in write_result(result, output):
            typer.echo(f"written: {sanitize_line(str(path))}", err=True)
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
    from rich.text import Text

    # Sets and files are named by people: neither markup nor names of emoji are looked for in what they say.
    console = Console(width=None if sys.stdout.isatty() else 160, markup=False, emoji=False)
    for table in result.tables.values():
        shown = Table(title=Text(sanitize_line(table.title)), title_justify="left")
        for number, name in enumerate(table.header):
            shown.add_column(Text(sanitize_line(name)), justify="right" if number else "left")
        for row in table.rows:
            shown.add_row(*(Text(sanitize_line(cell)) for cell in row))
        console.print(shown)
    console.print(Text(source_line(result).strip("*\n")))
