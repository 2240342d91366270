"""How fast a corpus is built and how much memory it takes, in a process of its own each.

    python -m eval.bench.corpus --pairs 1000000       made-up pairs through filters, copies and splits
    python -m eval.bench.corpus --articles 10000      near-parallel articles of NTREX-128, from documents to a corpus

The answer is one line of JSON: `rows`, wall `seconds`, `cpu` seconds of all processes, rows a second of either, and
`peak` memory in MiB of the process that writes (`workers`: of the largest that aligns).
"""

import json
import os
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import count, islice
from multiprocessing import active_children
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter

from corpora.building import Engine, build_corpus, judge_rows
from corpora.filters import Texts, score_pair
from corpora.find import Found
from corpora.overlap import Overlap
from corpora.pairing import DocumentPair, Pairing
from corpora.recipe import Recipe
from corpora.rows import row_id
from corpora.shards import Store, plan_shards
from corpora.work import Made, Result, Task, made, pack
from corpora.writing import describe, write_corpus
from eval.bench.memory import peak_memory
from eval.bench.synthetic import seed_sentences, vary
from eval.gold.sets import DEFAULT_FOLDER
from eval.near.protocol import LEVELS, change_pair, parallel_articles

_OF_PAIR = 20  # rows of a pair of documents
_COPIED, _NEARLY = 0.05, 0.05  # shares of the rows that repeat an earlier one, or nearly do
_REMEMBERED = 5000  # rows that may be repeated
Numbers = dict[str, float]


def measure_rows(rows: int) -> Numbers:
    """Return what it takes to score, judge and write made-up pairs: all of `corpus build` but reading and aligning.

    Args:
        rows: pairs of sentences.
    """
    with TemporaryDirectory() as place:
        recipe = Recipe(inputs=(Path(place) / "none",), output=Path(place))
        (recipe.output / "shards").mkdir()
        begun = perf_counter(), _cpu()
        tasks = plan_shards(_documents(rows), recipe)
        store, rows_made = Store(recipe.output / "shards"), _rows()
        for task in tasks:
            result = Result(task.key)
            pairs = [number for number in range(len(task.pairs)) for _ in range(_OF_PAIR)]
            pack(result, [_placed(next(rows_made), task, number) for number in pairs], pairs)
            store.write(result)
        scored = perf_counter() - begun[0]
        judged = judge_rows(recipe, tasks, [store], Overlap((), similarity=None))
        pairing = Pairing(tuple(pair for task in tasks for pair in task.pairs))
        card = write_corpus(recipe, judged, describe(recipe, judged, pairing, Counter(), ()), ())
        return {**_told(card["rows"]["in"], *begun), "scoring": scored, "kept": card["rows"]["kept"]}


def measure_articles(articles: int, jobs: int, gold: Path) -> Numbers:
    """Return what it takes to build a corpus of pairs of near-parallel articles, English and French.

    Args:
        articles: pairs of documents.
        jobs: processes.
        gold: folder with the gold sets.
    """
    with TemporaryDirectory() as place:
        folder = Path(place) / "in"
        for language in ("en", "fr"):
            (folder / language).mkdir(parents=True)
        for number, texts in enumerate(islice(_articles(gold), articles)):
            for language, sentences in zip(("en", "fr"), texts, strict=True):
                (folder / language / f"{number}.txt").write_text("\n\n".join(sentences), encoding="utf-8")
        recipe = Recipe(inputs=(folder,), output=Path(place) / "out", languages=("en", "fr"), pair="names")
        begun = perf_counter(), _cpu()
        card = build_corpus(recipe, Engine(jobs=jobs)).card
        for child in active_children():
            child.join()  # before that their time is not told
        return _told(card["rows"]["in"], *begun)


def _documents(rows: int) -> list[DocumentPair]:
    names = [f"{number:08}.txt" for number in range(-(-rows // _OF_PAIR))]
    return [
        DocumentPair(Found(f"en/{name}", Path(name)), Found(f"fr/{name}", Path(name)), "en", "fr", 1.0, "made up")
        for name in names
    ]


def _rows() -> Iterator[Made]:
    """Yield made-up rows without end; some repeat an earlier one, some but for a word."""
    random, sentences = Random(0), seed_sentences()
    known: list[tuple[str, str]] = []
    while True:
        source, target = vary(*random.choice(sentences), random)
        place = random.random()
        if known and place < _COPIED + _NEARLY:
            source, target = random.choice(known)
            if place >= _COPIED:
                source = f"{source} {random.randrange(1000)}"
        if len(known) < _REMEMBERED:
            known.append((source, target))
        probability = random.random() ** 0.1
        texts = Texts(source, target, "en", "fr", probability, probability)
        row = {"source": source, "target": target, "probability": round(probability, 4), "scores": score_pair(texts)}
        yield made(row, texts)


def _placed(bare: Made, task: Task, number: int) -> Made:
    """Return a row with all its fields."""
    pair, row = task.pairs[number], bare.row
    names, texts = (pair.source.name, pair.target.name), (row["source"], row["target"])
    whole = {
        "id": row_id((*names, *texts)),
        "source": texts[0],
        "target": texts[1],
        "source_document": names[0],
        "target_document": names[1],
        "source_language": pair.source_language,
        "target_language": pair.target_language,
        "probability": row["probability"],
        "fate": "kept",
        "label": "literal",
        "scores": row["scores"],
    }
    return bare._replace(row=whole)


def _articles(gold: Path) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Yield the sentences of articles and of their changed versions, of one seed after the other."""
    originals = parallel_articles(gold / "ntrex128", "en", "fr")
    yield from ((article.source, article.target) for article in originals)
    for seed in count():
        for level in LEVELS:
            for number, article in enumerate(originals):
                stranger = originals[(number + 1) % len(originals)]
                pair = change_pair(article, stranger, level=level, seed=seed).pair
                yield pair.source, pair.target


def _told(rows: int, seconds: float, cpu: float) -> Numbers:
    seconds, cpu = perf_counter() - seconds, _cpu() - cpu
    return {
        "rows": rows,
        "seconds": seconds,
        "cpu": cpu,
        "per_second": rows / seconds,
        "per_cpu_second": rows / cpu,
        "peak": peak_memory(),
        "workers": _peak_of_children(),
    }


def _cpu() -> float:
    """Return the seconds of a processor that this process and those that it has waited for have used."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _peak_of_children() -> float:
    try:
        import resource
    except ImportError:
        return float("nan")
    used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return used / 1024**2 if sys.platform == "darwin" else used / 1024


def main() -> None:
    """Print what was measured."""
    from argparse import ArgumentParser

    parser = ArgumentParser(prog="python -m eval.bench.corpus")
    parser.add_argument("--pairs", type=int, help="made-up pairs of sentences")
    parser.add_argument("--articles", type=int, help="pairs of articles of NTREX-128")
    parser.add_argument("--jobs", type=int, default=2, help="processes that align")
    parser.add_argument("--gold", type=Path, default=DEFAULT_FOLDER, help="folder with the gold sets")
    given = parser.parse_args()
    if given.pairs:
        sys.stdout.write(json.dumps(measure_rows(given.pairs)) + "\n")
    if given.articles:
        sys.stdout.write(json.dumps(measure_articles(given.articles, given.jobs, given.gold)) + "\n")


if __name__ == "__main__":
    main()
