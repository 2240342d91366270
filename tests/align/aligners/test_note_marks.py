"""The marks of notes, which every version numbers anew, speak for no pair."""

import pytest

from align import compare, document_from_text
from align.bitext import Fate
from align.sentences.note_marks import without_note_mark

ENGLISH = (
    "The bakery in the lane was opened in the spring of 1883.{}",
    "Its owner lived above it with his mother and four sons.{}",
    "The eldest died of a fever at twenty.{}",
    "After the flood the oven was heated with oil.{}",
    "Today the house is empty, and the lane is too narrow for cars.",
)
FRENCH = (
    "La boulangerie de la ruelle ouvrit au printemps de 1883.{}",
    "Son patron vivait au-dessus avec sa mère et ses quatre fils.{}",
    "Après l'inondation, le four fut chauffé au mazout.{}",
    "Aujourd'hui la maison est vide, et la ruelle est trop étroite pour les voitures.",
)


@pytest.mark.parametrize("mark", ["{}", "[{}]"], ids=["digits", "brackets"])
def test_a_sentence_with_a_note_is_dropped_although_its_number_goes_on(mark: str) -> None:
    """The next sentence has the number of the one that is missing, and is not taken for it."""
    source, target = (
        " ".join(text.format(mark.format(number)) for number, text in enumerate(texts, 1))
        for texts in (ENGLISH, FRENCH)
    )
    comparison = compare(document_from_text(source, language="en"), document_from_text(target, language="fr"))
    assert comparison.fates == (Fate.KEPT, Fate.KEPT, Fate.DROPPED, Fate.KEPT, Fate.KEPT)


@pytest.mark.parametrize(
    "text", ["See table 3.14", "It cost 4.50", "Nobody came.", "He was 12", "See [4]", "It is 10³"]
)
def test_a_number_that_is_no_mark_stays(text: str) -> None:
    """It says something."""
    assert without_note_mark(text) == text


@pytest.mark.parametrize("mark", ["1", "12", "³", "¹²", "[7]"])
@pytest.mark.parametrize("text", ["Nobody came.", "“Nobody came.”", "Wer kam?", "没有人来。", "That was in 1907."])
def test_a_mark_behind_a_stop_goes(text: str, mark: str) -> None:
    """Whatever it looks like."""
    assert without_note_mark(text + mark) == text
