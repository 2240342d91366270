"""Which pairs the encoder learns from together: the other pairs of a batch are what a text must not be taken for.

- All pairs of a batch are of similar length, so that length alone tells nothing.
- Sentences and terms are apart: a wide batch of short terms is full of synonyms, hence of false negatives.
- Sentences that follow each other in a file stay together where they come from one text. They are the hardest to tell
  from the true one, and what an aligner has to choose among. Measured in `eval/notes.md`.
- A tenth of the batches holds one language pair only.
"""

from collections.abc import Iterator

import numpy as np

from align.lattice.arrays import Longs
from corpora.encoder.pieces import PairTable

SMALLEST = 16  # a batch of fewer than one part in so many has too few negatives
FEW = 40  # batches; fewer are not divided by language pair
RUN = 32  # sentences that stay together
ONE_PAIR = 0.1  # share of pairs that go into batches of one language pair
# How often a collection is seen in a pass; 1 where nothing is said. News is the best text, synonym sets are noisy.
WEIGHTS = {
    "omw": 0.35,
    "wmt_newstest": 2.5,
    "wmt_newsdev": 2.5,
    "wmt21": 2.5,
    "wmt22": 2.5,
    "tico19_test": 2.0,
    "mlqe_pe_wiki": 2.0,
    "mtgeneval_wiki": 2.0,
    "korean_parallel_news": 3.0,
    "tatoeba_test": 0.8,
    "coursera": 0.8,
    "stsb_multi_mt": 0.7,
    "python-docs": 0.7,
}
# Collections whose neighbouring lines have nothing to do with each other, or are variants of one sentence.
LOOSE = frozenset(
    """tatoeba_test tatoeba_test_latin tatoeba_anki anki stsb_multi_mt mlqe_pe_wiki mtgeneval_wiki xquad_questions
    small_parallel_enja tico19_tm contributor-covenant cldr-names common-voice mozilla-www mozilla_web mozilla_web_lang
    mozilla-pontoon thunderbird-android""".split()
)


def make_batches(table: PairTable, random: np.random.Generator, size: int) -> list[Longs]:
    """Return the batches of one pass, shuffled: numbers of pairs, each collection seen as often as its weight says.

    Few pairs are all put together, whatever their language pair: they fill no batch otherwise.
    """
    pairs, runs = _draw_pairs(table, random)
    count = runs.max(initial=-1) + 1
    alone = (random.random(count) < (ONE_PAIR if len(pairs) > FEW * size else 0.0))[runs]
    lengths = (table.source.lengths + table.target.lengths)[pairs]
    mean = np.bincount(runs, lengths) / np.bincount(runs)
    close = (mean * np.exp(random.normal(0.0, 0.15, count)))[runs]
    batches = []
    for is_text in (True, False):
        for one_pair in (True, False):
            chosen = (table.is_text[pairs] == is_text) & (alone == one_pair)
            groups = table.file[pairs[chosen]] if one_pair else np.zeros(int(chosen.sum()), dtype=np.int16)
            batches += list(_cut_batches(pairs[chosen][np.lexsort((runs[chosen], close[chosen], groups))], size))
    return [batches[k] for k in random.permutation(len(batches))]


def _draw_pairs(table: PairTable, random: np.random.Generator) -> tuple[Longs, Longs]:
    """Return the numbers of the pairs of one pass, int64 (n,), and of the run that each belongs to, from 0 on.

    Sentences that follow each other in a file are a run, but in loose collections; other pairs are one of their own.
    Each time that a collection is seen has other runs.
    """
    weights = np.array([WEIGHTS.get(name, 1.0) for name in table.collections])[table.collection]
    times = np.floor(weights + random.random(len(weights))).astype(np.int64) * table.usable()
    turns = [np.flatnonzero(times > k) for k in range(times.max(initial=1))]
    pairs = np.concatenate(turns)
    turn = np.repeat(np.arange(len(turns)), [len(each) for each in turns])
    loose = np.array([name in LOOSE for name in table.collections])[table.collection] | ~table.is_text
    first = pairs - np.where(loose[pairs], 0, pairs % RUN)
    return pairs, np.unique(turn * len(times) + first, return_inverse=True)[1]


def _cut_batches(pairs: Longs, size: int) -> Iterator[Longs]:
    """Yield batches; a small rest would have too few negatives and is left out."""
    for start in range(0, len(pairs), size):
        if len(pairs) - start >= size // SMALLEST:
            yield pairs[start : start + size]
