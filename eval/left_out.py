"""What the second pass reaches on data unlike all that it was fitted on: each set is left out in turn.

The weights that ship were fitted on all development sets, so that figures on those flatter them. Here the second pass
is fitted without a set and scored on it: the path and its probabilities, before moves and the verdict. The first pass
stays as it is, and its 28 weights have seen the set: what it leaves open, and its score, may still flatter a little.

`python -m eval.left_out GOLD [FOLDER]` prints the table, and keeps it when there is a folder; it takes ten minutes.
"""

import logging
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from align.aligners.default.passes import find_steps
from align.aligners.default.weights import Weights, load_weights, revision
from align.encoding import load_encoder
from eval.fitting.examples import SETS, evidence_of, make_examples, make_variants
from eval.fitting.samples import Sample, make_sample
from eval.fitting.second_pass import fit_second
from eval.gold.sets import GoldPair, Link, read_set
from eval.metrics.calibration import bin_outcomes, split_reliability
from eval.metrics.score import digest_pairs, score_set
from eval.near.protocol import near_sets, score_near
from eval.results import Result, Table, share, to_markdown, write_result
from eval.system import Prediction

NEAR = "near"
_EVERY_NEAR = 3


def score_left_out(folder: Path) -> Result:
    """Return strict F1, null F1 and calibration error of every set when it is left out."""
    weights = load_weights()
    encoder = load_encoder()
    examples = [*make_examples(folder, encoder), *make_variants(folder, encoder)]
    samples = [(example.name, make_sample(example, weights.first)) for example in examples]
    pairs = {name: read_set(folder, name) for name in SETS}
    scores = [score_set(name, pairs[name], PathSystem(_without(name, samples, weights))) for name in SETS]
    near = near_sets(folder / "ntrex128")["near-30"][::_EVERY_NEAR]
    system = PathSystem(_without(NEAR, samples, weights))
    of_near = score_near(near, system)[-1]
    rows = [
        (
            score.name,
            *(share(score.rate(metric)[2]) for metric in ("strict", "beads", "null")),
            share((score.beads + score.nulls).error()),
            share(score.nulls.error()),
        )
        for score in scores
    ]
    rows.append(("near-30", share(of_near.strict[2]), "–", share(of_near.null[2]), share(system.sums.error()), "–"))
    header = ("set left out", "strict F1", "beads F1", "null F1", "ECE", "ECE of nulls")
    return Result(
        name="left-out",
        signature=f"first pass of weights {revision()}, encoder {load_encoder().signature}",
        data=digest_pairs([pair for name in SETS for pair in pairs[name]]),
        tables={"left-out": Table("Each set left out of what the second pass is fitted on", header, tuple(rows))},
        body={score.name: {"strict": score.rate("strict"), "null": score.rate("null")} for score in scores},
    )


class PathSystem:
    """Aligns pairs with weights of its own, and remembers how sure it was and how right."""

    def __init__(self, weights: Weights) -> None:
        """Take the weights to align with."""
        self._weights = weights
        self.sums = bin_outcomes([], [])

    def __call__(self, pair: GoldPair) -> Prediction:
        """Return the path through a pair."""
        steps = find_steps(evidence_of(pair, load_encoder()), self._weights)
        links: list[Link] = []
        i = j = 0
        for a, b in steps.shapes.tolist():
            links.append((tuple(range(i, i + a)), tuple(range(j, j + b))))
            i, j = i + a, j + b
        found = Prediction(tuple(links), tuple(steps.probabilities.tolist()))
        beads, nulls = split_reliability(pair, found.links, found.probabilities)
        self.sums += beads + nulls
        return found


def _without(name: str, samples: Sequence[tuple[str, Sample]], weights: Weights) -> Weights:
    """Return the weights with a second pass that has not seen a set."""
    return replace(weights, second=fit_second([sample for other, sample in samples if other != name]))


def main(folder: Path, output: Path | None) -> None:
    """Score, print and keep."""
    logging.basicConfig(level=logging.WARNING)
    result = score_left_out(folder)
    if output is not None:
        write_result(result, output)
    sys.stdout.write(to_markdown(result))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
