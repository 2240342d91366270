"""Titles that are never rendered by each other: a professor and a doctor, a mayor and a deputy mayor, two ministers.

What a person is may be told in many ways, so only what is in these tables is compared, in languages that have one, and
only where neither text says what the other one does anywhere.
"""

import re
from collections.abc import Mapping
from functools import cache

# One word of a class, or several joined by `_`; `*` stands for any letters there. What is the same to somebody is one
# class: a chairman and a president, a secretary and a minister. At one place the first class counts.
_RANKS: dict[str, dict[str, str]] = {
    "en": {
        "spokesperson": "spokesman spokeswoman spokesperson press_secretary",
        "premier": "prime_minister premier pm", "president": "president chair chairman chairwoman chairperson speaker",
        "minister": "minister secretary", "senator": "senator sen", "governor": "governor gov", "mayor": "mayor",
        "judge": "judge justice magistrate", "professor": "professor prof", "doctor": "doctor dr", "king": "king",
        "queen": "queen", "prince": "prince", "princess": "princess", "pope": "pope", "bishop": "bishop",
        "archbishop": "archbishop", "cardinal": "cardinal", "ambassador": "ambassador", "colonel": "colonel col",
        "sergeant": "sergeant sgt",
    },
    "fr": {
        "spokesperson": "porte-parole secrétaire_de_presse attaché_de_presse attachée_de_presse",
        "premier": "premier_ministre première_ministre", "president": "président présidente présidents",
        "minister": "ministre secrétaire", "senator": "sénateur sénatrice", "governor": "gouverneur gouverneure",
        "mayor": "maire", "judge": "juge magistrat*", "professor": "professeur professeure pr", "doctor": "docteur* dr",
        "king": "roi", "queen": "reine", "prince": "prince", "princess": "princesse", "pope": "pape",
        "bishop": "évêque", "archbishop": "archevêque", "cardinal": "cardinal",
        "ambassador": "ambassadeur ambassadrice", "colonel": "colonel", "sergeant": "sergent",
    },
    "de": {
        "spokesperson": "*sprecher *sprecherin",
        "premier": "premierminister* ministerpräsident* premier regierungschef*",
        "president": "präsident* staatspräsident* vorsitzend*", "minister": "*minister *ministerin *sekretär*",
        "senator": "senator*", "governor": "gouverneur*", "mayor": "bürgermeister* oberbürgermeister*",
        "judge": "*richter *richterin", "professor": "professor* prof", "doctor": "doktor* dr", "king": "könig",
        "queen": "königin", "prince": "prinz", "princess": "prinzessin", "pope": "papst", "bishop": "bischof*",
        "archbishop": "erzbischof*", "cardinal": "kardinal*", "ambassador": "botschafter*", "colonel": "oberst",
        "sergeant": "sergeant*",
    },
    "es": {
        "spokesperson": "portavoz vocero vocera secretaria_de_prensa secretario_de_prensa",
        "premier": "primer_ministro primera_ministra", "president": "presidente presidenta",
        "minister": "ministro ministra secretario secretaria", "senator": "senador senadora",
        "governor": "gobernador gobernadora", "mayor": "alcalde alcaldesa", "judge": "juez jueza magistrad*",
        "professor": "profesor profesora catedrátic*", "doctor": "doctor doctora dr dra", "king": "rey",
        "queen": "reina", "prince": "príncipe", "princess": "princesa", "pope": "papa", "bishop": "obispo",
        "archbishop": "arzobispo", "cardinal": "cardenal", "ambassador": "embajador embajadora", "colonel": "coronel",
        "sergeant": "sargento",
    },
    "it": {
        "spokesperson": "portavoce addetto_stampa addetta_stampa",
        "premier": "premier primo_ministro prima_ministra presidente_del_consiglio", "president": "presidente",
        "minister": "ministro ministra segretario segretaria", "senator": "senatore senatrice",
        "governor": "governatore governatrice", "mayor": "sindaco sindaca", "judge": "giudice magistrato",
        "professor": "professor* prof", "doctor": "dottor* dott dr", "king": "re", "queen": "regina",
        "prince": "principe", "princess": "principessa", "pope": "papa", "bishop": "vescovo",
        "archbishop": "arcivescovo", "cardinal": "cardinale", "ambassador": "ambasciatore ambasciatrice",
        "colonel": "colonnello", "sergeant": "sergente",
    },
    "nl": {
        "spokesperson": "woordvoerder woordvoerster perssecretaris",
        "premier": "premier minister-president", "president": "president voorzitter",
        "minister": "minister *secretaris", "senator": "senator", "governor": "gouverneur", "mayor": "burgemeester",
        "judge": "rechter",
        "professor": "professor hoogleraar prof", "doctor": "dr dokter doctor", "king": "koning", "queen": "koningin",
        "prince": "prins", "princess": "prinses", "pope": "paus", "bishop": "bisschop", "archbishop": "aartsbisschop",
        "cardinal": "kardinaal", "ambassador": "ambassadeur", "colonel": "kolonel", "sergeant": "sergeant",
    },
    "pt": {
        "spokesperson": "porta-voz secretário_de_imprensa secretária_de_imprensa",
        "premier": "primeiro-ministro primeira-ministra", "president": "presidente",
        "minister": "ministro ministra secretário secretária", "senator": "senador senadora",
        "governor": "governador governadora", "mayor": "prefeito prefeita presidente_da_câmara", "judge": "juiz juíza",
        "professor": "professor professora prof", "doctor": "doutor doutora dr dra", "king": "rei", "queen": "rainha",
        "prince": "príncipe", "princess": "princesa", "pope": "papa", "bishop": "bispo", "archbishop": "arcebispo",
        "cardinal": "cardeal", "ambassador": "embaixador embaixadora", "colonel": "coronel", "sergeant": "sargento",
    },
    "ru": {
        "spokesperson": "пресс-секретар* представител*",
        "premier": "премьер* премьер-министр*", "president": "президент* председател*",
        "minister": "министр* секретар*", "senator": "сенатор*", "governor": "губернатор*",
        "mayor": "мэр* бургомистр*", "judge": "судь* суде*",
        "professor": "профессор*", "doctor": "доктор* д-р", "king": "корол*", "queen": "королев*", "prince": "принц*",
        "princess": "принцесс*", "pope": "папа папы папой", "bishop": "епископ*", "archbishop": "архиепископ*",
        "cardinal": "кардинал*", "ambassador": "посол посла послом", "colonel": "полковник*", "sergeant": "сержант*",
    },
}  # fmt: skip
_DEPARTMENTS: dict[str, dict[str, str]] = {
    "en": {
        "interior": "interior home", "foreign": "foreign", "money": "finance treasury economy economic",
        "defence": "defence defense", "justice": "justice", "health": "health", "school": "education",
        "farming": "agriculture", "nature": "environment", "transport": "transport", "culture": "culture",
        "work": "labour labor employment",
    },
    "fr": {
        "interior": "intérieur", "foreign": "étrangères", "money": "finances économie budget trésor",
        "defence": "défense armées", "justice": "justice", "health": "santé", "school": "éducation",
        "farming": "agriculture", "nature": "environnement écologie", "transport": "transports", "culture": "culture",
        "work": "travail emploi",
    },
    "de": {
        "interior": "innen* inneren", "foreign": "außen* auswärtig*", "money": "finanz* wirtschaft*",
        "defence": "verteidigung*", "justice": "justiz*", "health": "gesundheit*", "school": "bildung* kultus*",
        "farming": "landwirtschaft* agrar*", "nature": "umwelt*", "transport": "verkehr*", "culture": "kultur*",
        "work": "arbeit*",
    },
    "es": {
        "interior": "interior", "foreign": "exteriores", "money": "hacienda finanzas economía", "defence": "defensa",
        "justice": "justicia", "health": "sanidad salud", "school": "educación", "farming": "agricultura",
        "nature": "ambiente", "transport": "transporte transportes fomento", "culture": "cultura",
        "work": "trabajo empleo",
    },
    "it": {
        "interior": "interno interni", "foreign": "esteri", "money": "finanze economia tesoro", "defence": "difesa",
        "justice": "giustizia", "health": "salute sanità", "school": "istruzione", "farming": "agricoltura",
        "nature": "ambiente", "transport": "trasporti", "culture": "cultura", "work": "lavoro",
    },
    "nl": {
        "interior": "binnenlandse", "foreign": "buitenlandse", "money": "financiën economische", "defence": "defensie",
        "justice": "justitie", "health": "volksgezondheid gezondheid", "school": "onderwijs", "farming": "landbouw",
        "nature": "milieu", "transport": "verkeer vervoer", "culture": "cultuur", "work": "arbeid werkgelegenheid",
    },
    "pt": {
        "interior": "interior interna", "foreign": "estrangeiros exteriores", "money": "finanças fazenda economia",
        "defence": "defesa", "justice": "justiça", "health": "saúde", "school": "educação", "farming": "agricultura",
        "nature": "ambiente", "transport": "transportes", "culture": "cultura", "work": "trabalho emprego",
    },
    "ru": {
        "interior": "внутренн*", "foreign": "иностранн*", "money": "финанс* экономи*", "defence": "оборон*",
        "justice": "юстици*", "health": "здравоохранени*", "school": "образовани* просвещени*", "farming": "сельск*",
        "nature": "природ* эколог*", "transport": "транспорт*", "culture": "культур*", "work": "труда",
    },
}  # fmt: skip
# Who stands in for somebody; what says so in any place of the other text is enough there.
_DEPUTIES = {
    "en": "deputy vice vice-* acting assistant under*",
    "fr": "adjoint* vice vice-* suppléant* sous-* intérim* assistant*",
    "de": "stellvertret* vize* unter* amtierend* kommissarisch*",
    "es": "vice* adjunt* teniente sub* suplente interin* asistente segundo segunda",
    "it": "vice* aggiunt* sotto* supplente facente assistente",
    "nl": "vice* loco* adjunct* plaatsvervangend* onder* waarnemend*",
    "pt": "vice* adjunt* sub* suplente interin* assistente",
    "ru": "заместител* вице-* зам замест* и.о исполняющ* помощник*",
}
# Those of them that say so of whoever follows.
_STAND_IN = {
    "en": "deputy vice",
    "fr": "adjoint adjointe vice",
    "de": "stellvertret* vize*",
    "es": "teniente_de_alcalde vicealcalde* vice adjunto adjunta",
    "it": "vice vicesindac* vicepresident* viceministr*",
    "nl": "vice plaatsvervangend*",
    "pt": "vice adjunto adjunta",
    "ru": "заместител* вице-*",
}
_TABLES = {"rank": _RANKS, "department": _DEPARTMENTS}
_ANY = r"[\w’'-]{0,24}"


