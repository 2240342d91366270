"""What the weights of the default aligner are fitted on: pieces of development data with their gold path.

Development gold of every kind, near-parallel articles made from `ntrex128` in many language pairs and at every level,
and pairs of articles that are no versions of each other, whose true path is all nulls. Each set counts by its weight,
not its size. Nothing named test or held out is read.
"""

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

import numpy as np
from numpy.typing import NDArray

from align.aligners.default.evidence import Evidence, gather_evidence
from align.aligners.default.steps import step_blocks
from align.encoding import Encoder, check_languages
from align.errors import OptionError
from align.lattice.arrays import Doubles, Ints
from eval.fitting.pieces import GoldPath, cut_pieces, gold_path
from eval.fitting.variants import (
    BRIEF_IN_TARGET,
    SEED,
    SHORTEST,
    STEPS,
    recut,
    shifted,
    sparse,
    with_dropped,
    with_replaced,
)
from eval.gold.sets import GoldPair, pair_document, read_set
from eval.near.brief import KINDS, MOST, brief_of, choose_brief, joined
from eval.near.protocol import LEVELS, PAIRS, change_pair, negative_pairs, parallel_articles
from eval.near.replace import replace_many

LOG = logging.getLogger(__name__)
SETS = {
    "textberg": 1.0, "mac": 1.5, "transread": 1.5, "hunalign": 0.7, "parice": 0.6, "deplain_web": 1.0,
    "opus_books": 1.0,
}  # fmt: skip
NEAR, BRIEF, NEGATIVE = 4.5, 2.0, 0.7  # weights of articles changed in all ways, of briefs, of articles that are none
DROPPED = 0.3  # share of the weight of a set that the same texts have without some of their short sentences
RECUT = 0.3  # share of the weight of a set that the same texts have with other boundaries of sentences
SHIFTED = 0.6  # that they have with clauses on the other side of a boundary
SPARSE = 0.3  # that they have with few of the sentences of one side, all over the text
NO_PATH = 0.0  # weight of what has replaced sentences: the path goes by the order, and is not fitted on them
EVERY = {"opus_books": 3}  # of a set of large books every third piece will do
NEAR_PAIRS = (*PAIRS, ("en", "es"), ("en", "sv"), ("pt", "nl"), ("en", "he"), ("ro", "en"), ("hi", "en"))
SAME_LANGUAGE = (("en", "en"), ("fr", "fr"), ("de", "de"))
_EVERY_NEAR, _EVERY_NEGATIVE, _EVERY_REPLACED, _EVERY_BRIEF = 4, 14, 4, 5
_FEW = 6  # pieces
_SHIFTS = 2  # variants with other clauses
_WITH_PARAGRAPHS = 0.5  # share of the pieces
_PARAGRAPH_LENGTHS, _KEPT_BREAKS, _OWN_BREAKS = (1.5, 3.0, 5.0), (0.5, 0.75, 0.9, 0.95), 0.03


_Set = tuple[str, Sequence[tuple[GoldPair, GoldPath]], float]  # name, pieces, and weight


@dataclass(frozen=True, slots=True)
class Example:
    """A piece with its gold path.

    Attributes:
        name: of the set.
        pair: the piece.
        evidence: of its two sides.
        gold: what is known of the right path.
        weight: of each step: that of the set, shared among the steps of the set; `NO_PATH` where no path is fitted.
    """

    name: str
    pair: GoldPair
    evidence: Evidence
    gold: GoldPath
    weight: float

    @property
    def nulls(self) -> tuple[Doubles, Doubles]:
        """Return 1 for each source and each target segment that is null in gold, else 0: float64 (n,) and (m,)."""
        steps = self.gold.steps
        source, target = (
            np.repeat(steps[:, 1 - k] == 0, steps[:, k]) & ~unknown for k, unknown in enumerate(self.gold.open)
        )
        return source.astype(np.float64), target.astype(np.float64)

    @property
    def rates(self) -> tuple[float, float]:
        """Return the shares of the source and of the target segments that are null."""
        source, target = (float((nulls.sum() + 0.25) / (len(nulls) + 0.5)) for nulls in self.nulls)
        return source, target


