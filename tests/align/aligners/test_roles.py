"""Both sides decide together what is article text, and lines outside of it are paired."""

from dataclasses import replace

import pytest

from align import compare, document_from_text
from align.aligners import align_documents
from align.bitext import Alignment, Document, Fate, Role, Span

ENGLISH = (
    "The ferry to the islands will not sail this week, because a crack was found in the hull on Sunday.",
    "Passengers are asked to wait for the post boat. It leaves the quay at seven every morning.",
    "The council will decide on Friday whether the old ship is to be repaired or sold for scrap.",
)
FRENCH = (
    "Le bac des îles ne partira pas cette semaine, car une fissure a été trouvée dans la coque dimanche.",
    "Les passagers sont priés d'attendre le bateau postal. Il quitte le quai à sept heures chaque matin.",
    "Le conseil décidera vendredi si le vieux navire doit être réparé ou vendu à la ferraille.",
)
GERMAN = (
    "Die Fähre zu den Inseln fährt diese Woche nicht, weil am Sonntag ein Riss im Rumpf gefunden wurde.",
    "Die Fahrgäste werden gebeten, auf das Postboot zu warten. Es verlässt den Kai jeden Morgen um sieben.",
    "Der Rat entscheidet am Freitag, ob das alte Schiff repariert oder als Schrott verkauft wird.",
)
CHINESE = (
    "开往各岛的渡轮本周停航，因为星期天在船体上发现了一条裂缝。",
    "请乘客等候邮船。邮船每天早上七点离开码头。",
    "议会将在星期五决定修理这艘旧船还是把它当废铁卖掉。",
)
VERSIONS = {"fr": FRENCH, "de": GERMAN, "zh": CHINESE}


def page(*blocks: str, language: str) -> Document:
    """Return a pasted page."""
    return document_from_text("\n\n".join(blocks), language=language)


def aside(document: Document, paragraph: int, role: Role = Role.FURNITURE) -> Document:
    """Return a document in which a paragraph is one segment outside of the article, as a format may tell it."""
    numbers = [k for k, segment in enumerate(document.segments) if segment.paragraph == paragraph]
    span = document.chars_over(Span(numbers[0], numbers[-1] + 1))
    block = replace(document.segments[numbers[0]], text=document.text[span.start : span.stop], chars=span, role=role)
    return replace(document, segments=(*document.segments[: numbers[0]], block, *document.segments[numbers[-1] + 1 :]))


def rows(alignment: Alignment) -> list[tuple[str, str]]:
    """Return the texts of both sides of each bead."""
    return [
        (alignment.source.text_over(bead.source), alignment.target.text_over(bead.target)) for bead in alignment.beads
    ]


@pytest.mark.parametrize("language", VERSIONS)
@pytest.mark.parametrize("role", [Role.FURNITURE, Role.COMMENT])
@pytest.mark.parametrize("swapped", [False, True])
def test_what_one_side_has_in_its_article_is_article_text_on_both(language: str, role: Role, swapped: bool) -> None:
    """A box of the source that the target has in its text is cut into sentences, and each is kept."""
    one, other = aside(page(*ENGLISH, language="en"), 1, role), page(*VERSIONS[language], language=language)
    comparison = compare(*((other, one) if swapped else (one, other)))
    assert comparison.fates == (Fate.KEPT,) * 4
    assert comparison.verdict == "same"
    sides = comparison.alignment.source, comparison.alignment.target
    assert {segment.role for document in sides for segment in document.segments} == {Role.BODY}
    assert [len(document.segments) for document in sides] == [4, 4]


def test_what_comes_into_the_article_may_miss_a_sentence() -> None:
    """The sentence that the other side has not is dropped: the box is compared like all text."""
    source = aside(page(*ENGLISH, language="en"), 1)
    target = page(FRENCH[0], FRENCH[1].split(". ")[0] + ".", FRENCH[2], language="fr")
    comparison = compare(source, target)
    assert comparison.fates == (Fate.KEPT, Fate.KEPT, Fate.DROPPED, Fate.KEPT)


def test_what_finds_nothing_keeps_its_role() -> None:
    """A box about something else stays outside of the article."""
    box = "Mix the flour with the eggs and leave the dough in a cold place. Bake it for an hour."
    source = aside(page(ENGLISH[0], box, *ENGLISH[1:], language="en"), 1)
    target = page(FRENCH[0], *FRENCH[2:], language="fr")
    found = align_documents(source, target).source
    assert [segment.role for segment in found.segments if segment.paragraph == 1] == [Role.FURNITURE]


