"""The commands `versalign eval …`: they parse, call and print."""

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from align.errors import InputError, OptionError
from eval.commands import AsJson, AsMarkdown, EncoderName, Gold, Output, add_commands, named_encoder
from eval.gold.sets import DEFAULT_FOLDER

if TYPE_CHECKING:
    from eval.results import Result

_GROUP = re.compile(r"[/.]")  # what stands between the name of a set and that of its document

app = typer.Typer(
    help="Measure how good, how fast and how sure versalign is.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


@app.command()
def score(
    sets: Annotated[list[str] | None, typer.Argument(metavar="SET …", help="Alignment sets; all if none.")] = None,
    gold: Gold = DEFAULT_FOLDER,
    aligner: Annotated[str, typer.Option(help="An aligner of ours.")] = "default",
    encoder: EncoderName = None,
    output: Output = None,
    as_json: AsJson = False,
    as_markdown: AsMarkdown = False,
) -> None:
    """Score gold sets: beads, null beads, links and calibration; without SET also retrieval and token labels."""
    from eval.metrics.accuracy import accuracy_result
    from eval.metrics.score import score_folder

    with _progress() as report:
        vectors = named_encoder(encoder)
        result = accuracy_result(score_folder(gold, sets or [], aligner=aligner, encoder=vectors, report=report))
    show(result, output=output, as_json=as_json, as_markdown=as_markdown)


@app.command()
def readme(
    path: Annotated[Path, typer.Argument(help="The file with markers.")] = Path("README.md"),
    stored: Annotated[Path | None, typer.Option(help="Folder with stored results; the project's if none.")] = None,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; exit code 1 for a file out of date.")] = False,
) -> None:
    """Make the tables of a README anew from stored results."""
    from eval.project import need_project
    from eval.results import STORED, fill_readme, stored_results

    need_project(*([] if stored else ["eval/results"]))
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise InputError(f"{path}: expected a file to fill ({error.strerror})") from None
    filled = fill_readme(text, stored_results(stored or STORED))
    if check:
        raise typer.Exit(int(filled != text))
    path.write_text(filled, encoding="utf-8")


add_commands(app)


def show(result: "Result", *, output: Path | None, as_json: bool, as_markdown: bool) -> None:
    """Print a result, and keep it when there is a folder for it."""
    from eval.results import to_json, to_markdown, write_result

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


def _print_tables(result: "Result") -> None:
    """Print the tables for a person."""
    from rich.console import Console
    from rich.table import Table

    from eval.results import source_line

    console = Console(width=None if sys.stdout.isatty() else 160)
    for table in result.tables.values():
        shown = Table(title=table.title, title_justify="left")
        for number, name in enumerate(table.header):
            shown.add_column(name, justify="right" if number else "left")
        for row in table.rows:
            shown.add_row(*row)
        console.print(shown)
    console.print(source_line(result).strip("*\n"), markup=False, highlight=False)


@contextmanager
def _progress() -> Iterator[Callable[[str], None]]:
    """Yield a function that says on stderr what is being worked on; without a terminal a line a set."""
    from rich.console import Console

    console = Console(stderr=True)
    if not console.is_terminal:
        said: set[str] = set()
        yield lambda name: _say_once(_GROUP.split(name)[0], said)
        return
    with console.status("loading …") as status:
        yield lambda name: status.update(name)


def _say_once(name: str, said: set[str]) -> None:
    """Say a name on stderr unless it was said before."""
    if name not in said:
        said.add(name)
        typer.echo(name, err=True)
