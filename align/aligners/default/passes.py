"""The two passes through the lattice: all beads by their sentence vectors, then the possible ones by all evidence."""

from dataclasses import dataclass

import numpy as np

from align.aligners.default.clause_pass import spread_clauses
from align.aligners.default.clauses import ClauseShares, describe_clauses
from align.aligners.default.columns import gather, join
from align.aligners.default.describe import (
    CANDIDATE_FEATURES,
    NULL_FEATURES,
    describe_beads,
    describe_elsewhere,
    describe_first,
    describe_marks,
    describe_nulls,
    describe_paragraphs,
    describe_shapes,
    elsewhere,
)
from align.aligners.default.encoded import describe_encoded
from align.aligners.default.evidence import Evidence
from align.aligners.default.lengths import Lengths, describe_lengths, usual_lengths
from align.aligners.default.steps import Steps, decode
from align.aligners.default.weights import FirstWeights, SecondWeights, Weights, log_odds, null_features
from align.aligners.default.word_cover import WORD_FEATURES, cover
from align.bitext import EVEN
from align.lattice.arrays import Doubles, Ints, Longs
from align.lattice.candidates import Candidates, score_beads
from align.lattice.paths import best_path
from align.lattice.pruning import Blocks, gather_candidates, keep, prune
from align.lattice.shares import posterior

FIRST_RATE = 0.12  # share of null segments that the first run assumes
ROUNDS = 2  # runs after the first one, each with the share that the one before has estimated
AT_ONCE = 1 << 17  # candidates that are described at once: each has half a kilobyte of features
REMOTE = 1e-15  # probability in the first run below which a candidate is out: on dev data no share grew 2e6-fold
_EVERY = slice(None)


@dataclass(frozen=True, slots=True)
class Survivors:
    """What the first pass leaves open.

    Attributes:
        candidates: with the scores of the first pass.
        blocks: int64 (k, 4), the source and the target segments of each.
        shares: float64 (k,), the probability of each in the first pass.
        nulls: float64 (n,) and (m,), the probabilities there of the source and the target segments to be null.
        path: int32 (p, 2), the steps of the best path.
        rate: estimated share of null segments.
        compound: estimated share of beads beyond 1-1.
        clauses: where the clauses of the segments lie; None where clauses are not known.
    """

    candidates: Candidates
    blocks: Blocks
    shares: Doubles
    nulls: tuple[Doubles, Doubles]
    path: Ints
    rates: tuple[float, float]
    compound: float
    clauses: ClauseShares | None


def find_steps(evidence: Evidence, weights: Weights, *, most: float = 1.0, even: float = EVEN) -> Steps:
    """Return the best path through the lattice with scores and probabilities.

    Args:
        evidence: of the two documents.
        weights: of both passes.
        most: share of null segments, 0 to 1, beyond which none is estimated.
        even: probability, 0 to 1, up to which a null does not dissolve a bead.
    """
    return second_pass(evidence, first_pass(evidence, weights.first, most=most), weights.second, even=even)


def first_pass(evidence: Evidence, weights: FirstWeights, *, most: float = 1.0) -> Survivors:
    """Return the candidates that are possible by their sentence vectors, and how much seems to be null.

    Args:
        evidence: of the two documents, of which only lattice, band, nearest places and sizes count here.
        weights: of beads, null segments and runs of these.
        most: share of null segments, 0 to 1, beyond which none is estimated.
    """
    candidates = score_beads(evidence.lattice, evidence.band, weights.bead)
    source, target = (
        null_features(heights, side.nearest.sizes) @ weights.null
        for heights, side in zip(evidence.heights, evidence.sides, strict=True)
    )
    rates = expected_rates(evidence, most)
    for number in range(ROUNDS + 1):
        gaps = weights.gaps.at(rates)
        shares, source_p, target_p, _, _ = posterior(candidates, gaps, source, target)
        if not number:
            candidates = keep(candidates, shares > REMOTE)
        rates = min(_share(source_p), most), min(_share(target_p), most)
    is_compound = candidates.shapes[:, 0] + candidates.shapes[:, 1] > 2
    # As if four more beads had been seen, half of one beyond 1-1.
    compound = float((shares[is_compound].sum() + 0.5) / (shares.sum() + 4.0))
    path = best_path(candidates, gaps, source, target)
    blocks, scores, shares = prune(candidates, shares)
    left = gather_candidates(blocks, scores, path.cumsum(axis=0, dtype=np.int64))
    clauses = spread_clauses(evidence, left.band, blocks, shares, rates, weights)
    return Survivors(left, blocks, shares, (source_p, target_p), path, rates, compound, clauses)


def _share(nulls: Doubles) -> float:
    """Return the expected share of null segments of a side."""
    return float((nulls.sum() + 0.25) / (len(nulls) + 0.5))


