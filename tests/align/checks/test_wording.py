"""Negations, hedges, caveats and attributions that one version has and the other has not."""

import pytest

from align.bitext import Severity
from tests.align.checks.parallel import found, kinds

LOST = [
    ("en-fr", "The bridge will not be closed in winter.", "Le pont sera fermé en hiver."),
    ("en-de", "The council did not pay for the new boats.", "Die Stadt bezahlte für die neuen Boote."),
    ("en-es", "The doctors never answered the letter.", "Los médicos respondieron la carta."),
    ("en-ru", "The hospital will not open in March.", "Больница откроется в марте."),
    ("en-it", "The teachers do not want a new school.", "Gli insegnanti vogliono una nuova scuola."),
    ("en-nl", "The museum is not open on Monday.", "Het museum is open op maandag."),
    ("fr-en", "Les pêcheurs n'ont pas vendu le bateau.", "The fishermen sold the boat."),
    ("en-en", "The bridge will not be closed.", "The bridge will be closed."),
]
RENDERED = [
    ("en-fr", "He did not accept the offer.", "Il a refusé l'offre."),
    ("en-de", "They were not able to swim.", "Sie waren unfähig zu schwimmen."),
    ("en-fr", "He only wants a boat.", "Il ne veut qu'un bateau."),
    ("en-fr", "She no longer works there.", "Elle n'y travaille plus."),
    ("en-es", "Nobody said anything.", "Nadie dijo nada."),
    ("en-fr", "Neither the mayor nor the council came.", "Ni le maire ni le conseil ne sont venus."),
    ("en-de", "Not only the mayor came, but also his wife.", "Der Bürgermeister kam, und auch seine Frau."),
    ("en-de", "We fear a no-deal winter.", "Wir fürchten einen Winter ohne Abkommen."),
    ("en-ru", "There is no doubt that he came.", "Он несомненно пришёл."),
    ("en-ru", "Wait here until he comes back from the mill.", "Ждите здесь, пока он не вернётся с мельницы."),
    ("en-es", "He left the house without a word.", "Salió de la casa sin decir nada."),
    ("en-zh", "Please do not hesitate to call us.", "请随时给我们打电话。"),
    ("en-fr", "The plan is far from perfect.", "Le plan n'est pas parfait, loin de là."),
    ("en-fr", "It costs more than the village can pay.", "Cela coûte plus que le village ne peut payer."),
]


@pytest.mark.parametrize(("languages", "source", "target"), LOST)
def test_a_lost_negation_is_grave(languages: str, source: str, target: str) -> None:
    """Whatever the language; the finding points at the words that negate."""
    (finding,) = found("negation", [source], [target], languages)
    assert (finding.kind, finding.severity) == ("negation-lost", Severity.HIGH)
    assert finding.evidence[0].text.lower() in ("not", "never", "n'ont pas", "pas")
    assert finding.probability >= 0.69


@pytest.mark.parametrize(("languages", "source", "target"), LOST)
def test_a_negation_is_told_in_both_directions(languages: str, source: str, target: str) -> None:
    """What was lost in one direction was gained in the other, with less certainty."""
    turned = "-".join(languages.split("-")[::-1])
    assert kinds("negation", target, source, turned) in (["negation-gained"], [])


@pytest.mark.parametrize(("languages", "source", "target"), RENDERED)
def test_a_negation_in_other_words_is_silent(languages: str, source: str, target: str) -> None:
    """A word that may render it acquits the other text; "not only" negates nothing."""
    assert kinds("negation", source, target, languages) == []


def test_a_negative_word_that_renders_another_one_acquits_nobody() -> None:
    """The word "sans" stands for "without", so that the "not" was lost all the same."""
    source, target = (
        "The boat without sails did not sink in the harbour.",
        "Le bateau sans voiles a coulé dans le port.",
    )
    assert kinds("negation", source, target, "en-fr") == ["negation-lost"]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The mayor did not promise a new school for the future.", "市长承诺为未来建一所新学校。"),
        ("The workers did not build a different house.", "工人们建了一座不同的房子。"),
        ("Prices did not rise in the future.", "未来价格上涨。"),
    ],
)
def test_a_word_with_a_negative_character_acquits_only_where_it_renders_nothing_else(source: str, target: str) -> None:
    """未来 is the future, 不同 different: such words are in every third Chinese sentence."""
    assert kinds("negation", source, target, "en-zh") == ["negation-lost"]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The soup is not bad at all.", "汤很不错。"),
        ("The two copies are not the same.", "这两份副本不同。"),
        ("Talks have not moved forward since spring.", "谈判自春季以来停滞不前。"),
    ],
)
def test_such_a_word_may_render_a_negation(source: str, target: str) -> None:
    """Nothing else there says so."""
    assert kinds("negation", source, target, "en-zh") == []


