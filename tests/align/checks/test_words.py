"""Clauses that only one version has are found inside of kept sentences, and in one language whatever was reworded."""

from functools import cache

import pytest

from align.bitext import Alignment, Bead, Comparison, Document, Finding, Role, Severity, Span, Verdict
from align.checks.words import find_words
from align.comparison import comparison_of
from align.documents import document_from_text
from align.encoding import load_encoder
from tests.align.checks.parallel import kinds
from tests.align.comparisons import document
from tests.align.encoding.hashed import HashedEncoder

CLAUSE = {
    "en": ", although two engineers of the county had warned the owners in writing",
    "fr": ", bien que deux ingénieurs du comté aient averti les propriétaires par écrit",
    "de": ", obwohl zwei Ingenieure des Landkreises die Besitzer schriftlich gewarnt hatten",
    "es": ", aunque dos ingenieros del condado habían advertido por escrito a los propietarios",
    "ru": ", хотя два инженера округа письменно предупредили владельцев",
    "zh": "，尽管该县的两名工程师曾以书面形式警告过业主",
    "ar": "، على الرغم من أن مهندسين من المقاطعة حذرا المالكين كتابيا",
}
ARTICLE = {
    "en": (
        "The old mill on the river burned down on Friday night.",
        "The fire began in the roof{}.",
        "Nobody was hurt, but three families lost their homes.",
        "The mayor promised help to all of them on Saturday.",
        "The ruins will be removed in spring.",
    ),
    "fr": (
        "Le vieux moulin au bord de la rivière a brûlé vendredi soir.",
        "L'incendie a commencé dans le toit{}.",
        "Personne n'a été blessé, mais trois familles ont perdu leur maison.",
        "Le maire leur a promis de l'aide samedi.",
        "Les ruines seront enlevées au printemps.",
    ),
    "de": (
        "Die alte Mühle am Fluss ist am Freitagabend abgebrannt.",
        "Das Feuer begann im Dach{}.",
        "Niemand wurde verletzt, aber drei Familien verloren ihr Zuhause.",
        "Der Bürgermeister versprach ihnen allen am Samstag Hilfe.",
        "Die Ruinen werden im Frühling entfernt.",
    ),
    "es": (
        "El viejo molino junto al río se quemó el viernes por la noche.",
        "El fuego comenzó en el tejado{}.",
        "Nadie resultó herido, pero tres familias perdieron sus casas.",
        "El alcalde prometió el sábado ayuda a todos ellos.",
        "Las ruinas se retirarán en primavera.",
    ),
    "ru": (
        "Старая мельница на реке сгорела в пятницу вечером.",
        "Пожар начался на крыше{}.",
        "Никто не пострадал, но три семьи потеряли свои дома.",
        "В субботу мэр обещал всем им помощь.",
        "Руины уберут весной.",
    ),
    "zh": (
        "河边的旧磨坊周五晚上被烧毁了。",
        "大火从屋顶开始{}。",
        "没有人受伤，但三个家庭失去了家园。",
        "市长周六承诺帮助他们所有人。",
        "废墟将在春天被清除。",
    ),
    "ar": (
        "احترقت الطاحونة القديمة على النهر مساء الجمعة.",
        "بدأ الحريق في السقف{}.",
        "لم يصب أحد بأذى لكن ثلاث عائلات فقدت منازلها.",
        "وعد رئيس البلدية بمساعدتهم جميعا يوم السبت.",
        "ستتم إزالة الأنقاض في الربيع.",
    ),
}


def article(language: str, *, whole: bool = True) -> Document:
    """Return the article in a language, with the clause or without."""
    clause = CLAUSE[language] if whole else ""
    return document(f"mill.{language}", language, [[sentence.format(clause) for sentence in ARTICLE[language]]])


