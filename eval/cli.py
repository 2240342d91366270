"""The commands `versalign eval …`: they parse, call and print."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from align.errors import InputError
from align.exchange.streams import writing
from align.sanitize import sanitize_line
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
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FILE …", help="Files with markers; README.md and those in docs/ if none."),
    ] = None,
    stored: Annotated[Path | None, typer.Option(help="Folder with stored results; the project's if none.")] = None,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; exit code 1 for a file out of date.")] = False,
) -> None:
    """Make the tables of the README and of docs/ anew from stored results."""
    from eval.documents import fill_tables, marked_documents
    from eval.project import need_project
    from eval.results import STORED, stored_results

    need_project(*([] if stored else ["eval/results"]))
    paths = paths or list(marked_documents(Path()))
    if not paths:
        raise InputError("expected README.md or docs/*.md with markers in this folder, found none; name the files")
    results, texts = stored_results(stored or STORED), [_read_marked(path) for path in paths]
    filled = [fill_tables(text, results) for text in texts]
    if check:
        for path, text, new in zip(paths, texts, filled, strict=True):
            if text != new:
                typer.echo(sanitize_line(f"out of date: {path}"), err=True)
        raise typer.Exit(int(filled != texts))
    for path, text in zip(paths, filled, strict=True):
        with writing(path) as stream:
            stream.write(text)


add_commands(app)


def _read_marked(path: Path) -> str:
    """Return the text of a file to fill."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: expected a file of UTF-8 to fill, found: {error}") from None


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
        typer.echo(sanitize_line(name), err=True)
