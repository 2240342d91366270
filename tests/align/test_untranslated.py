"""Which sentences are told to be in the source's language, and what follows for coverage, findings and the aligner."""

from pathlib import Path

import pytest

from align.bitext import Alignment, Bead, Fate, Severity, Span, Verdict
from align.comparison import compare, comparison_of
from align.documents import document_from_text
from align.untranslated import find_untranslated

ENGLISH = [
    "The school on the hill was closed in the winter of 1998.",
    "Its roof had been damaged by a storm that nobody had expected.",
    "The pupils were taught in the town hall until the following summer.",
    "Nobody was hurt.",
    "An architect from the coast has drawn the plans for a new building.",
    "It will cost more than the village can pay by itself.",
]
FRENCH = [
    "L'école sur la colline a été fermée pendant l'hiver 1998.",
    "Son toit avait été endommagé par une tempête que personne n'attendait.",
    "Les élèves ont suivi leurs cours à la mairie jusqu'à l'été suivant.",
    "Personne n'a été blessé.",
    "Un architecte de la côte a dessiné les plans d'un nouveau bâtiment.",
    "Il coûtera plus que le village ne peut payer à lui seul.",
]


def numbers(source: str, target: str, languages: tuple[str, str]) -> list[int]:
    """Return which sentences of the target are untranslated, by their lines."""
    documents = (
        document_from_text(text, language=tag, segmented=True)
        for text, tag in zip((source, target), languages, strict=True)
    )
    return sorted(find_untranslated(*documents))


def mixed(*left: int) -> str:
    """Return the French version with some sentences left in English."""
    return "\n".join(ENGLISH[k] if k in left else FRENCH[k] for k in range(len(FRENCH)))


@pytest.mark.parametrize("left", [(), (1,), (0, 2), (4, 5), (0, 1, 2, 3, 4, 5)])
def test_sentences_left_in_the_language_of_the_source_are_told(left: tuple[int, ...]) -> None:
    """Short ones, of which nothing can be said by themselves, too, where they stand between others."""
    assert numbers("\n".join(ENGLISH), mixed(*left), ("en", "fr")) == list(left)


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        (("ru", "en"), "Мост закрыт на неделю из-за ремонта.", "Мост закрыт на неделю из-за ремонта."),
        (("zh", "en"), "这座桥将因维修关闭一个星期。", "这座桥将因维修关闭一个星期。"),
        (("ja", "zh"), "橋は修理のため一週間閉鎖されます。", "橋は修理のため一週間閉鎖されます。"),
        (("en", "zh"), "The bridge was closed for a week.", "The bridge will be closed for a month."),
        (("sw", "en"), "Daraja limefungwa kwa wiki moja.", "Daraja limefungwa kwa wiki moja."),
        (("zu", "en"), "Ibhuloho livaliwe isonto lonke namuhla.", "Ibhuloho livaliwe isonto lonke namuhla."),
        (("ka", "hy"), "ხიდი ერთი კვირით დაიკეტა გუშინ.", "ხიდი ერთი კვირით დაიკეტა გუშინ."),
        (("es", "pt"), "El puente está cerrado hasta el lunes.", "El puente está cerrado hasta el lunes."),
    ],
)
def test_scripts_words_and_copies_tell_in_many_languages(languages: tuple[str, str], source: str, target: str) -> None:
    """Also where there is no list of function words."""
    assert numbers(source, target, languages) == [0]


@pytest.mark.parametrize(
    ("languages", "text"),
    [
        (("en", "fr"), "Ann Whitfield, Maria Okafor, Pia Lund, Moira Strand"),
        (("en", "fr"), "“I could imagine that I would live in this house,” she said in the end.”"),
        (("en", "fr"), "sudo apt install --yes the-package && echo $HOME"),
        (("en", "fr"), "https://www.example.org/this/is/where/it/was"),
        (("en", "fr"), "Nobody was hurt."),
        (("en", "fr"), "« Nous savons ce que ce ferry représente pour la ville et nous sommes désolés »"),
        (("en", "fr"), "Gallia est omnis divisa in partes tres."),
        (("en", "fr"), "Le conseil a décidé de fermer la piscine en septembre."),
        (("en", "zh"), "Ann Whitfield Maria Okafor Pia Lund"),
        (("zh", "ja"), "東京都千代田区"),
        (("hr", "sr"), "Most je zatvoren na tjedan dana zbog radova."),
        (("da", "no"), "Hun bor i en liten by ved kysten."),
    ],
)
def test_names_code_quotations_and_short_lines_are_no_claim(languages: tuple[str, str], text: str) -> None:
    """Even where both versions have them: they may well stand so in a translation."""
    assert numbers(text, text, languages) == []


