"""The command `versalign align`: beads in an exchange format, of one pair or of many."""

from pathlib import Path
from typing import Annotated

import typer

from align.aligners import ALIGNERS
from align.bitext import Comparison
from align.command.pairs import load_vectors, read_pair, with_patience
from align.command.parameters import (
    AlignerName,
    AllowDownload,
    EncoderName,
    Encoding,
    KeepFurniture,
    MaxSegments,
    MaxSize,
    Pooling,
    Scores,
    Segmented,
    SourceLanguage,
    TargetLanguage,
    choice,
)
from align.command.review import reviewed
from align.errors import OptionError
from align.exchange import ENDINGS, FORMATS
from align.files import keeping
from align.limits import MEGABYTE, USUAL_LIMITS, Limits
from align.plugins import check_name


def align(
    source: Annotated[
        Path | None,
        typer.Argument(help="A version, or - for standard input; a folder; alone, a manifest or a review's project."),
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
    pooling: Pooling = "",
    allow_download: AllowDownload = False,
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
    in_order: Annotated[
        bool, typer.Option("--in-order", help="What moved as null beads on both sides, in order on both.")
    ] = False,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="File to write; standard output if none. Of many pairs: a folder."),
    ] = None,
) -> None:
    """Write the beads of SOURCE and TARGET, null beads included; code is in no pair. Exit code 0, or 2 for trouble.

    What moved is a bead out of order, where its source stands; hunalign's rungs, and --in-order, have it as null beads.

    Of many pairs, named by a manifest or by two folders with files of the same names, each gets a file in the folder
    of --output; one that fails is told at the end. TMX and Moses hold no null beads.
    """
    from align.command.many import align_many, failure_lines, pairs_of
    from align.comparison import compare, without_code
    from align.exchange import write_comparison
    from align.review import is_project
    from align.sanitize import sanitize_line

    alone = source if target is None and manifest is None else None
    project = alone if alone is not None and is_project(alone) else None
    many = manifest or (None if project else alone)
    folders = source is not None and target is not None and source.is_dir() and target.is_dir()
    name = _bead_format(bead_format, scores, None if many or folders else output)
    check_name(ALIGNERS, aligner, kind="aligner")
    limits = Limits(max_size * MEGABYTE, max_segments)

    def write(comparison: Comparison, path: Path | None) -> str:
        for warning in comparison.alignment.warnings:  # the formats have no place for them
            typer.echo(f"versalign: warning: {sanitize_line(warning)}", err=True)
        told = without_code(comparison)
        write_comparison(
            told, name, path, chosen=lambda unit: (unit.probability or 0.0) >= min_probability, in_order=in_order
        )
        return comparison.verdict.value

    def write_pair(first: Path, second: Path, path: Path | None) -> str:
        documents = read_pair(first, second, (source_lang, target_lang), encoding, segmented, keep_furniture, limits)
        return write(with_patience(lambda: compare(*documents, aligner=aligner, encoder=vectors), vectors), path)

    given = [path for path in (source, target, manifest) if path is not None]
    given += Path(encoder).glob("*") if encoder else ()
    if project is not None:
        with keeping(given):
            write(reviewed(project), output)
        return
    if many is None and source is not None and target is not None and not folders:
        vectors = load_vectors(encoder, pooling, allow_download)
        with keeping(given):
            write_pair(source, target, output)
        return
    pairs = pairs_of(source, target, many)
    if output is None:
        raise OptionError("expected --output with a folder for the beads of many pairs, found none; name one")
    vectors = load_vectors(encoder, pooling, allow_download)
    with keeping([*given, *(path for pair in pairs for path in (pair.source, pair.target))]):
        failures = align_many(pairs, output, f".{name}", lambda pair, path: write_pair(pair.source, pair.target, path))
    for line in failure_lines(failures, len(pairs)):
        typer.echo(f"versalign: {line}", err=True)
    raise typer.Exit(2 if failures else 0)


def _bead_format(name: str | None, scores: Scores, output: Path | None) -> str:
    """Return the name of the format that the options or the ending of the output ask for."""
    name = name or (ENDINGS.get(output.suffix.lower()) if output else None) or "vecalign"
    check_name(FORMATS, name, kind="format")
    if scores is Scores.PROBABILITY or name == "vecalign-cost":
        return name
    if name != "vecalign":
        raise OptionError(f"expected --scores cost with --format vecalign, found {name}; leave it out")
    return "vecalign-cost"
