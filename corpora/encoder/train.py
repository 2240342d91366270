"""Train the embedded encoder: one row of numbers for each piece, a text's vector is the sum of its pieces' rows.

1. Batches of translation pairs of similar length (`corpora.encoder.batches`), each pair's negatives being the others.
2. Symmetric softmax over the batch on cosines (Feng et al. 2022, doi:10.18653/v1/2022.acl-long.62), with an additive
   margin on the true pair. The margin matters most: on an eighth of the data, one pass, mean accuracy over 24
   languages on the FLORES development set is .69 without it, .77 with .3 and .78 with .4.
3. Row-wise Adagrad, the rate falling linearly.

Given a seed and a build of numpy and numba the result is the same to the byte for any number of threads. On another
type of processor it may differ in the last digits, since both use what instructions they find.
"""

import logging
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass
from time import monotonic

import numpy as np
from numba import get_num_threads

from align.blas import one_thread
from align.errors import InputError
from align.lattice.arrays import Floats, Ints, Longs
from corpora.encoder.batches import SMALLEST, make_batches
from corpora.encoder.kernels import softmax_gradient, sum_rows, update_rows
from corpora.encoder.pieces import UNKNOWN, PairTable
from corpora.encoder.products import multiply

LOG = logging.getLogger(__name__)

SHARPNESS = 20.0  # inverse temperature of the softmax over cosines
MARGIN = 0.35  # taken off the cosine of the true pair
LAST_RATE = 0.02  # share of the step size that is left at the end
START = 0.5  # length of the random rows at the start


@dataclass(frozen=True, slots=True)
class Course:
    """How to go about it: pairs in a batch, first step size, and how much of the way the rows go in the end."""

    batch: int
    rate: float
    share: float


FULL = Course(batch=1024, rate=0.05, share=1.0)
# Rows that are good already: small steps, and the end lies between start and goal (Wortsman et al. 2022,
# doi:10.1109/CVPR52688.2022.00780). Measured in eval/notes.md.
ADAPT = Course(batch=256, rate=0.006, share=0.4)


@dataclass(slots=True)
class _State:
    """What training changes: the rows float32 (v, d) and their running squared gradients float32 (v,)."""

    rows: Floats
    squares: Floats


def first_rows(size: int, dimensions: int, seed: int) -> Floats:
    """Return random rows to start from, float32 (size, dimensions); the row of unknown pieces is zero."""
    random = np.random.default_rng(seed)
    rows: Floats = (random.standard_normal((size, dimensions)) * (START / np.sqrt(dimensions))).astype(np.float32)
    rows[UNKNOWN] = 0.0
    return rows


def train_rows(table: PairTable, start: Floats, *, passes: int, seed: int, course: Course = FULL) -> Floats:
    """Return the trained rows, float32 (v, d); a row that no pair touches stays as it is.

    Args:
        table: the pairs to learn from.
        start: float32 (v, d), one row a piece of the vocabulary; it is not changed.
        passes: how many times to go over the data.
        seed: of the sampling and the order.
        course: `FULL` for rows that know nothing yet, `ADAPT` for those of an encoder.

    Raises:
        InputError: if there are too few pairs for a single batch.
    """
    least = course.batch // SMALLEST
    if table.usable().sum() < least:
        raise InputError(f"expected {least} pairs with known pieces at least, found {table.usable().sum()}")
    random = np.random.default_rng([seed, 1])
    state = _State(start.copy(), np.zeros(len(start), np.float32))
    begun = monotonic()
    with one_thread(), ThreadPoolExecutor(get_num_threads()) as pool:
        for number in range(passes):
            batches = make_batches(table, random, course.batch)
            if not batches:
                raise InputError(f"expected {least} pairs of one kind, sentences or terms, at least, found fewer")
            losses = []
            for k, chosen in enumerate(batches):
                done = (number + k / len(batches)) / passes
                losses.append(_step(state, table, chosen, course.rate * max(LAST_RATE, 1.0 - done), pool))
                if k % 500 == 499:
                    message = f"pass {number + 1} of {passes}, batch {k + 1} of {len(batches)}"
                    LOG.info(f"{message}: loss {np.mean(losses):.3f}, {monotonic() - begun:.0f} s")
                    losses = []
    return start + np.float32(course.share) * (state.rows - start) if course.share < 1.0 else state.rows


def _step(state: _State, table: PairTable, chosen: Longs, rate: float, pool: Executor) -> float:
    """Learn from one batch; return its loss."""
    source_pieces, source_offsets = table.source.gather(chosen)
    target_pieces, target_offsets = table.target.gather(chosen)
    source, source_norms = _unit(sum_rows(state.rows, source_pieces, source_offsets))
    target, target_norms = _unit(sum_rows(state.rows, target_pieces, target_offsets))
    similarity = multiply(source, target.T, pool)
    hashes = table.source.hashes[chosen], table.target.hashes[chosen]
    losses = softmax_gradient(similarity, *hashes, MARGIN, SHARPNESS)
    gradient = np.concatenate(
        [
            _through_norm(multiply(similarity, target, pool), source, source_norms),
            _through_norm(multiply(similarity.T, source, pool), target, target_norms),
        ]
    )
    lengths = np.concatenate([np.diff(source_offsets), np.diff(target_offsets)])
    pieces, starts, texts = _by_piece(np.concatenate([source_pieces, target_pieces]), lengths)
    update_rows(state.rows, state.squares, pieces, starts, texts, gradient, rate)
    return float(losses.mean())


def _by_piece(pieces: Ints, lengths: Longs) -> tuple[Longs, Longs, Longs]:
    """Return the distinct pieces of texts, where the texts of each start, and the texts; `lengths` is (n,).

    Piece and text are sorted as one number: for that numpy has vector instructions, for sorting places it has none.
    """
    count = len(lengths)
    both = np.sort(pieces * np.int64(count) + np.repeat(np.arange(count), lengths))
    sorted_pieces, texts = np.divmod(both, count)
    starts = np.concatenate(([0], np.flatnonzero(np.diff(sorted_pieces)) + 1, [len(both)]))
    return sorted_pieces[starts[:-1]], starts, texts


def _unit(vectors: Floats) -> tuple[Floats, Floats]:
    """Return vectors of length 1 and the lengths (n, 1) they had."""
    norms = np.linalg.norm(vectors, axis=1, keepdims=True) + np.float32(1e-9)
    return vectors / norms, norms


def _through_norm(gradient: Floats, unit: Floats, norms: Floats) -> Floats:
    """Return the gradient with respect to vectors from that with respect to their unit vectors."""
    along = (unit * gradient).sum(axis=1, keepdims=True)
    result: Floats = ((gradient - unit * along) / norms).astype(np.float32)
    return result
