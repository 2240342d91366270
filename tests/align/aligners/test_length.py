"""The aligner by length."""

import math
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.aligners import align_documents
from align.aligners.length import HALF_BAND, PRIORS, SHAPES, VARIANCE, Side, align_lengths
from align.bitext import Bead, Document, Role, Segment, Span


def make_side(sizes: list[int]) -> Side:
    """Return places that may all be joined."""
    reach = [min(number, 2) for number in range(len(sizes) + 1)]
    return Side(np.cumsum([0.0, *sizes]), np.array(reach, dtype=np.int64))


def make_document(sizes: list[int], roles: dict[int, Role] | None = None) -> Document:
    """Return a document of segments of so many letters."""
    segments, start = [], 0
    for number, size in enumerate(sizes):
        role = (roles or {}).get(number, Role.BODY)
        segments.append(Segment("x" * size, Span(start, start + size), paragraph=0, role=role))
        start += size + 1
    return Document("text", "en", " ".join(segment.text for segment in segments), tuple(segments))


def shapes(beads: list[Bead]) -> list[str]:
    """Return the shapes of beads."""
    return [bead.shape for bead in beads]


def slow_best(source: list[int], target: list[int]) -> float:
    """Return the weight of the best path, found by trying all of them."""
    ratio = max(1, sum(target)) / max(1, sum(source))

    def weight(first: int, second: int, prior: float) -> float:
        mean = max((first + second / ratio) / 2, 1.0)
        deviation = min(abs(first * ratio - second) / math.sqrt(VARIANCE * mean), 35.0)
        return math.log(math.erfc(deviation / math.sqrt(2))) + prior

    def best(i: int, j: int) -> float:
        if i == j == 0:
            return 0.0
        choices = [
            best(i - a, j - b) + weight(sum(source[i - a : i]), sum(target[j - b : j]), prior)
            for (a, b), prior in zip(SHAPES, PRIORS, strict=True)
            if a <= i and b <= j
        ]
        return max(choices)

    return best(len(source), len(target))


def test_equal_lengths_align_one_to_one() -> None:
    """Sentences of the same lengths correspond one by one, and surely."""
    beads = list(align_lengths(make_side([30, 80, 55, 120]), make_side([30, 80, 55, 120])))
    assert shapes(beads) == ["1-1"] * 4
    assert all(bead.probability > 0.9 for bead in beads)


def test_two_sentences_of_one_are_found() -> None:
    """A sentence as long as two of the other side is their translation."""
    assert shapes(list(align_lengths(make_side([60, 150, 40]), make_side([60, 75, 75, 40])))) == ["1-1", "1-2", "1-1"]


@pytest.mark.parametrize(("source", "target"), [([], []), ([40], []), ([], [40, 30])])
def test_an_empty_side_leaves_null_beads(source: list[int], target: list[int]) -> None:
    """Without a counterpart every sentence is a null bead of probability 1."""
    beads = list(align_lengths(make_side(source), make_side(target)))
    assert shapes(beads) == ["1-0"] * len(source) + ["0-1"] * len(target)
    assert [bead.probability for bead in beads] == pytest.approx([1.0] * len(beads))


sizes = st.lists(st.integers(1, 200), max_size=5)


@given(sizes, sizes)
def test_the_best_path_is_found(source: list[int], target: list[int]) -> None:
    """The path weighs as much as the best one of all, and its beads cover both sides."""
    beads = list(align_lengths(make_side(source), make_side(target)))
    assert sum(bead.score for bead in beads) == pytest.approx(slow_best(source, target), abs=1e-3)
    assert sum(len(bead.source) for bead in beads) == len(source)
    assert sum(len(bead.target) for bead in beads) == len(target)


@given(sizes, sizes)
def test_probabilities_of_all_beads_of_a_sentence_add_up(source: list[int], target: list[int]) -> None:
    """No sentence is in beads that are more than certain together."""
    for bead in align_lengths(make_side(source), make_side(target)):
        assert 0.0 <= bead.probability <= 1.0


def test_page_furniture_takes_no_part() -> None:
    """Furniture is a null bead of its own, and no bead reaches across it."""
    source = make_document([60, 10, 90], {1: Role.FURNITURE})
    alignment = align_documents(source, make_document([60, 90]), aligner="length")
    assert shapes(list(alignment.beads)) == ["1-1", "1-0", "1-1"]
    assert alignment.signature.startswith("aligner length-")


def test_a_headline_is_not_joined_with_the_text() -> None:
    """A bead has segments of one role on each side."""
    source = make_document([70, 70], {0: Role.HEADLINE})
    alignment = align_documents(source, make_document([140]), aligner="length")
    assert "2-1" not in shapes(list(alignment.beads))


def test_long_documents_stay_within_the_band() -> None:
    """Documents longer than the band align, when they go side by side."""
    sizes = [20 + (number * 37) % 150 for number in range(2 * HALF_BAND + 50)]
    beads = list(align_lengths(make_side(sizes), make_side(sizes)))
    assert shapes(beads) == ["1-1"] * len(sizes)


def test_shapes_are_those_of_the_paper() -> None:
    """At most two sentences a side, all but 0-0."""
    assert set(SHAPES) == {(a, b) for a, b in product(range(3), range(3)) if a + b and (min(a, b) or max(a, b) == 1)}
