"""What a person is, told by one version alone."""

import pytest

from align.bitext import Severity
from tests.align.checks.parallel import found

# Languages, both texts, and the title that one of them lacks.
LOST = [
    (
        "en-fr",
        "Minister Anna Kovacs said the school would stay open.",
        "Anna Kovacs a dit que l’école resterait ouverte.",
        "Minister",
    ),
    (
        "en-de",
        "Karl Weber, the mayor of Graz, opened the new bridge.",
        "Karl Weber eröffnete die neue Brücke.",
        "mayor",
    ),
    (
        "fr-en",
        "Le ministre de la Défense Jean Morvan a visité le port.",
        "Jean Morvan visited the harbour.",
        "ministre",
    ),
    (
        "de-es",
        "Bürgermeister Karl Weber eröffnete am Montag die Brücke.",
        "Karl Weber inauguró el puente el lunes.",
        "Bürgermeister",
    ),
    (
        "es-it",
        "El senador Pablo Ferrer visitó la escuela el martes.",
        "Pablo Ferrer ha visitato la scuola martedì.",
        "senador",
    ),
    (
        "it-nl",
        "Il sindaco Marco Bellini ha aperto la scuola lunedì.",
        "Marco Bellini heeft maandag de school geopend.",
        "sindaco",
    ),
    ("en-ru", "On Monday Judge Oleg Kaminsky closed the bridge.", "В понедельник Олег Каминский закрыл мост.", "Judge"),
    (
        "pt-en",
        "O professor Rui Tavares abriu a escola na segunda-feira.",
        "Rui Tavares opened the school on Monday.",
        "professor",
    ),
]
KEPT = [
    ("en-fr", "Minister Anna Kovacs opened the bridge.", "La ministre Anna Kovacs a inauguré le pont."),
    ("en-de", "Anna Kovacs, the head coach, opened the bridge.", "Trainerin Anna Kovacs eröffnete die Brücke."),
    (
        "en-de",
        "Health Minister Anna Kovacs opened the bridge.",
        "Gesundheitsministerin Anna Kovacs öffnete die Brücke.",
    ),
    ("en-fr", "Ms Anna Kovacs opened the bridge.", "Anna Kovacs a inauguré le pont."),
    ("en-fr", "The minister opened the bridge.", "Elle a inauguré le pont."),
    ("en-fr", "Minister Anna Kovacs opened the bridge.", "Elle a inauguré le pont."),
    ("en-fr", "Anna Kovacs, who leads the school, came.", "La directrice Anna Kovacs est venue."),
    ("en-es", "On Monday the General Assembly opened in Geneva.", "El lunes se inauguró en Ginebra la cumbre."),
]

