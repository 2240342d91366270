"""What becomes of a single replaced sentence: `python -m eval.kept GOLD` prints how many are called kept, by kind.

In every second article of NTREX, which the passes have seen as a stranger only, and in seven language pairs one
sentence of the target is replaced (`eval.near.replace`). It is called kept where a bead with both sides has one of
the two sentences and is more probable than not. Beside it: how many true pairs are no longer called kept, in these
articles and in unchanged ones.
"""

import logging
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from align.bitext import EVEN
from eval.gold.sets import GoldPair, Link
from eval.near.draft import draft_pair, read_replaced, read_truth
from eval.near.protocol import parallel_articles
from eval.near.replace import KINDS, replace_run
from eval.results import share
from eval.system import align_pair

PAIRS = (("en", "fr"), ("en", "de"), ("en", "es"), ("en", "ru"), ("zh", "en"), ("en", "ar"), ("en", "pl"))
UNSEEN = slice(1, None, 2)  # both passes are fitted on some of the others
STRANGERS = 5  # articles whose sentences are strangers


@dataclass(frozen=True, slots=True)
class KeptScore:
    """Replaced sentences and those of them that are called kept; true pairs and those that no longer are."""

    kind: str
    replaced: int
    kept: int
    pairs: int
    lost: int


def score_kept(folder: Path, kind: str, *, languages: Sequence[tuple[str, str]] = PAIRS) -> KeptScore:
    """Return what becomes of replaced sentences of a kind, and of true pairs; without replacements for `unchanged`.

    Args:
        folder: as `eval.near.protocol.near_sets` takes it.
        kind: one of `eval.near.replace.KINDS`, or `unchanged`.
        languages: source and target of each pair.
    """
    replaced = kept = pairs = lost = 0
    for pair, gone in _articles(folder, kind, languages):
        found = align_pair(pair)
        links = [link for link, sure in zip(found.links, found.probabilities, strict=True) if sure >= EVEN]
        linked = {(i, j) for source, target in links for i in source for j in target}
        sources, targets = {i for i, _ in linked}, {j for _, j in linked}
        replaced += len(gone)
        kept += sum(not sources.isdisjoint(source) or not targets.isdisjoint(target) for source, target in gone)
        true = [link for link in pair.links if all(link)]
        pairs += len(true)
        lost += sum((source[0], target[0]) not in linked for source, target in true)
    return KeptScore(kind, replaced, kept, pairs, lost)


def _articles(
    folder: Path, kind: str, languages: Sequence[tuple[str, str]]
) -> Iterator[tuple[GoldPair, tuple[Link, ...]]]:
    """Yield articles with one replaced sentence, and what stands in its place; whole ones for `unchanged`."""
    for pair in languages:
        articles = parallel_articles(folder, *pair)[UNSEEN]
        for number, article in enumerate(articles):
            if kind == "unchanged":
                yield article, ()
                continue
            draft = draft_pair(article)
            others = [articles[(number + k) % len(articles)] for k in range(1, STRANGERS + 1)]
            strangers = [text for other in others for text in other.target]
            if replace_run(draft, kind, 1, strangers, 1, Random(f"kept/{kind}/{article.name}")):
                source, target = (tuple(piece.text for piece in side) for side in draft.sides)
                links, _ = read_truth(draft)
                yield replace(article, source=source, target=target, links=links), read_replaced(draft)


def main(folder: Path) -> None:
    """Score all kinds and print a table."""
    logging.basicConfig(level=logging.WARNING)
    lines = ["| kind | replaced | called kept | true pairs | lost |", "| --- | ---: | ---: | ---: | ---: |"]
    for kind in (*KINDS, "unchanged"):
        score = score_kept(folder / "ntrex128", kind)
        kept = share(score.kept / score.replaced) if score.replaced else "–"
        lines.append(f"| {kind} | {score.replaced} | {kept} | {score.pairs} | {score.lost / score.pairs:.4f} |")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
