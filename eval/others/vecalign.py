"""Vecalign (Thompson and Koehn 2019, doi:10.18653/v1/D19-1136), an importable package, fed with our vectors.

Its dynamic programme wants a vector for each run of up to `OVERLAPS` sentences that ends at each sentence; ours
are sums.
Settings are its defaults, but for the overlaps, which are those of the paper's instructions.
"""

from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec
from math import ceil
from time import perf_counter
from types import ModuleType

import numpy as np
from numpy.typing import NDArray

from align.encoding import check_languages, load_encoder
from eval.gold.sets import GoldPair, Link, segment_ids, spread_nulls
from eval.others.ours import missing_encoder
from eval.system import Prediction, System

OVERLAPS = 7
MAX_SIZE = 8  # sentences in a bead, both sides together
_MODULES = ("vecalign.dp_utils", "dp_utils")  # since 2026 it is a package; before, a folder of scripts
_SEARCH = 5
Vectors = NDArray[np.float32]


def missing() -> str:
    """Return what is missing."""
    return "" if _module_name() else "the package vecalign (its folder on PYTHONPATH, built)"


def make() -> System:
    """Return the aligner with our vectors."""
    encoder = load_encoder()

    def embed(sentences: Sequence[str], language: str) -> Vectors:
        return sum_overlaps(encoder.encode(sentences))

    return make_with(embed, f"vecalign, encoder {encoder.signature}")


class WithUse:
    """The aligner with vectors of the Universal Sentence Encoder, every run of sentences read as a text."""

    def missing(self) -> str:
        """Return what is missing."""
        return missing() or missing_encoder("use")

    def make(self) -> System:
        """Return the aligner."""
        encoder = load_encoder("use")

        def embed(sentences: Sequence[str], language: str) -> Vectors:
            check_languages(encoder, [language])
            return encoder.encode(runs_of(sentences)).reshape(OVERLAPS, len(sentences), -1)

        return make_with(embed, f"vecalign, encoder {encoder.signature}")


USE = WithUse()


def runs_of(sentences: Sequence[str]) -> list[str]:
    """Return the runs of up to `OVERLAPS` sentences that end at each, the shorter ones first."""
    ends = range(1, len(sentences) + 1)
    return [" ".join(sentences[max(0, stop - k) : stop]) for k in range(1, OVERLAPS + 1) for stop in ends]


def make_with(embed: Callable[[Sequence[str], str], Vectors], signature: str) -> System:
    """Return the aligner with the vectors of a function of a document's sentences and language."""
    programme = import_module(_module_name())

    def run(pair: GoldPair) -> Prediction:
        ids = segment_ids(pair, "source"), segment_ids(pair, "target")
        start = perf_counter()
        vectors = (
            embed([pair.source[number] for number in ids[0]], pair.source_language),
            embed([pair.target[number] for number in ids[1]], pair.target_language),
        )
        found = _align(programme, *vectors)
        seconds = perf_counter() - start
        links = [
            (tuple(ids[0][number] for number in source), tuple(ids[1][number] for number in target))
            for source, target in found
        ]
        return Prediction(spread_nulls(links), seconds=seconds, signature=signature)

    return run


def sum_overlaps(vectors: Vectors) -> Vectors:
    """Return the sums of the vectors of runs: float32 (OVERLAPS, n, d), [k, i] of the k + 1 sentences that end at i.

    Where a run would begin before the document, the vector is zero.
    """
    sums = np.concatenate([np.zeros_like(vectors[:1], dtype=np.float64), np.cumsum(vectors, axis=0, dtype=np.float64)])
    overlaps = np.zeros((OVERLAPS, *vectors.shape), dtype=np.float32)
    for k in range(min(OVERLAPS, len(vectors))):
        overlaps[k, k:] = sums[k + 1 :] - sums[: len(sums) - k - 1]
    return overlaps


def _module_name() -> str:
    """Return the name of its module that can be imported; empty when there is none."""
    for name in _MODULES:
        parent = name.partition(".")[0]
        if find_spec(parent) is not None and (parent == name or find_spec(name) is not None):
            return name
    return ""


def _align(programme: ModuleType, source: Vectors, target: Vectors) -> list[Link]:
    """Run its dynamic programme, which draws from numpy's global generator; that is put back as it was."""
    state = np.random.get_state()  # noqa: NPY002
    np.random.seed(42)  # noqa: NPY002 - the seed of its own command
    try:
        stack = programme.vecalign(
            vecs0=source,
            vecs1=target,
            final_alignment_types=programme.make_alignment_types(MAX_SIZE),
            del_percentile_frac=0.2,
            width_over2=ceil(MAX_SIZE / 2) + _SEARCH,
            max_size_full_dp=300,
            costs_sample_size=20000,
            num_samps_for_norm=100,
        )
    finally:
        np.random.set_state(state)  # noqa: NPY002
    return [(tuple(source), tuple(target)) for source, target in stack[0]["final_alignments"]]
