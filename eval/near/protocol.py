"""The near-parallel protocol: articles of which the truth is known because we changed them ourselves, with a seed.

From line-parallel articles (`ntrex128`) or any gold pair: at three levels a tenth, a third or more than half of the
sentences are dropped in runs, mostly from the target; a third as many of another article are put in; some sentences are
merged or split, and in longer articles a paragraph moves. Negatives are an article and another on a similar subject.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from random import Random

import numpy as np

from align.bitext import Comparison, Document
from align.errors import InputError
from eval.gold.sets import GoldPair, Link, pair_document, read_lines
from eval.metrics.beads import METRICS, Counts, count_beads, rates
from eval.near.draft import draft_pair, part_moves, read_replaced, read_truth
from eval.near.mutate import drop_runs, insert_runs, merge_pieces, move_run, split_piece
from eval.near.replace import NAMES, replace_runs
from eval.system import System

LEVELS = (10, 30, 60)
PAIRS = (
    ("en", "fr"), ("de", "en"), ("zh", "en"), ("en", "ru"), ("es", "fr"), ("en", "ja"),
    ("ar", "en"), ("it", "de"), ("en", "tr"), ("uk", "pl"), ("ko", "en"), ("en", "fi"),
)  # fmt: skip
SHORTEST = 6  # sentences; a shorter article has no room for changes
_INSERTED = 1 / 3  # of the dropped share
_RESHAPED = 0.06  # merges and as many splits, per sentence
_ROOM_TO_MOVE = 10  # sentences of an article in which a paragraph may move


@dataclass(frozen=True, slots=True)
class NearPair:
    """A pair with known changes.

    Attributes:
        pair: with the true links.
        moves: the links of moved sentences, which `pair.links` has as null beads.
        replaced: sentences and what stands in the place of their counterpart; they are null beads, too.
    """

    pair: GoldPair
    moves: tuple[Link, ...]
    replaced: tuple[Link, ...] = ()

    def read_as(self, found: Iterable[Link]) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
        """Return the links and the moves as one reads them who found these links; see `eval.near.draft.part_moves`."""
        moved = [{number for link in self.moves for number in link[side]} for side in (0, 1)]
        rest = [link for link in self.pair.links if all(link) or moved[0].isdisjoint(link[0])]
        rest = [link for link in rest if all(link) or moved[1].isdisjoint(link[1])]
        return part_moves([*rest, *self.moves], stayed=found)


@dataclass(frozen=True, slots=True)
class VerdictCase:
    """Two documents (the links do not matter) and whether they are versions of one text."""

    pair: GoldPair
    versions: bool


@dataclass(frozen=True, slots=True)
class NearScore:
    """What a system reached on one level and language pair; precision, recall and F1 are NaN where there is nothing."""

    level: str
    languages: str
    documents: int
    strict: tuple[float, float, float]
    null: tuple[float, float, float]
    move: tuple[float, float, float]
    replaced: int
    replaced_kept: int


@dataclass(frozen=True, slots=True)
class VerdictScore:
    """Of how many versions the verdict was same or near-parallel, and of how many others it was not."""

    versions: int
    versions_found: int
    others: int
    others_found: int

    @property
    def accuracy(self) -> float:
        """Return the mean of the two shares, so that neither kind counts for more."""
        shares = self.versions_found / max(1, self.versions), self.others_found / max(1, self.others)
        return sum(shares) / 2


def near_sets(
    folder: Path, *, seed: int = 0, languages: Sequence[tuple[str, str]] = PAIRS
) -> dict[str, tuple[NearPair, ...]]:
    """Return the sets `near-10`, `near-30` and `near-60` of changed articles.

    Args:
        folder: with `xx.txt`, the same lines in each language, and `DOCUMENT_IDS.tsv`, the article of each line.
        seed: of the changes; the same seed gives the same pairs.
        languages: source and target of each pair.
    """
    sets: dict[str, tuple[NearPair, ...]] = {}
    originals = [parallel_articles(folder, *pair) for pair in languages]
    for level in LEVELS:
        changed: list[NearPair] = []
        for articles in originals:
            for number, article in enumerate(articles):
                stranger = articles[(number + 1) % len(articles)]
                changed.append(change_pair(article, stranger, level=level, seed=seed))
        sets[f"near-{level}"] = tuple(changed)
    return sets


def change_pair(pair: GoldPair, stranger: GoldPair, *, level: int, seed: int) -> NearPair:
    """Return the pair with a share of its sentences dropped and more done to it.

    Args:
        pair: with true links.
        stranger: in the same languages; its sentences are put in.
        level: per cent of the sentences to drop.
        seed: of the changes.
    """
    random = Random(f"{seed}/{level}/{pair.source_language}-{pair.target_language}/{pair.name}")
    draft = draft_pair(pair)
    size = draft.size
    if size >= _ROOM_TO_MOVE and random.random() < 0.5:
        move_run(draft, random)
    for _ in range(math.ceil(size * _RESHAPED)):
        merge_pieces(draft, random)
        split_piece(draft, random)
    replace_runs(draft, (stranger.source, stranger.target), random)
    drop_runs(draft, level / 100, random)
    insert_runs(draft, level / 100 * _INSERTED, (stranger.source, stranger.target), random)
    links, moves = read_truth(draft)
    source, target = (tuple(piece.text for piece in side) for side in draft.sides)
    changed = replace(pair, name=f"near-{level}/{pair.name}", source=source, target=target, links=links)
    return NearPair(changed, moves, read_replaced(draft))


def parallel_articles(folder: Path, source: str, target: str) -> tuple[GoldPair, ...]:
    """Return the articles of line-parallel files that are long enough, every line linked to its own.

    Raises:
        InputError: the files do not have the same number of lines.
    """
    names = [line.split("\t")[0] for line in read_lines(folder / "DOCUMENT_IDS.tsv")]
    lines = []
    for language in (source, target):
        path = folder / f"{language}.txt"
        lines.append(read_lines(path))
        if len(lines[-1]) != len(names):
            raise InputError(f"{path}: expected {len(names)} lines as in DOCUMENT_IDS.tsv, found {len(lines[-1])}")
    articles = []
    for name, rows in groupby(range(len(names)), key=lambda row: names[row]):
        whole = [row for row in rows if lines[0][row].strip() and lines[1][row].strip()]
        links = tuple(((number,), (number,)) for number in range(len(whole)))
        sides = [tuple(side[row] for row in whole) for side in lines]
        if len(whole) >= SHORTEST:
            articles.append(GoldPair(f"{source}-{target}/{name}", source, target, sides[0], sides[1], links))
    return tuple(articles)


def negative_pairs(
    folder: Path, *, seed: int = 0, languages: Sequence[tuple[str, str]] = PAIRS
) -> tuple[VerdictCase, ...]:
    """Return each article with another one on a similar subject, as cases that are no versions of one text.

    The subject is told from the capitalised words and numbers that two English articles share, the rare ones weighing
    most, and not by an encoder: the cases stay the same when the encoder changes. One of the three nearest is taken.
    """
    english = parallel_articles(folder, "en", "en")
    near = _similar([article.source for article in english])
    names = [article.name.partition("/")[2] for article in english]
    cases = []
    for source, target in languages:
        articles = {article.name.partition("/")[2]: article for article in parallel_articles(folder, source, target)}
        for number, name in enumerate(names):
            other = names[Random(f"{seed}/{name}").choice(near[number])]
            if name in articles and other in articles:
                text = articles[other].target
                pair = replace(articles[name], name=f"negative/{source}-{target}/{name}", target=text, links=())
                cases.append(VerdictCase(pair, versions=False))
    return tuple(cases)


def positive_pairs(sets: Iterable[tuple[NearPair, ...]]) -> tuple[VerdictCase, ...]:
    """Return changed articles as cases that are versions of one text."""
    return tuple(VerdictCase(near.pair, versions=True) for pairs in sets for near in pairs)


def score_near(pairs: Iterable[NearPair], system: System) -> tuple[NearScore, ...]:
    """Return the scores of a system by level and language pair, and of each level in all (`all`).

    A moved sentence is dropped and added in the links of truth and system alike; the moves are counted apart, over
    pairs of sentence ids. Where two passages of equally many beads cross, either of them may be said to have moved: the
    truth is read as the system has it.
    """
    counts: dict[tuple[str, str], tuple[int, Counts, Counts, Counts]] = {}
    for near in pairs:
        level = near.pair.name.partition("/")[0]
        languages = f"{near.pair.source_language}-{near.pair.target_language}"
        found = system(near.pair)
        links, moved = near.read_as(found.links)
        beads = count_beads(replace(near.pair, links=links), found.links)
        moves, kept = count_moves(moved, found.moves), count_kept(near.replaced, found.links)
        for key in ((level, languages), (level, "all")):
            before = counts.get(key, (0, np.zeros_like(beads), np.zeros_like(moves), np.zeros_like(kept)))
            counts[key] = before[0] + 1, before[1] + beads, before[2] + moves, before[3] + kept
    rows = sorted(counts.items(), key=lambda item: (item[0][0], item[0][1] == "all"))
    return tuple(_score(level, languages, *values) for (level, languages), values in rows)


def count_moves(gold: Iterable[Link], found: Iterable[Link]) -> Counts:
    """Return precision hits and total, recall hits and total over the pairs of ids of moved sentences: int64 (4,)."""
    first, second = _id_pairs(gold), _id_pairs(found)
    hits = len(first & second)
    return np.array([hits, len(second), hits, len(first)], dtype=np.int64)


def count_kept(replaced: Iterable[Link], found: Iterable[Link]) -> Counts:
    """Return how many sentences were replaced, and of how many one side is in a bead with two: int64 (2,).

    Args:
        replaced: as `NearPair.replaced`.
        found: the links of a system.
    """
    linked = [{number for link in found if all(link) for number in link[side]} for side in (0, 1)]
    kept = [not linked[0].isdisjoint(source) or not linked[1].isdisjoint(target) for source, target in replaced]
    return np.array([len(kept), sum(kept)], dtype=np.int64)


def score_verdicts(cases: Iterable[VerdictCase], compare: Callable[[Document, Document], Comparison]) -> VerdictScore:
    """Return how often the verdict tells versions of one text from others."""
    right = {True: 0, False: 0}
    total = {True: 0, False: 0}
    for case in cases:
        comparison = compare(pair_document(case.pair, "source"), pair_document(case.pair, "target"))
        total[case.versions] += 1
        right[case.versions] += comparison.are_versions == case.versions
    return VerdictScore(total[True], right[True], total[False], right[False])


def _score(level: str, languages: str, documents: int, beads: Counts, moves: Counts, kept: Counts) -> NearScore:
    values = [rates(beads[METRICS.index("strict")]), rates(beads[METRICS.index("null")]), rates(moves)]
    strict, null, move = ((float(row[0]), float(row[1]), float(row[2])) for row in values)
    return NearScore(level, languages, documents, strict, null, move, int(kept[0]), int(kept[1]))


def _id_pairs(links: Iterable[Link]) -> set[tuple[int, int]]:
    return {(first, second) for source, target in links for first in source for second in target}


def _similar(articles: Sequence[Sequence[str]]) -> list[list[int]]:
    """Return the numbers of the three articles that share most names and numbers with each."""
    words = [set(NAMES.findall(" ".join(article))) for article in articles]
    spread = Counter(word for names in words for word in names)
    weights = {word: math.log(len(articles) / many) for word, many in spread.items()}
    sizes = [sum(weights[word] for word in names) for names in words]
    nearest = []
    for number, names in enumerate(words):
        likeness = [
            sum(weights[word] for word in names & others) / (1.0 + math.sqrt(sizes[number] * sizes[other]))
            if other != number
            else -1.0
            for other, others in enumerate(words)
        ]
        nearest.append(sorted(range(len(words)), key=lambda other: (-likeness[other], other))[:3])
    return nearest
