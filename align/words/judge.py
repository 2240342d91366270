"""Judge the words of the beads of two documents: which have no counterpart, which differ, and which runs to tell of."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from align.aligners.default.network import Network
from align.blas import one_thread
from align.encoding import Encoder, WordForms, load_encoder
from align.lattice.arrays import Doubles, Longs
from align.words.beside import BETTER, CLOSE, free_beside
from align.words.describe import Described, describe
from align.words.model import WordModel, load_model
from align.words.run_columns import RUN_FEATURES
from align.words.runs import Runs, find_runs
from align.words.vectors import PairWords, read_words

# In the articles that the networks were fitted on, three beads in seven with several sentences on a side hide one that
# was dropped; where nobody planted any hardly one in twenty does.
_SELDOM = 2.0
# In a few sentences nobody knows how long Chinese or Japanese usually is beside the other language: of untouched
# Chinese texts of four sentences one run of nine words and more was claimed in 1,100 words. This took away three in
# five such claims, and one in five of those that are right, with the networks before these.
_UNSURE = 1.0
# The networks were fitted with words of the neighbours that are free or not; of a dropped clause these are so much more
# similar than those of its bead, and so similar, at the median. More than that must not speak against it by itself.
_OUTSIDE, _OUTSIDE_BEST = 0.1, 0.25
_ASKED = 0.1  # probability from which on the neighbours are asked
_AT_ONCE = 4096  # words that are scored together; a copy of the features of all words of a book is 50 MB


@dataclass(frozen=True)
class Judged:
    """The words of some beads.

    Attributes:
        pair: the words of both documents.
        blocks: int64 (k, 4), the beads that have words on both sides.
        rows: what is known of the words of source and target, in the beads.
        model: what judges.
    """

    pair: PairWords
    blocks: Longs
    rows: tuple[Described, Described]
    model: WordModel

    @cached_property
    def absent(self) -> tuple[Doubles, Doubles]:
        """Return the log odds that a word has no counterpart, float64 (r,) for each side."""
        return _scores(self.model.absent, self.rows)

    @cached_property
    def differs(self) -> tuple[Doubles, Doubles]:
        """Return the log odds that a word does not say what its counterpart says, float64 (r,) for each side."""
        return _scores(self.model.differs, self.rows)

    @cached_property
    def runs(self) -> tuple[Runs, Runs]:
        """Return the runs of words without a counterpart on each side."""
        return find_runs((self.pair.source, self.pair.target), self.rows, self.absent)

    @cached_property
    def run_probabilities(self) -> tuple[Doubles, Doubles]:
        """Return the probability that most words of a run have no counterpart, float64 (r,) for each side."""
        odds = _scores(self.model.run, self.runs)
        return self._run_shares(0, odds[0]), self._run_shares(1, odds[1])

    def _run_shares(self, side: int, odds: Doubles) -> Doubles:
        """Return the probability that most words of the runs of a side have no counterpart, in their bead or beside."""
        runs = self.runs[side]
        usual, unspaced, other_unspaced = (_column(runs, name) for name in ("usual_best", "unspaced", "other_unspaced"))
        unsure = np.isnan(usual) & ((unspaced > 0.0) | (other_unspaced > 0.0))
        less = np.where(runs.whole, _SELDOM, 0.0) + np.where(unsure, _UNSURE, 0.0)
        shares = odds_to_share(odds - less)
        # Of any word of the neighbours, free or not: where none are similar enough, no free ones are.
        asked = np.flatnonzero(
            (shares >= _ASKED) & (_column(runs, "outside") >= BETTER) & (_column(runs, "outside_best") >= CLOSE)
        )
        if len(asked):
            free = free_beside(self.pair, self.blocks, self.rows, self.absent, runs, side, asked.tolist())
            features, inside = runs.features[asked], _column(runs, "in_best")[asked]
            for name, least, values in (("outside", _OUTSIDE, free - inside), ("outside_best", _OUTSIDE_BEST, free)):
                column = RUN_FEATURES.index(name)
                features[:, column] = np.minimum(features[:, column], np.maximum(values, least))
            shares[asked] = odds_to_share(_scores_of(self.model.run, features) - less[asked])
            shares[asked[(free >= CLOSE) & (free - inside >= BETTER)]] = 0.0
        return shares


def _column(runs: Runs, name: str) -> Doubles:
    values: Doubles = runs.features[:, RUN_FEATURES.index(name)]
    return values


def judge_words(
    texts: tuple[Sequence[str], Sequence[str]], blocks: Longs, encoder: Encoder | None, model: WordModel | None = None
) -> Judged:
    """Return the judged words of some beads.

    Args:
        texts: of the segments of source and target.
        blocks: int64 (k, 4), first and end of the source segments, first and end of the target segments.
        encoder: what gives the vectors; the embedded one for None, and for one that has none for words.
        model: what judges; the one that ships for None.
    """
    words = encoder if isinstance(encoder, WordForms) else load_encoder()
    if not isinstance(words, WordForms):
        raise TypeError("the embedded encoder has to know words")
    pair = read_words(*texts, words)
    filled = (pair.source.starts[blocks[:, 1]] > pair.source.starts[blocks[:, 0]]) & (
        pair.target.starts[blocks[:, 3]] > pair.target.starts[blocks[:, 2]]
    )
    return Judged(pair, blocks[filled], describe(pair, blocks[filled]), model or load_model())


@one_thread()
def _scores(network: Network, sides: tuple[Described | Runs, Described | Runs]) -> tuple[Doubles, Doubles]:
    """Return the log odds of the rows of both sides."""
    return _scores_of(network, sides[0].features), _scores_of(network, sides[1].features)


def _scores_of(network: Network, features: Doubles) -> Doubles:
    """Return the scores of features (k, d): float64 (k,); of so many at a time, as the network copies them."""
    parts = [network.score(features[first : first + _AT_ONCE]) for first in range(0, len(features), _AT_ONCE)]
    return np.concatenate(parts) if parts else np.zeros(0)


def odds_to_share(odds: Doubles) -> Doubles:
    """Return probabilities for log odds."""
    shares: Doubles = 1.0 / (1.0 + np.exp(-odds))
    return shares
