"""The errors against gold by their kind: which of them there are, and what strict F1 would gain without them.

Gold and system cut a pair into passages: the smallest groups of sentences that no bead of either side leaves. A passage
in which both have the same beads is right, any other one is an error of one kind. A kind would be perfect if all of its
passages were as in gold.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from align.sanitize import sanitize_line
from eval.gold.sets import GoldPair, Link, spread_nulls
from eval.metrics.beads import count_beads, f1_of
from eval.metrics.score import Report, digest_pairs
from eval.results import Result, Table, share
from eval.system import System

KINDS = {
    "gap or crossing": "gold has a bead that leaves out a sentence in its middle, or beads that cross: no path has it",
    "spurious null": "the system leaves out what gold has in a bead",
    "missed null": "gold leaves out what the system has in a bead",
    "boundary of two": "two beads each, the boundary between them elsewhere",
    "cut too much": "one bead of gold, an n-m one, is several",
    "merged too much": "several beads of gold are one",
    "chain": "three beads or more on one side at least, with other boundaries",
}


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences of which gold and system have made other beads.

    Attributes:
        kind: one of `KINDS`.
        gold: its links there, null beads one per sentence.
        found: those of the system.
    """

    kind: str
    gold: tuple[Link, ...]
    found: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Errors:
    """The errors in a set.

    Attributes:
        name: of the set.
        pairs: its documents.
        found: links of the system, one tuple a document.
        passages: the errors of each document.
        signature: of the system.
    """

    name: str
    pairs: tuple[GoldPair, ...]
    found: tuple[tuple[Link, ...], ...]
    passages: tuple[tuple[Passage, ...], ...]
    signature: str

    def strict(self, perfect: Collection[str] = ()) -> float:
        """Return strict F1, as it would be if the errors of some kinds were right."""
        counts = []
        for pair, links, passages in zip(self.pairs, self.found, self.passages, strict=True):
            mended = [passage for passage in passages if passage.kind in perfect]
            wrong = {link for passage in mended for link in passage.found}
            right = [link for passage in mended for link in passage.gold]
            counts.append(count_beads(pair, [*(link for link in links if link not in wrong), *right]))
        return f1_of(np.sum(counts, axis=0), "strict")

    def examples(self, kind: str, count: int) -> Iterator[tuple[GoldPair, Passage]]:
        """Yield some errors of a kind, the shortest ones."""
        found = [
            (pair, passage)
            for pair, passages in zip(self.pairs, self.passages, strict=True)
            for passage in passages
            if passage.kind == kind
        ]
        yield from sorted(found, key=lambda item: sum(len(side) for link in item[1].gold for side in link))[:count]


def find_errors(name: str, pairs: Sequence[GoldPair], system: System, *, report: Report = lambda _: None) -> Errors:
    """Return the errors of a system on a set.

    Args:
        name: of the set.
        pairs: its documents.
        system: to be judged.
        report: is told the name of each document before its turn.
    """
    found, passages, signature = [], [], ""
    for pair in pairs:
        report(pair.name)
        prediction = system(pair)
        links = tuple(_sorted(prediction.links))
        found.append(links)
        passages.append(tuple(find_passages(pair.links, links)))
        signature = prediction.signature
    return Errors(name, tuple(pairs), tuple(found), tuple(passages), signature)


def find_passages(gold: Iterable[Link], found: Iterable[Link]) -> Iterator[Passage]:
    """Yield the passages of which two alignments of the same sentences have made other beads, in order of the source.

    A sentence in no bead of gold counts as null.

    >>> one, other = [((0,), (0,)), ((1,), (1, 2))], [((0,), (0, 1)), ((1,), (2,))]
    >>> [passage.kind for passage in find_passages(one, other)]
    ['boundary of two']
    """
    sides = tuple(_sorted(gold)), tuple(_sorted(found))
    roots = _join([link for side in sides for link in side])
    groups: dict[tuple[int, int], tuple[list[Link], list[Link]]] = defaultdict(lambda: ([], []))
    for number, side in enumerate(sides):
        for link in side:
            groups[roots[_first(link)]][number].append(link)
    for of_gold, of_found in groups.values():
        if set(of_gold) != set(of_found) and (kind := _kind(of_gold, of_found)):
            yield Passage(kind, tuple(of_gold), tuple(of_found))


