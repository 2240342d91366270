"""The sub-commands `versalign corpus …`."""

import logging
import sys
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(help="Build parallel corpora and train encoders.", no_args_is_help=True)


@app.callback()
def corpus() -> None:
    """Build parallel corpora and train encoders."""


@app.command()
def train(
    folder: Annotated[Path, typer.Argument(help="Folder of parallel text: aa-bb.tsv.xz, collection, kind, two texts.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="Folder to write the encoder to.")],
    vocabulary: Annotated[Path | None, typer.Option(help="SentencePiece model to use; trained when not given.")] = None,
    pieces: Annotated[int, typer.Option(help="Number of pieces of a new vocabulary.")] = 96_000,
    dimensions: Annotated[int, typer.Option(help="Numbers in a row of the table.")] = 256,
    passes: Annotated[int, typer.Option(help="How many times to go over the data.")] = 4,
    seed: Annotated[int, typer.Option(help="Seed of sampling and order.")] = 1,
) -> None:
    """Train an encoder from parallel text; about four minutes a pass over five million pairs on two cores."""
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stderr)
    from corpora.artefact import write_encoder
    from corpora.pairs import find_pair_files
    from corpora.pieces import read_table
    from corpora.train import train_rows
    from corpora.vocabulary import train_vocabulary

    files = find_pair_files(folder)
    output.mkdir(parents=True, exist_ok=True)
    if vocabulary is None:
        vocabulary = output / "pieces.model"
        train_vocabulary(files, vocabulary, size=pieces, seed=seed)
    table = read_table(files, vocabulary)
    size = _size(vocabulary)
    rows = train_rows(table, size=size, dimensions=dimensions, passes=passes, seed=seed)
    languages = sorted({language for file in files for language in (file.source_language, file.target_language)})
    command = f"versalign corpus train {folder.name} --pieces {size} --dimensions {dimensions}"
    training = {
        "command": f"{command} --passes {passes} --seed {seed}",
        "sentences": int(table.is_text.sum()),
        "terms": int((~table.is_text).sum()),
    }
    write_encoder(
        output,
        rows=rows,
        vocabulary=vocabulary,
        languages=languages,
        collections=table.collections,
        training=training,
    )
    typer.echo(f"wrote {output}", err=True)


def _size(vocabulary: Path) -> int:
    """Return the number of pieces of a vocabulary."""
    import sentencepiece

    return int(sentencepiece.SentencePieceProcessor(model_file=str(vocabulary)).vocab_size())
