"""The commands `versalign eval near`, `mutate`, `selftest` and so on: they parse, call and print."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from align.aligners import ALIGNERS
from align.errors import OptionError
from align.files import keeping
from align.sanitize import sanitize_line
from eval.gold.sets import DEFAULT_FOLDER, MANIFEST
from eval.show import show

if TYPE_CHECKING:
    from align.encoding import Encoder

Gold = Annotated[Path, typer.Option(help="Folder with gold sets and their MANIFEST.tsv.")]
Output = Annotated[Path | None, typer.Option("--output", "-o", help="Folder for the result as JSON and Markdown.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, for machines.")]
AsMarkdown = Annotated[bool, typer.Option("--markdown", help="Print Markdown.")]
Seed = Annotated[int, typer.Option(help="Of what is left to chance; the same seed gives the same result.")]
EncoderName = Annotated[
    str | None,
    typer.Option("--encoder", help="What gives the vectors, as for `versalign diff`; the embedded encoder if none."),
]
AlignerName = Annotated[str, typer.Option(metavar="|".join(ALIGNERS), help="An aligner of ours.")]
Others = Annotated[str, typer.Option(help="Other aligners, with commas between them; all that are installed if none.")]


def add_commands(app: typer.Typer) -> None:
    """Add the commands to an application."""
    for command in (near, mutate, selftest, compare, errors, bench, gate, calibrate):
        app.command()(command)


def near(
    gold: Gold = DEFAULT_FOLDER,
    languages: Annotated[str, typer.Option(help="Pairs such as en-fr,zh-en; twelve if none.")] = "",
    seed: Seed = 0,
    aligner: AlignerName = "default",
    encoder: EncoderName = None,
    output: Output = None,
    as_json: AsJson = False,
    as_markdown: AsMarkdown = False,
) -> None:
    """Score articles with sentences dropped, added, moved, merged and split, and the verdict on other articles."""
    from eval.near.protocol import PAIRS
    from eval.near.report import near_result

    pairs = _language_pairs(languages) if languages else PAIRS
    vectors = named_encoder(encoder)
    result = near_result(gold / "ntrex128", seed=seed, languages=pairs, aligner=aligner, encoder=vectors)
    show(result, output=output, as_json=as_json, as_markdown=as_markdown)


def mutate(
    kinds: Annotated[list[str] | None, typer.Argument(metavar="KIND …", help="Kinds of change; all if none.")] = None,
    gold: Gold = DEFAULT_FOLDER,
    languages: Annotated[str, typer.Option(help="Pairs such as en-fr,zh-en; eight if none.")] = "",
    seed: Seed = 0,
    encoder: EncoderName = None,
    output: Output = None,
    as_json: AsJson = False,
    as_markdown: AsMarkdown = False,
) -> None:
    """Change a number, a day, a word inside kept sentences and tell what the checks find of it, and what besides."""
    from align.plugins import check_name
    from eval.mutate import MUTATORS
    from eval.mutate.protocol import PAIRS
    from eval.mutate.report import mutate_result

    for kind in kinds or ():
        check_name(MUTATORS, kind, kind="kind of change")
    pairs = _language_pairs(languages) if languages else PAIRS
    vectors = named_encoder(encoder)
    result = mutate_result(
        gold / "ntrex128", kinds=kinds or tuple(MUTATORS), seed=seed, languages=pairs, encoder=vectors
    )
    show(result, output=output, as_json=as_json, as_markdown=as_markdown)


def selftest(
    source: Annotated[Path, typer.Argument(help="One version.")],
    target: Annotated[Path, typer.Argument(help="The other version.")],
    source_lang: Annotated[str, typer.Option(help="Language of the source, such as en or pt-BR.")] = "",
    target_lang: Annotated[str, typer.Option(help="Language of the target.")] = "",
    segmented: Annotated[bool, typer.Option("--segmented", help="The files have one sentence a line.")] = False,
    rounds: Annotated[int, typer.Option(min=1, help="Times that differences are planted.")] = 12,
    seed: Seed = 0,
    encoder: EncoderName = None,
    output: Output = None,
    as_json: AsJson = False,
    as_markdown: AsMarkdown = False,
) -> None:
    """Plant differences in SOURCE and TARGET and tell how many of them are found."""
    from functools import partial

    from align import comparison
    from align.documents import read_document
    from eval.near.selftest import run_selftest, selftest_result

    compare = partial(comparison.compare, encoder=named_encoder(encoder))
    documents = (
        read_document(source, language=source_lang, segmented=segmented),
        read_document(target, language=target_lang, segmented=segmented),
    )
    result = selftest_result(run_selftest(*documents, seed=seed, rounds=rounds, compare=compare), *documents)
    with keeping((source, target)):
        show(result, output=output, as_json=as_json, as_markdown=as_markdown)


def compare(
    sets: Annotated[list[str] | None, typer.Argument(metavar="SET …", help="Alignment sets; all if none.")] = None,
    gold: Gold = DEFAULT_FOLDER,
    others: Others = "",
    output: Output = None,
    as_json: AsJson = False,
    as_markdown: AsMarkdown = False,
) -> None:
    """Run other aligners on the same pairs; those that are not installed are named."""
    from eval.gold.sets import read_set, set_names
    from eval.others.compare import compare_aligners, compare_result

    chosen = {name: read_set(gold, name) for name in sets or set_names(gold)}
    found = compare_aligners(chosen, names=_others(others), report=_sign_of_life())
    show(compare_result(found), output=output, as_json=as_json, as_markdown=as_markdown)


def errors(
    sets: Annotated[list[str] | None, typer.Argument(metavar="SET …", help="Alignment sets; all if none.")] = None,
    gold: Gold = DEFAULT_FOLDER,
    examples: Annotated[int, typer.Option(min=0, help="Errors of each kind and set to show, the shortest ones.")] = 0,
    aligner: AlignerName = "default",
    encoder: EncoderName = None,
    output: Output = None,
    as_json: AsJson = False,
    as_markdown: AsMarkdown = False,
) -> None:
    """Tell the errors against gold by kind, and what strict F1 would gain without each kind."""
    from functools import partial

    from eval.gold.sets import read_set, set_names
    from eval.metrics.errors import KINDS, errors_result, example_lines, find_errors
    from eval.system import align_pair

    system = partial(align_pair, aligner=aligner, encoder=named_encoder(encoder))
    found = [
        find_errors(name, read_set(gold, name), system, report=_sign_of_life()) for name in sets or set_names(gold)
    ]
    for each in found:
        for kind in KINDS:
            for line in example_lines(each, kind, examples):
                typer.echo(sanitize_line(line))
    show(errors_result(found), output=output, as_json=as_json, as_markdown=as_markdown)


def bench(
    sizes: Annotated[str, typer.Option(help="Sentences of the documents to align, with commas.")] = "",
    others: Others = "",
    output: Output = None,
    as_json: AsJson = False,
    as_markdown: AsMarkdown = False,
) -> None:
    """Measure speed and memory; to be run in the project's folder, as it needs the sample articles."""
    from eval.bench.measure import SIZES, bench_result, run_bench
    from eval.project import need_project

    need_project("seeds")
    if not all(size.isdecimal() for size in sizes.split(",") if sizes):
        raise OptionError(f"expected --sizes such as 40,200, found {sizes!r}")
    wanted = tuple(int(size) for size in sizes.split(",")) if sizes else SIZES
    result = bench_result(run_bench(sizes=wanted, names=_others(others), report=_sign_of_life()))
    show(result, output=output, as_json=as_json, as_markdown=as_markdown)