def expected_rates(evidence: Evidence, most: float = 1.0) -> tuple[float, float]:
    """Return the shares of null segments to begin with: of the longer side at least what the other has no room for.

    Args:
        evidence: of the two documents.
        most: share, 0 to 1, beyond which none is expected.
    """
    n, m = float(evidence.lattice.source.sizes[-1]) + 1.0, float(evidence.lattice.target.sizes[-1]) + 1.0
    return min(max(FIRST_RATE, 1.0 - m / n), most), min(max(FIRST_RATE, 1.0 - n / m), most)


def second_pass(evidence: Evidence, survivors: Survivors, weights: SecondWeights, *, even: float = EVEN) -> Steps:
    """Return the best path through what the first pass left open.

    Args:
        evidence: the same as for the first pass.
        survivors: what that returned.
        weights: networks for beads and null segments, and the weights of runs.
        even: probability, 0 to 1, up to which a null does not dissolve a bead.
    """
    lengths = usual_lengths(evidence.lattice, survivors.blocks, survivors.shares)
    scores, every = np.empty(len(survivors.blocks), dtype=np.float32), None
    for start in range(0, len(scores), AT_ONCE):
        part = slice(start, start + AT_ONCE)
        features = candidate_features(evidence, survivors, part, lengths)
        scores[part] = weights.bead.score(features)
        every = features if len(scores) <= AT_ONCE else None

    def correspond(numbers: Longs, shares: Doubles) -> Doubles:
        known = candidate_features(evidence, survivors, numbers, lengths) if every is None else every[numbers]
        return weights.correspond(known, shares)

    nulls = weights.null.score(np.concatenate(null_segment_features(evidence, survivors)))
    n = len(evidence.source.places)
    candidates = survivors.candidates._replace(scores=scores)
    return decode(candidates, weights.gaps.at(survivors.rates), (nulls[:n], nulls[n:]), correspond, even=even)


def candidate_features(
    evidence: Evidence, survivors: Survivors, which: slice | Longs = _EVERY, lengths: Lengths | None = None
) -> Doubles:
    """Return all that speaks for candidates: float64 (k, F), in the order of `CANDIDATE_FEATURES`.

    Args:
        evidence: of the two documents; without words their features are NaN.
        survivors: the candidates, and what the first pass made of them.
        which: k of them.
        lengths: what is usual of all; worked out for None.
    """
    lattice, blocks, shares = evidence.lattice, survivors.blocks[which], survivors.shares[which]
    source, target = evidence.sides
    lengths = lengths or usual_lengths(lattice, survivors.blocks, survivors.shares)
    of_source, of_target = blocks[:, :2], blocks[:, 2:]
    heights, odds = evidence.heights, [log_odds(rate) for rate in survivors.rates]
    pair = {
        "null_odds_more": max(odds),
        "null_odds_less": min(odds),
        "compound_odds": float(np.log(survivors.compound / (1.0 - survivors.compound))),
        "level": lattice.level,
        "spread": lengths.spread,
        "floor": lattice.floor,
    }
    return join(
        describe_encoded(lattice, blocks, shares, evidence.blocks)
        if evidence.blocks
        else describe_beads(lattice, blocks),
        describe_first(survivors.candidates.scores[which], shares),
        cover(evidence.words, (len(source.places), len(target.places)), blocks)
        if evidence.words
        else gather(dict.fromkeys(WORD_FEATURES, np.nan), len(blocks)),
        describe_clauses(survivors.clauses, blocks),
        describe_lengths(lattice, blocks, lengths),
        describe_marks(source.marks, target.marks, blocks),
        describe_elsewhere(
            elsewhere(source.nearest.number, heights[0], of_source, of_target),
            elsewhere(target.nearest.number, heights[1], of_target, of_source),
        ),
        describe_paragraphs(source.paragraphs, target.paragraphs, blocks),
        describe_shapes(blocks),
        gather(pair, len(blocks)),
    ).ordered(CANDIDATE_FEATURES)


def null_segment_features(evidence: Evidence, survivors: Survivors) -> tuple[Doubles, Doubles]:
    """Return what speaks for the source and the target segments to be null: float64 (n, F) and (m, F).

    The columns are in the order of `NULL_FEATURES`.

    Args:
        evidence: of n source and m target places.
        survivors: what the first pass made of these.
    """
    level, odds = evidence.lattice.level, (log_odds(survivors.rates[0]), log_odds(survivors.rates[1]))
    source, target = (
        describe_nulls(heights, side.nearest.sizes, shares, side.marks, own, level).ordered(NULL_FEATURES)
        for heights, side, shares, own in zip(
            evidence.heights, evidence.sides, survivors.nulls, (odds, odds[::-1]), strict=True
        )
    )
    return source, target
