"""Find the weights of the default aligner: a conditional random field over paths, fitted on development data.

1. Data: development gold of every kind, near-parallel articles made from six articles of `ntrex128` for each language
   pair and level, and pairs of articles that are no versions of each other, whose true path is all nulls. Each set
   counts by its weight, not its size.
2. The likelihood of the gold paths is maximised by L-BFGS; its gradient is the features of the gold path less those
   that the forward-backward algorithm expects (Lafferty et al. 2001; Sarawagi and Cohen 2004).
3. With these weights, a logistic regression on how much corresponds tells versions from other articles.

Nothing named test or held out is read. `python -m eval.fit GOLD` writes `align/weights.json`; it needs the extra `fit`.
"""

import json
import logging
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numba import njit

from align.aligners.default import describe_match, find_steps
from align.aligners.evidence import Evidence, gather_evidence
from align.dp import Candidates, posterior, score_beads
from align.encoding import load_encoder
from align.score import FEATURES, SIDE, Doubles, Ints, Lattice, bead_features, fill_around
from align.weights import (
    GAPS,
    NULLS,
    PATH,
    RATES,
    VERSION,
    Weights,
    load_weights,
    log_odds,
    null_features,
    to_dict,
    version_features,
)
from eval.gold import GoldPair, pair_document, read_set
from eval.near import LEVELS, PAIRS, VerdictCase, change_pair, negative_pairs, parallel_articles
from eval.pieces import cut_pieces

LOG = logging.getLogger(__name__)
SETS = {"textberg": 1.0, "mac": 1.0, "transread": 1.0, "hunalign": 0.5, "parice": 0.5, "deplain_web": 0.5}
NEAR, NEGATIVE = 3.0, 1.0  # weights of the near-parallel articles and of the articles that are no versions
SAME_LANGUAGE = (("en", "en"), ("fr", "fr"), ("de", "de"))
PER_PAIR = 6  # articles for each language pair and level
SPREAD = 2e-4  # of the penalty on squared weights
ITERATIONS = 80
_F, _G, _R = len(FEATURES), len(GAPS), len(RATES)
_COMPOUND = FEATURES.index("compound")
_SIZE = _F + _G + _R + len(NULLS)


@dataclass(frozen=True, slots=True)
class Example:
    """A piece with its gold path.

    Attributes:
        evidence: of the two sides.
        gold: float64 (F,), sum of the features of the gold beads.
        runs: int64 (r,), lengths of the runs of null segments on the gold path.
        nulls: float64 (n,) and (m,), 1 for a segment that is null in gold.
        rate: share of null segments.
        compound: share of beads beyond 1-1.
        weight: of the piece.
    """

    evidence: Evidence
    gold: Doubles
    runs: Ints
    nulls: tuple[Doubles, Doubles]
    rate: float
    compound: float
    weight: float


def fit(folder: Path, *, iterations: int = ITERATIONS) -> Weights:
    """Return weights fitted on the development data in `folder`."""
    from scipy.optimize import minimize

    examples = make_examples(folder)
    LOG.info("%d pieces", len(examples))
    start = load_weights()
    first = np.concatenate([start.bead, start.gap, start.rate, start.null])
    options = {"maxiter": iterations}
    result = minimize(_objective, first, (examples,), "L-BFGS-B", jac=True, options=options)
    LOG.info("negative log likelihood %.4f after %d iterations", result.fun, result.nit)
    weights = from_values(result.x)
    return replace(weights, version=fit_version(folder, weights, minimize))


