"""Articles with one change in some of their sentences: how many are found, and what is found where nothing was changed.

1. The articles of `ntrex128` are compared as they are. All findings inside kept sentences count as false, and so does
   a sentence that is told to be replaced by another: some are real, as translators do not render everything, so that
   the figures are on the safe side.
2. In sentences that stand apart a mutator changes one side, source or target by chance, and the article is compared
   again. The change counts as found where a finding inside a kept bead touches its characters, whichever check it is
   that says so; those where such a finding has severity high are counted apart as well. A sentence of which more than
   half was cut may be told as replaced by what is left of it, both of them side by side: that points at the change,
   too, and the check `replacement` tells how often that is.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import accumulate
from pathlib import Path
from random import Random

from align.bitext import EVEN, Comparison, Document, Fate, Finding, Severity, Span
from eval.gold.sets import GoldPair, pair_document
from eval.mutate import Mutation, Mutator, load_mutator
from eval.near.protocol import parallel_articles

PAIRS = (
    ("en", "fr"), ("en", "de"), ("en", "es"), ("en", "it"), ("en", "nl"), ("en", "ru"), ("zh", "en"), ("en", "ja"),
)  # fmt: skip
APART = 3  # sentences from one change to the next, so that neighbours of a changed sentence are as they were
INSIDE = frozenset({Fate.KEPT, Fate.MERGED, Fate.SPLIT, Fate.MOVED, Fate.UNCERTAIN})

Compare = Callable[[Document, Document], Comparison]


@dataclass(frozen=True, slots=True)
class Planted:
    """A change in a pair: the side that has it, 0 for the source, its half-open characters there and its sentence's."""

    side: int
    chars: Span
    sentence: Span


@dataclass(frozen=True, slots=True)
class KindScore:
    """Of changes of one kind in a language pair: how many, how many are found, and of these as high.

    `by` tells how many each check found.
    """

    kind: str
    languages: str
    planted: int
    found: int
    high: int
    by: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FalseScore:
    """How many findings a check has inside kept sentences of untouched articles, by kind of finding and severity."""

    languages: str
    words: int
    check: str
    kind: str
    severity: Severity
    findings: int


def score_untouched(folder: Path, languages: tuple[str, str], compare: Compare) -> tuple[FalseScore, ...]:
    """Return what is found inside kept sentences of articles that nobody changed; those in doubt do not count.

    Args:
        folder: as `eval.near.protocol.parallel_articles` takes it; `en.txt` gives the words to count.
        languages: source and target.
        compare: of two documents.
    """
    counts: Counter[tuple[str, str, Severity]] = Counter()
    for article in parallel_articles(folder, *languages):
        comparison = compare(pair_document(article, "source"), pair_document(article, "target"))
        counts.update((it.check, it.kind, it.severity) for it in findings_inside(comparison) if it.probability >= EVEN)
    words = sum(len(line.split()) for article in parallel_articles(folder, "en", "en") for line in article.source)
    name = "-".join(languages)
    return tuple(FalseScore(name, words, *key, number) for key, number in sorted(counts.items()))


def score_kind(folder: Path, kind: str, languages: tuple[str, str], compare: Compare, *, seed: int = 0) -> KindScore:
    """Return how many changes of a kind are found.

    Args:
        folder: as `score_untouched` takes it.
        kind: one of `eval.mutate.MUTATORS`.
        languages: source and target.
        compare: of two documents.
        seed: of the changes; the same seed gives the same ones.
    """
    mutator = load_mutator(kind)
    planted = found = high = 0
    by: Counter[str] = Counter()
    for article in parallel_articles(folder, *languages):
        pair, changes = plant(article, mutator, Random(f"{seed}/{kind}/{article.name}"))
        if not changes:
            continue
        findings = list(findings_inside(compare(pair_document(pair, "source"), pair_document(pair, "target"))))
        for change in changes:
            touching = [it for it in findings if it.probability >= EVEN and touches(it, change)]
            planted, found = planted + 1, found + bool(touching)
            high += any(it.severity is Severity.HIGH for it in touching)
            by.update({it.check for it in touching})
    return KindScore(kind, "-".join(languages), planted, found, high, dict(sorted(by.items())))


def plant(pair: GoldPair, mutator: Mutator, rng: Random) -> tuple[GoldPair, tuple[Planted, ...]]:
    """Return a pair of line-parallel sides with changes, and where they are in the documents of `pair_document`.

    Args:
        pair: every source sentence corresponds to the target sentence of its number.
        mutator: what changes a sentence.
        rng: what decides.
    """
    sides, languages = [list(pair.source), list(pair.target)], (pair.source_language, pair.target_language)
    made: list[tuple[int, int, Mutation]] = []
    free = rng.randrange(APART)
    for number in range(len(pair.source)):
        side = rng.randrange(2)
        mutation = mutator(sides[side][number], languages[side], rng) if number >= free else None
        if mutation is not None:
            sides[side][number], free = mutation.text, number + APART
            made.append((side, number, mutation))
    starts = [list(accumulate((len(text) + 1 for text in side), initial=0)) for side in sides]
    changes = tuple(
        Planted(
            side,
            Span(starts[side][number] + it.span.start, starts[side][number] + it.span.stop),
            Span(starts[side][number], starts[side][number] + len(it.text)),
        )
        for side, number, it in made
    )
    return replace(pair, source=tuple(sides[0]), target=tuple(sides[1])), changes


def findings_inside(comparison: Comparison) -> Iterator[Finding]:
    """Yield the findings inside of sentences that were kept, merged, split or moved, and those replaced by others.

    What else is said of the fate of a sentence is left out.
    """
    for finding in comparison.findings:
        inside = comparison.fates[finding.bead] in INSIDE and finding.kind not in (*Fate,)
        if inside or finding.kind == "replaced":
            yield finding


def touches(finding: Finding, change: Planted) -> bool:
    """Tell whether a finding marks the characters of a change; or the sentence of it, where something was cut.

    Where exactly words are missing from a translation nobody can tell to the character. That a sentence was replaced
    points at what was cut out of it, and at no other change.

    Args:
        finding: of the changed pair.
        change: one of its changes.
    """
    chars = (finding.source, finding.target)[change.side]
    if chars and change.chars:
        return finding.kind != "replaced" and max(chars.start, change.chars.start) < min(chars.stop, change.chars.stop)
    if not chars and not change.chars:
        return change.sentence.start <= chars.start <= change.sentence.stop
    return max(chars.start, change.chars.start) <= min(chars.stop, change.chars.stop)
