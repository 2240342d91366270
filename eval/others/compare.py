"""Other aligners on the same pairs in the same run, with the same metrics and their times as ratios to ours.

An aligner that is not installed is named with what is missing, and so are sets in languages that an encoder refuses.
A small pair goes first and uncounted, so that nobody's loading is in the times, but for those of hunalign, which starts
a process a pair. Times are those of the processor, of processes that an aligner starts as well. Vectors that are kept
on disk would make a second run look faster: for times, clear them first (`versalign cache clear`).
"""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from time import process_time

from align.errors import OptionError
from eval.gold.sets import GoldPair
from eval.metrics.score import Report, SetScore, score_set
from eval.metrics.significance import paired_test
from eval.others import OTHERS, load_other, missing_part
from eval.results import Result, Table, share
from eval.system import Prediction, System, align_pair

OURS = "versalign"
WARM_UP = GoldPair("warm-up", "en", "de", ("It is raining.", "We stay."), ("Es regnet.", "Wir bleiben."), ())


@dataclass(frozen=True, slots=True)
class Comparisons:
    """The scores of each aligner on each set by its name, ours first, and what the others lack that did not run."""

    scores: dict[str, dict[str, SetScore]]
    missing: dict[str, str]


def compare_aligners(
    sets: Mapping[str, Sequence[GoldPair]],
    *,
    names: Sequence[str] = tuple(OTHERS),
    ours: System = align_pair,
    report: Report = lambda _: None,
) -> Comparisons:
    """Return what the aligners reach on sets.

    Args:
        sets: the pairs of each set.
        names: others to run, of `OTHERS`.
        ours: what they are held against.
        report: is told the name of each aligner and pair before its turn.

    Raises:
        OptionError: for a name that is not in the table.
    """
    missing = {name: reason for name in names if (reason := missing_part(name))}
    scores: dict[str, dict[str, SetScore]] = {}
    for name in (OURS, *(name for name in names if name not in missing)):
        report(name)
        system = timed(ours if name == OURS else load_other(name))
        system(WARM_UP)
        scores[name] = {}
        for key, pairs in sets.items():
            try:
                scores[name][key] = score_set(key, pairs, system, report=report)
            except OptionError as error:
                missing[f"{name} on {key}"] = str(error).partition(";")[0]
    return Comparisons(scores, missing)


def timed(system: System) -> System:
    """Return a system with the seconds of the processor: its own, or those that it tells of a process that goes on."""

    def run(pair: GoldPair) -> Prediction:
        before = _seconds()
        found = system(pair)
        return found if found.elsewhere else replace(found, seconds=_seconds() - before)

    return run


def _seconds() -> float:
    """Return the seconds of the processor, those of processes that have ended in hundredths."""
    ended = os.times()
    return process_time() + ended.children_user + ended.children_system


def compare_result(found: Comparisons) -> Result:
    """Return a comparison as a result that can be kept."""
    sets = found.scores[OURS]
    digests = "".join(score.digest for score in sets.values())
    signatures = dict.fromkeys(score.signature for scores in found.scores.values() for score in scores.values())
    return Result(
        name="compare",
        signature="; ".join(signatures),
        data=sha256(digests.encode()).hexdigest()[:12],
        tables={"compare": _table(found), "compare-missing": _missing_table(found)},
        body={
            "missing": found.missing,
            "aligners": {name: [*map(_body, scores.values())] for name, scores in found.scores.items()},
        },
    )


def _table(found: Comparisons) -> Table:
    """Return a row for each set and aligner; p is that of the difference of strict F1 to ours."""
    rows = []
    for key, ours in found.scores[OURS].items():
        for name, scores in ((name, scores) for name, scores in found.scores.items() if key in scores):
            score = scores[key]
            chance = "" if name == OURS else _chance(ours, score)
            times = f"{score.seconds / max(ours.seconds, 1e-9):.2f}"
            values = [share(score.rate(metric)[2]) for metric in ("strict", "lax", "null", "link")]
            rows.append((ours.name, name, *values, chance, f"{score.seconds:.2f}", times))
    header = ("set", "aligner", "strict F1", "lax F1", "null F1", "link F1", "p", "CPU seconds", "times ours")
    return Table("Aligners on the same pairs in the same run", header, tuple(rows))


def _chance(ours: SetScore, other: SetScore) -> str:
    test = paired_test(ours.units_of("strict"), other.units_of("strict"))
    return f"{test.p_value:.4f}"


def _missing_table(found: Comparisons) -> Table:
    rows = tuple((name, reason) for name, reason in found.missing.items())
    return Table("Not run", ("aligner", "why"), rows)


def _body(score: SetScore) -> dict[str, object]:
    metrics = ("strict", "lax", "null", "link")
    values = {metric: dict(zip(("precision", "recall", "f1"), score.rate(metric), strict=True)) for metric in metrics}
    return {"set": score.name, "seconds": score.seconds, "signature": score.signature, **values}
