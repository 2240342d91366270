"""What the networks of `align.words` reach on pages and articles that they were fitted without, as a stored result."""

from collections import defaultdict
from collections.abc import Callable, Sequence

import numpy as np

from align.aligners.default.network import Network
from align.lattice.arrays import Doubles
from align.words.columns import COLUMN
from eval.fitting.label_words import Labelled
from eval.fitting.word_examples import FOLDS, Article, fold_of
from eval.fitting.word_networks import Examples, fit_differs, fit_runs
from eval.metrics.beads import rates
from eval.metrics.labels import count_tokens, spearman
from eval.results import STORED, Result, Table, share, write_result

_UNKNOWN = 0.6  # of a word in no bead with two sides, that it differs
_CUT = (
    0.25  # half of the F1 that is reached, where F1 is greatest (Lipton et al. 2014, doi:10.1007/978-3-662-44851-9_15)
)


def report_words(
    tokens: Sequence[tuple[str, Labelled]],
    spans: Sequence[tuple[str, Labelled]],
    articles: Sequence[Article],
    unseen: Sequence[Network],
    runs: Sequence[tuple[int, Examples]],
) -> None:
    """Write the result `words`: each set by networks that were fitted without the page, the text or the article.

    Args:
        tokens: sides with difference labels, and their sets.
        spans: sides with marked words, and their sets.
        articles: with planted changes.
        unseen: for each fold the network of absent words fitted without it.
        runs: the runs of each fold.
    """
    rows = []
    folds = fold_of([side.group for _, side in tokens])
    values: list[Doubles] = [np.zeros(0)] * len(tokens)
    for fold in range(FOLDS):
        network = fit_differs([s for (_, s), own in zip(tokens, folds, strict=True) if own != fold])
        for k, (_, side) in enumerate(tokens):
            if folds[k] == fold:
                values[k] = _scores(side, network.score)
    for name, numbers in _by_set(tokens).items():
        labels = np.concatenate([tokens[k][1].labels for k in numbers])
        found = np.concatenate([values[k] for k in numbers])
        close = np.concatenate([_scores(tokens[k][1], lambda f: -f[:, COLUMN["best"]]) for k in numbers])
        rows.append((name, "Spearman", *(share(spearman(labels.tolist(), v.tolist())) for v in (found, close))))
    folds = fold_of([side.group for _, side in spans])
    for name, numbers in _by_set(spans).items():
        labels = np.concatenate([spans[k][1].labels for k in numbers])
        found = np.concatenate([_scores(spans[k][1], unseen[int(folds[k])].score) for k in numbers])
        counts = count_tokens(labels.tolist(), (1 / (1 + np.exp(-found))).tolist(), threshold=_CUT)
        rows.append((name, "F1", share(float(rates(counts)[2])), "–"))
    judged: list[Examples] = []
    for fold in range(FOLDS):
        network = fit_runs([part for own, part in runs if own != fold])
        judged.extend((network.score(part[0]), part[1], part[2]) for own, part in runs if own == fold and len(part[1]))
    odds, right, weights = (np.concatenate(column) for column in zip(*judged, strict=True))
    claimed = odds >= 0.0
    planted = sum(int((article.planted > 0).sum()) for article in articles)
    words = sum(float(a.words.source.sizes[a.rows[0].words].sum()) for a in articles) / 1000
    rows.append(("planted runs found", "recall", share(float((claimed & (right > 0)).sum()) / planted), "–"))
    rows.append(("runs claimed in untouched sentences", "per 1,000 words", f"{_false(judged, words):.2f}", "–"))
    table = Table(
        "Words without counterpart, fitted without the page", ("set", "metric", "value", "max-cosine"), tuple(rows)
    )
    body = {"rows": [list(row) for row in rows], "runs": len(odds), "weights": float(weights.sum())}
    signature = f"{sum(not article.is_part for article in articles)} planted articles"
    write_result(Result("words", signature, "", {"words": table}, body), STORED)


def _false(judged: Sequence[Examples], words: float) -> float:
    return (
        sum(float(((odds >= 0.0) & (right == 0) & (weights == 1.0)).sum()) for odds, right, weights in judged) / words
    )


def _by_set(sides: Sequence[tuple[str, Labelled]]) -> dict[str, list[int]]:
    found = defaultdict(list)
    for number, (name, _) in enumerate(sides):
        found[name].append(number)
    return dict(found)


def _scores(side: Labelled, score: Callable[[Doubles], Doubles]) -> Doubles:
    """Return the scores of the words of a side, with a fixed one for words in no bead."""
    values = np.full(len(side.labels), np.log(_UNKNOWN / (1 - _UNKNOWN)))
    if not side.alone.all():
        values[~side.alone] = score(side.features[~side.alone])
    return values