def by_hand(source: Document, target: Document, shapes: list[tuple[int, int]] | None = None) -> Comparison:
    """Return the comparison of two documents whose beads are known."""
    beads, i, j = [], 0, 0
    for n, m in shapes or [(1, 1)] * len(source.segments):
        beads.append(Bead(Span(i, i + n), Span(j, j + m), 1.0, 1.0))
        i, j = i + n, j + m
    return comparison_of(Alignment(source, target, tuple(beads), "by hand"))


@cache
def found(source: Document, target: Document) -> tuple[Finding, ...]:
    """Return what the check finds between two documents whose sentences correspond one by one."""
    return tuple(find_words(by_hand(source, target)))


PAIRS = [("en", "fr"), ("de", "en"), ("en", "es"), ("ru", "en"), ("fr", "de"), ("zh", "en"), ("en", "ar")]


@pytest.mark.parametrize(("source", "target"), PAIRS)
def test_a_long_clause_that_was_dropped_is_grave(source: str, target: str) -> None:
    """Its words are marked in the source, and in the target the sentence that lacks it."""
    documents = article(source), article(target, whole=False)
    (finding,) = found(*documents)
    assert (finding.check, finding.kind, finding.bead) == ("words", "partly-dropped", 1)
    marked = documents[0].text[finding.source.start : finding.source.stop]
    clause = CLAUSE[source]
    assert len(marked) >= 0.6 * len(clause)
    assert set(marked.split()[1:]) <= set(documents[0].segments[1].text.rstrip(".。").split())
    place = documents[1].segments[1].chars
    assert not finding.target
    assert place.start <= finding.target.start <= place.stop
    assert finding.severity in (Severity.HIGH, Severity.MEDIUM)


@pytest.mark.parametrize(("source", "target"), PAIRS)
def test_a_clause_that_was_put_in_is_found_on_the_other_side(source: str, target: str) -> None:
    """The claim is the mirror of that of a dropped one."""
    (dropped,), (added,) = (
        found(article(source), article(target, whole=False)),
        found(article(target, whole=False), article(source)),
    )
    assert (added.kind, added.source, added.target) == ("partly-added", dropped.target, dropped.source)
    assert added.probability == pytest.approx(dropped.probability, abs=0.02)


@pytest.mark.parametrize(("source", "target"), PAIRS)
@pytest.mark.parametrize("whole", [True, False])
def test_nothing_is_claimed_of_a_faithful_translation(source: str, target: str, whole: bool) -> None:
    """With the clause on both sides, or on neither."""
    assert found(article(source, whole=whole), article(target, whole=whole)) == ()


def test_what_the_next_sentence_says_is_not_missing() -> None:
    """A clause that was taken into the following bead has its counterpart there."""
    source = article("en")
    sentences = [sentence.format("") for sentence in ARTICLE["fr"]]
    sentences[2] = "Deux ingénieurs du comté avaient averti les propriétaires par écrit. " + sentences[2]
    assert found(source, document("mill.fr", "fr", [sentences])) == ()


def test_a_sentence_that_was_swallowed_by_its_neighbour_is_found() -> None:
    """Two sentences stand beside one that renders only one of them: the other is no part of the bead in truth."""
    source = article("en", whole=False)
    target = document("mill.fr", "fr", [[ARTICLE["fr"][k].format("") for k in (0, 1, 3, 4)]])
    comparison = by_hand(source, target, [(1, 1), (1, 1), (2, 1), (1, 1)])
    (finding,) = find_words(comparison)
    assert source.segments[2].chars.start <= finding.source.start < finding.source.stop <= source.segments[2].chars.stop
    assert "a whole sentence of the source" in finding.message or finding.severity is not Severity.LOW


def test_an_encoder_that_has_no_words_is_no_hindrance() -> None:
    """The words are then compared with the vectors that ship with the package."""
    comparison = by_hand(article("en"), article("fr", whole=False))
    assert tuple(find_words(comparison, HashedEncoder())) in ((), found(article("en"), article("fr", whole=False)))


