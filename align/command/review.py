"""`versalign review`, as it is typed: the screen, or one of its twins. Nothing else is loaded before it runs."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from align.bitext import Comparison
from align.errors import InputError, OptionError
from align.files import keeping
from align.limits import MEGABYTE, USUAL_LIMITS, Limits

if TYPE_CHECKING:
    from align.review.project import Project

Pair = tuple[str, str]
Three = tuple[str, str, str]


def _option(flag: str, metavar: str, meaning: str) -> Any:
    return typer.Option(flag, metavar=metavar, help=meaning, show_default=False)


def review(
    first: Annotated[Path, typer.Argument(metavar="SOURCE|FILE", help="A version, a project, or an alignment.")],
    second: Annotated[Path | None, typer.Argument(metavar="TARGET", help="The version to look at.")] = None,
    project: Annotated[
        Path | None, typer.Option(help="The project; SOURCE--TARGET.versalign beside TARGET if none.")
    ] = None,
    source_lang: Annotated[str, typer.Option("--source-lang", help="Language of the source.")] = "",
    target_lang: Annotated[str, typer.Option("--target-lang", help="Language of the target.")] = "",
    encoding: Annotated[str, typer.Option(help="Encoding of both texts; found out when not given.")] = "",
    segmented: Annotated[bool, typer.Option("--segmented", help="The texts have one sentence a line.")] = False,
    keep_furniture: Annotated[bool, typer.Option("--keep-furniture", help="Count furniture as article text.")] = False,
    max_size: Annotated[
        int, typer.Option("--max-size", metavar="MB", help="Refuse a text of more than that, unpacked.")
    ] = USUAL_LIMITS.size // MEGABYTE,
    max_segments: Annotated[
        int, typer.Option("--max-segments", metavar="N", help="Refuse a text of more segments.")
    ] = USUAL_LIMITS.segments,
    show: Annotated[bool, typer.Option("--list", help="Findings, one a line: id, kind, state, text.")] = False,
    only_open: Annotated[bool, typer.Option("--open", help="With --list: those not judged.")] = False,
    only_judged: Annotated[bool, typer.Option("--judged", help="With --list: those judged.")] = False,
    accept: Annotated[str, _option("--accept", "ID", "The finding or bead is right.")] = "",
    reject: Annotated[str, _option("--reject", "ID", "It is wrong; needs --why.")] = "",
    unsure: Annotated[str, _option("--unsure", "ID", "One cannot tell.")] = "",
    why: Annotated[str, _option("--why", "TEXT", "The reason of a decision.")] = "",
    comment: Annotated[Pair | None, _option("--comment", "ID TEXT", "Say something about it.")] = None,
    note: Annotated[str, _option("--note", "TEXT", "Say something about the whole.")] = "",
    merge: Annotated[Pair | None, _option("--merge", "BEAD next|previous", "Make one bead of two.")] = None,
    split: Annotated[Pair | None, _option("--split", "BEAD AT", "Make two: 1, or 1:2 for source and target.")] = None,
    shift: Annotated[
        Three | None, _option("--shift", "BEAD first|last up|down", "Move a segment over the boundary.")
    ] = None,
    cut: Annotated[Pair | None, _option("--cut", "SEGMENT AT", "Make two of source:3, behind AT characters.")] = None,
    unlink: Annotated[str, _option("--unlink", "BEAD", "Its sides do not correspond.")] = "",
    link: Annotated[Pair | None, _option("--link", "SOURCE TARGET", "Segments correspond: numbers, 3 or 3-4.")] = None,
    role: Annotated[
        Pair | None, _option("--role", "SEGMENT furniture|body", "What a segment is: source:3 or target:0.")
    ] = None,
    lock: Annotated[str, _option("--lock", "BEAD[-BEAD]", "Lock a passage: an anchor for --realign.")] = "",
    unlock: Annotated[str, _option("--unlock", "BEAD[-BEAD]", "Unlock it.")] = "",
    undo: Annotated[bool, typer.Option("--undo", help="Take back the last step.")] = False,
    redo: Annotated[bool, typer.Option("--redo", help="Do it again.")] = False,
    realign: Annotated[bool, typer.Option("--realign", help="Align again around what is locked.")] = False,
    export: Annotated[
        Path | None, _option("--export", "OUT", "Write minutes (.md), beads (.tsv, .jsonl, …), or gold (a folder).")
    ] = None,
) -> None:
    """Judge and correct an alignment side by side, in a project that keeps everything. Exit code 0, or 2 for trouble.

    Beads and segments are numbered from 0, as in --json; a bead has an id, too.
    """
    from align.command.apart import call_apart
    from align.command.pairs import read_pair
    from align.command.reviewing import call_here, open_review, say
    from align.command.twins import act
    from align.review.screen import is_terminal

    twins = {
        "accept": accept, "reject": reject, "unsure": unsure, "why": why, "comment": comment, "note": note,
        "merge": merge, "split": split, "shift": shift, "cut": cut, "unlink": unlink, "link": link, "role": role,
        "lock": lock, "unlock": unlock, "undo": undo, "redo": redo,
    }  # fmt: skip
    _check(twins, show=show, only_open=only_open, only_judged=only_judged, export=export)

    read = partial(
        read_pair, languages=(source_lang, target_lang), encoding=encoding, segmented=segmented,
        keep_furniture=keep_furniture, limits=Limits(max_size * MEGABYTE, max_segments),
    )  # fmt: skip
    on_screen = not (any(twins.values()) or show or export is not None or realign)
    call = call_apart if on_screen and is_terminal() else call_here
    with open_review(first, second, project, read=read, realign=realign, call=call) as opened:
        act(opened, twins)
        if opened.read_only:
            say(f"{opened.path} is read-only: nothing can be judged or corrected here")
        if export is not None:
            with keeping(path for path in (first, second, opened.path) if path is not None):
                _export(opened, export)
        if show:
            _list(opened, "open" if only_open else "judged" if only_judged else "")
        if on_screen:
            from align.review.screen import run

            run(opened)


def reviewed(path: Path) -> Comparison:
    """Return the comparison that a project comes to: corrected, and without the findings that a person rejected.

    Raises:
        InputError: it is no project.
    """
    from dataclasses import replace

    from align.command.reviewing import say
    from align.review import State, is_project, open_project

    if not is_project(path):
        raise InputError(
            f"{path}: expected a target after it, or a project of versalign review (which makes one of an alignment); "
            "found this file alone"
        )
    with open_project(path) as project:
        comparison = project.comparison
        kept = tuple(each for each in comparison.findings if project.judgement(each.id).state is not State.REJECTED)
        if rejected := len(comparison.findings) - len(kept):
            say(f"{rejected} findings that the review rejected are left out")
        return replace(comparison, findings=kept)


def _check(twins: Mapping[str, Any], *, show: bool, only_open: bool, only_judged: bool, export: Path | None) -> None:
    """Refuse what makes no sense before any file is made."""
    if (only_open or only_judged) and not show:
        raise OptionError("expected --open and --judged with --list, found no --list; add it")
    if only_open and only_judged:
        raise OptionError("expected --open or --judged, found both; leave both out for all")
    if twins["reject"] and not twins["why"].strip():
        raise OptionError("expected --why with --reject, found none; say why")
    if export is not None:
        _format_of(export)


def _format_of(output: Path) -> str:
    """Return what a file name asks for: minutes, lessons, or the name of an exchange format."""
    from align.exchange import ENDINGS

    ending = output.suffix.lower()
    if ending == ".md":
        return "minutes"
    if output.is_dir() or not ending:
        return "lessons"
    if ending in ENDINGS:
        return ENDINGS[ending]
    raise OptionError(f"{output}: expected a folder or an ending of {', '.join(('.md', *ENDINGS))}, found {ending}")


def _export(project: "Project", output: Path) -> None:
    """Write what a review came to."""
    wanted = _format_of(output)
    if wanted == "minutes":
        from align.exchange.streams import writing
        from align.review.minutes import write_minutes

        with writing(output) as stream:
            write_minutes(project, stream)
    elif wanted == "lessons":
        from align.review.lessons import write_lessons

        write_lessons(project, output)
    else:
        from align.comparison import without_code
        from align.exchange import write_comparison

        write_comparison(without_code(project.comparison), wanted, output)


def _list(project: "Project", only: str) -> None:
    """Print what is to be judged, one a line, and say what no longer applies."""
    from align.command.reviewing import say
    from align.review import State
    from align.review.minutes import described

    told = described(project)
    for subject in project.subjects():
        state, (kind, text) = project.judgement(subject).state, told[subject]
        if not only or (only == "open") == (state is State.OPEN):
            typer.echo("\t".join((subject, kind, state.value, text)))
    for action in project.lost():
        say(f"no longer applies: {action.kind.value} {action.subject} {action.why}".rstrip())
