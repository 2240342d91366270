"""Which elements correspond: each is told once, and what is in its place goes before what is elsewhere."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from align.bitext import Element, Span, Structure
from align.structure.pairing import pair_elements
from align.structure.places import Placed


def placed(*elements: tuple[str, int], told: bool = False) -> list[Placed]:
    """Return links with these values in these zones."""
    return [
        Placed(Element(Structure.LINK, Span(0, 1), value), Span(0, 1), zone, 0, told, whole=False, answered=False)
        for value, zone in elements
    ]


def values(source: list[Placed], target: list[Placed]) -> tuple[list[str], list[str]]:
    """Return what has to be the same of each element: its value."""
    return [one.element.value for one in source], [other.element.value for other in target]


def pairs(source: list[Placed], target: list[Placed], *, ordered: bool = False) -> list[tuple[str, str]]:
    """Return the values of what corresponds, empty for what is missing."""
    found = pair_elements(source, target, values(source, target), ordered=ordered)
    return [(one.element.value if one else "", other.element.value if other else "") for one, other in found]


def test_the_same_corresponds_in_its_place_and_elsewhere() -> None:
    """Links change their places in a sentence and beyond."""
    assert pairs(placed(("a", 1), ("b", 1), ("a", 5)), placed(("b", 1), ("a", 3), ("a", 5))) == [
        ("a", "a"), ("b", "b"), ("a", "a"),
    ]  # fmt: skip


def test_what_is_left_in_one_place_was_changed() -> None:
    """In the zone or the next one; farther away it is missing here and added there."""
    assert pairs(placed(("a", 1), ("b", 3), ("c", 9)), placed(("x", 1), ("y", 4), ("z", 5))) == [
        ("a", "x"), ("b", "y"), ("c", ""), ("", "z"),
    ]  # fmt: skip


def test_what_other_checks_tell_of_is_left_out() -> None:
    """The link of a sentence that was dropped."""
    assert pairs(placed(("a", 2), told=True), placed(("b", 2))) == [("", "b")]


def test_ordered_elements_correspond_between_pairs() -> None:
    """A heading is known by its level and its order alone."""
    source, target = placed(("2", 1), ("2", 4), ("2", 6), ("2", 9)), placed(("2", 1), ("2", 5), ("2", 9))
    assert pairs(source, target, ordered=True) == [("2", "2"), ("2", "2"), ("2", "2"), ("2", "")]


def test_headings_above_what_moved_correspond() -> None:
    """The nearest ones above both places, whatever stands above these; the others in their order."""
    source = [*placed(("title", 1), ("weather", 3)), replace(placed(("food", 8))[0], heads=0)]
    target = [replace(each, heads=0) for each in placed(("Titel", 0), ("Essen", 0))] + placed(("Wetter", 3))
    assert sorted(pairs(source, target, ordered=True)) == [("food", "Essen"), ("title", "Titel"), ("weather", "Wetter")]


ELEMENTS = st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 9)), max_size=12).map(
    lambda found: placed(*sorted(found, key=lambda item: item[1]))
)


@given(ELEMENTS, ELEMENTS, st.booleans())
def test_each_element_is_in_one_pair(source: list[Placed], target: list[Placed], ordered: bool) -> None:
    """Nothing is told twice or forgotten; what is the same on both sides corresponds to itself."""
    found = list(pair_elements(source, target, values(source, target), ordered=ordered))
    assert sorted(id(one) for one, _ in found if one) == sorted(map(id, source))
    assert sorted(id(other) for _, other in found if other) == sorted(map(id, target))
    same = pair_elements(source, list(source), values(source, source), ordered=ordered)
    assert all(one and other and one.element == other.element for one, other in same)
