"""What a sentence lost is told, though its neighbours speak of the same things; what moved over a border is not."""

import pytest

from align.bitext import Finding, Severity
from align.comparison import compare

# Before, the first half and the second half of the sentence that is changed, and what comes behind it.
ARTICLE = {
    "en": (
        "The harbour office has inspected the ferry, its engines and the lifeboats twice since January, and the "
        "captain got a written report each time.",
        "Although the harbour office had asked the captain and the owners of the ferry for a report on the engines and "
        "the lifeboats",
        "nobody answered the letter before the summer holidays.",
        "The owners of the ferry say that they discussed the engines, the lifeboats and the report of the harbour "
        "office with the captain in May.",
    ),
    "fr": (
        "Le bureau du port a inspecté deux fois le ferry, ses moteurs et les canots de sauvetage depuis janvier, et le "
        "capitaine a reçu chaque fois un rapport écrit.",
        "Bien que le bureau du port eût demandé au capitaine et aux propriétaires du ferry un rapport sur les moteurs "
        "et les canots de sauvetage",
        "personne n'a répondu à la lettre avant les vacances d'été.",
        "Les propriétaires du ferry disent avoir discuté en mai avec le capitaine des moteurs, des canots de sauvetage "
        "et du rapport du bureau du port.",
    ),
    "de": (
        "Das Hafenamt hat die Fähre, ihre Motoren und die Rettungsboote seit Januar zweimal geprüft, und der Kapitän "
        "bekam jedes Mal einen schriftlichen Bericht.",
        "Obwohl das Hafenamt den Kapitän und die Besitzer der Fähre um einen Bericht über die Motoren und die "
        "Rettungsboote gebeten hatte",
        "beantwortete niemand den Brief vor den Sommerferien.",
        "Die Besitzer der Fähre sagen, dass sie die Motoren, die Rettungsboote und den Bericht des Hafenamts im Mai "
        "mit dem Kapitän besprochen haben.",
    ),
    "es": (
        "La oficina del puerto ha inspeccionado dos veces el ferry, sus motores y los botes salvavidas desde enero, y "
        "el capitán recibió cada vez un informe escrito.",
        "Aunque la oficina del puerto había pedido al capitán y a los dueños del ferry un informe sobre los motores y "
        "los botes salvavidas",
        "nadie respondió a la carta antes de las vacaciones de verano.",
        "Los dueños del ferry dicen que en mayo hablaron con el capitán de los motores, de los botes salvavidas y del "
        "informe de la oficina del puerto.",
    ),
    "ru": (
        "Управление порта с января дважды проверяло паром, его двигатели и спасательные шлюпки, и капитан каждый раз "
        "получал письменный отчёт.",
        "Хотя управление порта просило капитана и владельцев парома прислать отчёт о двигателях и спасательных шлюпках",
        "никто не ответил на письмо до летних каникул.",
        "Владельцы парома говорят, что в мае обсудили с капитаном двигатели, спасательные шлюпки и отчёт управления "
        "порта.",
    ),
}


def text(language: str, sentence: str) -> str:
    """Return the article in a language with a sentence between the first and the last one."""
    first, _, _, last = ARTICLE[language]
    return f"{first} {sentence} {last}\n"


def told(source: str, target: str) -> list[Finding]:
    """Return what is said of words inside of sentences."""
    return [finding for finding in compare(source, target).findings if finding.check == "words"]


def whole(language: str) -> str:
    """Return the sentence with both halves."""
    return f"{ARTICLE[language][1]}, {ARTICLE[language][2]}"


@pytest.mark.parametrize("language", ["fr", "de", "es", "ru"])
def test_first_half_that_is_lost_is_told(language: str) -> None:
    """Its words stand in the sentences before and after, where they have counterparts of their own."""
    rest = ARTICLE[language][2]
    found = told(text("en", whole("en")), text(language, f"{rest[0].upper()}{rest[1:]}"))
    assert [(it.kind, it.severity) for it in found] == [("partly-dropped", Severity.HIGH)]
    assert "the harbour office had asked" in found[0].message


@pytest.mark.parametrize("language", ["fr", "de", "es", "ru"])
def test_first_half_that_is_added_is_told(language: str) -> None:
    """In the other direction, too."""
    rest = ARTICLE[language][2]
    found = told(text(language, f"{rest[0].upper()}{rest[1:]}"), text("en", whole("en")))
    assert [(it.kind, it.severity) for it in found] == [("partly-added", Severity.HIGH)]


@pytest.mark.parametrize("language", ["fr", "de", "es", "ru"])
def test_half_that_moved_into_the_next_sentence_is_not_told(language: str) -> None:
    """Nothing else renders its words there."""
    first, start, rest, last = ARTICLE[language]
    moved = f"{first} {rest[0].upper()}{rest[1:]} {start}; {last[0].lower()}{last[1:]}\n"
    assert not told(text("en", whole("en")), moved)
