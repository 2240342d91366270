"""What a person is is not told any more: the title before a name is taken out, or the function behind it."""

import re
from functools import cache
from random import Random

from align.bitext import Span
from align.language import primary_language
from eval.mutate import Mutation, put_in

_TITLES = {
    "en": "President|Prime Minister|[A-Z][a-z]+ Minister|Minister|Secretary|Senator|Governor|Mayor|Judge|Justice|"
    "General|Colonel|Captain|Sergeant|Professor|Prof.|Dr.|Dr|Chancellor|Sheriff|Sen.|Rep.|Gov.|Commissioner|Chairman|"
    "Cardinal|Bishop|Archbishop|Inspector|Detective|spokesman|spokeswoman|manager|coach|captain|analyst|director|designer",
    "fr": "président|présidente|Premier ministre|ministre|secrétaire|sénateur|sénatrice|gouverneur|maire|juge|général|"
    "colonel|capitaine|sergent|professeur|Dr|docteur|chancelière|shérif|cardinal|évêque|archevêque|inspecteur|"
    "entraîneur|directeur|porte-parole",
    "de": "Präsident|Premierminister|Premierministerin|Minister|Außenminister|Senator|Senatorin|Gouverneur|"
    "Bürgermeister|Richter|General|Oberst|Kapitän|Professor|Prof.|Dr.|Kanzlerin|Bundeskanzlerin|Sheriff|Kardinal|"
    "Bischof|Erzbischof|Inspektor|Trainer|Sprecher|Sprecherin|Direktor|Manager",
    "es": "presidente|presidenta|primer ministro|primera ministra|ministro|ministra|secretario|senador|senadora|"
    "gobernador|alcalde|juez|general|coronel|capitán|sargento|profesor|profesora|Dr.|doctor|canciller|sheriff|cardenal|"
    "obispo|arzobispo|inspector|entrenador|director|portavoz",
    "it": "presidente|premier|primo ministro|ministro|ministra|segretario|senatore|senatrice|governatore|sindaco|"
    "giudice|generale|colonnello|capitano|sergente|professor|professore|professoressa|Dott.|dottor|cancelliera|"
    "sceriffo|cardinale|vescovo|arcivescovo|ispettore|allenatore|direttore|portavoce",
    "pt": "presidente|primeiro-ministro|primeira-ministra|ministro|ministra|secretário|senador|senadora|governador|"
    "juiz|juíza|general|coronel|capitão|sargento|professor|professora|Dr.|doutor|chanceler|xerife|cardeal|bispo|"
    "arcebispo|inspetor|treinador|diretor|porta-voz",
    "nl": "president|premier|minister|senator|gouverneur|burgemeester|rechter|generaal|kolonel|kapitein|sergeant|"
    "professor|prof.|dr.|bondskanselier|sheriff|kardinaal|bisschop|aartsbisschop|inspecteur|coach|trainer|directeur|"
    "woordvoerder|manager",
    "ru": "президент|президента|премьер-министр|министр|министра|сенатор|сенатора|губернатор|мэр|судья|судьи|генерал|"
    "полковник|капитан|сержант|профессор|доктор|канцлер|шериф|кардинал|епископ|архиепископ|инспектор|тренер|директор",
}
_ARTICLE = r"(?:(?:the|The|le|Le|la|La|du|der|Der|die|Die|el|El|il|Il|o|O|a|A|de|De) |l['’])?"


def drop_title(sentence: str, language: str, rng: Random) -> Mutation | None:
    """Take the title out that stands before a name; see `eval.mutate.Mutator`.

    >>> drop_title("Then Senator Ruth Ambler left.", "en", Random(1)).text
    'Then Ruth Ambler left.'
    """
    primary = primary_language(language)
    found = list(_pattern(primary).finditer(sentence)) if primary in _TITLES else []
    return put_in(sentence, Span(*rng.choice(found).span()), "") if found else None


@cache
def _pattern(language: str) -> re.Pattern[str]:
    titles = "|".join(
        re.escape(title).replace(r"\[A\-Z\]\[a\-z\]\+", "[A-Z][a-z]+") for title in _TITLES[language].split("|")
    )
    article = _ARTICLE if language != "ru" else ""
    return re.compile(rf"(?<![\w-]){article}(?:{titles})\s(?=[A-ZÀ-ÞА-Я][a-zß-ÿа-я]+)")
