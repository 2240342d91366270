"""How well words without a counterpart are told, on the sets that mark them: beside baselines, with intervals.

1. *Token labels*: Spearman's correlation of how likely a token differs with its label, and F1 of the tokens labelled
   .5 and more. Texts of several sentences are aligned first.
2. *Spans*: F1 of the marked tokens, in scripts without spaces of the marked characters. Between two languages a word
   counts as marked from `MARKED` on, in one language where the word diff says so.

Baselines are the surplus in length of the token's side and one minus the greatest cosine of its word vectors; their F1
is at the threshold that suits them best on that very set.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import nan
from pathlib import Path

import numpy as np
import regex

from align.bitext import Span
from align.encoding import Encoder, WordForms, load_encoder
from align.lattice.arrays import Doubles
from align.words.columns import COLUMN
from align.words.model import WordModel, load_model
from align.words.revision import Kind, find_changes
from eval.fitting.label_words import Labelled, label_span_pair, label_token_pair
from eval.gold.labels import NOT_JUDGED, SpanPair, TokenPair, is_label_file, read_labels, read_spans
from eval.metrics.beads import Counts, rates
from eval.metrics.labels import DIFFERENT, count_tokens, spearman
from eval.metrics.significance import LEVEL, SAMPLES, Interval, bootstrap_interval

MARKED = (
    0.25  # half of the F1 that is reached, where F1 is greatest (Lipton et al. 2014, doi:10.1007/978-3-662-44851-9_15)
)
ALONE = 0.6  # mean label of a token whose sentence has no counterpart at all
_THRESHOLDS = np.linspace(0.01, 0.99, 99)  # quantiles at which the baselines are tried
_TOKEN = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]|[^\s\p{Han}\p{Hiragana}\p{Katakana}]+")
_WHOLE = regex.compile(r"\S+")
_BASELINES: dict[str, str] = {"length": "surplus", "max-cosine": "best"}


@dataclass(frozen=True, slots=True)
class LabelScore:
    """What is reached on a file or a subset of it.

    Attributes:
        name: of the file, and after a stroke of the subset.
        pairs: how many there are.
        spearman: correlation over all judged tokens; NaN for spans.
        spearman_interval: by resampling pairs, with the ranks as they are.
        f1: of the tokens that are different or marked.
        f1_interval: by resampling pairs.
        baselines: for each one Spearman's correlation and F1.
    """

    name: str
    pairs: int
    spearman: float
    spearman_interval: Interval
    f1: float
    f1_interval: Interval
    baselines: dict[str, tuple[float, float]]

    @property
    def baseline(self) -> float:
        """Return the best of the baselines in the metric of the set: Spearman's for labels, F1 for spans."""
        column = int(np.isnan(self.spearman))
        return max((values[column] for values in self.baselines.values()), default=nan)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The judged tokens of both sides of a pair: labels, what the system says, what each baseline says; (k,) each."""

    labels: Doubles
    values: Doubles
    baselines: dict[str, Doubles]


def score_label_file(path: Path, encoder: Encoder | None = None, model: WordModel | None = None) -> list[LabelScore]:
    """Return the scores of a file and of its subsets, if it has several.

    Args:
        path: of a file with token labels or spans.
        encoder: what gives the vectors; the embedded one for None.
        model: what judges; the one that ships for None.
    """
    words = encoder if isinstance(encoder, WordForms) else load_encoder()
    if not isinstance(words, WordForms):
        raise TypeError("the embedded encoder has to know words")
    judge = model or load_model()
    if not is_label_file(path):
        pairs = [_of_spans(pair, words, judge) for pair in read_spans(path)]
        return [_score(path.stem, pairs, MARKED, ranked=False)]
    subsets: dict[str, list[Tokens]] = {}
    for pair in read_labels(path):
        subsets.setdefault(pair.subset, []).append(_of_labels(pair, words, judge))
    whole = [tokens for subset in subsets.values() for tokens in subset]
    scores = [_score(path.stem, whole, DIFFERENT, ranked=True)]
    if len(subsets) > 1:
        scores += [_score(f"{path.stem}/{name}", part, DIFFERENT, ranked=True) for name, part in subsets.items()]
    return scores


def _of_labels(pair: TokenPair, encoder: WordForms, model: WordModel) -> Tokens:
    """Return the tokens of a pair with labels."""
    sides = label_token_pair(pair, encoder)
    parts = []
    for text, gold, side in zip(
        (pair.source, pair.target), (pair.source_labels, pair.target_labels), sides, strict=True
    ):
        spans = [match.span() for match in _WHOLE.finditer(text)]
        values = _shares(_word_values(side, model.differs.score, np.log(ALONE / (1 - ALONE))))
        baselines = {name: _word_values(side, _column(name), 1.0) for name in _BASELINES}
        parts.append(_tokens(spans, gold, side, values, baselines))
    return _joined(parts)


def _of_spans(pair: SpanPair, encoder: WordForms, model: WordModel) -> Tokens:
    """Return the tokens of a pair with marks."""
    sides = label_span_pair(pair, encoder, pair.id)
    found = _diff(pair) if pair.source_language == pair.target_language else None
    parts = []
    for number, (text, marks) in enumerate(((pair.source, pair.source_marks), (pair.target, pair.target_marks))):
        spans, side = [match.span() for match in _TOKEN.finditer(text)], sides[number]
        gold = [float(any(m.chars.start <= (a + b) / 2 < m.chars.stop for m in marks)) for a, b in spans]
        values = _shares(_word_values(side, model.absent.score, 4.0))
        baselines = {name: _word_values(side, _column(name), 1.0) for name in _BASELINES}
        tokens = _tokens(spans, gold, side, values, baselines)
        if found is not None:
            told = [float(any(a < chars.stop and chars.start < b for chars in found[number])) for a, b in spans]
            tokens = Tokens(tokens.labels, np.array(told), tokens.baselines)
        parts.append(tokens)
    return _joined(parts)


def _diff(pair: SpanPair) -> tuple[list[Span], list[Span]]:
    changes = [change for change in find_changes(pair.source, pair.target) if change.kind is not Kind.MOVED]
    return [it.source for it in changes if it.source], [it.target for it in changes if it.target]


def _column(name: str) -> Callable[[Doubles], Doubles]:
    sign = -1.0 if name == "max-cosine" else 1.0
    return lambda features: sign * features[:, COLUMN[_BASELINES[name]]]


def _word_values(side: Labelled, score: Callable[[Doubles], Doubles], alone: float) -> Doubles:
    """Return a value for each word of a side; `alone` for words in no bead."""
    values = np.full(len(side.spans), alone)
    if not side.alone.all():
        values[~side.alone] = score(side.features[~side.alone])
    return values


def _tokens(
    spans: Sequence[tuple[int, int]],
    gold: Sequence[float],
    side: Labelled,
    values: Doubles,
    baselines: dict[str, Doubles],
) -> Tokens:
    """Return the judged tokens of a side: each has the greatest value of its words; one without words lies between."""
    starts = np.array([start for start, _ in spans])
    owners = np.searchsorted(starts, side.spans[:, 0], side="right") - 1 if len(side.spans) else np.zeros(0, dtype=int)
    judged = np.asarray(gold) != NOT_JUDGED
    return Tokens(
        np.asarray(gold, dtype=np.float64)[judged],
        _spread(values, owners, len(spans))[judged],
        {name: _spread(own, owners, len(spans))[judged] for name, own in baselines.items()},
    )


def _spread(values: Doubles, owners: "np.ndarray[tuple[int], np.dtype[np.int64]]", count: int) -> Doubles:
    found = np.full(count, np.nan)
    np.fmax.at(found, owners, values)
    known = np.flatnonzero(~np.isnan(found))
    if not len(known):
        return np.zeros(count)
    filled: Doubles = np.interp(np.arange(count), known, found[known])
    return filled


def _shares(odds: Doubles) -> Doubles:
    shares: Doubles = 1.0 / (1.0 + np.exp(-odds))
    return shares


def _joined(parts: Sequence[Tokens]) -> Tokens:
    return Tokens(
        np.concatenate([part.labels for part in parts]),
        np.concatenate([part.values for part in parts]),
        {name: np.concatenate([part.baselines[name] for part in parts]) for name in _BASELINES},
    )


def _score(name: str, pairs: Sequence[Tokens], threshold: float, *, ranked: bool) -> LabelScore:
    """Return the score of pairs."""
    whole = _joined(pairs)
    units = np.array([count_tokens(p.labels.tolist(), p.values.tolist(), threshold=threshold) for p in pairs])
    return LabelScore(
        name,
        len(pairs),
        spearman(whole.labels.tolist(), whole.values.tolist()) if ranked else nan,
        rank_interval([(pair.labels, pair.values) for pair in pairs]) if ranked else Interval(nan, nan, len(pairs)),
        float(rates(units.sum(axis=0))[2]),
        bootstrap_interval(units),
        {
            baseline: (
                spearman(whole.labels.tolist(), values.tolist()) if ranked else nan,
                max(float(rates(counts)[2]) for counts in _at_quantiles(whole.labels, values)),
            )
            for baseline, values in whole.baselines.items()
        },
    )


def _at_quantiles(labels: Doubles, values: Doubles) -> Iterator[Counts]:
    """Yield the counts at all thresholds."""
    for threshold in np.quantile(values, _THRESHOLDS):
        yield count_tokens(labels.tolist(), (values >= threshold).astype(np.float64).tolist())


def rank_interval(pairs: Iterable[tuple[Doubles, Doubles]], *, samples: int = SAMPLES, seed: int = 0) -> Interval:
    """Return the interval of Spearman's correlation by the percentile bootstrap over pairs of texts.

    Ranks are those among all tokens and not taken anew for each sample, so that sums add up.

    Args:
        pairs: labels and values of the tokens of each pair.
        samples: how often to draw.
        seed: of the drawing.
    """
    listed = list(pairs)
    if len(listed) < 2:
        return Interval(nan, nan, len(listed))
    ends = np.cumsum([len(labels) for labels, _ in listed])[:-1]
    ranks = [np.split(_ranks(np.concatenate(column)), ends) for column in zip(*listed, strict=True)]
    sums = np.array([[len(x), x.sum(), y.sum(), x @ y, x @ x, y @ y] for x, y in zip(ranks[0], ranks[1], strict=True)])
    even = np.full(len(listed), 1.0 / len(listed))
    n, x, y, xy, xx, yy = (np.random.default_rng(seed).multinomial(len(listed), even, size=samples) @ sums).T
    with np.errstate(invalid="ignore", divide="ignore"):
        values = (xy - x * y / n) / np.sqrt((xx - x * x / n) * (yy - y * y / n))
    values = values[np.isfinite(values)]
    if not len(values):
        return Interval(nan, nan, len(listed))
    low, high = np.quantile(values, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return Interval(float(low), float(high), len(listed))


def _ranks(values: Doubles) -> Doubles:
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    ranks: Doubles = (np.cumsum(counts) - (counts + 1) / 2.0)[inverse]
    return ranks / max(1, len(values))
