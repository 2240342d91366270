"""Names that sound alike, and where a document has names."""

import pytest

from align.names.find import names_of
from align.names.spelling import Sounds, may_sound_alike, name_key, sound_alike
from tests.align.comparisons import document

ALIKE = [
    ("Kaminsky", "Каминского"),
    ("Woods", "Вудсом"),
    ("Putin", "Poutine"),
    ("Johnson", "Джонсон"),
    ("West", "Уэст"),
    ("Müller", "Mueller"),
    ("Παπαδόπουλος", "Papadopoulos"),
]
UNLIKE = [("Kaminsky", "Petrov"), ("Ambler", "Castellan"), ("Вудс", "Martin")]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_one_name_in_two_scripts_sounds_alike(one: str, other: str) -> None:
    """In both directions, and among many words."""
    assert sound_alike(name_key(one), name_key(other))
    assert sound_alike(name_key(other), name_key(one))
    assert Sounds(["und", other]).hold(name_key(one))


@pytest.mark.parametrize(("one", "other"), UNLIKE)
def test_two_names_do_not(one: str, other: str) -> None:
    """However many words there are."""
    assert not sound_alike(name_key(one), name_key(other))
    assert not Sounds(["und", other]).hold(name_key(one))
    assert not may_sound_alike(name_key(one), name_key(other))


def test_names_have_a_capital_within_sentences_and_nowhere_lack_it() -> None:
    """A word that begins a sentence is one if it is one elsewhere."""
    text = document(
        "a.txt", "en", [["The mill of Ruth Ambler burnt.", "Ambler wept.", "L'ami d'Ambler's came.", "Bread is Bread."]]
    )
    found = [[word.text for word in words] for words in names_of(text).by_segment]
    assert found == [["Ruth", "Ambler"], ["Ambler"], ["Ambler"], ["Bread", "Bread"]]
    assert names_of(text).partners["Ruth"] == frozenset({"Ambler"})


def test_scripts_without_capitals_have_no_names() -> None:
    """Nothing is claimed of them."""
    assert not names_of(document("a.txt", "zh", [["露丝的船沉了。"]])).counts
