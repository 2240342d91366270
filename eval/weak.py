"""Why beads are lost, by pair of languages: `python -m eval.weak GOLD [ENCODER]` prints a table.

A bead of gold with two sides that is not found is *closed*, as the first pass did not leave it open; or *doubted*, as
it stood on the best path and was dissolved; or *outscored*: another path is better by what the second pass sees. Search
through what is open is exact, so that only the first kind is one of search; for the last one nothing but better
evidence helps: vectors, words, weights. How good vectors are is told by themselves: the share of the sentences in 1-1
beads that are nearer to their counterpart than to all other sentences of the document, mean of both directions.

The pairs are those of the gold sets, on which the weights were fitted, and of NTREX articles (near-30) in languages
that have no gold. Pairs that the encoder refuses are left out; the weights are those for the encoder.
"""

import logging
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np

from align.aligners.default.passes import first_pass, second_pass
from align.aligners.default.steps import Steps
from align.aligners.default.weights import SecondWeights, Weights, load_weights, weights_for
from align.encoding import Encoder, load_encoder
from eval.fitting.examples import SETS, evidence_of, is_for
from eval.gold.sets import GoldPair, Link, read_set
from eval.metrics.beads import METRICS, Counts, count_beads, rates
from eval.near.protocol import NearPair, near_sets
from eval.results import share

WITHOUT_GOLD = (
    ("en", "el"), ("de", "el"), ("fr", "it"), ("de", "it"), ("de", "fr"), ("de", "hu"), ("en", "he"), ("en", "ar"),
)  # fmt: skip
LOSSES = ("closed", "doubted", "outscored")
_EVERY_NEAR = 3  # one article of so many


def find_losses(near: NearPair, encoder: Encoder, weights: Weights) -> tuple[Counts, Counter[str]]:
    """Return the counts of the beads that the passes find, and why those of gold with two sides are lost.

    Args:
        near: a pair without blank sentences; its moves may be read either way.
        encoder: that gives the vectors.
        weights: of the passes.
    """
    evidence = evidence_of(near.pair, encoder)
    survivors = first_pass(evidence, weights.first)
    found = _links(second_pass(evidence, survivors, weights.second))
    path = set(_links(second_pass(evidence, survivors, _without_doubt(weights.second), even=1.0)))
    opened = {(tuple(range(a, b)), tuple(range(c, d))) for a, b, c, d in survivors.blocks.tolist()}
    truth = replace(near.pair, links=near.read_as(found)[0]) if near.moves else near.pair
    lost = {link for link in truth.links if all(link)}.difference(found)
    return count_beads(truth, found), Counter(
        "doubted" if link in path else "outscored" if link in opened else "closed" for link in lost
    )


def _without_doubt(weights: SecondWeights) -> SecondWeights:
    """Return weights by which the sides of all beads correspond."""
    network = weights.counterpart
    sure = replace(network, direct=0.0 * network.direct, out=0.0 * network.out, constant=np.array([100.0]))
    return replace(weights, counterpart=sure)


def _links(steps: Steps) -> list[Link]:
    """Return the links of a path."""
    return [(tuple(range(a, b)), tuple(range(c, d))) for a, b, c, d in steps.blocks.tolist()]


def nearest_right(pair: GoldPair, encoder: Encoder) -> tuple[float, int]:
    """Return how many sentences of 1-1 beads are nearest to their counterpart, in the mean, and how many there are.

    Args:
        pair: with its gold.
        encoder: that gives the vectors.
    """
    ones = np.array([(link[0][0], link[1][0]) for link in pair.links if len(link[0]) == len(link[1]) == 1])
    if not len(ones):
        return 0.0, 0
    sides = [np.asarray(encoder.encode(texts), dtype=np.float64) for texts in (pair.source, pair.target)]
    source, target = (side / np.maximum(np.linalg.norm(side, axis=1, keepdims=True), 1e-9) for side in sides)
    cosines = source @ target.T
    there, back = cosines[ones[:, 0]].argmax(axis=1), cosines[:, ones[:, 1]].argmax(axis=0)
    right = float((there == ones[:, 1]).sum() + (back == ones[:, 0]).sum()) / 2.0
    return right, len(ones)


def pairs_of(folder: Path) -> Iterator[tuple[str, list[NearPair]]]:
    """Yield the documents of each set and pair of languages, with a name for both."""
    for name in SETS:
        by_languages: dict[str, list[NearPair]] = defaultdict(list)
        for pair in read_set(folder, name):
            by_languages[f"{name} {pair.source_language}-{pair.target_language}"].append(NearPair(pair, ()))
        yield from by_languages.items()
    for languages in WITHOUT_GOLD:
        articles = near_sets(folder / "ntrex128", languages=[languages])["near-30"][::_EVERY_NEAR]
        yield f"near-30 {'-'.join(languages)}", list(articles)


def score_row(name: str, pairs: list[NearPair], encoder: Encoder, weights: Weights) -> str:
    """Return the row of a set and pair of languages.

    Args:
        name: of both.
        pairs: the documents.
        encoder: that gives the vectors.
        weights: of the passes.
    """
    counts, losses, right, ones = np.zeros((len(METRICS), 4), dtype=np.int64), Counter[str](), 0.0, 0
    for near in pairs:
        of_beads, lost = find_losses(near, encoder, weights)
        counts += of_beads
        losses += lost
        of_pair = nearest_right(near.pair, encoder)
        right, ones = right + of_pair[0], ones + of_pair[1]
    beads = sum(all(link) for near in pairs for link in near.pair.links)
    strict = float(rates(counts[METRICS.index("strict")])[2])
    cells = name, str(beads), share(right / ones), share(strict), *(share(losses[kind] / beads) for kind in LOSSES)
    return f"| {' | '.join(cells)} |"


def main(folder: Path, name: str) -> None:
    """Print the table."""
    logging.basicConfig(level=logging.WARNING)
    encoder = load_encoder(name)
    weights = load_weights(weights_for(encoder))
    sys.stdout.write(f"| pair | beads | nearest | strict F1 | {' | '.join(LOSSES)} |\n| --- |{' ---: |' * 6}\n")
    for title, pairs in pairs_of(folder):
        if all(is_for(encoder, near.pair) for near in pairs):
            sys.stdout.write(score_row(title, pairs, encoder, weights) + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "embedded")