def gate(
    gold: Gold = DEFAULT_FOLDER,
    update: Annotated[bool, typer.Option("--update", help="Raise the floors to what is measured.")] = False,
    lower: Annotated[bool, typer.Option("--lower", help="With --update: floors may fall, with a reason.")] = False,
    reason: Annotated[str, typer.Option(help="Why floors fall.")] = "",
    seeds_only: Annotated[bool, typer.Option("--seeds-only", help="Leave the gold sets out.")] = False,
    floors: Annotated[Path | None, typer.Option(help="File with the floors; the project's if none.")] = None,
) -> None:
    """Fail when a number is below its floor. Exit code 0, 1: below a floor, 2: the data is not what was pinned."""
    from eval.metrics.gate import (
        FLOORS,
        Floors,
        check_floors,
        measure_gold,
        measure_seeds,
        read_floors,
        update_floors,
        write_floors,
    )
    from eval.project import need_project

    need_project("seeds", *([] if floors else ["eval/floors.json"]))
    if (lower or reason) and not update:
        raise OptionError("expected --update with --lower and --reason, found none")
    path = floors or FLOORS
    measured = {"seeds": measure_seeds()}
    if not seeds_only and (gold / MANIFEST).is_file():
        measured.update(measure_gold(gold, report=_sign_of_life()))
    elif not seeds_only:
        typer.echo(f"{sanitize_line(str(gold))}: not there, so only the sample articles count", err=True)
    if update:
        before = read_floors(path) if path.is_file() else Floors({})
        write_floors(update_floors(before, measured, lower=lower, reason=reason), path)
    judgement = check_floors(read_floors(path), measured)
    for line in judgement.lines:
        typer.echo(sanitize_line(line))
    raise typer.Exit(judgement.code)


def calibrate(
    encoder: Annotated[str, typer.Option("--encoder", help="What gives the vectors, as for `versalign diff`.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="Folder to write to; --encoder takes it afterwards.")],
    gold: Gold = DEFAULT_FOLDER,
    pooling: Annotated[str, typer.Option(metavar="cls|mean", help="As for `versalign diff`.")] = "",
    every: Annotated[int, typer.Option(min=1, help="Take one piece of the gold of so many.")] = 1,
) -> None:
    """Fit the weights of the aligner for an encoder; needs the extra fit, and ten minutes for the embedded one."""
    import logging

    from eval.calibrate import calibrate as fit_weights

    logging.getLogger("eval").setLevel(logging.INFO)  # the command writes what we log: a sign of life now and then
    fit_weights(encoder, gold, output, pooling=pooling, every=every)


def named_encoder(name: str | None) -> "Encoder | None":
    """Return the encoder of that name or folder; None stays None, so that an aligner without vectors accepts it."""
    from align.encoding import load_encoder

    return None if name is None else load_encoder(name)


def _language_pairs(text: str) -> tuple[tuple[str, str], ...]:
    pairs = []
    for pair in text.split(","):
        first, dash, second = pair.strip().partition("-")
        if not (first and dash and second):
            raise OptionError(f"expected --languages such as en-fr,zh-en, found {text!r}")
        pairs.append((first, second))
    return tuple(pairs)


def _others(text: str) -> tuple[str, ...]:
    from eval.others import OTHERS

    return tuple(name.strip() for name in text.split(",")) if text else tuple(OTHERS)


def _sign_of_life() -> Callable[[str], None]:
    """Return what says on a terminal what is being worked on."""
    return (lambda name: typer.echo(sanitize_line(name), err=True)) if sys.stderr.isatty() else (lambda name: None)