def make_examples(folder: Path, encoder: Encoder, *, every: int = 1) -> list[Example]:
    """Return the examples of a gold folder in languages that the encoder does not refuse.

    Args:
        folder: with the sets.
        encoder: that gives the vectors.
        every: one piece of so many is taken where there are more than a few; a set counts as much as with all of them.
    """
    return _make_all(_sets(folder), encoder, every)


def make_variants(folder: Path, encoder: Encoder, *, every: int = 1) -> list[Example]:
    """Return changed pieces of the gold sets, which only the second pass is fitted on.

    Args:
        folder: with the sets.
        encoder: that gives the vectors.
        every: as for `make_examples`.
    """
    return _make_all(_variants(folder), encoder, every)


def _make_all(sets: Iterable[_Set], encoder: Encoder, every: int) -> list[Example]:
    """Return the examples of sets, those that the encoder does not refuse."""
    examples: list[Example] = []
    for name, all_pieces, share in sets:
        pieces = [piece for piece in all_pieces if is_for(encoder, piece[0])]
        pieces = pieces[:: every if len(pieces) > _FEW else 1]
        steps = sum(len(gold.steps) for _, gold in pieces)
        examples += [make_example(name, pair, gold, share / steps, encoder) for pair, gold in pieces]
        LOG.info("%s: %d pieces", name, len(pieces))
    return examples


def is_for(encoder: Encoder, pair: GoldPair) -> bool:
    """Return whether an encoder takes texts in the languages of a pair."""
    try:
        check_languages(encoder, (pair.source_language, pair.target_language))
    except OptionError:
        return False
    return True


def make_example(name: str, pair: GoldPair, gold: GoldPath, weight: float, encoder: Encoder) -> Example:
    """Return a piece with its evidence; half of them get paragraphs, which no gold set has."""
    random = Random(f"{SEED}/{pair.name}")
    evidence = evidence_of(pair, encoder)
    if random.random() < _WITH_PARAGRAPHS and min(len(pair.source), len(pair.target)) > SHORTEST:
        source, target = make_paragraphs(gold.steps, random)
        evidence = replace(
            evidence,
            source=replace(evidence.source, paragraphs=source),
            target=replace(evidence.target, paragraphs=target),
        )
    return Example(name, pair, evidence, gold, weight)


