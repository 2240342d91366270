"""A text in two languages is told from one with quotations."""

from itertools import chain

import pytest

from align.mixture import Second, second_language

ENGLISH = (
    "The museum on the hill is closed on Mondays.",
    "Children do not have to pay before they are six.",
    "You can leave your coats at the entrance.",
    "There is a small café on the roof of the house.",
)
GERMAN = (
    "Das Museum auf dem Hügel ist am Montag geschlossen.",
    "Kinder müssen nicht zahlen, bis sie sechs sind.",
    "Die Mäntel kann man am Eingang abgeben.",
    "Auf dem Dach des Hauses ist ein kleines Café.",
)
RUSSIAN = ("Музей на холме закрыт по понедельникам.", "Дети до шести лет не платят.", "Пальто можно сдать у входа.")
CHINESE = ("山上的博物馆星期一不开门，请改天再来。", "六岁以下的孩子不用买票就可以进去。")
JAPANESE = ("丘の上の博物館は月曜日に休みます。", "六歳までの子どもは無料で入ることができます。")


def alternating(*sides: tuple[str, ...]) -> list[str]:
    """Return the sentences in turn."""
    return list(chain.from_iterable(zip(*sides, strict=False)))


@pytest.mark.parametrize(
    ("sides", "language", "found"),
    [
        ((ENGLISH, GERMAN), "en", Second("de", 4, 8)),
        ((GERMAN, ENGLISH), "de-AT", Second("en", 4, 8)),
        ((ENGLISH, RUSSIAN), "en", Second("ru", 3, 6)),
        ((RUSSIAN, ENGLISH), "ru", Second("en", 3, 6)),
        ((ENGLISH, CHINESE), "en", Second("zh", 2, 4)),
        ((CHINESE, JAPANESE), "zh", Second("ja", 2, 4)),
        ((JAPANESE, CHINESE), "ja", Second("zh", 2, 4)),
        ((ENGLISH, JAPANESE), "en", Second("ja", 2, 4)),
    ],
)
def test_sentences_in_turn_are_two_languages(sides: tuple[tuple[str, ...], ...], language: str, found: Second) -> None:
    """By script or by function words, and with their numbers."""
    assert second_language(alternating(*sides), language) == found


def test_a_part_in_another_language_is_one() -> None:
    """A summary at the end."""
    assert second_language([*ENGLISH * 3, *GERMAN], "en") == Second("de", 4, 16)


@pytest.mark.parametrize(
    ("sentences", "language"),
    [
        (ENGLISH * 3, "en"),
        ([*ENGLISH * 3, GERMAN[0]], "en"),
        ([*ENGLISH * 6, *GERMAN[:2]], "en"),
        ([*ENGLISH, "Sainte-Marie, Notre-Dame, Saint-Denis, Les Halles.", "git add . && git commit -m x"], "en"),
        (["Broen er stengt i dag, og vi må vente.", "Broen er lukket i dag, og vi må vente."] * 3, "no"),
        (["The museum is closed.", "東京。"] * 4, "en"),
        ((), "en"),
        (ENGLISH, "und"),
        (ENGLISH, "xh"),
    ],
    ids=["one", "a quotation", "a few", "names and code", "relatives", "short", "nothing", "unknown", "no list"],
)
def test_one_language_is_one(sentences: tuple[str, ...], language: str) -> None:
    """Quotations, names, code and close relatives make no second language."""
    assert second_language(sentences, language) is None
