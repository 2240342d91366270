"""Names in whose place the other version has another one, and names that one version spells in two ways."""

import pytest

from align.bitext import Severity
from tests.align.checks.parallel import found

CHANGED = [
    ("en-fr", "The boat of Ruth Ambler sank on Monday.", "Le bateau de Ruth Castellan a coulé lundi.", "Ambler"),
    ("en-es", "On Monday Edda Marsh sold the mill.", "El lunes Edda Ferrante vendió el molino.", "Marsh"),
    ("en-ru", "On Monday Ruth Ambler sold the mill.", "В понедельник Рут Васкес продала мельницу.", "Ambler"),
]
SAME = [
    ("en-ru", "On Monday Oleg Kaminsky sold the mill.", "В понедельник Олег Каминский продал мельницу."),
    ("en-fr", "The mayor of London came to Germany.", "Le maire de Londres est venu en Allemagne."),
    ("en-de", "The boat of Ruth Ambler sank.", "Das Boot von Ruth Ambler sank am Morgen."),
    ("en-fr", "The boat of Ruth Ambler sank.", "Son bateau a coulé."),
    ("en-zh", "The boat of Ruth Ambler sank.", "露丝的船沉了。"),
]


@pytest.mark.parametrize(("languages", "source", "target", "name"), CHANGED)
def test_another_name_in_the_same_place_is_told(languages: str, source: str, target: str, name: str) -> None:
    """The finding points at both names."""
    (finding,) = found("name", [source], [target], languages)
    assert finding.kind == "name-changed"
    assert source[finding.source.start : finding.source.stop] == name
    assert finding.severity in (Severity.HIGH, Severity.MEDIUM)


@pytest.mark.parametrize(("languages", "source", "target"), SAME)
def test_a_name_is_rendered_in_many_ways(languages: str, source: str, target: str) -> None:
    """By one that sounds alike, by the name of another language, or by none; nothing is told."""
    assert found("name", [source], [target], languages) == []


@pytest.mark.parametrize(
    ("languages", "source", "target", "name"),
    [
        ("en-fr", "The old boat of Vasquez sank in the harbour.", "Le vieux bateau a coulé dans le port.", "Vasquez"),
        ("en-es", "The old boat of Vasquez sank in the harbour.", "El viejo barco se hundió en el puerto.", "Vasquez"),
    ],
)
def test_a_name_that_nothing_renders_is_told_with_little_weight(
    languages: str, source: str, target: str, name: str
) -> None:
    """The finding points at the name, and at the whole text that lacks it."""
    (finding,) = found("name", [source], [target], languages)
    assert (finding.kind, finding.severity) == ("name-missing", Severity.LOW)
    assert source[finding.source.start : finding.source.stop] == name
    assert (finding.target.start, finding.target.stop) == (0, len(target))


def test_a_name_that_nothing_renders_but_that_is_known_elsewhere_is_not_missed() -> None:
    """A pronoun may stand for it."""
    source = ["The boat of Vasquez sank.", "Then Vasquez left the harbour.", "At noon Vasquez sold the mill."]
    target = ["Le bateau de Vasquez a coulé.", "Puis Vasquez a quitté le port.", "À midi, il a vendu le moulin."]
    assert found("name", source, target, "en-fr") == []


def test_a_name_that_is_known_elsewhere_makes_the_change_grave() -> None:
    """Both names are rendered in other sentences, so that one took the place of the other."""
    source = ["We met Ambler in town.", "Then old Marlowe came.", "On Monday Ambler sold the mill."]
    target = ["Nous avons vu Ambler en ville.", "Puis le vieux Marlowe est venu.", "Lundi, Marlowe a vendu le moulin."]
    (finding,) = found("name", source, target, "en-fr")
    assert (finding.bead, finding.severity) == (2, Severity.HIGH)


def test_another_speaker_of_a_quotation_is_grave() -> None:
    """Somebody else is made to say it."""
    source = ["“We will never sell the mill,” said Ruth Ambler."]
    target = ["« Nous ne vendrons jamais le moulin », a déclaré Ruth Castellan."]
    (finding,) = found("name", source, target, "en-fr")
    assert (finding.kind, finding.severity) == ("speaker-changed", Severity.HIGH)


def test_first_name_and_surname_are_one_person() -> None:
    """Another version may call her by the other one."""
    source = ["The mayor met Ruth Ambler.", "Later Ruth sold the mill."]
    target = ["Le maire a vu Ruth Ambler.", "Plus tard Ambler a vendu le moulin."]
    assert found("name", source, target, "en-fr") == []


def test_a_name_spelled_in_two_ways_is_told_of_the_version_that_does_it() -> None:
    """The other version has one name for both."""
    source = ["Then Halket came.", "At noon Halket left."]
    target = ["Puis Halket est venu.", "À midi Halkett est parti."]
    (finding,) = found("name-spelling", source, target, "en-fr")
    assert (finding.severity, finding.evidence[0].side) == (Severity.MEDIUM, "target")
    assert "Halkett" in finding.message


def test_two_spellings_in_both_versions_are_told_once_and_weigh_little() -> None:
    """They may be two persons; a version compared with itself has them twice."""
    text = ["Then Medura came.", "At noon Meduza left."]
    (finding,) = found("name-spelling", text, text, "en-en")
    assert finding.severity is Severity.LOW


@pytest.mark.parametrize(
    "text",
    [
        ["We saw Medura and Meduza."],
        ["In Korea it rains.", "In both Koreas it rains."],
        ["Then Anna came.", "Then Anne came."],
        ["Las Naciones Unidas vinieron.", "Los Estados Unidos vinieron."],
    ],
    ids=["together", "plural", "short", "gender"],
)
def test_forms_of_a_word_and_two_persons_are_no_spellings(text: list[str]) -> None:
    """Two that stand together are two; what differs at the end is a form."""
    language = "es" if "vinieron" in text[0] else "en"
    assert found("name-spelling", text, text, f"{language}-{language}") == []


def test_no_name_is_missed_in_a_script_without_capitals() -> None:
    """Nobody hears there which words are names: سالم is Salem."""
    source = ["بُنيت المنارة سنة 1911. كان حارسها الأخير يُدعى سالم."]
    target = ["Built in 1911, the lighthouse was last kept by Salem."]
    assert found("name", source, target, "ar-en") == []
