"""Beads in exchange formats. One table: name -> function that turns an alignment into lines."""

import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import cast

from align.bitext import Alignment
from align.errors import InputError, OptionError
from align.files import write_atomically

FORMATS: dict[str, str] = {
    "vecalign": "align.exchange.vecalign:lines",
    "tsv": "align.exchange.tsv:lines",
    "jsonl": "align.exchange.jsonl:lines",
}
Lines = Callable[[Alignment], Iterator[str]]


def load_format(name: str) -> Lines:
    """Return the function that writes a format, line by line without newlines.

    Raises:
        OptionError: for a name that is not in the table.
    """
    if name not in FORMATS:
        raise OptionError(f"expected a format among {', '.join(FORMATS)}, found {name!r}")
    module, function = FORMATS[name].split(":")
    return cast(Lines, getattr(import_module(module), function))


def write_beads(alignment: Alignment, name: str, output: Path | None) -> None:
    """Write the beads to a file, or to standard output when there is none (or it is `-`).

    Raises:
        OptionError: for an unknown format.
        InputError: if the file cannot be written.
    """
    text = "".join(line + "\n" for line in load_format(name)(alignment))
    if output is None or output == Path("-"):
        sys.stdout.write(text)
        return
    try:
        write_atomically(output, text)
    except OSError as error:
        raise InputError(f"{output}: expected a file to write to, found: {error.strerror}") from error
