"""The examples that the networks of `align.words` are fitted on, each with the fold that it is left out in."""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np

from align.encoding import WordForms
from align.lattice.arrays import Doubles
from align.words.describe import Described, describe
from align.words.vectors import PairWords, read_words
from eval.fitting.label_words import Labelled, label_span_pair, label_token_pair
from eval.fitting.planted_words import Planted, blocks_of, parts_of, plant
from eval.gold.labels import label_files, read_labels, read_spans, span_files
from eval.near.protocol import parallel_articles

LOG = logging.getLogger(__name__)
FOLDS = 4
ARTICLES = 24  # of each pair of languages, twice as many of the first five
PAIRS = (
    *(("en", other) for other in "fr de es ru zh it nl pt ja ar tr pl cs uk ko fi sv hi he el hu ro da fa".split()),
    *(("de", "fr"), ("es", "it"), ("zh", "ja"), ("ru", "uk"), ("fr", "zh"), ("ar", "fr"), ("de", "ru")),
)
_FIRST = 5
# Of two texts of a few sentences nobody knows what is usual in them; so every third article is there in parts, too.
IN_PARTS, LONGEST_PART = 3, 5
_NO_SPACE = frozenset({"zh", "ja", "th"})
# Subsets of `ists_rsd` with sentences; the others are put together from these.
_SENTENCES = frozenset({"ists", "ists_negatives"})


@dataclass(frozen=True, slots=True)
class Article:
    """An article with planted changes.

    Attributes:
        fold: that it is left out in, the same in all languages.
        languages: of source and target.
        words: of both sides.
        rows: what is known of them.
        labels: float64 (r,) for each side, whether a word has no counterpart.
        planted: float64 (k,), words that were dropped from or put into each bead.
        is_part: whether it is a part of an article that is there as a whole, too.
    """

    fold: int
    languages: tuple[str, str]
    words: PairWords
    rows: tuple[Described, Described]
    labels: tuple[Doubles, Doubles]
    planted: Doubles
    is_part: bool = False


def planted_articles(folder: Path, encoder: WordForms, *, seed: int = 0) -> Iterator[Article]:
    """Yield articles of all pairs of languages with planted changes.

    Args:
        folder: `ntrex128`.
        encoder: what gives the vectors.
        seed: of the changes.
    """
    for number, pair in enumerate(PAIRS):
        random = Random(f"{seed}/{number}")
        articles = parallel_articles(folder, *pair)
        for k in random.sample(range(len(articles)), ARTICLES * (2 if number < _FIRST else 1)):
            strangers = articles[(k + 1) % len(articles)]
            spaced = pair[0] not in _NO_SPACE, pair[1] not in _NO_SPACE
            planted = plant(
                articles[k].source, articles[k].target, (strangers.source, strangers.target), encoder, random, spaced
            )
            parts = parts_of(planted, LONGEST_PART, Random(f"{seed}/{number}/{k}")) if k % IN_PARTS == 0 else ()
            for document in (planted, *parts):
                if article := _described(document, pair, k % FOLDS, encoder, is_part=document is not planted):
                    yield article
        LOG.info("planted %s-%s", *pair)


def _described(
    planted: Planted, languages: tuple[str, str], fold: int, encoder: WordForms, *, is_part: bool
) -> Article | None:
    """Return what is known of the words of an article with planted changes; None where no bead has words on both."""
    words, blocks = read_words(*planted.sides, encoder), blocks_of(planted)
    filled = (np.diff(words.source.starts[blocks[:, :2]]) > 0) & (np.diff(words.target.starts[blocks[:, 2:]]) > 0)
    kept = filled[:, 0]
    if not kept.any():
        return None
    rows, labels = describe(words, blocks[kept]), planted.labels(words)
    told = labels[0][rows[0].words], labels[1][rows[1].words]
    return Article(fold, languages, words, rows, told, np.array(planted.planted)[kept], is_part)


def token_examples(folder: Path, encoder: WordForms) -> Iterator[tuple[str, Labelled]]:
    """Yield the sides of the pairs with token labels, and the set and subset that they belong to.

    Args:
        folder: with gold sets.
        encoder: what gives the vectors.
    """
    for path in label_files(folder):
        for pair in read_labels(path):
            if path.name.startswith("ists") and pair.subset not in _SENTENCES:
                continue
            for side in label_token_pair(pair, encoder):
                if (side.labels >= 0.0).any():
                    yield f"{path.stem}/{pair.subset}", side
        LOG.info("read %s", path.stem)


def span_examples(folder: Path, encoder: WordForms) -> Iterator[tuple[str, Labelled]]:
    """Yield the sides of the pairs in two languages with spans, and the set that they belong to.

    Args:
        folder: with gold sets.
        encoder: what gives the vectors.
    """
    for path in span_files(folder):
        pairs = [pair for pair in read_spans(path) if pair.source_language != pair.target_language]
        for pair in pairs:
            # The same text was translated by several systems.
            for side in label_span_pair(pair, encoder, pair.source):
                yield path.stem, side
        LOG.info("read %s", path.stem)


def fold_of(groups: Sequence[str]) -> Doubles:
    """Return a fold for each example; those of a group have one."""
    order = list(dict.fromkeys(groups))
    Random(1).shuffle(order)
    folds = {group: number % FOLDS for number, group in enumerate(order)}
    return np.array([folds[group] for group in groups], dtype=np.float64)
