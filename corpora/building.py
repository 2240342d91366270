"""Build a corpus: find and pair documents, align them in shards, judge all rows, write.

1. Documents are found and paired (`corpora.pairing`).
2. Pairs are aligned and scored in shards (`corpora.shards`, `corpora.work`); complete ones are kept from run to run.
3. One pass over the rows takes stock (`corpora.ledger`): limits, copies, boilerplate, parts. Nothing is scored anew.
4. A second pass writes them, each file whole or not at all, the card last (`corpora.writing`).
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from align.errors import InputError
from align.files import keeping
from corpora.columns import read_columns
from corpora.dedup import find_repeated
from corpora.executors import load_executor
from corpora.ledger import Part, score_boilerplate, take_stock
from corpora.lock import locked
from corpora.overlap import Overlap
from corpora.pairing import Pairing, Wish, pair_documents
from corpora.progress import Progress
from corpora.recipe import Recipe
from corpora.rows import Row, read_rows
from corpora.shards import Store, plan_shards
from corpora.splits import assign_parts
from corpora.trouble import Trouble
from corpora.work import Task, do_task
from corpora.writing import Judged, describe, tidy_output, write_corpus


@dataclass(frozen=True, slots=True)
class Engine:
    """How the work is done, which changes nothing in the result.

    Attributes:
        jobs: processes.
        executor: a name in `corpora.executors.EXECUTORS`.
        address: of a cluster; empty for this machine.
        quiet: no progress on stderr.
    """

    jobs: int = 1
    executor: str = "local"
    address: str = ""
    quiet: bool = True


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a build: the card, and what could not be used."""

    card: dict[str, Any]
    troubles: tuple[Trouble, ...]


def build(recipe: Recipe, engine: Engine = Engine()) -> Iterator[Row]:
    """Build a corpus and yield its rows; what could not be used is in its `quarantine.jsonl`.

    Args:
        recipe: what from and how.
        engine: how the work is done.

    Raises:
        AlignError: an input or the output cannot be used.
    """
    build_corpus(recipe, engine)
    yield from read_rows(recipe.output / "pairs.jsonl")


def build_corpus(recipe: Recipe, engine: Engine = Engine(), *, dry_run: bool = False) -> Outcome:
    """Build a corpus, going on where an earlier run stopped.

    Args:
        recipe: what from and how.
        engine: how the work is done.
        dry_run: only tell what would be removed; nothing is written, and shards that are there are read.

    Raises:
        AlignError: an input or the output cannot be used.
    """
    overlap = Overlap(recipe.overlap, similarity=None if recipe.dedup.near == "off" else recipe.dedup.similarity)
    wish = Wish(recipe.inputs, recipe.languages, recipe.manifest, recipe.output, recipe.ways, engine.jobs)
    if dry_run:
        with TemporaryDirectory(prefix="versalign-") as spare:
            stores = [Store(recipe.output / "shards"), Store(Path(spare))]
            return Outcome(*_judge(recipe, engine, wish, stores, overlap)[1:])
    try:
        (recipe.output / "shards").mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"{recipe.output}: expected a folder to write to, found: {error.strerror}") from None
    with locked(recipe.output):
        tidy_output(recipe.output)
        store = Store(recipe.output / "shards")
        judged, card, troubles = _judge(recipe, engine, wish, [store], overlap)
        documents = {each.path for task in judged.tasks for pair in task.pairs for each in (pair.source, pair.target)}
        with keeping([*documents, *recipe.inputs, *recipe.overlap, *filter(None, [recipe.manifest])]):
            card = write_corpus(recipe, judged, card, troubles)
        store.tidy({task.key for task in judged.tasks})
        return Outcome(card, troubles)


def _judge(
    recipe: Recipe, engine: Engine, wish: Wish, stores: Sequence[Store], overlap: Overlap
) -> tuple[Judged, dict[str, Any], tuple[Trouble, ...]]:
    """Return all rows with what becomes of them, the card as far as it is known, and the troubles."""
    pairing = pair_documents(wish)
    tasks = plan_shards(pairing.pairs, recipe)
    _do(tasks, engine, stores)
    judged = judge_rows(recipe, tasks, stores, overlap)
    troubles, fates = _told(tasks, stores, pairing)
    return judged, describe(recipe, judged, pairing, fates, troubles), troubles


def judge_rows(recipe: Recipe, tasks: Sequence[Task], stores: Sequence[Store], overlap: Overlap) -> Judged:
    """Return all rows of shards that are complete, with what becomes of them.

    Args:
        recipe: with the limits.
        tasks: the shards.
        stores: where they are.
        overlap: texts that the corpus must not hold.
    """
    rows = sum(mark.rows for task in tasks for store in stores if (mark := store.mark(task.key)) is not None)
    parts = (_part(task, stores) for task in tasks)
    ledger = take_stock(parts, recipe.filters, recipe.dedup.near, overlap, rows=rows)
    boilerplate = score_boilerplate(ledger, recipe.filters["boilerplate"])
    repeated = find_repeated(ledger, recipe.dedup)
    ledger.sketches = ()  # the largest part of it, which nobody needs any more
    kept = ledger.drops == 0
    for flags in repeated.values():
        kept &= ~flags
    paths = tuple(_store_of(task, stores).path(task.key) for task in tasks)
    split = assign_parts(ledger, kept, recipe.splits)
    return Judged(tuple(tasks), paths, ledger, boilerplate, repeated, kept, split)


def _do(tasks: Sequence[Task], engine: Engine, stores: Sequence[Store]) -> None:
    """Do the shards that are not complete; the last store is written to."""
    open_tasks = [task for task in tasks if all(store.mark(task.key) is None for store in stores)]
    progress = Progress("aligning", len(open_tasks), quiet=engine.quiet)
    with ExitStack() as stack:
        results = load_executor(engine.executor)(do_task, open_tasks, jobs=engine.jobs, address=engine.address)
        stack.callback(getattr(results, "close", lambda: None))
        for result in results:
            stores[-1].write(result)
            progress.add(len(result.lines))
    progress.end()


def _store_of(task: Task, stores: Sequence[Store]) -> Store:
    """Return the store that holds a complete shard."""
    return next(store for store in stores if store.mark(task.key) is not None)


def _part(task: Task, stores: Sequence[Store]) -> Part:
    """Return what is weighed of the rows of a shard."""
    columns = read_columns(_store_of(task, stores).columns(task.key))
    return Part(columns, [(pair.source.name, pair.target.name) for pair in task.pairs])


def _told(tasks: Sequence[Task], stores: Sequence[Store], pairing: Pairing) -> tuple[tuple[Trouble, ...], Counter[str]]:
    """Return all troubles and the fates of all beads, as the marks of the shards tell them."""
    troubles, fates = set(pairing.troubles), Counter[str]()
    for task in tasks:
        mark = _store_of(task, stores).mark(task.key)
        if mark is not None:
            troubles.update(mark.troubles)
            fates.update(mark.fates)
    return tuple(sorted(troubles)), fates
