"""The command `versalign diff`: the report."""

import sys
from typing import Annotated

import typer

from align.aligners import ALIGNERS
from align.bitext import Fate
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
    Pooling,
    Segmented,
    Source,
    SourceLanguage,
    Target,
    TargetLanguage,
    choice,
)
from align.command.review import reviewed
from align.errors import OptionError
from align.limits import MEGABYTE, USUAL_LIMITS, Limits
from align.plugins import check_name
from align.report import REPORTS, load_report
from align.report.view import View


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
    if target is None:
        comparison = with_patience(lambda: reviewed(source))
    else:
        vectors = load_vectors(encoder, pooling, allow_download)
        limits = Limits(max_size * MEGABYTE, max_segments)
        documents = read_pair(source, target, (source_lang, target_lang), encoding, segmented, keep_furniture, limits)
        comparison = with_patience(lambda: compare(*documents, aligner=aligner, encoder=vectors), vectors)
    write(comparison, file=sys.stdout, view=view)
    raise typer.Exit(exit_status(comparison))


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
