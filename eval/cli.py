"""The commands `versalign eval …`: they parse, call and print."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from align.errors import InputError
from eval.commands import AlignerName, AsJson, AsMarkdown, EncoderName, Gold, Output, add_commands, named_encoder
from eval.gold.sets import DEFAULT_FOLDER
from eval.show import show

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
    aligner: AlignerName = "default",
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
    from eval.results import STORED, fill_readme, stored_results

    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise InputError(f"{path}: expected a file to fill ({error.strerror})") from None
    filled = fill_readme(text, stored_results(stored or STORED))
    if check:
        raise typer.Exit(int(filled != text))
    path.write_text(filled, encoding="utf-8")


add_commands(app)


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
