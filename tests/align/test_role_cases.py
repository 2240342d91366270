"""Whole comparisons in which roles decide: what is missing is said, what is furniture is not."""

from dataclasses import dataclass

import pytest

from align import Comparison, compare, document_from_text
from align.bitext import Fate
from align.report.wording import exit_status


@dataclass(frozen=True)
class Case:
    """A source, its target and the beginnings of the source sentences that the target lacks; all others are kept."""

    languages: tuple[str, str]
    source: str
    target: str
    dropped: tuple[str, ...] = ()


CASES = {
    "clause of a lease": Case(
        ("en", "de"),
        "The garden may be used by all tenants of the house from April until the end of October.\n"
        "(a) Dogs are kept on a lead.\n(b) Bicycles are left at the gate.\n(c) Fires are lit by the caretaker only.\n"
        "(d) The gate is locked at ten.",
        "Der Garten darf von allen Mietern des Hauses von April bis Ende Oktober benutzt werden.\n"
        "(a) Hunde sind an der Leine zu führen.\n(b) Fahrräder werden am Tor abgestellt.\n"
        "(d) Das Tor wird um zehn Uhr abgeschlossen.",
        ("(c) Fires",),
    ),
    "clause with a year": Case(
        ("es", "en"),
        "La cooperativa reparte el agua entre los socios según la superficie de sus campos y el caudal del río.\n"
        "(b) El riego empieza a las seis.\n(c) Desde 2019 se prohíbe regar los domingos.\n"
        "(d) Las multas se pagan en mayo.",
        "The cooperative shares the water among its members by the size of their fields and the flow of the river.\n"
        "(b) Watering starts at six.\n(d) Fines are paid in May.",
        ("(c) Desde",),
    ),
    "who speaks": Case(
        ("de", "en"),
        "Die Brücke am Markt bleibt bis zum Herbst gesperrt, weil ein Pfeiler unterspült worden ist.\n\n"
        "Die Bürgermeisterin erklärte dazu:\n\n"
        "Wir haben keine andere Wahl, denn niemand will für einen Einsturz haften.",
        "The bridge at the market stays closed until autumn, because one of its pillars has been washed out.\n\n"
        "We have no other choice, because nobody wants to answer for a collapse.",
        ("Die Bürgermeisterin",),
    ),
    "introduction of a list": Case(
        ("it", "en"),
        "Il rifugio resta aperto da giugno a settembre e offre quaranta posti letto a chi attraversa il passo.\n\n"
        "Gli ospiti sono pregati di ricordare:\n\nLe scarpe si lasciano nell'ingresso e la luce si spegne alle dieci.",
        "The hut is open from June to September and offers forty beds to those who cross the pass.\n\n"
        "Shoes are left in the hall and the light goes out at ten.",
        ("Gli ospiti",),
    ),
    "agencies at the end": Case(
        ("fr", "de"),
        "Un train de marchandises a déraillé mardi près de la frontière sans faire de blessés.\n\n"
        "La voie sera fermée jusqu'à vendredi, selon la compagnie.\n\n"
        "Le conducteur a été entendu par les gendarmes dans la soirée, a indiqué le parquet. afp/reuters",
        "Ein Güterzug ist am Dienstag nahe der Grenze entgleist, ohne dass jemand verletzt wurde.\n\n"
        "Die Strecke bleibt nach Angaben der Gesellschaft bis Freitag gesperrt.",
        ("Le conducteur",),
    ),
    "imperative of a story": Case(
        ("en", "fr"),
        "The guide stood at the mouth of the cave with a lamp in each hand and counted the children twice.\n\n"
        "Follow me, he said, and do not touch the walls.\n\n"
        "Follow us, cried the bigger boys, or stay with the bats.\n\n"
        "The smallest girl sat down on a stone and began to eat her bread.",
        "Le guide se tenait à l'entrée de la grotte, une lampe dans chaque main, et compta deux fois les enfants.\n\n"
        "Suivez-moi, dit-il, et ne touchez pas les parois.\n\n"
        "La plus petite s'assit sur une pierre et se mit à manger son pain.",
        ("Follow us",),
    ),
    "imperative at the end": Case(
        ("de", "en"),
        "Der Wirt stellte zwei Krüge auf den Tisch und sah den Fremden lange an, ohne ein Wort zu sagen.\n\n"
        "Melden Sie sich morgen beim Schulzen, sagte er schließlich.",
        "The innkeeper put two jugs on the table and looked at the stranger for a long time without saying a word.",
        ("Melden Sie",),
    ),
    "short opening": Case(
        ("es", "fr"),
        "Llovía desde el martes.\n\n"
        "El cartero dejó la bicicleta apoyada en la tapia y subió a pie hasta la casa del médico.",
        "Le facteur laissa son vélo contre le mur et monta à pied jusqu'à la maison du médecin.",
        ("Llovía",),
    ),
    "opening with an exclamation": Case(
        ("fr", "en"),
        "Quel silence sur la place !\n\n"
        "Le boulanger ouvrit ses volets et vit que la neige montait jusqu'aux fenêtres du café.",
        "The baker opened his shutters and saw that the snow reached up to the windows of the café.",
        ("Quel silence",),
    ),
    "dialogue at the beginning": Case(
        ("de", "en"),
        "»Bist du wach?«\n»Ja.«\n»Hörst du den Wind?«\n»Er dreht.«\n"
        "Sie stand auf und stellte den Krug ans Fenster, damit er nicht wieder umfiel.\n»Schlaf jetzt.«",
        '"Are you awake?"\n"Yes."\n"Do you hear the wind?"\n'
        "She got up and put the jug by the window, so that it would not fall over again.\n\"Go to sleep now.\"",
        ("»Er dreht",),
    ),
    "marks of notes": Case(
        ("en", "it"),
        "The mill was built in 1702 by a widow who had sold her ships in the year before.[1]\n\n"
        "It burned down twice.[2]\n\n"
        "Since the last war it has housed the archive of the town and a small museum of clocks.[3]",
        "Il mulino fu costruito nel 1702 da una vedova che l'anno prima aveva venduto le sue navi.[1]\n\n"
        "Dall'ultima guerra ospita l'archivio della città e un piccolo museo di orologi.[2]",
        ("It burned",),
    ),
    "raised marks of notes": Case(
        ("de", "en"),
        "Die Mühle wurde 1702 von einer Witwe gebaut, die im Jahr davor ihre Schiffe verkauft hatte.¹\n\n"
        "Zweimal brannte sie ab.²\n\n"
        "Seit dem letzten Krieg beherbergt sie das Archiv der Stadt und ein Museum für Uhren.³",
        "The mill was built in 1702 by a widow who had sold her ships in the year before.¹\n\n"
        "Since the last war it has housed the archive of the town and a museum of clocks.²",
        ("Zweimal",),
    ),
    "speech in Chinese": Case(
        ("zh", "en"),
        "村里的桥昨天夜里被洪水冲走了，现在只能坐船过河去镇上买东西。\n\n村长说：\n\n"
        "新桥要等到明年春天才能动工，大家先忍一忍。",
        "The bridge of the village was swept away by the flood last night, and the shops are reached only by boat.\n\n"
        "The new bridge cannot be begun before next spring, so everybody has to be patient.",
        ("村长说",),
    ),
    "share bar behind the text": Case(
        ("en", "fr"),
        "The old tram depot becomes a market hall, and the first stalls will open there before Christmas.\n\n"
        "Forty traders have signed already.\n\nShare on Facebook\n\nTweet\n\nPrint this page",
        "L'ancien dépôt des trams devient une halle, et les premiers étals y ouvriront avant Noël.\n\n"
        "Quarante commerçants ont déjà signé.",
    ),
    "share bar of the translation": Case(
        ("en", "de"),
        "The old tram depot becomes a market hall, and the first stalls will open there before Christmas.\n\n"
        "Forty traders have signed already.",
        "Aus dem alten Straßenbahndepot wird eine Markthalle, und die ersten Stände öffnen dort vor Weihnachten.\n\n"
        "Vierzig Händler haben schon unterschrieben.\n\nAuf Facebook teilen\n\nSeite drucken",
    ),
    "real page": Case(
        ("fr", "en"),
        "LE COURRIER DU VALLON\n\nAccueil | Sport | Culture\n\nLa halle ouvre avant Noël\n\nPar Nora Tellis\n\n"
        "L'ancien dépôt des trams devient une halle, et les premiers étals y ouvriront avant Noël.\n\n"
        "Photo : Nora Tellis\n\nQuarante commerçants ont déjà signé.\n\nAbonnez-vous à notre newsletter",
        "The market hall opens before Christmas\n\n"
        "The old tram depot becomes a market hall, and the first stalls will open there before Christmas.\n\n"
        "Forty traders have signed already.",
    ),
    "prompt within the text": Case(
        ("ru", "en"),
        "Старое трамвайное депо станет рынком, и первые прилавки откроются там ещё до Рождества.\n\n"
        "Подписывайтесь на наш телеграм-канал\n\nСорок торговцев уже подписали договор с городом.",
        "The old tram depot becomes a market, and the first stalls will open there before Christmas.\n\n"
        "Forty traders have already signed a contract with the town.",
    ),
    "links to other articles": Case(
        ("en", "es"),
        "The old tram depot becomes a market hall, and the first stalls will open there before Christmas.\n\n"
        "Forty traders have signed already.\n\nSee also\n\nWindmills of the southern hills\n\nThe salt road of Orrin",
        "El antiguo depósito de tranvías será un mercado, y los primeros puestos abrirán allí antes de Navidad.\n\n"
        "Cuarenta comerciantes ya han firmado.\n\nVer también\n\nMolinos de viento de las colinas del sur\n\n"
        "El camino de la sal de Orrin",
    ),
    "credit with an agency": Case(
        ("de", "fr"),
        "Das alte Straßenbahndepot wird zur Markthalle, und die ersten Stände öffnen dort vor Weihnachten.\n\n"
        "(c) Nordische Bildagentur\n\nVierzig Händler haben schon unterschrieben, doch zwanzig Plätze sind noch frei.",
        "L'ancien dépôt des trams devient une halle, et les premiers étals y ouvriront avant Noël.\n\n"
        "Quarante commerçants ont déjà signé, mais vingt places sont encore libres.",
    ),
    "headlines of both": Case(
        ("it", "de"),
        "Il vecchio deposito diventa un mercato\n\n"
        "Il vecchio deposito dei tram diventa un mercato coperto, e i primi banchi apriranno prima di Natale.\n\n"
        "Quaranta commercianti hanno già firmato.",
        "Das alte Depot wird zur Markthalle\n\n"
        "Das alte Straßenbahndepot wird zur Markthalle, und die ersten Stände öffnen dort vor Weihnachten.\n\n"
        "Vierzig Händler haben schon unterschrieben.",
    ),
}  # fmt: skip


