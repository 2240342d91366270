"""Fit what tells moves from null segments that only resemble each other: a logistic regression.

1. Data: near-parallel articles made from `ntrex128`, three language pairs with each of four seeds; the seed of the
   figures that we publish is none of them. Articles that are no versions of each other give further negatives, and
   lists with entries elsewhere, or sorted anew, what they look like where nearly all has moved.
2. Each article is aligned, and what `align.aligners.default.moves` finds in its null segments is right when it shares
   half of its pairs of sentences or more with a true link. Which of two crossing passages has moved does not matter
   here.
"""

import logging
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path

import numpy as np

from align.aligners.default.evidence import Evidence
from align.aligners.default.moves import Found, find_moves
from align.aligners.default.passes import find_steps
from align.aligners.default.steps import Steps
from align.aligners.default.weights import Weights
from align.encoding import Encoder
from align.lattice.arrays import Doubles
from eval.fitting.examples import evidence_of, is_for
from eval.fitting.logistic import fit_logistic, share_right
from eval.gold.sets import GoldPair, Link, segment_ids
from eval.near.lists import make_lists
from eval.near.protocol import near_sets, negative_pairs

LOG = logging.getLogger(__name__)
LANGUAGES = {
    1: (("en", "fr"), ("ar", "en"), ("es", "fr")),
    2: (("de", "en"), ("en", "ja"), ("en", "hi")),
    3: (("zh", "en"), ("en", "tr"), ("pt", "nl")),
    4: (("en", "ru"), ("uk", "pl"), ("ko", "en")),
}
EVERY_NEGATIVE = 8  # one of so many pairs of other articles
SPREAD = 1e-4  # of the penalty on squared weights
RIGHT = 0.5  # share of the pairs of sentences


def fit_moves(folder: Path, weights: Weights, encoder: Encoder, *, every: int = 1) -> Doubles:
    """Return the weights of moves, float64 (10,), as the other weights describe them."""
    rows, labels = describe_moves(folder, weights, encoder, every=every)
    LOG.info("%d moves found, %.3f of them right", len(labels), labels.mean())
    fitted = fit_logistic(rows, labels, np.full(len(labels), 1.0 / len(labels)), SPREAD)
    LOG.info("told right from wrong: %.4f", share_right(rows, labels, fitted))
    return fitted


def describe_moves(folder: Path, weights: Weights, encoder: Encoder, *, every: int = 1) -> tuple[Doubles, Doubles]:
    """Return the features of all moves that are found, float64 (k, F), and which are right, float64 (k,).

    Only pairs whose languages the encoder does not refuse, and of these one of so many.
    """
    rows: list[Doubles] = []
    labels: list[float] = []
    articles = [(pair, true) for pair, true in _articles(folder) if is_for(encoder, pair)][::every]
    for pair, true in articles:
        features, found = _find(pair, weights, encoder)
        rows.append(features)
        labels += [float(share_of_pairs(link, true) >= RIGHT) for link in found]
    return np.concatenate(rows), np.array(labels)


def share_of_pairs(found: Link, true: Iterable[Link]) -> float:
    """Return how much the pairs of sentences of a link and of a true one have in common, 0 to 1, at best.

    >>> share_of_pairs(((1, 2), (5,)), [((1,), (5,)), ((2,), (6,))])
    0.5
    """
    own = set(product(*found))
    others = [set(product(*link)) for link in true]
    return max((len(own & other) / len(own | other) for other in others), default=0.0)


def _articles(folder: Path) -> Iterator[tuple[GoldPair, tuple[Link, ...]]]:
    """Yield pairs and all that corresponds in them, in order or not."""
    ntrex = folder / "ntrex128"
    for seed, languages in LANGUAGES.items():
        for sets in near_sets(ntrex, seed=seed, languages=languages).values():
            for near in sets:
                yield near.pair, (*(link for link in near.pair.links if all(link)), *near.moves)
        for case in negative_pairs(ntrex, seed=seed, languages=languages)[::EVERY_NEGATIVE]:
            yield case.pair, ()
        for pair in languages:
            yield from ((made, made.links) for made in make_lists(ntrex, pair, seed=seed))


def find_all_moves(evidence: Evidence, steps: Steps, weights: Weights) -> Found:
    """Return the moves that a path leaves open; gold sets are article text throughout, so that all places may move."""
    movable = np.ones(len(evidence.source.places), dtype=bool), np.ones(len(evidence.target.places), dtype=bool)
    return find_moves(evidence, steps, movable, weights)


def _find(pair: GoldPair, weights: Weights, encoder: Encoder) -> tuple[Doubles, list[Link]]:
    """Return the moves that are found in a pair: their features and their sentences."""
    evidence = evidence_of(pair, encoder)
    found = find_all_moves(evidence, find_steps(evidence, weights), weights)
    ids = segment_ids(pair, "source"), segment_ids(pair, "target")
    blocks = found.blocks.tolist()
    return found.features, [(tuple(ids[0][i:i_end]), tuple(ids[1][j:j_end])) for i, i_end, j, j_end in blocks]
