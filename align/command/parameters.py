"""The arguments and options that `diff` and `align` share, and the lists that some choose from."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from align.aligners import ALIGNERS
from align.command.shown import ONLY_HELP
from align.errors import OptionError
from align.report.view import LEAST_WIDTH

_DIGITS = 9  # of a number, more than anything has


class Color(StrEnum):
    """When to use colours."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def choice(flag: str, table: Mapping[str, str], meaning: str) -> Any:
    """Return an option whose choices are the names of a table; a wrong one is refused where the member is loaded.

    Args:
        flag: the option as it is written.
        table: whose names are the choices.
        meaning: one sentence for the help.
    """
    return typer.Option(flag, metavar="|".join(table), help=meaning, autocompletion=lambda: list(table))


def whole_number(flag: str, *, least: int) -> Any:
    """Return what reads the whole number of an option, and refuses all else in our own words.

    Args:
        flag: the option as it is written.
        least: the smallest number that makes sense.

    >>> whole_number("--width", least=40)("80")
    80
    """

    def parse(word: str | int) -> int:
        text = str(word)
        if not text.isascii() or not text.isdecimal() or len(text) > _DIGITS or int(text) < least:
            raise OptionError(f"expected {flag} with a whole number from {least} on, found {text!r:.40}")
        return int(text)

    return parse


class Scores(StrEnum):
    """What the third field of a ladder of Vecalign is."""

    PROBABILITY = "probability"
    COST = "cost"


Source = Annotated[Path, typer.Argument(help="The version that the other is held against, or - for standard input.")]
Target = Annotated[
    Path | None, typer.Argument(help="The version to look at, or - for standard input; none for a review's project.")
]
SourceLanguage = Annotated[str, typer.Option("--source-lang", help="Language of the source, such as en or pt-BR.")]
TargetLanguage = Annotated[str, typer.Option("--target-lang", help="Language of the target.")]
Encoding = Annotated[str, typer.Option(help="Encoding of both files; found out when not given.")]
Segmented = Annotated[bool, typer.Option("--segmented", help="The files have one sentence a line: do not cut them.")]
KeepFurniture = Annotated[
    bool, typer.Option("--keep-furniture", help="Count page furniture (navigation, comments, …) as article text.")
]
MaxSize = Annotated[
    int,
    typer.Option(
        "--max-size",
        metavar="MB",
        parser=whole_number("--max-size", least=1),
        help="Refuse a file with more text than that, unpacked.",
    ),
]
MaxSegments = Annotated[int, typer.Option("--max-segments", metavar="N", help="Refuse a text of more segments.")]
Only = Annotated[list[str] | None, typer.Option(metavar="NAME", help=ONLY_HELP)]
Context = Annotated[
    int | None,
    typer.Option(
        "--context",
        "-U",
        metavar="N",
        parser=whole_number("--context", least=0),
        help="Kept rows around a difference; 1 if not given. With --only rows around those named; 0 if not given.",
        show_default=False,
    ),
]
Width = Annotated[
    int | None,
    typer.Option(
        metavar="CELLS",
        parser=whole_number("--width", least=LEAST_WIDTH),
        help="Width of a line; that of the terminal when not given.",
        show_default=False,
    ),
]
NoPager = Annotated[bool, typer.Option("--no-pager", help="On a terminal, do not show the report in $PAGER.")]
EncoderName = Annotated[
    str | None,
    typer.Option(
        "--encoder",
        metavar="NAME",
        help="What gives the vectors: embedded (if none), use, transformer:MODEL (a folder, labse, or a name of the "
        "hub), or a folder that `corpus train` or `eval calibrate` wrote.",
    ),
]
Pooling = Annotated[
    str, typer.Option(metavar="cls|mean", help="How a transformer pools, where its folder does not tell it.")
]
AllowDownload = Annotated[
    bool, typer.Option("--allow-download", help="Fetch a transformer that is not here; else no network is used.")
]
AlignerName = Annotated[str, choice("--aligner", ALIGNERS, "What finds the beads.")]
