"""Tune the weights of the default aligner by what it is for: finding the right beads and the right nulls.

The likelihood (`eval/fit.py`) is told how much of a pair is null; the aligner has to estimate it, and a better
likelihood can make worse alignments. So from weights that the likelihood gave, coordinate ascent changes one number
at a time and keeps what raises the mean of strict F1 over the development sets and of strict and null F1 over
near-parallel articles.

`python -m eval.tune GOLD [ROUNDS]` writes `align/weights.json`, with the weights of the verdict fitted anew; it needs
the extra `fit`.
"""

import json
import logging
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from align.aligners.default import find_steps
from align.aligners.evidence import Evidence, gather_evidence
from align.encoding import load_encoder
from align.score import FEATURES
from align.weights import GAPS, NULLS, PATH, RATES, Weights, load_weights, to_dict
from eval.beads import count_beads, f1_of
from eval.fit import fit_version
from eval.gold import GoldPair, Link, pair_document, read_set
from eval.near import LEVELS, change_pair, parallel_articles

LOG = logging.getLogger(__name__)
SETS = {"textberg": 1.0, "mac": 1.0, "transread": 1.0, "hunalign": 1.0, "parice": 0.5, "deplain_web": 0.5}
NEAR = 1.0  # weight of strict F1 and of null F1 at each level
PAIRS = (("en", "fr"), ("zh", "en"), ("de", "en"), ("en", "ru"), ("ar", "en"), ("en", "es"))
STEPS = {"gap": 0.5, "rate": 0.15, "null": 0.7, "bead": 0.7}  # the first step of each kind of weight; halved each round
# The likelihood sees these well enough; the long runs were set by hand, see `eval/notes.md`.
LEFT_ALONE = frozenset(
    "long_open long_extend cosine_above_30 cosine_above_50 cosine_above_70 length_squared one_three two_two "
    "other_shape".split()
)
LEAST_GAIN = 0.0003  # a smaller gain of the mean is noise

_SCENES: "list[tuple[str, float, list[Scene]]]" = []


@dataclass(frozen=True, slots=True)
class Scene:
    """One pair with its evidence, which does not depend on the weights."""

    pair: GoldPair
    evidence: Evidence


def load_scenes(folder: Path) -> None:
    """Gather the evidence of all pairs, once."""
    for name, weight in SETS.items():
        _SCENES.append((name, weight, [_scene(pair) for pair in read_set(folder, name)]))
    articles = {pair: parallel_articles(folder / "ntrex128", *pair) for pair in PAIRS}
    for level in LEVELS:
        near = [
            change_pair(article, group[number - 1], level=level, seed=7).pair
            for group in articles.values()
            for number, article in list(enumerate(group))[::4]
        ]
        _SCENES.append((f"near-{level}", NEAR, [_scene(pair) for pair in near]))


def measure(weights: Weights) -> tuple[float, dict[str, tuple[float, float]]]:
    """Return the mean to be raised, and strict and null F1 of each set."""
    total = share = 0.0
    found: dict[str, tuple[float, float]] = {}
    for name, weight, scenes in _SCENES:
        counts = np.sum([count_beads(scene.pair, tuple(_links(scene, weights))) for scene in scenes], axis=0)
        strict, null = f1_of(counts, "strict"), f1_of(counts, "null")
        found[name] = strict, null
        total, share = total + weight * strict, share + weight
        if name.startswith("near"):
            total, share = total + weight * null, share + weight
    return total / share, found


def tune(weights: Weights, rounds: int) -> Weights:
    """Return weights that coordinate ascent has improved."""
    best, found = measure(weights)
    LOG.info("start %.4f %s", best, found)
    shrink = 1.0
    with ProcessPoolExecutor(2) as pool:
        for round_ in range(rounds):
            for kind, number in _coordinates():
                tries = [_changed(weights, kind, number, sign * shrink * STEPS[kind]) for sign in (-1.0, 1.0)]
                for candidate, (value, _) in zip(tries, pool.map(measure, tries), strict=True):
                    if value > best + LEAST_GAIN:
                        best, weights = value, candidate
                        LOG.info("round %d, %s %d: %.4f", round_ + 1, kind, number, best)
            shrink /= 2.0
    LOG.info("end %.4f %s", *measure(weights))
    return weights


def _coordinates() -> Iterator[tuple[str, int]]:
    """Yield every weight that is tuned."""
    for kind, names in (("gap", GAPS), ("rate", RATES), ("null", NULLS), ("bead", FEATURES)):
        yield from ((kind, number) for number, name in enumerate(names) if name not in LEFT_ALONE)


def _changed(weights: Weights, kind: str, number: int, change: float) -> Weights:
    """Return weights with one number changed."""
    values = getattr(weights, kind).copy()
    values[number] += change
    return replace(weights, **{kind: values})


def _scene(pair: GoldPair) -> Scene:
    """Return a pair with its evidence."""
    documents = pair_document(pair, "source"), pair_document(pair, "target")
    return Scene(pair, gather_evidence(load_encoder(), *documents))


def _links(scene: Scene, weights: Weights) -> Iterator[Link]:
    """Yield what the aligner makes of a pair."""
    i = j = 0
    for a, b in find_steps(scene.evidence, weights).shapes.tolist():
        yield tuple(range(i, i + a)), tuple(range(j, j + b))
        i, j = i + a, j + b


def main(folder: Path, rounds: int) -> None:
    """Tune and write the weights."""
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stderr)
    from scipy.optimize import minimize

    load_scenes(folder)
    weights = tune(load_weights(), rounds)
    weights = replace(weights, version=fit_version(folder, weights, minimize))
    record = {"encoder": load_encoder().signature, **to_dict(weights)}
    PATH.write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    np.seterr(all="raise", under="ignore")
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)
