"""The result of `versalign eval score`: its tables for people, its numbers for machines."""

from collections.abc import Iterable
from dataclasses import asdict
from statistics import fmean
from typing import Any

from eval.metrics.beads import METRICS
from eval.metrics.calibration import Reliability
from eval.metrics.score import Scores, SetScore
from eval.metrics.significance import bootstrap_interval
from eval.metrics.words import LabelScore
from eval.results import Result, Table, share

NAME = "accuracy"
_SHAPES = ("1-1", "1-n", "n-m", "beads")


def accuracy_result(scores: Scores) -> Result:
    """Return what a run of all sets found as a result that can be kept."""
    tables = {NAME: _set_table(scores.sets), "shapes": _shape_table(scores.sets)}
    tables["calibration"] = _calibration_table(scores.sets)
    if scores.retrieval:
        tables["retrieval"] = _retrieval_table(scores)
    if scores.marks:
        tables["marks"] = Table(
            "Files that mark what has no counterpart",
            ("file", "pairs", "to judge", "unit"),
            tuple((count.name, str(count.pairs), str(count.marks), count.unit) for count in scores.marks),
        )
    if scores.labels:
        tables["labels"] = _label_table(scores.labels)
    return Result(
        name=NAME,
        signature=_signature(scores),
        data=scores.data,
        tables=tables,
        body={
            "sets": [_set_body(score) for score in scores.sets],
            "retrieval": {
                language: dict(zip(("from_english", "to_english"), found.accuracies, strict=True))
                for language, found in scores.retrieval.items()
            },
            "labels": {score.name: _label_body(score) for score in scores.labels},
            "marks": {count.name: {"pairs": count.pairs, count.unit: count.marks} for count in scores.marks},
        },
    )


def _set_table(sets: Iterable[SetScore]) -> Table:
    """Return the main table."""
    header = ("set", "docs", "strict P", "R", "F1", "95 %", "lax F1", "null F1", "link F1", "ECE", "seconds")
    rows = []
    for score in sets:
        interval = bootstrap_interval(score.units_of("strict"))
        rows.append(
            (
                score.name,
                str(score.documents),
                *(share(value) for value in score.rate("strict")),
                f"{share(interval.low)} to {share(interval.high)}",
                *(share(score.rate(metric)[2]) for metric in ("lax", "null", "link")),
                share((score.beads + score.nulls).error()),
                f"{score.seconds:.2f}",
            )
        )
    return Table("Alignment sets", header, tuple(rows))


def _shape_table(sets: Iterable[SetScore]) -> Table:
    """Return strict F1 by the shape of the beads, and null-bead precision and recall."""
    header = ("set", *(f"{shape} F1" for shape in _SHAPES), "null P", "null R")
    rows = tuple(
        (
            score.name,
            *(share(score.rate(shape)[2]) for shape in _SHAPES),
            *(share(value) for value in score.rate("null")[:2]),
        )
        for score in sets
    )
    return Table("Strict F1 by bead shape", header, rows)


def _calibration_table(sets: Iterable[SetScore]) -> Table:
    """Return the reliability over all sets, beads and null beads apart."""
    sides: dict[str, Reliability | None] = {"beads": None, "null beads": None}
    for score in sets:
        for kind, part in zip(sides, (score.beads, score.nulls), strict=True):
            before = sides[kind]
            sides[kind] = part if before is None else before + part
    rows = [
        (
            kind,
            f"{row.low:.1f} to {row.high:.1f}",
            str(row.beads),
            share(row.probability),
            share(row.right),
        )
        for kind, sums in sides.items()
        for row in (sums.table() if sums else ())
    ]
    return Table("Reliability", ("kind", "probability", "beads", "mean probability", "right"), tuple(rows))


def _retrieval_table(scores: Scores) -> Table:
    """Return the retrieval accuracy by language, the mean first."""
    accuracies = {language: found.accuracies for language, found in scores.retrieval.items()}
    mean = fmean(forward for forward, _ in accuracies.values()), fmean(backward for _, backward in accuracies.values())
    rows = [("mean", *map(share, mean)), *((name, *map(share, pair)) for name, pair in accuracies.items())]
    title = f"Retrieval among {next(iter(scores.retrieval.values())).sentences} sentences"
    return Table(title, ("language", "from English", "to English"), tuple(rows))


def _set_body(score: SetScore) -> dict[str, Any]:
    """Return the numbers of a set."""
    metrics = {}
    for number, metric in enumerate(METRICS):
        interval = bootstrap_interval(score.units_of(metric))
        values = dict(zip(("precision", "recall", "f1"), score.rate(metric), strict=True))
        metrics[metric] = {
            **values,
            "f1_interval": [interval.low, interval.high],
            "counts": score.counts[number].tolist(),
        }
    return {
        "name": score.name,
        "digest": score.digest,
        "documents": score.documents,
        "resampled": f"{len(score.units)} {score.unit}",
        "seconds": score.seconds,
        "metrics": metrics,
        "calibration": {
            kind: {"error": sums.error(), "table": [asdict(row) for row in sums.table()]}
            for kind, sums in (("all", score.beads + score.nulls), ("beads", score.beads), ("nulls", score.nulls))
        },
    }


def _label_table(scores: Iterable[LabelScore]) -> Table:
    """Return how well the words without a counterpart are told, beside what two baselines reach."""
    header = ("set", "pairs", "Spearman", "95 %", "length", "max-cosine", "F1", "95 %", "length", "max-cosine")
    rows = []
    for score in scores:
        cells = [score.name, str(score.pairs)]
        for column, (value, interval) in enumerate(
            ((score.spearman, score.spearman_interval), (score.f1, score.f1_interval))
        ):
            between = f"{share(interval.low)} to {share(interval.high)}" if interval.low == interval.low else "–"
            cells += [
                share(value),
                between,
                *(share(score.baselines[name][column]) for name in ("length", "max-cosine")),
            ]
        rows.append(tuple(cells))
    return Table("Words without counterpart", header, tuple(rows))


def _label_body(score: LabelScore) -> dict[str, Any]:
    """Return the numbers of a set that marks words."""
    return {
        "pairs": score.pairs,
        "spearman": score.spearman,
        "spearman_interval": [score.spearman_interval.low, score.spearman_interval.high],
        "f1": score.f1,
        "f1_interval": [score.f1_interval.low, score.f1_interval.high],
        "baseline": score.baseline,
        "baselines": {
            name: dict(zip(("spearman", "f1"), values, strict=True)) for name, values in score.baselines.items()
        },
    }


def _signature(scores: Scores) -> str:
    """Return the signatures of the run, each once."""
    return "; ".join(dict.fromkeys(score.signature for score in scores.sets)) or f"encoder {scores.encoder}"
