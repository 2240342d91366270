"""The command `versalign`: parses, calls, prints, exit code.

Other rooms add their sub-commands through the entry-point group `versalign.commands` (a name and a typer
application), so that no import points upwards.
"""

import gc
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from align.aligners import ALIGNERS
from align.bitext import Document, Fate
from align.command.arguments import complete_arguments
from align.command.completion import is_asked_for
from align.command.convert import convert
from align.command.exits import exit_code
from align.command.help import EXAMPLES, GroupedCommand
from align.command.options import options
from align.command.parameters import (
    AlignerName,
    Color,
    EncoderName,
    Encoding,
    KeepFurniture,
    MaxSegments,
    MaxSize,
    Scores,
    Segmented,
    Source,
    SourceLanguage,
    Target,
    TargetLanguage,
    choice,
)
from align.errors import OptionError
from align.exchange import ENDINGS, FORMATS
from align.limits import MEGABYTE, USUAL_LIMITS, Limits
from align.plugins import check_name
from align.report import REPORTS, load_report
from align.report.view import View

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from align.encoding import Encoder

app = typer.Typer(
    epilog=EXAMPLES,
    context_settings={"help_option_names": ["-h", "--help"]},
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.callback()(options)
_Result = TypeVar("_Result")


@app.command(cls=GroupedCommand)
def diff(
    source: Source,
    target: Target,
    source_lang: SourceLanguage = "",
    target_lang: TargetLanguage = "",
    encoding: Encoding = "",
    segmented: Segmented = False,
    keep_furniture: KeepFurniture = False,
    max_size: MaxSize = USUAL_LIMITS.size // MEGABYTE,
    max_segments: MaxSegments = USUAL_LIMITS.segments,
    encoder: EncoderName = None,
    aligner: AlignerName = "default",
    only: Annotated[str, typer.Option(help="Show only some of dropped,added,moved,uncertain,merged,split,kept.")] = "",
    context: Annotated[int, typer.Option("--context", "-U", min=0, help="Kept rows around a difference.")] = 1,
    show_all: Annotated[bool, typer.Option("--all", help="Fold nothing.")] = False,
    width: Annotated[int | None, typer.Option(help="Width in cells; that of the terminal when not given.")] = None,
    color: Annotated[Color, typer.Option(help="When to use colours.")] = Color.AUTO,
    report: Annotated[str, choice("--report", REPORTS, "Which report to write.")] = "terminal",
    plain: Annotated[
        bool, typer.Option("--plain", help="Line after line, for screen readers (--report plain).")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Everything, for machines (--report json).")] = False,
) -> None:
    """Show what TARGET kept, dropped and added of SOURCE. Exit code 0: nothing to report, 1: findings, 2: trouble.

    Findings of low severity and uncertain ones alone make no 1.
    """
    from align.comparison import compare
    from align.report.wording import exit_status

    view = View(_fates(only), None if show_all else context, width, color.value)
    write = load_report(_report_name(report, plain=plain, as_json=as_json))
    check_name(ALIGNERS, aligner, kind="aligner")
    vectors = _load(encoder)
    limits = Limits(max_size * MEGABYTE, max_segments)
    documents = _read(source, target, (source_lang, target_lang), encoding, segmented, keep_furniture, limits)
    comparison = _with_patience(lambda: compare(*documents, aligner=aligner, encoder=vectors))
    write(comparison, file=sys.stdout, view=view)
    raise typer.Exit(exit_status(comparison))


@app.command(cls=GroupedCommand)
def align(
    source: Annotated[
        Path | None, typer.Argument(help="One version, or - for standard input; or a folder; or, alone, a manifest.")
    ] = None,
    target: Annotated[Path | None, typer.Argument(help="The other version, or a folder of others.")] = None,
    manifest: Annotated[
        Path | None, typer.Option("--manifest", help="Many pairs: a TSV file with the columns source and target.")
    ] = None,
    source_lang: SourceLanguage = "",
    target_lang: TargetLanguage = "",
    encoding: Encoding = "",
    segmented: Segmented = False,
    keep_furniture: KeepFurniture = False,
    max_size: MaxSize = USUAL_LIMITS.size // MEGABYTE,
    max_segments: MaxSegments = USUAL_LIMITS.segments,
    encoder: EncoderName = None,
    aligner: AlignerName = "default",
    bead_format: Annotated[
        str | None,
        choice("--format", FORMATS, "How to write the beads; if not given, as --output ends, or else vecalign."),
    ] = None,
    scores: Annotated[
        Scores, typer.Option(help="Third field of vecalign: probability (ours) or cost (as Vecalign itself).")
    ] = Scores.PROBABILITY,
    min_probability: Annotated[
        float, typer.Option(min=0.0, max=1.0, help="Leave out beads with a lower probability.")
    ] = 0.0,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="File to write; standard output if none. Of many pairs: a folder."),
    ] = None,
) -> None:
    """Write the beads of SOURCE and TARGET, null beads included; code is in no pair. Exit code 0, or 2 for trouble.

    Of many pairs, named by a manifest or by two folders with files of the same names, each gets a file in the folder
    of --output; one that fails is told at the end. TMX and Moses hold no null beads.
    """
    from align.command.many import align_many, failure_lines, pairs_of
    from align.comparison import compare, without_code
    from align.exchange import write_comparison
    from align.sanitize import sanitize_line

    many = manifest or (source if target is None else None)
    folders = source is not None and target is not None and source.is_dir() and target.is_dir()
    name = _bead_format(bead_format, scores, None if many or folders else output)
    check_name(ALIGNERS, aligner, kind="aligner")
    limits = Limits(max_size * MEGABYTE, max_segments)

    def write(first: Path, second: Path, path: Path | None) -> str:
        documents = _read(first, second, (source_lang, target_lang), encoding, segmented, keep_furniture, limits)
        comparison = _with_patience(lambda: compare(*documents, aligner=aligner, encoder=vectors))
        for warning in comparison.alignment.warnings:  # the formats have no place for them
            typer.echo(f"versalign: warning: {sanitize_line(warning)}", err=True)
        told = without_code(comparison)
        write_comparison(told, name, path, chosen=lambda unit: (unit.probability or 0.0) >= min_probability)
        return comparison.verdict.value

    if many is None and source is not None and target is not None and not folders:
        vectors = _load(encoder)
        write(source, target, output)
        return
    pairs = pairs_of(source, target, many)
    if output is None:
        raise OptionError("expected --output with a folder for the beads of many pairs, found none; name one")
    vectors = _load(encoder)
    failures = align_many(pairs, output, f".{name}", lambda pair, path: write(pair.source, pair.target, path))
    for line in failure_lines(failures, len(pairs)):
        typer.echo(f"versalign: {line}", err=True)
    raise typer.Exit(2 if failures else 0)


