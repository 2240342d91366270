"""The sub-commands `versalign corpus …`."""

import logging
from pathlib import Path
from typing import Annotated

import typer

from align.sanitize import sanitize_line
from corpora.commands import add_commands

PIECES, DIMENSIONS = 96_000, 256  # of a new encoder, as in `corpora.encoder.training`
app = typer.Typer(help="Build parallel corpora and train encoders.", no_args_is_help=True)


@app.callback()
def corpus() -> None:
    """Build parallel corpora and train encoders."""


add_commands(app)


@app.command()
def train(
    folder: Annotated[
        Path,
        typer.Argument(
            help="Folder of parallel text: aa-bb.tsv with two columns, aa-bb.tsv.xz, or what `corpus build` wrote."
        ),
    ],
    output: Annotated[Path, typer.Option("--output", "-o", help="Folder to write the encoder to.")],
    init: Annotated[str | None, typer.Option(help="Encoder to adapt: embedded, or a folder with one.")] = None,
    vocabulary: Annotated[Path | None, typer.Option(help="SentencePiece model to use; trained when not given.")] = None,
    pieces: Annotated[int | None, typer.Option(help=f"Number of pieces of a new vocabulary; {PIECES} if none.")] = None,
    dimensions: Annotated[
        int | None, typer.Option(help=f"Numbers in a row of the table; {DIMENSIONS} if none.")
    ] = None,
    passes: Annotated[int, typer.Option(min=1, help="How many times to go over the data.")] = 4,
    seed: Annotated[int, typer.Option(help="Seed of sampling and order.")] = 1,
) -> None:
    """Train an encoder from parallel text, or adapt one with --init: sentences, a glossary, or both."""
    from corpora.encoder.training import train_encoder

    logging.getLogger("corpora").setLevel(logging.INFO)  # training takes hours, and tells how it goes
    train_encoder(
        folder,
        output,
        init=init,
        vocabulary=vocabulary,
        pieces=pieces,
        dimensions=dimensions,
        passes=passes,
        seed=seed,
    )
    typer.echo(f"wrote {sanitize_line(str(output))}", err=True)