def test_of_languages_that_the_vectors_do_not_know_nothing_is_claimed() -> None:
    """A guess about words that mean nothing to the table would be noise."""
    assert "yo" not in load_encoder().languages
    source = document("a", "yo", [["Ile atijọ na jona ni alẹ ọjọ Ẹti."]])
    assert tuple(find_words(by_hand(source, document("b", "en", [["The old mill burned down."]])))) == ()


REVISED = [
    ("The ferry will not sail before noon.", "The ferry will sail before noon.", "partly-dropped", "not", ""),
    ("Le pont compte 17 arches.", "Le pont compte 71 arches.", "changed", "17", "71"),
    ("Die Brücke ist gesperrt.", "Die Brücke ist seit gestern gesperrt.", "partly-added", "", "seit gestern"),
    ("Мост закрыт на ремонт.", "Мост открыт на ремонт.", "changed", "закрыт", "открыт"),
    ("La regione paga i costi.", "La regione paga i costi!", "changed", ".", "!"),
    ("这座桥今年关闭。", "这座桥明年关闭。", "changed", "今", "明"),
]


@pytest.mark.parametrize(("source", "target", "kind", "old", "new"), REVISED)
def test_a_revision_is_told_word_by_word(source: str, target: str, kind: str, old: str, new: str) -> None:
    """In one language every change counts, so that the exit status is 1, and the verdict is not "same"."""
    language = {"T": "en", "L": "fr" if "Le" in source else "it", "D": "de", "М": "ru", "这": "zh"}[source[0]]
    comparison = by_hand(document("a", language, [[source]]), document("b", language, [[target]]))
    (finding,) = [finding for finding in comparison.findings if finding.check == "words"]
    assert finding.kind == kind
    assert source[finding.source.start : finding.source.stop] == old
    assert target[finding.target.start : finding.target.stop] == new
    assert finding.counts
    assert comparison.verdict is not Verdict.SAME


def test_quotes_and_spaces_are_no_revision() -> None:
    """Two wordings that differ in nothing else are the same."""
    source = document_from_text("“We wait,” she said. It rained.", language="en")
    target = document_from_text('"We wait," she said.  It rained.', language="en")
    comparison = by_hand(source, target)
    assert comparison.findings == ()
    assert comparison.verdict is Verdict.SAME


def test_a_sentence_worded_anew_is_one_finding() -> None:
    """Where most of it changed, a list of all the pieces would tell nobody anything."""
    source = document("a", "en", [["The council rejected the plan after a long debate."]])
    target = document("b", "en", [["After hours of talk, members voted no."]])
    first = next(iter(find_words(by_hand(source, target))))
    assert (first.kind, first.severity) == ("changed", Severity.MEDIUM)
    assert first.message == "most of this is worded anew"


def test_a_heading_that_was_reworded_is_told() -> None:
    """Headings stand beside the article text, and a revision changes them first."""
    source = document("a", "en", [[(Role.HEADLINE, "Ferry saved")], ["It sails again."]])
    target = document("b", "en", [[(Role.HEADLINE, "Ferry sold")], ["It sails again."]])
    (finding,) = find_words(by_hand(source, target))
    assert "“saved” became “sold”" in finding.message


@pytest.mark.parametrize("mark", ["1.", "12)", "b)", "•"])
def test_the_number_of_an_item_that_one_format_writes_out_is_no_change(mark: str) -> None:
    """A browser prints it, and the page does not have it; another number is a change."""
    item = "The rent is paid on the first of each month."
    assert kinds("words", item, f"{mark} {item}", "en-en") == []
    assert kinds("words", f"{mark} {item}", item, "en-en") == []
    assert kinds("words", f"1. {item}", f"2. {item}", "en-en") == ["changed"]
    assert kinds("words", f"About 12 boats sank. {item}", f"About boats sank. {item}", "en-en") == ["partly-dropped"]