app.command()(convert)


@app.command()
def doctor() -> None:
    """Say what is installed, which encoder and which languages it knows."""
    from align.doctor import describe_installation

    for line in describe_installation():
        typer.echo(line)


def main() -> None:
    """Run the command; `align.command.exits` tells how it ends."""
    # Modules and compiled kernels are half a million objects that stay: looking for garbage among them takes .15 s.
    gc.set_threshold(300_000)
    sys.exit(exit_code(_run))


def _run() -> int | None:
    """Run the command and return its exit code."""
    arguments = sys.argv[1:]
    own = {command.name or getattr(command.callback, "__name__", "") for command in app.registered_commands}
    groups = {} if arguments[:1] and arguments[0] in own else _groups()
    completing = is_asked_for()
    if not completing:
        arguments = complete_arguments(arguments, commands=own | groups.keys(), groups=groups)
    for name in sorted(groups):
        if completing or arguments[0] == name or arguments[0].startswith("-"):
            app.add_typer(groups[name].load(), name=name)
    code: int | None = app(args=arguments, prog_name="versalign", standalone_mode=False)
    return code


def _groups() -> "dict[str, EntryPoint]":
    """Return the sub-commands of the other rooms; only those that are asked for are loaded, and all for the help."""
    from importlib.metadata import entry_points

    return {entry.name: entry for entry in entry_points(group="versalign.commands")}


def _read(
    source: Path,
    target: Path,
    languages: tuple[str, str],
    encoding: str,
    segmented: bool,
    keep_furniture: bool,
    limits: Limits,
) -> tuple[Document, Document]:
    """Read both documents."""
    from align.documents import read_document

    if source == target == Path("-"):
        raise OptionError("expected one of the versions from standard input, found - twice; give a file for the other")
    first, second = (
        read_document(
            path,
            language=language,
            encoding=encoding,
            segmented=segmented,
            keep_furniture=keep_furniture,
            limits=limits,
        )
        for path, language in zip((source, target), languages, strict=True)
    )
    return first, second


def _bead_format(name: str | None, scores: Scores, output: Path | None) -> str:
    """Return the name of the format that the options or the ending of the output ask for."""
    name = name or (ENDINGS.get(output.suffix.lower()) if output else None) or "vecalign"
    check_name(FORMATS, name, kind="format")
    if scores is Scores.PROBABILITY or name == "vecalign-cost":
        return name
    if name != "vecalign":
        raise OptionError(f"expected --scores cost with --format vecalign, found {name}; leave it out")
    return "vecalign-cost"


def _load(name: str | None) -> "Encoder | None":
    """Load the encoder: before the documents, so that its vocabulary is read while they are.

    None stays None, so that an aligner without vectors accepts it; one with vectors finds the embedded encoder loaded.
    """
    from align.encoding import load_encoder

    encoder = load_encoder() if name is None else load_encoder(name)
    return None if name is None else encoder


def _with_patience(work: Callable[[], _Result]) -> _Result:
    """Do `work`; on a terminal show that it goes on."""
    if not sys.stderr.isatty():
        return work()
    from rich.console import Console

    with Console(stderr=True).status("comparing (the first run also prepares the kernels, which takes a while) …"):
        return work()


def _fates(only: str) -> frozenset[Fate] | None:
    """Return the fates named in a list with commas; None for an empty one."""
    if not only:
        return None
    names = [name.strip() for name in only.split(",")]
    known = [fate.value for fate in Fate]
    for name in names:
        if name not in known:
            raise OptionError(f"expected --only with some of {','.join(known)}, found {name!r}")
    return frozenset(Fate(name) for name in names)


def _report_name(name: str, *, plain: bool, as_json: bool) -> str:
    """Return the name of the report that the options ask for."""
    flags = [flag for flag, given in (("plain", plain), ("json", as_json)) if given]
    if len({*flags, name} - {"terminal"}) > 1:
        raise OptionError("expected one of --report, --plain and --json, found more; choose one")
    return flags[0] if flags else name
