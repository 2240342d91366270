"""The ladder of Vecalign (Thompson and Koehn 2019): `[0, 1]:[2]:0.73`, a line a bead, null beads included.

Vecalign's third field is a cost, where lower is better; ours is the probability of the bead. Segments are numbered
over the whole document, page furniture included; with `--segmented` the numbers are those of the lines of the file, as
Vecalign has them: a blank line has a null bead of its own, or is within a bead that goes on behind it. A ladder is in
order: what moved is null on both sides. A ladder without a third field is sure of every bead.
"""

import re
from collections.abc import Iterator
from typing import TextIO

from align.bitext import Alignment, Span
from align.exchange.numbering import Numbering
from align.exchange.rows import Row, parse_rows

_LINE = re.compile(r"\[([0-9, ]*)\]:\[([0-9, ]*)\](?::([0-9.eE+-]+))?", re.ASCII)


def write(alignment: Alignment, stream: TextIO) -> None:
    """Write one line a bead."""
    source, target = Numbering(alignment.source), Numbering(alignment.target)
    for bead in alignment.beads:
        if bead.source:
            stream.writelines(f"[{line}]:[]:1.0000\n" for line in source.blank_before(bead.source))
        if bead.target:
            stream.writelines(f"[]:[{line}]:1.0000\n" for line in target.blank_before(bead.target))
        stream.write(f"{_numbers(source.told(bead.source))}:{_numbers(target.told(bead.target))}")
        stream.write(f":{bead.probability:.4f}\n")
    ends = (Span(len(side.segments), len(side.segments)) for side in (alignment.source, alignment.target))
    stream.writelines(f"[{line}]:[]:1.0000\n" for line in source.blank_before(next(ends)))
    stream.writelines(f"[]:[{line}]:1.0000\n" for line in target.blank_before(next(ends)))


def _numbers(span: Span) -> str:
    return f"[{', '.join(map(str, range(span.start, span.stop)))}]"


def read(stream: TextIO, name: str) -> Iterator[Row]:
    """Yield the beads of a ladder."""
    wanted = "[0, 1]:[2]:0.73, neighbours on each side and a probability (no cost) from 0 to 1"
    return parse_rows(stream, _parse, wanted=wanted, name=name)


def _parse(number: int, line: str) -> Row:
    found = _LINE.fullmatch(line.strip())
    if found is None:
        raise ValueError
    probability = float(found[3]) if found[3] else 1.0
    if not 0.0 <= probability <= 1.0:
        raise ValueError
    return Row(number, _span(found[1]), _span(found[2]), probability)


def _span(text: str) -> Span | None:
    """Return the span of numbers that follow each other."""
    if not text.strip():
        return None
    numbers = [int(part) for part in text.split(",")]
    if numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        raise ValueError
    return Span(numbers[0], numbers[-1] + 1)
