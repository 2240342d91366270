"""Bead metrics: how well the links of a system agree with those of the gold.

Everything is counted first and divided last: the counts of a document are an int64 (metrics, 4) array with the columns
precision hits, precision total, recall hits, recall total. Counts add up over documents; `rates` turns any sum of them
into precision, recall and F1. Resampling needs nothing else (`eval.metrics.significance`).

Metrics, in the order of `METRICS`:

- *strict*: a bead counts when the same pair of id lists is in the gold. Precision is over all beads of the system, null
  beads included on both sides; recall is over the gold beads with two sides only. Published this way since Vecalign
  (Thompson and Koehn 2019, doi:10.18653/v1/D19-1136; the rule is that of their `score.py`).
- *lax*: the same, but a bead with two sides counts when it shares a pair of ids with a gold bead (same source).
- *null*: over sentences; a hit is a sentence that gold and system both leave without a counterpart. The rules above
  hardly punish a system that never emits a null bead, so this one stands beside them (after Champollion, Ma 2006,
  aclanthology.org/L06-1465, the only one to publish how well omissions and insertions are found).
- *link*: over pairs of sentence ids that share a bead: precision and recall at the level of sentences (Langlais, Simard
  and Véronis 1998, ARCADE, aclanthology.org/P98-1117).
- *1-1*, *1-n*, *n-m*: strict over the beads of one shape, the system's by their shape and the gold's by theirs; n-1
  counts as 1-n.
- *beads*: strict over the beads with two sides, null beads left out of precision too: all shapes together.

DEplain (Stodden, Momen and Kallmeyer 2023, arXiv:2305.18939) publishes F1 for "1:1" and for "n:m" but no formula; *1-1*
and *beads* are the nearest of ours, to be compared with care.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from eval.gold.sets import GoldPair, Link, spread_nulls

METRICS = ("strict", "lax", "null", "link", "1-1", "1-n", "n-m", "beads")
BLOCK = 20  # gold beads to a block when a set has too few documents to resample

Counts = NDArray[np.int64]
Rates = NDArray[np.float64]
_ROWS = {name: row for row, name in enumerate(METRICS)}
_PRECISION, _RECALL = slice(0, 2), slice(2, 4)


@dataclass(frozen=True, slots=True)
class Beads:
    """The links of one party, ready to be looked up.

    Attributes:
        all: every bead, null beads one per sentence.
        targets: the target ids that share a bead with a source id.
        source_nulls: source ids without a counterpart, whether a null bead says so or no bead has them.
        target_nulls: the same for target ids.
    """

    all: frozenset[Link]
    targets: dict[int, set[int]]
    source_nulls: frozenset[int]
    target_nulls: frozenset[int]


def gather_beads(links: Iterable[Link], source_count: int, target_count: int) -> Beads:
    """Return the links of a pair with so many sentences, ready to be looked up."""
    beads = frozenset((tuple(sorted(source)), tuple(sorted(target))) for source, target in spread_nulls(links))
    targets: dict[int, set[int]] = defaultdict(set)
    for source, target in beads:
        for number in source if target else ():
            targets[number].update(target)
    met = set().union(*targets.values())
    return Beads(
        beads,
        dict(targets),
        frozenset(range(source_count)).difference(targets),
        frozenset(range(target_count)).difference(met),
    )


def count_beads(pair: GoldPair, links: Sequence[Link]) -> Counts:
    """Return the counts of one document: int64 (metrics, 4)."""
    counts: Counts = count_blocks(pair, links, blocks=1)[0]
    return counts


def count_blocks(pair: GoldPair, links: Sequence[Link], *, blocks: int) -> Counts:
    """Return the counts of the parts of one document: int64 (blocks, metrics, 4); they add up to those of the document.

    The parts are equally long runs of sentences; a bead belongs where its first source sentence is, a bead without any
    where its first target sentence is.
    """
    sizes = len(pair.source), len(pair.target)
    gold, test = gather_beads(pair.links, *sizes), gather_beads(links, *sizes)
    counts = np.zeros((blocks, len(METRICS), 4), dtype=np.int64)
    for half, side, other in ((_PRECISION, test, gold), (_RECALL, gold, test)):
        part = counts[:, :, half]
        _count_two_sided(part, side, other, sizes)
        _count_nulls(part, side, other, sizes)
        if half is _PRECISION:
            _count_null_beads(part, side, other, sizes)
    return counts


def rates(counts: Counts) -> Rates:
    """Return precision, recall and F1 of counts (…, 4) as float64 (…, 3), each 0 to 1.

    All three are NaN when neither gold nor system has anything of the kind; otherwise a share of nothing is 0.
    F1 is the harmonic mean of the two.

    >>> rates(np.array([3, 4, 3, 6])).round(3).tolist()
    [0.75, 0.5, 0.6]
    """
    hits, totals = counts[..., 0::2].astype(np.float64), counts[..., 1::2].astype(np.float64)
    shares = hits / np.maximum(totals, 1.0)
    both = shares.sum(axis=-1)
    f1 = 2.0 * shares.prod(axis=-1) / np.where(both > 0.0, both, 1.0)
    values = np.concatenate([shares, f1[..., None]], axis=-1)
    nothing = totals.sum(axis=-1) == 0.0
    found: Rates = np.where(nothing[..., None], np.nan, values)
    return found


def f1_of(counts: Counts, metric: str) -> float:
    """Return the F1 of one metric from counts (metrics, 4)."""
    return float(rates(counts[_ROWS[metric]])[2])


def _count_two_sided(part: Counts, side: Beads, other: Beads, sizes: tuple[int, int]) -> None:
    """Add the beads with two sides: strict, lax, link and shape."""
    for bead in side.all:
        source, target = bead
        if not source or not target:
            continue
        row = part[_block(bead, len(part), sizes)]
        exact = bead in other.all
        shared = sum(len(other.targets.get(number, set()).intersection(target)) for number in source)
        row[_ROWS["strict"]] += exact, 1
        row[_ROWS["lax"]] += shared > 0, 1
        row[_ROWS["link"]] += shared, len(source) * len(target)
        row[_ROWS[_shape(bead)]] += exact, 1
        row[_ROWS["beads"]] += exact, 1


def _count_nulls(part: Counts, side: Beads, other: Beads, sizes: tuple[int, int]) -> None:
    """Add the sentences without a counterpart."""
    for number in side.source_nulls:
        part[_block(((number,), ()), len(part), sizes), _ROWS["null"]] += number in other.source_nulls, 1
    for number in side.target_nulls:
        part[_block(((), (number,)), len(part), sizes), _ROWS["null"]] += number in other.target_nulls, 1


def _count_null_beads(part: Counts, side: Beads, other: Beads, sizes: tuple[int, int]) -> None:
    """Add the null beads to strict and lax, as the field does for precision only."""
    for bead in side.all:
        if not bead[0] or not bead[1]:
            row = part[_block(bead, len(part), sizes)]
            row[_ROWS["strict"]] += bead in other.all, 1
            row[_ROWS["lax"]] += bead in other.all, 1


def _block(bead: Link, blocks: int, sizes: tuple[int, int]) -> int:
    """Return the number of the part that a bead belongs to."""
    source, target = bead
    first, size = (source[0], sizes[0]) if source else (target[0], sizes[1])
    return first * blocks // size


def _shape(bead: Link) -> str:
    """Return the shape class of a bead with two sides."""
    least, most = sorted((len(bead[0]), len(bead[1])))
    if least > 1:
        return "n-m"
    return "1-1" if most == 1 else "1-n"
