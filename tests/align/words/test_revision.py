"""What changed between two wordings in one language is told word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.words.revision import Kind, find_changes, kept_share, same_text


def told(source: str, target: str) -> list[tuple[str, str, str]]:
    """Return kind, old words and new words of each change."""
    return [
        (c.kind.value, source[c.source.start : c.source.stop], target[c.target.start : c.target.stop])
        for c in find_changes(source, target)
    ]


@pytest.mark.parametrize(
    ("source", "target", "changes"),
    [
        ("The dam will not hold.", "The dam will hold.", [("dropped", "not", "")]),
        ("Le pont a 17 arches.", "Le pont a 71 arches.", [("changed", "17", "71")]),
        ("桥昨天关闭了。", "桥今天关闭了。", [("changed", "昨", "今")]),
        ("أغلقت المدينة الجسر القديم", "أغلقت المدينة الجسر", [("dropped", "القديم", "")]),
        ("Она купила дом.", "Она купила новый дом.", [("added", "", "новый")]),
        ("He left.", "he left!", [("changed", "He", "he"), ("changed", ".", "!")]),
    ],
)
def test_changes_are_told_in_any_language(source: str, target: str, changes: list[tuple[str, str, str]]) -> None:
    """Words, numbers, single characters, case and marks."""
    assert told(source, target) == changes


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("He said: “No.”", 'He said: "No."'),
        ("C’est  l'heure\u00a0!", "C'est l’heure !"),
        ("Gru\u00df", "Gru\u00df "),
        ("cafe\u0301", "café"),
        ("The coun-\ncil of\nthe town.", "The council of the town."),
        ("The o\ufb03ce of co\u2011operation.", "The office of co-operation."),
    ],
)
def test_quotes_and_spaces_are_no_change(source: str, target: str) -> None:
    """Nor are the way in which an accent is written, line ends, ligatures and the hyphen that a program chose."""
    assert same_text(source, target)
    assert find_changes(source, target) == ()


def test_line_ends_are_no_change_beside_one() -> None:
    """What changed is told where it stands in the text as it is."""
    source, target = "The coun-\ncil closed\nthe old bridge.", "The council closed the new bridge."
    (change,) = find_changes(source, target)
    assert source[change.source.start : change.source.stop] == "old"
    assert target[change.target.start : change.target.stop] == "new"
    (change,) = find_changes("The coun-\ncil met.", "The board met.")
    assert (change.source.start, change.source.stop) == (4, len("The coun-\ncil"))


def test_a_phrase_that_moved_is_no_loss() -> None:
    """It is told as moved, with its place on both sides."""
    changes = told("In the spring the harbour froze over.", "The harbour froze over in the spring.")
    assert ("moved", "In the spring", "in the spring") in changes
    assert {kind for kind, *_ in changes} == {"moved"}


def test_a_word_that_is_the_same_by_chance_does_not_cut_a_change_in_two() -> None:
    """`of` between two phrases that are both new belongs to them."""
    changes = told("It needs the full consent of every single owner.", "It needs a short letter of some other people.")
    assert changes == [("changed", "the full consent of every single owner", "a short letter of some other people")]


def test_a_capital_letter_at_the_beginning_tells_nothing_of_its_own() -> None:
    """Where words were put before the first one, that is the change."""
    assert told("Nobody came.", "On Sunday nobody came.") == [("added", "", "On Sunday")]


words = st.lists(st.sampled_from("red blue the of a ship sails Ship , .".split()), max_size=12).map(" ".join)


@given(words, words)
def test_only_the_same_text_has_no_change(source: str, target: str) -> None:
    """A revision is never taken for the same text, and all places are in their texts."""
    changes = find_changes(source, target)
    assert bool(changes) != same_text(source, target)
    assert all(0 <= c.source.start <= c.source.stop <= len(source) for c in changes)
    assert all(0 <= c.target.start <= c.target.stop <= len(target) for c in changes)
    assert all(c.kind is not Kind.DROPPED or (c.source and not c.target) for c in changes)
    assert 0.0 <= kept_share(source, target, changes) <= 1.0


def test_long_texts_that_say_the_same_word_again_and_again_are_compared_in_time() -> None:
    """No more than a moment for thousands of words, whatever they are."""
    assert find_changes("la " * 4000 + "x", "la " * 3000 + "y")
    assert find_changes("a b " * 900 + "x", "b a " * 900 + "y")
