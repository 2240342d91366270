"""The contract of the mutators, over the whole table, and what each of them changes."""

from random import Random

import pytest

from align.bitext import Span
from align.errors import OptionError
from eval.mutate import MUTATORS, Mutation, load_mutator, put_in

SENTENCES = (
    ("On Tuesday, 3 May 2019, three of the 64 cars were sold for £1,350.", "en"),
    ("The 5 miles cost $50 or 60 euros.", "en"),
    ("走了5公里，花了300万美元。", "zh"),
    ("Mardi 3 mai 2019, trois des 64 voitures ont été vendues pour 1 350 euros.", "fr"),
    ("Am Dienstag, dem 3. Mai 2019, wurden drei der 64 Autos verkauft.", "de"),
    ("El martes 3 de mayo se vendieron tres coches por 1.350 euros.", "es"),
    ("Во вторник, 3 мая, продали три машины из 64.", "ru"),
    ("The guard was not asked, but allegedly “never saw a single boat”, said Ruth Ambler.", "en"),
    ("Then Senator Ruth Ambler left.", "en"),
    ("5月3日星期二，64辆车中的三个人的车卖掉了，还有三个。", "zh"),
)


@pytest.mark.parametrize("name", MUTATORS)
@pytest.mark.parametrize(("sentence", "language"), SENTENCES)
def test_a_mutator_keeps_to_its_contract(name: str, sentence: str, language: str) -> None:
    """All but the marked characters is as it was, and chance alone decides."""
    mutator = load_mutator(name)
    for seed in range(20):
        mutation = mutator(sentence, language, Random(seed))
        assert mutation == mutator(sentence, language, Random(seed))
        if mutation is not None:
            before, after = mutation.text[: mutation.span.start], mutation.text[mutation.span.stop :]
            assert before + mutation.was + after == sentence


@pytest.mark.parametrize("name", MUTATORS)
def test_every_mutator_changes_something(name: str) -> None:
    """The contract above is not kept by changes that are not made, and what has nothing of the kind stays as it is."""
    assert any(load_mutator(name)(*each, Random(0)) for each in SENTENCES)
    assert load_mutator(name)("Then it rained.", "en", Random(0)) is None


def test_digits_become_others_of_their_script() -> None:
    """A number has as many digits as before, and none begins with a zero that did not."""
    for seed in range(60):
        mutation = load_mutator("digits")("٦٤ سيارة", "ar", Random(seed))
        assert mutation is not None
        assert len(mutation.text) == len("٦٤ سيارة")
        assert "٠" <= mutation.text[0] <= "٩"
        assert mutation.text[0] != "٠"


@pytest.mark.parametrize(
    ("name", "sentence", "language", "was"),
    [
        ("number-word", "Zwei Drittel fehlen.", "de", "Zwei"),
        ("weekday", "Он ушел во вторник.", "ru", "вторник"),
        ("number-word", "He has twofold fears and a three-legged stool.", "en", None),
        ("weekday", "The Fridays were sunny.", "en", None),
        ("date", "The May sun and the March on Rome.", "en", None),
        ("unit", "A mile is long, and 5 milestones are more.", "en", None),
        ("unit", "Die Insel ist 5 km lang.", "de", "km"),
        ("currency", "Es kostet 50 €.", "de", "€"),
        ("currency", "US$ and euros", "en", None),
    ],
)
def test_only_whole_words_are_changed(name: str, sentence: str, language: str, was: str | None) -> None:
    """Neither parts of words nor names of months without a day."""
    mutation = load_mutator(name)(sentence, language, Random(0))
    assert (mutation.was if mutation else None) == was


def test_a_mutation_has_to_change_something() -> None:
    """The same characters in the place are refused, as is a place outside the text; a cut is a change."""
    with pytest.raises(ValueError, match="expected a change"):
        put_in("64 cars", Span(0, 2), "64")
    with pytest.raises(ValueError, match="expected a change"):
        Mutation("64 cars", Span(7, 9), "")
    assert put_in("64 old cars", Span(3, 7), "") == Mutation("64 cars", Span(3, 3), "old ")


def test_an_unknown_mutator_is_refused_with_the_known_names() -> None:
    """The message says what there is."""
    with pytest.raises(OptionError, match=r"expected as mutator digits, .*found 'digit'; did you mean 'digits'"):
        load_mutator("digit")
