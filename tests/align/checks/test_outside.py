"""Lines outside the article that only one version has: none of them goes unsaid, unless it is furniture for certain."""

from dataclasses import replace

import pytest

from align import Comparison, Severity, compare, document_from_text
from align.bitext import Document, Fate, Role
from align.report.wording import exit_status, findings_in_words

ENGLISH = (
    "The ferry to the islands will not sail this week, because a crack was found in the hull on Sunday.",
    "A smaller boat takes the post and the doctor across every morning, if the wind allows it.",
    "The council will decide on Friday whether the old ship is to be repaired or sold for scrap.",
)
FRENCH = (
    "Le bac des îles ne partira pas cette semaine, car une fissure a été trouvée dans la coque dimanche.",
    "Un bateau plus petit emmène le courrier et le médecin chaque matin, si le vent le permet.",
    "Le conseil décidera vendredi si le vieux navire doit être réparé ou vendu à la ferraille.",
)
RUSSIAN = (
    "Паром на острова не пойдёт на этой неделе, потому что в воскресенье в корпусе нашли трещину.",
    "Почту и врача каждое утро перевозит через пролив лодка поменьше, если это позволяет ветер.",
    "В пятницу совет решит, чинить ли старое судно или продать его на металлолом.",
)


def page(*blocks: str, language: str) -> Document:
    """Return a pasted page."""
    return document_from_text("\n\n".join(blocks), language=language)


def with_line(line: str, texts: tuple[str, ...] = ENGLISH, language: str = "en") -> Document:
    """Return a text with a line between its first and its second paragraph."""
    return page(texts[0], line, *texts[1:], language=language)


def told(comparison: Comparison) -> list[tuple[str, Severity]]:
    """Return the kind and severity of what is found outside the article."""
    return [(it.kind, it.severity) for it in comparison.findings if it.check == "outside"]


@pytest.mark.parametrize(
    ("texts", "language", "heading"),
    [
        (ENGLISH, "en", "A crack as long as a man"),
        (FRENCH, "fr", "Une fissure longue comme un homme"),
        (RUSSIAN, "ru", "Трещина длиной в человека"),
    ],
)
def test_a_heading_of_one_version_is_a_finding(texts: tuple[str, ...], language: str, heading: str) -> None:
    """It makes an exit status of 1 in both directions: a reader of the other version misses it."""
    other = page(*(FRENCH if language == "en" else ENGLISH), language="fr" if language == "en" else "en")
    comparison = compare(with_line(heading, texts, language), other)
    assert told(comparison) == [("line-dropped", Severity.MEDIUM)]
    assert exit_status(comparison) == 1
    mirrored = compare(other, with_line(heading, texts, language))
    assert told(mirrored) == [("line-added", Severity.MEDIUM)]


def test_a_caption_that_tells_something_is_a_low_finding() -> None:
    """The two are not the same, but a picture may be left out on purpose."""
    caption = "The ferry at its quay on Monday, with a tarpaulin over the crack. Photo: Ida Berg"
    comparison = compare(with_line(caption), page(*FRENCH, language="fr"))
    assert told(comparison) == [("line-dropped", Severity.LOW)]
    assert comparison.verdict == "near-parallel"
    assert exit_status(comparison) == 0
    assert "nothing to report" not in findings_in_words(comparison)


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Ida Berg", "(c) Northern Picture Agency", "Advertisement", "Follow us on social media",
        "Share on Facebook", "Sign up now for our weekly newsletter", "Read also: The bridge is closed", "https://news.example.org/ferry",
        "Back to top",
    ],
)  # fmt: skip
def test_certain_furniture_between_paragraphs_is_silent(line: str) -> None:
    """A credit, a prompt, a label or an address needs no counterpart."""
    comparison = compare(with_line(line), page(*FRENCH, language="fr"))
    assert (comparison.verdict, comparison.findings) == ("same", ())
    assert Fate.ASIDE in comparison.fates


