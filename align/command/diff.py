"""The command `versalign diff`: the report."""

import sys
from typing import Annotated

import typer

from align.aligners import ALIGNERS
from align.bitext import Comparison
from align.command.pager import paged
from align.command.pairs import load_vectors, read_pair, with_patience
from align.command.parameters import (
    AlignerName,
    AllowDownload,
    Color,
    Context,
    EncoderName,
    Encoding,
    KeepFurniture,
    MaxSegments,
    MaxSize,
    NoPager,
    Only,
    Pooling,
    Segmented,
    Source,
    SourceLanguage,
    Target,
    TargetLanguage,
    Width,
    choice,
)
from align.command.review import reviewed
from align.command.shown import names_of
from align.errors import OptionError
from align.limits import MEGABYTE, USUAL_LIMITS, Limits
from align.plugins import check_name
from align.report import REPORTS, load_report
from align.report.view import View

_READ = frozenset({"terminal", "plain"})  # the reports that people read
_ONE = 1  # kept rows around a difference


def diff(
    source: Source,
    target: Target = None,
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
    only: Only = None,
    context: Context = None,
    show_all: Annotated[bool, typer.Option("--all", help="Fold nothing.")] = False,
    summary: Annotated[
        bool, typer.Option("--stat", help="Show no rows: what differs as a whole, and how much.")
    ] = False,
    width: Width = None,
    color: Annotated[Color, typer.Option(help="When to use colours.")] = Color.AUTO,
    report: Annotated[str, choice("--report", REPORTS, "Which report to write.")] = "terminal",
    plain: Annotated[
        bool, typer.Option("--plain", help="Line after line, for screen readers (--report plain).")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Everything, for machines (--report json).")] = False,
    no_pager: NoPager = False,
) -> None:
    """Show what TARGET kept, dropped and added of SOURCE. Exit code 0: nothing to report, 1: findings, 2: trouble.

    Findings of low severity and uncertain ones alone make no 1; any difference between versions in one language does.
    """
    from align.comparison import compare
    from align.report.terminal.console import as_on_terminal
    from align.report.wording import exit_status

    names = names_of(only or [])
    view = View(
        only=names,
        context=None if show_all else _ONE if context is None or names else context,
        around=context or 0,
        width=width,
        color=color.value,
        summary=summary,
    )
    name = _report_name(report, plain=plain, as_json=as_json)
    write = load_report(name)
    check_name(ALIGNERS, aligner, kind="aligner")
    if target is None:
        comparison = with_patience(lambda: reviewed(source))
    else:
        vectors = load_vectors(encoder, pooling, allow_download)
        limits = Limits(max_size * MEGABYTE, max_segments)
        languages = source_lang, target_lang

        def compared() -> Comparison:
            documents = read_pair(source, target, languages, encoding, segmented, keep_furniture, limits)
            return compare(*documents, aligner=aligner, encoder=vectors)

        comparison = with_patience(compared, vectors)
    with paged(wanted=name in _READ and not no_pager) as file:
        write(comparison, file=file, view=view if file is sys.stdout else as_on_terminal(view))
    raise typer.Exit(exit_status(comparison))


def _report_name(name: str, *, plain: bool, as_json: bool) -> str:
    """Return the name of the report that the options ask for."""
    flags = [flag for flag, given in (("plain", plain), ("json", as_json)) if given]
    if len({*flags, name} - {"terminal"}) > 1:
        raise OptionError("expected one of --report, --plain and --json, found more; choose one")
    return flags[0] if flags else name
