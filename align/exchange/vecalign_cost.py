"""The ladder of Vecalign with a cost in its third field, as Vecalign itself writes it: lower is better, null beads 0.

Our cost of a bead is one less its probability. What is read has the cost with a minus as its score, and no probability.
"""

import math
from collections.abc import Iterable, Iterator
from pathlib import Path

from align.exchange.lines import parse_lines
from align.exchange.streams import reading
from align.exchange.unit import Unit
from align.exchange.vecalign import parse_rung, write_ladder


def write(units: Iterable[Unit], path: Path) -> int:
    """Write one line a bead."""
    return write_ladder(units, path, _cost)


def read(path: Path) -> Iterator[Unit]:
    """Yield the beads of a ladder, without texts."""
    wanted = "[0, 1]:[2]:0.27, neighbours on each side (or two runs of them) and a cost from 0"
    with reading(path) as stream:
        yield from parse_lines(stream, _parse, wanted=wanted, name=str(path))


def _cost(unit: Unit) -> str | None:
    if not all(side.segments for side in unit.sides):
        return f"{0:.4f}"
    if unit.probability is not None:
        return f"{1.0 - unit.probability:.4f}"
    return None if unit.score is None else f"{-unit.score:.4f}"


def _parse(number: int, line: str) -> Unit:
    sides, third = parse_rung(line)
    cost = float(third) if third else None
    if cost is not None and not 0.0 <= cost < math.inf:
        raise ValueError
    return Unit(sides, score=None if cost is None else -cost, line=number)