def compared(case: Case, *, swapped: bool) -> Comparison:
    """Compare the versions of a case."""
    documents = [
        document_from_text(text, language=language)
        for text, language in zip((case.source, case.target), case.languages, strict=True)
    ]
    return compare(*(documents[::-1] if swapped else documents))


@pytest.mark.parametrize("swapped", [False, True], ids=["", "swapped"])
@pytest.mark.parametrize(
    "case",
    [pytest.param(case, id=name) for name, case in CASES.items()],
)
def test_what_is_missing_is_said_and_nothing_else(case: Case, *, swapped: bool) -> None:
    """The sentences that the other version lacks are null beads of their own, and there are no others."""
    comparison = compared(case, swapped=swapped)
    alignment = comparison.alignment
    null = Fate.ADDED if swapped else Fate.DROPPED
    document = alignment.target if swapped else alignment.source
    missing = [
        document.text_over(bead.target if swapped else bead.source)
        for bead, fate in zip(alignment.beads, comparison.fates, strict=True)
        if fate is null
    ]
    assert [any(text.startswith(it) for it in case.dropped) for text in missing] == [True] * len(case.dropped)
    assert set(comparison.fates) <= {null, Fate.KEPT, Fate.ASIDE}
    assert exit_status(comparison) == bool(case.dropped)
    assert (comparison.verdict == "same") == (not case.dropped)
