"""What the head of an article tells of author and day."""

import pytest

from align.bitext import Document, Severity
from align.checks import load_check
from align.comparison import compare
from align.documents import document_from_text

HEADS = {
    "en": {"title": "Old mill burns down", "author": "By Anna Meier", "day": "May 3, 2021"},
    "fr": {"title": "Un vieux moulin brûle", "author": "Par Anna Meier", "day": "3 mai 2021"},
}
BODIES = {
    "en": "The old mill by the river burned down on Friday night. Nobody was hurt, the fire brigade said. The owner "
    "wants to build it up again within two years.\n\nThe mill had stood there since 1801. Its wheel was the largest "
    "of the county.",
    "fr": "Le vieux moulin au bord de la rivière a brûlé vendredi soir. Personne n'a été blessé, ont dit les pompiers. "
    "Le propriétaire veut le reconstruire en deux ans.\n\nLe moulin se trouvait là depuis 1801. Sa roue était la plus "
    "grande du comté.",
}


def page(language: str, *parts: str) -> Document:
    """Return an article with some parts of its head."""
    return document_from_text(
        "\n\n".join([*(HEADS[language][part] for part in parts), BODIES[language]]), language=language
    )


@pytest.mark.parametrize(
    ("parts", "lost"),
    [
        (("title", "author"), "when it was published"),
        (("title", "day"), "who wrote it"),
        (("title", "author", "day"), ""),
        (("title",), ""),
        ((), ""),
    ],
)
def test_a_part_of_the_note_of_publication_is_lost(parts: tuple[str, ...], lost: str) -> None:
    """A text that was copied without its head lacks nothing."""
    found = list(load_check("particulars")(compare(page("en", "title", "author", "day"), page("fr", *parts))))
    assert [(it.kind, it.severity) for it in found] == [("publication-note-lost", Severity.LOW)] * bool(lost)
    assert all(lost in it.message for it in found)
