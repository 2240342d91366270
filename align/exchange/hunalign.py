"""The ladder of hunalign (Varga et al. 2005): rungs of source segment, target segment and confidence.

A rung is where a bead begins; the last one stands behind the last segments. The confidence that we write is the
probability of the bead; hunalign's own is on a scale of its own, so what is read is a score and no probability.
"""

import math
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from align.bitext import Span
from align.errors import InputError
from align.exchange.beads import part_moves
from align.exchange.continued import part_continued
from align.exchange.lines import segments_needed
from align.exchange.streams import reading, writing
from align.exchange.unit import Side, Unit

_WANTED = "a rung: two numbers that never fall and a confidence, with tabs between"
_Rung = tuple[int, int, float | None, int]  # source and target segment, confidence, line


def write(units: Iterable[Unit], path: Path) -> int:
    """Write one rung a bead and the last one; rungs never fall, so what moved or goes on is null beads.

    Raises:
        InputError: also for beads that leave out segments, which rungs cannot.
    """
    count = i = j = 0
    with writing(path) as stream:
        for unit in part_continued(part_moves(list(units))):
            count += 1
            if len(unit.sides) != 2 or not any(side.segments for side in unit.sides):
                raise segments_needed(unit, path)
            source, target = (
                side.segments or Span(place, place) for side, place in zip(unit.sides, (i, j), strict=True)
            )
            if (source.start, target.start) != (i, j):
                raise InputError(
                    f"{path}: expected beads without a gap, found one at {source.start} and {target.start}"
                )
            stream.write(f"{i}\t{j}\t{_confidence(unit)}\n")
            i, j = source.stop, target.stop
        stream.write(f"{i}\t{j}\t1.0000\n")
    return count


def read(path: Path) -> Iterator[Unit]:
    """Yield the beads between the rungs, without texts."""
    with reading(path) as stream:
        for (i, j, confidence, line), (k, m, _, last) in pairwise(_rungs(stream, path)):
            if k < i or m < j or (i, j) == (k, m):
                raise InputError(f"{path}:{last}: expected {_WANTED}, found {k} and {m} after {i} and {j}")
            sides = Side("", segments=Span(i, k)), Side("", segments=Span(j, m))
            yield Unit(sides, score=confidence, line=line)


def _rungs(lines: Iterable[str], path: Path) -> Iterator[_Rung]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        cells = line.split("\t")
        try:
            i, j = int(cells[0]), int(cells[1])
            confidence = float(cells[2]) if len(cells) > 2 else None
            if min(i, j) < 0 or len(cells) > 3 or (confidence is not None and not math.isfinite(confidence)):
                raise ValueError
        except (ValueError, IndexError):
            raise InputError(f"{path}:{number}: expected {_WANTED}, found {line.strip()[:60]!r}") from None
        yield i, j, confidence, number


def _confidence(unit: Unit) -> str:
    told = unit.score if unit.probability is None else unit.probability
    return f"{1.0 if told is None else told:.4f}"