@pytest.mark.parametrize("swapped", [False, True])
def test_a_list_of_links_has_one_role_on_both_sides(swapped: bool) -> None:
    """A list under a label that only one language's phrases know is outside of both articles."""
    english = page(*ENGLISH, "See also", "Windmills of the coast", "The salt works of Orrin", language="en")
    french = page(*FRENCH, "Voir aussi", "Les moulins à vent de la côte", "Les salines d'Orrin", language="fr")
    comparison = compare(*((french, english) if swapped else (english, french)))
    assert comparison.findings == ()
    assert set(comparison.fates) == {Fate.KEPT, Fate.ASIDE}
    assert {bead.shape for bead in comparison.alignment.beads} == {"1-1"}


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("fr", ("Tout accepter", "Partager sur Facebook")),
        ("de", ("Alle akzeptieren", "Auf Facebook teilen")),
        ("zh", ("全部接受", "分享到Facebook")),
    ],
)
def test_lines_outside_of_both_articles_are_paired(language: str, lines: tuple[str, str]) -> None:
    """A button is one row of the report and not two; the ledger balances and coverage does not count it."""
    source = page(*ENGLISH, "Accept all", "Share on Facebook", language="en")
    target = page(*VERSIONS[language], *lines, language=language)
    comparison = compare(source, target)
    assert rows(comparison.alignment)[-2:] == [("Accept all", lines[0]), ("Share on Facebook", lines[1])]
    assert comparison.fates[-2:] == (Fate.ASIDE, Fate.ASIDE)
    assert comparison.source_coverage.segments_in_all == 4
    assert comparison.findings == ()


def test_equal_lines_are_paired_in_their_order() -> None:
    """The same button twice on both sides makes two rows."""
    lines = "Share on Facebook", "Print this page", "Share on Facebook"
    source, target = page(*ENGLISH, *lines, language="en"), page(*ENGLISH, *lines, language="en")
    assert rows(align_documents(source, target))[-3:] == [(line, line) for line in lines]


def test_lines_that_do_not_correspond_stay_apart() -> None:
    """Different buttons are null beads of their own, sources before targets."""
    source = page(*ENGLISH, "Print this page", language="en")
    target = page(*FRENCH, "Partager sur Facebook", language="fr")
    assert rows(align_documents(source, target))[-2:] == [("Print this page", ""), ("", "Partager sur Facebook")]


def test_article_text_alone_is_left_as_it_is() -> None:
    """Documents that were cut before have nothing aside, and keep their very segments."""
    source = document_from_text("\n".join(ENGLISH), language="en", segmented=True)
    target = document_from_text("\n".join(FRENCH), language="fr", segmented=True)
    alignment = align_documents(source, target)
    assert alignment.source is source
    assert alignment.target is target


def test_other_documents_keep_their_roles() -> None:
    """Of documents that are no versions of one text nothing is claimed, and nothing is changed."""
    source = aside(page(*ENGLISH, language="en"), 1)
    target = page("Mélangez la farine et les œufs.", "Laissez reposer la pâte une heure au frais.", language="fr")
    assert align_documents(source, target).source is source


def test_the_lengths_alone_pair_lines_as_well() -> None:
    """Whatever the aligner: what it leaves aside is held against the other side by vectors."""
    source, target = page(*ENGLISH, "Accept all", language="en"), page(*FRENCH, "Tout accepter", language="fr")
    assert rows(align_documents(source, target, aligner="length"))[-1] == ("Accept all", "Tout accepter")


def test_a_page_against_itself_pairs_every_line() -> None:
    """Whatever is outside of the article has its row with itself."""
    blocks = (
        "Home | News",
        "Ferry stays in harbour",
        "By Ida Berg",
        *ENGLISH,
        "Share on Facebook",
        "Related",
        "A bridge",
    )
    itself = page(*blocks, language="en")
    beads = align_documents(itself, itself).beads
    assert [(bead.source, bead.target) for bead in beads] == [
        (Span(k, k + 1), Span(k, k + 1)) for k in range(len(itself.segments))
    ]
