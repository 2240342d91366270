"""The sub-commands of `versalign corpus` that build a corpus and look into it: they parse, call and print."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from align.errors import InputError, OptionError
from align.files import keeping
from align.sanitize import sanitize_line

if TYPE_CHECKING:
    from corpora.recipe import Recipe

Inputs = Annotated[list[Path] | None, typer.Argument(metavar="INPUT…", help="Folders and files with documents.")]
Languages = Annotated[
    str, typer.Option("--langs", help="Languages, the source first: en,fr; all that are found if none.")
]
PairBy = Annotated[
    str, typer.Option("--pair", metavar="manifest|names|content", help="How documents are paired; names, then content.")
]
Manifest = Annotated[Path | None, typer.Option(help="Table of pairs: TSV or JSONL with source and target.")]
Jobs = Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress on standard error.")]
Corpus = Annotated[Path, typer.Argument(metavar="DIR", help="Folder that `corpus build` wrote.")]


def add_commands(app: typer.Typer) -> None:
    """Add the commands of this module to an application."""
    for command in (build, pair, stats, explain, sample, judge, export):
        app.command()(command)


def build(
    inputs: Inputs = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="DIR", help="Folder of the corpus.")] = None,
    recipe: Annotated[Path | None, typer.Option(help="Recipe in TOML: filters, dedup, splits.")] = None,
    langs: Languages = "",
    pair: PairBy = "",
    manifest: Manifest = None,
    overlap: Annotated[
        list[Path] | None,
        typer.Option(help="File with a text a line that the corpus must not hold, or nearly so, such as a test set."),
    ] = None,
    segmented: Annotated[bool, typer.Option("--segmented", help="The documents have one sentence a line.")] = False,
    keep_furniture: Annotated[
        bool, typer.Option("--keep-furniture", help="Count page furniture as article text.")
    ] = False,
    jobs: Jobs = 1,
    executor: Annotated[str, typer.Option(metavar="local|ray", help="Where the work is done.")] = "local",
    ray_address: Annotated[str, typer.Option("--ray-address", help="Cluster of Ray; this machine if none.")] = "",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Write nothing; say what each filter would remove.")
    ] = False,
    quiet: Quiet = False,
) -> None:
    """Build a parallel corpus from documents; run again, it goes on where it stopped. Exit code 0, or 2 for trouble."""
    from align.plugins import check_name
    from corpora.building import Engine, build_corpus
    from corpora.executors import EXECUTORS
    from corpora.recipe import check_languages

    check_name(EXECUTORS, executor, kind="executor")
    if ray_address and executor != "ray":
        raise OptionError("expected --ray-address with --executor ray, found another executor")
    given: dict[str, Any] = {
        "inputs": tuple(inputs or ()),
        "output": output,
        "languages": check_languages(langs),
        "pair": pair,
        "manifest": manifest,
        "overlap": tuple(overlap or ()),
        "segmented": segmented,
        "keep_furniture": keep_furniture,
    }
    made = _recipe(recipe, {name: value for name, value in given.items() if value})
    engine = Engine(jobs=jobs, executor=executor, address=ray_address, quiet=quiet)
    outcome = build_corpus(made, engine, dry_run=dry_run)
    card = outcome.card
    if dry_run:
        for line in _dry_lines(card):
            typer.echo(sanitize_line(line))
    rows, documents = card["rows"], card["documents"]
    verb = "would be kept" if dry_run else "kept"
    typer.echo(
        f"{rows['kept']} of {rows['in']} pairs {verb}, {documents['unpaired']} documents without partner", err=True
    )
    if outcome.troubles:
        where = outcome.troubles[0].reason if dry_run else f"see {made.output / 'quarantine.jsonl'}"
        raise InputError(f"{len(outcome.troubles)} documents could not be used; {where}")


def pair(
    inputs: Annotated[list[Path], typer.Argument(metavar="INPUT…", help="Folders and files with documents.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="Table of pairs to write, a manifest for `build`.")],
    langs: Languages = "",
    pair_by: PairBy = "",
    jobs: Jobs = 1,
) -> None:
    """Say which documents are versions of each other, and which have no partner."""
    from corpora.pairing import PAIRINGS, Wish, pair_documents
    from corpora.pairing.manifest import write_pairing
    from corpora.recipe import check_languages

    if pair_by == "manifest":
        raise OptionError(f"expected --pair {' or '.join(list(PAIRINGS)[1:])}, found manifest, which tells the pairs")
    ways = (pair_by,) if pair_by else ("names", "content")
    pairing = pair_documents(Wish(tuple(inputs), check_languages(langs), ways=ways, jobs=jobs))
    documents = [*pairing.unpaired, *(each for found in pairing.pairs for each in (found.source, found.target))]
    with keeping(document.path for document in documents):
        write_pairing(pairing, output)
    typer.echo(f"{len(pairing.pairs)} pairs, {len(pairing.unpaired)} documents without partner", err=True)
    if pairing.troubles:
        first = pairing.troubles[0]
        raise InputError(f"{len(pairing.troubles)} documents could not be used; {first.document}: {first.reason}")


def stats(
    corpus: Annotated[Path, typer.Argument(metavar="CORPUS", help="Folder of a corpus, or a file with rows.")],
) -> None:
    """Count the pairs of a corpus by language, fate and label, with lengths and probabilities."""
    from corpora.looking import describe_corpus

    for line in describe_corpus(corpus):
        typer.echo(sanitize_line(line))


def explain(corpus: Corpus, row_id: Annotated[str, typer.Argument(metavar="ID", help="Of a pair.")]) -> None:
    """Say why a pair is in the corpus, or is not: each score beside its limit."""
    from corpora.looking import explain_row

    for line in explain_row(corpus, row_id):
        typer.echo(sanitize_line(line))


def sample(
    corpus: Corpus,
    output: Annotated[Path, typer.Option("--output", "-o", help="File to write.")],
    count: Annotated[int, typer.Option("-n", min=1, help="Pairs to draw.")] = 200,
    seed: Annotated[int, typer.Option(help="Another seed draws other pairs.")] = 0,
) -> None:
    """Draw pairs at random for a person to judge."""
    from corpora.judging import draw_sample

    drawn = draw_sample(corpus, output, count=count, seed=seed)
    file = sanitize_line(str(output))
    typer.echo(
        f"wrote {drawn} pairs to {file}; judge them with: versalign review {file}; "
        f"their precision: versalign corpus judge {file}",
        err=True,
    )


def judge(
    file: Annotated[Path, typer.Argument(metavar="SAMPLE", help="What `corpus sample` wrote, or its review.")],
) -> None:
    """Tell the precision with its interval; on a terminal ask which pairs are right, if no review has judged them."""
    import sys

    from corpora.judging import ask, describe_judgements, has_review

    if sys.stdin is not None and sys.stdin.isatty() and not has_review(file):
        ask(file)
    for line in describe_judgements(file):
        typer.echo(sanitize_line(line))


def export(
    corpus: Corpus,
    output: Annotated[
        Path, typer.Option("--output", "-o", help="File to write; of Moses, what its two names begin with.")
    ],
    form: Annotated[
        str, typer.Option("--format", metavar="tmx|moses|tsv|jsonl|parquet", help="Exchange format.")
    ] = "tmx",
) -> None:
    """Write a corpus in an exchange format."""
    from corpora.exporting import export_corpus

    count, files = export_corpus(corpus, form, output)
    typer.echo(f"wrote {count} pairs to {' and '.join(sanitize_line(str(file)) for file in files)}", err=True)


def _recipe(path: Path | None, given: Mapping[str, Any]) -> "Recipe":
    from corpora.recipe import Recipe, read_recipe

    if path is not None:
        return read_recipe(path, **given)
    if "output" not in given:
        raise OptionError("expected a folder to write to, found none; give -o DIR")
    return Recipe(**given)


def _dry_lines(card: Mapping[str, Any]) -> list[str]:
    """Return a table of what each filter would remove or label."""
    lines = [f"{'filter':<16} {'limit':>10} {'action':>7} {'marks':>9} {'alone':>9} {'suggested':>10}"]
    for name, told in card["filters"].items():
        side, sign = ("at_least", ">=") if "at_least" in told else ("at_most", "<=")
        limit = f"{sign} {told[side]:g}"
        counts = f"{told['marks']:>9} {told['alone']:>9} {told['suggested']:>10g}"
        lines.append(f"{name:<16} {limit:>10} {told['action']:>7} {counts}")
    lines += [
        f"{name:<16} {'':>10} {'drop':>7} {card['reasons'].get(name, 0):>9}"
        for name in ("overlap", "duplicate", "near-duplicate")
    ]
    return lines
