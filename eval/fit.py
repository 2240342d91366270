"""Find the weights of the default aligner on development data.

1. The first pass (`eval.fitting.first_pass`), which sees all candidates and leaves the possible ones open.
2. The second pass (`eval.fitting.second_pass`), which sees what the first one leaves open and all evidence.
3. Moves (`eval.fitting.moves`): which null segments correspond out of order.
4. The verdict (`eval.fitting.version`): how much has to correspond in two versions of one text.

`python -m eval.fit GOLD` writes `align/aligners/default/weights.json`; it needs the extra `fit` and takes some ten
minutes. `versalign eval calibrate` does the same for another encoder.
"""

import json
import logging
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np

from align.aligners.default.weights import MOVE, PATH, VERSION, Weights, load_weights, to_dict
from align.encoding import Encoder, load_encoder
from eval.fitting.examples import make_examples, make_variants
from eval.fitting.first_pass import ITERATIONS, MORE_ITERATIONS, fit_first
from eval.fitting.moves import fit_moves
from eval.fitting.samples import make_sample
from eval.fitting.second_pass import fit_second
from eval.fitting.version import fit_version

LOG = logging.getLogger(__name__)


def fit(folder: Path, encoder: Encoder, *, start: Weights | None = None, every: int = 1) -> Weights:
    """Return weights fitted on the development data in `folder`.

    Args:
        folder: with the gold sets.
        encoder: whose vectors they are fitted on; of languages that it refuses nothing is read.
        start: weights to go on from, which takes a fraction of the time; anew but for the first pass for None.
        every: one piece of so many is taken: a network needs its time.
    """
    examples = make_examples(folder, encoder, every=every)
    LOG.info("%d pieces", len(examples))
    first = fit_first(examples, load_weights().first, iterations=ITERATIONS if start is None else MORE_ITERATIONS)
    examples += make_variants(folder, encoder, every=every)
    second = fit_second([make_sample(example, first) for example in examples], start=start.second if start else None)
    weights = Weights(first, second, np.zeros(len(MOVE)), np.zeros(len(VERSION)), encoder.signature)
    weights = replace(weights, move=fit_moves(folder, weights, encoder, every=every))
    return replace(weights, version=fit_version(folder, weights, encoder, every=every))


def main(folder: Path) -> None:
    """Fit and write the weights."""
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stderr)
    PATH.write_text(json.dumps(to_dict(fit(folder, load_encoder()))) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
