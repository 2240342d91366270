"""Where the other version says what a clause says is found by the words, whatever marks stand there."""

import pytest

from align.bitext import Span
from align.encoding import WordForms, load_encoder
from eval.fitting.counterpart_span import find_span

SOURCE = "The mill burned down in one night, although the owner had bought new pumps in March."
TARGET = "Die Mühle brannte in einer Nacht ab obwohl der Besitzer im März neue Pumpen gekauft hatte."


@pytest.fixture(scope="module")
def encoder() -> WordForms:
    """The encoder that ships."""
    found = load_encoder()
    assert isinstance(found, WordForms)
    return found


def test_the_clause_is_found_without_a_mark(encoder: WordForms) -> None:
    """What renders the clause is all of its counterpart and nothing of the rest."""
    place = find_span((SOURCE, TARGET), Span(34, len(SOURCE)), encoder)
    assert place is not None
    found = TARGET[place.start : place.stop]
    assert "Besitzer im März neue Pumpen" in found
    assert "Mühle" not in found


def test_of_what_is_said_nowhere_there_is_no_place(encoder: WordForms) -> None:
    """A clause that the other sentence lacks has no counterpart of its length, and neither has a whole sentence."""
    assert find_span((SOURCE, "Die Mühle brannte in einer Nacht ab."), Span(34, len(SOURCE)), encoder) is None
    assert find_span((SOURCE, TARGET), Span(0, len(SOURCE)), encoder) is None