def test_documents_in_one_language_have_nothing_untranslated() -> None:
    """A rewritten version neither."""
    rewritten = "\n".join([*ENGLISH[:3], "The new school opened in May.", "It rained all day long.", "All were happy."])
    assert numbers("\n".join(ENGLISH), rewritten, ("en", "en")) == []


def test_a_copy_with_a_few_translated_sentences_is_a_translation_broken_off() -> None:
    """Both pages were taken for English, since most of the second still is."""
    more = [f"The {word} was painted in the spring by the people of the town." for word in "ABCDEFGH"]
    source, target = [*ENGLISH, *more], [*FRENCH[:3], *ENGLISH[3:], *more]
    assert numbers("\n".join(source), "\n".join(target), ("en", "en")) == list(range(3, 14))
    quoted = [*ENGLISH, *FRENCH[:3]]
    assert numbers("\n".join(ENGLISH), "\n".join(quoted), ("en", "en")) == []


def test_an_untranslated_paragraph_is_one_finding_of_high_severity() -> None:
    """Part of a paragraph is of medium severity; neither is covered, and both stay kept."""
    source = document_from_text("\n\n".join([" ".join(ENGLISH[:2]), " ".join(ENGLISH[2:])]), language="en")
    target = document_from_text(
        "\n\n".join([" ".join(ENGLISH[:2]), " ".join([*FRENCH[2:5], ENGLISH[5]])]), language="fr"
    )
    beads = tuple(Bead(Span(k, k + 1), Span(k, k + 1), 1.0, 0.9) for k in range(6))
    comparison = comparison_of(Alignment(source, target, beads, "by hand"))
    whole, part = comparison.findings
    assert (whole.kind, whole.severity, part.severity) == ("untranslated", Severity.HIGH, Severity.MEDIUM)
    assert whole.message == "this paragraph of the target (2 sentences) is still in English"
    assert part.message == "this sentence of the target is still in English"
    assert whole.target == target.chars_over(Span(0, 2))
    assert whole.source == source.chars_over(Span(0, 2))
    assert set(comparison.fates) == {Fate.KEPT}
    assert comparison.source_coverage.segments == comparison.target_coverage.segments == 3
    assert comparison.verdict is Verdict.NEAR_PARALLEL


@pytest.mark.parametrize("below", [True, False])
def test_source_left_beside_its_translation_does_not_take_its_place(below: bool) -> None:
    """The translation is kept; what was left over is untranslated and not added."""
    beside = [[FRENCH[k], ENGLISH[k]] if k in {1, 4} else [FRENCH[k]] for k in range(6)]
    text = "\n".join(line for lines in beside for line in (lines if below else lines[::-1]))
    source = document_from_text("\n".join(ENGLISH), language="en", segmented=True)
    comparison = compare(source, document_from_text(text, language="fr", segmented=True))
    assert [finding.kind for finding in comparison.findings] == ["untranslated"] * 2
    assert comparison.fates.count(Fate.KEPT) == 6
    assert comparison.source_coverage.share == 1.0
    target = comparison.alignment.target
    kept = [target.text_over(bead.target) for bead in comparison.alignment.beads if bead.source]
    assert kept == FRENCH


def test_no_sentence_of_the_sample_articles_is_untranslated() -> None:
    """They are translations, with names and quotations."""
    seeds = Path(__file__).resolve().parents[2] / "seeds"
    for source, target in (("ferry/en.txt", "ferry/fr.txt"), ("puncture/en.md", "puncture/zh.txt")):
        kinds = {finding.kind for finding in compare(seeds / source, seeds / target).findings}
        assert "untranslated" not in kinds
