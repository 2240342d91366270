"""Fit what tells versions of a text from other articles: a logistic regression on how much corresponds."""

import logging
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import numpy as np

from align.aligners.default.match import describe_match
from align.aligners.default.passes import find_steps
from align.aligners.default.weights import Weights, version_features
from align.encoding import Encoder
from align.lattice.arrays import Doubles
from eval.fitting.examples import EVERY, SAME_LANGUAGE, SETS, evidence_of, is_for
from eval.fitting.logistic import fit_logistic, share_right
from eval.fitting.moves import find_all_moves
from eval.gold.sets import GoldPair, read_set
from eval.near.brief import KINDS, MOST, brief_of, choose_brief
from eval.near.protocol import LEVELS, PAIRS, VerdictCase, change_pair, negative_pairs, parallel_articles

LOG = logging.getLogger(__name__)
SPREAD = 2e-4  # of the penalty on squared weights
OTHERS = 2.5  # weight of other articles: to take two for versions is to claim what is not there
_EVERY_SHORT = 3  # one of so many cases is there as a brief, too
_BRIEF_IN_TARGET = 0.7


def fit_version(folder: Path, weights: Weights, encoder: Encoder, *, every: int = 1) -> Doubles:
    """Return the weights that tell versions of a text from other articles, as the other weights describe them."""
    cases = [case for case in version_cases(folder) if is_for(encoder, case.pair)][::every]
    features, labels = describe_cases(cases, weights, encoder)
    balance = np.where(labels > 0, 1.0 / labels.sum(), OTHERS / (1.0 - labels).sum())
    fitted = fit_logistic(features, labels, balance, SPREAD)
    LOG.info("versions told from other articles: %.4f of %d", share_right(features, labels, fitted), len(labels))
    return fitted


def version_cases(folder: Path) -> list[VerdictCase]:
    """Return articles in two versions, whole and short, much and little kept, pairs of other articles, and gold sets.

    Of a document in plain language little is sure, and it is a version all the same.
    """
    ntrex = folder / "ntrex128"
    languages = (*PAIRS, *SAME_LANGUAGE)
    positive = [
        VerdictCase(change_pair(article, articles[number - 1], level=level, seed=level + 1).pair, versions=True)
        for pair in PAIRS
        for articles in [parallel_articles(ntrex, *pair)]
        for level in (0, *LEVELS, 80)
        for number, article in list(enumerate(articles))[1:120:6]
    ]
    cases = positive + list(negative_pairs(ntrex, seed=2, languages=languages))
    cases += _gold_cases(folder)
    short = [replace(case, pair=_shortened(case.pair, number)) for number, case in enumerate(cases[::_EVERY_SHORT])]
    return cases + [case for case in short if not case.versions or any(a and b for a, b in case.pair.links)]


def _gold_cases(folder: Path) -> Iterator[VerdictCase]:
    """Yield the documents of the gold sets, and the source of each with the target of the one before it."""
    for name in SETS:
        if name in EVERY:  # large books say nothing that a chapter does not
            continue
        pairs = read_set(folder, name)
        for number, pair in enumerate(pairs):
            yield VerdictCase(pair, versions=True)
            other = pairs[number - 1]
            languages = (pair.source_language, pair.target_language)
            if other is not pair and languages == (other.source_language, other.target_language):
                mixed = replace(pair, name=f"{pair.name}-other", target=other.target, links=())
                yield VerdictCase(mixed, versions=False)


def _shortened(pair: GoldPair, number: int) -> GoldPair:
    """Return a pair of which one side has become a brief of 1 to 8 sentences."""
    random = Random(f"short/{number}/{pair.name}")
    side = int(random.random() < _BRIEF_IN_TARGET)
    size = len((pair.source, pair.target)[side])
    return brief_of(pair, choose_brief(1 + number % MOST, size, random.choice(KINDS), random), side=side)


def describe_cases(cases: Iterable[VerdictCase], weights: Weights, encoder: Encoder) -> tuple[Doubles, Doubles]:
    """Return the version features (k, 5) of pairs and which of them are versions, float64 (k,)."""
    rows, labels = [], []
    for case in cases:
        evidence = evidence_of(case.pair, encoder)
        steps = find_steps(evidence, weights)
        moves = find_all_moves(evidence, steps, weights).weighed(weights.move)
        rows.append(version_features(describe_match(evidence, steps, moves)))
        labels.append(float(case.versions))
    return np.array(rows), np.array(labels)
