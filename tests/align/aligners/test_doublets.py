"""A text that says all of it twice, in two languages, is held against its translation with one half."""

import pytest

from align import Comparison, compare, document_from_text
from align.bitext import Fate, Role, Verdict

ENGLISH = (
    "The library opens at nine in the morning.",
    "Readers bring their card with them.",
    "Books may be kept for three weeks.",
    "Whoever loses a book pays for it.",
    "The reading room on the second floor is quiet.",
)
FRENCH = (
    "La bibliothèque ouvre à neuf heures du matin.",
    "Les lecteurs apportent leur carte.",
    "Les livres peuvent être gardés trois semaines.",
    "Celui qui perd un livre le paie.",
    "La salle de lecture du deuxième étage est silencieuse.",
)
GERMAN = (
    "Die Bibliothek öffnet um neun Uhr morgens.",
    "Die Leser bringen ihre Karte mit.",
    "Bücher dürfen drei Wochen behalten werden.",
    "Wer ein Buch verliert, bezahlt es.",
    "Der Lesesaal im zweiten Stock ist still.",
)
LINES = "\n\n".join(line for pair in zip(ENGLISH, FRENCH, strict=True) for line in pair)
BLOCKS = "\n\n".join((" ".join(ENGLISH), " ".join(FRENCH)))


def lacking(comparison: Comparison) -> list[str]:
    """Return what is said to be dropped or added."""
    beads = zip(comparison.alignment.beads, comparison.fates, strict=True)
    sides = comparison.alignment.source, comparison.alignment.target
    return [
        side.segments[number].text
        for bead, fate in beads
        if fate in {Fate.DROPPED, Fate.ADDED}
        for side, span in zip(sides, (bead.source, bead.target), strict=True)
        for number in range(span.start, span.stop)
    ]


@pytest.mark.parametrize("twice", [LINES, BLOCKS], ids=["line by line", "one below the other"])
@pytest.mark.parametrize("swapped", [False, True], ids=["source", "target"])
def test_the_other_half_is_not_missing(twice: str, swapped: bool) -> None:
    """Every sentence of the translation has its counterpart, and nothing is dropped or added."""
    sides = document_from_text(twice, name="both"), document_from_text(" ".join(GERMAN), language="de")
    comparison = compare(*(sides[::-1] if swapped else sides))
    assert lacking(comparison) == []
    coverage = comparison.source_coverage if swapped else comparison.target_coverage
    assert coverage.segments == len(GERMAN)
    assert "both says 5 sentences twice, in two languages" in comparison.alignment.warnings
    assert not [finding for finding in comparison.findings if finding.counts]


def test_a_sentence_that_the_translation_lacks_is_dropped() -> None:
    """In both languages."""
    german = " ".join((*GERMAN[:2], *GERMAN[3:]))
    comparison = compare(document_from_text(LINES), document_from_text(german, language="de"))
    assert ENGLISH[2] in lacking(comparison) or FRENCH[2] in lacking(comparison)
    assert comparison.verdict is Verdict.NEAR_PARALLEL


def test_a_text_with_a_part_in_another_language_says_it_once() -> None:
    """What stands in the second language and has no counterpart in the first is dropped as ever."""
    mixed = "\n\n".join((*ENGLISH[:3], *FRENCH[3:]))
    comparison = compare(document_from_text(mixed), document_from_text(" ".join(GERMAN[:3]), language="de"))
    assert lacking(comparison) == list(FRENCH[3:])
    assert all(segment.role is Role.BODY for segment in comparison.alignment.source.segments)