def unlike_title(titles: tuple[str, str], texts: tuple[str, str], languages: tuple[str, str]) -> bool:
    """Return whether two titles of one person are not the same, by what is known of both.

    Args:
        titles: of source and target, with the words around them.
        texts: all that source and target say there.
        languages: primary tags.

    >>> texts = "Professor Ruth Ambler left.", "Le docteur Ruth Ambler est partie."
    >>> unlike_title(("Professor", "Le docteur"), texts, ("en", "fr"))
    True
    """
    if not all(language in _RANKS for language in languages):
        return False
    ranks = _both("rank", titles, languages)
    if _differ("rank", ranks, texts, languages):
        return True
    if ranks[0] != ranks[1] or len(ranks[0]) != 1:
        return False
    if ranks[0] == {"minister"}:
        departments = _both("department", titles, languages)
        if _differ("department", departments, texts, languages):
            return True
    stands_in = [_has(_STAND_IN, language, title) for language, title in zip(languages, titles, strict=True)]
    other = 1 if stands_in[0] else 0
    return stands_in[0] != stands_in[1] and not _has(_DEPUTIES, languages[other], texts[other])


def _differ(
    table: str, found: tuple[frozenset[str], frozenset[str]], texts: tuple[str, str], languages: tuple[str, str]
) -> bool:
    """Return whether both have one class, and neither text says that of the other anywhere."""
    if len(found[0]) != 1 or len(found[1]) != 1 or found[0] == found[1]:
        return False
    said = _both(table, texts, languages)
    return found[0].isdisjoint(said[1]) and found[1].isdisjoint(said[0])


def _both(table: str, texts: tuple[str, str], languages: tuple[str, str]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the classes that are said in two texts."""
    source, target = (
        frozenset(found.lastgroup for found in _classes(table, language).finditer(text) if found.lastgroup)
        for text, language in zip(texts, languages, strict=True)
    )
    return source, target


def _has(words: Mapping[str, str], language: str, text: str) -> bool:
    return _any_of(words[language]).search(text) is not None


@cache
def _classes(table: str, language: str) -> re.Pattern[str]:
    """Return what finds the words of classes, the class as the name of the group."""
    groups = (f"(?P<{name}>{_words(words)})" for name, words in _TABLES[table][language].items())
    return re.compile(rf"(?<![\w-])(?:{'|'.join(groups)})(?![\w-])", re.IGNORECASE)


@cache
def _any_of(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_words(words)})(?![\w-])", re.IGNORECASE)


def _words(words: str) -> str:
    """Return the alternatives of a pattern for words of a table."""
    return "|".join(re.escape(word).replace("_", r"\s").replace(r"\*", _ANY) for word in words.split())
