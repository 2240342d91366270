"""Each filter takes what it is made for, and leaves good pairs alone."""

import numpy as np
import pytest

from corpora.filters import FILTERS, LIMITS, Limit, Texts, score_pair

GOOD = (
    (
        "The town harbour is closed for 12 weeks.",
        "Le port de la ville est fermé pendant 12 semaines.",
        "en",
        "fr",
    ),
    (
        "The town harbour is closed for the winter.",
        "Гавань города закрыта на всю зиму из-за шторма.",
        "en",
        "ru",
    ),
    ("The town harbour is closed for the winter.", "小镇的港口整个冬天都关闭，渔民们只好留在家里。", "en", "zh"),
    (
        "The town harbour is closed for the winter.",
        "أغلق ميناء المدينة طوال فصل الشتاء بسبب العاصفة.",
        "en",
        "ar",
    ),
    ("It rained.", "Il pleuvait.", "en", "fr"),
    ("Sie haben den Hafen der Stadt gestern geschlossen.", "Ils ont fermé hier le port de la ville.", "de", "fr"),
)
BAD = (
    ("probability", "It rained a lot.", "Il a beaucoup plu."),
    ("shortest", "No", "Non"),
    ("longest", "It rained. " * 300, "Il pleuvait. " * 300),
    ("length-ratio", "Yes, of course, that is what they told us all along, and we believed them.", "Oui."),
    ("language", "The harbour is closed for the winter.", "Der Hafen ist für den ganzen Winter geschlossen worden."),
    ("script", "The harbour is closed.", "Гавань закрыта на всю зиму."),
    ("identical", "Harbour closed", "harbour CLOSED!"),
    ("untranslated", "The harbour is closed for the winter", "Le harbour is closed for the winter"),
    ("letters", "12.5 % (2019) 13.7 % (2020)", "12,5 % (2019) 13,7 % (2020)"),
    ("repetition", "buy now buy now buy now buy now buy now buy now", "achetez achetez " * 6),
    ("glued", "Theharbourofthetownisclosedforthewinterandnobodyknowswhy", "Le port de la ville est fermé."),
    ("spaced", "T h e h a r b o u r is closed", "Le port est fermé"),
    ("mojibake", "The cafÃ© is closed", "Le café est fermé"),
    ("escapes", "The caf\\u00e9 is closed", "Le caf&eacute; est fermé"),
    ("markup", "The <b>harbour</b> is closed", "Le port est fermé"),
    ("breadcrumbs", "Home > News > Storms > Harbour", "Accueil > Actualités > Tempêtes > Port"),
    ("numbers", "It took 12 weeks.", "Cela a duré 13 semaines."),
    ("urls", "See https://example.org/a for more.", "Voir https://example.org/b pour en savoir plus."),
)


def fails(limit: Limit, score: float) -> bool:
    """Tell whether a score is beyond a limit."""
    return bool(limit.fails(np.array([score]))[0])


@pytest.mark.parametrize(("source", "target", "one", "other"), GOOD)
def test_good_pairs_pass_all_filters(source: str, target: str, one: str, other: str) -> None:
    """In several scripts, and whatever their length."""
    scores = score_pair(Texts(source, target, one, other, 0.99, 0.8))
    assert not [name for name in FILTERS if fails(LIMITS[name], scores[name])]


@pytest.mark.parametrize(("name", "source", "target"), BAD)
def test_each_filter_takes_what_it_is_for(name: str, source: str, target: str) -> None:
    """An example for each but similarity, which is the encoder's."""
    probability = 0.2 if name == "probability" else 0.99
    assert fails(LIMITS[name], score_pair(Texts(source, target, "en", "fr", probability, 0.8))[name])


def test_every_filter_has_a_limit_and_an_example() -> None:
    """Boilerplate is scored over the whole corpus."""
    assert set(LIMITS) == {*FILTERS, "boilerplate"}
    assert {name for name, *_ in BAD} == set(FILTERS) - {"similarity"}


def test_those_that_remove_good_data_only_label() -> None:
    """By default."""
    assert {name for name, limit in LIMITS.items() if limit.action == "label"} == {
        "numbers",
        "script",
        "similarity",
        "urls",
    }


def test_a_score_at_the_limit_passes() -> None:
    """Both ways."""
    assert not fails(Limit("at_least", 0.5), 0.5)
    assert not fails(Limit("at_most", 2), 2)
