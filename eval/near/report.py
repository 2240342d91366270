"""The result of `versalign eval near`: F1 by level and language pair, and the accuracy of the verdict."""

from collections.abc import Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path

from align.comparison import compare
from align.encoding import Encoder
from eval.metrics.score import digest_pairs
from eval.near.brief import BriefScore, brief_sets, score_briefs
from eval.near.protocol import (
    PAIRS,
    NearScore,
    VerdictScore,
    near_sets,
    negative_pairs,
    positive_pairs,
    score_near,
    score_verdicts,
)
from eval.results import Result, Table, share
from eval.system import align_pair

_VERDICTS_OF_EACH = 8  # every so manieth changed article is judged: there are many more of them than negatives


def near_result(
    folder: Path,
    *,
    seed: int = 0,
    languages: Sequence[tuple[str, str]] = PAIRS,
    aligner: str = "default",
    encoder: Encoder | None = None,
) -> Result:
    """Make the sets, score an aligner of ours on them and return a result that can be kept."""
    sets = near_sets(folder, seed=seed, languages=languages)
    pairs = [near for level in sets.values() for near in level]
    cases = (
        *positive_pairs([tuple(pairs[::_VERDICTS_OF_EACH])]),
        *negative_pairs(folder, seed=seed, languages=languages),
    )
    scores = score_near(pairs, partial(align_pair, aligner=aligner, encoder=encoder))
    brief_scores = score_briefs(
        brief_sets(folder, seed=seed, languages=languages), partial(compare, aligner=aligner, encoder=encoder)
    )
    verdicts = score_verdicts(cases, partial(compare, aligner=aligner, encoder=encoder))
    return Result(
        name="near",
        signature=align_pair(pairs[0].pair, aligner=aligner, encoder=encoder).signature + f", seed {seed}",
        data=digest_pairs([near.pair for near in pairs]),
        tables={
            "near": near_table(scores),
            "near-levels": near_table([score for score in scores if score.languages == "all"]),
            "near-briefs": brief_table(brief_scores),
            "near-verdict": verdict_table(verdicts),
        },
        body={
            "scores": [asdict(score) for score in scores],
            "briefs": [asdict(score) for score in brief_scores],
            "verdict": asdict(verdicts),
        },
    )


def near_table(scores: Sequence[NearScore]) -> Table:
    """Return a row for each level and language pair."""
    header = (
        "level",
        "languages",
        "articles",
        "strict F1",
        "null P",
        "null R",
        "null F1",
        "move F1",
        "replaced",
        "kept",
    )
    rows = tuple(
        (
            score.level,
            score.languages,
            str(score.documents),
            share(score.strict[2]),
            *(share(value) for value in score.null),
            share(score.move[2]),
            str(score.replaced),
            share(score.replaced_kept / score.replaced) if score.replaced else "–",
        )
        for score in scores
    )
    return Table("Articles with known changes", header, rows)


def brief_table(scores: Sequence[BriefScore]) -> Table:
    """Return a row for each number of sentences of a brief."""
    header = ("sentences", "briefs", "versions", "found", "falsely added")
    rows = tuple(
        (
            str(score.count),
            str(score.briefs),
            share(score.versions / max(1, score.briefs)),
            share(score.found / max(1, score.sentences)),
            share(score.added / max(1, score.sentences)),
        )
        for score in scores
    )
    return Table("Some sentences of a translation against the whole article", header, rows)


def verdict_table(score: VerdictScore) -> Table:
    """Return how often the verdict was right."""
    rows = (
        ("changed versions of one article", str(score.versions), str(score.versions_found)),
        ("articles on a similar subject", str(score.others), str(score.others_found)),
        ("mean of both shares", "", share(score.accuracy)),
    )
    return Table("Verdict: versions of one text or not", ("case", "pairs", "right"), rows)
