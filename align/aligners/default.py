"""The default aligner: vectors of an encoder, a lattice of beads and null runs, the best path through it.

1. How much of the pair has no counterpart, and how many beads are not 1-1, is estimated from the pair itself: a novel
   is retold in other sentences, a republication drops some. The probabilities of a first run tell both shares, and the
   next run weighs null segments and beads by them.
2. The best path gives the beads, the forward-backward algorithm their probabilities. A bead whose segments are all more
   probably null is dissolved: the best path may be the best of many that share little.
3. How much corresponds, and how closely, gives the probability that the two documents are versions of one text at all.
   No bead is surer than that.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from align.aligners.evidence import Evidence, Nearest, gather_evidence
from align.aligners.places import spread_beads
from align.bitext import Alignment, Bead, Counterpart, Document, Span
from align.documents import SEGMENTER
from align.dp import Candidates, best_path, posterior, score_beads
from align.encoding import Encoder, load_encoder
from align.score import Doubles, Ints
from align.weights import Weights, load_weights, revision

NAME = "default-1"
FIRST_RATE = 0.12  # share of null segments that the first run assumes
FIRST_COMPOUND = 0.12  # share of beads beyond 1-1 that it assumes
ROUNDS = 2  # runs that estimate both shares


@dataclass(frozen=True, slots=True)
class Steps:
    """The path: int32 (k, 2) segments of each step, each step's score and probability float64 (k,)."""

    shapes: Ints
    scores: Doubles
    probabilities: Doubles


def align(source: Document, target: Document, encoder: Encoder | None = None) -> Alignment:
    """Return the alignment of two documents by the vectors of an encoder, the embedded one for None."""
    encoder, weights = encoder or load_encoder(), load_weights()
    evidence = gather_evidence(encoder, source, target)
    steps = find_steps(evidence, weights)
    versions = weights.version_probability(*describe_match(evidence, steps))
    return Alignment(
        source=source,
        target=target,
        beads=tuple(spread_beads(_beads(steps, evidence, versions), source, target)),
        signature=f"aligner {NAME}, weights {revision()}, encoder {encoder.signature}, segmenter {SEGMENTER}",
        version_probability=versions,
        closeness=evidence.closeness,
        warnings=tuple(_warnings(encoder, source, target)),
    )


def find_steps(evidence: Evidence, weights: Weights) -> Steps:
    """Return the best path through the lattice with scores and probabilities."""
    lattice = evidence.lattice
    source_null, target_null = (
        weights.null_scores(nearest.cosine - lattice.floor, nearest.sizes)
        for nearest in (evidence.source, evidence.target)
    )
    scored = score_beads(lattice, evidence.band, weights.bead)
    is_compound = scored.shapes.sum(axis=1) > 2
    rate, compound = FIRST_RATE, FIRST_COMPOUND
    for _ in range(ROUNDS + 1):
        candidates = scored._replace(scores=scored.scores + np.float32(weights.compound(compound)) * is_compound)
        gaps = weights.gaps(rate)
        shares, source_p, target_p, _, _ = posterior(candidates, gaps, source_null, target_null)
        rate = float((source_p.sum() + target_p.sum() + 0.5) / (len(source_p) + len(target_p) + 1.0))
        compound = float((shares[is_compound].sum() + 0.5) / (shares.sum() + 4.0))
    rows: list[tuple[int, int, float, float]] = []
    i = j = 0
    for a, b in best_path(candidates, gaps, source_null, target_null).tolist():
        score, probability = _look_up(candidates, shares, (i + a, j + b), (a, b)) if a and b else (0.0, 0.0)
        nulls = [(1, 0, source_null[k], source_p[k]) for k in range(i, i + a)]
        nulls += [(0, 1, target_null[k], target_p[k]) for k in range(j, j + b)]
        if a and b and any(null[3] <= max(probability, 0.5) for null in nulls):
            rows.append((a, b, score, probability))
        else:
            rows += nulls
        i, j = i + a, j + b
    return Steps(
        shapes=np.array([row[:2] for row in rows], dtype=np.int32),
        scores=np.array([row[2] for row in rows]),
        probabilities=np.clip([row[3] for row in rows], 0.0, 1.0),
    )


def _look_up(
    candidates: Candidates, shares: Doubles, cell: tuple[int, int], shape: tuple[int, int]
) -> tuple[float, float]:
    """Return score and probability of the candidate of a shape that ends at a cell."""
    number = int(candidates.cells[cell[0]]) + cell[1] - int(candidates.band[cell[0], 0])
    start, stop = candidates.starts[number : number + 2]
    k = int(start) + int((candidates.shapes[start:stop] == shape).all(axis=1).argmax())
    return float(candidates.scores[k]), float(shares[k])


def describe_match(evidence: Evidence, steps: Steps) -> tuple[float, float, float]:
    """Return the share of segments that correspond, where it is larger, their count, and how closely they do."""
    both = steps.shapes.min(axis=1) > 0
    expected = (steps.shapes[both] * steps.probabilities[both, None]).sum(axis=0)
    counts = np.array([len(evidence.source_places), len(evidence.target_places)])
    side = int((expected / counts).argmax())
    nearest = (evidence.source, evidence.target)[side]
    size = steps.shapes[:, side]
    certain = np.repeat(np.where(both, steps.probabilities, 0.0), size)
    closeness = float((certain * nearest.cosine).sum() / certain.sum() - evidence.lattice.floor) if both.any() else 0.0
    return float(expected[side] / counts[side]), float(expected[side]), closeness


def _beads(steps: Steps, evidence: Evidence, versions: float) -> Iterator[Bead]:
    """Yield the beads over places; no bead with two sides is surer than that the documents are versions."""
    i = j = 0
    rows = zip(steps.shapes.tolist(), steps.scores.tolist(), steps.probabilities.tolist(), strict=True)
    for (a, b), score, probability in rows:
        rejected = None
        if not b:
            rejected = _counterpart(evidence.source, i, evidence.target_places)
        elif not a:
            rejected = _counterpart(evidence.target, j, evidence.source_places)
        sure = probability * versions if a and b else 1.0 - (1.0 - probability) * versions
        yield Bead(Span(i, i + a), Span(j, j + b), score, sure, rejected)
        i, j = i + a, j + b


def _counterpart(nearest: Nearest, place: int, numbers: list[int]) -> Counterpart:
    """Return what a null segment resembles most on the other side."""
    number = numbers[int(nearest.number[place])]
    return Counterpart(Span(number, number + 1), float(nearest.cosine[place]))


def _warnings(encoder: Encoder, source: Document, target: Document) -> Iterator[str]:
    """Yield a warning for each language that the encoder was not trained on."""
    from align.language import language_name

    for tag in dict.fromkeys((source.language, target.language)):
        if tag.split("-")[0] not in encoder.languages:
            name = f"{language_name(tag)} ({tag})"
            yield f"the encoder was not trained on {name}; beads rest on names, numbers and lengths"
