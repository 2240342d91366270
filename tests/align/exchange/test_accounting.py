"""Nothing is lost in an exchange format: every segment is in one unit, once, and what belongs together comes back."""

import tempfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.bitext import Alignment, Bead, Continuation, Span
from align.comparison import comparison_of
from align.exchange import LADDERS, MEMORIES, Unit, read_beads, read_units, units_of, write_beads
from tests.align.exchange.test_exchange import make_document

LINKED = ["jsonl", "tsv", "parquet"]  # which tell of each part what it belongs to
SHAPES = [(1, 0), (0, 1), (1, 1), (2, 1), (1, 2)]


@st.composite
def cut_alignments(draw: st.DrawFn) -> Alignment:
    """Draw beads of which some go on with null beads, of either side, before or behind them."""
    beads, i, j = [], 0, 0
    for a, b in draw(st.lists(st.sampled_from(SHAPES), min_size=1, max_size=9)):
        beads.append(Bead(Span(i, i + a), Span(j, j + b), 0.9, 0.9))
        i, j = i + a, j + b
    both = [bead for bead in beads if bead.source and bead.target]
    runs: dict[tuple[Bead, int], list[Span]] = {}
    for null in (bead for bead in beads if not (bead.source and bead.target)):
        side = 0 if null.source else 1
        chosen = draw(st.sampled_from([None, *both]))
        span = null.source or null.target
        if chosen is None or _touch(span, chosen.target if side else chosen.source):
            continue
        held = runs.setdefault((chosen, side), [])
        if held and held[-1].stop == span.start:
            held[-1] = Span(held[-1].start, span.stop)
        else:
            held.append(span)
    told = [
        Continuation(bead.source, run) if side else Continuation(run, bead.target)
        for (bead, side), spans in runs.items()
        for run in spans
    ]
    told.sort(key=lambda each: (each.source, each.target))
    source, target = (make_document([f"{side}{number}." for number in range(n)]) for side, n in (("s", i), ("t", j)))
    return Alignment(source, target, tuple(beads), "by hand", continuations=tuple(told))


@pytest.mark.parametrize("in_order", [False, True])
@pytest.mark.parametrize("name", [*LINKED, "vecalign", "vecalign-cost", "hunalign"])
@given(made=cut_alignments())
def test_every_segment_is_in_one_unit(name: str, in_order: bool, made: Alignment) -> None:
    """By its number, and by its text where there are texts; with what it belongs to if the format can tell that."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "beads"
        write_beads(made, name, path, in_order=in_order)
        units = list(read_units(path, name))
        found = read_beads(path, name, made.source, made.target)
    for number, document in enumerate((made.source, made.target)):
        assert _numbers(units, number) == Counter(range(len(document.segments)))
        if name not in LADDERS:
            assert _words(units, number) == Counter(segment.text for segment in document.segments)
        if name == "hunalign" or in_order:
            spans = [span for unit in units if (span := unit.sides[number].segments)]
            assert spans == sorted(spans)
    if name in LINKED:
        assert found.continuations == made.continuations


@pytest.mark.parametrize("in_order", [False, True])
@pytest.mark.parametrize("name", sorted(MEMORIES))
@given(made=cut_alignments())
def test_a_memory_has_all_of_what_corresponds(name: str, in_order: bool, made: Alignment) -> None:
    """In any order: all segments of beads with two sides, and of what these go on with."""
    whole = [unit for unit in units_of(comparison_of(made)) if unit.is_whole]
    if not whole and name == "moses":
        return  # it has no language to name its files by
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "memory"
        write_beads(replace(made, target=replace(made.target, language="fr")), name, path, in_order=in_order)
        units = list(read_units(path, name))
    for number in (0, 1):
        assert _words(units, number) == _words(whole, number)


def _numbers(units: Iterable[Unit], side: int) -> Counter[int]:
    runs = [run for unit in units for run in (unit.sides[side].segments, *unit.sides[side].continued) if run]
    return Counter(number for run in runs for number in range(run.start, run.stop))


def _words(units: Iterable[Unit], side: int) -> Counter[str]:
    return Counter(word for unit in units for word in unit.sides[side].text.split())


def _touch(one: Span, other: Span) -> bool:
    return one.start <= other.stop and other.start <= one.stop
