"""What one text says and the other does not, whatever the way they say it."""

import pytest

from align.values.differences import differences, is_telling, read


def left(source: str, languages: str, target: str) -> tuple[list[str], list[str]]:
    """Return what is left of the values of two texts, as written."""
    one, other = languages.split("-")
    readings = read(source, one), read(target, other)
    sides = differences(*readings)
    found = [
        [reading.text[value.chars.start : value.chars.stop] for value in side]
        for reading, side in zip(readings, sides, strict=True)
    ]
    return found[0], found[1]


@pytest.mark.parametrize(
    ("source", "languages", "target"),
    [
        ("1,350 people", "en-fr", "1 350 personnes"),
        ("1.350 Leute", "de-en", "1,350 people"),
        ("a 21-year-old", "en-fr", "un jeune de 21 ans"),
        ("four months, six other boats", "en-fr", "quatre mois, six autres bateaux"),
        ("€3.5bn", "en-fr", "3,5 Mrd €"),
        ("3.5 million", "en-zh", "350万"),
        ("in the 1980s", "en-fr", "dans les années 80"),
        ("in the 1930s", "en-pl", "w latach trzydziestych"),
        ("the 20th century", "en-fr", "le XXe siècle"),
        ("Louis XIV", "fr-en", "Louis the Fourteenth, Louis 14"),
        ("the first day", "en-de", "am 1. Tag"),
        ("both men, twice", "en-fr", "les deux hommes, deux fois"),
        ("a three-year-old", "en-de", "ein Dreijähriger"),
        ("a 42-year-old mechanic", "en-pl", "czterdziestodwuletni mechanik"),
        ("a 16-year-old", "en-it", "un sedicenne"),
        ("3 May 2019", "en-de", "03.05.2019"),
        ("on May 3", "en-zh", "5月3日"),
        ("at 5 p.m.", "en-de", "um 17 Uhr"),
        ("at 7.55pm", "en-pl", "o 19.55"),
        ("six in the evening", "en-fr", "vers dix-huit heures"),
        ("a score of 21:19", "en-de", "ein Ergebnis von 21 zu 19"),
        ("call 116 123", "en-de", "116\u00a0123 anrufen"),
        ("another six million", "en-fr", "six autres millions"),
        ("two dozen boats", "en-de", "24 Boote"),
        ("a fifth of them", "en-de", "20 Prozent von ihnen"),
        ("between 10 and 20 thousand", "en-fr", "entre 10 000 et 20 000"),
    ],
)
def test_what_says_the_same_is_no_difference(source: str, languages: str, target: str) -> None:
    """Numbers in other digits, words, compounds, numerals, dates and times."""
    assert left(source, languages, target) == ([], [])


@pytest.mark.parametrize(
    ("source", "languages", "target"),
    [
        ("a 650 pound pig", "en-de", "ein 295 Kilo schweres Schwein"),
        ("85 mph, 385 miles", "en-fr", "135 km/h, 620 km"),
        ("2 to 4 inches of rain", "en-ru", "5–10 см осадков"),
        ("80 degrees", "en-fr", "27 degrés"),
        ("a 6-foot-6 player", "en-es", "un jugador de 1,98 metros"),
        ("20 feet", "en-de", "sechs Meter"),
        ("500 acres", "en-fr", "200 hectares"),
        ("two months", "en-de", "60 Tage"),
        ("two decades", "en-zh", "20年"),
        ("a lake of 100 square miles", "en-de", "ein See von 260 Quadratkilometern"),
        ("10 miles", "en-fr", "16 km (10 miles)"),
    ],
)
def test_the_same_measure_in_other_units_is_no_difference(source: str, languages: str, target: str) -> None:
    """As far as newspapers round."""
    assert left(source, languages, target) == ([], [])


@pytest.mark.parametrize(
    ("source", "languages", "target", "expected"),
    [
        ("64 cars", "en-fr", "46 voitures", (["64"], ["46"])),
        ("three boats", "en-de", "fünf Boote", (["three"], ["fünf"])),
        ("2 million", "en-de", "2 Milliarden", (["2 million"], ["2 Milliarden"])),
        ("on Tuesday", "en-ru", "в среду", (["Tuesday"], ["среду"])),
        ("at 5 p.m.", "en-fr", "à 16 heures", (["5 p.m."], ["16 heures"])),
        ("on 3 May", "en-es", "el 3 de junio", (["May"], ["junio"])),
        ("650 pounds", "en-de", "650 Kilo", ([], [])),
        ("100 miles", "en-fr", "120 km", (["100"], ["120"])),
        ("150 people", "en-fr", "240 personnes", (["150"], ["240"])),
        ("3 of 3 boats", "en-fr", "3 bateaux sur 5", (["3"], ["5"])),
        ("三名警察", "zh-en", "four policemen", (["三"], ["four"])),
    ],
)
def test_what_says_something_else_is_left(
    source: str, languages: str, target: str, expected: tuple[list[str], list[str]]
) -> None:
    """On both sides; a number counts as often as it is there, and is no measure without a unit."""
    assert left(source, languages, target) == expected


@pytest.mark.parametrize(
    ("text", "telling"),
    [
        ("64 boats", True),
        ("6 boats", False),
        ("sixty boats", False),
        ("on Tuesday", True),
        ("The Sunday Times", False),
        ("3 May", True),
        ("30 miles", False),
        ("2.5 children", True),
    ],
)
def test_only_what_is_hard_to_say_otherwise_is_missed(text: str, telling: bool) -> None:
    """Exact figures and days; not small numbers, measures and names."""
    reading = read(text, "en")
    assert is_telling(reading.values[0], reading, read("Rien.", "fr")) is telling


def test_nothing_is_missed_in_a_language_whose_number_words_are_not_known() -> None:
    """They may say it."""
    reading = read("64 boats", "en")
    assert not is_telling(reading.values[0], reading, read("zarua", "sw"))