def test_head_and_tail_of_a_page_are_silent() -> None:
    """A masthead, a menu, a headline, an author and a share bar stand outside of the article."""
    head = "THE SOUND TIMES", "Home | News | Weather", "Ferry stays in harbour", "By Ida Berg", "3 May 2021"
    tail = "Share on Facebook", "Related articles", "The bridge is closed", "© 2021 The Sound Times"
    comparison = compare(page(*head, *ENGLISH, *tail, language="en"), page(*FRENCH, language="fr"))
    assert (comparison.verdict, comparison.findings) == ("same", ())


@pytest.mark.parametrize(("above", "count"), [((), 1), (("Related articles",), 0)])
def test_a_caption_right_below_the_last_sentence_is_told(above: tuple[str, ...], count: int) -> None:
    """It belongs to the article; below a label it belongs to the page."""
    caption = "The ferry at its quay on Monday, with a tarpaulin over the crack."
    source = page(*ENGLISH, *above, caption, language="en")
    segments = list(source.segments)
    segments[-1] = replace(segments[-1], role=Role.CAPTION)
    if above:
        segments[-2] = replace(segments[-2], role=Role.FURNITURE)
    comparison = compare(replace(source, segments=tuple(segments)), page(*FRENCH, language="fr"))
    assert told(comparison) == [("line-dropped", Severity.LOW)] * count


def test_what_stands_under_a_label_is_furniture_with_it() -> None:
    """The titles of other articles below "Related articles" are no headings of this one."""
    box = "Related articles", "The bridge is closed", "A winter without ships"
    english = page(ENGLISH[0], *box, *ENGLISH[1:], language="en")
    assert compare(english, page(*FRENCH, language="fr")).findings == ()


def test_headings_that_face_each_other_are_low() -> None:
    """Another heading in the same place says less than none."""
    english = page(ENGLISH[0], "A crack as long as a man", *ENGLISH[1:], language="en")
    french = page(FRENCH[0], "Rendez-vous chez le dentiste", *FRENCH[1:], language="fr")
    comparison = compare(english, french)
    assert set(told(comparison)) <= {("line-dropped", Severity.LOW), ("line-added", Severity.LOW)}


def test_the_message_names_line_and_side() -> None:
    """A person reads what was found and where."""
    comparison = compare(page(*FRENCH, language="fr"), with_line("A crack as long as a man"))
    (finding,) = comparison.findings
    assert finding.message == "this heading within the target has no counterpart in the source"
    text = comparison.alignment.target.text[finding.target.start : finding.target.stop]
    assert text == "A crack as long as a man"
    assert not finding.source


@pytest.mark.parametrize(
    ("line", "silent"), [("[Page 19]", True), ("42 THE SALT ROAD", True), ("A note in a box", False)]
)
def test_page_numbers_and_running_heads_are_silent(line: str, *, silent: bool) -> None:
    """What a format has set aside is told of, unless it numbers a page."""
    source = page(ENGLISH[0], line, *ENGLISH[1:], language="en")
    number = next(k for k, segment in enumerate(source.segments) if segment.text == line)
    segments = list(source.segments)
    segments[number] = replace(segments[number], role=Role.FURNITURE)
    comparison = compare(replace(source, segments=tuple(segments)), page(*FRENCH, language="fr"))
    assert told(comparison) == ([] if silent else [("line-dropped", Severity.LOW)])


def test_a_heading_that_comes_again_is_told_each_time() -> None:
    """Manuals have many headings of one name; a line of the page that comes again is none."""
    english = page(ENGLISH[0], "In short", ENGLISH[1], "In short", ENGLISH[2], language="en")
    segments = [replace(it, role=Role.HEADLINE) if it.text == "In short" else it for it in english.segments]
    comparison = compare(replace(english, segments=tuple(segments)), page(*FRENCH, language="fr"))
    assert told(comparison) == [("line-dropped", Severity.MEDIUM)] * 2
