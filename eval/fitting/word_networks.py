"""How the networks of `align.words` are fitted: what their examples are, and how much each counts."""

from dataclasses import replace

import numpy as np

from align.aligners.default.network import Network
from align.lattice.arrays import Doubles
from align.words.runs import find_runs
from eval.fitting.label_words import Labelled
from eval.fitting.training import Adam, back_slopes, start_network
from eval.fitting.word_examples import Article

BATCH, RATE = 1024, 3e-3
MARKED, PLANTED = 4.0, 0.5  # weights of the annotated and of the planted words
# Weight of the runs of changed beads, which are a quarter of the beads: with it an even chance is where untouched
# articles have one claim of nine words and more in two thousand words, and many of these are right.
CHANGED = 6.5
MOSTLY = 0.5  # share of a run's words that have no counterpart, from which on it is right

Examples = tuple[Doubles, Doubles, Doubles]


def fit_network(
    examples: Examples, *, hidden: int, epochs: int, decay: float, batch: int = BATCH, seed: int = 0
) -> Network:
    """Return a network for log odds, fitted by maximum likelihood.

    Args:
        examples: features float64 (k, F), NaN where one is not known; labels (k,) from 0 to 1; weights (k,).
        hidden: how many hidden units.
        epochs: times that all examples are seen.
        decay: of the weights.
        batch: examples at a time.
        seed: of the start and of the order.
    """
    features, labels, weights = examples
    random = np.random.default_rng(seed)
    known = np.where(np.isnan(features), np.nan, features)
    network = start_network(np.nan_to_num(features), hidden, random)
    network = replace(network, mean=np.nanmean(known, axis=0), scale=np.nanstd(known, axis=0) + 1e-3)
    adam = Adam(
        [(network.direct, decay), (network.hidden, decay), (network.bias, 0.0), (network.out, decay),
         (network.constant, 0.0)]
    )  # fmt: skip
    seen, batches = network.standardize(features), -(-len(features) // batch)
    for epoch in range(epochs):
        order = random.permutation(len(seen))
        for number in range(batches):
            chosen = order[number * batch : (number + 1) * batch]
            right = 1.0 / (1.0 + np.exp(-network.weigh(seen[chosen])))
            slopes = back_slopes(network, seen[chosen], (labels[chosen] - right) * weights[chosen])
            left = 1.0 - (epoch * batches + number) / (epochs * batches)
            adam.step([slope * len(seen) / len(chosen) for slope in slopes], RATE * left)
    return network


def of_labelled(sides: list[Labelled]) -> Examples:
    """Return the judged words of some sides as examples."""
    told = [~side.alone & (side.labels >= 0.0) for side in sides]
    features = np.concatenate([side.features[chosen] for side, chosen in zip(sides, told, strict=True)])
    labels = np.concatenate([side.labels[chosen] for side, chosen in zip(sides, told, strict=True)])
    return features, labels, np.ones(len(labels))


def of_articles(articles: list[Article]) -> Examples:
    """Return the words of articles with planted changes as examples."""
    features = np.concatenate([rows.features for article in articles for rows in article.rows])
    labels = np.concatenate([side for article in articles for side in article.labels])
    return features, labels, np.full(len(labels), PLANTED)


def fit_absent(sides: list[Labelled], articles: list[Article]) -> Network:
    """Return the network that tells words without a counterpart.

    Args:
        sides: with words that annotators marked.
        articles: with planted changes.
    """
    features, labels, weights = of_labelled(sides)
    planted = of_articles(articles)
    marked = features, labels, weights * MARKED
    together = tuple(np.concatenate(parts) for parts in zip(marked, planted, strict=True))
    return fit_network((together[0], together[1], together[2]), hidden=24, epochs=14, decay=2.0)


def runs_of(article: Article, absent: Network) -> list[Examples]:
    """Return the runs of both sides of an article as examples.

    Args:
        article: with planted changes.
        absent: what tells the words.
    """
    sides = article.words.source, article.words.target
    odds = absent.score(article.rows[0].features), absent.score(article.rows[1].features)
    found = []
    for side, runs in enumerate(find_runs(sides, article.rows, odds)):
        sizes = sides[side].sizes[article.rows[side].words]
        spans = list(zip(runs.firsts, runs.ends, strict=True))
        right = np.array(
            [np.average(article.labels[side][a:b], weights=sizes[a:b]) >= MOSTLY for a, b in spans], dtype=bool
        )
        # Of two sentences that do not correspond nothing is partly missing.
        planted = article.planted[runs.beads]
        weights = np.where(planted > 0.0, CHANGED, 1.0)
        found.append((runs.features, (right & (planted >= 0.0)).astype(np.float64), weights))
    return found


def fit_differs(sides: list[Labelled]) -> Network:
    """Return the network that tells words which do not say what their counterparts say."""
    return fit_network(of_labelled(sides), hidden=8, epochs=4, decay=50.0)


def fit_runs(parts: list[Examples]) -> Network:
    """Return the network that judges runs."""
    columns = [np.concatenate(column) for column in zip(*parts, strict=True)]
    return fit_network((columns[0], columns[1], columns[2]), hidden=24, epochs=60, decay=3.0, batch=256)