def make_paragraphs(steps: Ints, random: Random) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Return where paragraphs might begin on each side: bool (n + 1,) and (m + 1,).

    The author breaks between beads; a version keeps most of these breaks and adds some of its own, anywhere.
    """
    ends = np.concatenate([np.zeros((1, 2), dtype=np.int64), np.cumsum(steps, axis=0, dtype=np.int64)])
    length, kept = random.choice(_PARAGRAPH_LENGTHS), random.choice(_KEPT_BREAKS)
    broken = [cell for cell in ends.tolist() if random.random() < 1.0 / length]
    sides = []
    for side, size in enumerate(ends[-1].tolist()):
        begins = np.array([random.random() < _OWN_BREAKS for _ in range(size + 1)], dtype=bool)
        begins[[cell[side] for cell in broken if random.random() < kept]] = True
        begins[[0, size]] = True
        sides.append(begins)
    return sides[0], sides[1]


def evidence_of(pair: GoldPair, encoder: Encoder) -> Evidence:
    """Return the evidence of a pair."""
    return gather_evidence(encoder, pair_document(pair, "source"), pair_document(pair, "target"))


def path_blocks(path: Ints) -> NDArray[np.int64]:
    """Return first and end of the source and of the target segments of each bead of a path: int64 (k, 4).

    >>> path_blocks(np.array([[1, 1], [1, 0], [2, 1]])).tolist()
    [[0, 1, 0, 1], [2, 4, 1, 2]]
    """
    blocks: NDArray[np.int64] = step_blocks(path)[path.min(axis=1) > 0]
    return blocks


def _sets(folder: Path) -> Iterator[_Set]:
    """Yield the gold sets and what is made of articles."""
    for name, weight in SETS.items():
        yield name, _pieces(folder, name), weight
    ntrex = folder / "ntrex128"
    yield "near", list(cut_pieces(_near(ntrex))), NEAR
    yield "replaced", list(cut_pieces(_replaced(ntrex))), NO_PATH
    yield "brief", [(pair, gold_path(pair)) for pair in _briefs(ntrex)], BRIEF
    cases = negative_pairs(ntrex, seed=1, languages=(*PAIRS, *SAME_LANGUAGE))[::_EVERY_NEGATIVE]
    yield "negative", list(cut_pieces(case.pair for case in cases)), NEGATIVE


def _variants(folder: Path) -> Iterator[_Set]:
    """Yield the gold sets changed in each way."""
    for name, weight in SETS.items():
        if name != "deplain_web":
            pairs = [pair for pair, _ in _pieces(folder, name)]
            yield name, list(cut_pieces(with_replaced(pairs))), NO_PATH
            yield name, list(cut_pieces(map(with_dropped, pairs))), DROPPED * weight
            yield name, list(cut_pieces(map(recut, pairs))), RECUT * weight
            for number in range(_SHIFTS):
                yield name, list(cut_pieces(shifted(pair, number) for pair in pairs)), SHIFTED / _SHIFTS * weight
            yield name, list(sparse(pairs)), SPARSE * weight


def _pieces(folder: Path, name: str) -> list[tuple[GoldPair, GoldPath]]:
    """Return the pieces of a set."""
    return list(cut_pieces(read_set(folder, name)))[:: EVERY.get(name, 1)]


def _near(folder: Path) -> Iterator[GoldPair]:
    """Yield changed articles, other ones for each language pair and level."""
    for turn, languages in enumerate(NEAR_PAIRS):
        articles = parallel_articles(folder, *languages)
        for level in (0, *LEVELS):
            first = 2 * ((level // 10 + turn) % (_EVERY_NEAR // 2))
            for number in range(first, len(articles), _EVERY_NEAR):
                stranger = articles[number - 1]
                yield change_pair(articles[number], stranger, level=level, seed=SEED + level).pair


def _briefs(folder: Path) -> Iterator[GoldPair]:
    """Yield short versions of articles, and of many articles one after the other."""
    for turn, languages in enumerate(NEAR_PAIRS):
        articles = parallel_articles(folder, *languages)[::2]
        for number in range(turn % _EVERY_BRIEF, len(articles), _EVERY_BRIEF):
            random = Random(f"{SEED}/brief/{languages}/{number}")
            article, side = articles[number], int(random.random() < BRIEF_IN_TARGET)
            kind, count = random.choice(KINDS), random.randint(1, MOST)
            size = len(article.source)
            yield brief_of(article, choose_brief(min(count, size - 1), size, kind, random), side=side)
        random = Random(f"{SEED}/long/{languages}")
        book = joined(random.sample(articles, 12))
        size, step = len(book.source), random.choice(STEPS)
        yield brief_of(book, range(random.randrange(step), size, step), side=int(random.random() < BRIEF_IN_TARGET))
        yield brief_of(book, choose_brief(random.randint(3, 12), size, random.choice(KINDS), random), side=1)


def _replaced(folder: Path) -> Iterator[GoldPair]:
    """Yield articles that are complete but for replaced sentences, more of them than any real version has."""
    for turn, languages in enumerate(NEAR_PAIRS):
        articles = parallel_articles(folder, *languages)
        for number in range(2 * (turn % (_EVERY_REPLACED // 2)), len(articles), _EVERY_REPLACED):
            strangers = [articles[(number + 2 * k) % len(articles)] for k in range(1, 6)]
            yield replace_many(articles[number], strangers, share=1 / 8, seed=SEED)