def test_a_border_between_two_sentences_that_is_off_makes_no_finding() -> None:
    """One sentence lacks what its neighbour has too much."""
    source = ["The school is not open.", "The pool is full."]
    target = ["L'école est ouverte.", "La piscine n'est pas pleine."]
    assert found("negation", source, target, "en-fr") == []


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        ("en-fr", "The guard allegedly took the money.", "Le gardien a pris l'argent."),
        ("en-de", "The boats were reportedly sold in May.", "Die Boote wurden im Mai verkauft."),
        ("es-en", "El alcalde supuestamente vendió la casa.", "The mayor sold the house."),
    ],
)
def test_a_lost_hedge_is_told(languages: str, source: str, target: str) -> None:
    """What was uncertain is said as a fact."""
    (finding,) = found("hedge", [source], [target], languages)
    assert (finding.kind, finding.severity) == ("hedge-lost", Severity.MEDIUM)


@pytest.mark.parametrize(
    ("languages", "source", "target", "kind"),
    [
        ("en-fr", "The old bridge may collapse in winter.", "Le vieux pont s'effondrera en hiver.", "hedge-lost"),
        ("zh-en", "这座大桥可能在冬天关闭。", "The big bridge closes in winter.", "hedge-lost"),
        ("es-en", "El alcalde vendió la casa.", "The mayor is believed to have sold the house.", "hedge-gained"),
    ],
)
def test_a_word_that_may_hedge_counts_less(languages: str, source: str, target: str, kind: str) -> None:
    """It is a hedge where the other text has none at all."""
    (finding,) = found("hedge", [source], [target], languages)
    assert (finding.kind, finding.severity) == (kind, Severity.LOW)


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        ("en-fr", "Later Ruth May sold the house.", "Plus tard Ruth May a vendu la maison."),
        ("en-de", "The old bridge may collapse in winter.", "Die alte Brücke kann im Winter einstürzen."),
        ("zh-en", "这座大桥不可能在冬天关闭。", "The big bridge cannot close in winter."),
    ],
)
def test_a_name_and_what_is_impossible_are_no_hedges(languages: str, source: str, target: str) -> None:
    """Nor is anything lost where the other text has another word for it."""
    assert kinds("hedge", source, target, languages) == []


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        ("en-fr", "The guard allegedly took the money.", "Le gardien aurait pris l'argent."),
        ("en-de", "The guard allegedly took the money.", "Der Wächter soll das Geld genommen haben."),
        ("en-fr", "Perhaps the boat will come.", "Le bateau viendra peut-être."),
    ],
)
def test_the_conditional_of_journalists_is_a_hedge(languages: str, source: str, target: str) -> None:
    """It renders one, but is none where the other side has none."""
    assert kinds("hedge", source, target, languages) == []


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        (
            "en-fr",
            "The ferry carried ninety cars, a figure that could not be independently verified.",
            "Le bac transportait quatre-vingt-dix voitures.",
        ),
        (
            "de-en",
            "Der Bürgermeister verkaufte das Haus; die Angabe ließ sich nicht unabhängig überprüfen.",
            "The mayor sold the house.",
        ),
        ("en-es", "The firm, which declined to comment, sold the land.", "La empresa vendió el terreno."),
    ],
)
def test_a_lost_caveat_is_grave(languages: str, source: str, target: str) -> None:
    """Within a sentence that was kept."""
    (finding,) = found("caveat", [source], [target], languages)
    assert (finding.kind, finding.severity) == ("caveat-lost", Severity.HIGH)


def test_a_caveat_in_other_words_is_silent() -> None:
    """A text that has anything negative may say the same."""
    assert kinds("caveat", "It is unclear who came.", "Nous ne savons pas qui est venu.", "en-fr") == []


def test_a_lost_attribution_is_told_and_weighs_little() -> None:
    """Who says so is missing; that somebody else is told to say so is not told here."""
    source, target = "The school was closed on Monday, the mayor said.", "L'école était fermée lundi."
    (finding,) = found("attribution", [source], [target], "en-fr")
    assert (finding.kind, finding.severity) == ("attribution-lost", Severity.LOW)
    assert kinds("attribution", target, source, "fr-en") == []


def test_permission_is_no_reserve() -> None:
    """Whatever renders "may", it is said with it."""
    assert kinds("hedge", "She may leave on Friday.", "Sie darf am Freitag gehen.", "en-de") == []


@pytest.mark.parametrize("check", ["negation", "hedge", "caveat", "attribution"])
def test_nothing_is_claimed_without_a_lexicon(check: str) -> None:
    """Estonian has none; nothing is claimed of it, whatever the other side says."""
    assert kinds(check, "The guard said he allegedly did not come.", "Valvur tuli.", "en-et") == []