# Languages, both texts, and what the source and the target call somebody.
CHANGED = [
    (
        "en-fr",
        "The deputy mayor Anna Kovacs opened the new school on Monday.",
        "Le maire Anna Kovacs a inauguré la nouvelle école lundi.",
        ("The deputy mayor", "Le maire"),
    ),
    (
        "de-en",
        "Der stellvertretende Bürgermeister Karl Weber eröffnete am Montag die Brücke.",
        "Mayor Karl Weber opened the bridge on Monday.",
        ("stellvertretende Bürgermeister", "Mayor"),
    ),
    (
        "en-fr",
        "Professor Karl Weber said that the bridge was safe.",
        "Le docteur Karl Weber a déclaré que le pont était sûr.",
        ("Professor", "Le docteur"),
    ),
    (
        "en-de",
        "Interior Minister Anna Kovacs promised help to the families.",
        "Außenministerin Anna Kovacs versprach den Familien Hilfe.",
        ("Interior Minister", "Außenministerin"),
    ),
    (
        "en-es",
        "Anna Kovacs, the interior minister, promised help to the families.",
        "Anna Kovacs, ministra de Exteriores, prometió ayuda a las familias.",
        ("the interior minister", "ministra de Exteriores"),
    ),
    (
        "fr-it",
        "Le ministre de la Défense Jean Morvan a visité le port.",
        "Il ministro della Giustizia Jean Morvan ha visitato il porto.",
        ("Le ministre de la", "Il ministro della"),
    ),
    (
        "en-ru",
        "Bishop Karl Weber visited the old harbour on Sunday.",
        "Кардинал Карл Вебер посетил старую гавань в воскресенье.",
        ("Bishop", "Кардинал"),
    ),
    (
        "es-pt",
        "El senador Pablo Ferrer visitó la escuela el martes.",
        "O governador Pablo Ferrer visitou a escola na terça-feira.",
        ("El senador", "O governador"),
    ),
]
# Titles that render each other, or that somebody else may have.
SAME = [
    ("en-fr", "Vice President Karl Weber left.", "Le vice-président Karl Weber est parti."),
    ("en-es", "Deputy Mayor Karl Weber left.", "El teniente de alcalde Karl Weber se ha ido."),
    ("en-de", "Interior Secretary Anna Kovacs left.", "Innenministerin Anna Kovacs ist gegangen."),
    ("it-fr", "Così ha aggiunto il professor Karl Weber.", "C'est ce qu'a ajouté le professeur Karl Weber."),
    ("en-fr", "Chairman Karl Weber left.", "Le président Karl Weber est parti."),
    ("en-de", "Doctor Karl Weber, a professor, left.", "Professor Karl Weber ist gegangen."),
    (
        "de-en",
        "Professor Karl Weber und Doktor Anna Kovacs gingen.",
        "Doctor Anna Kovacs and Professor Karl Weber left.",
    ),
]


@pytest.mark.parametrize(("languages", "source", "target", "titles"), CHANGED)
def test_a_title_that_became_another_one_is_told(
    languages: str, source: str, target: str, titles: tuple[str, str]
) -> None:
    """Of another rank, of another department, or without who stands in for somebody; in both directions."""
    other_way = "-".join(reversed(languages.split("-")))
    for one, two, tags, shown in ((source, target, languages, titles), (target, source, other_way, titles[::-1])):
        (finding,) = found("title", [one], [two], tags)
        assert (finding.kind, finding.severity) == ("title-changed", Severity.MEDIUM)
        assert f"“{shown[0]}" in finding.message.replace("Der ", "")
        assert f"“{shown[1]}" in finding.message.replace("Der ", "")


@pytest.mark.parametrize(("languages", "source", "target"), SAME)
def test_titles_that_render_each_other_are_the_same(languages: str, source: str, target: str) -> None:
    """So are those of which the other text speaks anywhere."""
    assert found("title", [source], [target], languages) == []


@pytest.mark.parametrize(("languages", "titled", "plain", "title"), LOST)
def test_a_title_that_only_one_version_has_is_told(languages: str, titled: str, plain: str, title: str) -> None:
    """Lost it is of medium severity, gained of low, and its characters are those of the title."""
    (lost,) = found("title", [titled], [plain], languages)
    (gained,) = found("title", [plain], [titled], "-".join(reversed(languages.split("-"))))
    assert (lost.kind, lost.severity) == ("title-lost", Severity.MEDIUM)
    assert (gained.kind, gained.severity) == ("title-gained", Severity.LOW)
    assert titled[lost.source.start : lost.source.stop] == title == titled[gained.target.start : gained.target.stop]


@pytest.mark.parametrize(("languages", "source", "target"), KEPT)
def test_a_title_in_other_words_is_none(languages: str, source: str, target: str) -> None:
    """Nor is one of courtesy, or one whose name the other text lacks."""
    assert found("title", [source], [target], languages) == []


def test_what_another_sentence_tells_is_hardly_lost() -> None:
    """The title stands beside the same name elsewhere in the version."""
    source = ["Minister Anna Kovacs opened the bridge.", "Minister Anna Kovacs said the bridge was safe."]
    target = ["La ministre Anna Kovacs a inauguré le pont.", "Anna Kovacs a dit que le pont était sûr."]
    (finding,) = found("title", source, target, "en-fr")
    assert (finding.bead, finding.severity) == (1, Severity.LOW)
    assert "Anna Kovacs" in finding.message