def make_examples(folder: Path) -> list[Example]:
    """Return all examples, each set weighing what it should."""
    ntrex = folder / "ntrex128"
    near = [
        change_pair(article, articles[number - 1], level=level, seed=level).pair
        for pair in PAIRS
        for articles in [parallel_articles(ntrex, *pair)]
        for level in (0, *LEVELS)
        for number, article in list(enumerate(articles))[level % 7 : 60 : 60 // PER_PAIR]
    ]
    negative = [case.pair for case in negative_pairs(ntrex, seed=1, languages=(*PAIRS, *SAME_LANGUAGE))][::12]
    sets: list[tuple[Sequence[GoldPair], float]] = [(read_set(folder, name), share) for name, share in SETS.items()]
    examples: list[Example] = []
    for pairs, share in [*sets, (near, NEAR), (negative, NEGATIVE)]:
        pieces = list(cut_pieces(pairs))
        examples += [make_example(pair, path, share / len(pieces)) for pair, path in pieces]
    return examples


def make_example(pair: GoldPair, path: Ints, weight: float) -> Example:
    """Return an example from a piece and its gold path."""
    evidence = gather_evidence(load_encoder(), pair_document(pair, "source"), pair_document(pair, "target"))
    nulls = np.zeros(len(pair.source)), np.zeros(len(pair.target))
    i = j = 0
    for a, b in path.tolist():
        if not b:
            nulls[0][i] = 1.0
        elif not a:
            nulls[1][j] = 1.0
        i, j = i + a, j + b
    rate = (nulls[0].sum() + nulls[1].sum() + 0.5) / (len(nulls[0]) + len(nulls[1]) + 1.0)
    gold = path_features(evidence.lattice, path)
    beads = path[path.min(axis=1) > 0]
    compound = (float((beads.sum(axis=1) > 2).sum()) + 0.5) / (len(beads) + 4.0)
    return Example(evidence, gold, null_runs(path), nulls, float(rate), compound, weight / len(path))


def _objective(values: Doubles, examples: list[Example]) -> tuple[float, Doubles]:
    """Return the penalised negative log likelihood and its gradient."""
    weights = from_values(values)
    likelihood, gradient = 0.0, np.zeros(_SIZE)
    for example in examples:
        value, slope = _likelihood(weights, example)
        likelihood += example.weight * value
        gradient += example.weight * slope
    return SPREAD * float(values @ values) - likelihood, 2 * SPREAD * values - gradient


def _likelihood(weights: Weights, example: Example) -> tuple[float, Doubles]:
    """Return the log likelihood of a gold path and its gradient."""
    evidence, odds = example.evidence, log_odds(example.rate)
    features = [
        null_features(nearest.cosine - evidence.lattice.floor, nearest.sizes)
        for nearest in (evidence.source, evidence.target)
    ]
    scores = [feature @ weights.null for feature in features]
    gaps = weights.gaps(example.rate)
    candidates = score_beads(evidence.lattice, evidence.band, _with_rate(weights, example.compound).bead)
    shares, source_p, target_p, steps, log_weight = posterior(candidates, gaps, *scores)
    run_value, run_steps = _value_runs(gaps, example.runs)
    gap_slope = run_steps - steps
    null_slope = (example.nulls[0] - source_p) @ features[0] + (example.nulls[1] - target_p) @ features[1]
    bead_slope = example.gold - expected_features(evidence.lattice, candidates, shares)
    compound_slope = bead_slope[_COMPOUND] * log_odds(example.compound)
    slope = np.concatenate([bead_slope, gap_slope, odds * gap_slope[:2], [compound_slope], null_slope])
    gold = example.gold @ _with_rate(weights, example.compound).bead + run_value
    gold += example.nulls[0] @ scores[0] + example.nulls[1] @ scores[1]
    return float(gold - log_weight), slope


def from_values(values: Doubles) -> Weights:
    """Return weights from one array in the order bead, gap, rate, null; those for versions are zero."""
    bead, gap, rate, null = np.split(values, [_F, _F + _G, _F + _G + _R])
    return Weights(bead, gap, rate, null, np.zeros(len(VERSION)))


def _with_rate(weights: Weights, compound: float) -> Weights:
    """Return weights whose bead scores hold what beads beyond 1-1 gain at their share."""
    bead = weights.bead.copy()
    bead[_COMPOUND] += weights.compound(compound)
    return replace(weights, bead=bead)


def null_runs(path: Ints) -> Ints:
    """Return the lengths of the runs of null steps, source and target runs apart.

    >>> null_runs(np.array([[1, 1], [1, 0], [1, 0], [0, 1], [1, 1]])).tolist()
    [2, 1]
    """
    runs: list[int] = []
    last = [1, 1]
    for step in path.tolist():
        if 0 in step:
            runs = [*runs[:-1], runs[-1] + 1] if step == last else [*runs, 1]
        last = step
    return np.array(runs, dtype=np.int64)


def _value_runs(gaps: Doubles, runs: Ints) -> tuple[float, Doubles]:
    """Return the log weight of gold runs, each short or long, and the expected openings and extensions (4,)."""
    short, long = gaps[0] + (runs - 1) * gaps[1], gaps[2] + (runs - 1) * gaps[3]
    together = np.logaddexp(short, long)
    is_short, is_long = np.exp(short - together), np.exp(long - together)
    steps = [is_short.sum(), (is_short * (runs - 1)).sum(), is_long.sum(), (is_long * (runs - 1)).sum()]
    return float(together.sum()), np.array(steps)


def fit_version(folder: Path, weights: Weights, minimize: Callable[..., object]) -> Doubles:
    """Return the weights that tell versions of a text from other articles."""
    features, labels = describe_cases(version_cases(folder), weights)

    def loss(values: Doubles) -> tuple[float, Doubles]:
        odds = features @ values
        balance = np.where(labels > 0, 1.0 / labels.sum(), 1.0 / (1.0 - labels).sum())
        value = (balance * (np.logaddexp(0.0, odds) - labels * odds)).sum()
        slope = (balance * (1.0 / (1.0 + np.exp(-odds)) - labels)) @ features
        return float(value + SPREAD * values @ values), slope + 2 * SPREAD * values

    result = minimize(loss, np.zeros(len(VERSION)), jac=True, method="L-BFGS-B")
    fitted: Doubles = result.x  # type: ignore[attr-defined]
    right = ((features @ fitted > 0) == (labels > 0)).mean()
    LOG.info("versions told from other articles: %.4f of %d", right, len(labels))
    return fitted


def version_cases(folder: Path) -> list[VerdictCase]:
    """Return articles in two versions, whole and short, much and little of them kept, and pairs of other articles."""
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
    short = [replace(case, pair=_shortened(case.pair, 3 + number % 6)) for number, case in enumerate(cases[::4])]
    return cases + [case for case in short if not case.versions or any(a and b for a, b in case.pair.links)]


def _shortened(pair: GoldPair, count: int) -> GoldPair:
    """Return a pair with only the first sentences of the source."""
    links = tuple(link for link in pair.links if all(k < count for k in link[0]))
    return replace(pair, name=f"{pair.name}-short", source=pair.source[:count], links=links)


def describe_cases(cases: Iterable[VerdictCase], weights: Weights) -> tuple[Doubles, Doubles]:
    """Return the version features (k, 4) of pairs and which of them are versions, float64 (k,)."""
    rows, labels = [], []
    for case in cases:
        documents = pair_document(case.pair, "source"), pair_document(case.pair, "target")
        evidence = gather_evidence(load_encoder(), *documents)
        rows.append(version_features(*describe_match(evidence, find_steps(evidence, weights))))
        labels.append(float(case.versions))
    return np.array(rows), np.array(labels)


@njit(cache=True)
def path_features(lattice: Lattice, path: Ints) -> Doubles:
    """Return the sum of the features of the beads of a path: float64 (F,)."""
    out = np.zeros(len(FEATURES))
    i = j = 0
    for k in range(len(path)):
        i, j = i + path[k, 0], j + path[k, 1]
        if path[k, 0] > 0 and path[k, 1] > 0:
            _add_features(lattice, i, j, path[k, 0], path[k, 1], 1.0, out)
    return out


@njit(cache=True)
def expected_features(lattice: Lattice, candidates: Candidates, shares: Doubles) -> Doubles:
    """Return the sum of the features of all candidates, each as often as it is expected: float64 (F,)."""
    out = np.zeros(len(FEATURES))
    for i in range(len(candidates.band)):
        for j in range(candidates.band[i, 0], candidates.band[i, 1]):
            cell = candidates.cells[i] + j - candidates.band[i, 0]
            for k in range(candidates.starts[cell], candidates.starts[cell + 1]):
                if shares[k] > 1e-6:
                    _add_features(lattice, i, j, candidates.shapes[k, 0], candidates.shapes[k, 1], shares[k], out)
    return out


@njit(cache=True)
def _add_features(lattice: Lattice, i: int, j: int, a: int, b: int, share: float, out: Doubles) -> None:
    """Add a share of the features of one bead."""
    boxes = np.zeros((SIDE + 2, SIDE + 2))
    right, below, phi = np.zeros(SIDE + 1), np.zeros(SIDE + 1), np.zeros(len(FEATURES))
    fill_around(lattice, i, j, boxes, right, below)
    bead_features(lattice, i, j, a, b, boxes, right, below, phi)
    out += share * phi


def main(folder: Path) -> None:
    """Fit and write the weights."""
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stderr)
    weights = fit(folder)
    record = {"encoder": load_encoder().signature, **to_dict(weights)}
    PATH.write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
