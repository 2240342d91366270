"""Equal numbers of unlike things."""

import pytest

from align.values.differences import read
from align.values.unlike import unlike


def found(source: str, languages: str, target: str) -> list[tuple[str, str, str]]:
    """Return what is found, with the characters of both texts."""
    one, other = languages.split("-")
    return [
        (kind, source[here.start : here.stop], target[there.start : there.stop])
        for kind, here, there in unlike(read(source, one), read(target, other))
    ]


@pytest.mark.parametrize(
    ("source", "languages", "target", "expected"),
    [
        ("It is 5 miles away.", "en-fr", "C’est à 5 km d’ici.", ("unit", "5 miles", "5 km")),
        ("a 10-inch pipe", "en-de", "ein 10 Zentimeter dickes Rohr", ("unit", "10-inch", "10 Zentimeter")),
        ("for two months", "en-ja", "2週間", ("unit", "two months", "2週間")),
        (
            "It cost $35 million.",
            "en-fr",
            "Il a coûté 35 millions d’euros.",
            ("currency", "$35 million", "35 millions d’euros"),
        ),
        ("300万美元", "zh-en", "3 million euros", ("currency", "300万美元", "3 million euros")),
        ("50 Pfund Sterling", "de-en", "€50", ("currency", "50 Pfund", "€50")),
        ("£50,000", "en-de", "50.000 US-Dollar", ("currency", "£50,000", "50.000 US-Dollar")),
        ("$5m", "en-nl", "5 miljoen Britse pond", ("currency", "$5m", "5 miljoen Britse pond")),
        ("£350,000", "en-ru", "350 тыс. долларов", ("currency", "£350,000", "350 тыс. долларов")),
        ("20 centimetres wide", "en-fr", "large de 20 mètres", ("unit", "20 centimetres", "20 mètres")),
        ("after 60 weeks", "en-de", "nach 60 Tagen", ("unit", "60 weeks", "60 Tagen")),
        ("a plant of 50 MW", "en-it", "un impianto da 50 kW", ("unit", "50 MW", "50 kW")),
        ("within 18 days", "en-es", "en 18 horas", ("unit", "18 days", "18 horas")),
        ("at 3 p.m. in Bergen", "en-nl", "om 15 weken in Bergen", ("unit", "3 p.m.", "15 weken")),
        ("In 2010 it was 10 m long.", "en-pt", "Em 2010 tinha 10 km.", ("unit", "10 m", "10 km")),
        ("30 km (19 kilometres) off", "en-fr", "à 30 km", ("unit", "30 km (19 kilometres", "30 km")),
    ],
)
def test_another_unit_or_currency_is_found(
    source: str, languages: str, target: str, expected: tuple[str, str, str]
) -> None:
    """With the number and what it counts."""
    assert found(source, languages, target) == [expected]


@pytest.mark.parametrize(
    ("source", "languages", "target"),
    [
        ("It is 5 miles away.", "en-fr", "C’est à 5 miles d’ici."),
        ("at 85 mph", "en-de", "mit 85 Meilen pro Stunde"),
        ("5 tons", "en-fr", "5 tonnes"),
        ("aged 21", "en-fr", "âgé de 21 ans"),
        ("$50", "en-zh", "50美元"),
        ("US$50", "en-de", "50 US-Dollar"),
        ("US$50", "en-es", "50 dólares"),
        ("£50", "en-fr", "50 livres"),
        ("£50", "en-fr", "50"),
        ("5 miles and 5 km", "en-fr", "5 km et 5 miles"),
        ("50 per cent", "en-fr", "50 euros"),
        ("5 secondary schools", "en-fr", "5 minutes"),
        ("It ended in 1850. Dollars came later.", "en-fr", "1850 euros"),
        ("within 24 hours", "en-fr", "en 24 heures"),
        ("at 3 p.m. for 3 weeks", "en-fr", "à 15 heures pendant 3 semaines"),
        ("10 inches (25 cm) of rain", "en-fr", "25 cm de pluie"),
        ("the 5 km (3 km uphill) to the farm", "en-fr", "les 5 km, dont 3 km de montée"),
    ],
)
def test_the_same_thing_is_none(source: str, languages: str, target: str) -> None:
    """Whatever it is called; where the number is there twice or a side says nothing, nothing is claimed."""
    assert found(source, languages, target) == []