def _sorted(links: Iterable[Link]) -> list[Link]:
    """Return links with null beads one per sentence, by their first sentences."""
    cut = {(tuple(sorted(source)), tuple(sorted(target))) for source, target in spread_nulls(links)}
    return sorted(cut, key=lambda link: (link[0] or (-1,), link[1]))


def _first(link: Link) -> tuple[int, int]:
    """Return a sentence of a link: its side and its number."""
    return (0, link[0][0]) if link[0] else (1, link[1][0])


def _join(links: Iterable[Link]) -> dict[tuple[int, int], tuple[int, int]]:
    """Return for each sentence (side, number) one that stands for all that links join it with."""
    above: dict[tuple[int, int], tuple[int, int]] = {}

    def root(node: tuple[int, int]) -> tuple[int, int]:
        above.setdefault(node, node)
        while above[node] != node:
            above[node] = above[above[node]]
            node = above[node]
        return node

    for link in links:
        first = root(_first(link))
        for side in (0, 1):
            for number in link[side]:
                above[root((side, number))] = first
    return {node: root(node) for node in list(above)}


def _kind(gold: Sequence[Link], found: Sequence[Link]) -> str:
    """Return the kind of an error; an empty name where one alignment only names a null that the other passes over."""
    beads, others = ([link for link in links if all(link)] for links in (gold, found))
    if not beads and not others:
        return ""
    if _broken(beads):
        return "gap or crossing"
    nulls, left_out = ({node for link in links if not all(link) for node in _nodes([link])} for links in (gold, found))
    if left_out - nulls and left_out & _nodes(beads):
        return "spurious null"
    if _nodes(others) - _nodes(beads):
        return "missed null"
    if len(beads) == 1:
        return "cut too much"
    if len(others) == 1:
        return "merged too much"
    return "boundary of two" if len(beads) == len(others) == 2 else "chain"


def _nodes(links: Iterable[Link]) -> set[tuple[int, int]]:
    """Return the sentences of links."""
    return {(side, number) for link in links for side in (0, 1) for number in link[side]}


def _broken(links: Sequence[Link]) -> bool:
    """Return whether no path has all of some links with both sides."""
    last = -1, -1
    for link in sorted(links):
        for side in (0, 1):
            if link[side][-1] - link[side][0] >= len(link[side]) or link[side][0] <= last[side]:
                return True
        last = link[0][-1], link[1][-1]
    return False


def example_lines(errors: Errors, kind: str, count: int) -> Iterator[str]:
    """Yield lines that show some errors of a kind, with the texts made safe to print.

    Args:
        errors: of a set.
        kind: one of `KINDS`.
        count: how many errors, at most.
    """
    for pair, passage in errors.examples(kind, count):
        yield f"{sanitize_line(pair.name)}: {kind}"
        nodes = _nodes([*passage.gold, *passage.found])
        for side, name, texts in ((0, "source", pair.source), (1, "target", pair.target)):
            for number in sorted(each for which, each in nodes if which == side):
                yield f"  {name} {number}: {sanitize_line(texts[number])}"
        for name, links in (("gold", passage.gold), ("found", passage.found)):
            yield f"  {name}: " + " ".join(f"{list(source)}:{list(target)}" for source, target in links)


def errors_result(sets: Sequence[Errors]) -> Result:
    """Return counts and gains by kind as a result that can be kept; no text of the data is in it."""
    rows, body = [], {}
    for errors in sets:
        counts = Counter(passage.kind for passages in errors.passages for passage in passages)
        strict = errors.strict()
        gains = {kind: errors.strict([kind]) - strict for kind in KINDS}
        body[errors.name] = {"strict": strict, "errors": dict(counts), "gains": gains}
        cells = (f"{counts[kind]} (+{gains[kind]:.3f})" if counts[kind] else "–" for kind in KINDS)
        rows.append((errors.name, share(strict), *cells))
    table = Table("Errors by kind, and what strict F1 gains without them", ("set", "strict F1", *KINDS), tuple(rows))
    return Result(
        name="errors",
        signature="; ".join(dict.fromkeys(errors.signature for errors in sets)),
        data=digest_pairs([pair for errors in sets for pair in errors.pairs]),
        tables={"errors": table},
        body=body,
    )
