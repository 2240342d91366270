"""The result of `versalign eval mutate`: recall by kind and language pair, and false findings per 1,000 words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from functools import partial
from itertools import groupby
from pathlib import Path

from align.bitext import Severity
from align.comparison import compare
from align.encoding import Encoder
from eval.metrics.score import digest_pairs
from eval.mutate import MUTATORS
from eval.mutate.protocol import PAIRS, FalseScore, KindScore, score_kind, score_untouched
from eval.near.protocol import parallel_articles
from eval.near.selftest import wilson_interval
from eval.results import Result, Table, share
from eval.system import align_pair

_PER = 1000  # words


def mutate_result(
    folder: Path,
    *,
    kinds: Sequence[str] = tuple(MUTATORS),
    seed: int = 0,
    languages: Sequence[tuple[str, str]] = PAIRS,
    encoder: Encoder | None = None,
) -> Result:
    """Plant changes of the kinds in all pairs of languages and return what was found as a result that can be kept."""
    system = partial(compare, encoder=encoder)
    false = [score for pair in languages for score in score_untouched(folder, pair, system)]
    scores = [score_kind(folder, kind, pair, system, seed=seed) for kind in kinds for pair in languages]
    articles = [article for pair in languages for article in parallel_articles(folder, *pair)]
    return Result(
        name="mutate",
        signature=align_pair(articles[0], encoder=encoder).signature + f", seed {seed}",
        data=digest_pairs(articles),
        tables={
            "mutate-kinds": recall_table("Changes inside kept sentences", sum_kinds(scores)),
            "mutate-checks": false_table("Findings where nothing was changed", sum_false(false)),
            "mutate": recall_table("Changes inside kept sentences, by language pair", scores),
            "mutate-false": false_table("Findings where nothing was changed, by language pair", false),
        },
        body={"scores": [asdict(score) for score in scores], "false": [asdict(score) for score in false]},
    )


def sum_kinds(scores: Sequence[KindScore]) -> list[KindScore]:
    """Return the scores of each kind over all language pairs; those of a kind follow each other."""
    sums = []
    for kind, group in groupby(scores, key=lambda score: score.kind):
        rows, by = list(group), Counter[str]()
        for row in rows:
            by.update(row.by)
        planted, found, high = (sum(getattr(row, name) for row in rows) for name in ("planted", "found", "high"))
        sums.append(KindScore(kind, "all", planted, found, high, dict(by.most_common())))
    return sums


def sum_false(scores: Sequence[FalseScore]) -> list[FalseScore]:
    """Return the findings of each check, kind and severity over all language pairs, and last those of severity high."""
    words = sum({score.languages: score.words for score in scores}.values())
    counts = Counter[tuple[str, str, Severity]]()
    for score in scores:
        counts[score.check, score.kind, score.severity] += score.findings
    sums = [FalseScore("all", words, *key, number) for key, number in sorted(counts.items())]
    high = sum(row.findings for row in sums if row.severity is Severity.HIGH)
    return [*sums, FalseScore("all", words, "all", "all", Severity.HIGH, high)] if sums else []


def recall_table(title: str, scores: Sequence[KindScore]) -> Table:
    """Return a row for each score: what was planted, found and found as high, and which checks found it."""
    header = ("kind", "languages", "planted", "found", "95 %", "high", "95 %", "by")
    rows = tuple(
        (
            score.kind,
            score.languages,
            str(score.planted),
            *_recall(score.found, score.planted),
            *_recall(score.high, score.planted),
            ", ".join(f"{check} {number}" for check, number in score.by.items()) or "–",
        )
        for score in scores
    )
    return Table(title, header, rows)


def false_table(title: str, scores: Sequence[FalseScore]) -> Table:
    """Return a row for each score: findings, and how many that is per 1,000 English words."""
    header = ("check", "kind", "severity", "languages", "findings", "per 1,000 words", "95 %")
    rows = tuple(
        (
            score.check,
            score.kind,
            score.severity.value,
            score.languages,
            str(score.findings),
            f"{_PER * score.findings / score.words:.2f}",
            " to ".join(f"{_PER * end / score.words:.2f}" for end in count_interval(score.findings)),
        )
        for score in scores
    )
    return Table(title, header, rows)


def count_interval(count: int, *, z: float = 1.959964) -> tuple[float, float]:
    """Return the interval of the mean of a count (Byar's approximation; Breslow and Day 1987, p. 69).

    >>> [round(end, 2) for end in count_interval(10)]
    [4.79, 18.39]
    """
    low = count * (1 - 1 / (9 * count) - z / (3 * count**0.5)) ** 3 if count else 0.0
    more = count + 1
    return low, more * (1 - 1 / (9 * more) + z / (3 * more**0.5)) ** 3


def _recall(hits: int, total: int) -> tuple[str, str]:
    if not total:
        return "–", "–"
    low, high = wilson_interval(hits, total)
    return share(hits / total), f"{share(low)} to {share(high)}"
