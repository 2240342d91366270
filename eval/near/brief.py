"""A short version against a whole article: a brief, a beginning, an excerpt, or every so many sentences of a book."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from align.bitext import Comparison, Document, Fate, Verdict
from eval.gold.sets import GoldPair, Link, pair_document
from eval.near.protocol import PAIRS, parallel_articles

KINDS = ("scattered", "beginning", "excerpt")
MOST = 8  # sentences of a brief
COUNTS = (1, 2, 3, 5, 8)
_SIZES = range(24, 37)  # sentences of the articles that briefs are scored on
Compare = Callable[[Document, Document], Comparison]


@dataclass(frozen=True, slots=True)
class BriefScore:
    """Of briefs of so many sentences: how many are called versions, and of their sentences those found and added."""

    count: int
    briefs: int
    versions: int
    sentences: int
    found: int
    added: int


def brief_of(pair: GoldPair, kept: Sequence[int], *, side: int = 1) -> GoldPair:
    """Return the pair with only some sentences of one side; what they render keeps its link.

    Args:
        pair: with links.
        kept: the sentences that stay, in order.
        side: 0 for the source, 1 for the target.
    """
    place = {number: k for k, number in enumerate(kept)}
    links: list[Link] = []
    for link in pair.links:
        short = tuple(place[number] for number in link[side] if number in place)
        long = link[1 - side]
        if short and long:
            links.append((long, short) if side else (short, long))
        elif long:
            links.extend(((number,), ()) if side else ((), (number,)) for number in long)
        elif short:
            links.append(((), short) if side else (short, ()))
    texts = tuple((pair.source, pair.target)[side][number] for number in kept)
    name = f"brief-{len(kept)}/{pair.name}"
    if side:
        return replace(pair, name=name, target=texts, links=tuple(links))
    return replace(pair, name=name, source=texts, links=tuple(links))


def choose_brief(count: int, size: int, kind: str, random: Random) -> list[int]:
    """Return which sentences a brief keeps, in order.

    Args:
        count: how many, or all where there are fewer.
        size: sentences of the article.
        kind: one of `KINDS`.
        random: what decides.
    """
    if kind == "scattered":
        return sorted(random.sample(range(size), min(count, size)))
    first = 0 if kind == "beginning" else random.randrange(max(1, size - count + 1))
    return list(range(first, min(size, first + count)))


def joined(pairs: Sequence[GoldPair]) -> GoldPair:
    """Return articles one after the other as one long document."""
    source: list[str] = []
    target: list[str] = []
    links: list[Link] = []
    for pair in pairs:
        i, j = len(source), len(target)
        links += [(tuple(k + i for k in link[0]), tuple(k + j for k in link[1])) for link in pair.links]
        source += pair.source
        target += pair.target
    return replace(pairs[0], source=tuple(source), target=tuple(target), links=tuple(links))


def brief_sets(
    folder: Path, *, seed: int = 0, languages: Sequence[tuple[str, str]] = PAIRS
) -> dict[int, list[GoldPair]]:
    """Return briefs of scattered sentences by how many they have, each against its whole article.

    Args:
        folder: as `near_sets` takes it.
        seed: of the choice.
        languages: source and target of each pair.
    """
    sets: dict[int, list[GoldPair]] = {count: [] for count in COUNTS}
    for pair in languages:
        for article in parallel_articles(folder, *pair):
            for count in COUNTS if len(article.target) in _SIZES else ():
                random = Random(f"{seed}/brief/{count}/{article.name}")
                kept = choose_brief(count, len(article.target), "scattered", random)
                sets[count].append(brief_of(article, kept))
    return sets


def score_briefs(sets: dict[int, list[GoldPair]], compare: Compare) -> list[BriefScore]:
    """Return what a comparison finds of briefs; what it calls uncertain is neither found nor added.

    Nothing is added in a brief that is not called a version, as nothing is claimed of it.

    Args:
        sets: as `brief_sets` makes them.
        compare: of the article and the brief.
    """
    return [_score(count, pairs, compare) for count, pairs in sets.items()]


def _score(count: int, pairs: Iterable[GoldPair], compare: Compare) -> BriefScore:
    briefs = versions = sentences = found = added = 0
    for pair in pairs:
        comparison = compare(pair_document(pair, "source"), pair_document(pair, "target"))
        true = {link for link in pair.links if all(link)}
        briefs, sentences = briefs + 1, sentences + len(true)
        versions += comparison.verdict in (Verdict.SAME, Verdict.NEAR_PARALLEL)
        for bead, fate in zip(comparison.alignment.beads, comparison.fates, strict=True):
            link = (*range(bead.source.start, bead.source.stop),), (*range(bead.target.start, bead.target.stop),)
            found += link in true and fate is not Fate.UNCERTAIN
            added += len(bead.target) if fate is Fate.ADDED and comparison.are_versions else 0
    return BriefScore(count, briefs, versions, sentences, found, added)
