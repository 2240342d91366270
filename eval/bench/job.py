"""One measurement of `eval.bench.measure` in a process of its own, so that its peak memory is its own.

    encode COUNT             sentences a second
    align ALIGNER SIZE       seconds and peak memory for one pair of documents
    many ALIGNER COUNT       pairs of 40 sentences a second

ALIGNER is `versalign` or a name in `eval.others.OTHERS`. The answer is one line of JSON on stdout. Everything is
loaded, and a small pair aligned, before the clock starts.
"""

import json
import sys
from collections.abc import Callable
from time import perf_counter

from align.encoding import load_encoder
from eval.bench.memory import peak_memory
from eval.bench.synthetic import make_pair, seed_sentences
from eval.others import load_other
from eval.others.compare import OURS, WARM_UP
from eval.system import System, align_pair

_REPEATS = 3
_SMALL = 40  # sentences of a short article
_LONG, _SPLIT = 5000, 0.35  # from which size on that share of the sentences is split: books rarely have equal sides


def measure_encode(count: int) -> dict[str, float]:
    """Return how many short news sentences a second are encoded, the best of three runs."""
    pair = make_pair(seed_sentences(), count // 2)
    texts = [*pair.source, *pair.target][:count]
    encoder = load_encoder()
    encoder.encode(texts[:100])
    best = min(_timed(lambda: encoder.encode(texts)) for _ in range(_REPEATS))
    return {"sentences": len(texts), "seconds": best, "per_second": len(texts) / best}


def measure_align(aligner: str, size: int) -> dict[str, float]:
    """Return seconds and peak memory (MiB, `before` the pair and in all) for a pair of documents."""
    pair = make_pair(seed_sentences(), size, split=_SPLIT if size >= _LONG else 0.0)
    system = _system(aligner)
    system(WARM_UP)
    before = peak_memory()
    seconds = _timed(lambda: system(pair))
    counts = {"sentences": size, "target": len(pair.target)}
    return {**counts, "seconds": seconds, "before": before, "peak": peak_memory()}


def measure_many(aligner: str, count: int) -> dict[str, float]:
    """Return how many pairs of short articles a second are aligned, one after the other, the best of three runs.

    In the first one, rows of the table are still read from disk.
    """
    sentences = seed_sentences()
    pairs = [make_pair(sentences, _SMALL, seed=number) for number in range(count)]
    system = _system(aligner)
    system(WARM_UP)
    seconds = min(_timed(lambda: [system(pair) for pair in pairs]) for _ in range(_REPEATS))
    return {"pairs": count, "seconds": seconds, "per_second": count / seconds}


def main() -> None:
    """Do what the arguments say."""
    kind, *arguments = sys.argv[1:]
    if kind == "encode":
        found = measure_encode(int(arguments[0]))
    elif kind == "align":
        found = measure_align(arguments[0], int(arguments[1]))
    else:
        found = measure_many(arguments[0], int(arguments[1]))
    sys.stdout.write(json.dumps(found) + "\n")


def _system(aligner: str) -> System:
    return align_pair if aligner == OURS else load_other(aligner)


def _timed(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


if __name__ == "__main__":
    main()
