"""The command `versalign convert`."""

from pathlib import Path
from typing import Annotated

import typer

from align.errors import OptionError
from align.exchange import FORMATS

_NAMES = "|".join(FORMATS)


def convert(
    source: Annotated[
        Path, typer.Argument(metavar="IN", help="The file to read; of Moses' files such as corpus.en-fr.")
    ],
    target: Annotated[Path, typer.Argument(metavar="OUT", help="The file to write, whole or not at all.")],
    from_format: Annotated[
        str | None, typer.Option("--from", metavar=_NAMES, help="Format of IN; its ending tells it if not given.")
    ] = None,
    to_format: Annotated[
        str | None, typer.Option("--to", metavar=_NAMES, help="Format of OUT; its ending tells it if not given.")
    ] = None,
    source_text: Annotated[
        Path | None, typer.Option("--source", help="Of a ladder: the source document, one segment a line.")
    ] = None,
    target_text: Annotated[Path | None, typer.Option("--target", help="Of a ladder: the target document.")] = None,
    tokenize: Annotated[bool, typer.Option("--tokenize", help="Part the words of Moses' files (sacremoses).")] = False,
    truecase: Annotated[
        bool, typer.Option("--truecase", help="Case the first words of Moses' files as most are.")
    ] = False,
) -> None:
    """Write the texts of IN in another exchange format. Exit code 0, or 2 for trouble.

    In ladders the third field of vecalign is a probability, of vecalign-cost a cost, as Vecalign itself writes it.
    """
    from align.exchange.convert import convert as convert_file

    if (source_text is None) != (target_text is None):
        raise OptionError(
            "expected --source and --target together, found one of them; give both documents of the ladder"
        )
    done = convert_file(
        source,
        target,
        from_format=from_format,
        to_format=to_format,
        texts=None if source_text is None or target_text is None else (source_text, target_text),
        tokenize=tokenize,
        truecase=truecase,
    )
    if done.written < done.read:
        left = done.read - done.written
        typer.echo(f"versalign: warning: {left} of {done.read} have a side without text, and were left out", err=True)
