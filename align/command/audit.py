"""The command `versalign audit`: findings for people and machines, of one pair of documents or of many."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from align.aligners import ALIGNERS
from align.audit import Policy, fail_on_of
from align.command.auditing import FORMATS, explain, run_audits, write_run
from align.command.pager import paged
from align.command.pairs import load_vectors, read_pair, with_patience
from align.command.parameters import (
    AlignerName,
    AllowDownload,
    Color,
    EncoderName,
    Encoding,
    KeepFurniture,
    MaxSegments,
    MaxSize,
    NoPager,
    Pooling,
    Segmented,
    SourceLanguage,
    TargetLanguage,
    Width,
    choice,
)
from align.command.shown import kinds_of
from align.errors import OptionError
from align.files import keeping
from align.limits import MEGABYTE, USUAL_LIMITS, Limits
from align.plugins import check_name
from align.report.view import View


def audit(
    source: Annotated[
        Path | None,
        typer.Argument(help="A version, or - for standard input; a folder; a pattern such as 'docs/*.en.md'."),
    ] = None,
    target: Annotated[Path | None, typer.Argument(help="The version to audit; a folder; a pattern.")] = None,
    pairs: Annotated[
        Path | None, typer.Option("--pairs", help="Many pairs: a TSV file with the columns source and target.")
    ] = None,
    since: Annotated[
        Path | None,
        typer.Option(help="The source as it was when TARGET followed it: tell only what has changed since (stale)."),
    ] = None,
    glossary: Annotated[
        Path | None, typer.Option(help="How terms are to be rendered: a TSV or TBX file. Others are told.")
    ] = None,
    lexicon: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FILE",
            help="A lexicon of your own (TOML) in the place of ours; may be repeated, docs/audit.md tells how.",
        ),
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
    fail_on: Annotated[
        str | None,
        typer.Option(
            metavar="SEVERITY[,P]", help="Exit code 1 from which severity and probability on; medium,0.5 if not given."
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(metavar="KIND", help="Leave out a kind of findings, or a check; may be repeated."),
    ] = None,
    baseline: Annotated[
        Path | None, typer.Option(help="Findings in this file are known: only new ones are told.")
    ] = None,
    new_baseline: Annotated[
        Path | None, typer.Option("--write-baseline", help="Write all findings to this file as known. Exit code 0.")
    ] = None,
    explained: Annotated[
        str | None, typer.Option("--explain", metavar="ID", help="Tell all that is known of one finding.")
    ] = None,
    width: Width = None,
    color: Annotated[Color, typer.Option(help="When to use colours.")] = Color.AUTO,
    form: Annotated[str, choice("--format", FORMATS, "How to write the findings.")] = "text",
    as_json: Annotated[bool, typer.Option("--json", help="Everything, for machines (--format json).")] = False,
    no_pager: NoPager = False,
) -> None:
    """List what TARGET lost, gained or changed of SOURCE. Exit code 0: nothing that counts, 1: findings, 2: trouble.

    Many pairs are named by a table, by two folders with files of the same names, or by two patterns; one that fails
    stops no other one, and makes the exit code 2.
    """
    from align.baseline import read_baseline, write_baseline
    from align.command.comparing import Comparing, named_pairs
    from align.lexica import read_lexicon

    form = _form(form, as_json=as_json)
    check_name(ALIGNERS, aligner, kind="aligner")
    policy = Policy(
        fail_on=None if fail_on is None else fail_on_of(fail_on),
        ignored=kinds_of(ignore or []),
        known=None if baseline is None else read_baseline(baseline),
    )
    named, alone = named_pairs(source, target, pairs)
    vectors = load_vectors(encoder, pooling, allow_download)
    limits = Limits(max_size * MEGABYTE, max_segments)
    compare = Comparing(
        read=lambda one, two: read_pair(
            one, two, (source_lang, target_lang), encoding, segmented, keep_furniture, limits
        ),
        aligner=aligner,
        encoder=vectors,
        since=since,
        folder=source if source is not None and source.is_dir() else None,
        glossary=glossary,
        lexica=tuple(map(read_lexicon, lexicon or [])),
    )
    run = with_patience(lambda: run_audits(named, compare, policy, alone=alone))
    if new_baseline is not None:
        read = [path for path in (pairs, since, baseline, glossary, *(lexicon or [])) if path is not None]
        with keeping([*read, *(path for pair in named for path in (pair.source, pair.target))]):
            written = write_baseline(new_baseline, run.comparisons)
        typer.echo(f"versalign: {written} findings are known from now on", err=True)
        raise typer.Exit(2 if run.failures else 0)
    view = View(width=width, color=color.value)
    with paged(wanted=form == "text" and not no_pager) as file:
        from align.report.terminal.console import as_on_terminal

        view = view if file is sys.stdout else as_on_terminal(view)
        if explained is not None:
            explain(run, explained, file=file, view=view)
        else:
            write_run(run, form, file=file, view=view, checked=compare.checked)
    if explained is None and not alone and form != "text":
        _say_summary(len(run.failures), len(named))
    raise typer.Exit(run.exit_status)


def _form(form: str, *, as_json: bool) -> str:
    """Return the format that the options ask for."""
    check_name(FORMATS, form, kind="format")
    if as_json and form not in ("text", "json"):
        raise OptionError(f"expected one of --format and --json, found --format {form} and --json; choose one")
    return "json" if as_json else form


def _say_summary(failures: int, pairs: int) -> None:
    typer.echo(f"versalign: {failures} of {pairs} pairs could not be compared", err=True)
